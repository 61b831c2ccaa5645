// The contract: a finding means that rounding or cutting off of every printed figure, inputs included, cannot explain it.
#include "arithmetic/interval.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jangbu {
namespace {

Printed printed(double value, double step) { return {static_cast<long double>(value), static_cast<long double>(step)}; }

// Figures in 백만원, printed without a fraction.
Printed million(double value) { return printed(value, 1); }
Printed heads(double value) { return printed(value, 0); }

Verdict sum(Printed total, std::initializer_list<Printed> parts) {
  std::vector<SignedTerm> terms;
  for (const Printed& part : parts) terms.push_back({1, part});
  return check_sum(total, terms);
}

TEST(PrintedFigure, StandsForAStretch) {
  EXPECT_NEAR(static_cast<double>(rounded(printed(74.6, 0.1)).low), 74.55, 1e-9);
  EXPECT_NEAR(static_cast<double>(rounded(printed(74.6, 0.1)).high), 74.65, 1e-9);
  EXPECT_NEAR(static_cast<double>(cut_off(printed(74.6, 0.1)).low), 74.6, 1e-9);
  EXPECT_LT(cut_off(printed(74.6, 0.1)).high, 74.7L);
  // Cutting off goes towards zero.
  EXPECT_GT(cut_off(printed(-74.6, 0.1)).low, -74.7L);
  EXPECT_NEAR(static_cast<double>(cut_off(printed(-74.6, 0.1)).high), -74.6, 1e-9);
  EXPECT_LT(cut_off(printed(0, 0.1)).low, 0);
  EXPECT_NEAR(static_cast<double>(either(printed(74.6, 0.1)).low), 74.55, 1e-9);
  EXPECT_GT(either(printed(74.6, 0.1)).high, 74.69L);
  EXPECT_EQ(rounded(heads(46)).low, rounded(heads(46)).high);
}

TEST(PrintedFigure, ComesFromTheDecimalExactly) {
  const Printed figure = Printed::of(Decimal{715, 3}, Decimal{1, 3});
  EXPECT_NEAR(static_cast<double>(figure.value), 0.715, 1e-15);
  EXPECT_NEAR(static_cast<double>(figure.step), 0.001, 1e-15);
}

TEST(Sum, ThreeAddendsInMillionsMayMissByOneNotByThree) {
  EXPECT_TRUE(sum(million(100), {million(33), million(33), million(33)}).explained);
  EXPECT_TRUE(sum(million(99), {million(33), million(33), million(33)}).explained);
  EXPECT_TRUE(sum(million(98), {million(33), million(33), million(33)}).explained);
  EXPECT_FALSE(sum(million(96), {million(33), million(33), million(33)}).explained);
  EXPECT_FALSE(sum(million(102), {million(33), million(33), million(33)}).explained);
}

TEST(Sum, CutOffAddendsMissTheirTotalUpwardsOnly) {
  // 33.9 + 33.9 + 33.9 = 101.7: printed 101 and 33 each.
  EXPECT_TRUE(sum(million(101), {million(33), million(33), million(33)}).explained);
  EXPECT_FALSE(sum(million(97), {million(33), million(33), million(33)}).explained);
}

TEST(Sum, OfCountsIsExact) {
  EXPECT_TRUE(sum(heads(46), {heads(22), heads(12), heads(12)}).explained);
  EXPECT_FALSE(sum(heads(47), {heads(22), heads(12), heads(12)}).explained);
  EXPECT_FALSE(sum(heads(45), {heads(22), heads(12), heads(12)}).explained);
}

TEST(Sum, OneMisprintedDigitIsFound) {
  // 2021's appendix prints 65,419,160 for 65,410,160.
  EXPECT_FALSE(
      sum(million(65'419'160), {million(2'856'832), million(721'056), million(27'669'365), million(6'158'751), million(28'004'156)})
          .explained);
  EXPECT_TRUE(sum(million(65'410'160), {million(2'856'832), million(721'056), million(27'669'365), million(6'158'751), million(28'004'156)})
                  .explained);
}

TEST(Sum, SaysWhatItComputedAndHowFarOffIsStillExplained) {
  const Verdict verdict = sum(million(96), {million(33), million(33), million(33)});
  EXPECT_EQ(static_cast<double>(verdict.computed), 99);
  EXPECT_EQ(static_cast<double>(verdict.tolerance), 2);
}

TEST(Difference, OfTwoRoundedFiguresMayMissByOne) {
  const auto change = [](double printed_change, double budget, double prior) {
    return check_sum(million(printed_change), {{1, million(budget)}, {-1, million(prior)}}).explained;
  };
  EXPECT_TRUE(change(-2524, 19618, 22142));
  EXPECT_TRUE(change(-2523, 19618, 22142));
  EXPECT_TRUE(change(-2525, 19618, 22142));
  EXPECT_FALSE(change(-2526, 19618, 22142));
  EXPECT_FALSE(change(2524, 19618, 22142));
}

TEST(Ratio, OfRoundedRatesIsNoFinding) {
  const auto rate = [](double percent, double step, double numerator, double base) {
    return check_ratio(printed(percent / 100, step / 100), million(numerator), million(base))->explained;
  };
  EXPECT_TRUE(rate(74.6, 0.1, 132'641, 177'641));  // 74.67: cut off
  EXPECT_TRUE(rate(74.7, 0.1, 132'641, 177'641));  // 74.67: rounded
  EXPECT_FALSE(rate(74.9, 0.1, 132'641, 177'641));
  EXPECT_FALSE(rate(74.5, 0.1, 132'641, 177'641));
  EXPECT_TRUE(rate(86.2, 0.1, 67'988'971, 78'850'849));
  EXPECT_FALSE(rate(80.5, 0.1, 349'700, 464'000));  // is 75.37
}

TEST(Ratio, WithoutDecimalsHasTheCoarserTolerance) {
  const auto rate = [](double percent, double step, double numerator, double base) {
    return check_ratio(printed(percent / 100, step / 100), million(numerator), million(base))->explained;
  };
  EXPECT_TRUE(rate(70, 1, 279'998, 400'000));
  EXPECT_TRUE(rate(74, 1, 132'641, 177'641));
  EXPECT_TRUE(rate(75, 1, 132'641, 177'641));
  EXPECT_FALSE(rate(76, 1, 132'641, 177'641));
}

TEST(Ratio, MayComeAsCloseToTheNextPlaceAsItLikes) {
  // 4,401,979 of 8,305,628 is 52.999953 %: 52 % where it is cut off.
  EXPECT_TRUE(check_ratio(printed(0.52, 0.01), million(4'401'979), million(8'305'628))->explained);
  EXPECT_TRUE(check_ratio(printed(-0.52, 0.01), million(-4'401'979), million(8'305'628))->explained);
  EXPECT_FALSE(check_ratio(printed(0.51, 0.01), million(4'401'979), million(8'305'628))->explained);
}

TEST(Ratio, OfCoarseInputsCountsTheirRounding) {
  // 2 of 3 (억원, each printed without a fraction) may be anything from 43 % to 99 %.
  EXPECT_TRUE(check_ratio(printed(0.9, 0.001), million(2), million(3))->explained);
  EXPECT_FALSE(check_ratio(printed(0.2, 0.001), million(2), million(3))->explained);
}

TEST(Ratio, OverNothingSaysNothing) {
  EXPECT_FALSE(check_ratio(printed(0.5, 0.001), million(5), million(0)));
  EXPECT_FALSE(check_ratio(printed(0.5, 0.001), million(5), printed(0.4, 1)));
}

TEST(Ratio, OfNegativeChangesKeepsItsSign) {
  const auto rate = [](double percent, double numerator) {
    return check_ratio(printed(percent / 100, 0.001), million(numerator), million(22'142))->explained;
  };
  EXPECT_TRUE(rate(-11.4, -2'524));
  EXPECT_FALSE(rate(11.4, -2'524));
}

long double round_to(long double value, long double step, bool cut) {
  return (cut ? std::trunc(value / step) : std::round(value / step)) * step;
}

RC_GTEST_PROP(Sum, OfExactFiguresPrintedHonestlyIsAlwaysExplained, ()) {
  const bool cut = *rc::gen::arbitrary<bool>();
  const auto exact = *rc::gen::container<std::vector<std::int64_t>>(*rc::gen::inRange<std::size_t>(1, 40),
                                                                    rc::gen::inRange<std::int64_t>(-2'000'000'000, 90'000'000'000));
  // Figures in won, printed in 백만원.
  long double total = 0;
  std::vector<SignedTerm> terms;
  for (const std::int64_t won : exact) {
    total += static_cast<long double>(won);
    terms.push_back({1, Printed{round_to(static_cast<long double>(won), 1'000'000, cut), 1'000'000}});
  }
  RC_ASSERT(check_sum(Printed{round_to(total, 1'000'000, cut), 1'000'000}, terms).explained);
}

RC_GTEST_PROP(Ratio, OfExactFiguresPrintedHonestlyIsAlwaysExplained, ()) {
  const bool cut = *rc::gen::arbitrary<bool>(), cut_rate = *rc::gen::arbitrary<bool>();
  const auto base = static_cast<long double>(*rc::gen::inRange<std::int64_t>(1'000'000, 90'000'000'000));
  const auto numerator = static_cast<long double>(*rc::gen::inRange<std::int64_t>(0, 90'000'000'000));
  const long double rate_step = *rc::gen::element(0.01L, 0.001L, 0.0001L);
  const auto verdict =
      check_ratio(Printed{round_to(numerator / base, rate_step, cut_rate), rate_step},
                  Printed{round_to(numerator, 1'000'000, cut), 1'000'000}, Printed{round_to(base, 1'000'000, cut), 1'000'000});
  if (verdict) RC_ASSERT(verdict->explained);
}

// One figure in two places.
TEST(Figures, AgreeWithinWhatTheirUnitsCanTell) {
  EXPECT_TRUE(agree(million(74), million(75)));  // one cuts off what the other rounds
  EXPECT_FALSE(agree(million(74), million(76)));
  EXPECT_TRUE(agree(printed(1'234'400, 1'000), printed(1'000'000, 1'000'000)));
  EXPECT_TRUE(agree(printed(1'900'000, 1'000), printed(1'000'000, 1'000'000)));  // cut off
  EXPECT_FALSE(agree(printed(2'100'000, 1'000), printed(1'000'000, 1'000'000)));
  EXPECT_TRUE(agree(heads(46), heads(46)));
  EXPECT_FALSE(agree(heads(46), heads(47)));  // heads are counted, not rounded
}

TEST(Figures, AddUpWithinHalfAStepEach) {
  EXPECT_TRUE(is_sum_of(10, 10, 1, 3));
  EXPECT_TRUE(is_sum_of(12, 10, 1, 3));
  EXPECT_FALSE(is_sum_of(13, 10, 1, 3));
  EXPECT_TRUE(is_sum_of(8, 10, 1, 3));
  EXPECT_TRUE(is_sum_of(10, 10, 0, 3));  // heads
  EXPECT_FALSE(is_sum_of(11, 10, 0, 3));
}

TEST(Figures, LieApartByAShareOfTheLarger) {
  EXPECT_NEAR(static_cast<double>(apart(99, 100)), 0.01, 1e-12);
  EXPECT_NEAR(static_cast<double>(apart(100, 99)), 0.01, 1e-12);
  EXPECT_NEAR(static_cast<double>(apart(-100, 100)), 2, 1e-12);
  EXPECT_NEAR(static_cast<double>(apart(0.2L, 0.1L)), 0.1, 1e-12);  // of less than one: as it is
  EXPECT_EQ(apart(0, 0), 0);
}

}  // namespace
}  // namespace jangbu
