// Two tables side by side without vertical lines: rows that stand level like those of one table, and a gutter that no text crosses.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/run_lines.h"

namespace jangbu {

// The x between the two; 0 if they are one. `lines`: the same runs as lines; `rules`: horizontal ones in and around them.
double between_tables(const std::vector<const Run*>& runs, const std::vector<RunLine>& lines, const std::vector<Rule>& rules);

}  // namespace jangbu
