// Figures side by side: what budgets are spent on, a programme over the years. Each with the place that it is printed at.
#pragma once

#include "review/ledger_json.h"

namespace jangbu {

// Tables of budgets (type=settlement: of settlements) that print a total, those of the newest year first, each with its rows:
// {"rows": [{"document_id", "title", "organization", "fiscal_year", "table_id", "record_type", "page", "records": [{"record_id", "name",
// "path", "level", "row_role", "page", "row", "current_appropriation", …}], "more"}], "next"}. Filters by organization, year, document.
// Some tables are told at once; `next` is the offset of those that follow, or null. `more`: the table has more rows than are told.
Result<Json> budgets(LedgerAsking& ledger, const Asked& asked);

// {"rows": [{"series_id", "organization", "name", "record_type", "years"}], "more"}: series whose name or office holds q; those over most
// years first; 100 of them, looked for among the first 2,000.
Result<Json> series_list(LedgerAsking& ledger, const Asked& asked);

// {"rows": every value of the series `id`, by field and year, with what the next year's report says, "more"}.
Result<Json> series_of(LedgerAsking& ledger, const Asked& asked);

}  // namespace jangbu
