// Tells raised marks of notes, five characters at most, and writes them with the raised characters of Unicode.
#include "text/raised.h"

namespace jangbu {

// A digit at least: brackets and stars alone say nothing of a note's number.
bool is_raised_mark(std::string_view text) {
  constexpr std::string_view kNote = "주", kMarks = "0123456789(),*";
  constexpr std::size_t kLongest = 5;
  if (text.starts_with(kNote)) text.remove_prefix(kNote.size());
  return text.size() <= kLongest && text.find_first_not_of(kMarks) == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

std::string raised(std::string_view text) {
  static constexpr std::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += kDigits[c - '0'];
    } else if (c == '(' || c == ')') {
      out += c == '(' ? "⁽" : "⁾";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace jangbu
