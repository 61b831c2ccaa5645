// Private Use characters that Korean word processors paint, as the characters that readers see in them: one table for all readers.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace jangbu {

// The plain character for a Private Use one of Hancom's fonts or of the Symbol and Wingdings fonts; 0 if it is not known.
char32_t plain_character(char32_t private_use);

// Could anything in it be meant by readable_text? Asked first: nearly all texts have nothing of the kind.
bool may_hold_glyph_codes(std::string_view text);

// The text as a reader sees it: Private Use characters by the table above, and what programs write that kept a glyph's code in the
// place of a character: Ÿ (159 of Wingdings, a bullet) in front of a word, ᆞ (U+119E, a vowel of old Hangul) between words for ·.
// What is not known stays and is added to `unknown`.
std::string readable_text(std::string_view text, std::set<char32_t>& unknown);

}  // namespace jangbu
