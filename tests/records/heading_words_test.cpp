// What headings say is told of every column of figures, whether a profile knows the table or not.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

std::string heading_lines(const Table& table) {
  std::string out;
  for (const HeadingWords& heading : table.headings) {
    out += heading.row >= 0 ? "row " + std::to_string(heading.row) : "column " + std::to_string(heading.column);
    for (const std::string& atom : heading.says) out += " " + atom;
    if (!heading.period.empty()) out += " @" + heading.period;
    if (!heading.phase.empty()) out += " ~" + heading.phase;
    for (const std::string& member : heading.members) out += " " + member;
    if (!heading.unit.empty()) out += " [" + heading.unit + "]";
    for (const std::string& word : heading.unknown) out += " ?" + word;
    if (heading.first != table.header_rows) out += " from " + std::to_string(heading.first);
    out += "\n";
  }
  return out;
}

TEST(HeadingWords, OfATableThatNoProfileKnows) {
  const Mapped m = mapped(R"(
    | 구분 | 2019년 | 2020년 | 두레박 | 방문객(명) |
    | ---- |
    | 가람 | 10     | 12     | 7      | 1,200      |
    | 나래 | 11     | 14     | 9      | 1,300      |
  )");
  EXPECT_TRUE(m.records.empty());
  EXPECT_TEXT(heading_lines(m.document.tables[0]), R"(
    column 1 @2019
    column 2 @2020
    column 3 ?두레박
    column 4 [명] ?방문객
  )");
}

TEST(HeadingWords, OfTypedColumnsAndOfRows) {
  EXPECT_TEXT(heading_lines(mapped(R"(
    (단위: 천원)
    | 부서   | 2020년 최종예산 | 2021년 당초예산(백만원) | 증감률(%) | 비고 |
    | ---- |
    | 가나과 | 1,000           | 2                       | 100.0     | 신규 |
    | 다라과 | 2,000           | 2                       | 0.0       |      |
  )")
                                .document.tables[0]),
              R"(
    column 1 budget final @2020 ~final
    column 2 budget original @2021 ~original [백만원]
    column 3 change rate [%]
  )");
  EXPECT_TEXT(heading_lines(mapped(R"(
    | 구분 | 가나과 | 다라과 |
    | ---- |
    | 정원 | 10     | 12     |
    | 현원 | 9      | 12     |
  )")
                                .document.tables[0]),
              R"(
    row 1 authorized
    row 2 actual
  )");
  EXPECT_TEXT(heading_lines(mapped(R"(
    | 부서   | 정원 | <       | <     |
    | ^      | 계   | 3․4급   | 5급   |
    | ---- |
    | 가나과 | 10   | 4       | 6     |
  )")
                                .document.tables[0]),
              R"(
    column 1 authorized total
    column 2 authorized 직급별=3·4급
    column 3 authorized 직급별=5급
  )");
}

// One header below the other: each holds for its own rows.
TEST(HeadingWords, OfHeadersOneBelowTheOther) {
  const Mapped m = mapped(R"(
    | 구분 | 3급 | 4급 |
    | ---- |
    | 정원 | 1   | 2   |
    | 현원 | 1   | 1   |
    | 구분 | 5급 | 6급 |
    | 정원 | 10  | 12  |
    | 현원 | 9   | 12  |
  )");
  for (const HeadingWords& heading : m.document.tables[0].headings) {
    const bool upper = heading.column >= 0 ? heading.last <= 2 : heading.row <= 2;
    const bool lower = heading.column >= 0 ? heading.first >= 4 : heading.row >= 4;
    EXPECT_TRUE(upper || lower) << heading.column << " " << heading.row << " " << heading.first << " " << heading.last;
  }
}

// (a), (a-b), (b/a) are letters as (A), (A-B), (B/A) are; (g) and (m) are units.
TEST(HeadingWords, SmallLetters) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 정책사업 | 예산액(a) | 집행액(b) | 집행잔액(a-b) | 집행률(b/a) |
    | ---- |
    | 계   | 2,000 | 1,500 | 500 | 75.0% |
    | 가나 | 1,200 | 900 | 300 | 75.0% |
    | 다라 | 800 | 600 | 200 | 75.0% |
  )")
                               .records),
              R"(
    budget total total [] budget_amount=2000000000 execution=1500000000 unspent_balance=500000000 execution_rate=0.75
    budget item program [가나] budget_amount=1200000000 execution=900000000 unspent_balance=300000000 execution_rate=0.75
    budget item program [다라] budget_amount=800000000 execution=600000000 unspent_balance=200000000 execution_rate=0.75
  )");
}

