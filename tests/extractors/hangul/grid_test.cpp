#include "extractors/hangul/grid.h"

#include <gtest/gtest.h>

#include "extractors/hangul/fixture_files.h"

namespace jangbu::hangul {
namespace {

Cell cell(int row, int column, int row_span, int column_span, const char* text) {
  Cell c;
  c.row = row;
  c.column = column;
  c.row_span = row_span;
  c.column_span = column_span;
  c.text = text;
  return c;
}

Table table_of(int rows, int columns, std::vector<Cell> cells) {
  Table table;
  table.rows = rows;
  table.columns = columns;
  table.cells = std::move(cells);
  return table;
}

TEST(Grid, leaves_a_whole_table_alone) {
  Table table = table_of(2, 2, {cell(1, 1, 1, 1, "d"), cell(0, 0, 2, 1, "a"), cell(0, 1, 1, 1, "b")});
  EXPECT_EQ(make_cells_tile(table), "");
  ASSERT_EQ(table.cells.size(), 3U);
  EXPECT_EQ(table.cells[0].text, "a");
  EXPECT_EQ(table.cells[2].text, "d");
}

TEST(Grid, fills_gaps) {
  Table table = table_of(2, 2, {cell(0, 0, 1, 1, "a"), cell(1, 1, 1, 1, "d")});
  EXPECT_EQ(make_cells_tile(table), "no cell at (0, 1); no cell at (1, 0)");
  EXPECT_TRUE(hangul_test::tiles(table));
}

TEST(Grid, gives_way_to_the_anchor_of_another_cell) {
  Table table = table_of(2, 2, {cell(0, 0, 2, 2, "big"), cell(1, 1, 1, 1, "small")});
  EXPECT_NE(make_cells_tile(table), "");
  EXPECT_TRUE(hangul_test::tiles(table));
  EXPECT_EQ(hangul_test::described(table), "body 2x2 <>\n  (0,0 1x2) big\n  (1,0 1x1) \n  (1,1 1x1) small\n");
}

TEST(Grid, keeps_the_text_of_cells_with_one_anchor) {
  Table table = table_of(1, 1, {cell(0, 0, 1, 1, "a"), cell(0, 0, 1, 1, "b")});
  EXPECT_EQ(make_cells_tile(table), "two cells at (0, 0)");
  ASSERT_EQ(table.cells.size(), 1U);
  EXPECT_EQ(table.cells[0].text, "a\nb");
}

TEST(Grid, keeps_the_text_of_cells_outside) {
  Table table = table_of(1, 2, {cell(0, 0, 1, 1, "a"), cell(9, 9, 1, 1, "far"), cell(-1, -1, 1, 1, "nowhere"), cell(7, 0, 3, 3, "")});
  EXPECT_NE(make_cells_tile(table), "");
  EXPECT_TRUE(hangul_test::tiles(table));
  std::string all;
  for (const Cell& c : table.cells) all += c.text + "/";
  EXPECT_NE(all.find("far/"), std::string::npos);
  EXPECT_NE(all.find("nowhere/"), std::string::npos);
}

TEST(Grid, cuts_spans_at_the_edge) {
  Table table = table_of(2, 2, {cell(0, 0, 2'000'000'000, 2'000'000'000, "all")});
  EXPECT_NE(make_cells_tile(table), "");
  EXPECT_TRUE(hangul_test::tiles(table));
  EXPECT_EQ(table.cells.size(), 1U);
}

TEST(Grid, gives_a_table_without_size_one_place) {
  Table table = table_of(0, 0, {cell(0, 0, 1, 1, "a")});
  EXPECT_EQ(make_cells_tile(table), "");
  EXPECT_EQ(table.rows, 1);
  Table empty = table_of(0, 5, {});
  EXPECT_EQ(make_cells_tile(empty), "");
}

}  // namespace
}  // namespace jangbu::hangul
