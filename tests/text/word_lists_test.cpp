// Lists of words become alternatives of an expression, in their order.
#include "text/word_lists.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/pattern.h"

namespace jangbu {
namespace {

TEST(WordLists, AreTheAlternativesOfAnExpression) {
  EXPECT_EQ(any_of("of_some"), "중|가운데|당|별");
  const Pattern source(any_of("sources_of_money"));
  for (const char* pays : {"국비", "시비", "시·도비", "특교세", "자체재원", "민간투자"}) EXPECT_TRUE(source.matches(pays)) << pays;
  for (const char* other : {"국비 등", "인건비", "비", ""}) EXPECT_FALSE(source.matches(other)) << other;
}

// Lists that are meant to the letter are asked for as they stand: "(경유)" is no expression.
TEST(WordLists, AreAskedForToTheLetterToo) {
  EXPECT_EQ(words_in("letter_via"), std::vector<std::string>{"(경유)"});
  EXPECT_TRUE(is_in("letter_to", "수신자"));
  EXPECT_FALSE(is_in("letter_to", "수신자 참조"));
  EXPECT_FALSE(is_in("letter_to", ""));
  EXPECT_TRUE(begins_in("letter_to", "수신자 참조"));
  EXPECT_FALSE(begins_in("letter_to", "참조 수신"));
  EXPECT_TRUE(begins_in("caption_openers", "〈표 3〉"));
  EXPECT_FALSE(begins_in("caption_openers", "표3"));
}

}  // namespace
}  // namespace jangbu
