// One and the same thing whichever way round it is printed: the records must not show which.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// ---- head counts of two offices ----------------------------------------------------------------------------------------

constexpr const char* kTwoOffices = R"(
  headcount total total [] authorized_headcount=46 actual_headcount=43 headcount_variance=-3
  headcount item department [가나과] authorized_headcount=22 actual_headcount=22 headcount_variance=0
  headcount item department [다라과] authorized_headcount=24 actual_headcount=21 headcount_variance=-3
)";

TEST(TableViews, UnitsAsRows) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 정원 | 현원 | 과부족 |
    | ---- |
    | 합계   | 46   | 43   | △3     |
    | 가나과 | 22   | 22   | 0      |
    | 다라과 | 24   | 21   | △3     |
  )")
                               .records),
              kTwoOffices);
}

TEST(TableViews, UnitsAsColumns) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 합계 | 가나과 | 다라과 |
    | ---- |
    | 정원   | 46   | 22     | 24     |
    | 현원   | 43   | 22     | 21     |
    | 과부족 | △3   | 0      | △3     |
  )")
                               .records),
              kTwoOffices);
}

TEST(TableViews, MeasuresAsRowsInsideOfUnits) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 구분   | 인원 |
    | ---- |
    | 합계   | 정원   | 46   |
    | ^      | 현원   | 43   |
    | ^      | 과부족 | △3   |
    | 가나과 | 정원   | 22   |
    | ^      | 현원   | 22   |
    | ^      | 과부족 | 0    |
    | 다라과 | 정원   | 24   |
    | ^      | 현원   | 21   |
    | ^      | 과부족 | △3   |
  )")
                               .records),
              kTwoOffices);
}

TEST(TableViews, MeasuresAsRowsWhoseUnitIsPrintedOnce) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 구분   | 인원 |
    | ---- |
    | 합계   | 정원   | 46   |
    |        | 현원   | 43   |
    |        | 과부족 | △3   |
    | 가나과 | 정원   | 22   |
    |        | 현원   | 22   |
    |        | 과부족 | 0    |
    | 다라과 | 정원   | 24   |
    |        | 현원   | 21   |
    |        | 과부족 | △3   |
  )")
                               .records),
              kTwoOffices);
}

TEST(TableViews, AHeaderInTheMiddleIsNoRow) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 정원 | 현원 | 과부족 |
    | ---- |
    | 합계   | 46   | 43   | △3     |
    | 가나과 | 22   | 22   | 0      |
    | 구 분  | 정원 | 현원 | 과부족 |
    | 다라과 | 24   | 21   | △3     |
  )")
                               .records),
              kTwoOffices);
}

// ---- two halves side by side -------------------------------------------------------------------------------------------

constexpr const char* kGrades = R"(
  headcount item grade [서기관] authorized_headcount=1 actual_headcount=1 headcount_variance=null
  headcount item grade [행정사무관] authorized_headcount=4 actual_headcount=3 headcount_variance=-1
  headcount item grade [행정주사] authorized_headcount=9 actual_headcount=9 headcount_variance=null
  headcount item grade [행정서기] authorized_headcount=5 actual_headcount=7 headcount_variance=2
  headcount total total [] authorized_headcount=19 actual_headcount=20 headcount_variance=1
)";

std::string sorted_lines(const std::vector<Record>& records) {
  std::vector<std::string> lines;
  for (const Record& record : records) lines.push_back(record_line(record));
  std::sort(lines.begin(), lines.end());
  return joined(lines, "\n");
}

TEST(TableViews, HalvesSideBySideAreOneTable) {
  const Mapped halves = mapped(R"(
    | 직 급 별   | 정원 | 현원 | 과부족 | 직 급 별 | 정원 | 현원 | 과부족 |
    | ---- |
    | 서기관     | 1    | 1    |        | 행정주사 | 9    | 9    |        |
    | 행정사무관 | 4    | 3    | △1     | 행정서기 | 5    | 7    | 2      |
    | 총계       | <    | <    | <      | <        | 19   | 20   | 1      |
  )");
  const Mapped one = mapped(R"(
    | 직급별     | 정원 | 현원 | 과부족 |
    | ---- |
    | 서기관     | 1    | 1    |        |
    | 행정사무관 | 4    | 3    | △1     |
    | 행정주사   | 9    | 9    |        |
    | 행정서기   | 5    | 7    | 2      |
    | 총계       | 19   | 20   | 1      |
  )");
  EXPECT_TEXT(record_lines(one.records), kGrades);
  EXPECT_TEXT(record_lines(halves.records), kGrades);
  // A value says where it was printed.
  const Figure* value = halves.records[3].find("actual_headcount");
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(value->place.row, 2);
  EXPECT_EQ(value->place.column, 6);
  for (const Record& record : halves.records) {
    if (record.role != RowRole::kTotal) {
      EXPECT_EQ(record.parent, 4);
    }
  }
}

