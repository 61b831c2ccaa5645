// Last year's figure in this year's report against last year's report.
//
//   2021 report:  합계 | ’20년 예산 5,780,042 | ’21년 예산 …      prior_year_budget of fiscal year 2021
//   2020 report:  합계 | 예산액 5,780,024                        budget_amount of fiscal year 2020: cross_document
//
// Two rows speak of the same thing where organization, kind of record and path agree, and, for a table's total, most of the
// names below it. Which fields are last year's, and what its own report may call them, is in the profiles (ProfileField::year_before): a
// budget may be last year's original or final one, and agrees if any of them does. Where most of the rows that two tables share differ,
// they print budgets of different dates: no findings.
//
// A pure function of rows: they may come from this run or be read back from an output folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "jangbu/document.h"
#include "jangbu/record.h"
#include "records/profile.h"

namespace jangbu {

struct YearRow {
  std::string record_id, document_id, organization, record_type, name;
  std::string table;              // its id
  std::vector<std::string> path;  // empty: the table's total
  int fiscal_year = 0;
  std::int64_t unit_factor = 1;
  std::vector<Figure> values;  // with the step and place of each
};

// The rows of one document that can be compared: those with an organization and a year.
std::vector<YearRow> year_rows(const Document& document, const std::vector<Record>& records);

// Findings in a fixed order, whatever the order of rows; each belongs to the later document.
std::vector<Finding> check_cross_documents(const std::vector<YearRow>& rows, const std::vector<Profile>& profiles);

}  // namespace jangbu
