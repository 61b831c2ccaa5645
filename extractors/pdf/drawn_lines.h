// Strokes and fills → Rules and Fills.
//
// Programs draw the lines of a table in many ways: Hancom as strokes, dashed and double borders as thousands of short ones;
// Chrome as thin filled boxes, or as a box with a hole; others shade the cells and draw nothing between them. All of them
// become Rules: straight, along an axis, joined where pieces meet, on snapped coordinates so that whoever works with them
// compares exactly. Cost: sorting.
#pragma once

#include <vector>

#include "extractors/pdf/captured_page.h"
#include "jangbu/document.h"

namespace jangbu {

struct DrawnLines {
  std::vector<Rule> rules;  // horizontals by y then x, then verticals by x then y; `horizontals` of them come first
  std::size_t horizontals = 0;
  std::vector<Rule> strikes;  // struck through a line of text: no rules of a table
  std::vector<Fill> fills;    // in paint order, without white ones
};

DrawnLines drawn_lines_of(const CapturedPage& page);

}  // namespace jangbu
