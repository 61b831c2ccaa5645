// Reads one date at the beginning of a text. A single expression takes as much of `’21. 9. 1.` as it can; what
// follows then decides how much of it is a date: `2021.5%` has no month, `’21. 5개소` has none either. Days are
// checked against the calendar.
// Hard cases: two digits alone, a year only where words say so (`19.6월`); a month without a sign, which must be
// closed by something; the end of a range, which leaves out what it shares with the start (`~ 8.9`, `~ 15.`).
#include "text/printed_date.h"

#include <cstdlib>

#include "text/pattern.h"

namespace jangbu {
namespace {

#define MARK R"(['’‘`´′])"

struct Forms {
  // 1 year, 2 two digits behind a mark, 3 two digits alone; 4 what parts; 5 month, 6 its sign, 7 day, 8 its sign; 9 half; 10 quarter
  Pattern dated{
      R"(^(?:((?:19|20)\d\d)|)" MARK R"(\s?(\d\d)|(\d\d))(\s?(?:학년도|년도|년)|\s?[.,/-])?)"
      R"((?:\s{0,3}(?:(상|하)반기|([1-4])\s?(?:/\s?4\s?)?분기|(\d{1,2})(\s?월|\s?\.|[,/-])?(?:\s{0,3}(\d{1,2})(\s?일|\s?\.)?)?))?)"};
  Pattern month{R"(^)" MARK R"(?(\d{1,2})\s?월(?:\s{0,2}(\d{1,2})\s?일)?)"};
  Pattern month_day{R"(^(\d{1,2})\s?\.\s{0,2}(\d{1,2})(\s?\.)?)"};
  Pattern single{R"(^(\d{1,2})(\s?일|\s?년|\s?\.)?)"};
  Pattern half{R"(^(상|하)반기)"};
  Pattern quarter{R"(^([1-4])\s?(?:/\s?4\s?)?분기)"};
  Pattern all_year{R"(^연(중|내)(?:$|[^\p{Hangul}]))"};
  Pattern weekday{R"(^\s?\([월화수목금토일]\))"};
  Pattern vague{R"(^\s?(?:초순?|중순?|말|하순|상순|경)(?:$|[^\p{Hangul}]|기준|까지|부터))"};
  Pattern vague_word{R"(^\s?(?:초순?|중순?|말|하순|상순|경))"};
  Pattern no_month{R"(^(?:드|세|급|요일|별|간|호|령|수|례))"};
  Pattern closes{R"(^\s{0,3}(?:$|[~∼〜～–)\]」』:;·ㆍ]|[,/](?:$|\D)|-))"};  // behind a month that has no sign of its own
  Pattern no_day{R"(^(?:[\dA-Za-z%㎡]|[.,]\d|\s?(?:개|명|건|억|만|천|백|원|회|차|위|층|호|종|팀|곳|권|세|대|인|년|여)))"};  // behind a day
                                                                                                                            // that has none
};

const Forms& forms() {
  static const Forms instance;
  return instance;
}

int number(std::string_view digits) { return digits.empty() ? 0 : std::atoi(std::string(digits).c_str()); }

int with_century(int year) { return year + (year >= 70 ? 1900 : 2000); }

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// The Gregorian calendar; reports know no other.
int days_of(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Where a group of a match ends, in bytes of the text.
std::size_t end_of(std::string_view group, std::string_view text) {
  return static_cast<std::size_t>(group.data() - text.data()) + group.size();
}

// A half year begins in January or July; last_month is its end.
void set_half(PrintedDate& date, std::string_view half) {
  date.month = half == "상" ? 1 : 7;
  date.last_month = date.month + 5;
}

void set_quarter(PrintedDate& date, std::string_view quarter) {
  date.month = number(quarter) * 3 - 2;
  date.last_month = date.month + 2;
}

// A weekday and words such as 중, 말 belong to the date.
PrintedDate with_tail(PrintedDate date, std::string_view text) {
  if (const auto weekday = forms().weekday.groups(text.substr(date.length)); !weekday.empty()) date.length += weekday[0].size();
  if (date.month > 0 && forms().vague.found_in(text.substr(date.length))) {
    date.length += forms().vague_word.groups(text.substr(date.length))[0].size();
  }
  return date;
}

// With the year in front. Takes as much of `’21. 9. 1.` as what follows allows: year, month, day.
std::optional<PrintedDate> with_year(std::string_view text) {
  const auto groups = forms().dated.groups(text);
  if (groups.empty()) return std::nullopt;
  const std::string_view full = groups[1], marked = groups[2], bare = groups[3], parting = groups[4];
  const std::string_view month = groups[7], month_sign = groups[8], day = groups[9], day_sign = groups[10];
  PrintedDate date;
  date.year_printed = true;
  date.year = !full.empty() ? number(full) : with_century(number(marked.empty() ? bare : marked));
  const bool korean_month = month_sign.ends_with("월"), korean_year = parting.ends_with("년") || parting.ends_with("년도");
  // Two digits alone are a year only where the words say so: 19.6월, 21년 상반기.
  if (!bare.empty() && !(korean_month && !parting.empty()) && !(korean_year && (!groups[5].empty() || !groups[6].empty())))
    return std::nullopt;
  date.length = end_of(!parting.empty() ? parting : !full.empty() ? full : marked, text);
  if (parting.empty() && text.substr(date.length).starts_with("월")) return std::nullopt;  // ‘10월: a stray mark before a month
  if (!groups[5].empty() || !groups[6].empty()) {
    if (!groups[5].empty()) set_half(date, groups[5]);
    if (!groups[6].empty()) set_quarter(date, groups[6]);
    date.length = groups[0].size();
    return with_tail(date, text);
  }
  if (month.empty() || (parting.empty() && !korean_month) || (parting.ends_with(",") && !korean_month)) return with_tail(date, text);
  if (korean_month && forms().no_month.found_in(text.substr(end_of(month_sign, text)))) return date;
  PrintedDate exact = date;
  exact.month = number(month);
  exact.length = end_of(month_sign.empty() ? month : month_sign, text);
  if (exact.month < 1 || exact.month > 12) return date;
  // A day needs a sign of its own, or a month that has one: `21. 5 3` is no date.
  if (!day.empty() && (!day_sign.empty() || (!month_sign.empty() && !korean_month))) {
    PrintedDate full_date = exact;
    full_date.day = number(day);
    full_date.length = end_of(day_sign.empty() ? day : day_sign, text);
    const std::string_view behind = text.substr(full_date.length);
    // A day that is followed by digits or a counter is a figure: `’21. 9. 3건`.
    const bool figure = day_sign.empty() ? forms().no_day.found_in(behind)
                                         : !day_sign.ends_with("일") && !behind.empty() && behind[0] >= '0' && behind[0] <= '9';
    if (full_date.exists() && full_date.day > 0 && !figure) return with_tail(full_date, text);
  }
  if (month_sign == "," || month_sign == "/" || month_sign == "-") exact.length = end_of(month, text);
  if (!korean_month && !month_sign.ends_with(".") && !forms().closes.found_in(text.substr(exact.length))) return date;
  return with_tail(exact, text);
}

// A date that prints no year is of the year that the context gives.
std::optional<PrintedDate> without_year(std::string_view text, int year) {
  PrintedDate date;
  date.year = year;
  if (const auto month = forms().month.groups(text); !month.empty()) {
    date.month = number(month[1]);
    date.day = number(month[2]);
    date.length = month[0].size();
    if (date.month == 0 || !date.exists() || forms().no_month.found_in(text.substr(date.length))) return std::nullopt;
    return with_tail(date, text);
  }
  if (const auto half = forms().half.groups(text); !half.empty()) {
    set_half(date, half[1]);
    date.length = half[0].size();
    return with_tail(date, text);
  }
  if (const auto quarter = forms().quarter.groups(text); !quarter.empty()) {
    set_quarter(date, quarter[1]);
    date.length = quarter[0].size();
    return with_tail(date, text);
  }
  return std::nullopt;
}

// `must_close`: `9.1` alone may be a number; a full stop or a weekday makes it a date.
std::optional<PrintedDate> month_and_day(std::string_view text, int year, bool must_close) {
  const auto groups = forms().month_day.groups(text);
  if (groups.empty()) return std::nullopt;
  PrintedDate date;
  date.year = year;
  date.month = number(groups[1]);
  date.day = number(groups[2]);
  date.length = groups[0].size();
  if (date.month == 0 || date.day == 0 || !date.exists()) return std::nullopt;
  const bool weekday = forms().weekday.found_in(text.substr(date.length));
  if (groups[3].empty() && ((must_close && !weekday) || forms().no_day.found_in(text.substr(date.length)))) return std::nullopt;
  if (!groups[3].empty() && date.length < text.size() && text[date.length] >= '0' && text[date.length] <= '9') return std::nullopt;
  return with_tail(date, text);
}

}  // namespace

std::string PrintedDate::first() const {
  std::string out = std::to_string(year);
  if (month > 0) out += "-" + two_digits(month);
  if (day > 0) out += "-" + two_digits(day);
  return out;
}

std::string PrintedDate::last() const { return last_month > 0 ? std::to_string(year) + "-" + two_digits(last_month) : first(); }

bool PrintedDate::exists() const {
  return month >= 0 && month <= 12 && day >= 0 && (day == 0 || (month > 0 && day <= days_of(year, month)));
}

std::optional<PrintedDate> date_at(std::string_view text, std::optional<int> year) {
  if (const auto date = with_year(text)) return date;
  if (!year) return std::nullopt;
  if (const auto date = without_year(text, *year)) return date;
  if (const auto date = month_and_day(text, *year, true)) return date;
  if (const auto groups = forms().all_year.groups(text); !groups.empty()) {
    PrintedDate date;
    date.year = *year;
    date.vague = true;
    date.length = std::string_view("연중").size();
    return date;
  }
  return std::nullopt;
}

// What is left out is taken from the start, from the year down.
std::optional<PrintedDate> range_end_at(std::string_view text, const PrintedDate& start) {
  if (const auto date = with_year(text)) return date;
  if (const auto date = without_year(text, start.year)) return date;
  if (start.month > 0) {
    if (const auto date = month_and_day(text, start.year, false)) return date;
  }
  const auto groups = forms().single.groups(text);
  if (groups.empty()) return std::nullopt;
  const std::string_view sign = groups[2];
  PrintedDate date;
  date.year = start.year;
  date.length = groups[0].size();
  const int value = number(groups[1]);
  if (start.month == 0 || sign.ends_with("년")) {
    if (sign.ends_with("일") || start.month > 0) return std::nullopt;
    date.year = start.year / 100 * 100 + value;
    date.year_printed = true;
  } else if (start.day > 0 || sign.ends_with("일")) {
    date.month = start.month;
    date.day = value;
  } else {
    date.month = value;
  }
  const std::string_view behind = text.substr(date.length);
  const bool figure =
      sign.empty() ? forms().no_day.found_in(behind) : sign.ends_with(".") && !behind.empty() && behind[0] >= '0' && behind[0] <= '9';
  if (value == 0 || !date.exists() || figure) return std::nullopt;
  return with_tail(date, text);
}

}  // namespace jangbu
