// HWP 3: any bytes as a file; and, past its head and compression, as a body.
#include "extractors/hwp3/body_reader.h"
#include "extractors/hwp3/hwp3_extractor.h"
#include "tests/fuzz/sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jangbu;
  const auto bytes = std::as_bytes(std::span(data, size));
  const ExtractOptions options = fuzz::small_limits();
  if (looks_like_hwp3(bytes)) {
    fuzz::insist_sound(extract_hwp3(bytes, options));
    return 0;
  }
  Document document;
  hwp3::CharacterCodes codes;
  hangul::Story story(document, options.limits);
  hwp3::BodyReader(hangul::ByteView(bytes), codes, story, options.limits.nesting).read();
  if (!story.failed()) fuzz::insist_sound(document);
  return 0;
}
