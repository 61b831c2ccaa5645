// Kinds of tables that reports print, and the labels in front of their rows.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// ---- accounts, sources, carry-over -------------------------------------------------------------------------------------

TEST(TableShapes, BudgetByAccount) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 회계별   | 예산현액 | 지출액 |
    | ---- |
    | 합계     | 900      | 600    |
    | 일반회계 | 700      | 500    |
    | 특별회계 | 200      | 100    |
  )")
                               .records),
              R"(
    budget total total [] current_appropriation=900000000 payment=600000000
    budget item account [일반회계] current_appropriation=700000000 payment=500000000
    budget item account [특별회계] current_appropriation=200000000 payment=100000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 부서   | 예산액 | <        | <        |
    | ^      | 계     | 일반회계 | 특별회계 |
    | ---- |
    | 가나과 | 900    | 700      | 200      |
    | 다라과 | 500    | 500      | -        |
  )")
                               .records),
              R"(
    budget item department [가나과] budget_amount=900000000 회계별:일반회계:budget_amount=700000000 회계별:특별회계:budget_amount=200000000
    budget item department [다라과] budget_amount=500000000 회계별:일반회계:budget_amount=500000000 회계별:특별회계:budget_amount=null
  )");
}

TEST(TableShapes, BudgetBySource) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 사업명 | 예산액 | <     | <     | <     |
    | ^      | 계     | 국비  | 시비  | 구비  |
    | ---- |
    | 교육   | 1,000  | 500   | 300   | 200   |
    | 상담   | 400    | -     | 400   | -     |
  )")
                               .records),
              R"(
    budget item program [교육] budget_amount=1000000 central_government_share=500000 city_share=300000 district_share=200000
    budget item program [상담] budget_amount=400000 central_government_share=null city_share=400000 district_share=null
  )");
}

TEST(TableShapes, CarryOver) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 이월사업 현황 (단위: 백만원)
    | 부서   | 계  | 명시이월 | 사고이월 | 계속비이월 |
    | ---- |
    | 합계   | 100 | 70       | 20       | 10         |
    | 가나과 | 60  | 40       | 20       | -          |
    | 다라과 | 40  | 30       | -        | 10         |
  )")
                               .records),
              R"(
    carry_over total total [] carry_over_out=100000000 carry_over_out_approved=70000000 carry_over_out_incidental=20000000 carry_over_out_continuing=10000000
    carry_over item department [가나과] carry_over_out=60000000 carry_over_out_approved=40000000 carry_over_out_incidental=20000000 carry_over_out_continuing=null
    carry_over item department [다라과] carry_over_out=40000000 carry_over_out_approved=30000000 carry_over_out_incidental=null carry_over_out_continuing=10000000
  )");
  EXPECT_EQ(record_line(mapped(R"(
    (단위: 백만원)
    | 사업명 | 예산현액 | 지출액 | 다음연도 이월액 | <    | <    | <      | 불용액 |
    | ^      | ^        | ^      | 계              | 명시 | 사고 | 계속비 | ^      |
    | ---- |
    | 교육   | 1,000    | 800    | 150             | 100  | 50   | -      | 50     |
  )")
                            .records.at(0)),
            "budget item program [교육] current_appropriation=1000000000 payment=800000000 lapsed_appropriation=50000000 "
            "carry_over_out=150000000 "
            "carry_over_out_approved=100000000 carry_over_out_incidental=50000000 carry_over_out_continuing=null");
}

TEST(TableShapes, Funds) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 기금 조성 현황 (단위: 백만원)
    | 기금명       | 전년도말 조성액 | 수입 | 지출 | 당해연도말 조성액 |
    | ---- |
    | 합계         | 500             | 60   | 40   | 520               |
    | 재난관리기금 | 300             | 40   | 10   | 330               |
    | 양성평등기금 | 200             | 20   | 30   | 190               |
  )")
                               .records),
              R"(
    fund total total [] fund_opening_balance=500000000 fund_income=60000000 fund_expenditure=40000000 fund_closing_balance=520000000
    fund item fund [재난관리기금] fund_opening_balance=300000000 fund_income=40000000 fund_expenditure=10000000 fund_closing_balance=330000000
    fund item fund [양성평등기금] fund_opening_balance=200000000 fund_income=20000000 fund_expenditure=30000000 fund_closing_balance=190000000
  )");
}

