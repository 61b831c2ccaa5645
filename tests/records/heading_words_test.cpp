// What headings say is told of every column of figures, whether a profile knows the table or not.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

std::string heading_lines(const Table& table) {
  std::string out;
  for (const HeadingWords& heading : table.headings) {
    out += heading.row >= 0 ? "row " + std::to_string(heading.row) : "column " + std::to_string(heading.column);
    for (const std::string& atom : heading.says) out += " " + atom;
    if (!heading.period.empty()) out += " @" + heading.period;
    if (!heading.phase.empty()) out += " ~" + heading.phase;
    for (const std::string& member : heading.members) out += " " + member;
    if (!heading.unit.empty()) out += " [" + heading.unit + "]";
    for (const std::string& word : heading.unknown) out += " ?" + word;
    if (heading.first != table.header_rows) out += " from " + std::to_string(heading.first);
    out += "\n";
  }
  return out;
}

TEST(HeadingWords, OfATableThatNoProfileKnows) {
  const Mapped m = mapped(R"(
    | 구분 | 2019년 | 2020년 | 두레박 | 방문객(명) |
    | ---- |
    | 가람 | 10     | 12     | 7      | 1,200      |
    | 나래 | 11     | 14     | 9      | 1,300      |
  )");
  EXPECT_TRUE(m.records.empty());
  EXPECT_TEXT(heading_lines(m.document.tables[0]), R"(
    column 1 @2019
    column 2 @2020
    column 3 ?두레박
    column 4 [명] ?방문객
  )");
}

TEST(HeadingWords, OfTypedColumnsAndOfRows) {
  EXPECT_TEXT(heading_lines(mapped(R"(
    (단위: 천원)
    | 부서   | 2020년 최종예산 | 2021년 당초예산(백만원) | 증감률(%) | 비고 |
    | ---- |
    | 가나과 | 1,000           | 2                       | 100.0     | 신규 |
    | 다라과 | 2,000           | 2                       | 0.0       |      |
  )")
                                .document.tables[0]),
              R"(
    column 1 budget final @2020 ~final
    column 2 budget original @2021 ~original [백만원]
    column 3 change rate [%]
  )");
  EXPECT_TEXT(heading_lines(mapped(R"(
    | 구분 | 가나과 | 다라과 |
    | ---- |
    | 정원 | 10     | 12     |
    | 현원 | 9      | 12     |
  )")
                                .document.tables[0]),
              R"(
    row 1 authorized
    row 2 actual
  )");
  EXPECT_TEXT(heading_lines(mapped(R"(
    | 부서   | 정원 | <       | <     |
    | ^      | 계   | 3․4급   | 5급   |
    | ---- |
    | 가나과 | 10   | 4       | 6     |
  )")
                                .document.tables[0]),
              R"(
    column 1 authorized total
    column 2 authorized 직급별=3·4급
    column 3 authorized 직급별=5급
  )");
}

// One header below the other: each holds for its own rows.
TEST(HeadingWords, OfHeadersOneBelowTheOther) {
  const Mapped m = mapped(R"(
    | 구분 | 3급 | 4급 |
    | ---- |
    | 정원 | 1   | 2   |
    | 현원 | 1   | 1   |
    | 구분 | 5급 | 6급 |
    | 정원 | 10  | 12  |
    | 현원 | 9   | 12  |
  )");
  for (const HeadingWords& heading : m.document.tables[0].headings) {
    const bool upper = heading.column >= 0 ? heading.last <= 2 : heading.row <= 2;
    const bool lower = heading.column >= 0 ? heading.first >= 4 : heading.row >= 4;
    EXPECT_TRUE(upper || lower) << heading.column << " " << heading.row << " " << heading.first << " " << heading.last;
  }
}

}  // namespace
}  // namespace jangbu
