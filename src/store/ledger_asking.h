// The ledger for those who ask it in SQL: pages of lists, searches. Read only, and bounded in time.
//
// One object is one connection, for one thread at a time. Each ask() sees one moment of the ledger, a later one of the next: what a run
// writes meanwhile shows up. Errors of all: path_missing (no ledger there), output_damaged (it is none, of another version, or the SQL is
// not for it), limit_seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "jangbu/result.h"
#include "store/ledger_reader.h"

namespace jangbu {

class LedgerAsking {
 public:
  static Result<LedgerAsking> open(const std::filesystem::path& output);
  LedgerAsking(LedgerAsking&&) noexcept;
  ~LedgerAsking();

  // `values` stand where the SQL has ?; never put what came from outside into the SQL itself. `each` says false to stop; the names of the
  // columns come with every row.
  using Each = std::function<bool(const std::vector<std::string>& names, const std::vector<LedgerCell>& cells)>;
  Status ask(const std::string& sql, const std::vector<LedgerCell>& values, const Each& each,
             std::chrono::milliseconds patience = std::chrono::seconds(10));

  // Raised with every document that a run puts into the ledger or takes out of it.
  Result<std::int64_t> sequence();

 private:
  struct Inside;
  explicit LedgerAsking(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace jangbu
