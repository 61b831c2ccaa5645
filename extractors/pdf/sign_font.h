// Fonts that draw a sign in the place of each letter: Wingdings.
//
//     l 사업개요      → ● 사업개요         the l of Wingdings is a disc; þ is a ticked box, ü a tick, Ø an arrowhead
// Programs that write PDF name such a glyph by the letter whose code it has (Windows-1252); word processors keep it as a Private Use
// character instead, U+F000 and its code. Here the first becomes the second, so that one table (text/private_use.h) reads both.
#pragma once

#include <string_view>

namespace jangbu {

// By the font's name, with the prefix of a subset or without. Wingdings 2 and 3 have other signs, which no table knows.
bool is_sign_font(std::string_view name);

// A letter as such a font has it → Private Use; any other character stays.
char32_t sign_code(char32_t letter);

}  // namespace jangbu
