// A budget on its way: requested, proposed, amended, and what the next year starts from.
#include <gtest/gtest.h>

#include "dump.h"
#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(StagesOfBudgets, TwoAmendmentsOfOneYear) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 구분     | 추경예산(2차) | 추경예산(1차) | 증감 | 증감률(%) |
    | ---- |
    | 가계정   | 580           | 584           | △4   | △0.7      |
    | 나계정   | 369           | 360           | 9    | 2.5       |
  )")
                               .records),
              R"(
    budget item program [가계정] pre_amendment_budget=584000 supplementary_budget=580000 change_amount=-4000 change_rate=-0.007
    budget item program [나계정] pre_amendment_budget=360000 supplementary_budget=369000 change_amount=9000 change_rate=0.025
  )");
  // The earlier one first, under a year.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 구분   | 2021년도      | <             | 증감액 |
    | ^      | 제1회 추경예산 | 제3회 추경예산 | ^      |
    | ---- |
    | 가계정 | 584           | 580           | △4     |
    | 나계정 | 360           | 369           | 9      |
  )")
                               .records),
              R"(
    budget item program [가계정] pre_amendment_budget=584000 supplementary_budget=580000 change_amount=-4000
    budget item program [나계정] pre_amendment_budget=360000 supplementary_budget=369000 change_amount=9000
  )");
  // Nothing says whether they are totals or changes: neither is the year's amended budget.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 구분   | 예산액 | 추경예산(1차) | 추경예산(2차) |
    | ---- |
    | 가계정 | 580    | 21            | 35            |
  )")
                               .records),
              R"(
    budget item program [가계정] budget_amount=580000 {추경예산(1차)}="21" {추경예산(2차)}="35"
  )");
}

TEST(StagesOfBudgets, LastYearOrBeforeTheAmendment) {
  // A form for both: in a budget one, in an amendment the other. Where the title does not tell, it is neither.
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 제1회 추가경정 세출예산 (단위: 천원)
    | 과목   | 예산액 | 전년도(기정) 예산액 | 비교증감 |
    | ---- |
    | 인건비 | 580    | 540                 | 40       |
  )")
                               .records),
              R"(
    budget item program [인건비] budget_amount=580000 pre_amendment_budget=540000 change_amount=40000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세출예산 (단위: 천원)
    | 과목   | 예산액 | 전년도(기정) 예산액 | 비교증감 |
    | ---- |
    | 인건비 | 580    | 540                 | 40       |
  )")
                               .records),
              R"(
    budget item program [인건비] budget_amount=580000 change_amount=40000 {전년도(기정) 예산액}="540"
  )");
}

// ’20년 본예산 | 추경: a new total of last year is its final budget, a change of it is none.
TEST(StagesOfBudgets, LastYearsAmendment) {
  const auto budgets =
      [](const char* first, const char* second) {
        return record_lines(mapped(std::string(R"(
    (단위: 억원)
    | 구분 | ’20년 | < | ’21년 예산안 |
    | ^ | 본예산 | 추경 | ^ |
    | ---- |
    | 일반회계 | 17,680 | )") + first +
                                   R"( | 18,426 |
    | 기금 | 7,897 | )" + second + R"( | 8,208 |
  )")
                                .records);
      };
  EXPECT_TEXT(budgets("17,995", "7,897"), R"(
    budget item program [일반회계] prior_year_original_budget=1768000000000 prior_year_final_budget=1799500000000 budget_amount=1842600000000
    budget item program [기금] prior_year_original_budget=789700000000 prior_year_final_budget=789700000000 budget_amount=820800000000
  )");
  EXPECT_TEXT(budgets("315", "-"), R"(
    budget item program [일반회계] prior_year_original_budget=1768000000000 budget_amount=1842600000000 2020:supplementary:supplementary_budget=31500000000
    budget item program [기금] prior_year_original_budget=789700000000 budget_amount=820800000000 2020:supplementary:supplementary_budget=null
  )");
}