TEST(TableShapes, RevenueByAccount) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 회계별 세입 현황 (단위: 백만원)
    | 회계별   | 예산액 | 징수결정액 | 징수액 | 미수납액 | 징수율 |
    | ---- |
    | 합계     | 900    | 950        | 900    | 50       | 94.7%  |
    | 일반회계 | 700    | 740        | 710    | 30       | 95.9%  |
    | 특별회계 | 200    | 210        | 190    | 20       | 90.5%  |
  )")
                               .records),
              R"(
    revenue total total [] budget_amount=900000000 revenue_assessed=950000000 revenue_collected=900000000 collection_rate=0.947 revenue_uncollected=50000000
    revenue item account [일반회계] budget_amount=700000000 revenue_assessed=740000000 revenue_collected=710000000 collection_rate=0.959 revenue_uncollected=30000000
    revenue item account [특별회계] budget_amount=200000000 revenue_assessed=210000000 revenue_collected=190000000 collection_rate=0.905 revenue_uncollected=20000000
  )");
}

// ---- labels ------------------------------------------------------------------------------------------------------------

TEST(TableShapes, ThreeLabelColumns) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 부서   | 단위사업 | 세부사업 | 예산현액 | 지출액 |
    | ---- |
    | 합계   | <        | <        | 1,000    | 600    |
    | 가나과 | 소계     | <        | 700      | 420    |
    | ^      | 복지     | 소계     | 700      | 420    |
    | ^      | ^        | 교육     | 400      | 250    |
    | ^      | ^        | 상담     | 300      | 170    |
    | 다라과 | 안전     | 시설     | 300      | 180    |
  )")
                               .records),
              R"(
    budget total total [] current_appropriation=1000000 payment=600000
    budget subtotal department [가나과] current_appropriation=700000 payment=420000
    budget subtotal category [가나과 > 복지] current_appropriation=700000 payment=420000
    budget item program [가나과 > 복지 > 교육] current_appropriation=400000 payment=250000
    budget item program [가나과 > 복지 > 상담] current_appropriation=300000 payment=170000
    budget item program [다라과 > 안전 > 시설] current_appropriation=300000 payment=180000
  )");
}

TEST(TableShapes, ALabelPrintedOnceHoldsForTheRowsBelow) {
  const Mapped m = mapped(R"(
    (단위: 천원)
    | 부서   | 사업명 | 예산현액 | 지출액 |
    | ---- |
    | 합계   |        | 1,000    | 600    |
    | 가나과 | 교육   | 400      | 250    |
    |        | 상담   | 300      | 170    |
    | 다라과 | 시설   | 300      | 180    |
  )");
  ASSERT_EQ(m.records.size(), 4u);
  EXPECT_EQ(joined(m.records[2].path, ">"), "가나과>상담");
  EXPECT_EQ(m.records[0].role, RowRole::kTotal);
}

TEST(TableShapes, TextBehindTheNameIsNoName) {
  const Mapped m = mapped(R"(
    (단위: 천원)
    | 사업명 | 사업기간   | 담당부서 | 예산현액 | 지출액 |
    | ---- |
    | 교육   | 2021.1.~6. | 가나과   | 400      | 250    |
    | 상담   | 2021.3.~9. | 가나과   | 300      | 170    |
  )");
  EXPECT_EQ(record_line(m.records.at(0)),
            "budget item program [교육] current_appropriation=400000 payment=250000 {사업기간}=\"2021.1.~6.\" {담당부서}=\"가나과\"");
}

