// Does a text end in the middle of something: with an open bracket, a comma, 및, a particle or a verb that wants more?
//
//   unfinished("숙의·공론하고,")   true      unfinished("설치에 따른")   true      unfinished("시민의")      true
//   unfinished("대상 (3종")        true      unfinished("민관 협의")     false     unfinished("성과 제고")   false
// By grammar alone: a line that ends so is no heading and goes on below. Cost: linear.
#pragma once

#include <string_view>

namespace jangbu {

bool unfinished(std::string_view text);

}  // namespace jangbu
