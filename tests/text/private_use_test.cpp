#include "text/private_use.h"

#include <gtest/gtest.h>

#include "text/unicode.h"

namespace jangbu {
namespace {

TEST(PrivateUse, IsReadAsItLooks) {
  struct Case {
    std::string printed, read;
  };
  const Case cases[] = {
      {"길\uF09E물 돌봄", "길·물 돌봄"},       {"\uF0A7 산돌봄", "▪ 산돌봄"},        {"\uF0FE 해당", "☑ 해당"},
      {"\U000F02B1 돌봄 확대", "① 돌봄 확대"}, {"\u0178 사업 내용", "• 사업 내용"},  {"수어\u119E점자", "수어·점자"},
      {"L\u0178on, \u0178", "L\u0178on, •"},   {"\u1112\u119E글", "\u1112\u119E글"}, {"보통 글", "보통 글"},
  };
  for (const Case& c : cases) {
    std::set<char32_t> unknown;
    EXPECT_EQ(readable_text(c.printed, unknown), c.read) << c.printed;
    EXPECT_TRUE(unknown.empty()) << c.printed;
    EXPECT_EQ(may_hold_glyph_codes(c.printed), c.printed != "보통 글") << c.printed;
  }
  std::set<char32_t> unknown;
  EXPECT_EQ(readable_text("\uE123 글", unknown), "\uE123 글");
  EXPECT_EQ(unknown, (std::set<char32_t>{0xE123}));
}

// The table is searched by halves: every entry must be found.
TEST(PrivateUse, KnowsEverySignOnce) {
  for (char32_t c = 0xF081; c <= 0xF08A; ++c) EXPECT_EQ(plain_character(c), U'①' + (c - 0xF081));
  for (char32_t c = 0xF08C; c <= 0xF095; ++c) EXPECT_EQ(plain_character(c), U'❶' + (c - 0xF08C));
  for (const char32_t c : {U'\uF020', U'\uF0A7', U'\uF0E0', U'\uF0FE', U'\U000F02B1', U'\U000F02E1'})
    EXPECT_NE(plain_character(c), 0u) << static_cast<unsigned>(c);
  for (const char32_t c : {U'\uF000', U'\uE000', U'\uF0FF', U'\U000F02B0'}) EXPECT_EQ(plain_character(c), 0u) << static_cast<unsigned>(c);
}

}  // namespace
}  // namespace jangbu
