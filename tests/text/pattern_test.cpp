#include "text/pattern.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(Pattern, MatchesTheWholeOrIsFoundInside) {
  const Pattern budget("예산액?");
  EXPECT_TRUE(budget.matches("예산"));
  EXPECT_TRUE(budget.matches("예산액"));
  EXPECT_FALSE(budget.matches("예산현액"));
  EXPECT_TRUE(budget.found_in("본예산액(천원)"));
  EXPECT_FALSE(budget.found_in("세입"));
}

TEST(Pattern, GroupsAreViewsIntoTheText) {
  const std::string text = "제3장 재정";
  const auto groups = Pattern(R"(제(\d+)([장편])(부록)?)").groups(text);
  ASSERT_EQ(groups.size(), 4u);
  EXPECT_EQ(groups[0], "제3장");
  EXPECT_EQ(groups[1], "3");
  EXPECT_EQ(groups[2], "장");
  EXPECT_EQ(groups[3], "");
  EXPECT_EQ(groups[1].data(), text.data() + std::string("제").size());
  EXPECT_TRUE(Pattern("없음").groups(text).empty());
}

TEST(Pattern, AllMatchesFromLeftToRight) {
  const auto years = Pattern(R"(20\d\d)").all("2020년예산2021년예산");
  ASSERT_EQ(years.size(), 2u);
  EXPECT_EQ(years[0], "2020");
  EXPECT_EQ(years[1], "2021");
  EXPECT_TRUE(Pattern(R"(\d)").all("").empty());
  // A pattern that matches nothing at all ends, too.
  for (std::string_view match : Pattern("x*").all("가나다")) EXPECT_EQ(match, "");
}

TEST(Pattern, ReplacesEveryMatch) {
  EXPECT_EQ(Pattern(R"('(\d\d)년)").replaced("'20년 '21년", R"(20\1년)"), "2020년 2021년");
  EXPECT_EQ(Pattern("x").replaced("가나", "y"), "가나");
}

TEST(Pattern, SaysWhatIsWrongWithAnExpression) {
  EXPECT_EQ(Pattern::complaint("예산(액)?"), "");
  EXPECT_NE(Pattern::complaint("예산(액"), "");
  EXPECT_NE(Pattern::complaint("[가-"), "");
  EXPECT_NE(Pattern::complaint(R"((a)\1)"), "");  // back references cost more than linear time
}

TEST(Pattern, TakesLinearTimeOnTextMadeToStallIt) {
  const std::string hostile(200'000, 'a');
  EXPECT_FALSE(Pattern("(a*)*b").matches(hostile));
}

TEST(Pattern, CopiesShareWhatWasCompiled) {
  const Pattern first("가+");
  const Pattern second = first;  // NOLINT: the copy is what is tested
  EXPECT_TRUE(second.matches("가가"));
  EXPECT_EQ(second.expression(), "가+");
}

}  // namespace
}  // namespace jangbu
