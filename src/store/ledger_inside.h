// What the files of the ledger share: the open database, and its statements, each prepared once.
#pragma once

#include <exception>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "jangbu/decimal.h"
#include "store/ledger.h"
#include "store/sql.h"
#include "store/sqlite_error.h"

namespace jangbu {

struct LedgerInside {
  std::string file;
  std::shared_ptr<SqlDatabase> database;
  std::int64_t sequence = 0;
  std::map<std::string, SqlStatement> statements;       // by their SQL; gone before the database
  std::unordered_map<std::string, std::int64_t> words;  // of the document at hand
  std::vector<std::int64_t> free_numbers;               // for words that are new in it, the next at the back
  std::set<std::pair<std::int64_t, int>> searchable;    // words of it that are known to be found, and where

  ~LedgerInside() { statements.clear(); }

  // Ready to be bound; one use at a time.
  SqlStatement& prepared(const std::string& sql) {
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

  // One transaction, which counts: but where others write too, who would wait for each other at the one row that counts.
  template <typename Work>
  Status change(const Work& work) {
    return run<Done>([&](SqlDatabase& open) {
      SqlTransaction transaction(open);
      work(open);
      if (open.is_shared()) {
        transaction.commit();
        return Done{};
      }
      SqlStatement& count = prepared("UPDATE meta SET value = ? WHERE key = 'sequence'");
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
  explicit LedgerBinder(SqlStatement& statement) : statement_(statement) {}
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
    statement_.bind_bytes(++at_, value);
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
  SqlStatement& statement_;
  int at_ = 0;
};

}  // namespace jangbu
