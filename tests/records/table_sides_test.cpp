// Tables of the two sides of an account, 세입 and 세출: beside each other, below each other, over accounts and years.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(TableSides, TwoSidesBesideEachOther) {
  const char* const both = R"(
    revenue total total [] prior_year_budget=900000000 budget_amount=1000000000 change_amount=100000000
    revenue item account [물건판매] prior_year_budget=500000000 budget_amount=600000000 change_amount=100000000
    revenue item account [출연] prior_year_budget=400000000 budget_amount=400000000 change_amount=null
    budget total total [] prior_year_budget=900000000 budget_amount=1000000000 change_amount=100000000
    budget item program [재료] prior_year_budget=300000000 budget_amount=350000000 change_amount=50000000
    budget item program [인건비] prior_year_budget=600000000 budget_amount=650000000 change_amount=50000000
  )";
  for (const auto& [in, out] :
       {std::pair("수입", "지출"), std::pair("세 입", "세 출"), std::pair("수입 항목", "지출 항목"), std::pair("세입과목", "세출과목")}) {
    EXPECT_TEXT(record_lines(mapped("□ 2021년 예산 (단위: 백만원)\n| " + std::string(in) + " | ’21년 | ’20년 | 증감 | " + out +
                                    R"( | ’21년 | ’20년 | 증감 |
      | ---- |
      | 합계     | 1,000 | 900 | 100 | 합계   | 1,000 | 900 | 100 |
      | 물건판매 | 600   | 500 | 100 | 재료   | 350   | 300 | 50  |
      | 출연     | 400   | 400 | -   | 인건비 | 650   | 600 | 50  |
    )")
                                 .records),
                both)
        << in;
  }
  // One side alone is told by what heads its labels as well; without a word of budgets above it nothing is.
  const std::string alone = R"(
    | 수입     | 2021년 | 2020년 |
    | ---- |
    | 물건판매 | 600    | 500    |
    | 출연     | 400    | 400    |
  )";
  EXPECT_EQ(record_line(mapped("□ 예산 (단위: 백만원)\n" + alone).records.at(0)),
            "revenue item account [물건판매] prior_year_budget=500000000 budget_amount=600000000");
  EXPECT_TRUE(mapped("□ 행사 현황 (단위: 백만원)\n" + alone).records.empty());
}

TEST(TableSides, SettlementOfIncomeAndSpendingBesideASurplus) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2020년 특별회계 결산 전망 (단위: 백만원)
    | 구분   | 예산현액 | 수입액 | 지출액 | 잉여금 | 이월액 | 순세계잉여금 |
    | ---- |
    | 상수도 | 900      | 950    | 800    | 150    | 100    | 50           |
  )")
                               .records),
              R"(
    settlement item account [상수도] current_appropriation=900000000 revenue_settlement=950000000 expenditure_settlement=800000000 settlement_surplus=150000000 carry_over_out=100000000 net_surplus=50000000
  )");
}

// The accounts have the money, whichever way the table is printed.
TEST(TableSides, SidesOverAccounts) {
  const char* expected = R"(
    budget total total [] budget_amount=218000000
    budget item account [일반회계] budget_amount=188000000
    budget item account [교통사업특별회계] budget_amount=30000000
    revenue total total [] budget_amount=71000000
    revenue item account [일반회계] budget_amount=41000000
    revenue item account [교통사업특별회계] budget_amount=30000000
  )";
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산현황
    (단위: 백만원)
    | 구분 | 합계 | 일반회계 | 교통사업특별회계 |
    | ---- |
    | 세입 | 71 | 41 | 30 |
    | 세출 | 218 | 188 | 30 |
  )")
                               .records),
              expected);
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산현황
    (단위: 백만원)
    | 구분 | 세입 | 세출 |
    | ---- |
    | 합계 | 71 | 218 |
    | 일반회계 | 41 | 188 |
    | 교통사업특별회계 | 30 | 30 |
  )")
                               .records),
              expected);
}

