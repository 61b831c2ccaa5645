// Rows that say whether they are revenue or expenditure, and those below that do not say. In: for each row its side, where its label names
// one. Out: the same, with the sides of the rows below filled in, or an empty text where they are neither.
//
//   세입         900      revenue
//    국비        600      and so is this one: 600 + 300 = 900
//    시비        300
//   세출         900      expenditure; 인력 현황 below it, which adds up to nothing, is of no side
//
// Sums above their side first, then blocks (a row with a side, and those below it without one), then each by its sums: rows are parts where
// they add up to the row with the side in one column and fail in none, or hold in two.
#include "records/row_sides.h"

#include <algorithm>
#include <utility>

#include "arithmetic/interval.h"
#include "meaning/cell_figures.h"
#include "records/hierarchy.h"

namespace jangbu {
namespace {

// The plain figure at a place; a dash is nought. Nothing: words, a share, the covered part of a merged cell.
std::optional<Printed> figure_at(const GridView& view, int row, int column) {
  const Cell* cell = view.cell(row, column);
  if (!cell || !view.is_anchor(row, column)) return std::nullopt;
  const CellFigures read = read_cell_figures(cell->best_text());
  if (read.dash) return Printed{0, 0};
  if (!read.figure || !read.figure->value || read.figure->percent) return std::nullopt;
  return Printed::of(*read.figure->value, Decimal{1, read.figure->value->scale});
}

// Do the rows behind `head`, up to `end`, add up to it?
bool are_parts(const GridView& view, int head, int end) {
  int held = 0, failed = 0;
  for (int c = view.label_columns(); c < view.columns(); ++c) {
    const auto whole = figure_at(view, head, c);
    if (!whole || whole->value == 0) continue;
    std::vector<SignedTerm> parts;
    for (int r = head + 1; r < end; ++r) {
      if (const auto part = figure_at(view, r, c)) parts.push_back({1, *part});
    }
    // A row without a figure in this column: the sum would lack a part, and its failure would tell nothing.
    if (static_cast<int>(parts.size()) < end - head - 1) continue;
    ++(check_sum(*whole, parts).explained ? held : failed);
  }
  return held > 0 && (failed == 0 || held >= 2);
}

}  // namespace

void settle_row_sides(const GridView& view, std::vector<std::optional<std::string>>& flows) {
  const auto says = [&](const char* side) {
    return std::find(flows.begin(), flows.end(), std::optional<std::string>(side)) != flows.end();
  };
  if (!says("revenue") || !says("expenditure")) return;
  const int rows = static_cast<int>(flows.size());
  const auto at = [&](int row) -> std::optional<std::string>& { return flows[static_cast<std::size_t>(row)]; };
  // 계 above the rows of one side that it adds up, where their side stands beside them and not beside it.
  for (int r = view.header_rows(); r + 1 < rows; ++r) {
    const auto labels = view.labels(r);
    if (at(r) || !at(r + 1) || labels.empty() ||
        !(is_total_label(labels.back()->best_text()) || is_subtotal_label(labels.back()->best_text())))
      continue;
    int end = r + 1;
    while (end < rows && at(end) == at(r + 1)) ++end;
    if (end > r + 2 && are_parts(view, r, end)) at(r) = at(r + 1);
  }
  std::vector<std::pair<int, int>> blocks;  // the row that names a side, and the end of those below it that name none
  for (int r = view.header_rows(); r < rows; ++r) {
    if (!at(r) || view.labels(r).size() != 1) continue;
    int end = r + 1;
    while (end < rows && !at(end)) ++end;
    if (end > r + 1) blocks.emplace_back(r, end);
  }
  for (const auto& [head, end] : blocks) {
    // 수입 over 영업수익 and 자본적수입, of which the second names the side as well: all rows up to the other side are its parts.
    int last = end;
    while (last < rows && (!at(last) || at(last) == at(head))) ++last;
    const bool parts = are_parts(view, head, end) || (last > end && are_parts(view, head, last));
    for (int r = head + 1; r < end; ++r) at(r) = parts ? at(head) : std::string();
  }
}

std::optional<std::string> side_of_total(const GridView& view, const std::vector<std::optional<std::string>>& flows,
                                         const Lexicon& lexicon) {
  const auto first = static_cast<std::size_t>(view.header_rows());
  if (first >= flows.size() || !flows[first]) return std::nullopt;
  if (std::any_of(flows.begin() + static_cast<std::ptrdiff_t>(first) + 1, flows.end(), [](const auto& own) { return own.has_value(); }))
    return std::nullopt;
  const auto labels = view.labels(view.header_rows());
  const bool total = !labels.empty() && lexicon.read(labels.back()->best_text()).has("total");
  return total ? flows[first] : std::nullopt;
}

}  // namespace jangbu
