// The profiles of schemas/profiles as they were when the program was built (written by embed_profiles.cmake).
#pragma once

#include <span>
#include <string_view>

namespace jangbu {

struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

std::span<const EmbeddedFile> embedded_profiles();

}  // namespace jangbu
