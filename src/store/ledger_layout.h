// The tables and views of the ledger.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "store/ledger_rows.h"
#include "store/sql.h"

namespace jangbu {

// Throws what sql.h says. Tables: once, in a new file. Views: wherever `types` are others than those they were made of.
void make_ledger_tables(SqlDatabase& database);
bool has_ledger_tables(SqlDatabase& database);       // just these, of this program
bool has_ledger_tables(SQLite::Database& database);  // of a file that is only read
void make_ledger_views(SqlDatabase& database, const std::vector<LedgerType>& types);

// The names of the views and tables that users may rely on, in the order of ledger.md; those of record types after them.
std::vector<std::string> ledger_views(const std::vector<LedgerType>& types);

}  // namespace jangbu
