// Read only, and trusting nothing that the file's own schema would run.
#include "store/ledger_to_read.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>

#include "store/ledger.h"
#include "store/ledger_cells.h"

namespace jangbu {

Result<std::unique_ptr<SQLite::Database>> open_ledger_to_read(const std::filesystem::path& output, int patience) {
  const std::string file = (output / kLedgerFile).string();
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return fail(ErrorCode::kPathMissing, output.string() + " holds no " + kLedgerFile,
                "run 'jangbu ingest PATH --out " + output.string() + "' first");
  }
  try {
    auto out = std::make_unique<SQLite::Database>(file, SQLite::OPEN_READONLY, patience);
    out->exec("PRAGMA trusted_schema = OFF");
    return out;
  } catch (const SQLite::Exception& failed) {
    return ledger_damaged(file, failed.what());
  }
}

Status is_of_this_version(SQLite::Database& ledger, const std::string& file) {
  const int version = ledger.execAndGet("PRAGMA user_version").getInt();
  if (version == kLedgerVersion) return Done{};
  return ledger_damaged(file, "its version is " + std::to_string(version) + ", not " + std::to_string(kLedgerVersion));
}

}  // namespace jangbu
