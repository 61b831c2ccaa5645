// Forms of headings, one expression each: a bar or a chip (a number in a box beside a title), a circled number, a number alone.
// The question behind all of them is whether a text in a box is a title. It is none if it goes on behind a colon, ends as a sentence, is
// an equation, a note or a unit, or is cut off in the middle of a word's ending (unfinished()); nor if half of its words or more are
// figures, for that is a cell.
// Hard case: `(가칭: 야외도서관) 조성`: what a bracket says is not asked, unless the bracket is nearly all that there is.
#include "normalize/heading_forms.h"

#include "text/circled.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unfinished.h"
#include "text/unicode.h"

namespace jangbu {

bool reads_as_bar(std::string_view text) {
  static const Pattern no_title(R"([:：]\s*\S|[.!。,;:：]$|⇒|→|＝|=|단\s*위|기준\s*\)?$|^\s*[(（<〈【\[].*[)）>〉】\]]\s*$|^\s*[-–*※])");
  static const Pattern words(R"(\p{Hangul}{2}|\p{Hangul}\s\p{Hangul}|[A-Za-z]{3})");
  static const Pattern aside(R"(\([^()]*\))");  // (가칭: 야외도서관)
  const std::size_t length = code_point_count(text);
  const std::string outside = aside.replaced(text, "");
  if (length < 2 || length > kLongestTitle || no_title.found_in(outside.size() > 3 ? std::string_view(outside) : text) ||
      !words.found_in(text) || unfinished(text))
    return false;
  // `2025 10 20` is a row; `2025 예산안` is a title although one of its two words is a figure.
  std::size_t figures = 0, all = 0;
  for (const std::string_view word : words_of(text)) {
    ++all;
    figures += is_plain_figure(word) ? 1 : 0;
  }
  return 2 * figures < all || (figures == 1 && all > 1);
}

// Roman numbers head chapters; all other chips are items of one.
std::optional<Heading> chip(const BlockPiece& piece) {
  if (piece.number.empty() || !reads_as_bar(piece.title)) return std::nullopt;
  static const Pattern roman(R"(^[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]$)");
  return Heading{roman.matches(piece.number) ? 1 : kNumberedItemRank, piece.number,
                 collapse_blanks(without_letter_spacing(without_markup(piece.title)))};
}

std::optional<Heading> circled_title(std::string_view text) {
  static const Pattern circled(R"(^\s*([)" + std::string(kCircled) + R"(])\s*(.+)$)");
  const auto groups = circled.groups(text);
  if (groups.empty() || !reads_as_bar(groups[2])) return std::nullopt;
  return Heading{kNumberedItemRank, std::string(groups[1]), collapse_blanks(without_letter_spacing(without_markup(groups[2])))};
}

std::optional<Heading> lettered_title(std::string_view text) {
  static const Pattern lettered(R"(^\s*([가나다라마바사아자차카타파하])\s*\)\s*(.+)$)");
  const auto groups = lettered.groups(text);
  if (groups.empty() || !reads_as_bar(groups[2])) return std::nullopt;
  return Heading{kLetteredRank, std::string(groups[1]) + ")", collapse_blanks(without_letter_spacing(without_markup(groups[2])))};
}

std::string circle_of(std::string_view text) {
  static const Pattern number(R"(([①-⑳]))");
  const auto groups = number.groups(text);
  return groups.empty() ? std::string() : std::string(groups[1]);
}

// `과제 3`, `3`, `③`, `Ⅲ.`: the number stands in a box of its own, and its title in the next.
std::string number_alone(std::string_view text) {
  static const Pattern alone(R"(^\s*((?:[가-힣]\s?){2,4}\d{1,2}|\d{1,2}(?:\s?[-–]\s?\d{1,2})?|[)" + std::string(kCircled) +
                             R"(]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])\s*[.．]?\s*$)");
  const auto groups = alone.groups(text);
  return groups.empty() ? std::string() : std::string(groups[1]);
}

}  // namespace jangbu
