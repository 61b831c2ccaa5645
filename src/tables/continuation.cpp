// Walks over the pages with one open table: the last one in the body of the page before. The first table of a page
// is joined to it where borders, header and the room left on the page say that it is the same table.
// The hard case is two tables that merely look alike: one form filled in for each department has equal borders and
// labels on every page. It is told by equal labels beside other figures (filled_in_again). What happens to the rows
// and cells at the break itself is in page_break.h and break_signs.h.
#include "tables/continuation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "tables/page_break.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr double kSlack = 6.0;    // of "would have fitted", points
constexpr double kShifted = 9.0;  // points by which the borders of a piece may miss those of the piece before, all of them by themselves
constexpr double kFilled = 0.7;   // of the page's height: pages end no higher

bool in_body(const PlacedTable& table) { return table.nested_in < 0 && !table.running; }

// The last and first table in the body, and the lines below and above it.
struct EdgeTable {
  std::size_t table = 0;
  std::vector<const PlacedLine*> beyond;
};

// Lines that overlap the border by less than kSameBorder still count as below the table.
std::optional<EdgeTable> last_body_table(const PageLayout& page) {
  std::optional<EdgeTable> last;
  for (std::size_t i = 0; i < page.tables.size(); ++i) {
    if (in_body(page.tables[i]) && (!last || page.tables[i].box.y1 > page.tables[last->table].box.y1)) last = EdgeTable{i, {}};
  }
  if (!last) return last;
  for (const PlacedLine& line : page.lines) {
    if (line.box.y0 > page.tables[last->table].box.y1 - kSameBorder) last->beyond.push_back(&line);
  }
  return last;
}

// The mirror of last_body_table: what counts is what stands above.
std::optional<EdgeTable> first_body_table(const PageLayout& page) {
  std::optional<EdgeTable> first;
  for (std::size_t i = 0; i < page.tables.size(); ++i) {
    if (in_body(page.tables[i]) && (!first || page.tables[i].box.y0 < page.tables[first->table].box.y0)) first = EdgeTable{i, {}};
  }
  if (!first) return first;
  for (const PlacedLine& line : page.lines) {
    if (line.box.y1 < page.tables[first->table].box.y0 + kSameBorder) first->beyond.push_back(&line);
  }
  return first;
}

// Notes to a table stand at the foot of its first page: ※ …, * …, 주) …, 1) …, 자료: …
bool is_note(const PlacedLine& line) {
  static const Pattern note(R"((?:[※*†‡＊]|주\s*[):：\d]|\(?\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+[)⁾]?|(?:)" + any_of("source_notes") +
                            R"()\s*[:：]|(?i:notes?|source)\s*[:.]).*)");
  return note.matches(line.text);
}

// Is the line printed once more over what goes on: the same words as above the table, or with a word that says so?
bool says_again(const PlacedLine& line, const std::vector<std::string>& above) {
  static const Pattern goes_on(R"(.*[(\[<〈〔【]\s*(?:)" + any_of("continued") + R"()\s*[)\]>〉〕】].*)");
  return goes_on.matches(line.text) || std::find(above.begin(), above.end(), without_blanks(line.text)) != above.end();
}

// What stands closely above a table, without blanks.
std::vector<std::string> lines_above(const PageLayout& page, const PlacedTable& table) {
  constexpr double kNear = 90;
  std::vector<std::string> above;
  for (const PlacedLine& line : page.lines) {
    if (line.box.y1 < table.box.y0 + kSameBorder && line.box.y0 > table.box.y0 - kNear) above.push_back(without_blanks(line.text));
  }
  return above;
}

// The lowest ink of the pages that are as high as this one: where the body of a page ends, since margins are printed
// nowhere.
double body_bottom(const std::vector<PageLayout>& pages, double height) {
  double bottom = 0;
  for (const PageLayout& page : pages) {
    if (page.height != height) continue;
    for (const PlacedLine& line : page.lines) bottom = std::max(bottom, line.box.y1);
    for (const PlacedTable& table : page.tables) bottom = std::max(bottom, table.box.y1);
  }
  // Where no page is filled, none tells where pages end.
  return std::max(bottom, kFilled * height);
}

