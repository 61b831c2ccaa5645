// From walls to cells: whatever the walls are, the cells tile the grid.
#include "tables/grid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace jangbu {
namespace {

// A letter a place, by the cell that covers it: a, b, c … in the order of the cells.
std::string shown(const Grid& grid) {
  std::string out;
  for (int row = 0; row < grid.rows(); ++row) {
    for (int column = 0; column < grid.columns(); ++column)
      out += static_cast<char>('a' + grid.owner[static_cast<std::size_t>(row * grid.columns() + column)]);
    out += '\n';
  }
  return out;
}

Grid places(int rows, int columns) {
  Grid grid;
  for (int i = 0; i <= columns; ++i) grid.xs.push_back(i * 100.0);
  for (int i = 0; i <= rows; ++i) grid.ys.push_back(i * 20.0);
  return grid;
}

GridWalls rim(int rows, int columns) {
  GridWalls walls(rows, columns);
  for (const int line : {0, rows}) walls.add_horizontal(line, 0, columns);
  for (const int side : {0, columns}) walls.add_vertical(side, 0, rows);
  return walls;
}

TEST(Grid, PlacesWithoutAWallBetweenThemAreOneCell) {
  Grid grid = places(2, 3);
  GridWalls walls = rim(2, 3);
  walls.add_horizontal(1, 0, 3);
  walls.add_vertical(1, 1, 2);  // below the title only
  walls.add_vertical(2, 1, 2);
  EXPECT_EQ(build_cells(grid, walls), 4);
  EXPECT_EQ(shown(grid), "aaa\nbcd\n");
  EXPECT_EQ(grid.cell_at(250, 10), 0);
  EXPECT_EQ(grid.cell_at(250, 30), 3);
  EXPECT_EQ(grid.cell_at(350, 30), -1);
}

// An L around a box: the larger rectangle first, since the text stands there.
TEST(Grid, WhatIsNoRectangleIsCut) {
  Grid grid = places(2, 2);
  GridWalls walls = rim(2, 2);
  walls.add_horizontal(1, 1, 2);
  walls.add_vertical(1, 1, 2);
  EXPECT_EQ(build_cells(grid, walls), 2);
  EXPECT_EQ(shown(grid), "aa\nbc\n");
}

TEST(Grid, LinesThatNoCellUsesAreTakenOut) {
  Grid grid = places(2, 3);
  GridWalls walls = rim(2, 3);
  walls.add_horizontal(1, 0, 3);
  EXPECT_EQ(build_cells(grid, walls), 2);
  EXPECT_EQ(grid.columns(), 1);
  EXPECT_EQ(shown(grid), "a\nb\n");
}

TEST(Grid, WhatIsOpenAtTheSideIsNotClosed) {
  Grid grid = places(1, 1);
  GridWalls walls(1, 1);
  walls.add_horizontal(0, 0, 1);
  walls.add_horizontal(1, 0, 1);
  EXPECT_EQ(build_cells(grid, walls), 0);
}

RC_GTEST_PROP(Grid, CellsTileWhateverTheWallsAre, ()) {
  const int rows = *rc::gen::inRange(1, 7), columns = *rc::gen::inRange(1, 7);
  Grid grid = places(rows, columns);
  GridWalls walls = rim(rows, columns);
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (*rc::gen::arbitrary<bool>()) walls.add_horizontal(row, column, column + 1);
      if (*rc::gen::arbitrary<bool>()) walls.add_vertical(column, row, row + 1);
    }
  }
  build_cells(grid, walls);
  std::vector<int> covered(static_cast<std::size_t>(grid.rows() * grid.columns()), 0);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        const auto place = static_cast<std::size_t>(row * grid.columns() + column);
        ++covered[place];
        RC_ASSERT(grid.owner[place] == static_cast<int>(i));
      }
    }
  }
  for (const int times : covered) RC_ASSERT(times == 1);
}

}  // namespace
}  // namespace jangbu
