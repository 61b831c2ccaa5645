// Two cells face each other across a page break; what comes out is a sign: one cell that the break cut, two cells,
// or nothing known. First the words are asked (a filled last line, an open bracket), then where the text stands in
// its cell: cut text hugs the break, text in the middle of its own cell was never cut.
// The hard case is a program that stretches what it cuts (see the header): there the middle proves nothing unless
// the piece ends short of the page.
#include "tables/break_signs.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "text/bullets.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Points of white space. Text that has been cut hugs the break; text in the middle of its cell has not been cut.
constexpr double kTight = 4.0, kHug = 5.0;
// From kParagraph lines on a cell holds a paragraph; a shorter text has to have long lines to be one. Lengths in font
// sizes.
constexpr int kParagraph = 3;
constexpr double kLongLine = 15, kLine = 8, kIndent = 3, kMargin = 1.2;

int lines_in(std::string_view text) { return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

// Lines without blanks; empty ones left out.
std::vector<std::string> lines_of_text(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = without_blanks(text.substr(0, end));
    if (!line.empty()) lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// A bullet, or a number or letter with a point or bracket: `· …`, `①…`, `2. …`, `나) …`, `(3) …`.
bool begins_item(std::u32string_view text) {
  if (text.empty()) return false;
  static const std::u32string marks = to_code_points(bullets() + std::string(kDots) + "※-–―*ㅇᄋ");
  if (one_of(text[0], marks)) return true;
  if (text[0] >= U'①' && text[0] <= U'⑳') return true;
  const std::size_t from = text[0] == U'(' ? 1 : 0;
  std::size_t i = from;
  while (i < text.size() && i < from + 3 && text[i] >= U'0' && text[i] <= U'9') ++i;
  if (i == from && i < text.size() && is_hangul_syllable(text[i])) ++i;
  return i > from && i < text.size() && (text[i] == U'.' || text[i] == U')');
}

// Brackets opened and not closed; below zero if closed and not opened.
int open_brackets(std::u32string_view text) {
  int open = 0;
  for (const char32_t c : text) {
    if (one_of(c, U"([「『【〔")) ++open;
    if (one_of(c, U")]」』】〕")) --open;
  }
  return open;
}

// `인건비,` above `물품비` below, or `(국비` above `50%)` below: a sentence that stops in the middle.
bool reads_on(std::u32string_view above, std::u32string_view below) {
  if (above.empty() || below.empty()) return false;
  if (one_of(above.back(), U",(·~") || one_of(below.front(), U"),:]%」")) return true;
  return open_brackets(above) > 0 && open_brackets(below) < 0;
}

// `KS F 3101` and `KS M 1998` have one form: letters and digits by kind.
std::u32string form_of(std::u32string_view text) {
  std::u32string form;
  for (const char32_t c : text) {
    const char32_t kind = c >= U'0' && c <= U'9' ? U'9' : is_hangul(c) ? U'가' : is_letter_or_digit(c) ? U'A' : c;
    form.push_back(kind);
  }
  return form;
}

bool has_hangul(std::u32string_view text) { return std::any_of(text.begin(), text.end(), is_hangul); }

// Its width in font sizes: Hangul and Han letters take one, others about half of one.
double width_of_first_word(std::string_view text) {
  double width = 0;
  for (const char32_t c : to_code_points(text)) {
    if (is_blank(c)) break;
    width += is_hangul(c) || is_han(c) ? 1 : 0.5;
  }
  return width;
}

// Is the last line above filled, up to where the next word did not fit? Then the paragraph goes on below. White space
// below the line, a deep indent or a full stop say that it ended there.
bool paragraph_goes_on(const BreakSide& above, const BreakSide& below, const BreakPlace& place) {
  const Slack& line = above.slack;
  const bool paragraph = lines_in(above.cell.text) >= kParagraph;
  if (line.below > kTight + kHug && !place.stretched) return false;
  if (line.indent >= kIndent * line.font_size || above.cell.text.ends_with('.')) return false;
  if (line.last_line < (paragraph ? kLine : kLongLine) * line.font_size) return false;
  if (paragraph && line.room < kMargin * line.font_size + 2) return true;
  const double word = std::max(kMargin, width_of_first_word(below.cell.text)) * line.font_size + 2;
  return line.room < word && !begins_item(to_code_points(without_blanks(below.cell.text)));
}

// Paragraphs fill their cells more or less; only a line or two tell where the middle is.
bool centred(const BreakSide& side) {
  return lines_in(side.cell.text) <= 2 && std::min(side.slack.above, side.slack.below) > kTight &&
         std::abs(side.slack.above - side.slack.below) < 0.4 * (side.slack.above + side.slack.below);
}

}  // namespace

bool blank_cell(const Cell& cell) { return is_all_blank(cell.text); }

// A list of programmes may have the same words in neighbouring rows, or `KS F 3101` above `KS M 1998`: each is a cell
// of its own.
bool begins_anew(std::string_view above, std::string_view below) {
  const std::vector<std::string> upper = lines_of_text(above), lower = lines_of_text(below);
  if (upper.empty() || lower.empty()) return false;
  if (std::find(upper.begin(), upper.end(), lower.front()) != upper.end()) return true;
  const std::u32string last = to_code_points(upper.back()), first = to_code_points(lower.front());
  if (first.front() == U'(') return last.front() == U'(';
  if (!has_hangul(first)) return has_hangul(last) || form_of(last) == form_of(first);
  return false;
}

// From the surest sign to the weakest. Blank sides first, then the words, then the white space; brackets and items
// only hint.
BreakSign break_sign(const BreakSide& above, const BreakSide& below, const BreakPlace& place) {
  const bool blank_above = blank_cell(above.cell), blank_below = blank_cell(below.cell);
  if (blank_above && blank_below) return BreakSign::kNothing;
  if (blank_below) return BreakSign::kOneSided;
  if (blank_above) return BreakSign::kBelowOnly;
  const std::u32string upper = to_code_points(without_blanks(above.cell.text)), lower = to_code_points(without_blanks(below.cell.text));
  if (paragraph_goes_on(above, below, place) || reads_on(upper, lower)) return BreakSign::kReadsOn;
  // With room left above the break, or a piece that was not stretched, centred text proves its own cell.
  if (place.room || !place.stretched) {
    if (centred(above) || centred(below)) return BreakSign::kTwoCells;
  }
  // Above the break the text has sunk to the lower border, below it the text begins at the upper one: one text, set
  // before it was cut.
  const bool sinks = above.slack.below <= kTight && above.slack.above > above.slack.below + kHug;
  const bool rises = below.slack.above <= kTight && below.slack.below > below.slack.above + kHug;
  if (sinks && (rises || below.slack.above <= kTight)) return BreakSign::kFlowsOn;
  const bool opens = lower.front() == U'(' && upper.front() != U'(';
  return opens || (begins_item(upper) && !begins_item(lower)) ? BreakSign::kMayGoOn : BreakSign::kNothing;
}

}  // namespace jangbu