// What is said of budgets alone says what the rows are, whatever heads them; 금액 does not.
TEST(HeadingWords, RowsOfAnyNameUnderWordsOfBudgetsAlone) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 백만원)
    | 별의별 | 예산현액(A) | 집행액(B) | 다음연도 이월액(C) | 집행잔액(A-B-C) |
    | ---- |
    | 계 | 3,000 | 2,000 | 400 | 600 |
    | 가나 | 2,000 | 1,500 | 300 | 200 |
    | 다라 | 1,000 | 500 | 100 | 400 |
  )")
                               .records),
              R"(
    budget total total [] current_appropriation=3000000000 execution=2000000000 unspent_balance=600000000 carry_over_out=400000000
    budget item program [가나] current_appropriation=2000000000 execution=1500000000 unspent_balance=200000000 carry_over_out=300000000
    budget item program [다라] current_appropriation=1000000000 execution=500000000 unspent_balance=400000000 carry_over_out=100000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 백만원)
    | 별의별 | 예산액 | 방문객 |
    | ---- |
    | 가나 | 2,000 | 1,500 |
    | 다라 | 1,000 | 500 |
  )")
                               .records),
              "");
}

// 비율 below the side of a half, where the figures are shares of their total.
TEST(HeadingWords, RatesOfAHalfThatAreShares) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 2021년 일반회계 세입·세출 현황 (단위 : 백만원)
    | 세 입 | < | < | 세 출 | < | < |
    | 구 분 | 금액 | 비율 | 분 야 | 금액 | 비율 |
    | ---- |
    | 합 계 | 1,000 | 100.0 | 합 계 | 1,000 | 100.0 |
    | 지방세수입 | 600 | 60.0 | 일반공공행정 | 250 | 25.0 |
    | 세외수입 | 400 | 40.0 | 사회복지 | 750 | 75.0 |
  )")
                               .records),
              R"(
    revenue total total [] budget_amount=1000000000 composition_rate=1
    revenue item account [지방세수입] budget_amount=600000000 composition_rate=0.6
    revenue item account [세외수입] budget_amount=400000000 composition_rate=0.4
    budget total total [] budget_amount=1000000000 composition_rate=1
    budget item program [일반공공행정] budget_amount=250000000 composition_rate=0.25
    budget item program [사회복지] budget_amount=750000000 composition_rate=0.75
  )");
}

// What falls due of loans by years is no project's cost; 세입 and 세출 of years to come no budget of each.
TEST(HeadingWords, RepaymentsAndForecasts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    5. 지방채 상환계획
    (단위 : 백만원)
    | 구분 | 계 | 2021 | 2022 | 2023 이후 |
    | ---- |
    | 상환액 | 300 | 110 | 110 | 80 |
    | 원금 | 270 | 100 | 100 | 70 |
    | 이자 | 30 | 10 | 10 | 10 |

    ○ 연차별 재정 전망
    | 구분(십억원) | 2021 | 2022 | 2023 |
    | ---- |
    | 세 입 | 661.2 | 678.4 | 694.9 |
    | 세 출 | 661.2 | 676.1 | 690.3 |
  )")
                               .records),
              "");
}

// 향후 투자계획 over years: what is planned for each; 향후 by itself is what is left.
TEST(HeadingWords, LaterOverYears) {
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

// What a supplementary budget changes is told by its field, and by another name only where the new total stands beside it.
TEST(HeadingWords, ChangesOfASupplementaryBudget) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 천원)
    | 세부사업명 | 기정예산액 | 추경(증감) | 최종예산액 |
    | ---- |
    | 가나 조성 | 2,860 | 350 | 3,210 |
    | 다라 진흥 | 486 | △32 | 454 |
  )")
                               .records),
              R"(
    budget item program [가나 조성] pre_amendment_budget=2860000 supplementary_budget=350000 final_budget=3210000
    budget item program [다라 진흥] pre_amendment_budget=486000 supplementary_budget=-32000 final_budget=454000
  )");
}