TEST(TableShapes, BulletsTellLevelsWhereSumsDoNot) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 구분          | 예산현액 | 지출액 |
    | ---- |
    | 합계          | 100      | 60     |
    | □ 복지 증진   | 70       | 40     |
    | - 교육        | 40       | 25     |
    | - 상담        | 31       | 15     |
    | □ 안전 관리   | 30       | 20     |
    | - 시설        | 20       | 12     |
    | - 훈련        | 10       | 8      |
  )")
                               .records),
              R"(
    budget total total [] current_appropriation=100000000 payment=60000000
    budget subtotal category [복지 증진] current_appropriation=70000000 payment=40000000
    budget item program [복지 증진 > 교육] current_appropriation=40000000 payment=25000000
    budget item program [복지 증진 > 상담] current_appropriation=31000000 payment=15000000
    budget subtotal category [안전 관리] current_appropriation=30000000 payment=20000000
    budget item program [안전 관리 > 시설] current_appropriation=20000000 payment=12000000
    budget item program [안전 관리 > 훈련] current_appropriation=10000000 payment=8000000
  )");
}

TEST(TableShapes, AHeaderMayNameTheUnitOfItsColumn) {
  const Mapped m =
      mapped("(단위: 천원)\n| 사업명 | 예산현액(백만원) | 지출액 |\n| --- |\n| 교육 | 400 | 250,000 |\n| 상담 | 300 | 170,000 |\n");
  EXPECT_EQ(record_line(m.records.at(0)), "budget item program [교육] current_appropriation=400000000 payment=250000000");
}

// ---- properties --------------------------------------------------------------------------------------------------------

TEST(TableShapes, MappingAgainChangesNothing) {
  Mapped m = mapped(R"(
    | 직급   | 정원 | 현원 | 직급 | 정원 | 현원 |
    | ---- |
    | 3급    | 1    | 1    | 5급  | 4    | 3    |
    | 4급    | 2    | 2    | 6급  | 9    | 9    |
    | 총계   | <    | <    | <    | 16   | 15   |
  )");
  const std::string first = record_lines(m.records);
  normalize(m.document);
  EXPECT_EQ(record_lines(map_records(m.document, built_in().profiles, built_in().lexicon)), first);
}

// ---- costs of whole projects, and what is no budget of the office ---------------------------------------------------------

TEST(TableShapes, ExecutionBesideWhatIsLeftIsOfTheWholeProject) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명 | 총사업비 | 집행액 | 향후소요액 |
    | ---- |
    | 가로   | 1,000    | 300    | 700        |
    | 나교   | 500      | 500    | -          |
  )")
                               .records),
              R"(
    project_cost item source [가로] total_project_cost=1000000000 invested_to_date=300000000 remaining_cost=700000000
    project_cost item source [나교] total_project_cost=500000000 invested_to_date=500000000 remaining_cost=null
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 구분 | 총사업비 | 기집행액 | 향후 소요 |
    | ---- |
    | 국비 | 600      | 200      | 400       |
    | 시비 | 400      | 100      | 300       |
  )")
                               .records),
              R"(
    project_cost item source [국비] total_project_cost=600000000 invested_to_date=200000000 remaining_cost=400000000
    project_cost item source [시비] total_project_cost=400000000 invested_to_date=100000000 remaining_cost=300000000
  )");
  // Nothing says what is left: the execution may be the year's.
  const auto open = mapped(R"(
    (단위: 백만원)
    | 사업명 | 사업기간  | 총사업비 | 집행액 |
    | ---- |
    | 가로   | 2023~2026 | 1,000    | 300    |
    | 나교   | 2022~2025 | 500      | 500    |
  )")
                        .records;
  for (const Record& record : open) EXPECT_FALSE(record.find("invested_to_date"));
}

TEST(TableShapes, MoneyOfThingsThatAreNoPartOfTheOfficeIsNoBudget) {
  for (const char* heading : {"축제명", "시설명", "위원회명", "행사명", "동아리"}) {
    const auto records = mapped(std::string(R"(
    (단위: 백만원)
    | )") + heading + R"( | 장소 | 예산액 |
    | ---- |
    | 가나 | 공원 | 300 |
    | 다라 | 광장 | 120 |
  )")
                             .records;
    EXPECT_TRUE(records.empty()) << heading;
  }
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명 | 장소 | 예산액 |
    | ---- |
    | 가나   | 공원 | 300    |
  )")
                               .records),
              "budget item program [가나] budget_amount=300000000 {장소}=\"공원\"");
}

