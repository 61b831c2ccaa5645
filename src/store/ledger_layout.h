// The tables and views of the ledger.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "store/ledger_rows.h"

namespace jangbu {

// Throws SQLite::Exception. Tables: once, in a new file. Views: wherever `types` are others than those they were made of.
void make_ledger_tables(SQLite::Database& database);
bool has_ledger_tables(SQLite::Database& database);  // just these, of this program
void make_ledger_views(SQLite::Database& database, const std::vector<LedgerType>& types);

// The names of the views and tables that users may rely on, in the order of ledger.md; those of record types after them.
std::vector<std::string> ledger_views(const std::vector<LedgerType>& types);

}  // namespace jangbu
