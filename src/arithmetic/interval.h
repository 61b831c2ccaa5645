// What a printed figure can stand for. Reports round, or cut off, every figure they print: 74.6 % may stand for any share from
// 74.55 to 74.65 (rounded) or from 74.6 to just under 74.7 (cut off).
//
// Two figures contradict each other only if neither reading, applied to all of them, lets them agree.
// Units: whatever the figures are in; `step` is one unit of the last printed place.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "jangbu/decimal.h"

namespace jangbu {

struct Printed {
  long double value = 0;  // exact up to 2^63
  long double step = 1;   // 0: exact (a count)

  static Printed of(const Decimal& value, const Decimal& step);
};

struct Interval {
  long double low = 0, high = 0;

  friend Interval operator+(Interval a, Interval b) { return {a.low + b.low, a.high + b.high}; }
  Interval negated() const { return {-high, -low}; }
  bool meets(Interval other) const;
};

Interval rounded(const Printed& figure);
Interval cut_off(const Printed& figure);  // towards zero
Interval either(const Printed& figure);   // the hull of both

// May both stand for one figure, printed in two places? In one unit the last place may differ by one, since one office cuts off what
// another rounds; of two units the finer figure must lie within what the coarser one can stand for.
bool agree(const Printed& a, const Printed& b);

// How far two figures lie apart, as a share of the larger one; what is below one (a won, a head) is not blown up.
long double apart(long double a, long double b);

struct Verdict {
  bool explained = true;
  long double computed = 0;   // from the figures as printed
  long double tolerance = 0;  // the largest difference that one of the readings explains
};

// printed = Σ sign·term?
struct SignedTerm {
  int sign = 1;
  Printed figure;
};
Verdict check_sum(const Printed& printed, const std::vector<SignedTerm>& terms);

// The same for a search that adds row after row and keeps the sum only: `sum` of so many figures, none printed more coarsely than `step`.
// Each may be off by half a step; that they may be cut off is not asked.
bool is_sum_of(long double total, long double sum, long double step, std::size_t figures);

// printed = numerator / base (+ offset)? Nothing if the base may be zero.
std::optional<Verdict> check_ratio(const Printed& printed, const Printed& numerator, const Printed& base);

}  // namespace jangbu