TEST(TableShapes, SourcesUnderTheWholeCost) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 지구명 | 총사업비 | <    | <    | <    | 기투자 | 향후 |
    | ^      | 계       | 국비 | 도비 | 군비 | ^      | ^    |
    | ---- |
    | 가지구 | 1,000    | 500  | 200  | 300  | 400    | 600  |
  )")
                               .records),
              R"(
    project_cost item source [가지구] total_project_cost=1000000000 invested_to_date=400000000 central_government_share=500000000 city_share=200000000 district_share=300000000 remaining_cost=600000000
  )");
}

TEST(TableShapes, DebtsBelowAChapterOfFundsAreNoFunds) {
  for (const char* title : {"2. 채권 현재액", "2. 채무 현재액", "2. 공유재산 현재액"}) {
    const auto records = mapped(std::string("Ⅳ. 기금·채권·채무\n\n") + title + R"(
    (단위: 백만원)
    | 구분   | 2023년도 말 | 발생액 | 소멸액 | 2024년도 말 |
    | ---- |
    | 융자금 | 900         | 100    | 200    | 800         |
    | 보증금 | 700         | 50     | 90     | 660         |
  )")
                             .records;
    EXPECT_TRUE(records.empty()) << title;
  }
}

TEST(TableShapes, ARowNamedAfterTheSideOfItsTableIsOneOfItsRows) {
  for (const char* name : {"지방세수입", "세입", "국세수입"}) {
    const auto records = mapped(std::string(R"(
    □ 일반회계 세입결산 (단위: 백만원)
    | 과목 | 예산현액 | 징수결정액 | 실제수납액 |
    | ---- |
    | 합계 | 900 | 950 | 910 |
    | )") + name + R"( | 600 | 640 | 610 |
    | 보통세 | 590 | 600 | 595 |
    | 지난연도분 | 10 | 40 | 15 |
    | 세외수입 | 300 | 310 | 300 |
  )")
                             .records;
    ASSERT_EQ(records.size(), 5u) << name;
    EXPECT_EQ(records[1].name, name);
    EXPECT_EQ(records[1].role, RowRole::kSubtotal) << name;
  }
}

// ---- amendments, school accounts, settlements with signs ------------------------------------------------------------------

TEST(TableShapes, TwoAmendmentsOfOneYear) {
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

TEST(TableShapes, LastYearOrBeforeTheAmendment) {
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

TEST(TableShapes, AUnitInTheFirstRowHeadsNoColumn) {
  EXPECT_TEXT(record_lines(mapped(R"(
    |        |                  |                  |              | (단위: 백만원) |
    | 구분   | 2020년 예산(A)   | 2021년 예산(B)   | 증감(B-A)    |                |
    | ^      | ^                | ^                | ^            | %              |
    | ---- |
    | 가사업 | 400              | 500              | 100          | 25.0           |
    | 나사업 | 200              | 250              | 50           | 25.0           |
  )")
                               .records),
              R"(
    budget item program [가사업] prior_year_budget=400000000 budget_amount=500000000 change_amount=100000000 change_rate=0.25
    budget item program [나사업] prior_year_budget=200000000 budget_amount=250000000 change_amount=50000000 change_rate=0.25
  )");
}

TEST(TableShapes, SettlementWithSignsOverItsColumns) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세입·세출 결산 총괄 (단위: 원)
    | 구분     | 예산현액 | 결산            | <               | <                      | 결산상 잉여금 세부내역 | <                     | <                        |
    | ^        | ^        | 세입(수납액) ㉮ | 세출(지출액) ㉯ | 결산상 잉여금 ㉰=㉮-㉯ | 다음연도 이월액 ㉱     | 보조금 실제반납금 ㉲  | 순세계잉여금 ㉳=㉰-㉱-㉲ |
    | ---- |
    | 합계     | 46,865   | 47,171          | 38,069          | 9,102                  | 3,919                  | 506                   | 4,677                    |
    | 일반회계 | 45,665   | 45,982          | 37,156          | 8,826                  | 3,694                  | 491                   | 4,641                    |
    | 특별회계 | 1,200    | 1,189           | 913             | 276                    | 225                    | 15                    | 36                       |
  )")
                               .records),
              R"(
    settlement total total [] current_appropriation=46865 revenue_settlement=47171 expenditure_settlement=38069 settlement_surplus=9102 carry_over_out=3919 subsidy_return=506 net_surplus=4677
    settlement item account [일반회계] current_appropriation=45665 revenue_settlement=45982 expenditure_settlement=37156 settlement_surplus=8826 carry_over_out=3694 subsidy_return=491 net_surplus=4641
    settlement item account [특별회계] current_appropriation=1200 revenue_settlement=1189 expenditure_settlement=913 settlement_surplus=276 carry_over_out=225 subsidy_return=15 net_surplus=36
  )");
}

