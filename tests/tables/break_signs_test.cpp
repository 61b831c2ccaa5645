#include "tables/break_signs.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

Cell cell_with(std::string text) {
  Cell cell;
  cell.text = std::move(text);
  return cell;
}

const BreakPlace kShort{true, false, false}, kStretched{false, true, true};
const Slack kCentred{10, 10, 20, 20, 30, 10}, kTop{2, 30, 2, 20, 30, 10}, kBottom{30, 2, 2, 20, 30, 10};

BreakSign sign(const std::string& above, const std::string& below, const BreakPlace& place, const Slack& over = kCentred,
               const Slack& under = kCentred) {
  const Cell upper = cell_with(above), lower = cell_with(below);
  return break_sign({upper, over}, {lower, under}, place);
}

TEST(BreakSigns, TextOnOneSide) {
  EXPECT_EQ(sign("합계", "", kShort), BreakSign::kOneSided);
  EXPECT_EQ(sign("", "합계", kShort), BreakSign::kBelowOnly);
  EXPECT_EQ(sign("", " \n", kShort), BreakSign::kNothing);
}

TEST(BreakSigns, TheMiddleTellsOnlyWhereNothingWasStretched) {
  EXPECT_EQ(sign("겉모양", "치수", kShort), BreakSign::kTwoCells);
  EXPECT_EQ(sign("겉모양", "치수", kStretched), BreakSign::kNothing);
  EXPECT_EQ(sign("겉모양", "치수", kShort, kBottom, kTop), BreakSign::kFlowsOn);
}

TEST(BreakSigns, WordsThatGoOn) {
  EXPECT_EQ(sign("함량(6가 크로", "뮴)", kShort), BreakSign::kReadsOn);
  EXPECT_EQ(sign("KS M 2507-1,", "KS M 2507-2", kShort), BreakSign::kReadsOn);
  EXPECT_EQ(sign("미만인 경우", ": 매일", kShort), BreakSign::kReadsOn);
  EXPECT_EQ(sign("압축강도", "(경질형)", kStretched), BreakSign::kMayGoOn);
  EXPECT_EQ(sign("11. 비용편익", "분석", kStretched), BreakSign::kMayGoOn);
  EXPECT_EQ(sign("11. 비용편익", "12. 규제일몰", kStretched), BreakSign::kNothing);
}

// The next word would not have fitted behind the last one.
TEST(BreakSigns, LongLineFilledToItsEnd) {
  const Slack filled{2, 2, 2, 30, 250, 10}, half{2, 2, 2, 130, 150, 10};
  EXPECT_EQ(sign("국제조약 등에 따라 같게 적용되어야", "하는규제", kShort, filled, kTop), BreakSign::kReadsOn);
  EXPECT_NE(sign("국제조약 등에 따라 같게 적용되어야", "하는규제", kShort, half, kTop), BreakSign::kReadsOn);
  EXPECT_NE(sign("국제조약 등에 따라 같게 적용되어야", "· 하는규제", kShort, filled, kTop), BreakSign::kReadsOn);
  EXPECT_NE(sign("국제조약 등에 따라 같게 적용한다.", "하는규제", kShort, filled, kTop), BreakSign::kReadsOn);
}

TEST(BreakSigns, WhatBeginsAnew) {
  EXPECT_TRUE(begins_anew("·회사별\n·규격별", "·회사별\n·규격별"));
  EXPECT_TRUE(begins_anew("KS F 3101", "KS M 1998"));
  EXPECT_TRUE(begins_anew("자로 측정", "KS D 0249"));
  EXPECT_FALSE(begins_anew("원심력", "철근관"));
  EXPECT_FALSE(begins_anew("점토벽돌", "(KS L 4201)"));
  EXPECT_FALSE(begins_anew("점토벽돌", ""));
}

}  // namespace
}  // namespace jangbu
