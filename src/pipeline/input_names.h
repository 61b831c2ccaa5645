// What names alone say of a file that may be an input.
#pragma once

#include <filesystem>
#include <string>

namespace jangbu {

std::string location_of(const std::filesystem::path& path);  // as Input::location (inputs.h)
bool is_passed_over(const std::filesystem::path& path);      // hidden, or left behind by a program; the folders above it are not asked

}  // namespace jangbu
