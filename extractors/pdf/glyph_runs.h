// Glyphs → Runs: words by position.
//
// A run ends where a blank is painted, where the gap to the next glyph is wide against the font size, where the line of text
// is left, where the font changes its size or weight, and where a vertical rule stands between two glyphs (figures of
// neighbouring cells may touch). Text painted twice with a small offset (fake bold, shadows) is kept once, as bold.
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

// `verticals`: the page's vertical rules, sorted by x then y. Text is NFC, Private Use characters mapped where known.
std::vector<Run> runs_of(const CapturedPage& page, const std::vector<Rule>& verticals, GlyphNotes& notes);

}  // namespace jangbu
