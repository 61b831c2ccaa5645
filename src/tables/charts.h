// Drawings whose lines look like a table's.
//
//      ______________________________          +------+
//  300 |      ....                   |         | head |
//  200 |_____.____.__________________|         +--+---+
//  100 |____._______.________________|       +----+----+
//    0 |___.__________.______________|    +--+---+  +--+---+
//        2021     2022     2023           | one  |  | two  |
#pragma once

#include <cstddef>

#include "tables/filled_grid.h"

namespace jangbu {

std::size_t filled_cells(const FilledGrid& filled);

// The ground of a chart: lines across at even steps and hardly any text; bars, whose figures stand amid empty rows without a label or a
// heading; frames in which the steps of an axis stand.
bool is_chart(const FilledGrid& filled);

// Charts beside each other whose texts were taken for columns: each column is an axis.
bool is_row_of_charts(const FilledGrid& filled);

// Boxes that lines join: of an organization, of a procedure.
bool is_diagram(const FilledGrid& filled);

}  // namespace jangbu
