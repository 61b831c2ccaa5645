// Header rows end where figures begin.
//
// A row with a label of its own and a figure is data, however small its figures are: `합계 | 30 | 28`,
// `정원 | 91 | 1 | 3`. A row without one (its first cell reaches down from above, or is blank) is data where most of
// its cells are figures. A year is no figure: four digits, or ’ in front or 년 behind; nor is a number that names its
// place (4급, 1분기). In the first row, which is a header nearly always, figures must be the most.
// Numbers that count the rows (1 with 2 below it, in the first column) are labels of theirs.
// Hard case: two-digit numbers in the second row of a header (23 | 24 | 25 for years) are taken for figures, since
// 91 | 1 | 3 is as likely.
#include <algorithm>

#include "meaning/cell_figures.h"
#include "normalize/normalize.h"
#include "text/caption.h"
#include "text/figure.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kMostHeaderRows = 6;

bool is_year(std::string_view text) {
  static const Pattern year(R"(\s*(?:['’‘`´′]\s*\d\d\s*(?:학?년도?)?|\d\d\s*학?년도?|(?:19|20)\d\d\s*(?:학?년도?)?)\s*말?\s*)");
  return year.matches(text);
}

// 2016예산, ’25년 집행액: a year and what is measured of it. 2000명 and 2016천원 are figures.
bool begins_with_year(std::string_view text) {
  static const Pattern dated(R"(^\s*(?:['’‘`´′]\s*\d\d|(?:19|20)\d\d)\s*(?:학?년도?)?\s*([가-힣]{2,}).*$)");
  const auto groups = dated.groups(text);
  return groups.size() > 1 && !unit_named(groups[1]);
}

// What one row prints, its first cell aside.
struct RowSigns {
  bool label = false;  // of its own, and no figure
  int figures = 0, dashes = 0, others = 0;
};

// 1, 01 or 1. in the first column, and 2 right below it: the rows of a list begin here.
bool begins_count(const Table& table, int row) {
  static const Pattern number(R"(\s*0?([12])\s*[.)]?\s*)");
  std::string_view first, second;
  int end = row;
  for (const Cell& cell : table.cells) {
    if (cell.column != 0 || cell.row != row) continue;
    if (const auto groups = number.groups(cell.text); !groups.empty() && groups[0].size() == cell.text.size()) first = groups[1];
    end = row + cell.row_span;
  }
  for (const Cell& cell : table.cells) {
    if (cell.column != 0 || cell.row != end) continue;
    if (const auto groups = number.groups(cell.text); !groups.empty() && groups[0].size() == cell.text.size()) second = groups[1];
  }
  return first == "1" && second == "2";
}

// A pair such as `84/90` is a figure here; a year and a rank are not.
RowSigns signs_of(const Table& table, int row) {
  RowSigns out;
  for (const Cell& cell : table.cells) {
    if (cell.row != row) continue;
    const std::string text = trim(cell.text);
    if (text.empty()) continue;
    const CellFigures read = read_cell_figures(text);
    const bool figure =
        (read.prints_figure() && !is_year(text) && !begins_with_year(text) && !is_numbered(without_blanks(text))) || split_pair(text);
    if (cell.column == 0) {
      out.label = !figure;
    } else if (figure) {
      ++out.figures;
    } else if (read.dash) {
      ++out.dashes;
    } else {
      ++out.others;
    }
  }
  return out;
}

bool is_data(const RowSigns& signs, int row) {
  const int printed = signs.figures + signs.dashes;
  const bool most = printed * 2 >= printed + signs.others;
  if (row == 0) return signs.figures > 0 && most;
  if (signs.label) return signs.figures > 0 || (signs.dashes > 0 && most);
  return (signs.figures > 0 || signs.dashes > 1) && most;
}

}  // namespace

// The first row of data ends the header; without one the format's own marks do, or one row is taken.
void find_header_rows(Table& table) {
  // Rows that the format itself marks as header are only asked where figures tell nothing.
  int marked = 0;
  for (const Cell& cell : table.cells) {
    if (cell.header) marked = std::max(marked, cell.row + cell.row_span);
  }
  int first_data = -1;
  const int limit = std::min(table.rows, kMostHeaderRows + 1);
  for (int row = 0; row < limit && first_data < 0; ++row) {
    if (is_data(signs_of(table, row), row) || (row > 0 && begins_count(table, row))) first_data = row;
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
