// Where a profile comes from, and with it whether its patterns have to be checked.
#pragma once

#include <string>
#include <string_view>

#include "text/pattern.h"

namespace jangbu {

enum class ProfileOrigin {
  kFolder,   // anyone may have written it
  kBuiltIn,  // tests/records/profile_test.cpp has checked it: to compile each pattern in every run as well would only take time
};

// What is wrong with a pattern of a profile; empty: nothing.
inline std::string pattern_complaint(std::string_view expression, ProfileOrigin origin) {
  return origin == ProfileOrigin::kBuiltIn ? std::string() : Pattern::complaint(expression);
}

}  // namespace jangbu