// Word processors part figures from letters in titles, too.
TEST(HeadingWords, AmountsInTitlesSayNothing) {
  for (const char* title : {"□ 세입예산 : 1 조 6,132 억원", "□ 세입예산 : 1조 6,132억원", "□ 세입예산(1 조 6,132 억 원)"}) {
    EXPECT_TEXT(record_lines(mapped(std::string("    ") + title + R"(
    (단위 : 억원)
    | 과 목 | 예산액 |
    | ---- |
    | 국고보조금 | 15,518 |
    | 기금보조금 | 614 |
  )")
                                 .records),
                R"(
    revenue item account [국고보조금] budget_amount=1551800000000
    revenue item account [기금보조금] budget_amount=61400000000
  )");
  }
}

// 미집행액 over 이월액 | 불용액: the outer heading is what the inner ones add up to, and says nothing more of them.
TEST(HeadingWords, OfASumOverItsParts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 집행 (단위 : 백만원)
    | 구분 | 예산현액(A) | 집행액(B) | 집행률(B/A) | 미집행액 | < |
    | ^ | ^ | ^ | ^ | 이월액 | 불용액 |
    | ---- |
    | 인건비 | 18,930 | 18,402 | 97.2 | - | 528 |
    | 안전교육사업 | 14,310 | 13,725 | 95.9 | 402 | 183 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [인건비] current_appropriation=18930000000 execution=18402000000 lapsed_appropriation=528000000 carry_over_out=null execution_rate=0.972
    budget item program [안전교육사업] current_appropriation=14310000000 execution=13725000000 lapsed_appropriation=183000000 carry_over_out=402000000 execution_rate=0.959
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 집행 (단위 : 백만원)
    | 구분 | 예산현액(A) | 집행액(B) | 집행률(B/A) | 집행잔액 | < | < |
    | ^ | ^ | ^ | ^ | 계 | 이월 | 불용 |
    | ---- |
    | 인건비 | 18,930 | 18,402 | 97.2 | 528 | - | 528 |
    | 안전교육사업 | 14,310 | 13,725 | 95.9 | 585 | 402 | 183 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [인건비] current_appropriation=18930000000 execution=18402000000 unspent_balance=528000000 lapsed_appropriation=528000000 carry_over_out=null execution_rate=0.972
    budget item program [안전교육사업] current_appropriation=14310000000 execution=13725000000 unspent_balance=585000000 lapsed_appropriation=183000000 carry_over_out=402000000 execution_rate=0.959
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 집행 (단위 : 백만원)
    | 구분 | 예산현액 | 지출액 | 잔액 | < | < | < |
    | ^ | ^ | ^ | 소계 | 명시이월 | 사고이월 | 불용액 |
    | ---- |
    | 인건비 | 18,930 | 18,402 | 528 | - | - | 528 |
    | 안전교육사업 | 14,310 | 13,725 | 585 | 302 | 100 | 183 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [인건비] current_appropriation=18930000000 payment=18402000000 unspent_balance=528000000 lapsed_appropriation=528000000 carry_over_out_approved=null carry_over_out_incidental=null
    budget item program [안전교육사업] current_appropriation=14310000000 payment=13725000000 unspent_balance=585000000 lapsed_appropriation=183000000 carry_over_out_approved=302000000 carry_over_out_incidental=100000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 집행 (단위 : 백만원)
    | 구분 | 예산현액 | 집행액 | 미집행 | < |
    | ^ | ^ | ^ | 이월액 | 집행잔액 |
    | ---- |
    | 인건비 | 18,930 | 18,402 | - | 528 |
    | 안전교육사업 | 14,310 | 13,725 | 402 | 183 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [인건비] current_appropriation=18930000000 execution=18402000000 unspent_balance=528000000 carry_over_out=null
    budget item program [안전교육사업] current_appropriation=14310000000 execution=13725000000 unspent_balance=183000000 carry_over_out=402000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 사업별 정산 (단위 : 백만원)
    | 구분 | 예산액 | 집행액 | 집행잔액 | < |
    | ^ | ^ | ^ | 보조금 반납액 | 불용액 |
    | ---- |
    | 인건비 | 18,930 | 18,402 | - | 528 |
    | 안전교육사업 | 14,310 | 13,725 | 402 | 183 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [인건비] budget_amount=18930000000 execution=18402000000 subsidy_return=null lapsed_appropriation=528000000
    budget item program [안전교육사업] budget_amount=14310000000 execution=13725000000 subsidy_return=402000000 lapsed_appropriation=183000000
  )");
}

