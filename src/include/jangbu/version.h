// The version of the library and program.
#pragma once

#include <string_view>

namespace jangbu {

std::string_view version();  // "0.2.0"

}  // namespace jangbu
