#include "extractors/hangul/numbering.h"

#include <gtest/gtest.h>

namespace jangbu::hangul {
namespace {

TEST(Numbering, writes_numbers_in_their_shapes) {
  EXPECT_EQ(numbered(3, NumberShape::kDigit), "3");
  EXPECT_EQ(numbered(3, NumberShape::kCircledDigit), "③");
  EXPECT_EQ(numbered(21, NumberShape::kCircledDigit), "㉑");
  EXPECT_EQ(numbered(4, NumberShape::kRomanUpper), "Ⅳ");
  EXPECT_EQ(numbered(14, NumberShape::kRomanUpper), "XIV");
  EXPECT_EQ(numbered(27, NumberShape::kLatinLower), "aa");
  EXPECT_EQ(numbered(3, NumberShape::kHangulSyllable), "다");
  EXPECT_EQ(numbered(15, NumberShape::kHangulSyllable), "거");
  EXPECT_EQ(numbered(2, NumberShape::kCircledHangulSyllable), "㉯");
  EXPECT_EQ(numbered(12, NumberShape::kHangulNumber), "십이");
  EXPECT_EQ(numbered(101, NumberShape::kHanjaNumber), "百一");
  EXPECT_EQ(numbered(99, NumberShape::kDecagon), "99");
  EXPECT_EQ(numbered(0, NumberShape::kLatinUpper), "0");
}

TEST(Numbering, counts_levels) {
  Numbering numbering;
  numbering[0] = {"^1.", NumberShape::kRomanUpper, 1};
  numbering[1] = {"^1-^2)", NumberShape::kDigit, 1};
  numbering[2] = {"^N", NumberShape::kDigit, 1};
  NumberCounter counter;
  EXPECT_EQ(counter.next(1, numbering, 0), "Ⅰ.");
  EXPECT_EQ(counter.next(1, numbering, 1), "Ⅰ-1)");
  EXPECT_EQ(counter.next(1, numbering, 1), "Ⅰ-2)");
  EXPECT_EQ(counter.next(2, numbering, 0), "Ⅰ.");
  EXPECT_EQ(counter.next(1, numbering, 2), "Ⅰ.2.1.");
  EXPECT_EQ(counter.next(1, numbering, 0), "Ⅱ.");
  EXPECT_EQ(counter.next(1, numbering, 1), "Ⅱ-1)");
}

TEST(Numbering, starts_where_it_is_told) {
  Numbering numbering;
  numbering[0] = {"제^1장", NumberShape::kDigit, 5};
  NumberCounter counter;
  EXPECT_EQ(counter.next(1, numbering, 0), "제5장");
  EXPECT_EQ(counter.next(1, numbering, 0), "제6장");
  EXPECT_EQ(counter.next(1, numbering, -3), "제7장");
  EXPECT_EQ(counter.next(1, numbering, 99), "");
}

}  // namespace
}  // namespace jangbu::hangul