// A change against one phase beside a rate against another: each base has to be told.
TEST(HeadingWords, OfChangesAgainstTwoPhases) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 (단위 : 백만원)
    | 과제명 | '25년 | < | '26년 | 당초 대비 | 최종 대비 |
    | ^ | 당초(A) | 최종(B) | 예산(C) | 증감(C-A) | 증감률(%) |
    | ---- |
    | 합계 | 10,705 | 11,205 | 12,318 | 1,613 | 9.9 |
    | 조사 | 4,820 | 5,010 | 5,640 | 820 | 12.6 |
  )",
                                  2026)
                               .records),
              R"(
    budget total total [] prior_year_original_budget=10705000000 prior_year_final_budget=11205000000 budget_amount=12318000000 change_amount=1613000000 change_rate_from_final=0.099
    budget item program [조사] prior_year_original_budget=4820000000 prior_year_final_budget=5010000000 budget_amount=5640000000 change_amount=820000000 change_rate_from_final=0.126
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 (단위 : 백만원)
    | 과제명 | '26년 예산 | 당초예산 대비 증감액 | 최종예산 대비 증감률(%) |
    | ---- |
    | 합계 | 12,318 | 1,613 | 9.9 |
    | 조사 | 5,640 | 820 | 12.6 |
  )",
                                  2026)
                               .records),
              R"(
    budget total total [] budget_amount=12318000000 change_amount=1613000000 change_rate_from_final=0.099
    budget item program [조사] budget_amount=5640000000 change_amount=820000000 change_rate_from_final=0.126
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 (단위 : 백만원)
    | 과제명 | '26년 예산 | 최종예산 대비 | < |
    | ^ | ^ | 증감액 | 증감률(%) |
    | ---- |
    | 합계 | 12,318 | 1,113 | 9.9 |
    | 조사 | 5,640 | 630 | 12.6 |
  )",
                                  2026)
                               .records),
              R"(
    budget total total [] budget_amount=12318000000 change_amount=1113000000 change_rate=0.099
    budget item program [조사] budget_amount=5640000000 change_amount=630000000 change_rate=0.126
  )");
}

