// Bytes → Document: the format is told by the bytes and never by a name, its extractor reads them, and formats without tables (PDF pages,
// plain text) get theirs from lines and letters. Limits are checked once more at the end, since each stage counts only its own.
#include "reading/read_document.h"

#include <algorithm>
#include <span>

#include "extractors/detect.h"
#include "extractors/registry.h"
#include "model/without_exceptions.h"
#include "tables/page_tables.h"
#include "tables/text_tables.h"

namespace jangbu {
namespace {

// Later stages lay tables out place by place.
Status keeps_to(const Limits& limits, const Document& document) {
  std::uint64_t places = 0;
  for (const Table& table : document.tables)
    places += static_cast<std::uint64_t>(std::max(0, table.rows)) * static_cast<std::uint64_t>(std::max(0, table.columns));
  if (places > limits.cells)
    return fail(ErrorCode::kLimitCells, "more than " + std::to_string(limits.cells) + " places in the document's tables");
  return Done{};
}

// The lexicon is asked for only where lines of plain text have to be cut into columns.
Result<Document> run_stages(std::string_view bytes, const Limits& limits, const std::string& password, const LexiconSource& lexicon,
                            std::vector<Page>* seen, const std::function<void()>& page_read) {
  const auto raw = std::as_bytes(std::span(bytes.data(), bytes.size()));
  const auto format = detect_format(raw);
  if (!format) return format.forward();
  const ExtractFunction extract = extractor_for(*format);
  if (!extract) {
    return fail(ErrorCode::kFormatUnsupported, "this build does not read " + std::string(format_name(*format)) + " yet",
                "convert it to PDF");
  }
  auto document = extract(raw, {limits, password, page_read});
  if (!document) return document.forward();
  document->source.bytes = bytes.size();
  // A copy: finding tables takes the pages apart.
  if (seen) *seen = document->pages;
  if (!document->pages.empty()) {
    if (Status status = find_page_tables(*document, limits); !status) return status.forward();
  }
  if (!document->lines.empty()) {
    const auto words = lexicon();
    if (!words) return words.forward();
    if (Status status = find_text_tables(*document, **words, limits); !status) return status.forward();
  }
  if (Status status = keeps_to(limits, *document); !status) return status.forward();
  return document;
}

}  // namespace

Result<Document> read_document(std::string_view bytes, const Limits& limits, const std::string& password, const LexiconSource& lexicon,
                               std::vector<Page>* seen, const std::function<void()>& page_read) {
  return without_exceptions<Document>([&] { return run_stages(bytes, limits, password, lexicon, seen, page_read); });
}

}  // namespace jangbu
