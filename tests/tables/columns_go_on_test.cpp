// Tables whose header and sums are boxed or shaded cell by cell, and whose other rows are not.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::has;
using test::Lines;
using test::read_page;
using test::size_of;
using test::texts_of;

TEST(ColumnsGoOn, RowsBetweenRulesUpToTheTotal) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
 ------------------------------
   Bridges         -      380
 +----------+--------+--------+
 | Total    |  1,200 |  1,830 |
 +----------+--------+--------+
)");
  ASSERT_EQ(size_of(document), "4x3");
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 Kind", "0,1 2024", "0,2 2025", "1,0 Roads", "1,1 1,200", "1,2 1,450", "2,0 Bridges",
                                                 "2,1 -", "2,2 380", "3,0 Total", "3,1 1,200", "3,2 1,830"}));
}

TEST(ColumnsGoOn, LinesOfTextThatNothingParts) {
  const Document document = read_page(R"(
 +----------+--------+--------+--------+
 | 구분     |  2023  |  2024  |  2025  |
 +----------+--------+--------+--------+
   발행          -       120       80
   상환        422       529      570
 +----------+--------+--------+--------+
 | 잔액     |  1,420 |  1,011 |    521 |
 +----------+--------+--------+--------+
)");
  ASSERT_EQ(size_of(document), "4x4");
  EXPECT_TRUE(has(document, "1,2 120"));
  EXPECT_TRUE(has(document, "2,0 상환"));
  EXPECT_TRUE(has(document, "3,3 521"));
}

// Headings in the middle, figures flush right: white space alone would make columns of both.
TEST(ColumnsGoOn, HeaderOfTwoLevels) {
  const Document document = read_page(R"(
 +--------+---------------------+-------+
 | 구분   |        지출         | 잔액  |
 |        +----------+----------+       |
 |        | 금액     | 비율     |       |
 +--------+----------+----------+-------+
   경상       1,512       44.6    1,876
 ----------------------------------------
   자체       6,104       38.3    9,847
 +--------+----------+----------+-------+
 | 계     |    7,616 |     39.4 | 11,723|
 +--------+----------+----------+-------+
)");
  ASSERT_EQ(size_of(document), "5x4");
  EXPECT_TRUE(has(document, "2,1 1,512"));
  EXPECT_TRUE(has(document, "3,2 38.3"));
  EXPECT_TRUE(has(document, "4,3 11,723"));
}

TEST(ColumnsGoOn, EachGroupOfRowsHasItsSum) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
   Bridges         -      380
 +----------+--------+--------+
 | North    |  1,200 |  1,830 |
 +----------+--------+--------+
   Parks          90      100
   Squares        10       20
 +----------+--------+--------+
 | South    |    100 |    120 |
 +----------+--------+--------+
)");
  ASSERT_EQ(size_of(document), "7x3");
  EXPECT_TRUE(has(document, "3,0 North"));
  EXPECT_TRUE(has(document, "4,0 Parks"));
  EXPECT_TRUE(has(document, "6,2 120"));
}

// Sums stand above their rows: the last rows hang below the last sum.
TEST(ColumnsGoOn, RowsBelowTheLastSum) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 | North    |  1,200 |  1,830 |
 +----------+--------+--------+
   Roads       1,200    1,450
 ------------------------------
   Bridges         -      380
 +----------+--------+--------+
 | South    |    100 |    120 |
 +----------+--------+--------+
   Parks          90      100
 ------------------------------
   Squares        10       20
 ------------------------------
)");
  ASSERT_EQ(size_of(document), "7x3");
  EXPECT_TRUE(has(document, "2,0 Roads"));
  EXPECT_TRUE(has(document, "6,0 Squares"));
  EXPECT_TRUE(has(document, "6,2 20"));
}

TEST(ColumnsGoOn, TheNextTableBeginsWithHeadings) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
   Bridges       310      380

 ○ Staff            (heads)
 +----------+--------+--------+
 | Office   |  old   |  new   |
 +----------+--------+--------+
   North          36       35
   South          20       21
)");
  EXPECT_EQ(size_of(document), "3x3, 3x3");
}

TEST(ColumnsGoOn, TextOverABorderIsNoRow) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 what is spent for the buses is told below
 +----------+--------+--------+
 | Buses    |  1,200 |  1,830 |
 +----------+--------+--------+
)");
  EXPECT_EQ(size_of(document), "1x3, 1x3");
}

TEST(ColumnsGoOn, OtherColumnsAreAnotherTable) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
   Bridges       310      380
 +------+------+------+-------+
 | 7    |    8 |    9 |    10 |
 +------+------+------+-------+
)");
  EXPECT_EQ(size_of(document), "3x3, 1x4");
}

}  // namespace
}  // namespace jangbu
