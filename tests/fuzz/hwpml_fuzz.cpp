// HWPML: any bytes as a file.
#include "extractors/hwpml/hwpml_extractor.h"
#include "tests/fuzz/sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  jangbu::fuzz::insist_sound(jangbu::extract_hwpml(std::as_bytes(std::span(data, size)), jangbu::fuzz::small_limits()));
  return 0;
}
