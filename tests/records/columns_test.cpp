#include "records/columns.h"

#include <gtest/gtest.h>

#include "built_in.h"
#include "drawn_table.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// "예산현액=current_appropriation, …"; `?` where no field was found, `/` before a member, `*` behind one proved by arithmetic, `~` by layout.
std::string fields(std::string_view drawing, std::string_view type = "budget", std::optional<int> year = 2021, bool sideways = false,
                   std::string title = "예산현황") {
  const Table table = drawing::drawn_table(drawing);
  const GridView view(table, sideways);
  PrintedColumns printed(view);
  HeaderMeanings meanings(built_in_profile(type), year);
  const ColumnReading reading = read_columns(printed, built_in_profile(type), {year, {std::move(title)}, {}}, meanings);
  if (reading.score <= 0) return "none";
  std::string out;
  for (const Column& column : reading.columns) {
    out += (out.empty() ? "" : " ") + (column.field ? column.field->name : std::string("?"));
    if (!column.member.empty()) out += "/" + column.member;
    if (column.field) out += column.proof == Proof::kHeader ? "" : column.proof == Proof::kIdentity ? "*" : "~";
  }
  return out;
}

TEST(Columns, ByTheirHeaders) {
  EXPECT_EQ(fields(R"(
    | 사업명 | 예산현액 | 집행액   | <      | 집행률   | <      | ’21년말 집행예상액 | <      |
    | ^      | ^        | 원인행위 | 지출액 | 원인행위 | 지출액 | 예상액             | 집행률 |
    | ------ |
    | 운영   | 1,000    | 800      | 500    | 80.0%    | 50.0%  | 950                | 95.0%  |
  )"), "current_appropriation commitment payment commitment_rate payment_rate projected_execution projected_execution_rate");
}

TEST(Columns, ThisYearAndLast) {
  constexpr const char* kTable = R"(
    | 구분 | ’20년 예산 | ’21년 예산 | 증감 | <      |
    | ^    | ^          | ^          | 금액 | 증감률 |
    | ---- |
    | 가   | 1,000      | 1,200      | 200  | 20.0%  |
  )";
  EXPECT_EQ(fields(kTable), "prior_year_budget budget_amount change_amount change_rate");
  EXPECT_EQ(fields(kTable, "budget", 2020).substr(0, 29), "budget_amount ? change_amount");
}

TEST(Columns, VariantsOfOneHeader) {
  for (const char* header : {"집행률", "집행율", "집 행 률", "집행률(%)", "집행<br>률", "집행률⏎(%)", "’21년 집행률"}) {
    EXPECT_EQ(fields("| 구분 | 예산현액 | 집행액 | " + std::string(header) + " |\n| --- |\n| 가 | 1,000 | 500 | 50.0% |\n"),
              "current_appropriation execution execution_rate")
        << header;
  }
}

TEST(Columns, ARateIsNoAmount) {
  // 지출 under 집행액 is money, under 집행률 a share, and without a parent the cells tell.
  EXPECT_EQ(fields("| 구분 | 예산현액 | 지출 |\n| --- |\n| 가 | 1,000 | 500 |\n"), "current_appropriation payment");
  EXPECT_EQ(fields("| 구분 | 예산현액 | 지출 |\n| --- |\n| 가 | 1,000 | 50.0% |\n"), "current_appropriation payment_rate");
  EXPECT_EQ(fields("| 구분 | 예산현액 | 집행률 |\n| --- |\n| 가 | 1,000 | 500,000 |\n"), "current_appropriation ?");
}

TEST(Columns, RatesWithoutASignAreToldByTheHeader) {
  EXPECT_EQ(fields("| 구분 | 예산현액 | 집행액 | 집행률(%) |\n| --- |\n| 가 | 1,000 | 500 | 50.0 |\n"),
            "current_appropriation execution execution_rate");
}

