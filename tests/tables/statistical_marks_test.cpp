// What is drawn in and around tables of statistics: rules, grounds, leaders.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::has;
using test::Lines;
using test::moved;
using test::size_of;
using test::texts_of;

Document read(const std::string& drawing) { return test::read_page(drawing); }

// Columns parted by lines that one rule crosses: where the rule ends, the table does.
TEST(StatisticalMarks, OneRuleCrossesTheLinesBetweenColumns) {
  const Document document = read(R"(
 Group     | 2005 | 2006
-----------+------+-------
 Fuel      |  193 |  204
 Insurance |   80 |  170
 Printing  |   72 |   60
)");
  EXPECT_EQ(size_of(document), "4x3");
  EXPECT_TRUE(has(document, "1,0 Fuel"));
  EXPECT_TRUE(has(document, "3,2 60"));
  EXPECT_EQ(size_of(read(R"(
 구분     | 정원
----------+-------
 총무과   |   12
 환경과   |   21
 건설과   |   17
)")),
            "4x2");
  EXPECT_EQ(size_of(read(R"(
 구분     | 정원 | 현원 | 증감
----------+------+------+-------
 총무과   |   12 |   11 |   -1
 환경과   |   21 |   20 |   -1
 건설과   |   17 |   17 |
)")),
            "4x4");
}

// Lines across at even steps with hardly a word between them are the ground of a chart.
TEST(StatisticalMarks, GroundsOfChartsAreNoTables) {
  const std::string ground = R"(
+--------------------+
| Output             |
+--------------------+
|                    |
+--------------------+
|                    |
+--------------------+
|                    |
+--------------------+
|                    |
+--------------------+
)";
  EXPECT_EQ(size_of(read(ground)), "");
  // Strips thinner than their text shade the box of a title.
  Page box = drawn_page(ground);
  const double top = box.rules.front().box.y0;
  for (Rule& rule : box.rules) {
    rule.box.y0 = top + (rule.box.y0 - top) / 4;
    rule.box.y1 = top + (rule.box.y1 - top) / 4;
  }
  EXPECT_EQ(test::read_pages({box}).tables.size(), 1u);
  // A form with a heading and lines to write on has more columns.
  EXPECT_EQ(size_of(read(R"(
+---------+----------+
| Name    | Signed   |
+---------+----------+
|         |          |
+---------+----------+
|         |          |
+---------+----------+
|         |          |
+---------+----------+
)")),
            "4x2");
}

// Dots lead from a label to its figure in ruled cells too; dots alone are to be written on.
TEST(StatisticalMarks, LeadersInCells) {
  const Document document = read(R"(
+-----------------+-------+
| Ohio .......... |    12 |
+-----------------+-------+
| Iowa …………………    |    22 |
+-----------------+-------+
| ............    | ..... |
+-----------------+-------+
)");
  EXPECT_TRUE(has(document, "0,0 Ohio"));
  EXPECT_TRUE(has(document, "1,0 Iowa"));
  EXPECT_TRUE(has(document, "2,0 ............"));
}

// Headings on a shaded strip between two rules.
TEST(StatisticalMarks, ShadedHeadingsBelongToTheRowsBelow) {
  const auto shaded = [](const std::string& drawing) {
    Page page = drawn_page(drawing);
    // From the first rule to the second, as fills leave their edges.
    const Box top = page.rules[0].box, low = page.rules[1].box;
    page.rules.push_back({{top.x0, top.y0, top.x0, low.y0}, 0});
    page.rules.push_back({{top.x1, top.y0, top.x1, low.y0}, 0});
    std::sort(page.rules.begin(), page.rules.end(), [](const Rule& a, const Rule& b) {
      return a.horizontal() != b.horizontal() ? a.horizontal() : a.horizontal() ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
    });
    return test::read_pages({page});
  };
  EXPECT_EQ(size_of(shaded(R"(
---------------------------------
 Site        Depth   Width   Age
---------------------------------
 Ohio        12.1    31.0    44
---------------------------------
 Iowa        22.3    33.1    54
---------------------------------
)")),
            "3x4");
  EXPECT_EQ(size_of(shaded(R"(
---------------------------------
 Site        Depth   Width   Age
---------------------------------
 Ohio        12.1    31.0    44
 Iowa        22.3    33.1    54
---------------------------------
)")),
            "3x4");
  EXPECT_EQ(size_of(shaded(R"(
---------------------------------
 What we have to do this year
---------------------------------
)")),
            "1x1")
      << "a title in a shaded strip stays a box";
}

// Rules between the rows only: the first row and the last one stand beyond them.
TEST(StatisticalMarks, RowsBeyondTheFirstAndLastRule) {
  for (const char* head : {" Site        1999   2000   2001", "             1999   2000   2001", " 구분        1분기  2분기  3분기"}) {
    const Document document = read(std::string("\n") + head + R"(
---------------------------------
 Ohio        12.1    31.0    44
---------------------------------
 Iowa        22.3    33.1    54
---------------------------------
 Utah        19.3    23.1    24
---------------------------------
 Maine       11.3    13.1    34
)");
    EXPECT_EQ(size_of(document), "5x4") << head;
  }
  // A unit and a note are no rows.
  EXPECT_EQ(size_of(read(R"(
 Rates                 (percent)
---------------------------------
 Ohio        12.1    31.0    44
---------------------------------
 Iowa        22.3    33.1    54
---------------------------------
 Utah        19.3    23.1    24
---------------------------------
 Source: the Bureau of Towns
)")),
            "3x4");
}

// A rule that a typewriter drew is no row.
TEST(StatisticalMarks, TypedRulesAreNoRows) {
  for (const char sign : {'-', '=', '_'}) {
    Page page = drawn_page(R"(
 County       1999    2000    2001
 ................................
 Ohio        12,10   31,01    44
 Iowa        22,35   33,10    54
 Utah        19,30   23,12    24
)");
    for (auto& run : page.runs) {
      if (run.text.starts_with("...")) run.text.assign(run.text.size(), sign);
    }
    EXPECT_EQ(size_of(test::read_pages({page})), "4x4") << sign;
  }
}

}  // namespace
}  // namespace jangbu
