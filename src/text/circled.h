// Circled numbers, which reports write in five rows: ①…⑳, ❶…❿ and ⓫…⓴, ➀…➉, ➊…➓ (Unicode, Enclosed Alphanumerics and Dingbats).
#pragma once

#include <initializer_list>

namespace jangbu {

// For the inside of a character class: "[" + kCircled + "]".
inline constexpr const char* kCircled = "①-⑳❶-❿⓫-⓴➀-➓";

// ③ → 3; 0: no circled number.
constexpr int circled_number(char32_t c) {
  if (c >= U'①' && c <= U'⑳') return static_cast<int>(c - U'①') + 1;
  if (c >= U'❶' && c <= U'❿') return static_cast<int>(c - U'❶') + 1;
  if (c >= U'⓫' && c <= U'⓴') return static_cast<int>(c - U'⓫') + 11;
  if (c >= U'➀' && c <= U'➓') return static_cast<int>(c - U'➀') % 10 + 1;  // ➀ and ➊ begin a row each
  return 0;
}

// The letter that a sign over a column stands for: ① ㉠ ㉮ ⓐ Ⓐ → A, ② ㉡ ㉯ ⓑ → B; 0 for anything else. No more than fifteen columns are
// named so.
constexpr char32_t column_letter(char32_t c) {
  const auto nth = [c](char32_t first, char32_t last) { return c >= first && c <= last ? U'A' + (c - first) : U'\0'; };
  for (const char32_t letter : {nth(U'①', U'⑮'), nth(U'㉠', U'㉭'), nth(U'㉮', U'㉻'), nth(U'ⓐ', U'ⓞ'), nth(U'Ⓐ', U'Ⓞ')}) {
    if (letter) return letter;
  }
  return U'\0';
}

}  // namespace jangbu
