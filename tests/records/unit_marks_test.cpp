// Units over tables that do without the word 단위, and tables of which they make records.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(UnitMarks, AloneInBracketsOverTheTable) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ◆ 기금 현황
    (백만원)
    | 기금명   | 2020년도 말 조성액 | 2021년도 수입 | 2021년도 지출 | 2021년도 말 조성액(예상) |
    | ---- |
    | 장학기금 | 6,240 | 318 | 274 | 6,284 |
    | 식품기금 | 1,485 | 560 | 395 | 1,650 |
  )")
                               .records),
              R"(
    fund item fund [장학기금] fund_opening_balance=6240000000 fund_income=318000000 fund_expenditure=274000000 fund_closing_balance=6284000000
    fund item fund [식품기금] fund_opening_balance=1485000000 fund_income=560000000 fund_expenditure=395000000 fund_closing_balance=1650000000
  )");
}

TEST(UnitMarks, BehindADate) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 집행실적
    (2021. 12. 31. 기준, 천원)
    | 회계별   | 예산현액 | 집행액 | 집행률(%) |
    | ---- |
    | 일반회계 | 500      | 450    | 90.0      |
    | 특별회계 | 200      | 100    | 50.0      |
  )")
                               .records),
              R"(
    budget item account [일반회계] current_appropriation=500000 execution=450000 execution_rate=0.9
    budget item account [특별회계] current_appropriation=200000 execution=100000 execution_rate=0.5
  )");
}

TEST(UnitMarks, BehindTheTitle) {
  EXPECT_TEXT(record_lines(mapped(R"(
    〈 세입예산 〉 (억원)
    | 과목     | 2021년 예산 |
    | ---- |
    | 지방세   | 12          |
    | 보조금   | 5           |
  )")
                               .records),
              R"(
    revenue item account [지방세] budget_amount=1200000000
    revenue item account [보조금] budget_amount=500000000
  )");
}

TEST(UnitMarks, WordsInBracketsAreNone) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 기금 현황 (국비, 도비)
    | 기금명   | 2020년도 말 조성액 | 2021년도 말 조성액 |
    | ---- |
    | 장학기금 | 6,240 | 6,284 |
  )")
                               .records),
              "\n");
}

// ---- supplementary budgets ----------------------------------------------------------------------------------------------

TEST(Supplementary, RevenueBesideWhatStoodBefore) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세입예산(안) (단위: 백만원)
    | 과목       | 추경예산(안)(A) | 기정예산(B) | 증감(A-B) | 증감률 |
    | ---- |
    | 계         | 120 | 100 | 20 | 20.0 |
    | 국고보조금 | 80  | 70  | 10 | 14.3 |
    | 세외수입   | 40  | 30  | 10 | 33.3 |
  )")
                               .records),
              R"(
    revenue total total [] pre_amendment_budget=100000000 supplementary_budget=120000000 change_amount=20000000 change_rate=0.2
    revenue item account [국고보조금] pre_amendment_budget=70000000 supplementary_budget=80000000 change_amount=10000000 change_rate=0.143
    revenue item account [세외수입] pre_amendment_budget=30000000 supplementary_budget=40000000 change_amount=10000000 change_rate=0.333
  )");
}

TEST(Supplementary, ProjectsWithoutTheWordBudget) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 증액사업 (단위: 천원)
    | 사업명   | 부서   | 기정액 | 추경(안) | 증감액 | 산출내역  |
    | ---- |
    | 장비교체 | 장비과 | 2,480  | 6,840    | 4,360  | 차량 12대 |
    | 청사보수 | 행정과 | -      | 3,150    | 3,150  | 2개소     |
  )")
                               .records),
              R"(
    budget item program [장비교체] pre_amendment_budget=2480000 supplementary_budget=6840000 change_amount=4360000 {부서}="장비과" {산출내역}="차량 12대"
    budget item program [청사보수] pre_amendment_budget=null supplementary_budget=3150000 change_amount=3150000 {부서}="행정과" {산출내역}="2개소"
  )");
}

// ---- rows that are measures ---------------------------------------------------------------------------------------------

TEST(MeasuresAsRows, OfWhatNoListKnowsMakeNoRecords) {
  for (const char* rows :
       {"| 건수 | 4,120 | 742 | 4,862 |\n| 금액 | 842 | 918 | 1,760 |", "| 금액 | 842 | 918 | 1,760 |\n| 인원(명) | 12 | 8 | 20 |",
        "| 금액 | 842 | 918 | 1,760 |\n| 비율(%) | 47.8 | 52.2 | 100.0 |",
        "| 금액 | 842 | 918 | 1,760 |\n| 비율 | 47.8 | 52.2 | 100.0 |"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    나. 미수납액 사유별 현황 (단위: 건, 천원)
    | 사유 | 태만 | 소송 | 계 |
    | ---- |
    )") + rows + "\n")
                                 .records),
                "\n")
        << rows;
  }
}

// ---- groups over columns ------------------------------------------------------------------------------------------------

