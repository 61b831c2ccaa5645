// Everything that asks Unicode anything: with text_encoding.h the one user of ICU.
//
// Strings are UTF-8. Functions that take text tolerate malformed bytes: they become U+FFFD.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

bool is_valid_utf8(std::string_view text);

// NFC (Unicode Annex 15). Returns the text unchanged, without allocation beyond the copy, where it is NFC already.
std::string to_nfc(std::string_view text);
std::string to_nfc(std::string&& text);
inline std::string to_nfc(const char* text) { return to_nfc(std::string_view(text)); }
inline std::string to_nfc(const std::string& text) { return to_nfc(std::string_view(text)); }

// NFKC: full-width digits and letters, compatibility forms, circled and squared forms become plain ones. For comparing
// headers and reading figures, never for text that is shown.
std::string to_nfkc(std::string_view text);

// Full-width digits, letters and signs (U+FF01 … U+FF5E) as plain ones, the rest as it is. NFKC would read ①3 as 13.
std::string half_width(std::string_view text);

std::u32string to_code_points(std::string_view text);
// The one that begins at a byte of the text; nothing where the bytes there are malformed. REQUIRES: at < text.size().
std::optional<char32_t> code_point_at(std::string_view text, std::size_t at);
std::string to_utf8(std::u32string_view text);

// UTF-16 in host byte order → UTF-8; unpaired surrogates become U+FFFD.
std::string utf16_to_utf8(std::u16string_view text);
void append_utf16(std::string& out, std::u16string_view text);

// KS X 1001, the Korean national set: the code points of its 94 rows of 94 places, row by row; 0 where nothing is assigned.
std::vector<char32_t> ks_x_1001();

// White_Space, plus the blanks that Korean typesetting adds: U+3000, U+2007, U+200B, U+FEFF, U+3164 (Hangul filler).
bool is_blank(char32_t c);
bool is_hangul(char32_t c);           // script Hangul: syllables and jamo
bool is_hangul_syllable(char32_t c);  // U+AC00 … U+D7A3
bool is_han(char32_t c);
bool is_letter_or_digit(char32_t c);
bool is_private_use(char32_t c);

std::string trim(std::string_view text);             // blanks (is_blank) off both ends
bool is_all_blank(std::string_view text);            // nothing but blanks
std::string collapse_blanks(std::string_view text);  // runs of blanks, line ends included, to one U+0020; trimmed
std::string without_blanks(std::string_view text);

// Columns on a terminal: 2 for wide and full-width characters (East Asian Width), 0 for combining marks.
int display_width(std::string_view text);
int display_width(char32_t c);
// Blanks up to that width behind it, at least so many.
std::string padded(std::string_view text, int width, int least = 0);

std::size_t code_point_count(std::string_view text);

// Code points between two strings by Levenshtein distance; stops counting beyond `cap` and returns cap + 1.
int edit_distance(std::u32string_view a, std::u32string_view b, int cap);

}  // namespace jangbu
