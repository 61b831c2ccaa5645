// Tables of which only the header is boxed or shaded.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::read_page;
using test::texts_of;
using Lines = std::vector<std::string>;

TEST(HeaderBand, RowsBetweenRulesKeepToItsColumns) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
 ------------------------------
   Bridges      -         380
 ------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_TRUE(document.tables[0].guessed_grid);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 Kind", "0,1 2024", "0,2 2025", "1,0 Roads", "1,1 1,200", "1,2 1,450", "2,0 Bridges", "2,1 -", "2,2 380"}));
}

TEST(HeaderBand, TwoLevelsAboveRowsThatNothingParts) {
  const Document document = read_page(R"(
 +---------+-----------------+-----------------+
 | Office  |      Posts      |      Staff      |
 |         +--------+--------+--------+--------+
 |         |  Clerk | Driver |  Clerk | Driver |
 +---------+--------+--------+--------+--------+
   North       36       4        35       -
   South       20       2        20       1
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 2x1 Office", "0,1 1x2 Posts", "0,3 1x2 Staff", "1,1 Clerk", "1,2 Driver", "1,3 Clerk", "1,4 Driver", "2,0 North",
                   "2,1 36", "2,2 4", "2,3 35", "2,4 -", "3,0 South", "3,1 20", "3,2 2", "3,3 20", "3,4 1"}));
}

TEST(HeaderBand, TheCaptionOfTheNextTableIsNoRow) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
   Bridges       310      380

 ○ Staff           (heads)
 +----------+--------+--------+
 | Office   |  2024  |  2025  |
 +----------+--------+--------+
   North          36       35
   South          20       21
)");
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_EQ(document.tables[0].rows, 3);
  EXPECT_EQ(document.tables[1].rows, 3);
  EXPECT_EQ(texts_of(document), (Lines{"[table 3x3]", "○ Staff", "(heads)", "[table 3x3]"}));
}

TEST(HeaderBand, BoxesAboveTextAreNoHeader) {
  const Document document = read_page(R"(
 +----------+----------+----------+
 | Plan     | Build    | Open     |
 +----------+----------+----------+
 the work goes on from spring to the end of the year
 and what is left is told in the next report
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 1);
  EXPECT_EQ(document.blocks.size(), 3u);
}

// The rows are those of the table whose own rows are drawn.
TEST(HeaderBand, ATableWithFiguresIsWhole) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 | Roads    |  1,200 |  1,450 |
 +----------+--------+--------+
   rounded         1        2
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 2);
}

// A total that is shaded with its header, and ruled rows below it.
TEST(HeaderBand, RuledRowsBelowATotalAreItsParts) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 | Sum      |  1,510 |  1,830 |
 +----------+--------+--------+
   Roads       1,200    1,450
 ------------------------------
   Bridges       310      380
 ------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 Kind", "0,1 2024", "0,2 2025", "1,0 Sum", "1,1 1,510", "1,2 1,830", "2,0 Roads",
                                                 "2,1 1,200", "2,2 1,450", "3,0 Bridges", "3,1 310", "3,2 380"}));
}

TEST(HeaderBand, TwoLevelsATotalAndRuledRows) {
  const Document document = read_page(R"(
 +---------+-----------------+
 | Office  |      Staff      |
 |         +--------+--------+
 |         |  Clerk | Driver |
 +---------+--------+--------+
 | All     |     56 |      6 |
 +---------+--------+--------+
   North       36       4
 -----------------------------
   South       20       2
 -----------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 5);
  EXPECT_EQ(document.tables[0].columns, 3);
}

TEST(HeaderBand, WhatNoRulePartsBelowATotalIsNotItsPart) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 | Sum      |  1,510 |  1,830 |
 +----------+--------+--------+
   of these    1,200    1,450
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 2);
}

}  // namespace
}  // namespace jangbu
