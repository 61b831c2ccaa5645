// HWP 3 (.hwp of 1996–2002): one stream of paragraphs, in Hangul's own character codes.
//
// What becomes what: ../hangul/story.h. Cells carry no row and column there, only places in print: the grid is worked out from them.
// Errors: file_damaged, file_truncated; encrypted, password_wrong; limits. What can be read up to damage is kept, and
// Document::degraded set.
// Thread rule: any number of calls at once.
#pragma once

#include "extractors/extractor.h"

namespace jangbu {

Result<Document> extract_hwp3(std::span<const std::byte> bytes, const ExtractOptions& options);

bool looks_like_hwp3(std::span<const std::byte> bytes);

}  // namespace jangbu
