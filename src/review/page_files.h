// The files of the page (src/review/page), built into the program.
#pragma once

#include <span>
#include <string_view>

namespace jangbu {

struct PageFile {
  std::string_view name, content;
};

std::span<const PageFile> page_files();

}  // namespace jangbu
