// Header rows are the rows above the first row of figures: a row that has a figure in most of its cells behind the label.
#include <algorithm>

#include "normalize/normalize.h"
#include "text/figure.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kMostHeaderRows = 6;

bool is_year(std::string_view text) {
  static const Pattern year(R"(\s*['’‘]?(?:19|20)?\d\d\s*(?:년도?)?\s*)");
  return year.matches(text) && text.find(',') == std::string_view::npos;
}

}  // namespace

void find_header_rows(Table& table) {
  int marked = 0;
  for (const Cell& cell : table.cells) {
    if (cell.header) marked = std::max(marked, cell.row + cell.row_span);
  }
  int first_data = -1;
  const int limit = std::min(table.rows, kMostHeaderRows + 1);
  for (int row = 0; row < limit && first_data < 0; ++row) {
    int figures = 0, others = 0;
    bool real = false;
    for (const Cell& cell : table.cells) {
      if (cell.row != row || cell.column == 0) continue;
      const std::string text = trim(cell.text);
      if (text.empty()) continue;
      const auto figure = read_first_figure(text);
      // `2021` alone may head a column, `2,021` does not; nor is 4급 a figure.
      if (figure && !is_year(text) && !is_numbered(text)) {
        ++figures;
        real = real || figure->value.has_value();
      } else {
        ++others;
      }
    }
    if (figures > 0 && figures * 2 >= figures + others && (real || row > 0)) first_data = row;
  }
  if (first_data > 0) {
    // A header cell that reaches down into the figures' row is a row label of that row.
    table.header_rows = first_data;
  } else if (first_data < 0 && table.rows > 1 && table.columns > 1) {
    table.header_rows = std::clamp(marked, 1, table.rows - 1);
  } else {
    table.header_rows = first_data < 0 ? 0 : std::min(marked, std::max(0, first_data));
  }
}

}  // namespace jangbu
