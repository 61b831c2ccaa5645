// Tables of .jangbu/state.db, and how it is opened: SQLite in WAL mode, without waiting for the disk at each commit.
// A power cut may take the last transactions, never break the file; a run finds again what they said.
#include "store/layout.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <cstdint>
#include <string>
#include <system_error>

#include "store/postgres_dialect.h"

namespace jangbu {
namespace {

// Raised with every change of the tables below: an older file is set aside, not converted, since a run brings all of it back.
constexpr int kLayout = 4;

// Paths are bytes, not always UTF-8: blobs. `due`: what has to be settled yet, however the run ended that left it so.
constexpr const char* kTables = R"sql(
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE makings (id INTEGER PRIMARY KEY, tool TEXT NOT NULL, limits TEXT NOT NULL, profiles TEXT NOT NULL, UNIQUE (tool, limits, profiles));
CREATE TABLE inputs (
  location BLOB PRIMARY KEY, shown TEXT NOT NULL,
  size INTEGER NOT NULL, inode INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, stamp_proves INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  code INTEGER, message TEXT, advice TEXT, since TEXT NOT NULL, attempts INTEGER NOT NULL, document TEXT NOT NULL, making INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX inputs_by_hash ON inputs (sha256);
CREATE INDEX inputs_of_document ON inputs (document);
CREATE INDEX inputs_failed ON inputs (location) WHERE code IS NOT NULL;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, path TEXT NOT NULL, report TEXT NOT NULL, format TEXT NOT NULL, dated TEXT NOT NULL,
  paths TEXT NOT NULL, edition INTEGER NOT NULL, supersedes TEXT NOT NULL, state TEXT NOT NULL, of TEXT NOT NULL, past INTEGER NOT NULL, compared TEXT NOT NULL, warnings TEXT NOT NULL,
  records INTEGER NOT NULL, findings INTEGER NOT NULL, making INTEGER NOT NULL, corrections TEXT NOT NULL,
  file_sha256 TEXT NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, record_files TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_by_hash ON documents (sha256);
CREATE INDEX documents_by_path ON documents (path);
CREATE INDEX documents_of_report ON documents (report);
CREATE TABLE due (kind TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;
)sql";

}  // namespace

// A new file gets its tables in one transaction, so that a kill leaves an empty file or a whole one.
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
  // The file lies in a folder that others may write to: a view or trigger planted there must not run functions with side effects.
  database->exec("PRAGMA trusted_schema = OFF");
  const int layout = database->execAndGet("PRAGMA user_version").getInt();
  // user_version 0 alone is no proof: a file of something else may have it as well.
  const bool is_new = layout == 0 && database->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (is_new) {
    SQLite::Transaction transaction(*database);
    database->exec(kTables);
    database->exec("PRAGMA user_version = " + std::to_string(kLayout));
    transaction.commit();
  }
  return database;
}

void make_state_tables(SqlDatabase& database) {
  SqlStatement there(database, "SELECT to_regclass('jangbu_state.inputs') IS NOT NULL");
  if (there.executeStep() && there.getColumn(0).getInt() != 0) return;
  database.exec(postgres_tables(kTables));
  database.exec("CREATE TABLE files (id text COLLATE \"C\" PRIMARY KEY, json bytea NOT NULL)");  // shared_files.h
}

// Asked by the caller, who sets a file of another layout aside.
bool has_this_layout(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt() == kLayout; }

}  // namespace jangbu
