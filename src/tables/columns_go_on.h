// Columns that are drawn at both ends of a table and not between.
//
//   +--------+-------+-------+      header and total are shaded cell by cell, or boxed; the rows between them are parted by rules
//   | Kind   |  2024 |  2025 |      across, or by nothing
//   +--------+-------+-------+
//     Roads    1,200   1,450
//    ------------------------
//     Bridges      -     380
//   +--------+-------+-------+
//   | Total  |  1,200  1,830 |
//   +--------+-------+-------+
// Without this each end would be a table of its own, and the last row before the total belong to neither.
#pragma once

#include <vector>

#include "tables/ruled_components.h"

namespace jangbu {

// Puts the borders between the columns in and makes one component of the parts. Units: points.
void join_columns_that_go_on(std::vector<RuledComponent>& components, const Page& page);

}  // namespace jangbu
