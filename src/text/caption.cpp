// Reads units and dates of captions with a few expressions after NFKC, so that full-width brackets and digits are
// plain ones. Of several units money comes first, then people: `(단위: 명, 천원)` is a table of money with a column of
// heads. Of dates only those count as as-of that have 기준 or 현재 behind them.
// The hard case are points that OCR took for commas, in dates (`21,8,13`).
//
//   (’21.8.13. 기준, 단위:천원, %)        unit 천원, as of 2021-08-13
//   (단위: 명, 천원)                      unit 천원
//   (2025. 12. 31. 현재, 백만원)           unit 백만원 by unit_mark_in() alone, since 단위 is not said
#include "text/caption.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestMarked = 40;  // code points before a unit in brackets: a title has few

struct KnownUnit {
  std::string_view name;
  std::int64_t factor;
  bool money;
};

// Longest names first is not needed: names are compared whole.
constexpr std::array<KnownUnit, 14> kUnits{{{"조원", 1'000'000'000'000, true},
                                            {"천억원", 100'000'000'000, true},
                                            {"백억원", 10'000'000'000, true},
                                            {"십억원", 1'000'000'000, true},
                                            {"억원", 100'000'000, true},
                                            {"천만원", 10'000'000, true},
                                            {"백만원", 1'000'000, true},
                                            {"십만원", 100'000, true},
                                            {"만원", 10'000, true},
                                            {"천원", 1'000, true},
                                            {"원", 1, true},
                                            {"명", 1, false},
                                            {"건", 1, false},
                                            {"개", 1, false}}};

struct Forms {
  Pattern unit{R"(단\s*위\s*[:：;]?\s*((?:\([^()\n]*\)|[^)\]〕】\n])*))"};  // 개소(대), 백만원
  Pattern begins_with_unit{R"(^\s*(?:[(\[<〈〔]\s*단\s*위|단\s*위\s*[:;]))"};
  Pattern unit_word{R"(\d{0,4}[가-힣]+|%)"};
  Pattern multiplied{R"((\d{1,4})([십백천만억조]*원))"};  // 10억원, 100만원
  // year, month, day: dots, commas (an OCR's dots), dashes or the Korean words; the day and the month may be missing
  Pattern dated{
      R"((?:(20\d\d|19\d\d)|['’‘`´′]\s*(\d\d))\s*(?:[.,\-/년]\s*)(?:(\d{1,2})(?:\s*(?:[.,\-/]|월\s*말?)\s*(?:(\d{1,2})\s*(?:[.,]|일)?)?)?)?)"};
  Pattern last_brackets{R"(^(.*?)[(\[<〈〔]([^()\[\]<>〈〉〔〕]{1,60})[)\]>〉〕]\s*$)"};
  Pattern as_of_piece{R"(^.*(?:기준|현재)$)"};
  Pattern counting_word{R"(^(?:[가-힣]{1,2}|[a-zA-Z]{1,3}[23²³]?|%p?|‰)$)"};  // of things that are counted or measured: 회, 학급, km, m2
  // Over the text as printed: brackets of any width.
  Pattern unit_in_brackets{R"([(\[（〔]\s*[^()\[\]（）〔〕]{0,60}단\s*위\s*[:：;])"};
  Pattern brackets{R"(^\s*[<〈《(\[【（〔].*[>〉》)\]】）〕]\s*$)"};
  Pattern as_of_mark{R"(^\s*[.,)]?\s*(?:기\s*준|현\s*재))"};
};

const Forms& forms() {
  static const Forms instance;
  return instance;
}

// With a zero in front, as ISO 8601 wants.
std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

int number(std::string_view digits) { return digits.empty() ? 0 : std::atoi(std::string(digits).c_str()); }

// ISO date of one match of Forms::dated, or empty if it is no date of the calendar.
std::string iso(const std::vector<std::string_view>& groups) {
  const int year = groups[1].empty() ? 2000 + number(groups[2]) : number(groups[1]);
  std::string out = std::to_string(year);
  const int month = number(groups[3]), day = number(groups[4]);
  if (month == 0) return out;
  if (month > 12 || day > 31) return {};
  out += "-" + two_digits(month);
  if (day > 0) out += "-" + two_digits(day);
  return out;
}

struct Dated {
  std::string date;
  std::size_t end;
};

// All dates in order, each with where it ends: what stands behind tells whether it is an as-of date.
std::vector<Dated> dates_of(std::string_view text) {
  std::vector<Dated> out;
  std::size_t from = 0;
  while (from < text.size()) {
    const auto groups = forms().dated.groups(text.substr(from));
    if (groups.empty()) break;
    const auto end = static_cast<std::size_t>(groups[0].data() - text.data()) + groups[0].size();
    if (std::string date = iso(groups); !date.empty()) out.push_back({std::move(date), end});
    from = end;
  }
  return out;
}

}  // namespace

std::string_view money_unit_of(std::int64_t factor) {
  const auto known = std::find_if(kUnits.begin(), kUnits.end(), [&](const KnownUnit& unit) { return unit.money && unit.factor == factor; });
  return known == kUnits.end() ? std::string_view() : known->name;
}

bool counts_people(const Unit& unit) { return unit.name == "명"; }

bool begins_with_unit(std::string_view text) { return forms().begins_with_unit.found_in(to_nfkc(text)); }

// The whole name has to be a unit: `천원` is one, `천원짜리` is none.
std::optional<Unit> unit_named(std::string_view name) {
  const std::string key = without_blanks(to_nfkc(name));
  for (const KnownUnit& unit : kUnits) {
    if (key == unit.name) return Unit{std::string(unit.name), unit.factor, unit.money};
  }
  // `100만원` as a unit: a number times a known unit.
  if (const auto groups = forms().multiplied.groups(key); !groups.empty() && groups[0].size() == key.size()) {
    const int times = number(groups[1]);
    for (const KnownUnit& unit : kUnits) {
      if (groups[2] == unit.name && unit.money && times > 0) return Unit{key, unit.factor * times, true};
    }
  }
  return std::nullopt;
}

// Words behind 단위, up to a closing bracket or the line's end.
std::optional<Unit> unit_in(std::string_view text) {
  const std::string folded = to_nfkc(text);
  const auto groups = forms().unit.groups(folded);
  if (groups.empty()) return std::nullopt;
  const std::string list = without_blanks(groups[1]);
  std::optional<Unit> people, first;
  for (std::string_view word : forms().unit_word.all(list)) {
    auto unit = unit_named(word);
    if (!unit) continue;
    if (unit->money) return unit;
    if (!people && unit->name == "명") people = unit;
    if (!first) first = unit;
  }
  return people ? people : first;
}

// Without the word 단위 nothing else may stand in the brackets: `(이용료, 천원)` are words.
std::optional<Unit> unit_mark_in(std::string_view text) {
  if (auto named = unit_in(text)) return named;
  const std::string folded = to_nfkc(text);
  const auto groups = forms().last_brackets.groups(folded);
  if (!groups.empty() && code_point_count(groups[1]) > kLongestMarked) return std::nullopt;
  std::optional<Unit> money, people, first;
  const bool bare = groups.empty();  // 천원, %
  std::string_view rest = bare ? std::string_view(folded) : groups[2];
  // A date has commas and slashes of its own.
  for (const Dated& dated : dates_of(rest)) {
    const std::string_view behind = rest.substr(dated.end);
    if (!forms().as_of_mark.found_in(behind)) continue;
    const std::size_t mark = std::min(behind.find_first_of(",/;"), behind.size());
    rest = behind.substr(std::min(behind.find_first_not_of(",/; ", mark), behind.size()));
    break;
  }
  for (std::size_t from = 0; from <= rest.size();) {
    const std::size_t end = std::min(rest.find_first_of(",/;:", from), rest.size());
    const std::string piece = without_blanks(rest.substr(from, end - from));
    from = end + 1;
    if (const auto unit = unit_named(piece)) {
      if (unit->money && !money) money = unit;
      if (unit->name == "명") people = unit;
      if (!first) first = unit;
    } else if (piece != "%" && (bare || (!forms().counting_word.matches(piece) && !forms().as_of_piece.matches(piece)))) {
      return std::nullopt;
    }
  }
  return money ? money : people ? people : first;
}

bool is_bracketed(std::string_view line) { return forms().brackets.matches(line); }

bool speaks_of_table(std::string_view line) {
  if (forms().unit_in_brackets.found_in(line) && unit_in(line)) return true;
  return is_bracketed(line) && (as_of_in(line) || unit_mark_in(line));
}

std::optional<std::string> as_of_in(std::string_view text) {
  const std::string folded = to_nfkc(text);
  for (const Dated& dated : dates_of(folded)) {
    if (forms().as_of_mark.found_in(std::string_view(folded).substr(dated.end))) return dated.date;
  }
  return std::nullopt;
}

std::optional<std::string> date_in(std::string_view text) {
  const std::string folded = to_nfkc(text);
  const auto dates = dates_of(folded);
  if (dates.empty()) return std::nullopt;
  return dates.front().date;
}

}  // namespace jangbu
