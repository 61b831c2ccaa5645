// A document as the ledger keeps it: flat rows, from the types that flow. Read fresh or read back from its own file, a document gives the
// same rows.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"
#include "store/known.h"
#include "store/ledger_rows.h"

namespace jangbu {

// `finding_lines`: as findings.ndjson has them, beside `findings`. `outcomes`: those of corrections as the document's file has them; empty:
// none.
LedgerDocument ledger_rows(const Document& document, const std::vector<Record>& records, const std::vector<Finding>& findings,
                           const std::vector<std::string>& finding_lines, std::string outcomes, const KnownDocument& known);

// The same of a document that was just read, which goes as its rows come: both are large, and never stand in memory whole at once.
LedgerDocument ledger_rows(Document document, std::vector<Record> records, const std::vector<Finding>& findings,
                           const KnownDocument& known);

// What becomes of a change of standing: state, edition, paths.
std::string paths_json(const std::vector<std::string>& paths);  // empty for none

// The printed figures of all tables, typed where a record gives them a meaning. In the order of tables, rows and columns.
std::vector<LedgerFigure> figure_rows(const Document& document, const std::vector<Record>& records);

// What the ledger's views show of these profiles: types in the order of their names.
std::vector<LedgerType> ledger_types(const std::vector<Profile>& profiles);

}  // namespace jangbu
