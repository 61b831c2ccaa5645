// HWP 5: any bytes as a file; and, since no mutation gets through a compound file and its compression, as the records of a section.
#include "extractors/hwp/hwp_extractor.h"
#include "extractors/hwp/section_reader.h"
#include "tests/fuzz/sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jangbu;
  const auto bytes = std::as_bytes(std::span(data, size));
  const ExtractOptions options = fuzz::small_limits();
  if (looks_like_hwp(bytes)) {
    fuzz::insist_sound(extract_hwp(bytes, options));
    return 0;
  }
  hangul::WorkBudget budget(options.limits);
  // The same records once as the shapes, once as the section that refers to them.
  hangul::MemorySource shapes(bytes, budget), records(bytes, budget);
  const auto info = hwp::read_doc_info(shapes);
  const hwp::DocInfo none;
  Document document;
  hangul::Story story(document, options.limits);
  hangul::NumberCounter counter;
  const auto read = hwp::SectionReader(info ? *info : none, counter, story).read(records);
  if (read) fuzz::insist_sound(document);
  return 0;
}
