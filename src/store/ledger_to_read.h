// The ledger of an output folder, opened by who only reads it.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>
#include <string>

#include "jangbu/result.h"

namespace jangbu {

// `patience`: milliseconds, where a run is writing. Errors: path_missing (no run has made it), state_damaged.
Result<std::unique_ptr<SQLite::Database>> open_ledger_to_read(const std::filesystem::path& output, int patience);

// Errors: state_damaged, where another version has written it. Throws what SQLite throws. `file`: for errors.
Status is_of_this_version(SQLite::Database& ledger, const std::string& file);

}  // namespace jangbu
