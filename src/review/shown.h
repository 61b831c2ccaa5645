// What a list of the page shows, as a file for Excel: the same question with the same filters, all pages of it, in the page's language.
#pragma once

#include <filesystem>

#include "export/rows.h"
#include "review/ledger_json.h"

namespace jangbu {

// `asked.value("list")`: findings, documents, failures, budgets, series_of, records or prose (what a search finds); with the filters of
// that list, and lang=ko|en. Of very long lists the first kMostShown rows, and a last line that says so. REQUIRES: `ledger` outlives it.
// Errors: path_missing (no such list).
inline constexpr std::size_t kMostShown = 50'000;
Result<ExportTable> shown_list(LedgerAsking& ledger, const Asked& asked);

}  // namespace jangbu
