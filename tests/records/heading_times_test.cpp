// Headings that say when: up to a month, years that are counted, what is later or is to be.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// 향후 투자계획 over years: what is planned for each; 향후 by itself is what is left.
TEST(HeadingTimes, LaterOverYears) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 억원)
    | 사업명 | 총사업비(A+B+C) | 기투자(A) | 향후 투자계획 | < |
    | ^ | ^ | ^ | 2021년(B) | 2022년 이후(C) |
    | ---- |
    | 가나길 | 246 | 32 | 54 | 160 |
    | 다라길 | 410 | 147 | 74 | 189 |
  )")
                               .records),
              R"(
    project_cost item source [가나길] total_project_cost=24600000000 invested_to_date=3200000000 2021:plan:project_cost=5400000000 2022/..:plan:project_cost=16000000000
    project_cost item source [다라길] total_project_cost=41000000000 invested_to_date=14700000000 2021:plan:project_cost=7400000000 2022/..:plan:project_cost=18900000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 억원)
    | 사업명 | 총사업비 | 기투자 | 2021년 | 향후 |
    | ---- |
    | 가나길 | 246 | 32 | 54 | 160 |
    | 다라길 | 410 | 147 | 74 | 189 |
  )")
                               .records),
              R"(
    project_cost item source [가나길] total_project_cost=24600000000 invested_to_date=3200000000 remaining_cost=16000000000 2021:plan:project_cost=5400000000
    project_cost item source [다라길] total_project_cost=41000000000 invested_to_date=14700000000 remaining_cost=18900000000 2021:plan:project_cost=7400000000
  )");
}

// Up to the end of a month is of this year; of last year it is no figure of the year.
TEST(HeadingTimes, UpToTheEndOfAMonth) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2025년 세입예산 및 징수현황 (단위: 백만원)
    | 과목 | 2025년 예산액 | 6월말 징수현황 | < |
    | ^ | ^ | 징수액 | 징수율(%) |
    | ---- |
    | 합계 | 68,835 | 31,321 | 45.5 |
    | 급수수익 | 48,260 | 23,148 | 48.0 |
  )",
                                  2026)
                               .records),
              R"(
    revenue total total [] budget_amount=68835000000 revenue_collected=31321000000 collection_rate=0.455
    revenue item account [급수수익] budget_amount=48260000000 revenue_collected=23148000000 collection_rate=0.48
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2026년 세출예산 집행현황 (단위: 백만원)
    | 구분 | 예산현액 | 2026년 9월 말 현재 집행액 | 집행률(%) |
    | ---- |
    | 합계 | 68,835 | 31,321 | 45.5 |
    | 인건비 | 48,260 | 23,148 | 48.0 |
  )",
                                  2026)
                               .records),
              R"(
    budget total total [] current_appropriation=68835000000 execution=31321000000 execution_rate=0.455
    budget item program [인건비] current_appropriation=48260000000 execution=23148000000 execution_rate=0.48
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세입 징수현황 (단위: 백만원)
    | 과목 | 예산액 | 2025년 6월말 징수액 | 2026년 6월말 징수액 |
    | ---- |
    | 합계 | 68,835 | 30,111 | 31,321 |
    | 급수수익 | 48,260 | 22,001 | 23,148 |
  )",
                                  2026)
                               .records),
              R"(
    revenue total total [] budget_amount=68835000000 revenue_collected=31321000000 {2025년 6월말 징수액}="30,111"
    revenue item account [급수수익] budget_amount=48260000000 revenue_collected=23148000000 {2025년 6월말 징수액}="22,001"
  )");
}

// 1차년도(2025): the year that is counted, where it is printed; without it nobody knows which.
TEST(HeadingTimes, OfYearsThatAreCounted) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 사업 투자계획 (단위: 백만원)
    | 재원별 | 총사업비 | 1 차년도 (2025) | 제2차 연도(’26년) | 3차년도(2027) |
    | ---- |
    | 국비 | 7,900 | 2,680 | 2,900 | 2,320 |
    | 시비 | 2,400 | 600 | 1,000 | 800 |
  )",
                                  2026)
                               .records),
              R"(
    project_cost item source [국비] total_project_cost=7900000000 2025:plan:project_cost=2680000000 2026:plan:project_cost=2900000000 2027:plan:project_cost=2320000000
    project_cost item source [시비] total_project_cost=2400000000 2025:plan:project_cost=600000000 2026:plan:project_cost=1000000000 2027:plan:project_cost=800000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 사업 투자계획 (단위: 백만원)
    | 재원별 | 총사업비 | 1차년도 | 2차년도 |
    | ---- |
    | 국비 | 5,580 | 2,680 | 2,900 |
    | 시비 | 1,600 | 600 | 1,000 |
  )",
                                  2026)
                               .records),
              R"(
)");
}

