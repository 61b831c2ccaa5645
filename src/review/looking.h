// Figures side by side: execution by department, a programme over the years. Each with the place that it is printed at.
#pragma once

#include "review/ledger_json.h"

namespace jangbu {

// {"rows": departments of one document's budget tables}, the document asked for, or the latest of the organization and year that prints
// departments.
Result<Json> departments(LedgerAsking& ledger, const Asked& asked);

// {"rows": [{"series_id", "organization", "name", "record_type", "years"}]}: series whose name or office holds q; those over most years
// first.
Result<Json> series_list(LedgerAsking& ledger, const Asked& asked);

// {"rows": every value of the series `id`, by field and year, with what the next year's report says}.
Result<Json> series_of(LedgerAsking& ledger, const Asked& asked);

}  // namespace jangbu