TEST(TableViews, TwoKindsSideBySide) {
  const Mapped m = mapped(R"(
    (단위: 백만원, 명)
    | 부서   | 정원 | 현원 | 부서   | 예산액 | 집행액 |
    | ---- |
    | 가나과 | 22   | 22   | 가나과 | 1,200  | 700    |
    | 다라과 | 24   | 21   | 다라과 | 800    | 750    |
  )");
  EXPECT_EQ(sorted_lines(m.records),
            "budget item department [가나과] budget_amount=1200000000 execution=700000000\n"
            "budget item department [다라과] budget_amount=800000000 execution=750000000\n"
            "headcount item department [가나과] authorized_headcount=22 actual_headcount=22\n"
            "headcount item department [다라과] authorized_headcount=24 actual_headcount=21");
}

TEST(TableViews, AWideTableBelowItself) {
  // Grades as columns, wrapped below a second header.
  const Mapped m = mapped(R"(
    | 구분 | 계 | 3급 | 4급 | 5급 |
    | ---- |
    | 정원 | 60 | 1   | 5   | 14  |
    | 현원 | 58 | 1   | 5   | 12  |
    | 구분 | 6급 | 7급 | 8급 | 9급 |
    | 정원 | 20  | 12  | 6   | 2   |
    | 현원 | 20  | 11  | 7   | 2   |
  )");
  ASSERT_EQ(m.records.size(), 1u);
  const Record& record = m.records.front();
  EXPECT_EQ(record.find("authorized_headcount")->value->whole(), 60);
  EXPECT_EQ(record.find("actual_headcount")->value->whole(), 58);
  ASSERT_EQ(record.breakdown.size(), 14u);
  EXPECT_EQ(record.breakdown[0].member, "3급");
  EXPECT_EQ(record.breakdown[13].member, "9급");
  EXPECT_EQ(record.breakdown[13].field, "actual_headcount");
}

// ---- costs of projects by year and source ---------------------------------------------------------------------------------

constexpr const char* kTwoRoads = R"(
  project_cost total total [] 2020:plan:project_cost=300000000 2021:plan:project_cost=250000000
  project_cost item source [국비] 2020:plan:project_cost=200000000 2021:plan:project_cost=150000000
  project_cost item source [시비] 2020:plan:project_cost=100000000 2021:plan:project_cost=100000000
  project_cost total total [] 2020:plan:project_cost=500000000 2021:plan:project_cost=600000000
  project_cost item source [국비] 2020:plan:project_cost=300000000 2021:plan:project_cost=300000000
  project_cost item source [시비] 2020:plan:project_cost=200000000 2021:plan:project_cost=300000000
)";

TEST(TableViews, SourcesAsRowsOfProjects) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 투자계획 (단위: 백만원)
    | 사업명 | 재원 | 2020년 | 2021년 |
    | ---- |
    | 가길   | 계   | 300    | 250    |
    | ^      | 국비 | 200    | 150    |
    | ^      | 시비 | 100    | 100    |
    | 나길   | 계   | 500    | 600    |
    | ^      | 국비 | 300    | 300    |
    | ^      | 시비 | 200    | 300    |
  )")
                               .records),
              kTwoRoads);
}

TEST(TableViews, YearsAsRowsOfProjects) {
  const Mapped m = mapped(R"(
    ○ 투자계획 (단위: 백만원)
    | 사업명 | 연도 | 계  | 국비 | 시비 |
    | ---- |
    | 가길   | 2020 | 300 | 200  | 100  |
    | ^      | 2021 | 250 | 150  | 100  |
    | 나길   | 2020 | 500 | 300  | 200  |
    | ^      | 2021 | 600 | 300  | 300  |
  )");
  EXPECT_TEXT(record_lines(m.records), kTwoRoads);
  ASSERT_EQ(m.records.size(), 6u);
  EXPECT_EQ(m.records[2].project, "가길");
  EXPECT_EQ(m.records[3].project, "나길");
}

