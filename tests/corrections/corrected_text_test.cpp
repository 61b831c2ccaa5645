// One text under several corrections, and when what is printed says what a person has written.
#include <gtest/gtest.h>

#include "corrections/replay.h"

namespace jangbu {
namespace {

TEST(SamePrint, BlanksTellNothingApart) {
  EXPECT_TRUE(same_print("시민 참여\n사업", "시민 참여 사업"));
  EXPECT_TRUE(same_print("  1,200 ", "1,200"));
  EXPECT_FALSE(same_print("시민참여", "시민 참여"));
}

TEST(SamePrint, APlainNumberStandsForItsFigure) {
  EXPECT_TRUE(same_print("65,419,160", "65419160"));
  EXPECT_TRUE(same_print("△2,524", "-2524"));
  EXPECT_TRUE(same_print("71.50", "71.5"));
  EXPECT_FALSE(same_print("65,419,160", "65,419160"));  // with signs of its own it is meant to the letter
  EXPECT_FALSE(same_print("65,419,160", "65419161"));
  EXPECT_FALSE(same_print("가과", "12"));
}

TEST(SamePrint, NothingIsABlankOrADash) {
  for (const char* text : {"", "  ", "-", "–", "_"}) {
    EXPECT_TRUE(same_print(text, std::nullopt)) << text;
    EXPECT_TRUE(same_print(text, " ")) << text;
  }
  for (const char* text : {"0", "가과"}) EXPECT_FALSE(same_print(text, std::nullopt)) << text;
}

struct Became {
  CorrectionState state;
  std::string before, after;
};

// What becomes of a correction, and whether it is the one that stands.
Became applied(CorrectedText& text, const std::string& expect, const std::string& value) {
  Correction correction;
  correction.id = expect + "→" + value;
  correction.expect = expect;
  correction.value = value;
  CorrectionOutcome outcome;
  text.apply(correction, outcome);
  return {outcome.state, outcome.before, outcome.after};
}

TEST(CorrectedText, AChainExpectsWhatTheOneBeforeHasPut) {
  CorrectedText text({"1,200"});
  EXPECT_EQ(applied(text, "1,200", "1,300").state, CorrectionState::kApplied);
  const Became second = applied(text, "1,300", "1,350");
  EXPECT_EQ(second.state, CorrectionState::kApplied);
  EXPECT_EQ(second.before, "1,300");
  EXPECT_EQ(second.after, "1,350");
}

TEST(CorrectedText, WhoWantsTheSameIsNoConflict) {
  CorrectedText text({"1,200"});
  applied(text, "1,200", "1,300");
  EXPECT_EQ(applied(text, "1,200", "1,300").state, CorrectionState::kApplied);
  EXPECT_EQ(applied(text, "1,200", "1,400").state, CorrectionState::kConflict);
}

TEST(CorrectedText, AnotherSourceIsStale) {
  CorrectedText text({"1,200", "1,280"});  // as printed, and as a repair read it
  EXPECT_EQ(applied(text, "1,100", "1,300").state, CorrectionState::kStale);
  EXPECT_EQ(applied(text, "1,280", "1,300").state, CorrectionState::kApplied);
}

}  // namespace
}  // namespace jangbu
