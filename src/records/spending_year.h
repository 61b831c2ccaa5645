// Of which year an amount spent is that names none, where budgets of two years stand beside it.
//
//   2025년 예산 | 집행액 | 집행률 | 2026년 예산      집행률 is 집행액 / 2025년 예산: what was spent is of 2025, a figure of `yearly`
//   2025년 예산 | 2026년 예산 | 집행액 | 집행률      집행률 is 집행액 / 2026년 예산: of the table's own year
//   2025년 예산 | 집행액 | 2026년 예산              nothing tells: it has no field
#pragma once

#include <vector>

#include "records/column_typing.h"

namespace jangbu {

// The words leave the year open; a rate or a rest beside the amount decides, where it fits one of the years in most rows. REQUIRES: one
// evidence a column.
void settle_years_of_spending(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence);

}  // namespace jangbu