TEST(TableViews, RowsOfAProjectThatNothingNamesAreNobodys) {
  EXPECT_TRUE(mapped(R"(
    ○ 투자계획 (단위: 백만원)
    | 사업명 | 연도 | 계  | 국비 | 시비 |
    | ---- |
    |        | 2020 | 300 | 200  | 100  |
    | 가길   | 2021 | 250 | 150  | 100  |
    |        | 2020 | 500 | 300  | 200  |
    | 나길   | 2021 | 600 | 300  | 300  |
  )")
                  .records.empty());
}

TEST(TableViews, StagesAsRowsOfProjects) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명 | 구분     | 계  | 국비 | 시비 |
    | ---- |
    | 가길   | 총사업비 | 600 | 300  | 300  |
    | ^      | 기투자   | 200 | 100  | 100  |
    | ^      | 2021년   | 300 | 150  | 150  |
    | ^      | 향후     | 100 | 50   | 50   |
  )")
                               .records),
              R"(
    project_cost total total [] total_project_cost=600000000 invested_to_date=200000000 remaining_cost=100000000 2021:plan:project_cost=300000000
    project_cost item source [국비] total_project_cost=300000000 invested_to_date=100000000 remaining_cost=50000000 2021:plan:project_cost=150000000
    project_cost item source [시비] total_project_cost=300000000 invested_to_date=100000000 remaining_cost=50000000 2021:plan:project_cost=150000000
  )");
}

// Houses over 정원 | 현원, and kinds of staff as rows: one record a house.
TEST(UnitsAsRows, HousesOverTheirMeasures) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분   | 합계 | <    | 본원 | <    | 동부분원 | < |
    | ^      | 정원 | 현원 | 정원 | 현원 | 정원 | 현원 |
    | ---- |
    | 계     | 30   | 27   | 20   | 18   | 10   | 9 |
    | 의사직 | 12   | 10   | 8    | 7    | 4    | 3 |
    | 간호직 | 18   | 17   | 12   | 11   | 6    | 6 |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=30 actual_headcount=27 직종별:의사직:authorized_headcount=12 직종별:의사직:actual_headcount=10 직종별:간호직:authorized_headcount=18 직종별:간호직:actual_headcount=17
    headcount item department [본원] authorized_headcount=20 actual_headcount=18 직종별:의사직:authorized_headcount=8 직종별:의사직:actual_headcount=7 직종별:간호직:authorized_headcount=12 직종별:간호직:actual_headcount=11
    headcount item department [동부분원] authorized_headcount=10 actual_headcount=9 직종별:의사직:authorized_headcount=4 직종별:의사직:actual_headcount=3 직종별:간호직:authorized_headcount=6 직종별:간호직:actual_headcount=6
  )");
}

// A kind that no list knows is one of them where the sums say so.
TEST(UnitsAsRows, AKindThatTheSumsProve) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 직종   | 합계 | <    | 가나도서관 | <    | 다라도서관 | < |
    | ^      | 정원 | 현원 | 정원 | 현원 | 정원 | 현원 |
    | ---- |
    | 별의별 | 12   | 10   | 8    | 7    | 4    | 3 |
    | 사서직 | 18   | 17   | 12   | 11   | 6    | 6 |
    | 합계   | 30   | 27   | 20   | 18   | 10   | 9 |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=30 actual_headcount=27 직종별:별의별:authorized_headcount=12 직종별:별의별:actual_headcount=10 직종별:사서직:authorized_headcount=18 직종별:사서직:actual_headcount=17
    headcount item department [가나도서관] authorized_headcount=20 actual_headcount=18 직종별:별의별:authorized_headcount=8 직종별:별의별:actual_headcount=7 직종별:사서직:authorized_headcount=12 직종별:사서직:actual_headcount=11
    headcount item department [다라도서관] authorized_headcount=10 actual_headcount=9 직종별:별의별:authorized_headcount=4 직종별:별의별:actual_headcount=3 직종별:사서직:authorized_headcount=6 직종별:사서직:actual_headcount=6
  )");
}

// Departments as rows below unknown kinds stay what they are: rows.
TEST(UnitsAsRows, DepartmentsAsRowsStayRows) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 부서   | 합계 | <    | 갑형 | <    | 을형 | < |
    | ^      | 정원 | 현원 | 정원 | 현원 | 정원 | 현원 |
    | ---- |
    | 가나과 | 12   | 10   | 8    | 7    | 4    | 3 |
    | 다라과 | 18   | 17   | 12   | 11   | 6    | 6 |
  )")
                               .records),
              R"(
    headcount item department [가나과] authorized_headcount=12 actual_headcount=10 {갑형 / 정원}="8" {갑형 / 현원}="7" {을형 / 정원}="4" {을형 / 현원}="3"
    headcount item department [다라과] authorized_headcount=18 actual_headcount=17 {갑형 / 정원}="12" {갑형 / 현원}="11" {을형 / 정원}="6" {을형 / 현원}="6"
  )");
}

