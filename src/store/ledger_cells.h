// What asking and reading the ledger share: a value as SQLite stored it, names as SQL writes them, and the error of a file that is no
// ledger.
#pragma once

#include <SQLiteCpp/Column.h>

#include <cstdint>
#include <string>

#include "store/ledger_reader.h"

namespace jangbu {

// A column has no type of its own, its cells have.
inline LedgerCell ledger_cell(const SQLite::Column& column) {
  if (column.isNull()) return {};
  if (column.isInteger()) return static_cast<std::int64_t>(column.getInt64());
  if (column.isFloat()) return column.getDouble();
  return column.getString();
}

// An identifier: names of types and fields come from profiles, which users write.
inline std::string quoted_identifier(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

inline Unexpected ledger_damaged(const std::string& file, const std::string& why) {
  return fail(ErrorCode::kOutputDamaged, file + " is not a ledger that this jangbu reads: " + why, "run 'jangbu ingest' again");
}

}  // namespace jangbu
