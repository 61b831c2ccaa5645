// From walls between places to cells that tile the grid. Flood fill finds the regions of places that no wall parts; a
// rectangular region is a cell. A region of another form (a title that reaches into the row below, an L around a box)
// is cut into rectangles, the one with the largest area on the page first, since its text stands there. A region that
// leaks out of the grid is not closed: if all leak, nothing is a table here. Drawings may have regions too large for
// that: beyond fixed bounds they are cut from the top down, in linear time.
//
//   walls         regions       cells
//   +---+---+     0 0           a 1 x 2 and b 1 x 1: the L of region 0 is cut, the larger rectangle first
//   |       |     0 1           c 1 x 1
//   |   +---+
//   |   |   |
//   +---+---+
#include "tables/grid.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace jangbu {
namespace {

// Index of the stretch between two edges in which `at` lies; the last edge belongs to the last stretch.
int interval_at(const std::vector<double>& edges, double at) {
  if (edges.size() < 2 || at < edges.front() || at > edges.back()) return -1;
  const auto above = std::upper_bound(edges.begin(), edges.end(), at);
  const int index = static_cast<int>(above - edges.begin()) - 1;
  return std::min(index, static_cast<int>(edges.size()) - 2);
}

// Numbers the regions of places that no wall parts. `closed[r]`: region r does not leak out of the grid.
struct Regions {
  std::vector<int> of_place;
  std::vector<char> closed;
};

// Flood fill from each place that has no number yet. Stepping over the rim of the grid opens the region.
Regions regions_of(const GridWalls& walls) {
  const int rows = walls.rows(), columns = walls.columns();
  const auto place = [columns](int row, int column) { return static_cast<std::size_t>(row * columns + column); };
  Regions regions;
  // An explicit stack: a region may hold all places of the grid, too many for recursion.
  regions.of_place.assign(static_cast<std::size_t>(rows * columns), -1);
  std::vector<std::pair<int, int>> open;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (regions.of_place[place(row, column)] >= 0) continue;
      const int number = static_cast<int>(regions.closed.size());
      regions.closed.push_back(1);
      regions.of_place[place(row, column)] = number;
      open.assign(1, {row, column});
      const auto visit = [&](int r, int c) {
        if (r < 0 || c < 0 || r >= rows || c >= columns) {
          regions.closed[static_cast<std::size_t>(number)] = 0;
        } else if (regions.of_place[place(r, c)] < 0) {
          regions.of_place[place(r, c)] = number;
          open.emplace_back(r, c);
        }
      };
      while (!open.empty()) {
        const auto [r, c] = open.back();
        open.pop_back();
        if (!walls.horizontal(r, c)) visit(r - 1, c);
        if (!walls.horizontal(r + 1, c)) visit(r + 1, c);
        if (!walls.vertical(c, r)) visit(r, c - 1);
        if (!walls.vertical(c + 1, r)) visit(r, c + 1);
      }
    }
  }
  return regions;
}

// The places of one region within its bounding box.
struct Shape {
  int row = 0, column = 0, rows = 0, columns = 0;
  std::vector<char> inside;  // rows x columns
};

// The rectangle of a shape that is largest on the page: the text of a region that is no rectangle stands in its largest part (below a title
// that reaches into it, beside a box in its corner).
GridCell largest_rectangle(const Grid& grid, const Shape& shape) {
  GridCell best;
  double most = -1;
  // open[column]: is the column inside of the shape in all rows from `top` to `bottom`? Runs of open columns are
  // rectangles.
  std::vector<char> open(static_cast<std::size_t>(shape.columns));
  for (int top = 0; top < shape.rows; ++top) {
    std::fill(open.begin(), open.end(), 1);
    for (int bottom = top; bottom < shape.rows; ++bottom) {
      int from = 0;
      for (int column = 0; column <= shape.columns; ++column) {
        if (column < shape.columns) {
          char& place = open[static_cast<std::size_t>(column)];
          place = place & shape.inside[static_cast<std::size_t>(bottom * shape.columns + column)];
          if (place != 0) continue;
        }
        if (column > from) {
          const GridCell cell{shape.row + top, shape.column + from, bottom - top + 1, column - from};
          const Box box = grid.box_of(cell);
          if (const double area = box.width() * box.height(); area > most) {
            most = area;
            best = cell;
          }
        }
        from = column + 1;
      }
    }
  }
  return best;
}

