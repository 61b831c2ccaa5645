// What a caption says: `(’21.8.13. 기준, 단위:천원, %)` → unit 천원, 1,000 won, as of 2021-08-13.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jangbu {

struct Unit {
  std::string name;         // "천원"
  std::int64_t factor = 1;  // won for one; 1 for heads and other counts
  bool money = false;
};

// `천원`, `백만원`, `억원`, `조원`, `원`, `명`, … Blanks inside are ignored.
std::optional<Unit> unit_named(std::string_view name);

// The unit of money of so many won: 억원 of 100,000,000; empty where there is none.
std::string_view money_unit_of(std::int64_t factor);

bool counts_people(const Unit& unit);  // 명

// Does the text begin by naming a unit, as what stands over a table does: `(단위: 백만원)`, `단위 : 천원`? Blanks do not count.
bool begins_with_unit(std::string_view text);

// The unit that a caption names after 단위; the first one that is money or heads, else the first (`%`).
std::optional<Unit> unit_in(std::string_view text);

// The same of a line over a table, which may leave 단위 out where its last brackets hold nothing but units, and perhaps a date: `(백만원)`,
// `[명, %]`, `(2025. 12. 31. 현재, 천원)`, `〈 수입예산 〉 (백만원)`. Not for headings of columns: `(천원)` there is the unit of one.
std::optional<Unit> unit_mark_in(std::string_view text);

// Does a line say of a table what its figures are: a unit in brackets wherever they stand, or nothing but brackets with a unit or a date?
// `□ 예산 (단위: 천원)`, `(백만원)`, `[’25.1.1. 기준]`; not `구 단위 계획 3건`.
bool speaks_of_table(std::string_view line);

// A whole line in brackets, as titles of tables are: `〈 2025년 예산 〉`.
bool is_bracketed(std::string_view line);

// A date before 기준: `’21.8.13. 기준`, `2021. 8. 13.기준`, `'19.8.31, 기준`, `2021년 8월 13일 현재`, `’21.8월말 기준` → ISO 8601.
std::optional<std::string> as_of_in(std::string_view text);

// The first date of any of these forms, to the precision printed: "2019-09", "2021-08-13", "2022".
std::optional<std::string> date_in(std::string_view text);

}  // namespace jangbu
