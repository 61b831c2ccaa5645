// The grid check: the cells of a table must tile its rows x columns, each place covered once.
//
// Hangul stores the anchors of cells only, with their spans. Real files tile; damaged and hostile ones do not. What does not
// is made to, without losing text, and told:
//   - a span that leaves the table is cut; an anchor outside of it goes to the first free place, or to a new last row;
//   - two cells with one anchor become one, their texts on lines of their own;
//   - a cell that covers the anchor of another gives way (its span shrinks);
//   - places that nothing covers get empty cells.
// Cost: rows x columns steps. REQUIRES: rows x columns within Limits::cells.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"

namespace jangbu::hangul {

// Sorts table.cells by row, column and makes them tile. Returns what was wrong ("cell (3, 2) overlaps"), empty if nothing.
std::string make_cells_tile(Table& table);

}  // namespace jangbu::hangul
