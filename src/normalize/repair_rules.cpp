// The list of repairs for labels, and how they are applied: each rule changes a text or leaves it, in the order of
// the list, and each change is kept as a repair with the text before and after. Headers and labels are repaired; a
// figure is touched only by rules that free it from marks (`1,234 |`), and only if it is a figure afterwards. Hard
// case: prose in cells, which keeps its line breaks. It is told by standing beyond the label columns, or by its
// length.
#include <algorithm>
#include <array>
#include <vector>

#include "normalize/repair_rule.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {

// Order matters: marks go before wrapped lines are joined, and letter spacing comes last, when only blanks are left
// to tell.
std::span<const RepairRule> repair_rules() {
  static constexpr std::array<RepairRule, 7> kRules{{
      {"html_mark", repair_html_mark, true},
      {"markup", repair_markup, true},
      {"look_alike", repair_look_alike},
      {"stray_pipe", repair_stray_pipe, true},
      {"label_wrap", repair_label_wrap},
      {"bullet", repair_bullet},
      {"letter_spacing", repair_letter_spacing},
  }};
  return kRules;
}

namespace {

// A figure in marks that are no part of it: the cell is repaired if it is a figure without them, and only then.
void free_figure(Cell& cell, const std::string& table, std::vector<Repair>& repairs) {
  std::vector<Repair> steps;
  std::string text = cell.best_text();
  for (const RepairRule& rule : repair_rules()) {
    if (!rule.frees_figures) continue;
    auto freed = rule.apply(text);
    if (!freed) continue;
    steps.push_back({std::string(rule.name), "", text, *freed, table, cell.row, cell.column, 1.0});
    text = std::move(*freed);
  }
  if (steps.empty() || !read_first_figure(text)) return;
  cell.repaired = trim(text);
  for (Repair& step : steps) repairs.push_back(std::move(step));
}

// The first two columns, and those whose header is the first one's once more: tables that stand side by side.
std::vector<bool> label_columns(const Table& table) {
  const auto columns = static_cast<std::size_t>(std::max(0, table.columns));
  std::vector<std::string> headers(columns);
  for (const Cell& cell : table.cells) {
    const auto at = static_cast<std::size_t>(cell.column);
    if (cell.row + cell.row_span == table.header_rows && at < columns) headers[at] = header_key(cell.text);
  }
  std::vector<bool> out(columns, false);
  for (std::size_t c = 0; c < columns; ++c) out[c] = c < 2 || (!headers[c].empty() && headers[c] == headers[0]);
  return out;
}

}  // namespace

// Headers and names; what is a figure is only freed.
void repair_labels(Document& document) {
  constexpr std::size_t kLongestName = 20;  // code points of a label in a row without figures; what is longer is prose
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    Table& table = document.tables[t];
    // Which rows print a figure beside their label.
    std::vector<bool> figures(static_cast<std::size_t>(table.rows), false);
    for (const Cell& cell : table.cells) {
      if (cell.column > 0 && cell.row >= 0 && cell.row < table.rows && read_first_figure(cell.text))
        figures[static_cast<std::size_t>(cell.row)] = true;
    }
    const std::vector<bool> labels = label_columns(table);
    for (Cell& cell : table.cells) {
      const bool header = cell.row < table.header_rows;
      if (cell.text.empty() || (!header && read_first_figure(cell.text))) continue;
      if (!header && cell.column > 0) free_figure(cell, std::to_string(t), document.repairs);
      if (!header && cell.repaired && read_first_figure(*cell.repaired)) continue;
      // Outside of headers only what can be a label: prose in cells keeps its lines.
      if (!header && cell.column > 1 && (cell.column >= table.columns || !labels[static_cast<std::size_t>(cell.column)])) continue;
      if (!header && !figures[static_cast<std::size_t>(cell.row)] && code_point_count(cell.text) > kLongestName) continue;
      std::string text = cell.best_text();
      for (const RepairRule& rule : repair_rules()) {
        // A bullet shows a level only where rows of figures stand one below another; elsewhere it is the outline's own.
        if (rule.name == "bullet" && (header || !figures[static_cast<std::size_t>(cell.row)])) continue;
        auto repaired = rule.apply(text);
        if (!repaired) continue;
        document.repairs.push_back(
            {std::string(rule.name), header ? "header" : "name", text, *repaired, std::to_string(t), cell.row, cell.column, 1.0});
        text = std::move(*repaired);
      }
      std::string tidy = trim(text);
      if (tidy != trim(cell.text)) cell.repaired = std::move(tidy);
    }
  }
}

}  // namespace jangbu
