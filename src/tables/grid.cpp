#include "tables/grid.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace jangbu {
namespace {

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

Regions regions_of(const GridWalls& walls) {
  const int rows = walls.rows(), columns = walls.columns();
  const auto place = [columns](int row, int column) { return static_cast<std::size_t>(row * columns + column); };
  Regions regions;
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

// Cuts every region into rectangles, the largest first row first; a rectangular region stays whole.
void cut_into_cells(Grid& grid, const Regions& regions) {
  const int rows = grid.rows(), columns = grid.columns();
  const auto place = [columns](int row, int column) { return static_cast<std::size_t>(row * columns + column); };
  grid.cells.clear();
  grid.owner.assign(static_cast<std::size_t>(rows * columns), -1);
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (grid.owner[place(row, column)] >= 0) continue;
      const int region = regions.of_place[place(row, column)];
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

int build_cells(Grid& grid, const GridWalls& walls) {
  const Regions regions = regions_of(walls);
  cut_into_cells(grid, regions);
  drop_unused_lines(grid);
  return static_cast<int>(std::count(regions.closed.begin(), regions.closed.end(), 1));
}

}  // namespace jangbu
