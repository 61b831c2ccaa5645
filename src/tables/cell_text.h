// What stands in a cell of a page, as its text.
//
// The lines of the cell, parted by \n; but a figure that a narrow cell breaks over its lines is one figure:
//     1,332,      → 1,332,000         only what is no figure by itself goes on: its commas prove it
//     000
#pragma once

#include <string>
#include <vector>

#include "tables/run_lines.h"

namespace jangbu {

std::string cell_text(const std::vector<RunLine>& lines);

}  // namespace jangbu
