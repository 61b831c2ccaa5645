// Any bytes are told or refused.
#include <cstdint>
#include <span>

#include "extractors/detect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto format = jangbu::detect_format(std::as_bytes(std::span(data, size)));
  if (!format && format.error().message.empty()) __builtin_trap();
  return 0;
}
