// Tables of HTML inside of text: Markdown has no cells over several columns, so converters write such tables as HTML.
//
//   <table><tr><th rowspan="2">사업명</th><th colspan="2">예산</th></tr> … </table>
//
// Read are table, thead, tbody, tfoot, tr, th, td with their spans, and br; other tags only say how the text looks.
// Cells go to the first free place of their row, as browsers put them. A table in a table, one without an end, or one
// larger than the bounds below is refused with a word.
#include <algorithm>
#include <charconv>
#include <utility>

#include "tables/text_readers.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Bounds against hostile spans: a single tag may ask for 65,534 rows and as many columns.
constexpr std::size_t kMostLines = 50'000;
constexpr int kMostColumns = 1'000;
constexpr std::size_t kMostPlaces = 400'000;

bool same_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(),
                                                   [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

std::size_t find_letters(std::string_view text, std::string_view lower, std::size_t from = 0) {
  for (std::size_t at = from; at + lower.size() <= text.size(); ++at) {
    if (same_letters(text.substr(at, lower.size()), lower)) return at;
  }
  return std::string_view::npos;
}

// "td" of `td rowspan="2"`, "/td" of `/td`.
std::string_view tag_name(std::string_view tag) { return tag.substr(0, tag.find_first_of(" \t\n/", 1)); }

// The number that `attribute` is given, with or without quotes; 1 where it is missing or no number. Names are whole: `data-colspan` is
// another.
int span_of(std::string_view tag, std::string_view attribute, int most) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::size_t at = std::min(tag.find_first_of(kBlanks), tag.size());
  while ((at = tag.find_first_not_of(kBlanks, at)) != std::string_view::npos) {
    const std::size_t name_end = std::min(tag.find_first_of(" \t\r\n=", at), tag.size());
    const std::string_view name = tag.substr(at, name_end - at);
    at = std::min(tag.find_first_not_of(kBlanks, name_end), tag.size());
    std::string_view value;
    if (at < tag.size() && tag[at] == '=') {
      at = std::min(tag.find_first_not_of(kBlanks, at + 1), tag.size());
      const bool quoted = at < tag.size() && (tag[at] == '"' || tag[at] == '\'');
      const std::size_t begin = quoted ? at + 1 : at;
      const std::size_t end = std::min(quoted ? tag.find(tag[at], begin) : tag.find_first_of(kBlanks, begin), tag.size());
      value = tag.substr(begin, end - begin);
      at = std::min(quoted ? end + 1 : end, tag.size());
    } else if (name.empty()) {
      ++at;
    }
    if (!same_letters(name, attribute)) continue;
    value.remove_prefix(std::min(value.find_first_not_of(kBlanks), value.size()));
    int span = 1;
    std::from_chars(value.data(), value.data() + value.size(), span);
    return std::clamp(span, 1, most);
  }
  return 1;
}

// The `>` that ends the tag opened at `open`, quoted ones aside; `npos` where there is none. A quote without an end quotes nothing.
std::size_t end_of_tag(std::string_view html, std::size_t open) {
  constexpr std::size_t kLongestTag = 10'000;
  char quote = 0;
  for (std::size_t at = open + 1; at < std::min(html.size(), open + kLongestTag); ++at) {
    if (quote != 0) {
      quote = html[at] == quote ? '\0' : quote;
    } else if (html[at] == '>') {
      return at;
    } else if ((html[at] == '"' || html[at] == '\'') && html[at - 1] == '=') {
      quote = html[at];
    }
  }
  return html.find('>', open);
}

// Entities that converters write in tables; others stay as they are printed.
std::string resolved(std::string_view raw) {
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {{"&nbsp;", " "}, {"&amp;", "&"},   {"&lt;", "<"},
                                                                                {"&gt;", ">"},   {"&quot;", "\""}, {"&#39;", "'"}};
  std::string out;
  while (!raw.empty()) {
    const auto entity = std::find_if(std::begin(kEntities), std::end(kEntities), [&](const auto& e) { return raw.starts_with(e.first); });
    if (entity != std::end(kEntities)) {
      out += entity->second;
      raw.remove_prefix(entity->first.size());
    } else {
      out += raw.front();
      raw.remove_prefix(1);
    }
  }
  return out;
}

