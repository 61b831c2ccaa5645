// Corrections are written by hand: any file is read or refused, each slip with a reason.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corrections/correction_file.h"
#include "corrections/correction_set.h"
#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const jangbu::CorrectionFile file = jangbu::read_corrections("fuzzed.json", {reinterpret_cast<const char*>(data), size});
  for (const jangbu::CorrectionProblem& problem : file.problems) {
    if (problem.error.message.empty() || problem.error.code == jangbu::ErrorCode::kInternal) std::abort();
  }
  for (const jangbu::Correction& correction : file.corrections) {
    if (correction.id.empty() || (correction.value && !jangbu::is_valid_utf8(*correction.value))) std::abort();
  }
  const jangbu::CorrectionSet set(file.corrections);
  if (set.all().size() > file.corrections.size()) std::abort();
  return 0;
}
