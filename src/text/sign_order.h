// Which sign of a report's lists stands above which, where the report itself does otherwise than most do (the ranks of outline_sign.h).
//
//   ◈ … ■ … ■ … ◈ … ■ …        ◈ stands above ■
//   • … - … - … • … -           • stands above -; · never does, which is of the same kind but another sign
//   (1) … ① … ② … (2) … ①       (1) stands above ①
// A sign stands above another where lists begin with it, go on with the other, and come back to the first; and hardly ever the other way
// round.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "text/outline_sign.h"

namespace jangbu {

// A signed line; or where a list ends (kind empty), because a heading begins another.
struct SeenSign {
  std::string_view kind;  // sign_class()
  int rank = 0;
};

// The kind of a sign; • is told from · here, and ▷ from ▶.
std::string_view sign_class(const OutlineSign& sign);

// Class → the rank that it has in this report: right above the highest of those below it. Only of those whose place is another. Cost:
// linear in the lines, times the kinds of signs (fewer than 20).
std::map<std::string_view, int> lifted_signs(const std::vector<SeenSign>& lines);

}  // namespace jangbu
