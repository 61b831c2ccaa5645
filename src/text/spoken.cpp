// Figures and dates for people. Parts of a myriad that are nought are left out: 654억 1,916만원, 1억원.
#include "text/spoken.h"

#include <array>
#include <cstdlib>

namespace jangbu {
namespace {

// The number that these digits say, without leading zeros; empty: they are no digits.
std::string number(std::string_view digits) {
  for (const char c : digits) {
    if (c < '0' || c > '9') return {};
  }
  const std::size_t begin = digits.find_first_not_of('0');
  return begin == std::string_view::npos ? std::string() : std::string(digits.substr(begin));
}

}  // namespace

// 65410160.5 → 65,410,160.5
std::string grouped(const std::string& digits) {
  const std::size_t point = digits.find('.');
  const bool negative = digits.starts_with('-');
  std::string whole = digits.substr(negative ? 1 : 0, point == std::string::npos ? point : point - (negative ? 1 : 0));
  for (std::size_t at = whole.size(); at > 3;) {
    at -= 3;
    whole.insert(at, ",");
  }
  return (negative ? "△" : "") + whole + (point == std::string::npos ? "" : digits.substr(point));
}

std::string spoken_won(std::int64_t won) {
  constexpr std::array<const char*, 5> kMyriads{"", "만", "억", "조", "경"};
  const bool negative = won < 0;
  std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(won) : static_cast<std::uint64_t>(won);
  std::string out;
  for (std::size_t i = 0; i < kMyriads.size() && rest > 0; ++i, rest /= 10'000) {
    if (const std::uint64_t part = rest % 10'000; part > 0)
      out = grouped(std::to_string(part)) + kMyriads[i] + (out.empty() ? "" : " ") + out;
  }
  return (negative ? "△" : "") + (out.empty() ? "0" : out) + "원";
}

std::string spoken_date(Language language, std::string_view date) {
  const std::string as_it_is(date);
  if (language == Language::kEnglish || (date.size() != 4 && date.size() != 7 && date.size() < 10)) return as_it_is;
  std::string out = number(date.substr(0, 4));
  if (out.empty()) return as_it_is;
  out += "년";
  for (const auto& [at, unit] : {std::pair<std::size_t, const char*>{5, "월"}, {8, "일"}}) {
    if (date.size() < at + 2) break;
    const std::string part = number(date.substr(at, 2));
    if (part.empty() || date[at - 1] != '-') return as_it_is;
    out += " " + part + unit;
  }
  return out;
}

}  // namespace jangbu
