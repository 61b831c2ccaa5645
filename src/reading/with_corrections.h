// Understanding a document once more with its corrections.
#pragma once

#include "reading/process.h"

namespace jangbu {

// `normalized`: the document as it was before records were read from it; `plain`: what was read. Where no correction is meant
// for it, `plain` comes back as it is. REQUIRES: both named.
Processed with_corrections(const Document& normalized, Processed plain, const Toolbox& tools);

}  // namespace jangbu
