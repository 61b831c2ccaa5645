#include "reading/read_document.h"

#include <span>

#include "extractors/detect.h"
#include "extractors/registry.h"
#include "model/fenced.h"
#include "tables/page_tables.h"
#include "tables/text_tables.h"

namespace jangbu {
namespace {

Result<Document> run_stages(std::string_view bytes, const Limits& limits, const std::string& password, const LexiconSource& lexicon, std::vector<Page>* seen) {
  const auto raw = std::as_bytes(std::span(bytes.data(), bytes.size()));
  const auto format = detect_format(raw);
  if (!format) return format.forward();
  const ExtractFunction extract = extractor_for(*format);
  if (!extract) {
    return fail(ErrorCode::kFormatUnsupported, "this build does not read " + std::string(format_name(*format)) + " yet", "convert it to PDF");
  }
  auto document = extract(raw, {limits, password});
  if (!document) return document.forward();
  document->source.bytes = bytes.size();
  if (seen) *seen = document->pages;
  if (!document->pages.empty()) {
    if (Status status = find_page_tables(*document, limits); !status) return status.forward();
  }
  if (!document->lines.empty()) {
    const auto words = lexicon();
    if (!words) return words.forward();
    if (Status status = find_text_tables(*document, **words, limits); !status) return status.forward();
  }
  return document;
}

}  // namespace

Result<Document> read_document(std::string_view bytes, const Limits& limits, const std::string& password, const LexiconSource& lexicon,
                               std::vector<Page>* seen) {
  return fenced<Document>([&] { return run_stages(bytes, limits, password, lexicon, seen); });
}

}  // namespace jangbu
