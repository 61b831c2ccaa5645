// Labels that are times.
#include "records/row_time.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

std::string told(std::string_view label, std::optional<int> above = std::nullopt) {
  const auto time = year_to_date(label, above);
  return time ? std::to_string(time->year) + " " + time->as_of : "";
}

TEST(RowTime, AYearUpToADay) {
  EXPECT_EQ(told("2025.9.30. 현재"), "2025 2025-09-30");
  EXPECT_EQ(told("’25.9.30."), "2025 2025-09-30");
  EXPECT_EQ(told("2025년 9월말"), "2025 2025-09");
  EXPECT_EQ(told("2025. 9월 기준"), "2025 2025-09");
  EXPECT_EQ(told("’25년(9월)"), "2025 2025-09");
  EXPECT_EQ(told("2025(8월 말)"), "2025 2025-08");
  EXPECT_EQ(told("2025년 ( 9월말 현재 )"), "2025 2025-09");
}

// It may be one of twelve, or what the year has brought so far: the row above tells.
TEST(RowTime, AMonthAlone) {
  for (const char* label : {"2025.8", "2025년 8월", "’25. 8월"}) {
    EXPECT_EQ(told(label), "") << label;
    EXPECT_EQ(told(label, 2025), "") << label;
    EXPECT_EQ(told(label, 2024), "2025 2025-08") << label;
  }
}

TEST(RowTime, WhatIsNone) {
  for (const char* label : {"2025년", "2025", "9월", "9월말", "2025년 상반기", "2025년 3분기", "2025. 13. 1.", "2025. 9. 30. 개관",
                            "가나사업", "2025년 9월 개관한 도서관", "", "2025(예산)", "3.15 의거"})
    EXPECT_EQ(told(label, 2024), "") << label;
}

TEST(RowTime, PartsOfAYear) {
  for (const char* label : {"1월", "12월 말", "2/4분기", "3분기", "상반기", "2025년 하반기", "’25. 9월", "2025.8", "’25. 12."})
    EXPECT_TRUE(is_part_of_year(label)) << label;
  for (const char* label : {"2025년", "반기", "9월분 급여", "1월~3월", "12.3", "2025.13", "25.8"})
    EXPECT_FALSE(is_part_of_year(label)) << label;
}

}  // namespace
}  // namespace jangbu
