// Finds cells that were painted apart inside of one ruled cell. A visit is a stretch of painting in one cell; a cell
// that is visited again after others were painted holds several texts. Borders go where a line of the grid lies
// between two visits, or, for cells side by side in one row, between the turns in which they were painted. The hard
// case is a program that paints a long cell in parts for reasons of its own: every part must fit the row whose turn
// it is, or the cell stays whole.
#include "tables/painted_cells.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace jangbu {
namespace {

constexpr double kUp = 0.1;      // of the font size: painting went up the page
constexpr double kMiddle = 1.5;  // points
constexpr double kTouch = 1.0;   // points that parts of a cell may overlap and still stand one below the other

// A stretch of painting inside of one cell.
struct Visit {
  std::size_t cell;
  double top, bottom;
};

// Stretches of painting, in order; the address of a run is its place in the order.
std::vector<Visit> visits_of(const FilledGrid& filled) {
  std::vector<std::pair<const Run*, std::size_t>> order;
  for (std::size_t i = 0; i < filled.runs.size(); ++i) {
    for (const Run* run : filled.runs[i]) order.emplace_back(run, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Visit> visits;
  for (const auto& [run, cell] : order) {
    if (visits.empty() || visits.back().cell != cell) {
      visits.push_back({cell, run->box.y0, run->box.y1});
    } else {
      visits.back().top = std::min(visits.back().top, run->box.y0);
      visits.back().bottom = std::max(visits.back().bottom, run->box.y1);
    }
  }
  return visits;
}

class Splitter {
 public:
  explicit Splitter(FilledGrid& filled) : filled_(filled), grid_(filled.grid), visits_(visits_of(filled)) {}

  // Spanning cells first, then rows of cells side by side; borders of both are put in at once.
  void split() {
    visits_of_.resize(grid_.cells.size());
    for (std::size_t i = 0; i < visits_.size(); ++i) visits_of_[visits_[i].cell].push_back(i);
    for (std::size_t cell = 0; cell < grid_.cells.size(); ++cell) {
      if (grid_.cells[cell].row_span > 1) cut_spanning(cell);
    }
    for (int row = 0; row < grid_.rows(); ++row) cut_row(row);
    add_walls(filled_, new_walls_);
  }

 private:
  double y_of(int line) const { return grid_.ys[static_cast<std::size_t>(line)]; }

  // The row of the grid in which the middle of a visit lies.
  int row_of(const Visit& visit) const {
    int row = 0;
    while (row + 1 < grid_.rows() && y_of(row + 1) < (visit.top + visit.bottom) / 2) ++row;
    return row;
  }

  // The parts of a cell that spans rows: each stands within rows of the grid, and is painted in its row's turn.
  void cut_spanning(std::size_t index) {
    const GridCell& cell = grid_.cells[index];
    const std::vector<std::size_t>& own = visits_of_[index];
    if (own.size() < 2) return;
    std::vector<int> lines{cell.row};
    for (std::size_t i = 1; i < own.size(); ++i) {
      const Visit &above = visits_[own[i - 1]], &below = visits_[own[i]];
      // A line of the grid between the two parts. Of several the lowest.
      int line = -1;
      for (int candidate = cell.row + 1; candidate < cell.row + cell.row_span; ++candidate) {
        if (y_of(candidate) > above.bottom - kTouch && y_of(candidate) < below.top + kTouch) line = candidate;
      }
      const int row = row_of(below);
      // The cell painted before must be of a row above, the one painted next of this row or one below.
      const bool before_fits = grid_.cells[visits_[own[i] - 1].cell].row < row;
      const bool next_fits = own[i] + 1 == visits_.size() || grid_.cells[visits_[own[i] + 1].cell].row >= row;
      if (line < 0 || !before_fits || !next_fits) return;
      lines.push_back(line);
    }
    lines.push_back(cell.row + cell.row_span);
    const Box box = grid_.box_of(cell);
    const auto cut = [&](int line) {
      if (line > cell.row && line < cell.row + cell.row_span) new_walls_.push_back({true, y_of(line), box.x0, box.x1});
    };
    for (std::size_t i = 0; i < own.size(); ++i) {
      cut(lines[i]);
      // Text in the middle of one row, and not of all rows that are left for it, keeps to that row.
      const Visit& visit = visits_[own[i]];
      const double middle = (visit.top + visit.bottom) / 2;
      const int row = row_of(visit);
      const auto off = [&](int from, int to) { return std::abs(middle - (y_of(from) + y_of(to)) / 2); };
      if (off(row, row + 1) < kMiddle && off(lines[i], lines[i + 1]) > 2 * kMiddle) {
        cut(row);
        cut(row + 1);
      }
    }
  }

  // Cells side by side that are painted in turns, again and again: rows without lines between them.
  void cut_row(int row) {
    std::vector<Visit> turns;  // from top to bottom of each
    std::size_t wide = 0;      // turns in which several cells are painted
    int column = -1;
    bool counted = false;
    // A turn begins where painting goes back to the left.
    for (const Visit& visit : visits_) {
      const GridCell& cell = grid_.cells[visit.cell];
      if (cell.row != row || cell.row_span != 1) continue;
      if (turns.empty() || cell.column <= column) {
        turns.push_back(visit);
        counted = false;
      } else {
        turns.back().top = std::min(turns.back().top, visit.top);
        turns.back().bottom = std::max(turns.back().bottom, visit.bottom);
        wide += counted ? 0 : 1;
        counted = true;
      }
      column = cell.column;
    }
    // Two turns with several cells at least: one cell painted in several parts makes no rows.
    if (turns.size() < 2 || wide < 2) return;
    // Turns that overlap in height are columns painted one by one.
    for (std::size_t i = 1; i < turns.size(); ++i) {
      if (turns[i].top < turns[i - 1].bottom - kTouch) return;
    }
    for (std::size_t i = 1; i < turns.size(); ++i) {
      new_walls_.push_back({true, (turns[i].top + turns[i - 1].bottom) / 2, grid_.xs.front(), grid_.xs.back()});
    }
  }

  FilledGrid& filled_;
  const Grid& grid_;
  std::vector<Visit> visits_;
  std::vector<std::vector<std::size_t>> visits_of_;
  std::vector<NewWall> new_walls_;
};

}  // namespace

bool paints_cell_by_cell(const Page& page) {
  for (std::size_t i = 1; i < page.runs.size(); ++i) {
    const Run &before = page.runs[i - 1], &run = page.runs[i];
    // A raised mark is smaller, and stands less than half a line higher.
    if (run.font_size == before.font_size && run.box.y0 < before.box.y0 - kUp * before.font_size) return true;
    if (run.box.y1 < before.box.y0) return true;
  }
  return false;
}

void split_painted_apart(FilledGrid& filled) {
  if (filled.grid.drawn) Splitter(filled).split();
}

}  // namespace jangbu
