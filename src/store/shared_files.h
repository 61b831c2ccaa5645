// The documents' own files (documents/<id>.json), kept in PostgreSQL beside their rows: what settles there reads and changes them as a run
// does in its folder, from whatever machine they came.
//
// Errors of all: ledger_unavailable, ledger_refused; of get() output_damaged, where there is no such file.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "jangbu/result.h"
#include "store/sql.h"

namespace jangbu {

class SharedFiles {
 public:
  // `name`: for errors.
  SharedFiles(std::shared_ptr<SqlDatabase> database, std::string name) : database_(std::move(database)), name_(std::move(name)) {}
  Status put(const std::string& id, std::string_view json);
  Result<std::string> get(const std::string& id);
  Status forget(const std::string& id);

 private:
  std::shared_ptr<SqlDatabase> database_;
  std::string name_;
};

}  // namespace jangbu
