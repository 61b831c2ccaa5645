// A ledger as text: every row of every view, sorted; without how often something was tried, which is history. Two ledgers of one content
// have the same text, whatever their bytes.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <vector>

namespace jangbu {

inline std::vector<std::string> ledger_select(const std::string& file, const std::string& sql) {
  std::vector<std::string> rows;
  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
      sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK) {
    while (sqlite3_step(statement) == SQLITE_ROW) {
      std::string row;
      for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        row += (column ? "\t" : "") + std::string(text ? text : "NULL");
      }
      rows.push_back(std::move(row));
    }
  }
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return rows;
}

inline std::string ledger_dump(const std::string& file) {
  std::string out;
  for (const std::string& view : ledger_select(file, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")) {
    std::string columns;
    for (const std::string& column :
         ledger_select(file, "SELECT name FROM pragma_table_info('" + view + "') WHERE name <> 'attempts' ORDER BY cid")) {
      columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
    }
    std::vector<std::string> rows = ledger_select(file, "SELECT " + columns + " FROM \"" + view + "\"");
    std::sort(rows.begin(), rows.end());
    for (const std::string& row : rows) out += view + "\t" + row + "\n";
  }
  return out;
}

}  // namespace jangbu
