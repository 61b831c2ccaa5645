// Poppler behind one door: bytes of a PDF → one CapturedPage after the other.
//
// Everything read here is hostile. Poppler's own complaints are counted for each document (several may be read in parallel,
// each by one thread), never printed. Nothing is rendered: images are not decoded, and parts of the catalog that a reader of
// text has no use for (output intents, forms, names, outlines) are dropped before the first page, because following them costs
// most of the time on good files and all of it on bad ones.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "extractors/extractor.h"
#include "extractors/pdf/captured_page.h"
#include "jangbu/document.h"

namespace jangbu {

// What the file says about itself, and how well it could be read.
struct PdfFacts {
  int pages = 0;
  Metadata metadata;
  std::string producer;
  std::uint64_t complaints = 0;  // of Poppler: syntax errors and worse, not mere warnings
  std::string first_complaint;
  int first_complaint_page = 0;        // 0: before the first page
  bool rebuilt_table = false;          // the cross-reference table was broken and has been guessed from the objects
  bool end_missing = false;            // no %%EOF near the end of the file
  std::vector<FontFacts> fonts;        // as Glyph::font counts them
  std::uint64_t oversized_glyphs = 0;  // glyphs that claim to stand for more text than any ligature does; replaced by U+FFFD
};

// Called for each page, in order; the page is borrowed and used again. An error ends the reading and is handed on.
using PageConsumer = std::function<Status(const CapturedPage&)>;

// Errors: file_empty, file_damaged, file_truncated, encrypted, password_wrong, limit_pages, limit_objects (page_objects:
// also drawn forms and saved graphics states), limit_memory, limit_text, limit_seconds, internal.
Result<PdfFacts> capture_pages(std::span<const std::byte> bytes, const ExtractOptions& options, const PageConsumer& consume);

}  // namespace jangbu
