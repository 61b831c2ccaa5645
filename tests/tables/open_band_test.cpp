// Rows without inner borders between the parts of a ruled table, and below them: headings of groups, the ends of forms.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::Lines;
using test::texts_of;

Document read(std::vector<Page> pages) { return test::read_pages(std::move(pages)); }

Document read(const std::string& drawing) { return read(std::vector<Page>{drawn_page(drawing)}); }

// A line between parts of one grid heads the rows below it, whatever sign it begins with; between two tables it does not.
TEST(OpenBand, HeadingsOfGroupsOfRowsBelongToTheTable) {
  const auto drawn =
      [](const std::string& head, const std::string& second) {
        return R"(
--------+------+------+------
 구분   | 1월  | 2월  | 3월
--------+------+------+------
 )" + head + R"( 정비
--------+------+------+------
 설계   | 10   | 20   | 30
--------+------+------+------
 )" + head + R"( 운영
--------+------+------+------
 )" + second + R"(
--------+------+------+------
)";
      };
  for (const std::string sign : {"1.", "○", "Ⅰ.", "가."}) {
    const Document document = read(drawn(sign, "청소   | 40   | 50   | 60  "));
    ASSERT_EQ(document.tables.size(), 1u) << sign;
    EXPECT_EQ(document.tables[0].rows, 5) << sign;
    EXPECT_EQ(cells_of(document.tables[0]).at(4), "1,0 1x4 " + sign + " 정비");
  }
  EXPECT_EQ(read(R"(
--------+------+------+------
 구분   | 1월  | 2월  | 3월
--------+------+------+------
 설계   | 10   | 20   | 30
--------+------+------+------
 2. 운영
--------+------+------+------
 구분   | 1월  | 2월  | 3월
--------+------+------+------
 청소   | 40   | 50   | 60
--------+------+------+------
)")
                .tables.size(),
            2u)
      << "the same headings again";
  EXPECT_EQ(read(R"(
--------+------+------+------
 구분   | 1월  | 2월  | 3월
--------+------+------+------
 2. 운영
--------+-----------+--------
 청소   | 40        | 60
--------+-----------+--------
)")
                .tables.size(),
            2u)
      << "other columns";
}

// A form ends in room to write in and a row to sign, closed by rules of its width and nothing else.
TEST(OpenBand, TheOpenEndOfAFormBelongsToIt) {
  const std::string head = R"(
------+--------+------+------
 성명 |        | 소속 |
------+--------+------+------
)";
  const auto rows = [&](const std::string& rest) { return read(head + rest).tables.at(0).rows; };
  EXPECT_EQ(rows(R"( 위와 같이 신청합니다.


-----------------------------
      7월 1일 신청인   (인)
-----------------------------
)"),
            3);
  EXPECT_EQ(rows(R"( 검토 의견
  적정함
-----------------------------
 검토자  홍길동
-----------------------------
)"),
            3);
  EXPECT_EQ(rows(R"( 1. 지원 동기
 2. 앞으로의 계획

-----------------------------
 붙임 서류는 없음
-----------------------------
)"),
            3);
  EXPECT_EQ(rows(R"( 위와 같이 신청합니다.
-----------------------------
)"),
            1)
      << "one rule alone";
  EXPECT_EQ(rows(R"( 이 아래는 다른 표
-----------------------------
 길        10     20
-----------------------------
 물        30     40
-----------------------------
)"),
            1)
      << "a table of its own";
}

// A box without columns stands a little below a table with columns, or below another such box.
TEST(OpenBand, ABoxBelowATableStandsForItself) {
  const auto tables = [](const std::string& drawing) {
    Page page = drawn_page(drawing);
    constexpr double kEdge = 120, kBy = 5;  // what is drawn below moves up: between rules 12 points apart nothing joins
    for (Rule& rule : page.rules) {
      if (rule.box.y0 > kEdge) rule.box.y0 -= kBy;
      if (rule.box.y1 > kEdge) rule.box.y1 -= kBy;
    }
    for (jangbu::Run& run : page.runs) {
      if (run.box.y0 < kEdge) continue;
      run.box.y0 -= kBy;
      run.box.y1 -= kBy;
    }
    // The box is shaded, and no line is drawn at its sides.
    for (const double x : {3.0, 171.0}) page.rules.push_back({{x, 121, x, 169}, 0});
    return read({page}).tables.size();
  };
  const std::string table = R"(
------+--------+------+------
 성명 |        | 소속 |
------+--------+------+------
)";
  EXPECT_EQ(tables(table + R"(-----------------------------
 자기소개서
-----------------------------
 1. 지원 동기
-----------------------------
)"),
            2u);
  EXPECT_EQ(tables(table + R"(------+--------+------+------
 주소 |        | 직위 |
------+--------+------+------
)"),
            1u)
      << "sections of one form";
}

// A form and the slip below it that is cut off and given back.
TEST(OpenBand, ASlipToCutOffBelongsToItsForm) {
  const std::string form = R"(
------+--------+------+------
 성명 | 한가온 | 소속 | 총무
------+--------+------+------
)";
  const std::string line = "-----------------------------\n", space = "\n";
  const std::string slip = R"(------+--------+------+------
 번호 | 17     | 분야 | 작가
------+--------+------+------
)";
  const std::string heading = R"(-----------------------------
           응시표
------+--------+------+------
 번호 | 17     | 분야 | 작가
------+--------+------+------
)";
  const auto tables = [](const std::string& drawing) { return read(drawing).tables.size(); };
  for (const std::string& below : {slip, heading, slip + " 주소 | 나래   | 전화 | 120\n------+--------+------+------\n"}) {
    EXPECT_EQ(tables(form + line + below), 1u) << "close to the line\n" << below;
    EXPECT_EQ(tables(form + space + line + space + below), 1u) << "a row away\n" << below;
    EXPECT_EQ(tables(form + space + space + below), 2u) << "no line\n" << below;
    EXPECT_EQ(tables(form + line + space + below), 2u) << "the line is not in the middle\n" << below;
    EXPECT_EQ(tables(form + " 자르는 선\n" + line + space + below), 2u) << "something is said there\n" << below;
  }
  EXPECT_EQ(tables(form + line + R"(----+-------------+----------
 17 | 한가온      | 작가
----+-------------+----------
)"),
            2u)
      << "other columns";
}

}  // namespace
}  // namespace jangbu
