// Reals as whole numbers. A cast of one that does not fit is undefined, and what a document holds need not fit.
#pragma once

#include <cmath>
#include <limits>

namespace jangbu {

// The whole number below; the nearest that an int holds where that is too far away, 0 for what is no number.
inline int floor_to_int(double value) {
  if (std::isnan(value)) return 0;
  const double whole = std::floor(value);
  if (whole <= static_cast<double>(std::numeric_limits<int>::min())) return std::numeric_limits<int>::min();
  if (whole >= static_cast<double>(std::numeric_limits<int>::max())) return std::numeric_limits<int>::max();
  return static_cast<int>(whole);
}

}  // namespace jangbu
