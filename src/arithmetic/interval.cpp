// Every printed figure stands for an interval: half a step on both sides if it was rounded, up to a step away from
// zero if it was cut off. A sum or ratio agrees where the interval of what is computed meets that of what is
// printed, all figures rounded or all cut off.
// The hard case is a base near zero: an interval that holds zero allows any ratio, and gives no verdict.
#include "arithmetic/interval.h"

#include <algorithm>
#include <cmath>

namespace jangbu {
namespace {

// Rates are decimal fractions that binary cannot hold; this is far below half of any printed place and far above the error.
constexpr long double kSlack = 1e-12L;

long double as_number(const Decimal& value) {
  long double out = static_cast<long double>(value.digits);
  for (int i = 0; i < value.scale; ++i) out /= 10;
  return out;
}

}  // namespace

Printed Printed::of(const Decimal& value, const Decimal& step) { return {as_number(value), as_number(step)}; }

bool Interval::meets(Interval other) const {
  const long double slack = kSlack * std::max({1.0L, std::fabs(low), std::fabs(high)});
  return low <= other.high + slack && other.low <= high + slack;
}

Interval rounded(const Printed& figure) { return {figure.value - figure.step / 2, figure.value + figure.step / 2}; }

Interval cut_off(const Printed& figure) {
  // Not quite a whole step: 74.6 cut off stands for less than 74.7.
  const long double most = figure.step * 0.9999L;
  if (figure.value > 0) return {figure.value, figure.value + most};
  if (figure.value < 0) return {figure.value - most, figure.value};
  return {-most, most};
}

Interval either(const Printed& figure) {
  const Interval a = rounded(figure), b = cut_off(figure);
  return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

bool agree(const Printed& a, const Printed& b) {
  if (a.step == b.step) return std::fabs(a.value - b.value) <= a.step;
  return either(a).meets(either(b));
}

long double apart(long double a, long double b) { return std::fabs(a - b) / std::max({1.0L, std::fabs(a), std::fabs(b)}); }

Verdict check_sum(const Printed& printed, const std::vector<SignedTerm>& terms) {
  Verdict verdict;
  // Rounded intervals are closed here; that a half can round either way is part of the tolerance, but a miss by the full
  // width of all halves together needs every figure at its very edge, so the hull is taken just inside.
  Interval by_rounding{0, 0}, by_cutting{0, 0};
  for (const SignedTerm& term : terms) {
    const Interval r = rounded(term.figure), c = cut_off(term.figure);
    by_rounding = by_rounding + (term.sign < 0 ? r.negated() : r);
    by_cutting = by_cutting + (term.sign < 0 ? c.negated() : c);
    verdict.computed += term.sign * term.figure.value;
  }
  const Interval r = rounded(printed), c = cut_off(printed);
  const long double inside = printed.step * 1e-3L;
  const Interval r_inside{r.low + inside, r.high - inside};
  verdict.explained = by_rounding.meets(r_inside) || by_cutting.meets(c);
  verdict.tolerance = (by_rounding.high - by_rounding.low + r.high - r.low) / 2;
  return verdict;
}

bool is_sum_of(long double total, long double sum, long double step, std::size_t figures) {
  return std::fabs(total - sum) <= step * static_cast<long double>(figures + 1) / 2;
}

std::optional<Verdict> check_ratio(const Printed& printed, const Printed& numerator, const Printed& base) {
  const Interval b = either(base), n = either(numerator);
  if (base.value == 0 || (b.low <= 0 && b.high >= 0)) return std::nullopt;
  // The extremes of a ratio of two intervals lie at their corners, since the base does not change its sign.
  const long double corners[] = {n.low / b.low, n.low / b.high, n.high / b.low, n.high / b.high};
  Interval ratio{*std::min_element(std::begin(corners), std::end(corners)), *std::max_element(std::begin(corners), std::end(corners))};
  Verdict verdict;
  verdict.computed = numerator.value / base.value;
  Interval stands_for = either(printed);
  // 52 % cut off may stand for 52.99999 %: a share comes as close to the next place as it likes.
  if (printed.value >= 0) stands_for.high = std::max(stands_for.high, printed.value + printed.step);
  if (printed.value <= 0) stands_for.low = std::min(stands_for.low, printed.value - printed.step);
  verdict.explained = stands_for.meets(ratio);
  verdict.tolerance = std::max(stands_for.high - printed.value, printed.value - stands_for.low) +
                      std::max(ratio.high - verdict.computed, verdict.computed - ratio.low);
  return verdict;
}

}  // namespace jangbu