// What is to be, by other words: 조성예정액; and why: 이월액 parted by 사유별. 총원 is the total of a staff.
TEST(HeadingTimes, OfWhatIsToBeAndWhy) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 기금 (단위: 백만원)
    | 기금명 | 2025년도말 조성액(A) | 수입 | 지출 | 증감(B) | 2026년도말 조성예정액(A+B) |
    | ---- |
    | 계 | 11,725 | 3,600 | 3,820 | △220 | 11,505 |
    | 가기금 | 8,450 | 2,100 | 2,640 | △540 | 7,910 |
    | 나기금 | 3,275 | 1,500 | 1,180 | 320 | 3,595 |
  )",
                                  2026)
                               .records),
              R"(
    fund total total [] fund_opening_balance=11725000000 fund_income=3600000000 fund_expenditure=3820000000 fund_change=-220000000 fund_closing_balance=11505000000
    fund item fund [가기금] fund_opening_balance=8450000000 fund_income=2100000000 fund_expenditure=2640000000 fund_change=-540000000 fund_closing_balance=7910000000
    fund item fund [나기금] fund_opening_balance=3275000000 fund_income=1500000000 fund_expenditure=1180000000 fund_change=320000000 fund_closing_balance=3595000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 이월사업 (단위: 천원)
    | 사업명 | 예산현액 | 지출액 | 이월액 | < | < | 불용액 |
    | ^ | ^ | ^ | 계 | 사유별 | < | ^ |
    | ^ | ^ | ^ | ^ | 명시 | 사고 | ^ |
    | ---- |
    | 가사업 | 2,850 | 1,912 | 856 | 640 | 216 | 82 |
    | 나사업 | 780 | 301 | 452 | 452 | | 27 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [가사업] current_appropriation=2850000 payment=1912000 lapsed_appropriation=82000 carry_over_out=856000 carry_over_out_approved=640000 carry_over_out_incidental=216000
    budget item program [나사업] current_appropriation=780000 payment=301000 lapsed_appropriation=27000 carry_over_out=452000 carry_over_out_approved=452000 carry_over_out_incidental=null
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분 | 정원 | 현원 | 결원 |
    | ---- |
    | 총원 | 36 | 34 | 2 |
    | 경영기획실 | 15 | 14 | 1 |
    | 콘텐츠본부 | 21 | 20 | 1 |
  )",
                                  2026)
                               .records),
              R"(
    headcount total total [] authorized_headcount=36 actual_headcount=34 vacancies=2
    headcount item department [경영기획실] authorized_headcount=15 actual_headcount=14 vacancies=1
    headcount item department [콘텐츠본부] authorized_headcount=21 actual_headcount=20 vacancies=1
  )");
}