// 기정예산 | 금회 추경 | 추경 후 예산: what is added now, and what it makes.
TEST(StagesOfBudgets, BeforeAndAfterAnAmendment) {
  for (const char* columns : {"기정예산(A) | 금회 추경(B) | 추경 후 예산(A+B)", "추경 전 예산(A) | 금번 추경(B) | 추경후예산(A+B)"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    □ 세출예산 (단위: 백만원)
    | 실국명 | )") + columns + R"( |
    | ---- |
    | 가나실 | 80 | 10 | 90 |
    | 다라국 | 50 | 5 | 55 |
  )")
                                 .records),
                R"(
    budget item department [가나실] pre_amendment_budget=80000000 supplementary_budget=10000000 final_budget=90000000
    budget item department [다라국] pre_amendment_budget=50000000 supplementary_budget=5000000 final_budget=55000000
  )") << columns;
  }
}

// What an office asks for and what the government proposes: two fields where both are printed.
TEST(StagesOfBudgets, RequestedAndProposed) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 프로그램별 예산 (단위: 백만원)
    | 단위사업 | 2020년 예산(A) | 2021년 예산 | < | 증감(B-A) |
    | ^ | ^ | 요구안 | 정부안(B) | ^ |
    | ---- |
    | 가나 | 80 | 100 | 90 | 10 |
    | 다라 | 50 | 70 | 60 | 10 |
  )")
                               .records),
              R"(
    budget item program [가나] prior_year_budget=80000000 requested_budget=100000000 proposed_budget=90000000 change_amount=10000000
    budget item program [다라] prior_year_budget=50000000 requested_budget=70000000 proposed_budget=60000000 change_amount=10000000
  )");
  for (const char* column : {"2021년 요구액", "2021년 예산요구", "2021년 신청액"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    □ 사업별 예산 (단위: 백만원)
    | 사업명 | 2020년 예산 | )") + column +
                                    R"( |
    | ---- |
    | 가나 | 80 | 100 |
  )")
                                 .records),
                R"(
    budget item program [가나] prior_year_budget=80000000 proposed_budget=100000000
  )") << column;
  }
}

// 기정 | 금회추경 | 계: what both add up to is the budget after the amendment. A sum that is none of theirs stays open.
TEST(StagesOfBudgets, WhatAnAmendmentLeadsTo) {
  const auto rows = [](const std::string& titles, const char* sum) {
    return record_lines(mapped("□ 주요 증액사업 (단위: 백만원)\n    | 세부사업명 | " + titles +
                               " |\n    | ---- |\n    | 가나 정비 | 900 | 100 | " + sum +
                               " |\n    | 다라 정비 | 500 | 40 | 540 |\n    | 마바 정비 | 300 | 20 | 320 |\n")
                            .records);
  };
  for (const char* titles : {"기정 | 금회추경 | 계", "기정예산 | 제2회 추경 | 합계", "기정액 | 금회 추경 | 총계"})
    EXPECT_TEXT(rows(titles, "1,000"), R"(
      budget item program [가나 정비] pre_amendment_budget=900000000 supplementary_budget=100000000 final_budget=1000000000
      budget item program [다라 정비] pre_amendment_budget=500000000 supplementary_budget=40000000 final_budget=540000000
      budget item program [마바 정비] pre_amendment_budget=300000000 supplementary_budget=20000000 final_budget=320000000
    )") << titles;
  EXPECT_EQ(rows("기정 | 금회추경 | 계", "1,007").find("final_budget"), std::string::npos);
}

