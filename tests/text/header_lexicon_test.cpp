#include "text/header_lexicon.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

HeaderLexicon lexicon() {
  HeaderLexicon words;
  words.add({HeaderRole::kRowLabel, Pattern("구분|사업명"), {}});
  words.add({HeaderRole::kMeasure, Pattern("예산현액|지출액"), {}});
  words.add({HeaderRole::kGroup, Pattern("집행액"), {Pattern("원인행위"), Pattern("지출액?")}});
  words.add({HeaderRole::kGroup, Pattern("직종별"), {}});
  return words;
}

TEST(HeaderLexicon, KnowsWhatAWordIs) {
  const HeaderLexicon words = lexicon();
  EXPECT_TRUE(words.is_row_label("구분"));
  EXPECT_FALSE(words.is_row_label("지출액"));
  EXPECT_TRUE(words.is_measure("지출액"));
  EXPECT_FALSE(words.is_measure("총지출액"));
  EXPECT_TRUE(words.is_group("집행액"));
  EXPECT_TRUE(words.knows("사업명"));
  EXPECT_FALSE(words.knows("비고"));
  EXPECT_FALSE(HeaderLexicon().knows("구분"));
}

TEST(HeaderLexicon, KnowsWhatStandsUnderAGroup) {
  const HeaderLexicon words = lexicon();
  EXPECT_EQ(words.may_hold("집행액", "원인행위"), true);
  EXPECT_EQ(words.may_hold("집행액", "행정직"), false);
  EXPECT_EQ(words.may_hold("직종별", "행정직"), true);  // holds anything
  EXPECT_EQ(words.may_hold("예산현액", "원인행위"), std::nullopt);
  EXPECT_EQ(words.may_hold("모름", "원인행위"), std::nullopt);
}

}  // namespace
}  // namespace jangbu
