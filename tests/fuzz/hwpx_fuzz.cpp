// HWPX: any bytes as a package; and, since no mutation gets through a ZIP, as the XML of its header and of a section.
#include "extractors/hwpx/header_part.h"
#include "extractors/hwpx/hwpx_extractor.h"
#include "extractors/hwpx/section_part.h"
#include "tests/fuzz/sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jangbu;
  const auto bytes = std::as_bytes(std::span(data, size));
  const ExtractOptions options = fuzz::small_limits();
  if (looks_like_hwpx(bytes)) {
    fuzz::insist_sound(extract_hwpx(bytes, options));
    return 0;
  }
  constexpr std::size_t kDepth = 256;
  hangul::WorkBudget budget(options.limits);
  hangul::MemorySource head(bytes, budget), section(bytes, budget);
  const auto header = hwpx::read_header(head, kDepth);
  const hwpx::Header none;
  Document document;
  hangul::Story story(document, options.limits);
  hangul::NumberCounter counter;
  const auto read = hwpx::SectionPart(header ? *header : none, counter, story, {}).read(section, kDepth);
  if (read) fuzz::insist_sound(document);
  return 0;
}
