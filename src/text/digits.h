// The ten digits that figures are printed with once full-width forms are folded, and the raised ones of notes and of units (㎡ apart).
#pragma once

namespace jangbu {

/// Also for a byte of UTF-8: none but those of ASCII is a digit.
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// ¹ ² ³ and the block of superscripts from ⁰ to ⁾ (Unicode, Superscripts and Subscripts).
constexpr bool is_superscript(char32_t c) { return c == U'¹' || c == U'²' || c == U'³' || (c >= 0x2070 && c <= 0x207E); }

}  // namespace jangbu
