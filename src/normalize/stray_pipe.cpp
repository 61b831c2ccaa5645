// Pieces of a table's lines that an extraction read as characters, at the ends of a cell.
//   before: │ 인건비      after: 인건비
//   before: 1,234 |      after: 1,234
//   before: 가 | 나       after: (unchanged: inside of a text it may part two things)
#include "normalize/repair_rule.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

bool is_pipe(char32_t c) {
  switch (c) {
    case U'|':
    case U'¦':
    case U'│':
    case U'┃':
    case U'┆':
    case U'┊':
    case U'｜':
    case U'∣':
    case U'‖': return true;
    default: return false;
  }
}

}  // namespace

// Pipes and blanks are taken off both ends together, since OCR mixes them.
std::optional<std::string> repair_stray_pipe(std::string_view text) {
  const std::u32string points = to_code_points(text);
  std::size_t begin = 0, end = points.size();
  const auto strip = [&](char32_t c) { return is_pipe(c) || is_blank(c); };
  while (begin < end && strip(points[begin])) ++begin;
  while (end > begin && strip(points[end - 1])) --end;
  if (begin == end) return std::nullopt;  // nothing but lines: there is no text to free from them
  bool pipes = false;
  // Blanks alone at the ends are no repair.
  for (std::size_t i = 0; i < points.size(); ++i) pipes = pipes || ((i < begin || i >= end) && is_pipe(points[i]));
  if (!pipes) return std::nullopt;
  return to_utf8(std::u32string_view(points).substr(begin, end - begin));
}

}  // namespace jangbu
