// The files of schemas/profiles, built into the program.
#pragma once

#include "text/embedded_file.h"

namespace jangbu {

std::span<const EmbeddedFile> embedded_profiles();

}  // namespace jangbu
