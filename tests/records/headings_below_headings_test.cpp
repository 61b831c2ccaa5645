// What a heading says below another: sums over their parts, dimensions over their members, phases beside phases.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// 미집행액 over 이월액 | 불용액: the outer heading is what the inner ones add up to, and says nothing more of them.
TEST(HeadingsBelowHeadings, OfASumOverItsParts) {
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

// 예산현액 over what it is made of.
TEST(HeadingsBelowHeadings, OfTheAppropriationOverItsParts) {
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

// Under 직렬별 현원 each heading names a member, whatever its word means elsewhere; a total does not.
TEST(HeadingsBelowHeadings, OfMembersOfANamedDimension) {
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
    headcount total total [] authorized_headcount=61 actual_headcount=33 직급별:상위직:authorized_headcount=31 직급별:상위직:actual_headcount=20 직급별:하위직:authorized_headcount=30 직급별:하위직:actual_headcount=13
  )");
}

// A change against one phase beside a rate against another: each base has to be told.
TEST(HeadingsBelowHeadings, OfChangesAgainstTwoPhases) {
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

}  // namespace
}  // namespace jangbu
