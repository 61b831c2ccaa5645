// The fiscal year that a table's own figures are of: the report's, where the headings reach it; else the latest that they name.
//
//   2025년 | 2024년 in a report of 2025            2025
//   2026년(A) | 2027년(B) in a report of 2026      2027: next year's budget. A year further ahead is a plan, and no table's year
//   예산액 | 집행액 below 2024회계연도 결산          2024: no column names a year, so the title may; or the chapter of results (Ⅱ. 2024년
//                                                 추진실적); or, of what was done, the day that it stands at (2024. 12. 31. 기준)
//   전년도이월액 | 집행액 below 2024년도 이월사업    2025, the report's: what one year left over is spent in the next
//   예산현액 | 이월액 below 2026년도 이월사업        2025, where the chapter is of what 2025 brought
#pragma once

#include <optional>

#include "records/profile.h"
#include "records/table_context.h"
#include "records/view_words.h"

namespace jangbu {

struct TableYear {
  std::optional<int> year;  // nothing: of a year that is over, which nobody names
  bool assumed = false;     // nothing names it: it is the report's, which still runs
  bool in_doubt = false;  // a column that is not understood may be of the report's year: nobody knows of which one those are that name none
};

TableYear table_year(const Profile& profile, const ViewWords& words, const TableContext& context);

}  // namespace jangbu
