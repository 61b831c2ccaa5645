// Decimals as printed: whole digits and a scale, so that 0.1 is exactly 0.1. Multiplication is checked: no figure of a report may wrap
// around.
#include "jangbu/decimal.h"

#include <cstdlib>

namespace jangbu {

double Decimal::to_double() const {
  // Through text: the nearest double to the printed decimal, the one that prints back as the same digits.
  return std::strtod(to_string().c_str(), nullptr);
}

// Without noughts at the end: 1.50 and 1.5 are one number and one text. The least int64 has no positive counterpart, hence the unsigned
// `rest`.
std::string Decimal::to_string() const {
  std::uint64_t rest = digits < 0 ? 0 - static_cast<std::uint64_t>(digits) : static_cast<std::uint64_t>(digits);
  std::string text = std::to_string(rest);
  if (scale > 0) {
    const auto places = static_cast<std::size_t>(scale);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return digits < 0 && text != "0" ? "-" + text : text;
}

// Nothing where a fraction is left.
std::optional<std::int64_t> Decimal::whole() const {
  std::int64_t rest = digits;
  for (int i = 0; i < scale; ++i) {
    if (rest % 10 != 0) return std::nullopt;
    rest /= 10;
  }
  return rest;
}

// Noughts behind the point go, so that 1.50 x 1,000 is 1500 at scale 0.
std::optional<Decimal> Decimal::times(std::int64_t factor) const {
  Decimal out = *this;
  if (__builtin_mul_overflow(digits, factor, &out.digits)) return std::nullopt;
  while (out.scale > 0 && out.digits % 10 == 0) {
    out.digits /= 10;
    --out.scale;
  }
  return out;
}

// By powers of ten: −2 turns per cent into a fraction.
std::optional<Decimal> Decimal::shifted(int places) const {
  Decimal out = *this;
  out.scale -= places;
  while (out.scale < 0) {
    if (__builtin_mul_overflow(out.digits, std::int64_t{10}, &out.digits)) return std::nullopt;
    ++out.scale;
  }
  if (out.scale > 18) return std::nullopt;
  return out;
}

}  // namespace jangbu