// One walk from tag to tag. Letters belong to the cell that is open; where none is, they are layout.
class HtmlReader {
 public:
  // Puts the cells into `table`. Returns an empty text where it could be read, else why not.
  std::string read(std::string_view html, Table& table) {
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t open = std::min(html.find('<', at), html.size());
      if (cell_open_) text_ += html.substr(at, open - at);
      if (open == html.size()) break;
      if (html.substr(open).starts_with("<!--")) {
        const std::size_t end = html.find("-->", open + 4);
        if (end == std::string_view::npos) return "a comment of HTML has no end";
        at = end + 3;
        continue;
      }
      const std::size_t close = end_of_tag(html, open);
      if (close == std::string_view::npos) return "a tag of HTML has no end";
      if (std::string wrong = take(html.substr(open + 1, close - open - 1)); !wrong.empty()) return wrong;
      at = close + 1;
    }
    end_cell();
    if (cells_.empty()) return "a table of HTML has no cells";
    return place(table);
  }

 private:
  struct Placed {
    Cell cell;
    bool header = false;
  };

  // One tag. Text outside of cells is only layout; an end tag that is missing is tolerated, as HTML allows it.
  std::string take(std::string_view tag) {
    const std::string_view name = tag_name(tag);
    if (same_letters(name, "table")) {
      if (tables_++ > 0) return "a table of HTML stands in another one";
    } else if (same_letters(name, "tr")) {
      end_cell();
      ++row_;
    } else if (same_letters(name, "td") || same_letters(name, "th")) {
      end_cell();
      if (row_ < 0) row_ = 0;
      cells_.emplace_back();
      cells_.back().header = same_letters(name, "th");
      cells_.back().cell.row = row_;
      cells_.back().cell.row_span = span_of(tag, "rowspan", 65'534);
      cells_.back().cell.column_span = span_of(tag, "colspan", kMostColumns);
      cell_open_ = true;
    } else if (same_letters(name, "/td") || same_letters(name, "/th") || same_letters(name, "/tr") || same_letters(name, "/table")) {
      end_cell();
    } else if (same_letters(name, "br") || same_letters(name, "p") || same_letters(name, "br/")) {
      if (cell_open_) text_ += '\x01';  // a line end that was meant
    }
    return {};
  }

  // Closes the open cell. Blanks and line ends of the source say nothing in HTML; only <br> and <p> (kept as \x01)
  // break a line.
  void end_cell() {
    if (!std::exchange(cell_open_, false)) return;
    std::string text;
    for (std::size_t from = 0; from <= text_.size();) {
      const std::size_t end = std::min(text_.find('\x01', from), text_.size());
      const std::string line = collapse_blanks(resolved(std::string_view(text_).substr(from, end - from)));
      if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
      from = end + 1;
    }
    cells_.back().cell.text = text;
    text_.clear();
  }

  // Each cell goes to the first free place of its row.
  std::string place(Table& table) {
    const int rows = row_ + 1;
    std::vector<int> free_from;  // of each column: the first row where it is free
    for (Placed& placed : cells_) {
      Cell& cell = placed.cell;
      std::size_t column = 0;
      while (column < free_from.size() && free_from[column] > cell.row) ++column;
      if (column + static_cast<std::size_t>(cell.column_span) > static_cast<std::size_t>(kMostColumns))
        return "a table of HTML has too many columns";
      cell.column = static_cast<int>(column);
      // A span beyond the last row is cut: writers often give a label more rows than follow.
      cell.row_span = std::min(cell.row_span, rows - cell.row);
      const std::size_t end = column + static_cast<std::size_t>(cell.column_span);
      if (free_from.size() < end) free_from.resize(end, 0);
      for (std::size_t c = column; c < end; ++c) free_from[c] = cell.row + cell.row_span;
      table.columns = std::max(table.columns, static_cast<int>(end));
    }
    table.rows = rows;
    if (static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns) > kMostPlaces) return "a table of HTML is too large";
    // Header rows are leading rows of nothing but <th>, as long as there are any; row labels may be <th> as well, so
    // a row counts only where all of its cells are.
    constexpr int kMostHeaderRows = 20;
    for (int row = 0; row < std::min(rows, kMostHeaderRows); ++row) {
      const auto header = [&](const Placed& placed) { return placed.cell.row != row || placed.header; };
      const bool any = std::any_of(cells_.begin(), cells_.end(), [&](const Placed& placed) { return placed.cell.row == row; });
      if (!any || !std::all_of(cells_.begin(), cells_.end(), header)) break;
      table.header_rows = row + 1;
    }
    for (Placed& placed : cells_) table.cells.push_back(std::move(placed.cell));
    return fill_places(table) ? std::string() : "cells of a table of HTML lie over each other";
  }

  std::vector<Placed> cells_;
  std::string text_;
  int row_ = -1, tables_ = 0;
  bool cell_open_ = false;
};

}  // namespace

// The tag has to open the line, and nothing may stand behind the end: else words would be lost.
TextReading read_html_table(std::span<const SourceLine> lines, std::size_t at) {
  TextReading reading;
  const std::string_view first = lines[at].words.front();
  if (!same_letters(first.substr(0, 6), "<table") || (first.size() > 6 && first[6] != '>')) return reading;
  std::string html;
  std::size_t end = at;
  bool ended = false;
  while (end < lines.size() && end - at < kMostLines && !ended) {
    html += lines[end].text;
    html += '\n';
    ended = find_letters(lines[end++].text, "</table>") != std::string_view::npos;
  }
  reading.looked = end - at;
  if (!ended) {
    reading.refused = "a table of HTML has no end";
    return reading;
  }
  // What stands behind it on its last line would be lost.
  const std::size_t tail = find_letters(html, "</table>") + std::string_view("</table>").size();
  if (!is_all_blank(html.substr(tail))) {
    reading.refused = "something stands behind the end of a table of HTML";
    return reading;
  }
  reading.refused = HtmlReader().read(std::string_view(html).substr(0, tail), reading.table);
  if (reading.refused.empty()) reading.lines = end - at;
  return reading;
}

}  // namespace jangbu
