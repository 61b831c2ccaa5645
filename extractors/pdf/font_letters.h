// Which letters the codes of a font draw, where the font's dictionary does not say it.
//
// A composite font (ISO 32000-1, 9.7) with the encoding Identity-H and no ToUnicode shows glyphs by number; the numbers mean nothing
// outside of the font's file, and Poppler hands them on as if they were letters. Where the file that is embedded has a character map of its
// own by Unicode, that map read backwards tells the letters for sure; else nothing does. Fonts whose collection is known (Adobe-Korea1, …)
// or that have a ToUnicode are Poppler's.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "extractors/pdf/poppler_private.h"

namespace jangbu {

class FontLetters {
 public:
  FontLetters(GfxFont& font, XRef* xref);

  const std::string& name() const { return name_; }
  // Is Poppler's reading of this font none?
  bool needed() const { return needed_; }
  // Does it draw a sign in the place of each letter (sign_font.h)?
  bool of_signs() const { return of_signs_; }
  // 0 where nothing tells.
  char32_t letter(std::uint32_t code) const;

 private:
  std::string name_;
  bool needed_ = false, of_signs_ = false;
  std::unordered_map<std::uint32_t, char32_t> letters_;  // by code
};

}  // namespace jangbu
