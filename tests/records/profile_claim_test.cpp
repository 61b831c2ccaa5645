// Which tables are of a kind at all, by their titles and rows.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// What is said of budgets alone says what the rows are, whatever heads them; 금액 does not.
TEST(ProfileClaim, RowsOfAnyNameUnderWordsOfBudgetsAlone) {
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

// Word processors part figures from letters in titles, too.
TEST(ProfileClaim, AmountsInTitlesSayNothing) {
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

// Titles of what is spent early: the budget's columns are the budget's only where nothing else stands beside them.
TEST(ProfileClaim, OfTitlesOfWhatIsSpentEarly) {
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
TEST(ProfileClaim, OfATitleOfBothSides) {
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

}  // namespace
}  // namespace jangbu
