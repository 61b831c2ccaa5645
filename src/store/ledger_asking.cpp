// SQL from inside the program (review pages, searches) against the ledger, read only and with a deadline.
// SQLite calls back every kStepsBetweenLooks steps; past the deadline the question is given up. Without it one search over millions of rows
// would keep a page waiting and its thread busy.
//
//   rows come as (names of columns, cells); what is to be looked for is always a ? in the SQL
#include "store/ledger_asking.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <string_view>

#include "store/ledger.h"
#include "store/ledger_cells.h"
#include "store/ledger_layout.h"
#include "store/ledger_to_read.h"

namespace jangbu {
namespace fs = std::filesystem;

// `until`: the deadline of the question at hand; the handler points at it.
struct LedgerAsking::Inside {
  std::string file;
  std::unique_ptr<SQLite::Database> database;
  std::chrono::steady_clock::time_point until;
};

namespace {

// An interrupt is our own deadline; everything else means that the file is not as expected.
Unexpected went_wrong(const std::string& file, const SQLite::Exception& failed) {
  if (failed.getErrorCode() == SQLITE_INTERRUPT) return fail(ErrorCode::kLimitSeconds, "the question takes too long", "ask for less");
  return ledger_damaged(file, failed.what());
}

// By the type of the value; an empty one is NULL.
void bind(SQLite::Statement& statement, int place, const LedgerCell& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return statement.bind(place, *number);
  if (const auto* real = std::get_if<double>(&value)) return statement.bind(place, *real);
  if (const auto* text = std::get_if<std::string>(&value)) return statement.bind(place, *text);
  statement.bind(place);
}

}  // namespace

LedgerAsking::LedgerAsking(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
LedgerAsking::LedgerAsking(LedgerAsking&&) noexcept = default;
LedgerAsking::~LedgerAsking() = default;

// Opened to read only; the handler for the deadline is set once and looks at `until`.
Result<LedgerAsking> LedgerAsking::open(const fs::path& output) {
  constexpr int kBusyMilliseconds = 5'000, kStepsBetweenLooks = 20'000;
  auto inside = std::make_unique<Inside>();
  inside->file = (output / kLedgerFile).string();
  auto database = open_ledger_to_read(output, kBusyMilliseconds);
  if (!database) return database.forward();
  inside->database = std::move(*database);
  try {
    if (const Status version = is_of_this_version(*inside->database, inside->file); !version) return version.forward();
    // Questions name tables that are storage: those of another version are others.
    if (!has_ledger_tables(*inside->database)) return ledger_damaged(inside->file, "it was made by another version");
    // Pages of the file that questions come back to: the top of every index of a ledger of some GB.
    inside->database->exec("PRAGMA cache_size = -16000");
    // SQLite gives `this` back as a plain pointer; it lives as long as the connection.
    sqlite3_progress_handler(
        inside->database->getHandle(), kStepsBetweenLooks,
        [](void* given) { return std::chrono::steady_clock::now() > static_cast<Inside*>(given)->until ? 1 : 0; }, inside.get());
    return LedgerAsking(std::move(inside));
  } catch (const SQLite::Exception& failed) {
    return ledger_damaged(inside->file, failed.what());
  }
}

// Statements are not kept: each question is asked once.
Status LedgerAsking::ask(const std::string& sql, const std::vector<LedgerCell>& values, const Each& each,
                         std::chrono::milliseconds patience) {
  inside_->until = std::chrono::steady_clock::now() + patience;
  try {
    SQLite::Statement row(*inside_->database, sql);
    for (std::size_t i = 0; i < values.size(); ++i) bind(row, static_cast<int>(i) + 1, values[i]);
    std::vector<std::string> names;
    for (int i = 0; i < row.getColumnCount(); ++i) names.emplace_back(row.getColumnName(i));
    std::vector<LedgerCell> cells(names.size());
    while (row.executeStep()) {
      for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = ledger_cell(row.getColumn(static_cast<int>(i)));
      if (!each(names, cells)) break;
    }
    return Done{};
  } catch (const SQLite::Exception& failed) {
    return went_wrong(inside_->file, failed);
  }
}

// meta holds texts; a number is wanted.
Result<std::int64_t> LedgerAsking::sequence() {
  std::int64_t out = 0;
  const Status asked = ask("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'sequence'", {}, [&](const auto&, const auto& cells) {
    if (const auto* number = std::get_if<std::int64_t>(&cells[0])) out = *number;
    return false;
  });
  if (!asked) return asked.forward();
  return out;
}

}  // namespace jangbu