TEST(TableShapes, WhatWasSpentSoFar) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 회계별   | 예산현액(A) | 지출액 누계(B) | 집행 잔액(A-B) | 집행률(B/A) |
    | ---- |
    | 일반회계 | 800         | 600            | 200            | 75.0%       |
  )")
                               .records),
              R"(
    budget item account [일반회계] current_appropriation=800000 payment=600000 unspent_balance=200000 execution_rate=0.75
  )");
  // A sum over what nothing names is of nothing.
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예산 현황 (단위: 천원)
    | 구분   | 1월 | 2월 | 누계 |
    | ---- |
    | 가사업 | 8   | 6   | 14   |
  )")
                               .records),
              "");
}

// ---- years as rows, halves of two sides, members under one heading -----------------------------------------------------

TEST(TableShapes, WhatIsCountedBesideABudgetHasNone) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 최근 3년간 예산 추이 (단위: 백만원)
    | 연도   | 예산액 | 증가율(%) | 시험과제 수(건) | 보고서 발간(편) |
    | ---- |
    | 2019년 | 200    | 5.0       | 31              | 88              |
    | 2020년 | 210    | 5.0       | 34              | 94              |
    | 2021년 | 231    | 10.0      | 38              | -               |
  )")
                               .records),
              R"(
    budget item program [2019년] budget_amount=200000000 change_rate=0.05 {시험과제 수(건)}="31" {보고서 발간(편)}="88"
    budget item program [2020년] budget_amount=210000000 change_rate=0.05 {시험과제 수(건)}="34" {보고서 발간(편)}="94"
    budget item program [2021년] budget_amount=231000000 change_rate=0.1 {시험과제 수(건)}="38" {보고서 발간(편)}="-"
  )");
  // No unit, a unit that no list knows as one, a word for how many.
  for (const char* counted : {"참여 인원", "상담 건수", "회원 수", "정비(개소)", "만족도(%)"}) {
    const auto records = mapped("□ 예산 추이 (단위: 백만원)\n| 연도 | 예산액 | " + std::string(counted) +
                                " |\n| ---- |\n| 2020년 | 210 | 34 |\n| 2021년 | 231 | 38 |")
                             .records;
    ASSERT_EQ(records.size(), 2U) << counted;
    for (const Record& record : records) EXPECT_EQ(record.values.size(), 1U) << counted;
  }
}

TEST(TableShapes, TheYearsOfOneBudgetAreReadTurnedWhereRowsAreNamesOfWhatHasOne) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세출예산 (단위: 백만원)
    | 구분   | 가사업 | 나사업(3개소) |
    | ---- |
    | 2020년 | 200    | 40            |
    | 2021년 | 210    | 50            |
  )")
                               .records),
              R"(
    budget item program [가사업] prior_year_budget=200000000 budget_amount=210000000
    budget item program [나사업(3개소)] prior_year_budget=40000000 budget_amount=50000000
  )");
}

TEST(TableShapes, TwoSidesBesideEachOther) {
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

TEST(TableShapes, SettlementOfIncomeAndSpendingBesideASurplus) {
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

TEST(TableShapes, TwoKindsOfPostsUnderOneHeading) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분 | 정원 | <             | <      | <           | 현원 | 결원 |
    | ^    | 계   | 고공단·과장급 | 연구직 | 행정·기술직 | ^    | ^    |
    | ---- |
    | 가과 | 20   | 2             | 10     | 8           | 19   | 1    |
  )")
                               .records),
              R"(
    headcount item department [가과] authorized_headcount=20 actual_headcount=19 vacancies=1 직급별:고공단과장급:authorized_headcount=2 직종별:연구직:authorized_headcount=10 직종별:행정기술직:authorized_headcount=8
  )");
}

