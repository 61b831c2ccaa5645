#include "text/spoken.h"

#include <gtest/gtest.h>

#include <limits>

namespace jangbu {
namespace {

TEST(Spoken, AmountsAreReadByMyriads) {
  EXPECT_EQ(spoken_won(65'419'160'000), "654억 1,916만원");
  EXPECT_EQ(spoken_won(12'345), "1만 2,345원");
  EXPECT_EQ(spoken_won(10'000), "1만원");
  EXPECT_EQ(spoken_won(9'999), "9,999원");
  EXPECT_EQ(spoken_won(0), "0원");
  EXPECT_EQ(spoken_won(1'000'000'000'001), "1조 1원");
  EXPECT_EQ(spoken_won(-2'524'000'000), "△25억 2,400만원");
  EXPECT_EQ(spoken_won(std::numeric_limits<std::int64_t>::min()), "△922경 3,372조 368억 5,477만 5,808원");
}

TEST(Spoken, DatesAreSaidInKoreanAndStayAsTheyAreInEnglish) {
  EXPECT_EQ(spoken_date(Language::kKorean, "2021-09-01"), "2021년 9월 1일");
  EXPECT_EQ(spoken_date(Language::kKorean, "2021-12"), "2021년 12월");
  EXPECT_EQ(spoken_date(Language::kKorean, "2021"), "2021년");
  EXPECT_EQ(spoken_date(Language::kKorean, "2021-09-01T10:00:00Z"), "2021년 9월 1일");
  for (const char* none : {"", "soon", "2021/09/01", "2021-00-01", "20-1-1"}) EXPECT_EQ(spoken_date(Language::kKorean, none), none);
  EXPECT_EQ(spoken_date(Language::kEnglish, "2021-09-01"), "2021-09-01");
}

}  // namespace
}  // namespace jangbu
