#include <gtest/gtest.h>

#include "drawn_page.h"
#include "tables/page_tables.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::texts_of;
using Lines = std::vector<std::string>;

Document read(const std::string& drawing) {
  Document document;
  document.pages = {drawn_page(drawing)};
  EXPECT_TRUE(find_page_tables(document, Limits()).has_value());
  for (const Table& table : document.tables) EXPECT_TRUE(test::tiles(table));
  return document;
}

TEST(UnruledTables, ColumnsBetweenHorizontalRules) {
  const Document document = read(R"(
-----------------------------
 Country      Mean     Max
-----------------------------
 Austria      12.5     99
 Belgium      7.1      45
 Czechia      0.3      12
-----------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_TRUE(document.tables[0].guessed_grid);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 Country", "0,1 Mean", "0,2 Max", "1,0 Austria", "1,1 12.5", "1,2 99", "2,0 Belgium",
                                                 "2,1 7.1", "2,2 45", "3,0 Czechia", "3,1 0.3", "3,2 12"}));
}

TEST(UnruledTables, AlignedFiguresWithoutAnyLine) {
  const Document document = read(R"(
 Words before the table run on and on like this
 and they fill their lines from end to end here

 Group        2019      2020
 Carrefour    62.7      40.5%
 Auchan       37.0      35.7%
 Cora         11.0      24.0%
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(document.tables[0].columns, 3);
}

TEST(UnruledTables, NumberedListsAreText) {
  const Document document = read(R"(
 1.1    the first thing that has to be said
 1.2    the second thing that has to be said
 1.3    the third thing that has to be said
 1.4    the fourth thing that has to be said
)");
  EXPECT_TRUE(document.tables.empty());
  EXPECT_EQ(document.blocks.size(), 4u);
}

TEST(UnruledTables, RulesAroundProseAreNoTable) {
  const Document document = read(R"(
-----------------------------
 a note that is set between
 two rules and says nothing
-----------------------------
)");
  EXPECT_TRUE(document.tables.empty());
}

TEST(UnruledTables, InnerColumnsThatARuledTableLeavesOut) {
  const Document document = read(R"(
+---------------------------+
| Country    N       Share  |
+---------------------------+
| Austria    12      0.5    |
+---------------------------+
| Belgium    7       0.25   |
+---------------------------+
| Spain      3       0.1    |
+---------------------------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].columns, 3);
  EXPECT_EQ(document.tables[0].rows, 4);
}

TEST(UnruledTables, LettersSpacedOutInCellsAreNoColumns) {
  const Document document = read(R"(
+-----------+-----+
| 합     계 | 1   |
+-----------+-----+
| 소     계 | 2   |
+-----------+-----+
| 누     계 | 3   |
+-----------+-----+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].columns, 2);
  EXPECT_EQ(document.tables[0].cells[0].text, "합 계");
}

}  // namespace
}  // namespace jangbu
