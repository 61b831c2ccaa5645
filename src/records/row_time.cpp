#include "records/row_time.h"

#include "text/pattern.h"
#include "text/printed_date.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {

std::optional<YearToDate> year_to_date(std::string_view label, std::optional<int> year_above) {
  // ’25년(9월 말): the day in brackets behind its year.
  static const Pattern in_brackets(R"(\(\s*([^()]+?)\s*\))");
  static const Pattern closing(R"(\s*(?:)" + any_of("up_to_a_day") + R"()\s*)");
  const std::string text = trim(label);
  auto date = date_at(text, std::nullopt);
  if (!date || !date->year_printed) return std::nullopt;
  const int year = date->year;
  std::string told = text.substr(0, date->length), rest = trim(std::string_view(text).substr(date->length));
  bool closed = false;
  if (const auto inside = in_brackets.groups(rest); date->month == 0 && !inside.empty()) {
    const std::string inner(inside[1]);
    date = date_at(inner, year);
    if (!date) return std::nullopt;
    told = inner.substr(0, date->length);
    rest = trim(std::string_view(inner).substr(date->length));
    closed = true;
  }
  if (date->month == 0 || date->last_month != 0 || !date->exists()) return std::nullopt;
  if (!rest.empty() && !closing.matches(rest)) return std::nullopt;
  static const Pattern end_of_month(any_of("ends_of_months") + R"(\s*$)");
  closed = closed || !rest.empty() || date->day > 0 || end_of_month.found_in(told);
  if (!closed && year_above != year - 1) return std::nullopt;
  return YearToDate{year, date->first()};
}

bool is_part_of_year(std::string_view label) {
  static const Pattern part(R"(\s*(?:['’‘`]?\d{2,4}\s*[년.]\s*)?(?:\d{1,2}\s*월(?:\s*말)?|[1-4]\s*(?:/\s*4\s*)?분기|[상하]\s*반기)\s*)"),
      month(R"(\s*(?:20\d\d|['’‘`]\d\d)\s*\.\s*(?:1[0-2]|[1-9])\.?\s*)");  // 2021.7
  return part.matches(label) || month.matches(label);
}

}  // namespace jangbu
