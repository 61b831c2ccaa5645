// What a column is by the columns that stand beside it.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// ---- 증감 beside 정원 and 현원 -------------------------------------------------------------------------------------------

TEST(ColumnsTogether, AChangeBesideHeadCountsIsTheirVariance) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 정원 | 현원 | 증감 |
    | ---- |
    | 계     | 100  | 95   | △5   |
    | 가나과 | 60   | 60   | -    |
    | 다라과 | 40   | 35   | △5   |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=100 actual_headcount=95 headcount_variance=-5
    headcount item department [가나과] authorized_headcount=60 actual_headcount=60 headcount_variance=null
    headcount item department [다라과] authorized_headcount=40 actual_headcount=35 headcount_variance=-5
  )");
  // One row.
  EXPECT_EQ(record_line(mapped("| 정원 | 현원 | 차이 |\n| --- |\n| 90 | 92 | 2 |\n").records.at(0)),
            "headcount item category [] authorized_headcount=90 actual_headcount=92 headcount_variance=2");
  // Grades as columns, the whole last.
  EXPECT_EQ(record_line(mapped(R"(
    | 구분 | 4급 | 5급 | 합계 |
    | ---- |
    | 정원 | 2   | 9   | 11   |
    | 현원 | 2   | 7   | 9    |
    | 증감 | -   | △2  | △2   |
  )")
                            .records.at(0)),
            "headcount total total [] authorized_headcount=11 actual_headcount=9 headcount_variance=-2 직급별:4급:authorized_headcount=2 "
            "직급별:4급:actual_headcount=2 직급별:4급:headcount_variance=null 직급별:5급:authorized_headcount=9 "
            "직급별:5급:actual_headcount=7 직급별:5급:headcount_variance=-2");
  // Offices as columns, each with its own.
  EXPECT_EQ(record_line(mapped(R"(
    | 구분   | 본청 | <    | <    | 사업소 | <    | <    |
    | ^      | 정원 | 현원 | 증감 | 정원   | 현원 | 증감 |
    | ---- |
    | 일반직 | 40   | 38   | △2   | 9      | 10   | 1    |
  )")
                            .records.at(0)),
            "headcount item class [일반직] 소속별:본청:authorized_headcount=40 소속별:본청:actual_headcount=38 "
            "소속별:본청:headcount_variance=-2 소속별:사업소:authorized_headcount=9 소속별:사업소:actual_headcount=10 "
            "소속별:사업소:headcount_variance=1");
}

TEST(ColumnsTogether, AChangeOfSomethingElseIsNoVariance) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 정원 | 현원 | 증감 |
    | ---- |
    | 가나과 | 60   | 58   | △2   |
    | 다라과 | 40   | 37   | 4    |
  )")
                               .records),
              R"(
    headcount item department [가나과] authorized_headcount=60 actual_headcount=58 {증감}="△2"
    headcount item department [다라과] authorized_headcount=40 actual_headcount=37 {증감}="4"
  )");
}

// ---- one heading over a change and its rate ---------------------------------------------------------------------------------

TEST(ColumnsTogether, TheRateBelowAChange) {
  constexpr const char* kBudget = R"(
    budget total total [] prior_year_budget=1000000000 budget_amount=1100000000 change_amount=100000000 change_rate=0.1
    budget item department [가나과] prior_year_budget=600000000 budget_amount=650000000 change_amount=50000000 change_rate=0.083
    budget item department [다라과] prior_year_budget=400000000 budget_amount=450000000 change_amount=50000000 change_rate=0.125
  )";
  const auto below = [](const std::string& headings) {
    return record_lines(mapped("○ 예산 현황 (단위: 백만원)\n| 부서명 | 2020년 | 2021년 | 증감 | < |\n" + headings + R"(| --- |
| 합계 | 1,000 | 1,100 | 100 | 10.0 |
| 가나과 | 600 | 650 | 50 | 8.3 |
| 다라과 | 400 | 450 | 50 | 12.5 |
)")
                            .records);
  };
  EXPECT_TEXT(below("| ^ | ^ | ^ | 금액 | % |\n"), kBudget);
  EXPECT_TEXT(below("| ^ | ^ | ^ | 금액 | 율 |\n"), kBudget);
  EXPECT_TEXT(below("| ^ | ^ | ^ | 액 | 률(%) |\n"), kBudget);
  EXPECT_TEXT(below(""), kBudget);  // nothing but the figures tells the two apart
}

