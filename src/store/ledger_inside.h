// What the files of the ledger share: the open database, and its statements, each prepared once.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <exception>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "jangbu/decimal.h"
#include "store/ledger.h"
#include "store/sqlite_error.h"

namespace jangbu {

struct LedgerInside {
  std::string file;
  std::unique_ptr<SQLite::Database> database;
  std::int64_t sequence = 0;
  std::map<std::string, SQLite::Statement> statements;  // by their SQL; gone before the database
  std::unordered_map<std::string, std::int64_t> words;  // of the document at hand
  std::set<std::pair<std::int64_t, int>> searchable;    // words of it that are known to be found, and where

  // Whoever reads (a review page) may keep the log from being written back when the file is closed: it is done before, so that
  // `ledger.sqlite` alone is the whole ledger after a run. A reader that is in the middle of a question is not waited for long.
  ~LedgerInside() {
    constexpr int kMilliseconds = 200;
    statements.clear();
    if (!database) return;
    sqlite3_busy_timeout(database->getHandle(), kMilliseconds);
    sqlite3_wal_checkpoint_v2(database->getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  }

  // Ready to be bound; one use at a time.
  SQLite::Statement& prepared(const std::string& sql) {
    auto found = statements.find(sql);
    if (found == statements.end())
      found = statements.emplace(std::piecewise_construct, std::forward_as_tuple(sql), std::forward_as_tuple(*database, sql)).first;
    found->second.reset();
    found->second.clearBindings();
    return found->second;
  }

  // What SQLite throws ends here.
  template <typename T, typename Work>
  Result<T> run(const Work& work) {
    return guarded<T>(file, [&]() -> Result<T> { return work(*database); });
  }

  // One transaction, which counts.
  template <typename Work>
  Status change(const Work& work) {
    return run<Done>([&](SQLite::Database& open) {
      SQLite::Transaction transaction(open);
      work(open);
      SQLite::Statement& count = prepared("UPDATE meta SET value = ? WHERE key = 'sequence'");
      count.bind(1, std::to_string(sequence + 1));
      count.exec();
      count.reset();
      transaction.commit();
      ++sequence;
      return Done{};
    });
  }
};

// Binds one parameter after the other; empty texts and missing numbers are NULL.
class LedgerBinder {
 public:
  explicit LedgerBinder(SQLite::Statement& statement) : statement_(statement) {}
  LedgerBinder& text(const std::string& value) {
    if (value.empty()) {
      statement_.bind(++at_);
    } else {
      statement_.bindNoCopy(++at_, value);
    }
    return *this;
  }
  LedgerBinder& exact_text(const std::string& value) {  // empty stays empty
    statement_.bind(++at_, value);
    return *this;
  }
  LedgerBinder& bytes(const std::string& value) {
    statement_.bind(++at_, value.data(), static_cast<int>(value.size()));
    return *this;
  }
  LedgerBinder& number(std::int64_t value) {
    statement_.bind(++at_, value);
    return *this;
  }
  LedgerBinder& real(double value) {
    statement_.bind(++at_, value);
    return *this;
  }
  template <typename T>
  LedgerBinder& number(const std::optional<T>& value) {
    if (value) {
      statement_.bind(++at_, static_cast<std::int64_t>(*value));
    } else {
      statement_.bind(++at_);
    }
    return *this;
  }
  LedgerBinder& decimal(const std::optional<Decimal>& value) {
    if (!value) {
      statement_.bind(++at_);
    } else if (const auto whole = value->whole()) {
      statement_.bind(++at_, *whole);
    } else {
      statement_.bind(++at_, value->to_double());
    }
    return *this;
  }

 private:
  SQLite::Statement& statement_;
  int at_ = 0;
};

}  // namespace jangbu
