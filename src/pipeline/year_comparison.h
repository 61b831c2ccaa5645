// Last year's figures in this year's reports (audit/cross_document.h), from the rows that the ledger keeps of an office and a year.
#pragma once

#include <vector>

#include "audit/cross_document.h"
#include "store/ledger_rows.h"

namespace jangbu {

// As check_cross_documents() takes them: amounts with the step that their texts print, counts and numbers, which are exact; no rates, and
// nothing that no profile knows as a field.
std::vector<YearRow> comparable_rows(const std::vector<LedgerYearRow>& rows, const std::vector<Profile>& profiles);

}  // namespace jangbu
