// Letters in pairs: what is written for the index, and what is asked of it.
#include "store/search_text.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(SearchText, StandsAsPairsAndItsLastLetter) {
  EXPECT_EQ(searchable_text("도시 전환랩"), "도시 시전 전환 환랩 랩");
  EXPECT_EQ(searchable_text("예산"), "예산 산");
  EXPECT_EQ(searchable_text("A동 12호"), "a동 동1 12 2호 호");
  EXPECT_EQ(searchable_text("랩"), "랩");
  EXPECT_EQ(searchable_text(" ·-%\" "), "");
}

TEST(SearchText, IsAskedForSideBySide) {
  EXPECT_EQ(search_question("시 전환"), "\"시전 전환\"");
  EXPECT_EQ(search_question("예산"), "\"예산\"");
  EXPECT_EQ(search_question("랩"), "\"랩\" *") << "one letter: whatever begins with it, and it begins some pair wherever it stands";
  EXPECT_EQ(search_question("\" OR *"), "\"or\"") << "no sign of a question comes through";
  EXPECT_EQ(search_question("%_ ^"), "");
}

}  // namespace
}  // namespace jangbu
