// SQLiteCpp behind the names of sql.h: every call is handed on as it is.
#include "store/sql_sqlite.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <exception>

namespace jangbu {
namespace {

class SqliteCursor : public SqlCursor {
 public:
  SqliteCursor(SQLite::Database& file, const std::string& sql) : statement_(file, sql) {}
  void bind_null(int place) override { statement_.bind(place); }
  void bind_number(int place, std::int64_t value) override { statement_.bind(place, value); }
  void bind_real(int place, double value) override { statement_.bind(place, value); }
  void bind_text(int place, const std::string& value, bool stays) override {
    if (stays) {
      statement_.bindNoCopy(place, value);
    } else {
      statement_.bind(place, value);
    }
  }
  void bind_bytes(int place, std::string_view value) override { statement_.bind(place, value.data(), static_cast<int>(value.size())); }
  bool step() override { return statement_.executeStep(); }
  int run() override { return statement_.exec(); }
  void reset() override { statement_.reset(); }
  void clear() override { statement_.clearBindings(); }
  bool is_null(int column) override { return statement_.isColumnNull(column); }
  std::int64_t number(int column) override { return statement_.getColumn(column).getInt64(); }
  std::string_view bytes(int column) override {
    const SQLite::Column value = statement_.getColumn(column);
    return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
  }

 private:
  SQLite::Statement statement_;
};

class SqliteDatabase : public SqlDatabase {
 public:
  explicit SqliteDatabase(std::unique_ptr<SQLite::Database> file) : file_(std::move(file)) {}
  // Whoever reads (a review page) may keep the log from being written back when the file is closed: it is done before, so that
  // `ledger.sqlite` alone is the whole ledger after a run. A reader that is in the middle of a question is not waited for long.
  ~SqliteDatabase() override {
    constexpr int kMilliseconds = 200;
    sqlite3_busy_timeout(file_->getHandle(), kMilliseconds);
    sqlite3_wal_checkpoint_v2(file_->getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  }
  std::unique_ptr<SqlCursor> prepare(const std::string& sql) override { return std::make_unique<SqliteCursor>(*file_, sql); }
  void exec(const std::string& sql) override { file_->exec(sql); }
  void begin() override { file_->exec("BEGIN"); }
  void commit() override { file_->exec("COMMIT"); }
  // SQLite has rolled back by itself where it had to; the error that led here is the one to be told.
  void roll_back() override { file_->tryExec("ROLLBACK"); }
  // One process writes a file: what follows the largest number is free.
  std::vector<std::int64_t> numbers(const std::string& table, std::size_t count) override {
    std::vector<std::int64_t> out(count);
    std::int64_t last = file_->execAndGet("SELECT coalesce(max(id), 0) FROM " + table).getInt64();
    for (std::int64_t& number : out) number = ++last;
    return out;
  }
  bool is_shared() const override { return false; }
  void hold(const std::string&) override {}

 private:
  std::unique_ptr<SQLite::Database> file_;
};

}  // namespace

std::unique_ptr<SqlDatabase> sql_of(std::unique_ptr<SQLite::Database> file) { return std::make_unique<SqliteDatabase>(std::move(file)); }

}  // namespace jangbu