TEST(ColumnsTogether, TheRateBehindAChangeOverMergedCells) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 예산 현황 (단위: 백만원)
    | 부서명 | 2020년(A) | 2021년(B) | 증감(B-A) | < |      |
    | ^      | ^         | ^         | ^         | < | %    |
    | ---- |
    | 가나과 | 600       | 650       | 50        | < | 8.3  |
    | 다라과 | 400       | 450       | 50        | < | 12.5 |
  )")
                               .records),
              R"(
    budget item department [가나과] prior_year_budget=600000000 budget_amount=650000000 change_amount=50000000 change_rate=0.083
    budget item department [다라과] prior_year_budget=400000000 budget_amount=450000000 change_amount=50000000 change_rate=0.125
  )");
}

TEST(ColumnsTogether, TwoChangesThatFiguresDoNotTellApartAreNone) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 예산 현황 (단위: 백만원)
    | 부서명 | 2020년 | 2021년 | 증감 | < |
    | ---- |
    | 가나과 | 600    | 650    | 50   | 77 |
    | 다라과 | 400    | 450    | 50   | 88 |
  )")
                               .records),
              R"(
    budget item department [가나과] prior_year_budget=600000000 budget_amount=650000000 {증감}="50" {증감}="77"
    budget item department [다라과] prior_year_budget=400000000 budget_amount=450000000 {증감}="50" {증감}="88"
  )");
}

TEST(ColumnsTogether, AColumnThatTheHeaderLeftOutIsNothing) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 예산 현황 (단위: 백만원)
    | 부서명 | 2021년 |    |
    | ---- |
    | 가나과 | 650    | 77 |
    | 다라과 | 450    | 88 |
  )")
                               .records),
              R"(
    budget item department [가나과] budget_amount=650000000 {column 2}="77"
    budget item department [다라과] budget_amount=450000000 {column 2}="88"
  )");
}

// ---- a project's cost and the year's budget -----------------------------------------------------------------------------

TEST(ColumnsTogether, TheYearsBudgetWithinAProjectsCostIsNoBudgetOfItsOwn) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명    | 총사업비 | 기투자 | 2021년 본예산 | 향후  |
    | ---- |
    | 가로 정비 | 1,000    | 300    | 250           | 450   |
    | 나루 공원 | 2,000    | 500    | 300           | 1,200 |
  )")
                               .records),
              R"(
    project_cost item source [가로 정비] total_project_cost=1000000000 invested_to_date=300000000 remaining_cost=450000000 2021:budget:project_cost=250000000
    project_cost item source [나루 공원] total_project_cost=2000000000 invested_to_date=500000000 remaining_cost=1200000000 2021:budget:project_cost=300000000
  )");
  EXPECT_EQ(record_line(mapped(R"(
    (단위: 백만원)
    | 사업명    | 총사업비 | 기투자 | 2021년 | <    | <    | 향후 |
    | ^         | ^        | ^      | 본예산 | 추경 | 증감 | ^    |
    | ---- |
    | 가로 정비 | 1,000    | 300    | 200    | 250  | 50   | 450  |
  )")
                            .records.at(0)),
            "project_cost item source [가로 정비] total_project_cost=1000000000 invested_to_date=300000000 remaining_cost=450000000 "
            "2021:original:project_cost=200000000 2021:supplementary:project_cost=250000000 {2021년 / 증감}=\"50\"");
  // Without a year: of the table's own, if no change says that it is not the last word.
  EXPECT_EQ(record_line(mapped(R"(
    (단위: 백만원)
    | 사업명    | 총사업비 | 기투자 | 예산액 | 향후 |
    | ---- |
    | 가로 정비 | 1,000    | 300    | 250    | 450  |
  )")
                            .records.at(0)),
            "project_cost item source [가로 정비] total_project_cost=1000000000 invested_to_date=300000000 remaining_cost=450000000 "
            "2021:budget:project_cost=250000000");
  EXPECT_EQ(record_line(mapped(R"(
    (단위: 백만원)
    | 사업명    | 총사업비 | 기투자 | 본예산 | 증감 | 향후 |
    | ---- |
    | 가로 정비 | 1,000    | 300    | 200    | 50   | 450  |
  )")
                            .records.at(0)),
            "project_cost item source [가로 정비] total_project_cost=1000000000 invested_to_date=300000000 remaining_cost=450000000 "
            "{본예산}=\"200\" {증감}=\"50\"");
}

