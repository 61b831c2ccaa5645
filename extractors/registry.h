// The list of extractors: one line a format. A new format is a folder here, and a line in registry.cpp.
#pragma once

#include "extractors/extractor.h"

namespace jangbu {

// nullptr where this build has no reader for the format.
ExtractFunction extractor_for(Format format);

}  // namespace jangbu