// Bounding boxes of all regions; `inside` is filled later, one shape at a time, to keep memory small.
std::vector<Shape> shapes_of(const Grid& grid, const Regions& regions) {
  std::vector<Shape> shapes(regions.closed.size());
  const int rows = grid.rows(), columns = grid.columns();
  std::vector<int> right(shapes.size(), -1), bottom(shapes.size(), -1);
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const auto region = static_cast<std::size_t>(regions.of_place[static_cast<std::size_t>(row * columns + column)]);
      Shape& shape = shapes[region];
      if (bottom[region] < 0) {
        shape.row = row;
        shape.column = column;
      }
      shape.column = std::min(shape.column, column);
      right[region] = std::max(right[region], column);
      bottom[region] = row;
    }
  }
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    shapes[i].rows = bottom[i] - shapes[i].row + 1;
    shapes[i].columns = right[i] - shapes[i].column + 1;
  }
  return shapes;
}

// Cuts every region into rectangles from its first row down: for drawings, whose shapes are too large to look for anything better.
void cut_from_the_top(Grid& grid, const Regions& regions) {
  const int rows = grid.rows(), columns = grid.columns();
  const auto place = [columns](int row, int column) { return static_cast<std::size_t>(row * columns + column); };
  grid.cells.clear();
  grid.owner.assign(static_cast<std::size_t>(rows * columns), -1);
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (grid.owner[place(row, column)] >= 0) continue;
      const int region = regions.of_place[place(row, column)];
      // A place that belongs to this region and to no cell yet.
      const auto free = [&](int r, int c) { return grid.owner[place(r, c)] < 0 && regions.of_place[place(r, c)] == region; };
      int right = column + 1;
      while (right < columns && free(row, right)) ++right;
      int bottom = row + 1;
      for (; bottom < rows; ++bottom) {
        bool whole = true;
        for (int c = column; c < right && whole; ++c) whole = free(bottom, c);
        if (!whole) break;
      }
      const int index = static_cast<int>(grid.cells.size());
      grid.cells.push_back({row, column, bottom - row, right - column});
      for (int r = row; r < bottom; ++r) {
        for (int c = column; c < right; ++c) grid.owner[place(r, c)] = index;
      }
    }
  }
}

// Cuts every region into rectangles, the largest first; a rectangular region stays whole.
void cut_into_cells(Grid& grid, const Regions& regions) {
  constexpr std::size_t kMostPlaces = 4'000'000;  // in the bounding boxes of all shapes
  constexpr long kMostSteps = 20'000'000;
  std::vector<Shape> shapes = shapes_of(grid, regions);
  std::size_t places = 0;
  for (const Shape& shape : shapes) places += static_cast<std::size_t>(shape.rows) * static_cast<std::size_t>(shape.columns);
  if (places > kMostPlaces) return cut_from_the_top(grid, regions);
  // `steps` counts the work of largest_rectangle over all regions, so that many odd shapes together are bounded as
  // well.
  long steps = 0;
  grid.cells.clear();
  for (std::size_t region = 0; region < shapes.size(); ++region) {
    Shape& shape = shapes[region];
    shape.inside.assign(static_cast<std::size_t>(shape.rows) * static_cast<std::size_t>(shape.columns), 0);
    std::size_t left = 0;
    for (int row = 0; row < shape.rows; ++row) {
      for (int column = 0; column < shape.columns; ++column) {
        const auto place = static_cast<std::size_t>((shape.row + row) * grid.columns() + shape.column + column);
        if (regions.of_place[place] != static_cast<int>(region)) continue;
        shape.inside[static_cast<std::size_t>(row * shape.columns + column)] = 1;
        ++left;
      }
    }
    if (left == shape.inside.size()) {
      grid.cells.push_back({shape.row, shape.column, shape.rows, shape.columns});
      continue;
    }
    while (left > 0) {
      steps += static_cast<long>(shape.rows) * shape.rows * shape.columns;
      if (steps > kMostSteps) return cut_from_the_top(grid, regions);
      const GridCell cell = largest_rectangle(grid, shape);
      for (int row = cell.row - shape.row; row < cell.row - shape.row + cell.row_span; ++row) {
        for (int column = cell.column - shape.column; column < cell.column - shape.column + cell.column_span; ++column) {
          shape.inside[static_cast<std::size_t>(row * shape.columns + column)] = 0;
          --left;
        }
      }
      grid.cells.push_back(cell);
    }
    shape.inside = {};
  }
  std::sort(grid.cells.begin(), grid.cells.end(),
            [](const GridCell& a, const GridCell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
}

// Keeps the lines of one axis along which at least one cell begins or ends.
std::vector<int> renumbered(std::vector<double>& edges, const std::vector<char>& used) {
  std::vector<int> number(edges.size(), 0);
  std::vector<double> kept;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    number[i] = static_cast<int>(kept.size());
    if (used[i] != 0) kept.push_back(edges[i]);
  }
  edges = std::move(kept);
  return number;
}

// Renumbers rows and columns after the edges that no cell uses are gone, and fills `owner` again.
void drop_unused_lines(Grid& grid) {
  std::vector<char> used_x(grid.xs.size(), 0), used_y(grid.ys.size(), 0);
  for (const GridCell& cell : grid.cells) {
    used_x[static_cast<std::size_t>(cell.column)] = used_x[static_cast<std::size_t>(cell.column + cell.column_span)] = 1;
    used_y[static_cast<std::size_t>(cell.row)] = used_y[static_cast<std::size_t>(cell.row + cell.row_span)] = 1;
  }
  const std::vector<int> x = renumbered(grid.xs, used_x), y = renumbered(grid.ys, used_y);
  for (GridCell& cell : grid.cells) {
    const int right = x[static_cast<std::size_t>(cell.column + cell.column_span)],
              bottom = y[static_cast<std::size_t>(cell.row + cell.row_span)];
    cell.column = x[static_cast<std::size_t>(cell.column)];
    cell.row = y[static_cast<std::size_t>(cell.row)];
    cell.column_span = right - cell.column;
    cell.row_span = bottom - cell.row;
  }
  grid.owner.assign(static_cast<std::size_t>(grid.rows() * grid.columns()), -1);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c)
        grid.owner[static_cast<std::size_t>(r * grid.columns() + c)] = static_cast<int>(i);
    }
  }
}

}  // namespace

