// The views of the ledger with their columns, types and titles, as schemas/ledger.json lists them: what exports and the data package show,
// in the same order and of the same types whatever is in a folder.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/ledger_rows.h"

namespace jangbu {

struct LedgerColumn {
  std::string name;
  std::string type;  // string | integer | number | array | object: the last two are JSON texts
  std::string korean, english;
  std::string unit;  // "KRW" of amounts, else empty
};

struct LedgerView {
  std::string name, korean, english;
  std::vector<LedgerColumn> columns;
};

// `types`: those of the profiles; each has a view of its own after the others.
std::vector<LedgerView> ledger_columns(const std::vector<LedgerType>& types);

// Cells of tables, which stand in documents/ and not in the ledger: what an export of tables shows.
LedgerView columns_of_cells();

// What the fields of budgets are in the terms of the Fiscal Data Package: "approved", "executed", …
struct FiscalTerms {
  std::map<std::string, std::string> phases;  // by field
  std::vector<std::string> revenue_types;
};
FiscalTerms fiscal_terms();

std::string_view ledger_columns_text();  // schemas/ledger.json, generated when the library is built

}  // namespace jangbu