// Under 직렬별 현원 each heading names a member, whatever its word means elsewhere; a total does not.
TEST(HeadingWords, OfMembersOfANamedDimension) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 인력 (단위: 명)
    | 구분 | 정원 | 현원 | 과부족 | 직렬별 현원 | < | < | < | < |
    | ^ | ^ | ^ | ^ | 행정 | 시설 | 공업 | 환경연구 | 기타 |
    | ---- |
    | 합계 | 62 | 61 | △1 | 24 | 6 | 20 | 4 | 7 |
    | 업무과 | 34 | 33 | △1 | 22 | 3 | 4 | - | 4 |
    | 시설과 | 28 | 28 | - | 2 | 3 | 16 | 4 | 3 |
  )",
                                  2026)
                               .records),
              R"(
    headcount total total [] authorized_headcount=62 actual_headcount=61 headcount_variance=-1 직종별:행정:actual_headcount=24 직종별:시설:actual_headcount=6 직종별:공업:actual_headcount=20 직종별:환경연구:actual_headcount=4 직종별:기타:actual_headcount=7
    headcount item department [업무과] authorized_headcount=34 actual_headcount=33 headcount_variance=-1 직종별:행정:actual_headcount=22 직종별:시설:actual_headcount=3 직종별:공업:actual_headcount=4 직종별:환경연구:actual_headcount=null 직종별:기타:actual_headcount=4
    headcount item department [시설과] authorized_headcount=28 actual_headcount=28 headcount_variance=null 직종별:행정:actual_headcount=2 직종별:시설:actual_headcount=3 직종별:공업:actual_headcount=16 직종별:환경연구:actual_headcount=4 직종별:기타:actual_headcount=3
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 인력 (단위: 명)
    | 구분 | 정원 | 직군별 현원 | < | < |
    | ^ | ^ | 계 | 사무 | 현장 |
    | ---- |
    | 합계 | 62 | 61 | 31 | 30 |
    | 업무과 | 34 | 33 | 20 | 13 |
    | 시설과 | 28 | 28 | 11 | 17 |
  )",
                                  2026)
                               .records),
              R"(
    headcount total total [] authorized_headcount=62 actual_headcount=61 직종별:사무:actual_headcount=31 직종별:현장:actual_headcount=30
    headcount item department [업무과] authorized_headcount=34 actual_headcount=33 직종별:사무:actual_headcount=20 직종별:현장:actual_headcount=13
    headcount item department [시설과] authorized_headcount=28 actual_headcount=28 직종별:사무:actual_headcount=11 직종별:현장:actual_headcount=17
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 인력 (단위: 명)
    | 구분 | 직급별 | < | < |
    | ^ | 계 | 상위직 | 하위직 |
    | ---- |
    | 정원 | 61 | 31 | 30 |
    | 현원 | 33 | 20 | 13 |
  )",
                                  2026)
                               .records),
              R"(
    headcount total total [] authorized_headcount=61 actual_headcount=33
    headcount item category [상위직] authorized_headcount=31 actual_headcount=20
    headcount item category [하위직] authorized_headcount=30 actual_headcount=13
  )");
}

// 예산현액 over what it is made of.
TEST(HeadingWords, OfTheAppropriationOverItsParts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2025년 세출예산 집행현황 (단위: 백만원)
    | 구분 | 예산현액 | < | < | 원인 행위액 | 지출액 | 집행률(%) | < |
    | ^ | 예산액 | 전년도 이월액 | 계 | ^ | ^ | 원인행위 | 지출 |
    | ---- |
    | 합계 | 68,835 | 6,470 | 75,305 | 44,809 | 33,179 | 59.5 | 44.1 |
    | 수익적지출 | 40,245 | 185 | 40,430 | 21,844 | 19,889 | 54.0 | 49.2 |
  )",
                                  2026)
                               .records),
              R"(
    budget total total [] budget_amount=68835000000 carry_over_in=6470000000 current_appropriation=75305000000 commitment=44809000000 payment=33179000000 commitment_rate=0.595 payment_rate=0.441
    budget item program [수익적지출] budget_amount=40245000000 carry_over_in=185000000 current_appropriation=40430000000 commitment=21844000000 payment=19889000000 commitment_rate=0.54 payment_rate=0.492
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2025년 세출결산 (단위: 백만원)
    | 구분 | 예산현액 | < | < | < | 지출액 | 
    | ^ | 계 | 본예산 | 추경 | 전년도 이월 | ^ |
    | ---- |
    | 합계 | 75,305 | 60,000 | 8,835 | 6,470 | 44,809 |
    | 수익적지출 | 40,430 | 40,000 | 245 | 185 | 21,844 |
  )",
                                  2026)
                               .records),
              R"(
    budget total total [] original_budget=60000000000 carry_over_in=6470000000 current_appropriation=75305000000 payment=44809000000 {예산현액 / 추경}="8,835"
    budget item program [수익적지출] original_budget=40000000000 carry_over_in=185000000 current_appropriation=40430000000 payment=21844000000 {예산현액 / 추경}="245"
  )");
}

