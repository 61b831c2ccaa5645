// The files of an output folder beside documents/: records, findings, quarantine, the run and the data package.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "jangbu/result.h"

namespace jangbu {

struct QuarantineEntry {
  std::string path, sha256;  // sha256 empty where the bytes could not be read
  int code = 0;
  std::string error, message, advice, since;
  int attempts = 1;
};

// Creates the folder and tries to write into it, before any work is done. Errors: output_not_writable.
Status prepare_output(const std::filesystem::path& output);

// Entries of an earlier run; a file that is not there gives none. Errors: output_damaged.
Result<std::vector<QuarantineEntry>> read_quarantine(const std::filesystem::path& output);

Status write_quarantine(const std::filesystem::path& output, const std::vector<QuarantineEntry>& entries);

// One file a record type under records/; a type that has no records any more loses its file. `by_type`: lines sorted by id.
Status write_records(const std::filesystem::path& output, const std::map<std::string, std::vector<std::string>>& by_type);

Status write_findings(const std::filesystem::path& output, const std::vector<std::string>& lines);

// datapackage.json: a Frictionless Data Package over records/ and findings (specs.frictionlessdata.io/data-package).
Status write_data_package(const std::filesystem::path& output, const std::map<std::string, std::vector<std::string>>& by_type);

}  // namespace jangbu
