#include "store/layout.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <cstdint>
#include <string>
#include <system_error>

namespace jangbu {
namespace {

// Raised with every change of the tables below: an older file is set aside, not converted, since a run brings all of it back.
constexpr int kLayout = 2;

// Paths are bytes, not always UTF-8: blobs. `serial` keeps a document's lines in the order in which they stand in it.
constexpr const char* kTables = R"sql(
CREATE TABLE inputs (
  location BLOB PRIMARY KEY, shown TEXT NOT NULL,
  size INTEGER NOT NULL, inode INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, stamp_proves INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  code INTEGER, message TEXT, advice TEXT, since TEXT NOT NULL, attempts INTEGER NOT NULL,
  tool TEXT NOT NULL, limits TEXT NOT NULL, profiles TEXT NOT NULL, corrections TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, path TEXT NOT NULL, report TEXT NOT NULL, format TEXT NOT NULL, dated TEXT NOT NULL,
  paths TEXT NOT NULL, edition INTEGER NOT NULL, supersedes TEXT NOT NULL, state TEXT NOT NULL, of TEXT NOT NULL, compared TEXT NOT NULL, warnings TEXT NOT NULL,
  records INTEGER NOT NULL, findings INTEGER NOT NULL,
  tool TEXT NOT NULL, limits TEXT NOT NULL, profiles TEXT NOT NULL, corrections TEXT NOT NULL,
  file_sha256 TEXT NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE records (
  document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  type TEXT NOT NULL, id TEXT NOT NULL, line TEXT NOT NULL
);
CREATE INDEX records_of_document ON records (document, id);
CREATE INDEX records_in_order ON records (type, id);
CREATE TABLE findings (
  document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, serial INTEGER NOT NULL,
  severity TEXT NOT NULL, kind TEXT NOT NULL, line TEXT NOT NULL,
  PRIMARY KEY (document, serial)
) WITHOUT ROWID;
CREATE TABLE aggregates (
  name TEXT PRIMARY KEY, size INTEGER NOT NULL, inode INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

}  // namespace

std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file) {
  // Only one process at a time comes here (loader/folder_lock.h); the wait is for a reader who looks into the file meanwhile.
  constexpr int kBusyMilliseconds = 10'000;
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  const bool is_empty = error || size == 0;
  auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds);
  // An empty file has nothing that its first page could be rolled back to: no journal for it, and nobody waits for the disk to have one.
  if (is_empty) database->exec("PRAGMA journal_mode = MEMORY");
  database->exec("PRAGMA journal_mode = WAL");
  database->exec("PRAGMA synchronous = NORMAL");
  database->exec("PRAGMA foreign_keys = ON");
  database->exec("PRAGMA trusted_schema = OFF");
  const int layout = database->execAndGet("PRAGMA user_version").getInt();
  const bool is_new = layout == 0 && database->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (is_new) {
    SQLite::Transaction transaction(*database);
    database->exec(kTables);
    database->exec("PRAGMA user_version = " + std::to_string(kLayout));
    transaction.commit();
  }
  return database;
}

bool has_this_layout(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt() == kLayout; }

}  // namespace jangbu
