// Any bytes as a PDF, through to its tables. Poppler is not instrumented: what is looked for is on this side of it.
#include <string_view>

#include "reading/read_document.h"
#include "sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = "%PDF-1.4\n" + std::string(reinterpret_cast<const char*>(data), size);
  jangbu::Limits limits = jangbu::fuzz::small_limits().limits;
  limits.page_objects = 20'000;
  limits.cpu_seconds = 5;
  jangbu::fuzz::insist_sound(jangbu::read_document(bytes, limits, {}, [] { return jangbu::Result<const jangbu::Lexicon*>(nullptr); }));
  return 0;
}