// Where tables end that fill their page, if several do: a program that stretches what a page break cuts gives them one end.
std::optional<double> common_end(const std::vector<PageLayout>& pages, double height) {
  constexpr double kSameEnd = 1.5;
  std::vector<double> ends;
  for (const PageLayout& page : pages) {
    if (page.height != height) continue;
    const std::optional<EdgeTable> last = last_body_table(page);
    if (last && last->beyond.empty()) ends.push_back(page.tables[last->table].box.y1);
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
// A header repeated on each page is the same cells at the same borders. A row counts only once it is closed: a header
// cell over two rows (`구분` beside `예산` over `당초 | 최종`) must not be cut after its first row.
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

// The smallest height among the cells of the row: a cell that spans rows says nothing of the height that the first
// row alone would have needed.
double first_row_height(const Table& table, int row) {
  double height = 1e9;
  for (const Cell& cell : table.cells) {
    if (cell.row == row && cell.bbox) height = std::min(height, cell.bbox->height());
  }
  return height;
}

// Borders of the second piece a few points beside those of the first, one beside each other: what editors do to tables by hand, or two
// sections of a document do with other margins. The second takes the places of the first.
bool take_borders(const PlacedTable& first, PlacedTable& second) {
  if (first.xs.size() != second.xs.size()) return false;
  double least = 1e9, most = 0;
  // The borders may all be shifted, but by less than half of the narrowest column: beyond that it is not known which
  // is which.
  for (std::size_t i = 0; i < first.xs.size(); ++i) {
    const double miss = std::abs(first.xs[i] - second.xs[i]);
    if (miss > kShifted) return false;
    least = std::min(least, i + 1 < first.xs.size() ? first.xs[i + 1] - first.xs[i] : least);
    most = std::max(most, miss);
  }
  if (most > least / 2) return false;
  second.xs = first.xs;
  return true;
}

// The same labels beside other figures: one form, filled in again.
bool filled_in_again(const PlacedTable& first, const PlacedTable& second) {
  const auto labels = [](const PlacedTable& piece) {
    std::vector<std::string> column;
    for (const Cell& cell : piece.table.cells) {
      if (cell.column == 0) column.push_back(std::to_string(cell.row) + without_blanks(cell.text));
    }
    return column;
  };
  const auto rest = [](const PlacedTable& piece, int row) {
    std::string words;
    // The first row without its label: two forms differ here, and a table that goes on with equal header rows does
    // not.
    for (const Cell& cell : piece.table.cells) {
      if (cell.row == row && cell.column > 0) words += without_blanks(cell.text) + "|";
    }
    return words;
  };
  if (first.table.rows != second.table.rows || first.table.columns != second.table.columns || first.table.rows < 2) return false;
  return labels(first) == labels(second) && rest(first, 0) != rest(second, 0);
}

// One cell as wide as the table at the top of a page: the bar of a chapter, unless the table has such rows itself.
bool is_bar_over_columns(const PlacedTable& first, const PlacedTable& second) {
  const int columns = first.table.columns;
  if (second.table.rows != 1 || second.table.columns != 1 || columns == 1) return false;
  return std::none_of(first.table.cells.begin(), first.table.cells.end(), [&](const Cell& cell) { return cell.column_span == columns; });
}

// The plain case: nothing stands between the pieces.
bool goes_on(const PlacedTable& first, double first_bottom, const PlacedTable& second, double bottom, int repeated) {
  if (std::abs(first.xs.front() - second.xs.front()) > kSameBorder || std::abs(first.xs.back() - second.xs.back()) > kSameBorder)
    return false;
  // Inner borders have to agree as well: most tables of a document are as wide as its text.
  std::size_t common = 0;
  for (const double x : second.xs) common += border_at(first.xs, x) >= 0 ? 1 : 0;
  // Two tables of the same width that meet by chance share their outer borders only.
  if (common < 3 && std::min(first.xs.size(), second.xs.size()) > 2) return false;
  if (repeated > 0) return true;
  if (is_bar_over_columns(first, second)) return false;
  // A first row that would still have fitted on the page before begins another table.
  return first_bottom + first_row_height(second.table, 0) > bottom - kSlack && !filled_in_again(first, second);
}

// The open table: the pieces so far, and what was said above it.
struct OpenTable {
  PlacedTable* table = nullptr;
  double bottom = 0;             // where its last piece ends
  const PageEnd* end = nullptr;  // of the page where that is
  bool noted = false;            // notes stand below the last piece
  double limit = 0;              // the page's end, or where the notes begin
  std::vector<std::string> above;
};

// Does this piece belong to the open table? What stands between them has to be said again, or to be notes at the page's foot; then the
// header has to be there again, or all borders, and the first piece has filled its page.
bool belongs(const OpenTable& open, const EdgeTable& first, PlacedTable& piece, int& repeated) {
  repeated = repeated_rows(*open.table, piece);
  if (first.beyond.empty() && !open.noted && goes_on(*open.table, open.bottom, piece, open.end->bottom, repeated)) {
    // Borders that white space tells come out a little different on each page.
    take_borders(*open.table, piece);
    return true;
  }
  for (const PlacedLine* line : first.beyond) {
    if (!says_again(*line, open.above)) return false;
  }
  const bool filled = open.bottom + first_row_height(piece.table, 0) > open.limit - kSlack;
  if (!filled || filled_in_again(*open.table, piece)) return false;
  const std::vector<double> own = piece.xs;
  if (!take_borders(*open.table, piece)) return false;
  repeated = repeated_rows(*open.table, piece);
  // Without a header only tables whose borders are exactly the same, with nothing but notes between.
  const bool same = own == piece.xs && first.beyond.empty() && piece.xs.size() > 3;
  if (repeated > 0 || same) return true;
  piece.xs = own;
  return false;
}

// The same headings at the top of the next page over columns of other widths, which each piece was given for itself: the rows before have a
// total, those behind have none, and nothing stands between but what is said again. Two tables of one form have a total each, or none.
bool goes_on_in_other_widths(const OpenTable& open, const EdgeTable& first, const PlacedTable& piece, int& repeated) {
  constexpr int kFewestColumns = 4;
  const Table &ours = open.table->table, &theirs = piece.table;
  if (open.noted || ours.columns != theirs.columns || ours.columns < kFewestColumns || ours.rows < 3 || theirs.rows < 2) return false;
  for (const PlacedLine* line : first.beyond) {
    if (!says_again(*line, open.above)) return false;
  }
  int rows = 1;  // of the header: down to where its first row's cells reach
  for (const Cell& cell : ours.cells) rows = cell.row == 0 ? std::max(rows, cell.row_span) : rows;
  if (rows >= theirs.rows || rows >= ours.rows) return false;
  const auto words = [rows](const Table& table) {
    std::string text;
    for (const Cell& cell : table.cells) {
      if (cell.row < rows) text += std::to_string(cell.row) + ":" + std::to_string(cell.column) + without_blanks(cell.text) + "|";
    }
    return text;
  };
  const auto totals = [rows](const Table& table) {
    static const Pattern total(any_of("total_labels"));
    return std::count_if(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
      return cell.row >= rows && cell.column == 0 && total.matches(without_blanks(cell.text));
    });
  };
  if (words(ours) != words(theirs) || totals(ours) != 1 || totals(theirs) != 0) return false;
  repeated = rows;
  return true;
}

}  // namespace

