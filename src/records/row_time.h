// What a row's label says where it is a time: a year up to some day, or a part of a year.
//
//   2023년 | 2024년 | 2025년 9월말       years, and one up to a day: the row's figures are of 2025, as of 2025-09
//   1월 | 2월, 2/4분기, 상반기           parts of a year, whose figures are not the year's
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jangbu {

struct YearToDate {
  int year;
  std::string as_of;  // ISO 8601, as exactly as it is printed: "2025-09", "2025-09-30"
};

// `’25.9.30. 현재`, `2025(8월말)`, `2025년 9월 기준`; and `2025.8` below a row of 2024, which is `year_above`: alone it may be one of many
// months.
std::optional<YearToDate> year_to_date(std::string_view label, std::optional<int> year_above);

bool is_part_of_year(std::string_view label);

}  // namespace jangbu
