// Glyphs → Runs: words by position.
//
// A run ends where a blank is painted, where the gap to the next glyph is wide against the font size, where the line of text
// is left, where the font changes its size or weight, and where a vertical rule stands between two glyphs (figures of
// neighbouring cells may touch; but one figure that one operator shows is wider than its cell, and whole). Text painted twice with a
// small offset (fake bold, shadows) is kept once, as bold. What figures need besides stands in figure_runs.h, and watermarks in
// watermark.h.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "extractors/pdf/captured_page.h"
#include "jangbu/document.h"

namespace jangbu {

// What the glyphs of a document told that their text does not show.
struct GlyphNotes {
  std::set<char32_t> unknown_private_use;
};

// What is drawn on the page, borrowed.
struct DrawnOnPage {
  const std::vector<Rule>& verticals;  // sorted by x then y
  const std::vector<Rule>& strikes;    // lines struck through text, sorted by y
};

// Text is NFC, Private Use characters mapped where known.
std::vector<Run> runs_of(const CapturedPage& page, const DrawnOnPage& drawn, GlyphNotes& notes);

}  // namespace jangbu
