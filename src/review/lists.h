// Lists of the start page, page by page: what came in, what failed, findings worst first, what a search finds.
//
// Each answers {"rows": […], "total": number}, where several filters meet also "at_least": true, if there are more than were counted.
// What the first page costs does not grow with the folder.
#pragma once

#include "review/ledger_json.h"

namespace jangbu {

// How many of what, and what can be filtered by: {"documents", "silent" (earlier editions and other formats), "failed", "failures":
// [{"error", "count", "meaning_ko"}, the most first], "findings": {severity: n}, "records": {type: n}, "organizations": [the 100 with most
// documents], "organizations_total", "years": […], "kinds": […], "fields": {type: {"korean", "fields": {name: {"korean", "measure"}}}}}.
Result<Json> overview(LedgerAsking& ledger);

// Offices whose names hold the letters q, those with most documents first, at most 100: {"rows": [{"name", "documents"}]}.
Result<Json> offices_list(LedgerAsking& ledger, const Asked& asked);

// The newest report first. Filters by organization, year, type (of records), severity (of findings); offset, limit.
Result<Json> documents_list(LedgerAsking& ledger, const Asked& asked);

// Worst first, of one severity the newest year first. Filters by severity, kind, organization, year, document.
Result<Json> findings_list(LedgerAsking& ledger, const Asked& asked);

// Files that could not be read, why, and what to do. Filter by error (its name).
Result<Json> failures_list(LedgerAsking& ledger, const Asked& asked);

// {"documents", "records", "prose", "more": {"documents": bool, …}}: what holds the text q, blanks aside, from `offset` on. `list` names
// one of the three: the others are empty then.
Result<Json> search(LedgerAsking& ledger, const Asked& asked);

}  // namespace jangbu
