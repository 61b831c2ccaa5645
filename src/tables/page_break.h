// A page break inside of a table: what it cuts, and how the pieces are put together.
//
// The break may fall between two rows, go through a row (whose label then stands on one side only, or whose paragraph fills its
// last line above the break), or through cells that span rows. What cells tell by themselves stands in break_signs.h; here they
// are weighed against each other. Units: points; columns are told by the places of their borders.
#pragma once

#include <vector>

#include "tables/break_signs.h"
#include "tables/page_layout.h"

namespace jangbu {

// Borders of two pieces this close are the same; no column is that narrow.
inline constexpr double kSameBorder = 3.0;

// Index of the border at x; -1 if there is none.
int border_at(const std::vector<double>& borders, double x);

// Puts the rows of `next`, but for the first `skipped_rows` (a repeated header), below those of `table`. Leaves `next` empty.
void join_at_break(PlacedTable& table, PlacedTable& next, int skipped_rows, const BreakPlace& place);

}  // namespace jangbu
