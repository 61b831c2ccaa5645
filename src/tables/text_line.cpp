// Looks at a line of text once for all readers: its words, the figures at its end, tabs, pipes, and signs that open a
// paragraph.
#include "tables/text_line.h"

#include "text/bullets.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

const Pattern& outline_mark() {
  // A bullet, or the number of a heading. A minus before a digit is a figure, not a bullet.
  static const Pattern pattern(
      R"(^\s*(?:)" + class_of(bullets(), "※│‣•･・∙⋅") +
      R"(|[\x{E000}-\x{F8FF}]|[\x{F0000}-\x{FFFFD}]|[-–]\s*[^\d\s\-–]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]\s*[.．]|[IVX]+\.\s|[①-⑳]|#{1,6}\s))");
  return pattern;
}

std::vector<std::string> cells_at(std::string_view line, char mark) {
  std::vector<std::string> cells;
  std::size_t from = 0;
  while (true) {
    const std::size_t at = line.find(mark, from);
    cells.push_back(trim(line.substr(from, at == std::string_view::npos ? at : at - from)));
    if (at == std::string_view::npos) return cells;
    from = at + 1;
  }
}

}  // namespace

// Looked at once, since each reader asks for all of this at every line.
SourceLine look_at(std::string_view text) {
  SourceLine line;
  line.text = text;
  line.words = words_of(text);
  line.blank = line.words.empty();
  if (line.blank) return line;
  for (auto word = line.words.rbegin(); word != line.words.rend() && is_plain_figure(*word); ++word) ++line.tail;
  const std::size_t tab = text.find('\t');
  line.tabbed = tab != std::string_view::npos && !trim(text.substr(tab)).empty();
  // Two tabs with nothing behind them are a row whose last cells are empty.
  if (tab != std::string_view::npos && !line.tabbed) line.tabbed = text.find('\t', tab + 1) != std::string_view::npos;
  for (char c : text) line.pipes += c == '|';
  line.opens_outline = outline_mark().found_in(text);
  return line;
}

bool is_page_number(std::string_view line) {
  static const Pattern pattern(R"(^\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*$)");
  return pattern.found_in(line);
}

std::string_view label_of(const SourceLine& line) {
  const std::size_t count = line.words.size() - line.tail;
  if (count == 0) return {};
  const std::string_view last = line.words[count - 1];
  const char* begin = line.words.front().data();
  return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

std::vector<std::string> cells_at_tabs(std::string_view line) { return cells_at(line, '\t'); }

// Bars at the ends frame the row, or part an empty cell: the caller knows from the other rows.
std::vector<std::string> cells_at_pipes(std::string_view line, bool outer_bars) {
  std::string trimmed = trim(line);
  std::string_view rest = trimmed;
  if (outer_bars && rest.starts_with('|')) rest.remove_prefix(1);
  if (outer_bars && rest.ends_with('|')) rest.remove_suffix(1);
  static const Pattern line_break(R"((?i)\s*<br\s*/?>\s*)");
  std::vector<std::string> cells = cells_at(rest, '|');
  for (std::string& cell : cells) {
    if (cell.find('<') != std::string::npos) cell = line_break.replaced(cell, "\n");
  }
  return cells;
}

}  // namespace jangbu
