// A grid with the texts in it → is it a drawing rather than a table? Charts are told by what their texts lack (labels, headings, rows
// that follow each other), or by what only an axis has: figures at even steps down to nought, evenly apart. The hard cases are forms,
// which are empty too but have labels, and columns of years or numbers, which step by one.
//
//   800, 600, 400, 200, 0 down the left side, as far apart as they are less: an axis
//   2021, 2022, 2023, … down a column step by one and reach no nought: labels of rows
#include "tables/charts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "tables/run_lines.h"
#include "text/figure.h"

namespace jangbu {
namespace {

// Three or four figures in even steps are found in tables, too.
constexpr std::size_t kFewestTicks = 5;
constexpr double kUneven = 0.15;  // of the distance between two ticks

// The ground of a chart: lines across at even steps, and hardly any text between them.
bool is_ground(const FilledGrid& placed) {
  constexpr int kFewestSteps = 4;
  const std::size_t filled = filled_cells(placed);
  const std::vector<double>& ys = placed.grid.ys;
  if (placed.grid.columns() > 1 || placed.grid.rows() < kFewestSteps || 2 * filled > static_cast<std::size_t>(placed.grid.rows()))
    return false;
  const double step = (ys.back() - ys.front()) / placed.grid.rows();
  for (std::size_t i = 1; i < ys.size(); ++i) {
    if (std::abs(ys[i] - ys[i - 1] - step) > 0.1 * step) return false;
  }
  // Strips thinner than the text on them are the shades that fade behind a title.
  return std::none_of(placed.runs.begin(), placed.runs.end(), [step](const auto& runs) {
    return std::any_of(runs.begin(), runs.end(), [step](const Run* run) { return run->box.height() > step; });
  });
}

// Bars: more than half of the rows are empty, the first one and the first column with them.
bool is_bars(const FilledGrid& filled) {
  const Grid& grid = filled.grid;
  if (grid.rows() < 5 || grid.columns() < 4) return false;
  std::vector<char> has_text(static_cast<std::size_t>(grid.rows()), 0);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (filled.runs[i].empty()) continue;
    const GridCell& cell = grid.cells[i];
    if (cell.row == 0 || cell.column == 0) return false;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) has_text[static_cast<std::size_t>(row)] = 1;
  }
  return 2 * std::count(has_text.begin(), has_text.end(), 1) < grid.rows();
}

// A figure that may stand beside an axis: what it says, where it ends and how high it stands. Figures beside an axis end at one place.
struct Tick {
  double value = 0, x1 = 0, y = 0;
};

// Do the ticks from `first` on, the first of a line each, go down at even steps to nought or below?
bool is_axis(const std::vector<Tick>& ticks, std::size_t first) {
  if (first + kFewestTicks > ticks.size()) return false;
  const double step = ticks[first].value - ticks[first + 1].value, apart = ticks[first + 1].y - ticks[first].y;
  if (step <= 0 || step == 1) return false;
  std::size_t last = first + 1;
  for (; last < ticks.size(); ++last) {
    const Tick &above = ticks[last - 1], &tick = ticks[last];
    const bool even = std::abs(above.value - tick.value - step) < 1e-6 * step && std::abs(tick.y - above.y - apart) <= kUneven * apart &&
                      std::abs(tick.x1 - above.x1) <= 2;
    if (!even) break;
  }
  return last - first >= kFewestTicks && ticks[last - 1].value <= 0;
}

// The texts of a cell or a column, line by line: what stands first in a line may be a tick, and an axis may begin at any of them, since
// a title or a unit can stand above it.
bool holds_axis(const std::vector<const Run*>& runs) {
  if (runs.size() < kFewestTicks) return false;
  std::vector<Tick> ticks;
  for (const RunLine& line : lines_of(runs)) {
    const Run& first = *line.runs.front();
    const std::optional<PrintedFigure> figure = read_figure(first.text);
    if (figure && figure->value && figure->suffix.empty()) ticks.push_back({figure->value->to_double(), first.box.x1, first.box.y0});
  }
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    if (is_axis(ticks, i)) return true;
  }
  return false;
}

// Most cells with more than a line of text are charts.
bool is_frames(const FilledGrid& filled) {
  std::size_t charts = 0, others = 0;
  for (const auto& runs : filled.runs) {
    if (runs.empty()) continue;
    if (holds_axis(runs)) {
      ++charts;
    } else {
      others += lines_of(runs).size() > 2 ? 1 : 0;
    }
  }
  return charts > others;
}

}  // namespace

std::size_t filled_cells(const FilledGrid& filled) {
  return static_cast<std::size_t>(std::count_if(filled.runs.begin(), filled.runs.end(), [](const auto& runs) { return !runs.empty(); }));
}

bool is_chart(const FilledGrid& filled) { return is_ground(filled) || is_bars(filled) || is_frames(filled); }

// Charts side by side, each in a frame: every column is empty or has an axis of its own.
bool is_row_of_charts(const FilledGrid& filled) {
  std::vector<std::vector<const Run*>> columns(static_cast<std::size_t>(filled.grid.columns()));
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
    auto& column = columns[static_cast<std::size_t>(filled.grid.cells[i].column)];
    column.insert(column.end(), filled.runs[i].begin(), filled.runs[i].end());
  }
  return !columns.empty() && std::all_of(columns.begin(), columns.end(), [](const auto& runs) { return runs.empty() || holds_axis(runs); });
}

// Boxes that lines join (a chart of an organization, of a procedure): no two texts have a border in common, and one box stands in the
// middle over another. Labels of a form stand one below the other.
bool is_diagram(const FilledGrid& placed) {
  constexpr std::size_t kMostBoxes = 200;
  const Grid& grid = placed.grid;
  if (grid.rows() < 3 || grid.columns() < 3 || filled_cells(placed) < 3) return false;
  const auto filled_at = [&](int row, int column) {
    const int cell = grid.owner[static_cast<std::size_t>(row * grid.columns() + column)];
    return placed.runs[static_cast<std::size_t>(cell)].empty() ? -1 : cell;
  };
  for (int row = 0; row < grid.rows(); ++row) {
    for (int column = 0; column < grid.columns(); ++column) {
      const int cell = filled_at(row, column);
      if (cell < 0) continue;
      const int right = column + 1 < grid.columns() ? filled_at(row, column + 1) : -1;
      const int below = row + 1 < grid.rows() ? filled_at(row + 1, column) : -1;
      if ((right >= 0 && right != cell) || (below >= 0 && below != cell)) return false;
    }
  }
  std::vector<GridCell> boxes;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (!placed.runs[i].empty()) boxes.push_back(grid.cells[i]);
  }
  if (boxes.size() > kMostBoxes) return false;
  return std::any_of(boxes.begin(), boxes.end(), [&](const GridCell& a) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const GridCell& b) {
      const int a_end = a.column + a.column_span, b_end = b.column + b.column_span;
      return a.row < b.row && a.column < b_end && b.column < a_end && a.column != b.column && a_end != b_end;
    });
  });
}

}  // namespace jangbu