// Money: sources as rows below offices.
TEST(UnitsAsRows, SourcesBelowOffices) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 집행현황 (단위: 백만원)
    | 구분   | 합계 | <    | 가나과 | <    | 다라과 | < |
    | ^      | 예산액 | 집행액 | 예산액 | 집행액 | 예산액 | 집행액 |
    | ---- |
    | 계     | 30   | 27   | 20   | 18   | 10   | 9 |
    | 국비 | 12   | 10   | 8    | 7    | 4    | 3 |
    | 시비 | 18   | 17   | 12   | 11   | 6    | 6 |
  )")
                               .records),
              R"(
    budget total total [] budget_amount=30000000 execution=27000000 central_government_share=12000000 city_share=18000000 {국비 / 집행액}="10" {시비 / 집행액}="17"
    budget item department [가나과] budget_amount=20000000 execution=18000000 central_government_share=8000000 city_share=12000000 {국비 / 집행액}="7" {시비 / 집행액}="11"
    budget item department [다라과] budget_amount=10000000 execution=9000000 central_government_share=4000000 city_share=6000000 {국비 / 집행액}="3" {시비 / 집행액}="6"
  )");
}

// Any heading over labels, where both halves have all headings in common.
TEST(SideBySide, WhateverTheRowsAreCalled) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 명)
    | 관서   | 정원 | 현원 | 과부족 | 관서 | 정원 | 현원 | 과부족 |
    | ---- |
    | 총계   | 500  | 490 | △10 | 바다소방서 | 200 | 200 | 0 |
    | 본부   | 100  | 105 | 5 | 너른들소방서 | 150 | 140 | △10 |
    | 특수대응단 | 50   | 45 | △5 | | | | |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=500 actual_headcount=490 headcount_variance=-10
    headcount item category [본부] authorized_headcount=100 actual_headcount=105 headcount_variance=5
    headcount item category [특수대응단] authorized_headcount=50 actual_headcount=45 headcount_variance=-5
    headcount item category [바다소방서] authorized_headcount=200 actual_headcount=200 headcount_variance=0
    headcount item category [너른들소방서] authorized_headcount=150 actual_headcount=140 headcount_variance=-10
  )");
}

// 수입 beside all rows is the side that they are of; among them parts stand below their sums.
TEST(SidesBesideRows, SumsStandAboveTheirParts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 억원)
    | 구 분 | < | ’20예산(A) | ’21예산(B) | 증감(B-A) |
    | ---- |
    | 수입 | 합 계 | 279.8 | 291.6 | 11.8 |
    | ^ | 출연금 | 198.6 | 213.4 | 14.8 |
    | ^ | 기관운영 | 80.1 | 84.2 | 4.1 |
    | ^ | 사업출연 | 118.5 | 129.2 | 10.7 |
    | ^ | 자체수입 | 81.2 | 78.2 | △3 |
    | 지출 | 인건비 | 68.3 | 71.6 | 3.3 |
    | ^ | 사업비 | 211.5 | 220 | 8.5 |
    | ^ | 합 계 | 279.8 | 291.6 | 11.8 |
  )")
                               .records),
              R"(
    revenue total total [] prior_year_budget=27980000000 budget_amount=29160000000 change_amount=1180000000
    revenue subtotal category [출연금] prior_year_budget=19860000000 budget_amount=21340000000 change_amount=1480000000
    revenue item account [출연금 > 기관운영] prior_year_budget=8010000000 budget_amount=8420000000 change_amount=410000000
    revenue item account [출연금 > 사업출연] prior_year_budget=11850000000 budget_amount=12920000000 change_amount=1070000000
    revenue item account [자체수입] prior_year_budget=8120000000 budget_amount=7820000000 change_amount=-300000000
    budget item program [인건비] prior_year_budget=6830000000 budget_amount=7160000000 change_amount=330000000
    budget item program [사업비] prior_year_budget=21150000000 budget_amount=22000000000 change_amount=850000000
    budget total total [] prior_year_budget=27980000000 budget_amount=29160000000 change_amount=1180000000
  )");
}

}  // namespace
}  // namespace jangbu
