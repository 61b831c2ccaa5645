// Lines of text → the grid of a table that nobody ruled, with rows of several lines and headings over several columns.
//
// Rows: each line of figures is one. A line that holds a label alone goes on from the label above it, or is the beginning of the one
// below it, only where the line was full: the next word would not have fitted into the column. Otherwise it is a row of its own (a
// subheading). Rules across the table part rows in any case.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/filled_grid.h"

namespace jangbu {

// `runs`: what stands in the table, without leaders; `rules`: horizontal ones in and around it. A grid of one cell if the text has no
// columns.
FilledGrid lay_out_open(const Box& box, const std::vector<const Run*>& runs, const std::vector<Rule>& rules);

}  // namespace jangbu
