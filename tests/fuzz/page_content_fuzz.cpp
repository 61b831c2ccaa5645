// Any bytes as the content of a page: what is left of them is hardly longer than they were, and slimming it again says the same of its end.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractors/pdf/page_content.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  const jangbu::SlimContent slim = jangbu::slim_content(content);
  constexpr std::size_t kBlanks = 2;
  if (slim.text.size() > size + kBlanks) std::abort();
  if (slim.complete && !jangbu::slim_content(slim.text).complete) std::abort();
  return 0;
}