int Grid::cell_at(double x, double y) const {
  const int column = interval_at(xs, x), row = interval_at(ys, y);
  if (column < 0 || row < 0) return -1;
  return owner[static_cast<std::size_t>(row * columns() + column)];
}

GridWalls::GridWalls(int rows, int columns)
    : rows_(rows),
      columns_(columns),
      horizontal_(static_cast<std::size_t>((rows + 1) * columns), 0),
      vertical_(static_cast<std::size_t>(rows * (columns + 1)), 0) {}

void GridWalls::add_horizontal(int line, int from_column, int to_column) {
  for (int c = from_column; c < to_column; ++c) horizontal_[static_cast<std::size_t>(line * columns_ + c)] = 1;
}

void GridWalls::add_vertical(int line, int from_row, int to_row) {
  for (int r = from_row; r < to_row; ++r) vertical_[static_cast<std::size_t>(r * (columns_ + 1) + line)] = 1;
}

void GridWalls::close_gaps_in_sides() {
  struct Gap {
    int top, bottom, ends;  // rows [top, bottom), walls across that end at the side within it
  };
  for (int line = 1; line < columns_; ++line) {
    // A wall across on one side of the line alone.
    const auto ends_at = [&](int row) { return horizontal(row, line - 1) != horizontal(row, line); };
    const auto crossed = [&](int row) { return horizontal(row, line - 1) && horizontal(row, line); };
    std::vector<Gap> gaps;
    for (int row = 0; row < rows_; ++row) {
      if (vertical(line, row)) continue;
      Gap gap{row, row + 1, 0};
      for (; gap.bottom < rows_ && !vertical(line, gap.bottom) && ends_at(gap.bottom); ++gap.bottom) ++gap.ends;
      gaps.push_back(gap);
      row = gap.bottom - 1;
    }
    const auto close = [&](const Gap& gap) {
      const bool above = gap.top > 0 && vertical(line, gap.top - 1), below = gap.bottom < rows_ && vertical(line, gap.bottom);
      const bool met_above = above || gap.top == 0 || crossed(gap.top), met_below = below || gap.bottom == rows_ || crossed(gap.bottom);
      if (met_above && met_below && (gap.ends > 1 || (gap.ends == 1 && (above || below)))) add_vertical(line, gap.top, gap.bottom);
    };
    // A gap that is closed is a side for the next one, whichever way it lies: down, then up.
    std::for_each(gaps.begin(), gaps.end(), close);
    std::for_each(gaps.rbegin(), gaps.rend(), close);
  }
}

int build_cells(Grid& grid, const GridWalls& walls) {
  const Regions regions = regions_of(walls);
  cut_into_cells(grid, regions);
  drop_unused_lines(grid);
  return static_cast<int>(std::count(regions.closed.begin(), regions.closed.end(), 1));
}

}  // namespace jangbu
