// Reads what a cell prints, from the simplest reading to the most doubtful: nothing, one whole figure, a figure with
// a second one in brackets, with parts by name, with a note. Whatever remains and is none of these makes the cell
// text: no figure is taken out of a sentence.
// Hard cases: note marks that look like digits (`2,000¹⁾`, taken out before NFKC turns them into digits); a year in
// front of words (`2025 예산`); dates, ranges and shares (`1~2`, `84/90`), which begin like figures.
#include "meaning/cell_figures.h"

#include "text/caption.h"
#include "text/digits.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// leading: the figure and its unit; bracket: a second figure; named, parts: `(시비 10, 국비 3)`; mark: note marks; words:
// a short remark.
struct Forms {
  Pattern leading{R"(^((?:[△▲▽▼∆Δ+\-−–]\s*)?\d[\d,]*(?:\.\d+)?)(?:\s*(%[pP]?|[십백천만억조]*원|명|건|개소|개))?)"};
  Pattern bracket{R"(^\s*[(\[]\s*((?:[△▲▽▼∆Δ+\-−–]\s*)?\d[\d,]*(?:\.\d+)?\s*%?)\s*[)\]])"};
  Pattern named{R"(([가-힣·]{1,8})\s*[:：]?\s*((?:[△▲∆Δ\-−–]\s*)?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?))"};
  Pattern parts{R"(^\s*\(\s*(?:[가-힣·]{1,8}\s*[:：]?\s*(?:[△▲∆Δ\-−–]\s*)?\d[\d,]*(?:\.\d+)?\s*[,;+/]?\s*)+\)\s*$)"};
  Pattern mark{R"(^(?:\*+|주\d?\)|\d\)|[¹²³\x{2070}-\x{207E}]+[)⁾]?|[①-⑳㉠-㉻†‡#※]+|〃)$)"};
  Pattern words{R"(^[(\[]?\s*[가-힣][가-힣A-Za-z·\s]{0,23}[)\]]?$)"};
  Pattern pair{R"(^\s*(\d[\d,]*|[-–−_])\s*/\s*(\d[\d,]*|[-–−_])\s*$)"};
  Pattern bracketed_pair{R"(^\s*(\d[\d,]*|[-–−_])\s*[(\[]\s*(\d[\d,]*|[-–−_])\s*[)\]]\s*$)"};
};

const Forms& forms() {
  static const Forms instance;
  return instance;
}

// Digits and brackets of notes.

}  // namespace

// `84/90`: two counts in one cell, such as 현원 over 정원.
std::optional<std::pair<std::string, std::string>> split_pair(std::string_view text) {
  const auto groups = forms().pair.groups(text);
  if (groups.empty()) return std::nullopt;
  return std::pair(std::string(groups[1]), std::string(groups[2]));
}

std::optional<std::pair<std::string, std::string>> split_bracketed_pair(std::string_view text) {
  const auto groups = forms().bracketed_pair.groups(text);
  if (groups.empty()) return std::nullopt;
  return std::pair(std::string(groups[1]), std::string(groups[2]));
}

// From whole to part: each step only sees what the one before left.
CellFigures read_cell_figures(std::string_view raw) {
  CellFigures out;
  const std::string text = trim(raw);
  if (text.empty()) {
    out.blank = true;
    return out;
  }
  if (text.size() > kLongestFigureCell) {
    out.text = true;
    return out;
  }
  // A dash in the line above a figure prints nothing and is no sign of it: two rows that were read as one.
  static const Pattern dash_above(R"(^[-−–—―]\s*\n\s*\d)");
  if (dash_above.found_in(text)) {
    out.text = true;
    return out;
  }
  // `1,000 신규`: a word that stands apart and is no unit is a note.
  static const Pattern apart(R"(^(\S*\d\S*)\s+([가-힣]{1,4})$)");
  const auto word = apart.groups(text);
  const bool noted = word.size() > 2 && !unit_named(word[2]) && read_figure(word[1]) && read_figure(word[1])->suffix.empty();
  if (const auto whole = read_figure(text); whole && !noted) {
    if (!whole->value) {
      out.dash = true;
    } else {
      out.figure = whole;
    }
    return out;
  }
  // Raised marks are no digits, and NFKC would make them some.
  std::string marks, plain;
  for (const char32_t c : to_code_points(text)) (is_superscript(c) ? marks : plain) += to_utf8(std::u32string(1, c));
  plain = half_width(plain);
  const auto leading = forms().leading.groups(plain);
  if (leading.empty()) {
    out.text = true;
    return out;
  }
  auto figure = read_figure(std::string(leading[1]) + (leading.size() > 2 ? std::string(leading[2]) : std::string()));
  if (!figure || !figure->value) {
    out.text = true;
    return out;
  }
  std::string_view rest = std::string_view(plain).substr(leading[0].size());
  // A figure ends at a blank, a bracket, a mark or a word: what goes on with a sign of its own is a date, a range or a share.
  static const Pattern goes_on(R"(^\s*[.:~∼〜/\-−–×x+=]|^[A-Za-z가-힣]|^\d)");
  static const Pattern year(R"((?:19|20)\d\d)");
  const bool as_year = year.matches(leading[1]) && !trim(rest).empty();  // 2025 예산 is a heading
  const bool note_mark = forms().mark.matches(trim(rest));               // 2,000주1)
  if ((goes_on.found_in(rest) && !note_mark) || as_year) {
    out.text = true;
    return out;
  }
  if (const auto bracket = forms().bracket.groups(rest); !bracket.empty()) {
    out.second = read_figure(trim(bracket[1]));
    if (out.second && !out.second->value) out.second.reset();
    if (out.second) rest.remove_prefix(static_cast<std::size_t>(bracket[0].data() - rest.data()) + bracket[0].size());
  } else if (forms().parts.found_in(rest)) {
    for (std::string_view match : forms().named.all(rest)) {
      const auto groups = forms().named.groups(match);
      const auto part = groups.size() > 2 ? read_figure(trim(groups[2])) : std::nullopt;
      if (part && part->value) out.parts.push_back({std::string(groups[1]), *part});
    }
    rest = {};
  }
  const std::string left = trim(rest);
  std::string note = trim(left + marks);
  if (!left.empty() && !forms().mark.matches(left) && !forms().words.matches(left)) {
    // A second line with a figure of its own is a second measure; anything else is text around a number.
    const auto below = read_figure(left);
    if (!(below && below->value && !out.second && std::string_view(plain).find('\n') != std::string_view::npos)) {
      out = CellFigures{};
      out.text = true;
      return out;
    }
    out.second = below;
    note = marks;
  }
  out.figure = figure;
  out.note = std::move(note);
  return out;
}

}  // namespace jangbu
