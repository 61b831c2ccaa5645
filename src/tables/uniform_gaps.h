// Tabs that a copy turned into so many blanks.
//
//     사업명    예산현액    집행률        예상액        four blanks for each tab, eight where a cell is empty
//     운영    1,000    80.0%    95.0%    950        nothing lines up, yet every gap is a multiple of four
// Where all gaps of a stretch of lines are multiples of one width, that width is put back to a tab.
#pragma once

#include <string>
#include <vector>

namespace jangbu {

void restore_tabs(std::vector<std::string>& lines);

}  // namespace jangbu
