// datapackage.json: a Data Package (v2, datapackage.org) over the output folder, with a Table Schema for each resource and the measures of
// the Fiscal Data Package.
#pragma once

#include <string>
#include <vector>

#include "store/ledger_rows.h"

namespace jangbu {

// `types`: kinds of records that are there. `corrections`: corrections.ndjson is there.
std::string data_package(const std::vector<LedgerType>& types, bool corrections);

}  // namespace jangbu
