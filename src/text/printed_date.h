// One date as Korean reports print it, at the beginning of a text: year, month or day, exactly as far as it is printed.
//
//   ’21. 9월 → 2021-09        2021. 3. 15.(월) → 2021-03-15     2021-03-15, 2021/3/15 → 2021-03-15     2021년 3월 15일
//   19.6월 → 2019-06          ’21년 상반기 → 2021-01 … 2021-06   ’22. 2/4분기 → 2022-04 … 2022-06      ’21년, 2021 → 2021
//   9월, 9월 1일, 하반기, 3분기, 연중, and 9.1. → of the year that the context gives
// `, ', ‘, ’, ´ and ′ are one mark. Two digits from 70 on are of the last century.
// What follows decides whether a figure is a date: 2021.5% and ’21. 5개소 print no month.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jangbu {

struct PrintedDate {
  int year = 0, month = 0, day = 0;  // 0: not printed
  int last_month = 0;                // of a half or a quarter; 0: the month itself
  bool year_printed = false;
  bool vague = false;      // 연중, 연내: no date of its own
  std::size_t length = 0;  // bytes, with a weekday and 초, 중, 말 behind it

  std::string first() const;  // ISO 8601: "2021", "2021-09", "2021-09-01"
  std::string last() const;   // the same, but for halves and quarters
  bool exists() const;        // in the calendar
};

// `year` stands in where none is printed; without one such dates are none. REQUIRES: `text` with half-width digits.
std::optional<PrintedDate> date_at(std::string_view text, std::optional<int> year);

// The second date of a range, which leaves out what it shares with the first: ~ 11월, ~ 8.9, ~ 15., ~ ’23. 12., ~ 17년.
std::optional<PrintedDate> range_end_at(std::string_view text, const PrintedDate& start);

}  // namespace jangbu
