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

// The class of patterns and the count speak of the same signs.
TEST(Circled, PatternsMeanTheSame) {
  const Pattern circled(std::string("[") + kCircled + "]");
  for (char32_t c = 0x2400; c <= 0x2800; ++c)
    EXPECT_EQ(circled.matches(to_utf8(std::u32string(1, c))), circled_number(c) > 0) << std::hex << static_cast<unsigned>(c);
}

}  // namespace
}  // namespace jangbu
