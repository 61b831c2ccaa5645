// What a line's end has broken in two goes together where the document knows the whole word.
#include "text/broken_word.h"

#include <gtest/gtest.h>

#include <set>

namespace jangbu {
namespace {

TEST(BrokenWord, IsOneThatTheDocumentKnows) {
  const std::set<std::string> words{"활용할", "시민"};
  const auto known = [&](const std::string& word) { return words.contains(word); };
  EXPECT_TRUE(is_broken_word("자료를 활용", "할 수 있는", known));
  EXPECT_FALSE(is_broken_word("시민", "제안", known));
  EXPECT_FALSE(is_broken_word("", "제안", known));
  EXPECT_FALSE(is_broken_word("시민", "", known));
}

TEST(BrokenWord, SignsAndParticlesNeverStandApart) {
  const auto none = [](const std::string&) { return false; };
  EXPECT_TRUE(is_broken_word("예산", ", 결산", none));
  EXPECT_TRUE(is_broken_word("예산(", "안)", none));
  EXPECT_TRUE(is_broken_word("「시민협력」", "으로 한다", none));
  EXPECT_FALSE(is_broken_word("시민협력", "으로 한다", none));  // a word of its own in another line may begin so
  EXPECT_FALSE(is_broken_word("「시민협력」", "도시", none));
}

}  // namespace
}  // namespace jangbu
