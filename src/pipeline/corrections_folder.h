// A corrections folder: every .json file in it and in the folders below, in the order of their names. Hidden files and folders, and
// links to folders, are passed over; files of other kinds are not read, and told. audit.json of the folder itself holds severities, no
// corrections.
#pragma once

#include <filesystem>
#include <vector>

#include "corrections/correction_set.h"
#include "corrections/judgement.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"

namespace jangbu {

struct CorrectionsFolder {
  CorrectionSet set;  // those that accept findings among them
  Severities severities;
  std::vector<std::string> passed_over;     // files of other kinds, which may have been meant: 2021.json.txt
  std::vector<CorrectionProblem> problems;  // files and corrections that cannot be used, by file and line
};

// Errors: path_missing, path_unreadable, for the folder itself. A file that cannot be used is a problem, not an error.
Result<CorrectionsFolder> read_corrections_folder(const std::filesystem::path& folder, const Limits& limits);

}  // namespace jangbu
