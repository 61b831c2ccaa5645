// Pages, diagnostics and tables as plain text for a terminal: what was read, without a browser. Cells are cut to kWidest columns, spans
// stand in their first place.
//
//     부서 | 예산액 | 집행액
//     -----+--------+-------
//     가과 | 1,200  | 800
#include "inspect/seen_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kWidest = 40;  // columns of one cell; a longer text is cut, with a mark

// On one line, at most kWidest columns wide.
std::string fitted(std::string_view text) {
  std::u32string out;
  int width = 0;
  for (const char32_t c : to_code_points(text)) {
    const char32_t shown = c == U'\n' ? U'⏎' : c < 0x20 ? U' ' : c;
    width += display_width(shown);
    if (width > kWidest - 1) return to_utf8(out) + "…";
    out += shown;
  }
  return to_utf8(out);
}

std::string padded(const std::string& text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

// t003  12 x 7, 2 header rows, budget, p. 4-5  세출예산  (단위: 천원)
std::string heading_of(const Table& table) {
  std::string out = fmt::format("{}  {} x {}", table.id, table.rows, table.columns);
  if (table.header_rows > 0) out += fmt::format(", {} header row{}", table.header_rows, table.header_rows == 1 ? "" : "s");
  if (!table.kind.empty()) out += ", " + table.kind;
  if (!table.pages.empty()) {
    out += fmt::format(", p. {}", table.pages.front());
    if (table.pages.size() > 1) out += fmt::format("-{}", table.pages.back());
  }
  if (table.where != Where::kBody) out += fmt::format(", in a {}", where_name(table.where));
  if (!table.caption.empty()) out += "  " + fitted(table.caption);
  if (!table.unit.empty()) out += "  (단위: " + table.unit + ")";
  return out;
}

// Cells of a span stand in its first row and column; a line parts header rows from the rest.
void draw(const Table& table, std::string& out) {
  std::vector<std::vector<std::string>> grid(static_cast<std::size_t>(table.rows),
                                             std::vector<std::string>(static_cast<std::size_t>(table.columns)));
  std::vector<int> widths(static_cast<std::size_t>(table.columns), 1);
  for (const Cell& cell : table.cells) {
    if (cell.row < 0 || cell.row >= table.rows || cell.column < 0 || cell.column >= table.columns) continue;
    std::string& place = grid[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)];
    place = fitted(cell.best_text());
    if (cell.column_span == 1)
      widths[static_cast<std::size_t>(cell.column)] = std::max(widths[static_cast<std::size_t>(cell.column)], display_width(place));
  }
  for (int row = 0; row < table.rows; ++row) {
    std::string line = "  ";
    for (int column = 0; column < table.columns; ++column) {
      const auto at = static_cast<std::size_t>(column);
      line += (column > 0 ? " | " : "") + padded(grid[static_cast<std::size_t>(row)][at], widths[at]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
    if (row + 1 == table.header_rows) {
      std::string parting = "  ";
      for (std::size_t column = 0; column < widths.size(); ++column)
        parting += (column > 0 ? "-+-" : "") + std::string(static_cast<std::size_t>(widths[column]), '-');
      out += parting + "\n";
    }
  }
}

}  // namespace

// `page` 0: the whole document.
std::string seen_text(const Document& document, const std::vector<Page>& pages, int page) {
  std::string out;
  for (const Page& seen : pages) {
    if (page != 0 && seen.number != page) continue;
    out += fmt::format("p. {}  {:.0f} x {:.0f} pt  {} runs, {} lines, {} fills\n", seen.number, seen.width, seen.height, seen.runs.size(),
                       seen.rules.size(), seen.fills.size());
  }
  for (const Diagnostic& diagnostic : document.diagnostics) {
    if (page == 0 || diagnostic.page == page) out += diagnostic.code + ": " + diagnostic.message + "\n";
  }
  for (const Table& table : document.tables) {
    if (page != 0 && std::find(table.pages.begin(), table.pages.end(), page) == table.pages.end()) continue;
    out += "\n" + heading_of(table) + "\n";
    draw(table, out);
  }
  return out;
}

}  // namespace jangbu
