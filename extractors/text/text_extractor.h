// Text that another tool or an OCR already extracted → lines.
#pragma once

#include "extractors/extractor.h"

namespace jangbu {

// UTF-8, CP949 or UTF-16 (text/text_encoding.h; other than UTF-8 is told as a diagnostic, text_converted); line ends LF or CRLF; form feeds
// part pages but are no page numbers. Fills Document::lines (NFC, without line ends). Errors: text_encoding, limit_text.
Result<Document> extract_text(std::span<const std::byte> bytes, const ExtractOptions& options);

}  // namespace jangbu
