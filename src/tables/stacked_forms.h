// One form, filled in several times and printed without a gap: a table each.
//
//   +---------+--------+
//   | Name    | Kim    |
//   | Office  | North  |          the labels of the first form again, in cells of the same shape
//   | Budget  | 1,000  |
//   +---------+--------+
//   | Name    | Lee    |
//   | Office  | South  |
//   | Budget  | 2,000  |
//   +---------+--------+
#pragma once

#include <vector>

#include "tables/filled_grid.h"

namespace jangbu {

// The forms, from top to bottom; nothing where the grid is one table. Their runs are those of the grid.
std::vector<FilledGrid> forms_of(const FilledGrid& filled);

}  // namespace jangbu
