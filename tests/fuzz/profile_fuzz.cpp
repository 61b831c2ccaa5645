// Profiles are written by hand: any file is read or refused with a reason.
#include <cstdint>
#include <string_view>

#include "records/profile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto profile = jangbu::parse_profile({reinterpret_cast<const char*>(data), size}, "fuzzed.json");
  if (!profile) {
    if (profile.error().code != jangbu::ErrorCode::kProfileInvalid || profile.error().message.empty()) __builtin_trap();
    return 0;
  }
  jangbu::make_lexicon({*profile});
  return 0;
}