void join_continued_tables(std::vector<PageLayout>& pages) {
  std::map<double, PageEnd> ends;  // by height: pages may lie on their side
  for (const PageLayout& page : pages) {
    if (ends.count(page.height) == 0) ends[page.height] = {body_bottom(pages, page.height), common_end(pages, page.height)};
  }
  OpenTable open;
  for (PageLayout& page : pages) {
    const std::optional<EdgeTable> first = first_body_table(page), last = last_body_table(page);
    bool joined = false;
    if (open.table != nullptr && first) {
      PlacedTable& piece = page.tables[first->table];
      int repeated = 0;
      bool same = belongs(open, *first, piece, repeated);
      if (!same && goes_on_in_other_widths(open, *first, piece, repeated)) {
        piece.xs = open.table->xs;
        same = true;
      }
      if (same) {
        // Is there room for another line above the break, and was the piece stretched down to where filled pages end?
        const BreakPlace place{open.bottom + line_height(piece) < open.end->bottom, open.end->common && open.bottom >= *open.end->common,
                               open.end->common.has_value()};
        // Repeated header rows are dropped from the table; their words are kept as left out, so that nothing vanishes
        // silently.
        for (const Cell& cell : piece.table.cells) {
          if (cell.row < repeated && !cell.text.empty()) piece.left_out += (piece.left_out.empty() ? "" : "\n") + cell.text;
        }
        join_at_break(*open.table, piece, repeated, place);
        piece.joined_away = true;
        joined = true;
      }
    }
    const bool only_notes =
        last && std::all_of(last->beyond.begin(), last->beyond.end(), [](const PlacedLine* line) { return is_note(*line); });
    if (!only_notes) {
      open.table = nullptr;
      continue;
    }
    // Where the whole page is one piece the table may go on.
    PlacedTable& end = page.tables[last->table];
    if (!joined || first->table != last->table) {
      open.table = &end;
      open.above = lines_above(page, end);
    }
    open.bottom = end.box.y1;
    open.end = &ends[page.height];
    open.noted = !last->beyond.empty();
    open.limit = open.end->bottom;
    for (const PlacedLine* line : last->beyond) open.limit = std::min(open.limit, line->box.y0);
  }
}

}  // namespace jangbu
