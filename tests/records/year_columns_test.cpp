// Years side by side: fields of one record, or a record for each.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

std::string with_years(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) out += std::to_string(record.fiscal_year.value_or(0)) + " " + record_line(record) + "\n";
  return out;
}

TEST(YearColumns, AGroupOfColumnsAYear) {
  EXPECT_TEXT(with_years(mapped(R"(
    (단위: 백만원)
    | 구분 | 2020년 | <      | 2021년 | <      |
    | ^    | 예산액 | 집행액 | 예산액 | 집행액 |
    | ---- |
    | 합계 | 300    | 290    | 400    | 120    |
    | 교육 | 100    | 95     | 150    | 50     |
    | 상담 | 200    | 195    | 250    | 70     |
  )").records), R"(
    2020 budget total total [] budget_amount=300000000 execution=290000000
    2020 budget item program [교육] budget_amount=100000000 execution=95000000
    2020 budget item program [상담] budget_amount=200000000 execution=195000000
    2021 budget total total [] budget_amount=400000000 execution=120000000
    2021 budget item program [교육] budget_amount=150000000 execution=50000000
    2021 budget item program [상담] budget_amount=250000000 execution=70000000
  )");
}

TEST(YearColumns, ThisYearAndLastAreFieldsOfOneRecord) {
  EXPECT_TEXT(with_years(mapped(R"(
    (단위: 백만원)
    | 구분 | 2020년 | 2021년 | 증감 | <      |
    | ^    | 예산액 | 예산액 | 금액 | 비율   |
    | ---- |
    | 교육 | 100    | 150    | 50   | 50.0%  |
    | 상담 | 200    | 250    | 50   | 25.0%  |
  )").records), R"(
    2021 budget item program [교육] prior_year_budget=100000000 budget_amount=150000000 change_amount=50000000 change_rate=0.5
    2021 budget item program [상담] prior_year_budget=200000000 budget_amount=250000000 change_amount=50000000 change_rate=0.25
  )");
}

TEST(YearColumns, YearsAsColumns) {
  EXPECT_TEXT(with_years(mapped(R"(
    □ 연도별 예산 현황 (단위: 백만원)
    | 구분 | 2019년 | 2020년 | 2021년 |
    | ---- |
    | 교육 | 80     | 100    | 150    |
    | 상담 | 190    | 200    | 250    |
  )").records), R"(
    2019 budget item program [교육] budget_amount=80000000
    2019 budget item program [상담] budget_amount=190000000
    2020 budget item program [교육] budget_amount=100000000
    2020 budget item program [상담] budget_amount=200000000
    2021 budget item program [교육] prior_year_budget=100000000 budget_amount=150000000
    2021 budget item program [상담] prior_year_budget=200000000 budget_amount=250000000
  )");
}

TEST(YearColumns, YearsAsRowsOrAsColumnsOfASidewaysTable) {
  constexpr const char* kYears = R"(
    2019 headcount item category [2019년] authorized_headcount=40 actual_headcount=38
    2020 headcount item category [2020년] authorized_headcount=46 actual_headcount=43
  )";
  EXPECT_TEXT(with_years(mapped("| 구분 | 정원 | 현원 |\n| --- |\n| 2019년 | 40 | 38 |\n| 2020년 | 46 | 43 |\n").records), kYears);
  EXPECT_TEXT(with_years(mapped("| 구분 | 2019년 | 2020년 |\n| --- |\n| 정원 | 40 | 46 |\n| 현원 | 38 | 43 |\n").records), kYears);
}

}  // namespace
}  // namespace jangbu
