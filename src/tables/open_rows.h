// Which lines of an open table begin a row. See open_layout.h for the rules.
#pragma once

#include <cstddef>
#include <vector>

#include "tables/open_columns.h"

namespace jangbu {

// For each line from `first_body` on; those before are false. `parted`: a rule stands above the line.
std::vector<bool> row_beginnings(const std::vector<OpenLine>& lines, std::size_t first_body, const OpenColumns& columns,
                                 const std::vector<bool>& parted);

}  // namespace jangbu
