#include "jangbu/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <clocale>
#include <cmath>
#include <limits>

namespace jangbu {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max(), kLeast = std::numeric_limits<std::int64_t>::min();

TEST(Decimal, PrintsAsItStands) {
  EXPECT_EQ((Decimal{715, 3}.to_string()), "0.715");
  EXPECT_EQ((Decimal{-2524, 0}.to_string()), "-2524");
  EXPECT_EQ((Decimal{1000, 3}.to_string()), "1");
  EXPECT_EQ((Decimal{-5, 2}.to_string()), "-0.05");
  EXPECT_EQ((Decimal{0, 4}.to_string()), "0");
  EXPECT_EQ((Decimal{100, 0}.to_string()), "100");
  EXPECT_EQ((Decimal{kLeast, 0}.to_string()), "-9223372036854775808");
  EXPECT_EQ((Decimal{kMost, 18}.to_string()), "9.223372036854775807");
}

TEST(Decimal, IsWholeWithoutAFraction) {
  EXPECT_EQ((Decimal{1000, 3}.whole()), 1);
  EXPECT_EQ((Decimal{-70, 1}.whole()), -7);
  EXPECT_EQ((Decimal{715, 1}.whole()), std::nullopt);
}

TEST(Decimal, MultipliesExactlyOrNotAtAll) {
  EXPECT_EQ((Decimal{435786, 0}.times(1000)->to_string()), "435786000");
  EXPECT_EQ((Decimal{75, 1}.times(100'000'000)->whole()), 750'000'000);
  EXPECT_EQ((Decimal{-3, 0}.times(0)->digits), 0);
  EXPECT_FALSE((Decimal{kMost, 0}.times(2)));
  EXPECT_FALSE((Decimal{kLeast, 0}.times(-1)));
  EXPECT_FALSE((Decimal{10'000'000, 0}.times(1'000'000'000'000)));
}

TEST(Decimal, ShiftsPlacesExactlyOrNotAtAll) {
  EXPECT_EQ((Decimal{715, 1}.shifted(-2)->to_string()), "0.715");
  EXPECT_EQ((Decimal{7, 0}.shifted(3)->to_string()), "7000");
  EXPECT_FALSE((Decimal{1, 17}.shifted(-2)));
  EXPECT_FALSE((Decimal{kMost, 0}.shifted(1)));
}

TEST(Decimal, DoubleIsTheOneThatPrintsBack) {
  EXPECT_EQ((Decimal{703, 3}.to_double()), 0.703);
  EXPECT_EQ((Decimal{-1, 1}.to_double()), -0.1);
  EXPECT_EQ((Decimal{829200000, 0}.to_double()), 829200000.0);
}

TEST(Decimal, DoubleIsTheSameWhereACommaPartsTheFraction) {
  const std::string before = std::setlocale(LC_NUMERIC, nullptr);
  for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8", "C"}) {
    if (!std::setlocale(LC_NUMERIC, name)) continue;
    EXPECT_EQ((Decimal{703, 3}.to_double()), 0.703) << name;
  }
  std::setlocale(LC_NUMERIC, before.c_str());
}

RC_GTEST_PROP(Decimal, ShiftingThereAndBackChangesNothing, ()) {
  const Decimal value{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000), *rc::gen::inRange(0, 6)};
  const int places = *rc::gen::inRange(-6, 6);
  const auto there = value.shifted(places);
  RC_ASSERT(there.has_value());
  RC_ASSERT(there->shifted(-places)->to_string() == value.to_string());
}

RC_GTEST_PROP(Decimal, TimesIsExactOrRefused, (std::int64_t digits, std::int64_t factor)) {
  RC_PRE(factor != 0);
  const auto product = Decimal{digits, 0}.times(factor);
  const bool fits = std::fabs(static_cast<long double>(digits) * static_cast<long double>(factor)) < 9223372036854775807.0L;
  RC_ASSERT(product.has_value() == fits);
  if (fits) RC_ASSERT(product->digits / factor == digits && product->digits % factor == 0);
}

}  // namespace
}  // namespace jangbu
