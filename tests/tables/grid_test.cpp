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

// A side that is drawn beside the first row alone goes on where the lines between the others end at it.
TEST(Grid, ASideWithGapsIsClosed) {
  const auto table = [](bool side_above, bool side_below) {
    Grid grid = places(4, 3);
    GridWalls walls = rim(4, 3);
    for (const int line : {1, 2, 3}) walls.add_horizontal(line, 1, 3);
    walls.add_vertical(2, 0, 4);
    if (side_above) walls.add_vertical(1, 0, 1);
    if (side_below) walls.add_vertical(1, 3, 4);
    walls.close_gaps_in_sides();
    build_cells(grid, walls);
    return shown(grid);
  };
  const char* closed = "abc\nade\nafg\nahi\n";
  EXPECT_EQ(table(true, true), closed);
  EXPECT_EQ(table(true, false), closed);
  EXPECT_EQ(table(false, true), closed);
  EXPECT_EQ(table(false, false), closed);  // three lines end one below the other
}

TEST(Grid, OneLineThatEndsInsideOfACellIsNoSide) {
  Grid grid = places(2, 3);
  GridWalls walls = rim(2, 3);
  walls.add_horizontal(1, 1, 3);
  walls.add_vertical(2, 0, 2);
  walls.close_gaps_in_sides();
  EXPECT_FALSE(walls.vertical(1, 0));
  EXPECT_FALSE(walls.vertical(1, 1));
}

// Where the gap opens to nothing that crosses it, what the lines mean is not known.
TEST(Grid, AGapThatNothingEndsStaysOpen) {
  GridWalls walls = rim(4, 3);
  walls.add_horizontal(3, 1, 3);
  walls.add_vertical(1, 0, 1);
  walls.add_vertical(2, 0, 4);
  walls.close_gaps_in_sides();
  for (const int row : {1, 2, 3}) EXPECT_FALSE(walls.vertical(1, row)) << row;
}

// A gap that is closed is a side for the next one, above it as below it.
TEST(Grid, AClosedGapIsASideForTheGapAboveAndBelow) {
  GridWalls walls = rim(5, 2);
  walls.add_horizontal(1, 1, 2);
  walls.add_horizontal(2, 0, 2);  // parts the gaps
  walls.add_horizontal(3, 1, 2);
  walls.add_horizontal(4, 1, 2);
  walls.close_gaps_in_sides();
  for (const int row : {0, 1, 2, 3, 4}) EXPECT_TRUE(walls.vertical(1, row)) << row;
}

// From 0 to below `end`, as likely as each other in the first cases as in the last.
int any_below(int end) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)); }

GridWalls any_walls(int rows, int columns) {
  GridWalls walls(rows, columns);
  for (int line = 0; line <= rows; ++line) {
    for (int column = 0; column < columns; ++column) {
      if (*rc::gen::arbitrary<bool>()) walls.add_horizontal(line, column, column + 1);
    }
  }
  for (int line = 0; line <= columns; ++line) {
    for (int row = 0; row < rows; ++row) {
      if (any_below(3) == 0) walls.add_vertical(line, row, row + 1);
    }
  }
  return walls;
}

GridWalls upside_down(const GridWalls& walls) {
  GridWalls turned(walls.rows(), walls.columns());
  for (int line = 0; line <= walls.rows(); ++line) {
    for (int column = 0; column < walls.columns(); ++column) {
      if (walls.horizontal(line, column)) turned.add_horizontal(walls.rows() - line, column, column + 1);
    }
  }
  for (int line = 0; line <= walls.columns(); ++line) {
    for (int row = 0; row < walls.rows(); ++row) {
      if (walls.vertical(line, row)) turned.add_vertical(line, walls.rows() - 1 - row, walls.rows() - row);
    }
  }
  return turned;
}

RC_GTEST_PROP(Grid, ClosingGapsOpensNothingAndIsDoneAtOnce, ()) {
  const int rows = 1 + any_below(9), columns = 2 + any_below(4);
  const GridWalls before = any_walls(rows, columns);
  GridWalls once = before;
  once.close_gaps_in_sides();
  GridWalls twice = once, turned = upside_down(before);
  twice.close_gaps_in_sides();
  turned.close_gaps_in_sides();
  turned = upside_down(turned);
  for (int row = 0; row < rows; ++row) {
    for (int line = 0; line <= columns; ++line) {
      RC_ASSERT(once.vertical(line, row) || !before.vertical(line, row));
      RC_ASSERT(twice.vertical(line, row) == once.vertical(line, row));
      RC_ASSERT(turned.vertical(line, row) == once.vertical(line, row));
    }
    for (int column = 0; column < columns; ++column) RC_ASSERT(once.horizontal(row, column) == before.horizontal(row, column));
  }
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
