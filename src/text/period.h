// When something happens, as a line of prose prints it: ISO 8601, exactly as far as it is printed, open ends empty.
//
//   : ’21. 9월~11월        2021-09 … 2021-11          (’21.8.2.~계속)         2021-08-02 …
//   2021. 5월 ~ 2022. 3월   2021-05 … 2022-03          ~’20.7월                … 2020-07
//   (’19.5.13.~15.)        2019-05-13 … 2019-05-15    (’22. 3.~10.)          2022-03 … 2022-10
//   (’21.7.19 ~ 8.9)       2021-07-19 … 2021-08-09    ’12~’19.8.             2012 … 2019-08
//   ’21. 11월              2021-11 … 2021-11          ’21.9월부터             2021-09 …
//   9~12월 (of 2021)        2021-09 … 2021-12          12월까지                … 2021-12
//   ’21년 하반기            2021-07 … 2021-12          연중 / 연내             2021 … 2021 / … 2021
//   ’21. 11월~2월           2021-11 … 2022-02: an end without a year that would lie before its beginning is of the next year
//   (3, 6, 9월)            2025-03, 2025-06, 2025-09: the sign stands once, each month is one
//   ’26년도 계획 수립(8~11월)  2025-08 … 2025-11 of a report of 2025: the year of the plan that a line names is not the line's
// No periods: dates that figures stand for (’21.8.13. 기준, 현재), lone years that are part of a name (2021 시민참여예산); years of
// the figures beside them ((’22년) 444억원: text/amount.h). A lone year
// is one in brackets of its own or behind the last colon. A year that is left out is the last one that the line printed, else
// the fiscal year; without either such dates are passed over. How one date is read: text/printed_date.h. Cost: linear.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "jangbu/period.h"

namespace jangbu {

// All periods of a line, from left to right.
std::vector<Period> periods_in(std::string_view text, std::optional<int> fiscal_year);

// The period of the line: what stands behind its last colon, else its first range, else its first date; words without figures
// (상반기, 연중) only where there is nothing else.
std::optional<Period> period_of(std::string_view text, std::optional<int> fiscal_year);

}  // namespace jangbu
