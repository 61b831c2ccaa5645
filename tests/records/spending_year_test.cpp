// Of which year an amount spent is, beside budgets of two years.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// 집행액 says no year: the rate beside it tells of which budget it is; where nothing does and it stands between two, it is of neither.
TEST(SpendingYear, OfWhichYearWhatWasSpentIs) {
  const auto table = [](const char* headings, const char* row) {
    return record_lines(
        mapped(std::string("    (단위: 천원)\n    | 사업명 | ") + headings + " |\n    | ---- |\n    | 가사업 | " + row + " |\n").records);
  };
  EXPECT_EQ(table("2020년 예산 | 집행액 | 집행률 | 2021년 예산 | 증감", "500 | 480 | 96% | 600 | 100"),
            "budget item program [가사업] prior_year_budget=500000 budget_amount=600000 change_amount=100000 "
            "2020:execution:execution=480000 {집행률}=\"96%\"\n");
  EXPECT_EQ(table("2020년 예산액 | 지출액 | 집행잔액 | 2021년 예산액", "500 | 480 | 20 | 600"),
            "budget item program [가사업] prior_year_budget=500000 budget_amount=600000 2020:execution:payment=480000 {집행잔액}=\"20\"\n");
  EXPECT_EQ(table("2020년 예산 | 2021년 예산 | 집행액 | 집행률", "500 | 600 | 480 | 80%"),
            "budget item program [가사업] prior_year_budget=500000 budget_amount=600000 execution=480000 execution_rate=0.8\n");
  EXPECT_EQ(table("2020년 예산 | 집행액 | 2021년 예산", "500 | 480 | 600"),
            "budget item program [가사업] prior_year_budget=500000 budget_amount=600000 {집행액}=\"480\"\n");
  EXPECT_EQ(table("2020년 예산 | 2021년 예산 | 집행액", "500 | 600 | 480"),
            "budget item program [가사업] prior_year_budget=500000 budget_amount=600000 execution=480000\n");
}

}  // namespace
}  // namespace jangbu
