// Cells that print two measures, told by their heading or by a line over the table.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(TwoInACell, BracketsThatALineOverTheTableNames) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ('26. 1. 1. 기준, 단위 : 명, 정원(현원))
    | 구분 | 합계   | 4급  | 5급  |
    | ---- |
    | 합계 | 12(11) | 2(2) | 10(9) |
    | 가나과 | 7(6)  | 2(2) | 5(4) |
    | 다라과 | 5(5)  | -    | 5(5) |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=12 actual_headcount=11 직급별:4급:authorized_headcount=2 직급별:4급:actual_headcount=2 직급별:5급:authorized_headcount=10 직급별:5급:actual_headcount=9
    headcount item department [가나과] authorized_headcount=7 actual_headcount=6 직급별:4급:authorized_headcount=2 직급별:4급:actual_headcount=2 직급별:5급:authorized_headcount=5 직급별:5급:actual_headcount=4
    headcount item department [다라과] authorized_headcount=5 actual_headcount=5 직급별:4급:authorized_headcount=null 직급별:5급:authorized_headcount=5 직급별:5급:actual_headcount=5
  )");
}

TEST(TwoInACell, StrokesWithASignForNothing) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명, 정원/현원)
    | 부서   | 계   | 일반직 | 공무직 |
    | ---- |
    | 가나과 | 7/6  | 7/6    | -   |
    | 다라과 | 5/5  | 4/5    | 1/- |
  )")
                               .records),
              R"(
    headcount item department [가나과] authorized_headcount=7 actual_headcount=6 직종별:일반직:authorized_headcount=7 직종별:일반직:actual_headcount=6 직종별:공무직:authorized_headcount=null
    headcount item department [다라과] authorized_headcount=5 actual_headcount=5 직종별:일반직:authorized_headcount=4 직종별:일반직:actual_headcount=5 직종별:공무직:authorized_headcount=1 직종별:공무직:actual_headcount=null
  )");
}

// Money: 예산(집행) over every column.
TEST(TwoInACell, BudgetAndWhatWasSpentOfIt) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 집행현황
    [단위 : 백만원, 예산액(집행액)]
    | 구분   | 2024년   | 2025년   |
    | ---- |
    | 계     | 300(280) | 400(310) |
    | 가나사업 | 100(90) | 150(120) |
    | 다라사업 | 200(190) | 250(190) |
  )",
                                  2025)
                               .records),
              R"(
    budget total total [] prior_year_budget=300000000 budget_amount=400000000 execution=310000000 2024:execution:execution=280000000
    budget item program [가나사업] prior_year_budget=100000000 budget_amount=150000000 execution=120000000 2024:execution:execution=90000000
    budget item program [다라사업] prior_year_budget=200000000 budget_amount=250000000 execution=190000000 2024:execution:execution=190000000
  )");
}

// Without such a line the bracket says nothing by itself.
TEST(TwoInACell, ABracketThatNothingNamesGivesNoField) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 명)
    | 구분 | 합계   | 4급  | 5급  |
    | ---- |
    | 가나과 | 7(6)  | 2(2) | 5(4) |
    | 다라과 | 5(5)  | -    | 5(5) |
  )")
                               .records),
              R"(
)");
}

// One cell that prints a figure alone, and the column stays as it is.
TEST(TwoInACell, AFigureAloneAmongPairs) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 명, 정원(현원))
    | 구분 | 합계   | 4급  |
    | ---- |
    | 가나과 | 7(6)  | 2(2) |
    | 다라과 | 5     | 1(1) |
  )")
                               .records),
              R"x(
    headcount item department [가나과] 직급별:4급:authorized_headcount=2 직급별:4급:actual_headcount=2 {합계}="7(6)"
    headcount item department [다라과] 직급별:4급:authorized_headcount=1 직급별:4급:actual_headcount=1 {합계}="5"
  )x");
}

// A share in brackets behind each of two years: that of the year itself has a field, the other stays with its column.
TEST(TwoInACell, SharesOfTwoYears) {
  EXPECT_TEXT(record_lines(mapped(R"(
    2. 세입예산안(일반회계)  (단위: 백만원)
    | 재원별 | 2026 년 예산안 (구성비) | 2025 년 예산 (구성비) | 증감 |
    | ---- |
    | 합계 | 542 (100.0) | 516 (100.0) | 26 |
    | 지방세수입 | 380 (70.1) | 350 (67.8) | 30 |
    | 세외수입 | 162 (29.9) | 166 (32.2) | ▲4 |
  )",
                                  2026)
                               .records),
              R"x(
    revenue total total [] prior_year_budget=516000000 budget_amount=542000000 change_amount=26000000 composition_rate=1 {2025 년 예산 (구성비) ( )}="516 (100.0)"
    revenue item account [지방세수입] prior_year_budget=350000000 budget_amount=380000000 change_amount=30000000 composition_rate=0.701 {2025 년 예산 (구성비) ( )}="350 (67.8)"
    revenue item account [세외수입] prior_year_budget=166000000 budget_amount=162000000 change_amount=-4000000 composition_rate=0.299 {2025 년 예산 (구성비) ( )}="166 (32.2)"
  )x");
}

// Two rows of a table without rules that were read as one: no figure is of either, and all that is printed stays.
TEST(TwoInACell, RowsThatWereReadAsOne) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명 | 예산현액 | 지출액 | 이월액 |
    | ---- |
    | 가나 | 90 | 50 | 40 |
    | 다라⏎마바 | 60⏎30 | 50⏎20 | -⏎10 |
  )")
                               .records),
              R"(
    budget item program [가나] current_appropriation=90000000 payment=50000000 carry_over_out=40000000
    budget item program [다라 마바] current_appropriation=null payment=null carry_over_out=null {예산현액}="60⏎30" {지출액}="50⏎20" {이월액}="-⏎10"
  )");
  // One such cell is a figure and another one below it.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명 | 예산현액 | 지출액 |
    | ---- |
    | 가나 | 90 | 50 |
    | 다라 | 60⏎30 | 50 |
  )")
                               .records),
              R"(
    budget item program [가나] current_appropriation=90000000 payment=50000000
    budget item program [다라] current_appropriation=60000000 payment=50000000 {예산현액 ( )}="60⏎30"
  )");
}

}  // namespace
}  // namespace jangbu
