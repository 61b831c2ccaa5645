#include "tables/continuation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "tables/page_break.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kSlack = 6.0;  // of "would have fitted", points

bool in_body(const PlacedTable& table) { return table.nested_in < 0 && !table.running; }

// Index of the last and first table in the body; nothing if text stands below or above it.
std::optional<std::size_t> last_body_table(const PageLayout& page) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < page.tables.size(); ++i) {
    if (in_body(page.tables[i]) && (!last || page.tables[i].box.y1 > page.tables[*last].box.y1)) last = i;
  }
  if (!last) return last;
  for (const PlacedLine& line : page.lines) {
    if (line.box.y0 > page.tables[*last].box.y1 - kSameBorder) return std::nullopt;
  }
  return last;
}

std::optional<std::size_t> first_body_table(const PageLayout& page) {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < page.tables.size(); ++i) {
    if (in_body(page.tables[i]) && (!first || page.tables[i].box.y0 < page.tables[*first].box.y0)) first = i;
  }
  if (!first) return first;
  for (const PlacedLine& line : page.lines) {
    if (line.box.y1 < page.tables[*first].box.y0 + kSameBorder) return std::nullopt;
  }
  return first;
}

// Of the pages that are as high as this one.
double body_bottom(const std::vector<PageLayout>& pages, double height) {
  double bottom = 0;
  for (const PageLayout& page : pages) {
    if (page.height != height) continue;
    for (const PlacedLine& line : page.lines) bottom = std::max(bottom, line.box.y1);
    for (const PlacedTable& table : page.tables) bottom = std::max(bottom, table.box.y1);
  }
  return bottom;
}

// Where tables end that fill their page, if several do: a program that stretches what a page break cuts gives them one end.
std::optional<double> common_end(const std::vector<PageLayout>& pages, double height) {
  constexpr double kSameEnd = 1.5;
  std::vector<double> ends;
  for (const PageLayout& page : pages) {
    if (page.height != height) continue;
    if (const std::optional<std::size_t> last = last_body_table(page)) ends.push_back(page.tables[*last].box.y1);
  }
  std::sort(ends.rbegin(), ends.rend());
  for (std::size_t i = 1; i < ends.size(); ++i) {
    if (ends[i - 1] - ends[i] <= kSameEnd) return ends[i] - kSameEnd;
  }
  return std::nullopt;
}

struct PageEnd {
  double bottom = 0;
  std::optional<double> common;
};

// Height of a line of the first row, from the text and its white space.
double line_height(const PlacedTable& table) {
  double height = 0;
  for (std::size_t i = 0; i < table.table.cells.size() && table.table.cells[i].row == 0; ++i) {
    const Cell& cell = table.table.cells[i];
    if (!cell.bbox || cell.text.empty()) continue;
    const auto lines = 1 + std::count(cell.text.begin(), cell.text.end(), '\n');
    height = std::max(height, (cell.bbox->height() - table.slack[i].above - table.slack[i].below) / static_cast<double>(lines));
  }
  return height;
}

bool same_place(double a, double b) { return std::abs(a - b) <= kSameBorder; }

// Leading rows that both tables have, with the same text in cells at the same places.
int repeated_rows(const PlacedTable& first, const PlacedTable& second) {
  const std::vector<Cell>&ours = first.table.cells, &theirs = second.table.cells;
  const auto edge = [](const PlacedTable& table, int column) { return table.xs[static_cast<std::size_t>(column)]; };
  int equal = 0, reach = 0;
  std::size_t i = 0;
  for (; i < ours.size() && i < theirs.size(); ++i) {
    const Cell &a = ours[i], &b = theirs[i];
    // A header ends where no cell of it reaches further down.
    if (a.row == b.row && a.row > equal && reach <= a.row) equal = a.row;
    if (a.row != b.row || a.row_span != b.row_span || without_blanks(a.text) != without_blanks(b.text)) return equal;
    if (!same_place(edge(first, a.column), edge(second, b.column)) ||
        !same_place(edge(first, a.column + a.column_span), edge(second, b.column + b.column_span))) {
      return equal;
    }
    reach = std::max(reach, a.row + a.row_span);
  }
  return i == theirs.size() ? second.table.rows : equal;
}

double first_row_height(const Table& table, int row) {
  double height = 1e9;
  for (const Cell& cell : table.cells) {
    if (cell.row == row && cell.bbox) height = std::min(height, cell.bbox->height());
  }
  return height;
}

bool goes_on(const PlacedTable& first, double first_bottom, const PlacedTable& second, double bottom, int repeated) {
  if (std::abs(first.xs.front() - second.xs.front()) > kSameBorder || std::abs(first.xs.back() - second.xs.back()) > kSameBorder)
    return false;
  std::size_t common = 0;
  for (const double x : second.xs) common += border_at(first.xs, x) >= 0 ? 1 : 0;
  // Two tables of the same width that meet by chance share their outer borders only.
  if (common < 3 && std::min(first.xs.size(), second.xs.size()) > 2) return false;
  if (repeated > 0) return true;
  return first_bottom + first_row_height(second.table, 0) > bottom - kSlack;
}

}  // namespace

void join_continued_tables(std::vector<PageLayout>& pages) {
  std::map<double, PageEnd> ends;  // by height: pages may lie on their side
  for (const PageLayout& page : pages) {
    if (ends.count(page.height) == 0) ends[page.height] = {body_bottom(pages, page.height), common_end(pages, page.height)};
  }
  // The table that the pieces go to, and where its last piece ends.
  PlacedTable* open = nullptr;
  double open_bottom = 0;
  const PageEnd* end = nullptr;  // of the page where that is
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PageLayout& page = pages[p];
    const std::optional<std::size_t> first = first_body_table(page), last = last_body_table(page);
    bool joined = false;
    if (open != nullptr && first) {
      PlacedTable& piece = page.tables[*first];
      const int repeated = repeated_rows(*open, piece);
      if (goes_on(*open, open_bottom, piece, end->bottom, repeated)) {
        const BreakPlace place{open_bottom + line_height(piece) < end->bottom, end->common && open_bottom >= *end->common,
                               end->common.has_value()};
        for (const Cell& cell : piece.table.cells) {
          if (cell.row < repeated && !cell.text.empty()) piece.left_out += (piece.left_out.empty() ? "" : "\n") + cell.text;
        }
        join_at_break(*open, piece, repeated, place);
        piece.joined_away = true;
        joined = true;
        open_bottom = piece.box.y1;
        end = &ends[page.height];
      }
    }
    if (joined && last == first) continue;  // the whole page is one piece: the table may go on
    open = nullptr;
    if (last && !(joined && last == first)) {
      open = &page.tables[*last];
      open_bottom = open->box.y1;
      end = &ends[page.height];
    }
  }
}

}  // namespace jangbu
