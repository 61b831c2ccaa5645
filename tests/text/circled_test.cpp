#include "text/circled.h"

#include <gtest/gtest.h>

#include <string>

#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

TEST(Circled, EachRowCounts) {
  for (const char32_t* row : {U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", U"❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴", U"➀➁➂➃➄➅➆➇➈➉", U"➊➋➌➍➎➏➐➑➒➓"}) {
    int count = 0;
    for (const char32_t c : std::u32string(row)) EXPECT_EQ(circled_number(c), ++count);
  }
}

TEST(Circled, OthersAreNone) {
  for (const char32_t c : std::u32string(U"0○●⓪㉠ⓐ➔1가")) EXPECT_EQ(circled_number(c), 0) << to_utf8(std::u32string(1, c));
}

TEST(Circled, SignsThatNameColumns) {
  for (const char32_t* row : {U"①②③⑮", U"㉠㉡㉢㉭", U"㉮㉯㉰㉻", U"ⓐⓑⓒⓞ", U"ⒶⒷⒸⓄ"}) {
    const std::u32string signs(row);
    EXPECT_EQ(column_letter(signs[0]), U'A');
    EXPECT_EQ(column_letter(signs[1]), U'B');
    EXPECT_EQ(column_letter(signs[2]), U'C');
    EXPECT_TRUE(column_letter(signs[3]) == U'N' || column_letter(signs[3]) == U'O');
  }
  for (const char32_t c : std::u32string(U"A가0⑯❶➀ⓟ○")) EXPECT_EQ(column_letter(c), U'\0');
}

// The class of patterns and the count speak of the same signs.
TEST(Circled, PatternsMeanTheSame) {
  std::string signs = "[";
  signs += kCircled;
  const Pattern circled(signs += "]");
  for (char32_t c = 0x2400; c <= 0x2800; ++c)
    EXPECT_EQ(circled.matches(to_utf8(std::u32string(1, c))), circled_number(c) > 0) << std::hex << static_cast<unsigned>(c);
}

}  // namespace
}  // namespace jangbu