TEST(GroupsOfColumns, WhatBecameOfTheSurplus) {
  for (const char* group : {"잉여금 처분 내역", "잉여금 처리내역", "잉여금 처분"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    (단위: 백만원)
    | 회계별   | 결산액 | < | 결산상 잉여금 | )") +
                                    group + R"( | < | < |
    | ^        | 세입   | 세출 | ^ | 다음연도 이월액 | 보조금 반납금 | 순세계잉여금 |
    | ---- |
    | 일반회계 | 500 | 400 | 100 | 60 | 10 | 30 |
    | 특별회계 | 80  | 50  | 30  | 20 | -  | 10 |
  )")
                                 .records),
                R"(
    settlement item account [일반회계] revenue_settlement=500000000 expenditure_settlement=400000000 settlement_surplus=100000000 carry_over_out=60000000 subsidy_return=10000000 net_surplus=30000000
    settlement item account [특별회계] revenue_settlement=80000000 expenditure_settlement=50000000 settlement_surplus=30000000 carry_over_out=20000000 subsidy_return=null net_surplus=10000000
  )") << group;
  }
}

TEST(GroupsOfColumns, SourcesAndYearlyShares) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 지출예산 (단위: 천원)
    | 사업별 | 2021년 예산 | 재원 | < | < |
    | ^      | ^           | 국비 | 시비 | 기타 |
    | ---- |
    | 공연   | 3,870 | 410 | 2,140 | 1,320 |
    | 축제   | 1,500 | -   | 1,376 | 124   |
  )")
                               .records),
              R"(
    budget item program [공연] budget_amount=3870000 central_government_share=410000 city_share=2140000 other_share=1320000
    budget item program [축제] budget_amount=1500000 central_government_share=null city_share=1376000 other_share=124000
  )");
  for (const char* group : {"연부액", "연차별 투자액", "연도별 투자계획"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    □ 계속비 사업 (단위: 백만원)
    | 사업명   | 총사업비 | )") + group +
                                    R"( | < | < |
    | ^        | ^        | 2020년까지 | 2021년 | 2022년 |
    | ---- |
    | 청사신축 | 100 | 20 | 50 | 30 |
    | 훈련장   | 60  | 10 | 40 | 10 |
  )")
                                 .records),
                R"(
    project_cost item source [청사신축] total_project_cost=100000000 ../2020:plan:project_cost=20000000 2021:plan:project_cost=50000000 2022:plan:project_cost=30000000
    project_cost item source [훈련장] total_project_cost=60000000 ../2020:plan:project_cost=10000000 2021:plan:project_cost=40000000 2022:plan:project_cost=10000000
  )") << group;
  }
}

// ---- within a year ------------------------------------------------------------------------------------------------------

TEST(WithinAYear, WhatAFundTookInAndSpent) {
  for (const char* during : {"2021년 중", "2021년중", "’21년 중", "2021년도 중", "금년중"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    3. 기금 조성 현황 (단위: 천원)
    | 구분     | 2020년말 조성액 | )") +
                                    during + R"( | < | 2021년말 조성액 |
    | ^        | ^               | 수입 | 지출 | ^ |
    | ---- |
    | 장학기금 | 18,500 | 1,200 | -   | 19,700 |
    | 식품기금 | 1,284  | 342   | 298 | 1,328  |
  )")
                                 .records),
                R"(
    fund item fund [장학기금] fund_opening_balance=18500000 fund_income=1200000 fund_expenditure=null fund_closing_balance=19700000
    fund item fund [식품기금] fund_opening_balance=1284000 fund_income=342000 fund_expenditure=298000 fund_closing_balance=1328000
  )") << during;
  }
}

// ---- lists in two halves ------------------------------------------------------------------------------------------------

TEST(TwoHalves, OfTeams) {
  for (const char* kind : {"팀별", "과별", "부서"}) {
    const std::string k = kind;
    EXPECT_TEXT(record_lines(mapped("□ 인력현황 (단위: 명)\n| " + k + " | 정원 | 현원 | 과부족 | " + k + R"( | 정원 | 현원 | 과부족 |
    | ---- |
    | 계       | 11 | 10 | △1 | 유통팀 | 5 | 6 | 1  |
    | 기획팀   | 6  | 4  | △2 |        |   |   |    |
  )")
                                 .records),
                R"(
    headcount total total [] authorized_headcount=11 actual_headcount=10 headcount_variance=-1
    headcount item department [기획팀] authorized_headcount=6 actual_headcount=4 headcount_variance=-2
    headcount item department [유통팀] authorized_headcount=5 actual_headcount=6 headcount_variance=1
  )") << kind;
  }
}

// ---- places for others -------------------------------------------------------------------------------------------------

TEST(PlacesForOthers, AreNoPostsOfStaff) {
  for (const char* table :
       {"| 구분 | 정원 | 입사생 | < |\n| ^ | ^ | 남 | 여 |\n| ---- |\n| 2020년 | 136 | 61 | 73 |\n| 2021년 | 136 | 60 | 76 |\n",
        "| 반별 | 정원 | 원아 |\n| ---- |\n| 새싹반 | 20 | 18 |\n| 열매반 | 24 | 24 |\n",
        "| 구분 | 정원 | 현원 | 지원자 |\n| ---- |\n| 가나실 | 20 | 18 | 44 |\n| 다라실 | 24 | 24 | 30 |\n"}) {
    EXPECT_TEXT(record_lines(mapped(std::string("□ 운영 현황 (단위: 명)\n") + table).records), "\n") << table;
  }
}

