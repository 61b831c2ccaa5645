// Ruling lines → the lines of each table.
//
// Lines that touch belong to one table. Some tables hang together by more than touch: rows that are open at both sides, rows
// that are shaded in turn, boxes joined by arrows. REQUIRES: rules as Page promises them: snapped, joined, sorted.
#pragma once

#include <vector>

#include "jangbu/document.h"

namespace jangbu {

// The lines of one table, or of a drawing.
struct RuledComponent {
  std::vector<Rule> horizontals, verticals;
};

// Those that may hold a cell: with at least two lines of one direction.
std::vector<RuledComponent> ruled_components_of(const Page& page);

}  // namespace jangbu
