#include "text/character_set.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

CharacterSet set_of(std::initializer_list<CharacterRange> ranges) {
  CharacterSet out;
  for (const CharacterRange& range : ranges) out.add(range.from, range.to);
  out.settle();
  return out;
}

TEST(CharacterSet, FindsItsCharactersAnywhere) {
  const CharacterSet circled = set_of({{U'①', U'⑳'}, {U'x', U'x'}});
  EXPECT_TRUE(circled.may_stand_in("가 ② 나"));
  EXPECT_TRUE(circled.may_stand_in("가x"));
  EXPECT_TRUE(circled.may_stand_in("⑳"));
  EXPECT_FALSE(circled.may_stand_in("㉑"));      // the next range
  EXPECT_FALSE(circled.may_stand_in("■ → 가"));  // the same first byte
  EXPECT_FALSE(circled.may_stand_in(""));
}

TEST(CharacterSet, OrAtTheBeginningOnly) {
  const CharacterSet hangul = set_of({{U'가', U'힣'}});
  EXPECT_TRUE(hangul.may_begin("힣x"));
  EXPECT_FALSE(hangul.may_begin("x가"));
  EXPECT_FALSE(hangul.may_begin(""));
}

TEST(CharacterSet, OrAtTheEndOnly) {
  const CharacterSet set = set_of({{U'가', U'힣'}, {U'x', U'x'}, {U'·', U'·'}, {U'\U000F02B1', U'\U000F02B1'}});
  for (const char* text : {"a가", "가", "ax", "a·", "a\U000F02B1"}) EXPECT_TRUE(set.may_end(text)) << text;
  for (const char* text : {"가a", "가①", "×", "\U000F02B2", ""}) EXPECT_FALSE(set.may_end(text)) << text;
  for (const char* text : {"\x80", "a\x80", "\xEA\xB0", "가\x80\x80\x80\x80", "\xE0\x80\x80\x80"}) EXPECT_TRUE(set.may_end(text)) << text;
}

TEST(CharacterSet, RangesMayOverlapAndComeInAnyOrder) {
  const CharacterSet letters = set_of({{U'p', U'z'}, {U'a', U'q'}, {U'a', U'b'}, {U'5', U'5'}});
  for (const char* in : {"a", "m", "q", "z", "5"}) EXPECT_TRUE(letters.may_stand_in(in)) << in;
  for (const char* out : {"A", "{", "4", "6", "`"}) EXPECT_FALSE(letters.may_stand_in(out)) << out;
  const CharacterSet wide = set_of({{0x7F, 0x10FFFF}});
  for (const char* in : {"\x7F", "\u00A0", "가", "\U0010FFFF"}) EXPECT_TRUE(wide.may_stand_in(in)) << in;
  EXPECT_FALSE(wide.may_stand_in("~"));
}

// What a matcher makes of malformed bytes is its own affair: they are never held to be something else.
TEST(CharacterSet, SaysYesToMalformedBytesThatBeginLikeACharacterOfIt) {
  const CharacterSet circled = set_of({{U'①', U'⑳'}});
  for (const char* text : {"\xE2", "\xE2\x91", "가\xE2 ", "\xE2\xE2"}) EXPECT_TRUE(circled.may_stand_in(text)) << text;
  for (const char* text : {"\x91\xA0", "\xE1", "\xFF", "\xC0\x80"}) EXPECT_FALSE(circled.may_stand_in(text)) << text;
}

TEST(CharacterSet, WeighsWhatStandsInEveryTextMost) {
  EXPECT_GT(set_of({{U'0', U'9'}}).weight(), set_of({{U'①', U'⑳'}}).weight());
  EXPECT_GT(set_of({{U'가', U'힣'}}).weight(), set_of({{U'0', U'9'}}).weight());
  EXPECT_EQ(set_of({}).weight(), 0u);
}

}  // namespace
}  // namespace jangbu
