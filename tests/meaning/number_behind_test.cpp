// A value and the text of its cell tell which number the value was made of, and how.
#include "meaning/number_behind.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

// "printed x scale unit", or "none".
std::string behind(std::string_view text, const Decimal& value, std::int64_t factor = 1000) {
  const auto number = number_behind(text, value, factor);
  if (!number) return "none";
  return number->printed.to_string() + " x " + (number->scale ? number->scale->to_string() : "?") +
         (number->unit.empty() ? "" : " " + number->unit);
}

TEST(NumberBehind, IsTheCellsFigure) {
  EXPECT_EQ(behind("1,234", Decimal{1'234'000, 0}), "1234 x 1000");
  EXPECT_EQ(behind("71.5%", Decimal{715, 3}), "71.5 x 0.01");
  EXPECT_EQ(behind("71.5", Decimal{715, 3}), "71.5 x 0.01");
  EXPECT_EQ(behind("46명", Decimal{46, 0}), "46 x 1");
  EXPECT_EQ(behind("0", Decimal{0, 0}), "0 x ?");
  const auto exact = number_behind("1,250.0", Decimal{1'250'000, 0}, 1000);
  ASSERT_TRUE(exact);
  EXPECT_EQ(exact->printed.scale, 1);  // the nought is printed: the figure is as exact as a tenth
}

TEST(NumberBehind, OfSeveralInACellIsTheOneThatGivesTheValue) {
  constexpr std::int64_t kHundredMillion = 100'000'000;
  EXPECT_EQ(behind("51,288(30.7)", Decimal{5'128'800'000'000, 0}, kHundredMillion), "51288 x 100000000");
  EXPECT_EQ(behind("51,288(30.7)", Decimal{307, 3}, kHundredMillion), "30.7 x 0.01");
  EXPECT_EQ(behind("317,500\n(31,800)", Decimal{31'800'000, 0}), "31800 x 1000");
  EXPECT_EQ(behind("13,971 (시비 10,541, 국비 3,430)", Decimal{3'430'000, 0}), "3430 x 1000");
  EXPECT_EQ(behind("2,000주1)", Decimal{2'000'000, 0}), "2000 x 1000");
}

TEST(NumberBehind, AUnitBesideItSpeaksBeforeThatOfTheTable) {
  EXPECT_EQ(behind("3억원", Decimal{300'000'000, 0}), "3 x 100000000 억원");
  EXPECT_EQ(behind("12명", Decimal{12, 0}), "12 x 1");
}

TEST(NumberBehind, WhatFollowsInNoWayKeepsTheNumberWithoutAScale) {
  EXPECT_EQ(behind("(1,200)", Decimal{-1'200'000, 0}), "1200 x ?");  // the arithmetic has told that the bracket is a sign
  EXPECT_EQ(behind("1,234", Decimal{9'999'000, 0}), "1234 x ?");     // another column's unit, or a repair
  EXPECT_EQ(behind("미정", Decimal{1, 0}), "none");
  EXPECT_EQ(behind("-", Decimal{1, 0}), "none");
  EXPECT_EQ(behind("", Decimal{1, 0}), "none");
}

}  // namespace
}  // namespace jangbu
