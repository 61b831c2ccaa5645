// Tables that print several years side by side: which columns are of which year.
//
//   | 구분 | 2020년 | <    | 2021년 | <    |      | 구분 | 2019년 | 2020년 | 2021년 |
//   | ^    | 예산   | 집행 | 예산   | 집행 |
//
// Two years of one measure (’20년 예산, ’21년 예산) are no such table: profiles have fields for this year and the last.
#pragma once

#include <optional>
#include <vector>

#include "records/printed_columns.h"

namespace jangbu {

struct YearColumns {
  int year = 0;
  std::vector<bool> hidden;  // by column of the view: columns of other years
};

// By year, ascending; empty where the columns are not parted by years. Columns of no year go with the latest.
std::vector<YearColumns> year_columns(const PrintedColumns& printed);

// The year that a header or label names and nothing else: 2021년, ’21년도 → 2021.
std::optional<int> only_year(const std::string& header_key);

}  // namespace jangbu
