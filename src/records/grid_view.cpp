#include "records/grid_view.h"

#include <algorithm>

#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kMostLabelColumns = 4;

bool is_ordinal_header(const std::string& key) {
  static const Pattern ordinal(R"((?i)연번|순번|번호|순위|no\.?)");
  return ordinal.matches(key);
}

}  // namespace

GridView::GridView(const Table& table, bool sideways)
    : table_(table),
      sideways_(sideways),
      rows_(sideways ? table.columns : table.rows),
      columns_(sideways ? table.rows : table.columns),
      header_rows_(sideways ? 1 : table.header_rows),
      index_(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), -1) {
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& c = table.cells[i];
    for (int r = c.row; r < std::min(c.row + c.row_span, table.rows); ++r) {
      for (int k = c.column; k < std::min(c.column + c.column_span, table.columns); ++k) {
        index_[static_cast<std::size_t>(r) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(k)] = static_cast<int>(i);
      }
    }
  }
  if (sideways) {
    label_columns_ = std::max(1, table.header_rows);
    return;
  }
  // Label columns: from the left until most cells are figures.
  label_columns_ = 0;
  while (label_columns_ < std::min(columns_ - 1, kMostLabelColumns)) {
    int figures = 0, texts = 0;
    for (int r = header_rows_; r < rows_; ++r) {
      const Cell* c = cell(r, label_columns_);
      if (!c || !is_anchor(r, label_columns_)) continue;
      const std::string text = trim(c->best_text());
      if (text.empty()) continue;
      ++(read_first_figure(text) ? figures : texts);
    }
    const auto path = header_path(label_columns_);
    const bool ordinal = !path.empty() && is_ordinal_header(path.back().key);
    if (!ordinal && figures > texts) break;
    if (!ordinal && label_columns_ > 0 && figures + texts == 0) break;
    ++label_columns_;
  }
  label_columns_ = std::max(label_columns_, 1);
}

const Cell* GridView::cell(int row, int column) const {
  const int r = sideways_ ? column : row, c = sideways_ ? row : column;
  const int i = index_[static_cast<std::size_t>(r) * static_cast<std::size_t>(table_.columns) + static_cast<std::size_t>(c)];
  return i < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(i)];
}

bool GridView::is_anchor(int row, int column) const {
  const Cell* c = cell(row, column);
  return c && (sideways_ ? c->row == column && c->column == row : c->row == row && c->column == column);
}

std::vector<HeaderCell> GridView::header_path(int column) const {
  std::vector<HeaderCell> path;
  const Cell* last = nullptr;
  for (int r = 0; r < header_rows_; ++r) {
    const Cell* c = cell(r, column);
    if (!c || c == last) continue;
    last = c;
    std::string text = trim(c->best_text());
    std::string key = header_key(text);
    if (!key.empty()) path.push_back({std::move(text), std::move(key)});
  }
  return path;
}

std::vector<const Cell*> GridView::labels(int row) const {
  std::vector<const Cell*> out;
  for (int c = 0; c < label_columns_; ++c) {
    const Cell* label = cell(row, c);
    if (!label || trim(label->best_text()).empty()) continue;
    const auto path = header_path(c);
    if (!path.empty() && is_ordinal_header(path.back().key)) continue;
    if (out.empty() || out.back() != label) out.push_back(label);
  }
  return out;
}

}  // namespace jangbu
