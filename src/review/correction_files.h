// The corrections folder as the page writes it: one file a day and author, never another's, whole or not there.
//
//   2026-11-27-홍길동.json      a list of corrections in the order in which they were written (schemas/v1/corrections.schema.json)
//
// Two processes (two people on one shared folder) wait for each other by a lock in the folder. A file of this name that holds corrections
// of somebody else, or is no list, is left alone, and the next free name taken. Thread rule: any number of threads. Errors: path_missing,
// path_unreadable (the folder), correction_invalid (a file to take something out of is not as it was), output_not_writable.
#pragma once

#include <filesystem>
#include <string>

#include "review/ledger_json.h"

namespace jangbu {

struct WrittenCorrection {
  std::string file;       // relative to the folder
  std::size_t index = 0;  // place in its list, from 0
};

// REQUIRES: `correction` has "author" and "date".
Result<WrittenCorrection> add_correction(const std::filesystem::path& folder, const Json& correction);

// Takes one out again: the one at this place, which must be the same still and of this author. A file that is empty then goes.
Status take_correction(const std::filesystem::path& folder, const WrittenCorrection& place, const Json& correction,
                       const std::string& author);

// All that files of the folder hold as lists: [{"file", "index", "correction"}]; at most so many. What cannot be read is left out: jangbu
// ingest tells.
Result<Json> corrections_in(const std::filesystem::path& folder, std::size_t most);

}  // namespace jangbu
