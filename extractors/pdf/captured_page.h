// What one pass over a page of a PDF yields, before anything is made of it: glyphs and painted paths, in paint order.
//
// The seam between the files that see Poppler (those that include poppler_private.h) and the rest of the reader, which is plain C++
// and is tested on values of these types. Units: points, origin at the top left of the page as shown, y growing downwards.
// Ownership: plain values; a CapturedPage is used again for the next page, so that its vectors are allocated once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "jangbu/geometry.h"

namespace jangbu {

// From this luminance on ink is white: the colour of paper.
inline constexpr double kWhite = 0.985;

// One glyph. Its text is a piece of CapturedPage::text: most glyphs are one code point, ligatures are several, some none.
struct Glyph {
  double x = 0, y = 0;                  // origin, on the baseline
  double advance_x = 0, advance_y = 0;  // to where the next glyph would stand
  double size = 0;                      // font size as shown
  double along_x = 1, along_y = 0;      // unit vector in which the line of text runs
  std::uint32_t text_begin = 0;
  std::uint16_t text_length = 0;
  std::uint16_t font = 0;   // which of the document's
  bool untold = false;      // the font does not say which letter this draws: its text is U+FFFD
  std::uint32_t shown = 0;  // glyphs that one operator showed share this number
  bool bold = false;
  bool invisible = false;
  bool white = false;   // filled in white: seen only on something darker
  bool pale = false;    // filled in a light colour, or hardly covering what lies below
  bool column = false;  // written in a font for vertical lines: the origin is at the top centre
};

// A straight piece of a stroked path.
struct Stroke {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  double width = 0;
};

// A filled subpath, by its bounding box.
struct Area {
  Box box;
  double luminance = 0;     // 0 black … 1 white
  bool rectangle = false;   // the subpath is its own bounding box
  std::uint32_t paint = 0;  // subpaths filled in one operation share this number
};

// A font, as far as the text that it draws depends on it.
struct FontFacts {
  std::string name;     // as the file says it, without the mark of a subset
  bool untold = false;  // nothing tells which letters it draws: no ToUnicode, and codes that mean nothing by themselves
};

struct CapturedPage {
  int number = 0;  // from 1
  double width = 0, height = 0;
  bool pictures = false;               // may lie below white text; told only where there is such text
  std::uint64_t oversized_glyphs = 0;  // stand for more than any ligature does; each was replaced by U+FFFD
  std::u32string text;
  std::vector<Glyph> glyphs;
  std::vector<Stroke> strokes;
  std::vector<Area> areas;

  void clear() {
    oversized_glyphs = 0;
    text.clear();
    glyphs.clear();
    strokes.clear();
    areas.clear();
  }
};

}  // namespace jangbu
