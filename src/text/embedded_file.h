// A file as it was when the program was built (written by embed_folder.cmake).
#pragma once

#include <span>
#include <string_view>

namespace jangbu {

struct EmbeddedFile {
  std::string_view name, content;  // the name without its folder
};

}  // namespace jangbu
