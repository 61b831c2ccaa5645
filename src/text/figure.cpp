// Reads a cell that is one figure, from left to right: sign, bracket, groups of digits, decimals, per cent, a suffix
// of letters. Any character beyond that makes it no figure: dates (`19.8.31`) and ranges must not come out as
// numbers.
// Hard cases: △ and its look-alikes are minus; a dash alone prints nothing, which is not zero; raised and circled
// digits, which NFKC would turn into digits of the figure, are asked about before it.
#include "text/figure.h"

#include <algorithm>

#include "text/digits.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kMostDigits = 17;  // 10^17 won is fifty thousand times the national budget

// Dashes of all widths, the vowel ㅡ that people type for one, and the line of boxes.
bool is_dash(char32_t c) {
  switch (c) {
    case U'-':
    case U'_':
    case U'−':
    case U'–':
    case U'—':
    case U'―':
    case U'‐':
    case U'‑':
    case U'ㅡ':
    case U'－':
    case U'─':
    case U'\u1173':  // ㅡ, folded
      return true;
    default: return false;
  }
}

// The triangles of Korean accounts, as fonts and keyboards give them.
bool is_minus(char32_t c) {
  switch (c) {
    case U'△':
    case U'▲':
    case U'▽':
    case U'▼':
    case U'∆':
    case U'Δ':
    case U'-':
    case U'−':
    case U'–': return true;
    default: return false;
  }
}

// Digits that are no part of a figure, and that NFKC would make part of it: 71² is not 712, and ① names an item.
bool is_mark(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || (c >= 0x2070 && c <= 0x209F) || (c >= 0x2460 && c <= 0x24FF) ||
         (c >= 0x2776 && c <= 0x2793) || (c >= 0x3200 && c <= 0x33FF);
}

}  // namespace

// Commas are checked as they are met: the first group has one to three digits, each further one three. `1,23` is a slip that no rule can
// read, and `19,8,31` a date.
std::optional<PrintedFigure> read_figure(std::string_view text) {
  const std::string trimmed = trim(text);
  if (trimmed.empty() || trimmed.size() > 80) return std::nullopt;
  for (char32_t c : to_code_points(trimmed)) {
    if (is_mark(c)) return std::nullopt;
  }
  const std::u32string points = to_code_points(to_nfkc(trimmed));
  std::u32string_view rest = points;
  PrintedFigure figure;

  const auto skip_blanks = [&] {
    while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  };

  // Up to three dashes (`---`) print nothing.
  bool only_dashes = true;
  for (char32_t c : rest) only_dashes = only_dashes && is_dash(c);
  if (only_dashes && rest.size() <= 3) return figure;

  bool negative = false;
  if (rest.size() > 3 && rest[0] == U'(' && is_minus(rest[1]) && rest[2] == U')') {  // (-)302,810
    negative = true;
    rest.remove_prefix(3);
    skip_blanks();
  } else if (is_minus(rest.front())) {
    negative = true;
    rest.remove_prefix(1);
    skip_blanks();
  } else if (rest.front() == U'+') {
    rest.remove_prefix(1);
  }
  char32_t closing = 0;
  if (!rest.empty() && (rest.front() == U'(' || rest.front() == U'[')) {
    closing = rest.front() == U'(' ? U')' : U']';
    rest.remove_prefix(1);
    skip_blanks();
    if (!negative && !rest.empty() && is_minus(rest.front())) {
      negative = true;
      rest.remove_prefix(1);
      skip_blanks();
    }
  }

  // `group`: digits since the last comma.
  Decimal value;
  int digits = 0, group = 0;
  bool commas = false;
  while (!rest.empty()) {
    const char32_t c = rest.front();
    if (is_digit(c)) {
      if (++digits > kMostDigits || (commas && ++group > 3)) return std::nullopt;
      if (!commas) ++group;
      value.digits = value.digits * 10 + static_cast<std::int64_t>(c - U'0');
    } else if (c == U',') {
      if (digits == 0 || group > 3 || group == 0 || (commas && group != 3)) return std::nullopt;
      if (rest.size() < 2 || !is_digit(rest[1])) return std::nullopt;
      commas = true;
      group = 0;
    } else {
      break;
    }
    rest.remove_prefix(1);
  }
  // `1,23` and `1,2345` are no figures.
  if (digits == 0 || (commas && group != 3)) return std::nullopt;
  if (rest.size() >= 2 && rest.front() == U'.' && is_digit(rest[1])) {
    rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest.front())) {
      if (++digits > kMostDigits) return std::nullopt;
      value.digits = value.digits * 10 + static_cast<std::int64_t>(rest.front() - U'0');
      ++value.scale;
      rest.remove_prefix(1);
    }
    if (!rest.empty() && rest.front() == U'.') return std::nullopt;  // a date
  }
  skip_blanks();
  if (!rest.empty() && rest.front() == U'%') {
    figure.percent = true;
    rest.remove_prefix(1);
    if (!rest.empty() && (rest.front() == U'p' || rest.front() == U'P')) rest.remove_prefix(1);
  }
  std::u32string suffix;
  while (!rest.empty() && rest.front() != closing) {
    if (!is_hangul_syllable(rest.front()) && !is_han(rest.front())) return std::nullopt;
    suffix.push_back(rest.front());
    rest.remove_prefix(1);
  }
  // Four letters at most: units and counters, no words.
  if (suffix.size() > 4) return std::nullopt;
  if (closing != 0) {
    if (rest.empty()) return std::nullopt;
    rest.remove_prefix(1);
    figure.bracketed = true;
  }
  if (!rest.empty()) return std::nullopt;
  if (negative) value.digits = -value.digits;
  figure.value = value;
  figure.suffix = to_utf8(suffix);
  return figure;
}

// Every line has to be a figure: a line of words makes the cell text.
std::optional<PrintedFigure> read_first_figure(std::string_view text) {
  std::optional<PrintedFigure> first;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string_view line = text.substr(from, end - from);
    from = end + 1;
    if (trim(line).empty()) continue;
    const auto figure = read_figure(line);
    if (!figure) return std::nullopt;
    if (!first) first = figure;
  }
  return first;
}

bool is_plain_figure(std::string_view text) {
  const auto figure = read_figure(text);
  return figure && figure->suffix.empty();
}

// Ranks, quarters, months: what comes in a row and is never added.
bool is_numbered(std::string_view text) {
  const auto figure = read_figure(text);
  if (!figure || !figure->value || figure->suffix.empty() || figure->value->scale > 0 || figure->bracketed) return false;
  const std::int64_t number = figure->value->digits;
  // `2021년` is a year, `21년` in a column may be years of service.
  if (figure->suffix == "년" || figure->suffix == "년도") return number >= 1900 && number < 2100;
  if (number < 1 || number > 99) return false;
  static constexpr std::string_view kRanks[] = {"급",   "급상당", "급이상", "급이하", "급미만", "등급", "분기", "월",
                                                "월말", "차",     "단계",   "순위",   "학년",   "권역", "호선", "호기",
                                                "공구", "회차",   "년차",   "차년도", "주차",   "학기"};
  return std::find(std::begin(kRanks), std::end(kRanks), figure->suffix) != std::end(kRanks);
}

std::optional<PrintedFigure> read_counting_figure(std::string_view text) {
  auto figure = read_first_figure(text);
  return figure && is_numbered(text) ? std::nullopt : figure;
}

}  // namespace jangbu
