// Lines of a header that nobody ruled → pieces, one a heading of the line.
#pragma once

#include <vector>

#include "tables/open_columns.h"

namespace jangbu {

// The narrowest blank between two runs, as a share of the font size.
double blank_of(const std::vector<OpenLine>& lines);

// Pieces of a heading line, cut where a border of a column, or the end of a rule below, runs between two words that stand apart.
std::vector<Piece> cut_at_borders(const OpenLine& line, const OpenColumns& columns, double blank, const std::vector<Rule>& rules);

}  // namespace jangbu
