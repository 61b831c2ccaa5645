// SQL, whoever keeps the rows: SQLite in an output folder (sql_sqlite.h), or PostgreSQL, where many processes write at once (postgres.h).
//
// The names are those of SQLiteCpp, in whose SQL the statements of this folder are written; what PostgreSQL says otherwise is turned there
// (postgres_dialect.h). Parameters are `?` or `?1`, and whatever comes from outside is one: it never becomes part of the SQL.
//
//   SqlStatement row(database, "SELECT id FROM _word WHERE word = ?");
//   row.bind(1, word);
//   while (row.executeStep()) … row.getColumn(0).getInt64() …
//
// Ownership: a statement must be gone before its database. Thread rule: one call at a time for each database.
// Errors are thrown: SQLite::Exception of the one, SqlFailure of the other; guarded() (sqlite_error.h) makes both a Result.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/error.h"

namespace jangbu {

struct SqlFailure : std::runtime_error {
  explicit SqlFailure(Error why) : std::runtime_error(why.message), error(std::move(why)) {}
  Error error;
};

// A statement as one of the two has it. Places count from 1 in parameters, from 0 in columns.
class SqlCursor {
 public:
  virtual ~SqlCursor() = default;
  virtual void bind_null(int place) = 0;
  virtual void bind_number(int place, std::int64_t value) = 0;
  virtual void bind_real(int place, double value) = 0;
  virtual void bind_text(int place, const std::string& value, bool stays) = 0;  // `stays`: until the statement was executed
  virtual void bind_bytes(int place, std::string_view value) = 0;
  virtual bool step() = 0;  // to the next row; false: there is none
  virtual int run() = 0;    // how many rows it changed
  virtual void reset() = 0;
  virtual void clear() = 0;  // all parameters are NULL again
  virtual bool is_null(int column) = 0;
  virtual std::int64_t number(int column) = 0;
  virtual std::string_view bytes(int column) = 0;  // good until the next row
};

class SqlDatabase {
 public:
  virtual ~SqlDatabase() = default;
  virtual std::unique_ptr<SqlCursor> prepare(const std::string& sql) = 0;
  virtual void exec(const std::string& sql) = 0;  // statements without parameters
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void roll_back() = 0;
  // So many new numbers for rows of a table that has them in its column `id`, rising.
  virtual std::vector<std::int64_t> numbers(const std::string& table, std::size_t count) = 0;
  // Other processes write at the same time. What is counted in one row for all, and full text, is left out there.
  virtual bool is_shared() const = 0;
  // Keeps others who ask for the same name waiting until the transaction ends. Nothing where nobody else writes.
  virtual void hold(const std::string& name) = 0;
};

class SqlColumn {
 public:
  SqlColumn(SqlCursor& cursor, int at) : cursor_(cursor), at_(at) {}
  bool isNull() const { return cursor_.is_null(at_); }
  std::int64_t getInt64() const { return cursor_.number(at_); }
  int getInt() const { return static_cast<int>(cursor_.number(at_)); }
  std::string getString() const { return std::string(cursor_.bytes(at_)); }
  std::string_view view() const { return cursor_.bytes(at_); }  // good until the next row

 private:
  SqlCursor& cursor_;
  int at_;
};

class SqlStatement {
 public:
  SqlStatement(SqlDatabase& database, const std::string& sql) : cursor_(database.prepare(sql)) {}
  void bind(int place) { cursor_->bind_null(place); }
  void bind(int place, std::int64_t value) { cursor_->bind_number(place, value); }
  void bind(int place, int value) { cursor_->bind_number(place, value); }
  void bind(int place, double value) { cursor_->bind_real(place, value); }
  void bind(int place, const std::string& value) { cursor_->bind_text(place, value, false); }
  void bindNoCopy(int place, const std::string& value) { cursor_->bind_text(place, value, true); }
  void bind_bytes(int place, std::string_view value) { cursor_->bind_bytes(place, value); }
  bool executeStep() { return cursor_->step(); }
  int exec() { return cursor_->run(); }
  void reset() { cursor_->reset(); }
  void clearBindings() { cursor_->clear(); }
  SqlColumn getColumn(int at) const { return {*cursor_, at}; }

 private:
  std::unique_ptr<SqlCursor> cursor_;
};

// All or nothing: without commit() it is rolled back. One within another is part of that.
class SqlTransaction {
 public:
  explicit SqlTransaction(SqlDatabase& database) : database_(database) { database_.begin(); }
  SqlTransaction(const SqlTransaction&) = delete;
  SqlTransaction& operator=(const SqlTransaction&) = delete;
  ~SqlTransaction() {
    if (!done_) database_.roll_back();
  }
  void commit() {
    database_.commit();
    done_ = true;
  }

 private:
  SqlDatabase& database_;
  bool done_ = false;
};

}  // namespace jangbu