TEST(TableShapes, ASignInFrontOfWhatIsShortIsNoNegative) {
  for (const char* sign : {"△", "▲", "-"}) {
    const Mapped read = mapped("(단위: 명)\n| 부서 | 정원 | 현원 | 결원(△) |\n| ---- |\n| 계 | 40 | 37 | " + std::string(sign) +
                               "3 |\n| 가과 | 24 | 23 | " + sign + "1 |\n| 나과 | 16 | 14 | " + sign + "2 |");
    EXPECT_TEXT(record_lines(read.records), R"(
      headcount total total [] authorized_headcount=40 actual_headcount=37 vacancies=3
      headcount item department [가과] authorized_headcount=24 actual_headcount=23 vacancies=1
      headcount item department [나과] authorized_headcount=16 actual_headcount=14 vacancies=2
    )");
    ASSERT_EQ(read.records.at(0).repairs.size(), 1U);
    EXPECT_EQ(read.records.at(0).repairs.at(0).rule, "shortage_sign");
    EXPECT_EQ(read.records.at(0).repairs.at(0).before, std::string(sign) + "3");
    EXPECT_EQ(read.records.at(0).repairs.at(0).after, "3");
  }
  // As rows; and one row that does not add up, which is for the checks to tell.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분 | 가과 | 나과 | 다과 |
    | ---- |
    | 정원 | 10   | 20   | 30   |
    | 현원 | 9    | 18   | 26   |
    | 결원 | △1   | △2   | △3   |
  )")
                               .records),
              R"(
    headcount item department [가과] authorized_headcount=10 actual_headcount=9 vacancies=1
    headcount item department [나과] authorized_headcount=20 actual_headcount=18 vacancies=2
    headcount item department [다과] authorized_headcount=30 actual_headcount=26 vacancies=3
  )");
}

TEST(TableShapes, ASignThatNothingProvesLeavesTheFieldOut) {
  // More people than posts: below zero indeed.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 부서 | 정원 | 현원 | 결원 |
    | ---- |
    | 가과 | 10   | 11   | △1   |
    | 나과 | 16   | 14   | 2    |
  )")
                               .records),
              R"(
    headcount item department [가과] authorized_headcount=10 actual_headcount=11 vacancies=-1
    headcount item department [나과] authorized_headcount=16 actual_headcount=14 vacancies=2
  )");
  // One row alone, and a table without 현원.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 부서 | 정원 | 현원 | 결원 |
    | ---- |
    | 가과 | 10   | 9    | △1   |
    | 나과 | 16   | 16   | -    |
  )")
                               .records),
              R"(
    headcount item department [가과] authorized_headcount=10 actual_headcount=9 {결원}="△1"
    headcount item department [나과] authorized_headcount=16 actual_headcount=16 vacancies=null
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 부서 | 정원 | 결원 |
    | ---- |
    | 가과 | 10   | △1   |
    | 나과 | 16   | △2   |
  )")
                               .records),
              R"(
    headcount item department [가과] authorized_headcount=10 {결원}="△1"
    headcount item department [나과] authorized_headcount=16 {결원}="△2"
  )");
}

// ---- what a project costs, in one row ---------------------------------------------------------------------------------------

TEST(TableShapes, TheOnlyRowSaysWhatItsFiguresAre) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 구분   | 계    | 국비 | 도비 | 군비 | 기타 |
    | ---- |
    | 사업비 | 1,000 | 500  | 200  | 250  | 50   |
  )")
                               .records),
              R"(
    project_cost item source [사업비] total_project_cost=1000000000 central_government_share=500000000 city_share=200000000 district_share=250000000 other_share=50000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 총사업비 | 국비 | 시비 | 자부담 |
    | ---- |
    | 1,000    | 500  | 450  | 50     |
  )")
                               .records),
              R"(
    project_cost item source [] total_project_cost=1000000000 central_government_share=500000000 city_share=450000000 other_share=50000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 소요예산 (단위: 백만원)
    | 구분   | 계    | 국비 | 도비 | 군비 |
    | ---- |
    | 예산액 | 1,000 | 500  | 200  | 300  |
  )")
                               .records),
              R"(
    budget item program [예산액] budget_amount=1000000000 central_government_share=500000000 city_share=200000000 district_share=300000000
  )");
}