// Up to the end of a month is of this year; of last year it is no figure of the year.
TEST(HeadingWords, UpToTheEndOfAMonth) {
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

// Titles of what is spent early: the budget's columns are the budget's only where nothing else stands beside them.
TEST(HeadingWords, OfTitlesOfWhatIsSpentEarly) {
  EXPECT_TEXT(record_lines(mapped(R"(
    2. 신속집행 및 경영개선
    (단위: 백만원)
    | 사업구분 | 예산현액 | 집행액 | 집행률(%) |
    | ---- |
    | 기능보강 | 8,240 | 3,915 | 47.5 |
    | 공공보건 | 2,460 | 1,384 | 56.3 |
    | 계 | 10,700 | 5,299 | 49.5 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [기능보강] current_appropriation=8240000000 execution=3915000000 execution_rate=0.475
    budget item program [공공보건] current_appropriation=2460000000 execution=1384000000 execution_rate=0.563
    budget total total [] current_appropriation=10700000000 execution=5299000000 execution_rate=0.495
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    2. 예산 신속집행 현황
    (단위: 백만원)
    | 사업구분 | 예산현액 | 대상액 | 집행액 | 집행률(%) |
    | ---- |
    | 기능보강 | 8,240 | 4,000 | 3,915 | 97.9 |
    | 계 | 10,700 | 5,500 | 5,299 | 96.3 |
  )",
                                  2026)
                               .records),
              R"(
)");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 신속집행 현황 (단위 : 백만원, %)
    | 구분 | 대상액 | 목표액 | 집행액 | 집행률 |
    | ---- |
    | 계 | 18,930 | 12,000 | 11,402 | 95.0 |
    | 안전교육사업 | 14,310 | 9,000 | 8,725 | 96.9 |
  )",
                                  2026)
                               .records),
              R"(
)");
}

// 수입·지출 예산: a title that names both sides tells no column which it is of.
TEST(HeadingWords, OfATitleOfBothSides) {
  EXPECT_TEXT(record_lines(mapped(R"(
    4. 2026년 수입·지출 예산  (단위: 백만원)
    | 수입 | < | < | < | 지출 | < | < | < |
    | 과목 | ’26년 | ’25년 | 증감 | 과목 | ’26년 | ’25년 | 증감 |
    | ---- |
    | 합계 | 17,600 | 17,175 | 425 | 합계 | 17,600 | 17,175 | 425 |
    | 출연금 | 9,850 | 9,400 | 450 | 인건비 | 4,310 | 4,085 | 225 |
    | 보조금 | 7,750 | 7,775 | △25 | 사업비 | 13,290 | 13,090 | 200 |
  )",
                                  2026)
                               .records),
              R"(
    revenue total total [] prior_year_budget=17175000000 budget_amount=17600000000 change_amount=425000000
    revenue item account [출연금] prior_year_budget=9400000000 budget_amount=9850000000 change_amount=450000000
    revenue item account [보조금] prior_year_budget=7775000000 budget_amount=7750000000 change_amount=-25000000
    budget total total [] prior_year_budget=17175000000 budget_amount=17600000000 change_amount=425000000
    budget item program [인건비] prior_year_budget=4085000000 budget_amount=4310000000 change_amount=225000000
    budget item program [사업비] prior_year_budget=13090000000 budget_amount=13290000000 change_amount=200000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 자활근로 유형별 예산
    | 사업유형 | 참여인원(명) | 2026년 예산(백만원) |
    | ---- |
    | 계 | 400 | 4,640 |
    | 시장진입형 | 130 | 1,480 |
    | 사회서비스형 | 270 | 3,160 |
  )",
                                  2026)
                               .records),
              R"(
    budget total total [] budget_amount=4640000000 {참여인원(명)}="400"
    budget item program [시장진입형] budget_amount=1480000000 {참여인원(명)}="130"
    budget item program [사회서비스형] budget_amount=3160000000 {참여인원(명)}="270"
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2026년 지출예산 (단위: 백만원)
    | 과목 | 예산액 |
    | ---- |
    | 인건비 | 4,310 |
    | 사업비 | 13,290 |
    | 지출합계 | 17,600 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [인건비] budget_amount=4310000000
    budget item program [사업비] budget_amount=13290000000
    budget total total [] budget_amount=17600000000
  )");
}

// What came over from last year and what was spent of it.
TEST(HeadingWords, OfWhatWasCarriedOver) {
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

// 1차년도(2025): the year that is counted, where it is printed; without it nobody knows which.
TEST(HeadingWords, OfYearsThatAreCounted) {
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
TEST(HeadingWords, OfWhatIsToBeAndWhy) {
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

}  // namespace
}  // namespace jangbu
