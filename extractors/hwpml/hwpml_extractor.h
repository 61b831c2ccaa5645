// HWPML (.hml): the whole document as one XML file.
//
// What becomes what: ../hangul/story.h.
// Errors: file_damaged, file_truncated; limits.
// Thread rule: any number of calls at once.
#pragma once

#include "extractors/extractor.h"

namespace jangbu {

Result<Document> extract_hwpml(std::span<const std::byte> bytes, const ExtractOptions& options);

// An XML document whose root element is HWPML, in UTF-8 or UTF-16.
bool looks_like_hwpml(std::span<const std::byte> bytes);

}  // namespace jangbu
