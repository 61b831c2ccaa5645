// The order in which a reader takes the pieces of a page: from top to bottom, but column by column where text is set in columns.
#pragma once

#include <cstddef>
#include <vector>

#include "jangbu/geometry.h"

namespace jangbu {

// Lines of text and tables, by their boxes, in any order → their indices in reading order. A band of the page is in columns
// where one vertical gutter parts at least four pieces on each side, each side of them about as wide as a text column is; and where two
// tables stand side by side, each below a line of its own (two pages on one sheet, or two tables with a caption each).
// From `first_table` on the boxes are tables.
std::vector<std::size_t> reading_order(const std::vector<Box>& boxes, std::size_t first_table = static_cast<std::size_t>(-1));

}  // namespace jangbu
