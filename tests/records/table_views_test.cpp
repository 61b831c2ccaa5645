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

}  // namespace
}  // namespace jangbu
