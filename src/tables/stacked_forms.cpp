// A grid is forms if it consists of equal blocks of rows and nothing else: the same cells, the same words in the first column, and
// something else beside them. The hard case is the table whose labels repeat below names of groups (계, 국비, 시비 of each programme):
// there the names stand in the first column, and no two blocks have the same. Of two rows no form consists.
//
//   사업명 | 가사업       period 3: the labels 사업명, 예산, 기간 come again, what stands beside them differs: two forms
//   예산   | 100
//   기간   | 2025년
//   사업명 | 나사업
//   예산   | 200
//   기간   | 2026년
//
// The shortest period that fits is taken; it must divide the rows without a rest.
#include "tables/stacked_forms.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "tables/open_lines.h"
#include "tables/run_lines.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kFewestRows = 3;

std::string words_of(const FilledGrid& filled, std::size_t cell) { return without_blanks(joined_text(lines_of(filled.runs[cell]))); }

// Indices of the cells that begin in each row; empty where a cell of a block reaches into the next.
std::vector<std::vector<std::size_t>> cells_by_row(const FilledGrid& filled) {
  std::vector<std::vector<std::size_t>> rows(static_cast<std::size_t>(filled.grid.rows()));
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) rows[static_cast<std::size_t>(filled.grid.cells[i].row)].push_back(i);
  return rows;
}

// Texts aside: the same columns, reaching as far.
bool same_shape(const GridCell& a, const GridCell& b) {
  return a.column == b.column && a.row_span == b.row_span && a.column_span == b.column_span;
}

// Do the rows repeat with this period, labels and shapes alike and the rest not?
bool repeats(const FilledGrid& filled, const std::vector<std::vector<std::size_t>>& rows, int period) {
  const Grid& grid = filled.grid;
  const auto step = static_cast<std::size_t>(period);
  bool differs = false;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const std::size_t cell : rows[row]) {
      // A cell ends in its block.
      if (static_cast<int>(row) % period + grid.cells[cell].row_span > period) return false;
    }
    if (row < step) continue;
    const auto &first = rows[row % step], &again = rows[row];
    if (first.size() != again.size()) return false;
    for (std::size_t i = 0; i < first.size(); ++i) {
      const GridCell &a = grid.cells[first[i]], &b = grid.cells[again[i]];
      if (!same_shape(a, b)) return false;
      const bool equal = words_of(filled, first[i]) == words_of(filled, again[i]);
      if (a.column == 0 && !equal) return false;
      differs = differs || !equal;
    }
  }
  if (!differs) return false;
  // Labels: words, each once in a form.
  std::vector<std::string> labels;
  for (std::size_t row = 0; row < step; ++row) {
    for (const std::size_t cell : rows[row]) {
      if (grid.cells[cell].column != 0) continue;
      labels.push_back(words_of(filled, cell));
      if (labels.back().empty() || is_figure_text(filled.runs[cell])) return false;
    }
  }
  const auto count = labels.size();
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  return labels.size() == count && count >= static_cast<std::size_t>(kFewestRows);
}

// The rows from `from` to before `to` as a grid of their own, with the same borders. Cells keep their place within the form.
FilledGrid rows_of(const FilledGrid& filled, int from, int to) {
  FilledGrid form;
  form.guessed = filled.guessed;
  form.grid.drawn = filled.grid.drawn;
  form.grid.sides_drawn = filled.grid.sides_drawn;
  form.grid.xs = filled.grid.xs;
  form.grid.ys.assign(filled.grid.ys.begin() + from, filled.grid.ys.begin() + to + 1);
  form.grid.owner.assign(static_cast<std::size_t>((to - from) * filled.grid.columns()), -1);
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
    GridCell cell = filled.grid.cells[i];
    if (cell.row < from || cell.row >= to) continue;
    cell.row -= from;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        form.grid.owner[static_cast<std::size_t>(row * filled.grid.columns() + column)] = static_cast<int>(form.grid.cells.size());
      }
    }
    form.grid.cells.push_back(cell);
    form.runs.push_back(filled.runs[i]);
  }
  return form;
}

}  // namespace

std::vector<FilledGrid> forms_of(const FilledGrid& filled) {
  const int rows = filled.grid.rows();
  if (!filled.grid.drawn || rows < 2 * kFewestRows || filled.grid.columns() < 2) return {};
  const std::vector<std::vector<std::size_t>> by_row = cells_by_row(filled);
  // Most tables end here: the first label stands nowhere else in the first column.
  const std::string first = by_row.front().empty() ? "" : words_of(filled, by_row.front().front());
  if (first.empty()) return {};
  for (int period = kFewestRows; 2 * period <= rows; ++period) {
    const auto& again = by_row[static_cast<std::size_t>(period)];
    if (rows % period != 0 || again.empty() || words_of(filled, again.front()) != first || !repeats(filled, by_row, period)) continue;
    std::vector<FilledGrid> forms;
    for (int row = 0; row < rows; row += period) forms.push_back(rows_of(filled, row, row + period));
    return forms;
  }
  return {};
}

}  // namespace jangbu
