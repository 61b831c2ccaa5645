// SQL as SQLite has it → as PostgreSQL has it. There is one text of each statement and one definition of the tables, written for SQLite;
// here is all that the two say differently.
//
//   ?, ?1                   $1                                   column                  "column", which is a word of SQL there
//   INTEGER PRIMARY KEY     a number that it gives               TEXT                    text in the order of bytes (COLLATE "C")
//   WITHOUT ROWID, FTS5     nothing: it has neither              an index over text      by hash: one by order has no long keys
#pragma once

#include <string>
#include <string_view>

namespace jangbu {

std::string postgres_statement(std::string_view sql);

// Of ledger_layout.cpp and layout.cpp: CREATE statements, each ended by a semicolon at the end of a line.
std::string postgres_tables(std::string_view sql);

// A name that may be of any bytes and any length (where a file stands), as a text by which rows are found: itself, if it can be; else its
// beginning and its hash.
std::string postgres_key(std::string_view name);

// A text as PostgreSQL can hold it: UTF-8 without U+0000. What is none of that becomes U+FFFD.
std::string postgres_text(std::string_view text);

}  // namespace jangbu
