#include "text/raised.h"

#include <gtest/gtest.h>

#include "text/figure.h"

namespace jangbu {
namespace {

TEST(Raised, MarksAreNumbersOfNotes) {
  for (const char* mark : {"1)", "2", "(3)", "주4)", "1)2)", "1,2"}) EXPECT_TRUE(is_raised_mark(mark)) << mark;
  for (const char* other : {"th", "st", ")", "*", "", "억원", "123456", "5%"}) EXPECT_FALSE(is_raised_mark(other)) << other;
}

TEST(Raised, MarksAreNoDigits) {
  EXPECT_EQ(raised("1)"), "¹⁾");
  EXPECT_EQ(raised("주10)"), "주¹⁰⁾");
  EXPECT_EQ(raised("(2)"), "⁽²⁾");
  EXPECT_FALSE(is_plain_figure("800" + raised("2")));
}

}  // namespace
}  // namespace jangbu
