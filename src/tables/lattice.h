// Ruling lines → grids, exactly.
//
// Lines that touch belong to one table. Its columns are the places of its vertical lines, its rows those of its horizontal
// lines, and two places are one cell unless a line parts them. Korean reports leave the outer left and right borders open as
// a rule: where several horizontal lines end one below the other, a border is assumed.
//
// REQUIRES: rules as Page promises them: snapped, joined, sorted. Cost: near-linear in lines and crossings; a page with more
// lines than any table has is a drawing and gives no grids.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/grid.h"

namespace jangbu {

// From top to bottom, then left to right; a grid that stands inside of a cell of another comes after it.
std::vector<Grid> find_grids(const Page& page);

}  // namespace jangbu
