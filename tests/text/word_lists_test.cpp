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

// Lists that are meant to the letter are asked for as they stand.
TEST(WordLists, AreAskedForToTheLetterToo) {
  EXPECT_EQ(words_in("names_of_the_name"), (std::vector<std::string>{"이름", "명칭"}));
  EXPECT_TRUE(is_in("names_of_the_name", "명칭"));
  EXPECT_FALSE(is_in("names_of_the_name", "명칭 변경"));
  EXPECT_FALSE(is_in("names_of_the_name", ""));
  EXPECT_TRUE(begins_in("names_of_the_name", "명칭 변경"));
  EXPECT_FALSE(begins_in("names_of_the_name", "변경 명칭"));
  EXPECT_TRUE(begins_in("caption_openers", "〈표 3〉"));
  EXPECT_FALSE(begins_in("caption_openers", "표3"));
}

}  // namespace
}  // namespace jangbu
