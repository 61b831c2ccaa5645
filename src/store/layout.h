// The tables of the state file, and opening it.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

#include "store/sql.h"

namespace jangbu {

// Opens, and lays the tables out in a new file. A layout of another version is no error here: see has_this_layout().
// Throws SQLite::Exception.
std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file);

// False for a file of another version of jangbu.
bool has_this_layout(SQLite::Database& database);

// The same tables in PostgreSQL, where they are not there yet. REQUIRES: a transaction.
void make_state_tables(SqlDatabase& database);

}  // namespace jangbu