// Before a row names its side, the columns have no field.
TEST(TableSides, SettlementsOfBothSidesOverYears) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 전년도 결산 대비
    (단위: 백만원)
    | 구분 | < | 2021년도 (A) | 2020년도 (B) | 증감액 (A-B) | 증감률 |
    | ---- |
    | 세입결산 | 계 | 690 | 680 | 10 | 1.5 |
    | ^ | 일반회계 | 580 | 570 | 10 | 1.8 |
    | ^ | 특별회계 | 110 | 110 | - | - |
    | 세출결산 | 계 | 650 | 630 | 20 | 3.2 |
    | ^ | 일반회계 | 550 | 530 | 20 | 3.8 |
    | ^ | 특별회계 | 100 | 100 | - | - |
  )")
                               .records),
              R"(
    revenue total total [] settlement=690000000 change_amount=10000000 change_rate=0.015 2020:settlement:settlement=680000000
    revenue item account [일반회계] settlement=580000000 change_amount=10000000 change_rate=0.018 2020:settlement:settlement=570000000
    revenue item account [특별회계] settlement=110000000 change_amount=null change_rate=null 2020:settlement:settlement=110000000
    budget total total [] settlement=650000000 change_amount=20000000 change_rate=0.032 2020:settlement:settlement=630000000
    budget item account [일반회계] settlement=550000000 change_amount=20000000 change_rate=0.038 2020:settlement:settlement=530000000
    budget item account [특별회계] settlement=100000000 change_amount=null change_rate=null 2020:settlement:settlement=100000000
  )");
  // Balances of the state's finances: nothing says that they are a budget.
  EXPECT_TEXT(record_lines(mapped(R"(
    1. 통합재정수지
    (단위: 십억원)
    | 구분 | 합계 | 일반회계 | 특별회계 |
    | ---- |
    | 수입 | 258 | 177 | 81 |
    | 경상수입 | 256 | 176 | 80 |
    | 지출 | 240 | 170 | 70 |
    | 경상지출 | 220 | 160 | 60 |
  )")
                               .records),
              "");
}

// 예산 집행 및 세입 징수 as a chapter: a table of the one is not of the other.
TEST(TableSides, AChapterOfBothSidesNamesNone) {
  for (const char* chapter : {"Ⅱ. 예산집행 및 세입 징수현황", "Ⅱ. 세입·세출 현황", "Ⅱ. 세입 징수 및 예산 집행"}) {
    EXPECT_TEXT(record_lines(mapped(std::string("    ") + chapter + R"(

    □ 부서별·사업별 예산집행 현황
    (단위: 백만원)
    | 부서·사업명 | 예산현액 | 지출액 | 집행률 |
    | ---- |
    | 가나과 | 50 | 40 | 80.0 |
    | 다라 정비 | 50 | 40 | 80.0 |
  )")
                                 .records),
                R"(
    budget item program [가나과] current_appropriation=50000000 payment=40000000 execution_rate=0.8
    budget item program [다라 정비] current_appropriation=50000000 payment=40000000 execution_rate=0.8
  )") << chapter;
  }
}

// 세출 (성질별): by what the rows are parted says nothing of what is measured.
TEST(TableSides, ASideThatNamesItsRows) {
  for (const char* by : {"성질별", "기능별", "부서별", "회계별", "조직별"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    (단위: 백만원)
    | 세 입 | < | 세 출 ()") + by + R"() | < |
    | 구분 | 예산안 | 구분 | 예산안 |
    | ---- |
    | 합계 | 90 | 합계 | 90 |
    | 자체수입 | 60 | 가나 | 50 |
    | 이전수입 | 30 | 다라 | 40 |
  )")
                                 .records),
                R"(
    revenue total total [] budget_amount=90000000
    revenue item account [자체수입] budget_amount=60000000
    revenue item account [이전수입] budget_amount=30000000
    budget total total [] budget_amount=90000000
    budget item program [가나] budget_amount=50000000
    budget item program [다라] budget_amount=40000000
  )") << by;
  }
}

// A sentence over a table is its title, without the words that point at the table.
TEST(TableSides, ASentenceAsATitle) {
  const auto read = [](const char* title) {
    return record_lines(mapped(std::string("    1. 세입예산안\n\n    ") + title + R"(
    (단위: 백만원)
    | 구분 | 2026년 예산안 | 2025년 본예산 |
    | ---- |
    | 지방교부세 | 90 | 80 |
    | 보조금 | 60 | 50 |
  )",
                               2026)
                            .records);
  };
  for (const char* title : {"○ 일반회계 세입예산안 내역은 다음과 같습니다.", "○ 재원별 세입예산 현황은 아래 표와 같음",
                            "○ 세입 내역은 다음과 같이 편성하였습니다.", "○ 세입예산 총괄입니다"}) {
    EXPECT_TEXT(read(title), R"(
    revenue item account [지방교부세] prior_year_budget=80000000 budget_amount=90000000
    revenue item account [보조금] prior_year_budget=50000000 budget_amount=60000000
  )") << title;
  }
}

