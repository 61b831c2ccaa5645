// A word that a line's end has broken in two: whether what stands before and after the end is written without a blank.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace jangbu {

// `known`: whether a word occurs elsewhere in the document. `활용` | `할 수 있는` is one word where 활용할 is known; signs and particles
// that never stand apart need no witness.
bool is_broken_word(std::string_view before, std::string_view after, const std::function<bool(const std::string&)>& known);

}  // namespace jangbu
