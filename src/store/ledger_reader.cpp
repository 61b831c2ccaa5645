// The ledger for exports: one read transaction from opening to the end, so that all sheets of a workbook show the same moment.
// Names of views and columns are quoted and come from the ledger's own lists; values are bound.
#include "store/ledger_reader.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <optional>

#include "store/ledger.h"
#include "store/ledger_cells.h"
#include "store/ledger_to_read.h"

namespace jangbu {
namespace fs = std::filesystem;

// Members go in the reverse order: the transaction before the connection.
struct LedgerReader::Inside {
  std::string file;
  std::unique_ptr<SQLite::Database> database;
  std::optional<SQLite::Transaction> moment;  // one moment of the ledger, whatever is written meanwhile; gone before the database
};

LedgerReader::LedgerReader(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
LedgerReader::LedgerReader(LedgerReader&&) noexcept = default;
LedgerReader::~LedgerReader() = default;

// The transaction begins before the first question, so that types and rows are of one moment.
Result<LedgerReader> LedgerReader::open(const fs::path& output) {
  constexpr int kBusyMilliseconds = 10'000;
  auto inside = std::make_unique<Inside>();
  inside->file = (output / kLedgerFile).string();
  auto database = open_ledger_to_read(output, kBusyMilliseconds);
  if (!database) return database.forward();
  inside->database = std::move(*database);
  SQLite::Database& open = *inside->database;
  try {
    inside->moment.emplace(open);
    if (const Status version = is_of_this_version(open, inside->file); !version) return version.forward();
    LedgerReader out(std::move(inside));
    for (SQLite::Statement row(open, "SELECT type, of_type, name, korean, measure FROM _field ORDER BY type, place"); row.executeStep();) {
      const std::string type = row.getColumn(0).getString();
      if (out.types_.empty() || out.types_.back().name != type) out.types_.push_back({type, row.getColumn(1).getString(), {}});
      // Record types come from the file itself, since it may have been made with a user's profiles.
      out.types_.back().fields.push_back({row.getColumn(2).getString(), row.getColumn(3).getString(), row.getColumn(4).getString()});
    }
    return out;
  } catch (const SQLite::Exception& failed) {
    return ledger_damaged((output / kLedgerFile).string(), failed.what());
  }
}

// Row by row: a view may have millions.
Status LedgerReader::each(const LedgerView& view, const std::vector<std::pair<std::string, std::string>>& where,
                          const std::vector<std::string>& order, const std::function<bool(const std::vector<LedgerCell>&)>& each) const {
  try {
    std::string columns, conditions, by;
    for (const LedgerColumn& column : view.columns) columns += (columns.empty() ? "" : ", ") + quoted_identifier(column.name);
    for (const auto& [column, value] : where) conditions += (conditions.empty() ? " WHERE " : " AND ") + quoted_identifier(column) + " = ?";
    for (const std::string& column : order) by += (by.empty() ? " ORDER BY " : ", ") + quoted_identifier(column);
    SQLite::Statement row(*inside_->database, "SELECT " + columns + " FROM " + quoted_identifier(view.name) + conditions + by);
    for (std::size_t i = 0; i < where.size(); ++i) row.bind(static_cast<int>(i) + 1, where[i].second);
    std::vector<LedgerCell> cells(view.columns.size());
    while (row.executeStep()) {
      for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = ledger_cell(row.getColumn(static_cast<int>(i)));
      if (!each(cells)) break;
    }
    return Done{};
  } catch (const SQLite::Exception& failed) {
    return ledger_damaged(inside_->file, failed.what());
  }
}

}  // namespace jangbu