// What came over from last year and what was spent of it.
TEST(HeadingTimes, OfWhatWasCarriedOver) {
  EXPECT_TEXT(record_lines(mapped(R"(
    3. 전년도 이월사업 추진 현황  (단위: 천원)
    | 사업명 | 전년도 이월액 | 지출액 | 잔액 | 집행률 | 추진상황 |
    | ---- |
    | 지붕 방수공사 | 412,000 | 412,000 | - | 100.0 | 완료 |
    | 관제시스템 교체 | 268,500 | 187,950 | 80,550 | 70.0 | 8월 준공예정 |
    | 합계 | 680,500 | 599,950 | 80,550 | 88.2 | |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [지붕 방수공사] carry_over_in=412000000 payment=412000000 unspent_balance=null execution_rate=1 {추진상황}="완료"
    budget item program [관제시스템 교체] carry_over_in=268500000 payment=187950000 unspent_balance=80550000 execution_rate=0.7 {추진상황}="8월 준공예정"
    budget total total [] carry_over_in=680500000 payment=599950000 unspent_balance=80550000 execution_rate=0.882
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    3. 이월사업 집행 현황  (단위: 천원)
    | 사업명 | 전년도 이월액 | 집행액 | 집행률 |
    | ---- |
    | 지붕 방수공사 | 412,000 | 412,000 | 100.0 |
    | 관제시스템 교체 | 268,500 | 187,950 | 70.0 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [지붕 방수공사] carry_over_in=412000000 execution=412000000 execution_rate=1
    budget item program [관제시스템 교체] carry_over_in=268500000 execution=187950000 execution_rate=0.7
  )");
}

// A line may end within what stands behind a year.
TEST(HeadingTimes, LinesEndWithinWords) {
  for (const char* heading : {"2022년 이후", "2022년 이⏎후", "2022년⏎이후", "2022년 이 후"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    (단위: 백만원)
    | 사업명 | 총사업비 | 2020년까지 | 2021년 | )") +
                                    heading + R"( |
    | ---- |
    | 가나길 | 60 | 20 | 10 | 30 |
  )")
                                 .records),
                "project_cost item source [가나길] total_project_cost=60000000 ../2020:plan:project_cost=20000000 "
                "2021:plan:project_cost=10000000 2022/..:plan:project_cost=30000000")
        << heading;
  }
}

// 조성액 between two balances is what came in, if the balances say so.
TEST(HeadingTimes, WhatAFundTookInIsProved) {
  const auto fund = [](const char* raised) {
    return record_lines(mapped(std::string(R"(
    나. 기금 결산
    (단위: 백만원)
    | 기금명 | 2020년도 말 조성액(A) | 조성액(B) | 사용액(C) | 증감(D=B-C) | 2021년도 말 조성액(A+D) |
    | ---- |
    | 가나기금 | 412 | )") + raised +
                               R"( | 148 | △87 | 325 |
    | 다라기금 | 217 | 10 | 65 | △55 | 162 |
  )")
                            .records);
  };
  EXPECT_TEXT(fund("61"), R"(
    fund item fund [가나기금] fund_opening_balance=412000000 fund_income=61000000 fund_expenditure=148000000 fund_change=-87000000 fund_closing_balance=325000000
    fund item fund [다라기금] fund_opening_balance=217000000 fund_income=10000000 fund_expenditure=65000000 fund_change=-55000000 fund_closing_balance=162000000
  )");
  EXPECT_EQ(fund("65").find("fund_income"), std::string::npos);
}

// The same, up to a day: with a year or without one, in brackets or before what was done.
TEST(HeadingTimes, UpToADay) {
  for (const char* heading :
       {"집행액 (6.30.)", "집행액(6. 30. 기준)", "집행액 (’26.6.30.)", "집행액(2026년 6월 30일 현재)", "6.30. 현재 집행액"}) {
    const auto records = mapped(std::string("    □ 예산집행 현황 (단위: 천원)\n    | 부서 | 2026년 예산액 | ") + heading +
                                    " | 집행률(%) |\n    | ---- |\n    | 합계 | 1,000 | 520 | 52.0 |\n    | 가나과 | 600 | 320 | 53.3 |\n"
                                    "    | 다라과 | 400 | 200 | 50.0 |\n",
                                2026)
                             .records;
    ASSERT_EQ(records.size(), 3U) << heading;
    EXPECT_TRUE(records[0].find("execution")) << heading;
  }
  // A figure in brackets is no day.
  const auto figure =
      mapped("    □ 예산집행 현황 (단위: 천원)\n    | 부서 | 예산액 | 집행액 (1.5) |\n    | ---- |\n    | 가나과 | 600 | 320 |\n", 2026)
          .records;
  EXPECT_FALSE(figure.at(0).find("execution"));
  // Of last year it is no figure of this one.
  const auto last =
      mapped(
          "    □ 예산집행 현황 (단위: 천원)\n    | 부서 | 2026년 예산액 | 집행액 (’25.6.30.) |\n    | ---- |\n    | 가나과 | 600 | 320 |\n",
          2026)
          .records;
  EXPECT_FALSE(last.at(0).find("execution"));
}

}  // namespace
}  // namespace jangbu
