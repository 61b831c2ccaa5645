// Is what a font's text says any text at all?
//
// A font may have a map to Unicode that is wrong: letters shifted, all of them one, digits that come out as Hangul. Nothing in the file
// tells it, but the text does: of the 11,172 syllables that Unicode has, Korean uses the 2,350 of KS X 1001, so that a map gone wrong hits
// others most of the time; many codes that stand for a few letters are none; and groups of three syllables between commas are figures.
// Fonts that tell nothing at all (FontFacts::untold) are counted with them.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "extractors/pdf/captured_page.h"
#include "jangbu/document.h"

namespace jangbu {

class FontDoubts {
 public:
  void add(const CapturedPage& page, const std::vector<Run>& runs);

  // Sets `degraded` and adds a diagnostic "unreadable" for each page that such a font draws a good part of.
  void tell(const std::vector<FontFacts>& fonts, Document& document) const;

 private:
  struct Counts {
    std::size_t glyphs = 0, untold = 0, syllables = 0, strange = 0;
    std::map<int, std::size_t> pages;  // glyphs on each
  };

  bool doubtful(const Counts& counts) const;

  std::map<std::uint16_t, Counts> fonts_;
  std::map<int, std::size_t> glyphs_;  // of each page
  std::set<int> disguised_;            // pages with figures whose digits come out as syllables
};

}  // namespace jangbu
