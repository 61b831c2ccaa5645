// Reads one file of a corrections folder: a JSON list of corrections, or an object that holds it under "corrections".
//
// Strict, because a slip of the pen must not pass silently: unknown and repeated keys, numbers in place of texts and unheard-of
// dates are refused, each with its line. A correction that is refused takes no other with it. A file that is no JSON, or no list
// of corrections, gives none: it may be half written. Errors: correction_invalid, limit_nesting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction.h"

namespace jangbu {

struct CorrectionFile {
  std::vector<Correction> corrections;
  std::vector<CorrectionProblem> problems;
};

// `name` is only kept; `content` is borrowed.
CorrectionFile read_corrections(const std::string& name, std::string_view content);

}  // namespace jangbu
