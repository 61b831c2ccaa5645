// PDF → pages of runs and rules, in one pass over each page.
#pragma once

#include "extractors/extractor.h"

namespace jangbu {

// Fills Document::pages, metadata, source.{format,pages,producer}, diagnostics; sets `degraded` where Poppler reported errors.
// Errors: file_damaged, file_truncated, encrypted, password_wrong, no_text_layer (no page has text), limit_*.
Result<Document> extract_pdf(std::span<const std::byte> bytes, const ExtractOptions& options);

}  // namespace jangbu