// ---- headings over rows -------------------------------------------------------------------------------------------------

TEST(HeadingsOverRows, WithAndWithoutTheWordForEach) {
  for (const char* heading : {"성질", "성질별", "기능", "부서별", "본부", "프로그램별"}) {
    EXPECT_TEXT(record_lines(mapped(std::string("3. 세출 결산 (단위: 백만원)\n| ") + heading + R"( | 예산현액 | 지출액 |
    | ---- |
    | 인건비 | 1,402 | 1,388 |
    | 물건비 | 118   | 109   |
  )")
                                 .records),
                R"(
    budget item program [인건비] current_appropriation=1402000000 payment=1388000000
    budget item program [물건비] current_appropriation=118000000 payment=109000000
  )") << heading;
  }
}

// In the corner of the table, behind what heads the labels.
TEST(UnitMarks, InTheCorner) {
  for (const char* corner : {"구분(백만원)", "(단위: 백만원)", "사업명 [백만원]"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    ○ 예산 현황
    | )") + corner + R"( | 2020년 | 2021년 |
    | ---- |
    | 가나사업 | 661 | 678 |
    | 다라사업 | 661 | 676 |
  )")
                                 .records),
                R"(
    budget item program [가나사업] prior_year_budget=661000000 budget_amount=678000000
    budget item program [다라사업] prior_year_budget=661000000 budget_amount=676000000
  )");
  }
}

// What a row's own label says goes before the line over the table and the words of a column.
TEST(UnitMarks, RowsOfRatesAndCountsAreNoMoney) {
  for (const char* label : {"수지율", "경영수지 비율", "인건비 비중", "부채비율(%)", "이용인원(명)", "판매 건수", "연면적(㎡)"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    □ 예산 현황
    (단위: 백만원, %)
    | 구분 | 2020년 | 2021년 |
    | ---- |
    | 시설 운영 | 661 | 678 |
    | )") + label + R"( | 37.9 | 38.1 |
    | 시설 보수 | 61 | 76 |
  )")
                                 .records),
                R"(
    budget item program [시설 운영] prior_year_budget=661000000 budget_amount=678000000
    budget item program [시설 보수] prior_year_budget=61000000 budget_amount=76000000
  )") << label;
  }
  // Names of works that end as rates do.
  for (const char* label : {"무료 법률", "방과후 자율", "에너지 효율"}) {
    EXPECT_EQ(
        mapped(std::string("    (단위: 백만원)\n    | 사업명 | 예산액 |\n    | ---- |\n    | ") + label + " | 678 |\n").records.size(), 1U)
        << label;
  }
  // 사업수입 beside 수지율, below a chapter of revenues: of neither side.
  EXPECT_TEXT(record_lines(mapped(R"(
    4. 수입 현황

    □ 수지율 현황
    (단위: 백만원, %)
    | 구분 | 2020년 | 2021년 |
    | ---- |
    | 사업수입 | 402 | 454 |
    | 사업비용 | 860 | 935 |
    | 수지율 | 46.7 | 48.6 |
  )")
                               .records),
              "");
}

TEST(UnitMarks, RatesOfHeadsAreNoHeads) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분 | 정원 | 현원 |
    | ---- |
    | 가나과 | 12 | 11 |
    | 여성 비율 | 40.1 | 41.2 |
  )")
                               .records),
              "headcount item department [가나과] authorized_headcount=12 actual_headcount=11");
}

// ○ 사업비 : 5,000백만원 over a table without a unit: its total prints the same figure, and so has the unit.
TEST(UnitMarks, StatedOfTheTotal) {
  const auto total = [](const char* line) {
    const auto records = mapped(std::string("    1. 가나공원 조성\n    ") + line + R"(
    | 재원 | 총사업비 | 2020년까지 | 2021년 | 2022년 |
    | ---- |
    | 계 | 5,000 | 1,000 | 2,000 | 2,000 |
    | 국비 | 2,500 | 500 | 1,000 | 1,000 |
    | 시비 | 2,500 | 500 | 1,000 | 1,000 |
  )")
                             .records;
    const Figure* figure = records.empty() ? nullptr : records.front().find("total_project_cost");
    return figure && figure->value ? figure->value->to_double() : 0;
  };
  EXPECT_EQ(total("○ 사업비 : 5,000백만원"), 5e9);
  EXPECT_EQ(total("○ 총사업비 5,000백만원(국비 2,500, 시비 2,500)"), 5e9);
  EXPECT_EQ(total("○ 사업비 : 5,000천원"), 5e6);
  for (const char* other : {"○ 사업비 : 50억원", "○ 사업비 : 2,500백만원", "○ 사업비 : 15,000백만원", "○ 사업비 : 5,000", "○ 5,000명 참여"})
    EXPECT_EQ(total(other), 0) << other;
}

}  // namespace
}  // namespace jangbu
