// A grid: where the cells of one table stand on a page, before any text is in them.
//
// Units: points. Columns lie between neighbouring `xs`, rows between neighbouring `ys`; both ascend strictly. The cells tile
// the grid: `owner` names for each place, row by row, the cell that covers it.
#pragma once

#include <cstddef>
#include <vector>

#include "jangbu/geometry.h"

namespace jangbu {

struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
};

struct Grid {
  std::vector<double> xs, ys;
  std::vector<GridCell> cells;  // sorted by row, column
  std::vector<int> owner;       // rows x columns indices into `cells`
  bool drawn = false;           // at least one line was drawn: not only edges of shaded areas
  bool sides_drawn = false;     // … and one of the vertical ones

  int rows() const { return static_cast<int>(ys.size()) - 1; }
  int columns() const { return static_cast<int>(xs.size()) - 1; }
  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  Box box_of(const GridCell& cell) const {
    return {xs[static_cast<std::size_t>(cell.column)], ys[static_cast<std::size_t>(cell.row)],
            xs[static_cast<std::size_t>(cell.column + cell.column_span)], ys[static_cast<std::size_t>(cell.row + cell.row_span)]};
  }
  // Index of the cell at a point; -1 outside.
  int cell_at(double x, double y) const;
};

// Edges between the places of a grid: which of them are walls.
class GridWalls {
 public:
  GridWalls(int rows, int columns);
  void add_horizontal(int line, int from_column, int to_column);  // below row line-1, over [from, to)
  void add_vertical(int line, int from_row, int to_row);
  bool horizontal(int line, int column) const { return horizontal_[static_cast<std::size_t>(line * columns_ + column)] != 0; }
  bool vertical(int line, int row) const { return vertical_[static_cast<std::size_t>(row * (columns_ + 1) + line)] != 0; }
  int rows() const { return rows_; }
  int columns() const { return columns_; }

  // Puts in vertical walls where lines across end one below the other at a border that goes on above or below: a dashed or faint side that
  // is not drawn beside every row. A line that ends where nothing crosses it would part nothing.
  //
  //   +---+---+      +---+---+
  //   |   | a |      |   | a |
  //   | A +---+  →   | A +---+
  //   |     b |      |   | b |
  //   |    ---+      |   +---+
  //   |     c |      |   | c |
  //   +---+---+      +---+---+
  void close_gaps_in_sides();

 private:
  int rows_, columns_;
  std::vector<char> horizontal_, vertical_;
};

// Fills `cells` and `owner`: places without a wall between them are one cell. A region that is no rectangle is cut into
// rectangles, so that the cells always tile. Lines of the grid along which no cell ends are taken out.
// Returns the number of regions that are closed on all sides: 0 means that nothing is a table here.
int build_cells(Grid& grid, const GridWalls& walls);

}  // namespace jangbu