TEST(TableShapes, StagesOfAProjectAsRowsAreTurned) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 사업비 (단위: 백만원)
    | 구분     | 계    | 국비  | 시비 |
    | ---- |
    | 총사업비 | 3,000 | 1,500 | 1,500 |
    | 기투자   | 1,000 | 500   | 500  |
    | 2021년   | 800   | 400   | 400  |
    | 향후     | 1,200 | 600   | 600  |
  )")
                               .records),
              R"(
    project_cost total total [] total_project_cost=3000000000 invested_to_date=1000000000 remaining_cost=1200000000 2021:plan:project_cost=800000000
    project_cost item source [국비] total_project_cost=1500000000 invested_to_date=500000000 remaining_cost=600000000 2021:plan:project_cost=400000000
    project_cost item source [시비] total_project_cost=1500000000 invested_to_date=500000000 remaining_cost=600000000 2021:plan:project_cost=400000000
  )");
}

TEST(TableShapes, ARowOfAnotherYear) {
  const Mapped m = mapped(R"(
    ○ 소요예산 (단위: 백만원)
    | 구분          | 계    | 국비 | 도비 |
    | ---- |
    | 2020년 예산액 | 900   | 500  | 400  |
  )");
  ASSERT_EQ(m.records.size(), 1u);
  EXPECT_EQ(m.records[0].fiscal_year, 2020);
}

// ---- debts, and counts beside a budget ----------------------------------------------------------------------------------------

TEST(TableShapes, DebtsAreNoBudgets) {
  EXPECT_TRUE(mapped(R"(
    ○ 지방채 현황 (단위: 백만원)
    | 연도       | 발행액 | 상환액 | 잔액  |
    | ---- |
    | 2020       | 300    | 200    | 1,200 |
    | 2021(예산) | 100    | 200    | 1,100 |
  )")
                  .records.empty());
  EXPECT_TRUE(mapped(R"(
    ○ 차입금 현황 (단위: 억원)
    | 구분   | 차입액 | 상환액 | 잔액 |
    | ---- |
    | 가은행 | 100    | 20     | 80   |
  )")
                  .records.empty());
}

TEST(TableShapes, HowMuchIsDoneIsNoName) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 노인일자리 사업 (단위: 백만원)
    | 사업량(명) | 예산액 | 집행액 | 집행률 |
    | ---- |
    | 1,200      | 4,000  | 3,600  | 90.0%  |
  )")
                               .records),
              R"(
    budget item program [] budget_amount=4000000000 execution=3600000000 execution_rate=0.9 {사업량(명)}="1,200"
  )");
}

// ---- two halves below one heading each ----------------------------------------------------------------------------------------

TEST(TableShapes, TheSidesOfASettlement) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 2020회계연도 결산 (단위: 백만원)
    | 세입       | <      | <      | 세출   | <      | <      |
    | 과목       | 결산액 | 구성비 | 과목   | 결산액 | 구성비 |
    | ---- |
    | 지방세수입 | 600    | 60.0   | 인건비 | 300    | 37.5   |
    | 세외수입   | 400    | 40.0   | 물건비 | 500    | 62.5   |
  )")
                               .records),
              R"(
    revenue item account [지방세수입] settlement=600000000 composition_rate=0.6
    revenue item account [세외수입] settlement=400000000 composition_rate=0.4
    budget item program [인건비] settlement=300000000 composition_rate=0.375
    budget item program [물건비] settlement=500000000 composition_rate=0.625
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 수지 예산 (단위: 백만원)
    | 수입     | <     | 지출   | <    |
    | 항목     | 금액  | 항목   | 금액 |
    | ---- |
    | 사업수입 | 600   | 인건비 | 300  |
    | 출연금   | 400   | 사업비 | 700  |
  )")
                               .records),
              R"(
    revenue item account [사업수입] budget_amount=600000000
    revenue item account [출연금] budget_amount=400000000
    budget item program [인건비] budget_amount=300000000
    budget item program [사업비] budget_amount=700000000
  )");
}

