// The ledger for those who only read it: exports, reports. Never locks out a run that writes, and sees one moment of it.
//
// Errors of all: path_missing (no ledger there), output_damaged (it is none, or of another version).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "jangbu/result.h"
#include "store/ledger_columns.h"

namespace jangbu {

using LedgerCell = std::variant<std::monostate, std::int64_t, double, std::string>;  // monostate: NULL

class LedgerReader {
 public:
  // `output`: the output folder.
  static Result<LedgerReader> open(const std::filesystem::path& output);
  LedgerReader(LedgerReader&&) noexcept;
  ~LedgerReader();

  const std::vector<LedgerType>& types() const { return types_; }

  // Rows of a view, one after the other, by `order` (columns of the view). `where`: columns and what they equal. `each` says false to stop.
  // REQUIRES: names of ledger_columns().
  Status each(const LedgerView& view, const std::vector<std::pair<std::string, std::string>>& where, const std::vector<std::string>& order,
              const std::function<bool(const std::vector<LedgerCell>&)>& each) const;

 private:
  struct Inside;
  explicit LedgerReader(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
  std::vector<LedgerType> types_;
};

}  // namespace jangbu