// ---- rates without a year -------------------------------------------------------------------------------------------------

TEST(ColumnsTogether, ARateIsOfTheYearOfItsFigure) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 성과지표  | 2020년 목표 | 2020년 실적 | 달성률 | 2021년 목표 |
    | ---- |
    | 처리율(%) | 90          | 93          | 103.3% | 95          |
  )")
                               .records),
              R"(
    indicator item indicator [처리율(%)] target=95 prior_year_result=93 prior_year_target=90 prior_year_achievement_rate=1.033
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    | 성과지표  | 목표 | 실적 | 달성률 |
    | ---- |
    | 처리율(%) | 90   | 93   | 103.3% |
  )")
                               .records),
              R"(
    indicator item indicator [처리율(%)] target=90 result=93 achievement_rate=1.033
  )");
  // A budget has no field for it.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명 | 2020년 예산액 | 2020년 집행액 | 집행률 | 2021년 예산액 |
    | ---- |
    | 교육   | 400           | 200           | 50.0%  | 500           |
  )")
                               .records),
              R"(
    budget item program [교육] prior_year_budget=400000000 budget_amount=500000000 2020:execution:execution=200000000 {집행률}="50.0%"
  )");
}

// 비율 behind the parts of an amount is the amount's share of the whole, where the figures say so; else nobody knows of what.
TEST(ColumnsTogether, AShareBehindTheParts) {
  const auto table = [](const char* first, const char* second) {
    return record_lines(mapped(std::string(R"(
    □ 2021년 세출예산(재원별)
    (단위: 천원)
    | 구분   | 예산액 | 국비 | 도비 | 자체 | 비율(%) |
    | ---- |
    | 합계   | 1,000 | 500 | 200 | 300 | 100.0 |
    | 가사업 | 600 | 350 | 100 | 150 | )") +
                               first + " |\n    | 나사업 | 400 | 150 | 100 | 150 | " + second + " |\n")
                            .records);
  };
  EXPECT_NE(table("60.0", "40.0").find("[가사업] budget_amount=600000 composition_rate=0.6 "), std::string::npos) << table("60.0", "40.0");
  EXPECT_EQ(table("70.0", "30.0").find("composition_rate"), std::string::npos);  // of 국비
  EXPECT_EQ(table("58.3", "37.5").find("composition_rate"), std::string::npos);
  // Behind a rate of something else.
  EXPECT_NE(record_lines(mapped(R"(
    □ 2021년 세입결산 현황
    (단위: 백만원)
    | 재원별 | 징수결정액(A) | 실제수납액(B) | 미수납액(A-B) | 징수율(B/A) | 비율 |
    | ---- |
    | 합계       | 1,050 | 1,000 | 50 | 95.2 | 100.0 |
    | 지방세수입 | 440   | 400   | 40 | 90.9 | 40.0  |
    | 세외수입   | 610   | 600   | 10 | 98.4 | 60.0  |
  )")
                             .records)
                .find("composition_rate=0.4 "),
            std::string::npos);
}

}  // namespace
}  // namespace jangbu
