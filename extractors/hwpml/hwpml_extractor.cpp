// HWPML is one XML file: scanner, story and reader are put together here, within the limits. Errors of memory become
// a limit's error.
#include "extractors/hwpml/hwpml_extractor.h"

#include <algorithm>
#include <new>
#include <string>

#include "extractors/hwpml/document_reader.h"

namespace jangbu {
namespace {

// Elements around each table in a table, a few more than Hangul writes.
constexpr std::size_t kElementsPerNesting = 16;

// The scanner reads from memory; the file is never copied whole.
Result<Document> read(std::span<const std::byte> bytes, const ExtractOptions& options) {
  Document document;
  document.source.format = Format::kHwpml;
  document.source.producer = "HWPML";
  hangul::WorkBudget budget(options.limits);
  hangul::MemorySource source(bytes, budget);
  hangul::XmlScanner xml(source, static_cast<std::size_t>(std::max(options.limits.nesting, 1)) * kElementsPerNesting);
  hangul::Story story(document, options.limits);
  auto ok = hwpml::DocumentReader(xml, story, document).read();
  if (!ok) return ok.forward();
  return document;
}

}  // namespace

Result<Document> extract_hwpml(std::span<const std::byte> bytes, const ExtractOptions& options) {
  if (bytes.size() > options.limits.file_bytes) return fail(ErrorCode::kLimitBytes, "the file is larger than the limit");
  try {
    return read(bytes, options);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimitMemory, "no memory to read the document");
  }
}

bool looks_like_hwpml(std::span<const std::byte> bytes) {
  // Letters of the start, in whichever of UTF-8 and UTF-16: zero bytes between them do not matter.
  constexpr std::size_t kLooked = 1024;
  std::string start;
  for (const std::byte b : bytes.first(std::min(bytes.size(), kLooked)))
    if (b != std::byte{0}) start += static_cast<char>(b);
  const auto first = start.find('<');
  return first != std::string::npos && first <= 3 && start.find("<HWPML") != std::string::npos;
}

}  // namespace jangbu
