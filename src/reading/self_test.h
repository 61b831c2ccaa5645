// Whether this process can still read: a reader that may not open its character maps gives empty documents and no error.
#pragma once

#include "jangbu/limits.h"
#include "jangbu/result.h"

namespace jangbu {

// Reads a small Korean PDF, whose words stand in no font of its own but only in the character maps of poppler-data. Errors:
// sandbox_unavailable.
Status prove_reading(const Limits& limits);

}  // namespace jangbu
