// The files of the page (src/review/page), built into the program.
#pragma once

#include "text/embedded_file.h"

namespace jangbu {

std::span<const EmbeddedFile> page_files();

}  // namespace jangbu
