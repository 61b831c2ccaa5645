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

// Where a cell says it stands; rows and columns from 0.
struct CellPlace {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  bool header = false;
};

// Whether cells at these places tile rows x columns.
bool places_tile(const std::vector<CellPlace>& places, int rows, int columns);
// Whether a table's cells do, in whatever order they are.
bool cells_tile(const Table& table);

// Sorts table.cells by row, column and makes them tile. Returns what was wrong ("cell (3, 2) overlaps"), empty if nothing.
std::string make_cells_tile(Table& table);

}  // namespace jangbu::hangul
