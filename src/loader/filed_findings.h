// findings.ndjson of an output folder, read back as findings: the one place that parses its lines.
#pragma once

#include <filesystem>
#include <vector>

#include "jangbu/record.h"
#include "jangbu/result.h"

namespace jangbu {

// All of them, in the order of the file. Errors: path_missing (no run has written it), output_damaged: also for a kind that this version
// does not know, since a check that passes over findings would pass where it must not.
Result<std::vector<Finding>> read_findings(const std::filesystem::path& output);

}  // namespace jangbu