TEST(TableShapes, OneKindOfRevenueAmongOthersIsNoMeasure) {
  EXPECT_TRUE(mapped(R"(
    | 구분    | 합계  | 지방세수입 | 보통세 | 기타세 |
    | ---- |
    | 2020년  | 900   | 600        | 500    | 100    |
    | 2021년  | 1,000 | 650        | 540    | 110    |
    (단위: 백만원)
  )")
                  .records.empty());
}

// ---- kinds of revenue, and classes of staff -------------------------------------------------------------------------------

TEST(TableShapes, OneKindOfRevenueIsNoSideOfItsOwn) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 재정 규모 (단위: 억원)
    | 구분       | 2020년 | 2021년 | 증감 |
    | ---- |
    | 총계       | 1,000  | 1,100  | 100  |
    | 일반회계   | 650    | 710    | 60   |
    | 지방세수입 | 300    | 330    | 30   |
    | 세외수입   | 100    | 110    | 10   |
    | 지방교부세 | 250    | 270    | 20   |
    | 특별회계   | 350    | 390    | 40   |
  )")
                               .records),
              R"(
    revenue total total [] prior_year_budget=100000000000 budget_amount=110000000000 change_amount=10000000000
    revenue subtotal account [일반회계] prior_year_budget=65000000000 budget_amount=71000000000 change_amount=6000000000
    revenue item account [일반회계 > 지방세수입] prior_year_budget=30000000000 budget_amount=33000000000 change_amount=3000000000
    revenue item account [일반회계 > 세외수입] prior_year_budget=10000000000 budget_amount=11000000000 change_amount=1000000000
    revenue item account [일반회계 > 지방교부세] prior_year_budget=25000000000 budget_amount=27000000000 change_amount=2000000000
    revenue item account [특별회계] prior_year_budget=35000000000 budget_amount=39000000000 change_amount=4000000000
  )");
  // Below 세입 it is a part of that.
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 구분       | 2020년 예산 | 2021년 예산 |
    | ---- |
    | 세입       | 1,000       | 1,100       |
    | 지방세수입 | 600         | 650         |
    | 세외수입   | 400         | 450         |
    | 세출       | 1,000       | 1,100       |
    | 인건비     | 300         | 310         |
    | 물건비     | 700         | 790         |
  )")
                               .records),
              R"(
    revenue total total [] prior_year_budget=1000000000 budget_amount=1100000000
    revenue item account [지방세수입] prior_year_budget=600000000 budget_amount=650000000
    revenue item account [세외수입] prior_year_budget=400000000 budget_amount=450000000
    budget total total [] prior_year_budget=1000000000 budget_amount=1100000000
    budget item program [인건비] prior_year_budget=300000000 budget_amount=310000000
    budget item program [물건비] prior_year_budget=700000000 budget_amount=790000000
  )");
}

TEST(TableShapes, APoliticalAppointeeIsOfTheClassesOrOfTheGrades) {
  EXPECT_EQ(record_line(mapped(R"(
    | 구분 | 총계 | 정무직 | 일반직 | 공무직 |
    | ---- |
    | 정원 | 50   | 1      | 40     | 9      |
  )")
                            .records.at(0)),
            "headcount total total [] authorized_headcount=50 직종별:정무직:authorized_headcount=1 "
            "직종별:일반직:authorized_headcount=40 직종별:공무직:authorized_headcount=9");
  EXPECT_EQ(record_line(mapped(R"(
    | 구분 | 총계 | 정무직 | 3급 | 4급 |
    | ---- |
    | 정원 | 50   | 1      | 9   | 40  |
  )")
                            .records.at(0)),
            "headcount total total [] authorized_headcount=50 직급별:정무직:authorized_headcount=1 "
            "직급별:3급:authorized_headcount=9 직급별:4급:authorized_headcount=40");
}

}  // namespace
}  // namespace jangbu