// A change goes from what last year had in the end; its rate is of the same.
TEST(StagesOfBudgets, AChangeFromWhatLastYearHadInTheEnd) {
  for (const char* titles : {"| ’20년 본예산 | ’20년 추경(A) | ’21년 예산안(B) | 증감 | 증감률 |",
                             "| ’20년 당초예산 | ’20년 최종예산 | ’21년 예산안 | 증감 | 증감률 |"}) {
    const Processed read = processed(
        std::string("2021년 예산안\n\n□ 세출예산 (단위: 백만원, %)\n\n| 사업 ") + titles +
            "\n|---|---|---|---|---|---|\n| 가나 정비 | 800 | 900 | 990 | 90 | 10.0 |\n| 다라 정비 | 700 | 750 | 600 | △150 | △20.0 |\n",
        "2021 가나국 예산안.txt");
    EXPECT_TRUE(read.findings.empty()) << titles;
    const Processed wrong = processed(
        std::string("2021년 예산안\n\n□ 세출예산 (단위: 백만원, %)\n\n| 사업 ") + titles +
            "\n|---|---|---|---|---|---|\n| 가나 정비 | 800 | 900 | 990 | 90 | 11.9 |\n| 다라 정비 | 700 | 750 | 600 | △150 | △20.0 |\n",
        "2021 가나국 예산안.txt");
    ASSERT_EQ(wrong.findings.size(), 1u) << titles;
    EXPECT_EQ(wrong.findings[0].field, "change_rate") << titles;
  }
}

// ’20년 계획(수정): what the change of this year goes from is last year's budget, whatever it was called.
TEST(StagesOfBudgets, LastYearsRevisedPlan) {
  const auto rows = [](const char* last, const char* change) {
    return record_lines(mapped(std::string("□ 가나기금 수입·지출계획 (단위: 백만원)\n    | 구분 | 항목 | ") + last +
                               " | ’21년 계획안 | 증감 |\n    | ---- |\n    | 수입 | 이자수입 | 100 | 130 | " + change +
                               " |\n    | 수입 | 자체수입 | 200 | 210 | 10 |\n    | 지출 | 융자사업 | 250 | 270 | 20 |\n    | 지출 | "
                               "운영비 | 50 | 70 | 20 |\n")
                            .records);
  };
  const char* expected = R"(
    revenue item account [수입 > 이자수입] prior_year_budget=100000000 budget_amount=130000000 change_amount=30000000
    revenue item account [수입 > 자체수입] prior_year_budget=200000000 budget_amount=210000000 change_amount=10000000
    budget item program [지출 > 융자사업] prior_year_budget=250000000 budget_amount=270000000 change_amount=20000000
    budget item program [지출 > 운영비] prior_year_budget=50000000 budget_amount=70000000 change_amount=20000000
  )";
  for (const char* last : {"’20년 계획(수정)", "’20년 계획", "’20년 수정계획"}) EXPECT_TEXT(rows(last, "30"), expected) << last;
}

// 기정액 | 증감 | 계, 최종(제3회 추경), 이월예정액.
TEST(StagesOfBudgets, AsClerksCallThem) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ❍ 국·실별 세출(일반회계) (단위: 천원)
    | 국·실 | 기정액 | 증감 | 계 |
    | ---- |
    | 감사관 | 300 | 50 | 350 |
    | 행정국 | 700 | △50 | 650 |
  )")
                               .records),
              R"(
    budget item department [감사관] budget_amount=350000 pre_amendment_budget=300000 change_amount=50000
    budget item department [행정국] budget_amount=650000 pre_amendment_budget=700000 change_amount=-50000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    나. 예산 총규모 (단위: 백만원)
    | 회계별 | 2021년 예산안 | 2020년 예산 | < |
    | ^ | ^ | 당초 | 최종 (제3회 추경) |
    | ---- |
    | 일반회계 | 517 | 489 | 535 |
    | 특별회계 | 29 | 28 | 31 |
  )")
                               .records),
              R"(
    budget item account [일반회계] prior_year_original_budget=489000000 prior_year_final_budget=535000000 budget_amount=517000000
    budget item account [특별회계] prior_year_original_budget=28000000 prior_year_final_budget=31000000 budget_amount=29000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    라. 명시이월사업 조서 (단위: 백만원)
    | 사업명 | 예산현액 | 지출예정액 | 이월예정액 |
    | ---- |
    | 산성 정비 | 320 | 114 | 206 |
  )")
                               .records),
              "budget item program [산성 정비] current_appropriation=320000000 carry_over_out=206000000 projected_execution=114000000\n");
}

