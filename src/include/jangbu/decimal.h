// Decimal: a figure exactly as printed: 71.5 is 715 at scale 1. No binary fractions, so no figure ever drifts.
//
// Range: |digits| < 2^63; arithmetic that would leave it yields nothing (std::nullopt) instead of wrapping.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace jangbu {

struct Decimal {
  std::int64_t digits = 0;
  int scale = 0;  // value = digits / 10^scale; 0 … 18

  double to_double() const;
  std::string to_string() const;              // "0.715", "-2524", "1"; trailing zeros of the fraction dropped
  std::optional<std::int64_t> whole() const;  // the value, if it has no fraction
  std::optional<Decimal> times(std::int64_t factor) const;
  std::optional<Decimal> shifted(int places) const;  // value x 10^places, exact
  bool is_zero() const { return digits == 0; }
};

}  // namespace jangbu
