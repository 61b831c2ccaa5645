// Rows below a header that alone is ruled or shaded.
//
//   +--------+-------+-------+      the grid that is drawn ends with the header; what stands below keeps to its columns, and is
//   | Kind   |  2024 |  2025 |      ruled across only, or not at all
//   +--------+-------+-------+
//     Roads    1,200   1,450
//    ------------------------
//     Bridges      -     380
//    ------------------------
#pragma once

#include <vector>

#include "jangbu/geometry.h"
#include "tables/filled_grid.h"

namespace jangbu {

// Lengthens `band` by the rows that hang below it, and takes their runs out of `outside`; false where none do. `taken`: what other grids
// cover.
bool hang_rows_below(const Page& page, const std::vector<Box>& taken, FilledGrid& band, std::vector<const Run*>& outside);

}  // namespace jangbu
