#include "text/spoken.h"

#include <array>
#include <cstdlib>

namespace jangbu {
namespace {

std::string with_commas(std::uint64_t value) {
  std::string text = std::to_string(value);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

// The number that these digits say, without leading zeros; empty: they are no digits.
std::string number(std::string_view digits) {
  for (const char c : digits) {
    if (c < '0' || c > '9') return {};
  }
  const std::size_t begin = digits.find_first_not_of('0');
  return begin == std::string_view::npos ? std::string() : std::string(digits.substr(begin));
}

}  // namespace

std::string spoken_won(std::int64_t won) {
  constexpr std::array<const char*, 5> kMyriads{"", "만", "억", "조", "경"};
  const bool negative = won < 0;
  std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(won) : static_cast<std::uint64_t>(won);
  std::string out;
  for (std::size_t i = 0; i < kMyriads.size() && rest > 0; ++i, rest /= 10'000) {
    if (const std::uint64_t part = rest % 10'000; part > 0) out = with_commas(part) + kMyriads[i] + (out.empty() ? "" : " ") + out;
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
