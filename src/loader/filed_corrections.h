// What became of corrections, read back: corrections.ndjson of an output folder, and the list that a document's file keeps.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/correction.h"
#include "jangbu/result.h"

namespace jangbu {

// A correction in one document.
struct FiledOutcome {
  CorrectionOutcome outcome;
  std::string of;  // the document that speaks for that one; empty: it speaks itself
};

// A line of corrections.ndjson, as far as people are told of it.
struct FiledCorrection {
  std::string state;                   // applied | stale | unmatched | conflict | refused
  std::string place;                   // "2026.json:12", as editors jump to it
  std::string target;                  // the members of the target one behind the other
  std::string message_ko, message_en;  // empty: nothing is said
  std::vector<FiledOutcome> outcomes;
};

// In the order of the file; none where there is no file. Errors: output_damaged.
Result<std::vector<FiledCorrection>> read_corrections(const std::filesystem::path& output);

// The list as a document's file has it; what is no outcome is left out.
std::vector<CorrectionOutcome> read_outcomes(std::string_view json);

}  // namespace jangbu