// Of a budget by words that only budgets have: 정부안 and what the assembly made of it, what is asked for beside what was given.
TEST(StagesOfBudgets, NamedByTheirStageAlone) {
  for (const char* columns : {"정부안(A) | 국회확정(B) | 증감(B-A)", "정부안 | 확정 | 증감", "정부안(A) | 최종(B) | 증감(B-A)"})
    EXPECT_TEXT(record_lines(mapped(std::string("Ⅱ. 심의 결과\n    (단위: 백만원)\n    | 세부사업 | ") + columns +
                                    " |\n    | ---- |\n    | 갯벌 복원 | 184 | 202 | 18 |\n    | 주민 지원 | 62 | 60 | △2 |\n")
                                 .records),
                R"(
      budget item program [갯벌 복원] final_budget=202000000 proposed_budget=184000000 change_amount=18000000
      budget item program [주민 지원] final_budget=60000000 proposed_budget=62000000 change_amount=-2000000
    )") << columns;
  EXPECT_TEXT(record_lines(mapped(R"(
    ▣ 2021년 출연(안) (단위: 백만원)
    | 구분 | 2021년 요구액(A) | 2020년 출연금(B) | 증감액(A-B) |
    | ---- |
    | 인건비 | 486 | 461 | 25 |
    | 기본경비 | 73 | 75 | △2 |
  )")
                               .records),
              R"(
    budget item program [인건비] prior_year_budget=461000000 proposed_budget=486000000 change_amount=25000000
    budget item program [기본경비] prior_year_budget=75000000 proposed_budget=73000000 change_amount=-2000000
  )");
}

// 조정 is what a tax office assesses where something is collected, and elsewhere what an amendment leaves: no revenue.
TEST(StagesOfBudgets, WhatIsAdjusted) {
  for (const Record& record : mapped(R"(
    ■ 주요 감액사업 (단위: 백만원)
    | 사업명 | 기정액 | 감액 | 조정액 | 감액 사유 |
    | ---- |
    | 차량기지 이전 | 960 | ▲720 | 240 | 재조사 |
    | 환승센터 건립 | 900 | ▲500 | 400 | 보상 지연 |
  )")
                                  .records)
    EXPECT_NE(record.type, "revenue");
  const auto taxes =
      mapped("□ 지방세 (단위: 백만원)\n    | 세목 | 조정액 | 수납액 | 미수납액 |\n    | ---- |\n    | 주민세 | 100 | 90 | 10 |\n").records;
  ASSERT_EQ(taxes.size(), 1U);
  EXPECT_TRUE(taxes[0].find("revenue_assessed"));
}

// 경정 is what an amendment makes of 기정; of a reserve the stages are those of any budget.
TEST(StagesOfBudgets, WhatAnAmendmentMakesOfIt) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세출예산 (단위: 백만원)
    | 구분 | 기정예산액 | 경정예산액 | 비교증감 | 증감률(%) |
    | ---- |
    | 계     | 800 | 840 | 40 | 5.0 |
    | 가사업 | 300 | 290 | △10 | △3.3 |
    | 나사업 | 500 | 550 | 50 | 10.0 |
  )")
                               .records),
              R"(
    budget total total [] pre_amendment_budget=800000000 supplementary_budget=840000000 change_amount=40000000 change_rate=0.05
    budget item program [가사업] pre_amendment_budget=300000000 supplementary_budget=290000000 change_amount=-10000000 change_rate=-0.033
    budget item program [나사업] pre_amendment_budget=500000000 supplementary_budget=550000000 change_amount=50000000 change_rate=0.1
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예비비 (단위: 백만원)
    | 구분 | 기정예산 | 추경 | 계 |
    | ---- |
    | 일반예비비 | 10 | 5 | 15 |
    | 재해예비비 | 20 | △5 | 15 |
  )")
                               .records),
              R"(
    budget item program [일반예비비] pre_amendment_budget=10000000 supplementary_budget=5000000 final_budget=15000000
    budget item program [재해예비비] pre_amendment_budget=20000000 supplementary_budget=-5000000 final_budget=15000000
  )");
}

}  // namespace
}  // namespace jangbu