TEST(Columns, DamagedHeadersAreProvedByArithmetic) {
  EXPECT_EQ(fields(R"(
    | 구 분 | '18년 | '10I= | 증감  | 증감률 |
    | ---- |
    | 합계 | 22,142 | 19,618 | △2,524 | △11.4% |
    | 가   | 19,490 | 16,628 | △2,862 | △14.7% |
    | 나   | 1,757  | 1,520  | △237   | △13.5% |
    | 다   | 895    | 1,470  | 575    | 64.2%  |
  )", "budget", 2019), "prior_year_budget budget_amount* change_amount change_rate");
}

TEST(Columns, HeadersBeyondReadingAreTakenInTheUsualOrderWhereTheFiguresAgree) {
  EXPECT_EQ(fields(R"(
    | 사업명 | 예산현액 | 집항l액  | <      | 집형넁률 | <      | '19년말 집행예상액 | <      |
    | ^      | ^        | 원인행위 | 지출액 | 원인행위 | 지출액 | 예상액             | 집행률 |
    | ------ |
    | 조성   | 7,667,003 | 5,485,025 | 557,730 | 71.5% | 7.3% | 7,667,003 | 100% |
  )", "budget", 2019), "current_appropriation commitment payment commitment_rate payment_rate projected_execution projected_execution_rate");
}

TEST(Columns, WhatNothingProvesIsLeftOpen) {
  EXPECT_EQ(fields(R"(
    | 구분 | 예산현액 | 가나 | 다라 |
    | ---- |
    | 합계 | 22,142   | 11   | 400  |
    | 가   | 19,490   | 7    | 250  |
    | 나   | 2,652    | 4    | 150  |
  )"), "current_appropriation ? ?");
}

TEST(Columns, TwoAnswersThatFitEquallyAreNoProof) {
  // Either of the two unread columns could be the change.
  EXPECT_EQ(fields(R"(
    | 구분 | ’20년 예산 | ’21년 예산 | 가 | 나 |
    | ---- |
    | 합계 | 1,000 | 1,200 | 200 | 200 |
    | 갑   | 600   | 700   | 100 | 100 |
    | 을   | 400   | 500   | 100 | 100 |
  )"), "prior_year_budget budget_amount ? ?");
}

TEST(Columns, ATableOfOtherThingsIsNotRead) {
  EXPECT_EQ(fields("| 부서 | 주요업무 |\n| --- |\n| 가과 | 교육 |\n"), "none");
  EXPECT_EQ(fields("| 구분 | 접수 | 선정 |\n| --- |\n| 가 | 10 | 5 |\n| 나 | 3 | 2 |\n"), "none");
  EXPECT_EQ(fields("| 구분 | 예산현액 |\n| --- |\n| 가 | 1,000 |\n", "headcount"), "none");
}

TEST(Columns, RevenueAndBudgetShareHeadersAndAreToldApart) {
  constexpr const char* kTable = R"(
    | 구분 | ’20년 예산 | ’21년 예산 | 증감   | <      | 징수현황 | <      |
    | ^    | ^          | ^          | 증감액 | 증감률 | 징수액   | 징수율 |
    | ---- |
    | 합계 | 1,000      | 1,200      | 200    | 20.0%  | 600      | 50.0%  |
  )";
  EXPECT_EQ(fields(kTable, "revenue"), "prior_year_budget budget_amount change_amount change_rate revenue_collected collection_rate");
}

TEST(Columns, HeadcountsSideways) {
  EXPECT_EQ(fields(R"(
    | 구분 | 합계 | 가과 | 나과 |
    | ---- |
    | 정원 | 46   | 22   | 24   |
    | 현원 | 43   | 22   | 21   |
  )", "headcount", 2019, true), "authorized_headcount actual_headcount");
}

TEST(Columns, MembersOfABreakdownAreNoFields) {
  EXPECT_EQ(fields(R"(
    | 구분 | 정원 | 현원 | 과부족 | 직종별 현원 | <      | <      |
    | ^    | ^    | ^    | ^      | 행정직      | 기술직 | 임기제 |
    | ---- |
    | 합계 | 30   | 28   | △2     | 20          | 6      | 2      |
    | 가과 | 20   | 18   | △2     | 12          | 5      | 1      |
    | 나과 | 10   | 10   | -      | 8           | 1      | 1      |
  )", "headcount"), "authorized_headcount actual_headcount headcount_variance actual_headcount/행정직 actual_headcount/기술직 actual_headcount/임기제");
}

}  // namespace
}  // namespace jangbu