// 수입 합계 and 지출 합계 over kinds that say neither: each side by its sums, and no row of the one among those of the other.
TEST(TableSides, TotalsThatNameTheirSide) {
  for (const char* whole : {"합계", "총계", "계"}) {
    const std::string sum = whole;
    EXPECT_TEXT(record_lines(mapped(R"(
    1. 예산 규모 (단위: 백만원)
    | 구분 | 2021년 예산(안) (A) | 2020년 예산 (B) | 증감 (A-B) |
    | ---- |
    | 수입 )" + sum + R"( | 90 | 80 | 10 |
    | 수익적수입 | 60 | 50 | 10 |
    | 자본적수입 | 30 | 30 | - |
    | 지출 )" + sum + R"( | 90 | 80 | 10 |
    | 수익적지출 | 50 | 45 | 5 |
    | 자본적지출 | 40 | 35 | 5 |
  )")
                                 .records),
                R"(
    revenue total total [] prior_year_budget=80000000 budget_amount=90000000 change_amount=10000000
    revenue item account [수익적수입] prior_year_budget=50000000 budget_amount=60000000 change_amount=10000000
    revenue item account [자본적수입] prior_year_budget=30000000 budget_amount=30000000 change_amount=null
    budget total total [] prior_year_budget=80000000 budget_amount=90000000 change_amount=10000000
    budget item program [수익적지출] prior_year_budget=45000000 budget_amount=50000000 change_amount=5000000
    budget item program [자본적지출] prior_year_budget=35000000 budget_amount=40000000 change_amount=5000000
  )") << whole;
  }
}

// 계 above its side, beside an empty cell: shading parts it from 수입, its sums do not.
TEST(TableSides, ASumAboveItsSide) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2021년도 예산 (단위: 백만원)
    | 구분 | < | 2021년 예산 | 2020년 예산 | 증감 |
    | ---- |
    |  | 계 | 90 | 80 | 10 |
    | 수입 | 분양수입 | 60 | 50 | 10 |
    | ^ | 임대수입 | 30 | 30 | - |
    |  | 계 | 90 | 80 | 10 |
    | 지출 | 보상비 | 50 | 45 | 5 |
    | ^ | 건축비 | 40 | 35 | 5 |
  )")
                               .records),
              R"(
    revenue total total [] prior_year_budget=80000000 budget_amount=90000000 change_amount=10000000
    revenue item account [수입 > 분양수입] prior_year_budget=50000000 budget_amount=60000000 change_amount=10000000
    revenue item account [수입 > 임대수입] prior_year_budget=30000000 budget_amount=30000000 change_amount=null
    budget total total [] prior_year_budget=80000000 budget_amount=90000000 change_amount=10000000
    budget item program [지출 > 보상비] prior_year_budget=45000000 budget_amount=50000000 change_amount=5000000
    budget item program [지출 > 건축비] prior_year_budget=35000000 budget_amount=40000000 change_amount=5000000
  )");
}

// 수입액 beside 예산액 is what came in; alone it is what is planned.
TEST(TableSides, IncomeBesideItsBudget) {
  for (const char* columns : {"예산액(A) | 수입액(B) | 수납률(B/A)", "예산현액 | 수입액 | 수납률"}) {
    const auto records = mapped(std::string(R"(
    □ 수입 결산 (단위: 백만원)
    | 과목 | )") + columns + R"( |
    | ---- |
    | 계 | 90 | 81 | 90.0 |
    | 기부금 | 60 | 51 | 85.0 |
    | 이자수입 | 30 | 30 | 100.0 |
  )")
                             .records;
    ASSERT_EQ(records.size(), 3U) << columns;
    const Figure* collected = records[1].find("revenue_collected");
    ASSERT_TRUE(collected) << columns;
    EXPECT_EQ(collected->value->to_string(), "51000000") << columns;
    EXPECT_TRUE(records[1].find("collection_rate")) << columns;
  }
}

// 세입 합계 names the side of all its parts, where a sentence stands between the title and the table.
TEST(TableSides, ATotalNamesTheSideOfItsParts) {
  const auto types = [](const char* total, const char* first, const char* second) {
    std::string out;
    for (const Record& record : mapped(std::string(R"(
    2. 2021년도 예산 총괄
    • 정산에 따른 감액에도 기금 전입으로 추경 규모 유지
    (단위: 백만원)
    | 재원별 | 본예산(A) | 제1회 추경예산액(B) | 증감(B-A) |
    | ---- |
    | )") + total + " | 300 | 330 | 30 |\n    | " +
                                       first + " | 200 | 220 | 20 |\n    | " + second + " | 100 | 110 | 10 |\n")
                                    .records)
      out += record.type + " ";
    return out;
  };
  EXPECT_EQ(types("세입 합계", "중앙이전", "내부거래"), "revenue revenue revenue ");
  EXPECT_EQ(types("세출 합계", "인적자원운용", "교육복지"), "budget budget budget ");
  EXPECT_EQ(types("합계", "인적자원운용", "교육복지"), "budget budget budget ");
}

}  // namespace
}  // namespace jangbu
