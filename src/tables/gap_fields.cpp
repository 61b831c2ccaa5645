// One line of laid-out text becomes its pieces with the columns of characters that they cover. Two blanks part
// pieces, one blank parts figures only: a label has blanks inside (`도로 정비 사업`), wide figures leave but one between
// columns.
#include "tables/gap_fields.h"

#include <algorithm>

#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

int step_of(char32_t c, CharacterWidth width) { return width == CharacterWidth::kOne ? 1 : std::max(1, display_width(c)); }

int columns_of(std::string_view text, CharacterWidth width) {
  int columns = 0;
  for (const char32_t c : to_code_points(text)) columns += step_of(c, width);
  return columns;
}

// `22,142,177 19,617,960 △2,524,217`: wide figures leave one blank between columns. Words that are all figures are as many cells.
void push_parted(std::vector<GapField>& fields, GapField&& field, CharacterWidth width) {
  const auto words = words_of(field.text);
  const bool figures =
      words.size() >= 2 && std::all_of(words.begin(), words.end(), [](std::string_view word) { return is_plain_figure(word); });
  if (!figures) {
    fields.push_back(std::move(field));
    return;
  }
  for (std::string_view word : words) {
    const auto before = std::string_view(field.text).substr(0, static_cast<std::size_t>(word.data() - field.text.data()));
    const int begin = field.begin + columns_of(before, width);
    fields.push_back({std::string(word), begin, begin + columns_of(word, width)});
  }
}

}  // namespace

std::vector<GapField> gap_fields(std::string_view line, CharacterWidth width) {
  // `at`: column of the next character; `ink`: where the last visible one ended; two blanks are assumed before the
  // line.
  std::vector<GapField> fields;
  std::u32string piece;
  int at = 0, begin = 0, ink = 0, blanks = 2;
  const auto close = [&] {
    while (!piece.empty() && is_blank(piece.back())) piece.pop_back();
    if (!piece.empty()) push_parted(fields, {to_utf8(piece), begin, ink}, width);
    piece.clear();
  };
  for (char32_t c : to_code_points(line)) {
    const int step = step_of(c, width);
    if (is_blank(c)) {
      ++blanks;
      if (!piece.empty()) piece.push_back(U' ');
    } else {
      if (blanks >= 2) {
        close();
        begin = at;
      }
      blanks = 0;
      piece.push_back(c);
      ink = at + step;
    }
    at += step;
  }
  close();
  return fields;
}

}  // namespace jangbu
