// Profiles are written by hand: any file is read or refused with a reason.
#include <cstdint>
#include <string_view>

#include "records/profile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto profile = jangbu::parse_profile(text, "fuzzed.json");
  if (!profile && (profile.error().code != jangbu::ErrorCode::kProfileInvalid || profile.error().message.empty())) __builtin_trap();
  const auto lexicon = jangbu::Lexicon::parse(text, "fuzzed.json");
  if (!lexicon && (lexicon.error().code != jangbu::ErrorCode::kProfileInvalid || lexicon.error().message.empty())) __builtin_trap();
  if (lexicon) lexicon->read("2024년 최종예산(A) 증감률");
  return 0;
}
