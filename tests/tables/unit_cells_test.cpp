// Units that stand in a cell of the table, and units that stand above it.
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

TEST(UnitCells, ARowOfTheTable) {
  const Document document = read_page(R"(
+-----------------------------+
|               (단위: 천원)  |
+---------+---------+---------+
| 구분    |  2024   |  2025   |
+---------+---------+---------+
| 도로    |  1,200  |  1,450  |
+---------+---------+---------+
)");
  ASSERT_EQ(size_of(document), "3x3");
  EXPECT_TRUE(has(document, "0,0 1x3 (단위: 천원)"));
  EXPECT_EQ(texts_of(document), (Lines{"[table 3x3]"}));
}

TEST(UnitCells, BesideTheTitleInItsFirstRow) {
  const Document document = read_page(R"(
+-------------------+---------+
| 세출 현황         |(단위:원)|
+---------+---------+---------+
| 구분    |  2024   |  2025   |
+---------+---------+---------+
| 도로    |  1,200  |  1,450  |
+---------+---------+---------+
)");
  EXPECT_EQ(size_of(document), "3x3");
  EXPECT_TRUE(has(document, "0,2 (단위:원)"));
}

TEST(UnitCells, InTheCornerWhateverTheSides) {
  for (const std::string table : {R"(
+---------+---------+---------+
|(단위:원)|  2024   |  2025   |
+---------+---------+---------+
| 도로    |  1,200  |  1,450  |
+---------+---------+---------+
)",
                                  R"(
----------+---------+----------
 (단위:원)|  2024   |  2025
----------+---------+----------
  도로    |  1,200  |  1,450
----------+---------+----------
)"}) {
    const Document document = read_page(table);
    EXPECT_EQ(size_of(document), "2x3") << table;
    EXPECT_TRUE(has(document, "0,0 (단위:원)")) << table;
  }
}

TEST(UnitCells, ARowOfTheHeader) {
  const Document document = read_page(R"(
+---------+---------+---------+
| 구분    |  정원   |  예산   |
|         +---------+---------+
|         |  (명)   | (천원)  |
+---------+---------+---------+
| 도로    |     12  |  1,450  |
+---------+---------+---------+
)");
  EXPECT_EQ(size_of(document), "3x3");
  EXPECT_TRUE(has(document, "1,2 (천원)"));
}

// Between a rule and the table's own first rule stands no row of it.
TEST(UnitCells, AboveTheTableItIsNone) {
  for (const std::string above : {"-------------------------------\n               (단위: 천원)\n", " 세출 현황     (단위: 천원)\n"}) {
    const Document document = read_page("\n" + above + R"(----------+---------+----------
  구분    |  2024   |  2025
----------+---------+----------
  도로    |  1,200  |  1,450
----------+---------+----------
)");
    EXPECT_EQ(size_of(document), "2x3") << above;
    EXPECT_TRUE(has(document, "0,0 구분")) << above;
  }
}

}  // namespace
}  // namespace jangbu
