// Tables that are told apart by what their figures are of: budgets, debts, the sides of an account, sources of a cost.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(KindsOfTables, MoneyOfThingsThatAreNoPartOfTheOfficeIsNoBudget) {
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

TEST(KindsOfTables, SourcesUnderTheWholeCost) {
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

TEST(KindsOfTables, ARowNamedAfterTheSideOfItsTableIsOneOfItsRows) {
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

TEST(KindsOfTables, DebtsAreNoBudgets) {
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

TEST(KindsOfTables, TheSidesOfASettlement) {
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

TEST(KindsOfTables, OneKindOfRevenueAmongOthersIsNoMeasure) {
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

TEST(KindsOfTables, OneKindOfRevenueIsNoSideOfItsOwn) {
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

// 이월액 says no year: between a budget and what may be spent it came from the last year, where it is the difference of the two in every
// row; behind what was spent it goes on to the next. Noughts tell nothing, and where rows disagree it has no field.
TEST(KindsOfTables, WhatWasCarriedOverAndWhither) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 백만원)
    | 사업명 | 2025년 예산액 | 이월액 | 예산현액(A) | 집행액(B) | 집행잔액(A-B) |
    | ---- |
    | 계 | 3,000 | 240 | 3,240 | 2,000 | 1,240 |
    | 가나 | 2,000 | 240 | 2,240 | 1,500 | 740 |
    | 다라 | 1,000 | - | 1,000 | 500 | 500 |
  )",
                                  2025)
                               .records),
              R"(
    budget total total [] budget_amount=3000000000 carry_over_in=240000000 current_appropriation=3240000000 execution=2000000000 unspent_balance=1240000000
    budget item program [가나] budget_amount=2000000000 carry_over_in=240000000 current_appropriation=2240000000 execution=1500000000 unspent_balance=740000000
    budget item program [다라] budget_amount=1000000000 carry_over_in=null current_appropriation=1000000000 execution=500000000 unspent_balance=500000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 천원)
    | 구분 | 이월액 | 당초예산 | 예산현액 | 지출액 |
    | ---- |
    | 가나 | 40 | 900 | 940 | 700 |
    | 다라 | 60 | 500 | 560 | 500 |
  )")
                               .records),
              R"(
    budget item program [가나] original_budget=900000 carry_over_in=40000 current_appropriation=940000 payment=700000
    budget item program [다라] original_budget=500000 carry_over_in=60000 current_appropriation=560000 payment=500000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 천원)
    | 구분 | 예산액 | 예산현액 | 지출액 | 이월액 |
    | ---- |
    | 가나 | 900 | 940 | 700 | 200 |
    | 다라 | 500 | 560 | 500 | 30 |
  )")
                               .records),
              R"(
    budget item program [가나] budget_amount=900000 current_appropriation=940000 payment=700000 carry_over_out=200000
    budget item program [다라] budget_amount=500000 current_appropriation=560000 payment=500000 carry_over_out=30000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 천원)
    | 구분 | 예산액 | 이월액 | 예산현액 | 지출액 |
    | ---- |
    | 가나 | 900 | 40 | 940 | 700 |
    | 다라 | 500 | 50 | 560 | 500 |
  )")
                               .records),
              R"(
    budget item program [가나] budget_amount=900000 current_appropriation=940000 payment=700000 {이월액}="40"
    budget item program [다라] budget_amount=500000 current_appropriation=560000 payment=500000 {이월액}="50"
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 천원)
    | 구분 | 예산액 | 예산현액 | 지출액 | 이월액 |
    | ---- |
    | 가나 | 900 | 900 | 900 | 0 |
    | 다라 | 500 | 500 | 500 | - |
  )")
                               .records),
              R"(
    budget item program [가나] budget_amount=900000 current_appropriation=900000 payment=900000 carry_over_out=0
    budget item program [다라] budget_amount=500000 current_appropriation=500000 payment=500000 carry_over_out=null
  )");
}

TEST(KindsOfTables, KindsOfWhatATitleNames) {
  const auto budget = [](const char* title, const char* heading) {
    return mapped(std::string("    ") + title + "\n    (단위: 백만원)\n    | " + heading + R"( | 예산액 | 국비 | 시비 |
    | ---- |
    | 생계급여 | 300 | 200 | 100 |
    | 주거급여 | 120 | 80 | 40 |
  )")
        .records.size();
  };
  EXPECT_EQ(budget("□ 2021년 사회보장급여 예산(안)", "급여별"), 2U);
  EXPECT_EQ(budget("□ 2021년 예산", "종류별"), 2U);
  EXPECT_EQ(budget("□ 축제 현황", "축제별"), 0U);
  EXPECT_EQ(budget("□ 2021년 축제 예산", "축제명"), 0U);
}

// 예비비 | 지출액: what was set aside, and what of it was paid.
TEST(KindsOfTables, ReservesThatWereSpent) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 예비비 지출 현황
    (단위: 백만원)
    | 사업명 | 예비비(A) | 지출액(B) | 집행잔액(A-B) | 집행률(B/A) |
    | ---- |
    | 재난지원금 | 6,420 | 6,118 | 302 | 95.3 |
    | 긴급방역 | 2,180 | 2,180 | - | 100.0 |
  )")
                               .records),
              R"(
    budget item program [재난지원금] contingency_reserve=6420000000 payment=6118000000 unspent_balance=302000000 execution_rate=0.953
    budget item program [긴급방역] contingency_reserve=2180000000 payment=2180000000 unspent_balance=null execution_rate=1
  )");
}

// 잔액 and 차인잔액 are the surplus where they are what came in less what went out.
TEST(KindsOfTables, BalancesOfSettlementsAreProved) {
  for (const char* heading : {"차인잔액", "잔액(A-B)", "잔액(이월금)", "차액"}) {
    const auto settlements = [&](const char* balance) {
      return record_lines(mapped(std::string(R"(
    □ 결산 총괄
    (단위: 백만원)
    | 구분 | 세입결산액(A) | 세출결산액(B) | )") +
                                 heading + R"( |
    | ---- |
    | 가나학교 | 734 | 810 | )" + balance +
                                 R"( |
    | 다라학교 | 466 | 218 | 248 |
  )")
                              .records);
    };
    EXPECT_TEXT(settlements("△76"), R"(
    settlement item account [가나학교] revenue_settlement=734000000 expenditure_settlement=810000000 settlement_surplus=-76000000
    settlement item account [다라학교] revenue_settlement=466000000 expenditure_settlement=218000000 settlement_surplus=248000000
  )") << heading;
  }
}

// 재원 | 총사업비 is the whole table; where other columns are not understood it may be anything.
TEST(KindsOfTables, SourcesOfAWholeCost) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 재원 | 총사업비(백만원) |
    | ---- |
    | 계 | 6,800 |
    | 국비 | 2,400 |
    | 시비 | 4,400 |
  )")
                               .records),
              R"(
    project_cost total total [] total_project_cost=6800000000
    project_cost item source [국비] total_project_cost=2400000000
    project_cost item source [시비] total_project_cost=4400000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 재원 | 총사업비 | 확보액 |
    | ---- |
    | 국비 | 2,400 | 600 |
    | 시비 | 4,400 | 600 |
  )")
                               .records),
              "");
}

// What a committee does is told of it, and is not its name; its money is no budget of the office.
TEST(KindsOfTables, CommitteesAndWhatTheyDo) {
  for (const char* heading : {"기능", "역할", "주요업무", "설명"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    5. 위원회 운영
    | 위원회 | )") + heading + R"( | 위원(명) | 개최(회) | 예산(천원) |
    | ---- |
    | 이사회 | 예산 의결 | 9 | 4 | 18,400 |
    | 심의위원회 | 교환 심의 | 11 | 3 | 9,600 |
  )")
                                 .records),
                std::string("    committee item committee [이사회] members=9 {") + heading +
                    "}=\"예산 의결\" {개최(회)}=\"4\" {예산(천원)}=\"18,400\"\n" +
                    "    committee item committee [심의위원회] members=11 {" + heading +
                    "}=\"교환 심의\" {개최(회)}=\"3\" {예산(천원)}=\"9,600\"\n")
        << heading;
  }
  // A title over both: bodies have heads all the same.
  EXPECT_TEXT(record_lines(mapped(R"(
    2. 소관 위원회 및 산하기관
    (단위: 명)
    | 기관명 | 정원 | 현원 |
    | ---- |
    | 가나진흥원 | 90 | 88 |
  )")
                               .records),
              "headcount item department [가나진흥원] authorized_headcount=90 actual_headcount=88");
}

TEST(KindsOfTables, ListsOfWhatIsCarriedOver) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 이월사업 내역
    (단위: 천원)
    | 과제명 | 이월액 | 이월사유 |
    | ---- |
    | 가나 연구 | 35,490 | 계속과제 |
  )")
                               .records),
              "budget item program [가나 연구] carry_over_out=35490000 {이월사유}=\"계속과제\"");
}

TEST(KindsOfTables, GroupsThatSayNothingOfTheirOwn) {
  EXPECT_TEXT(
      record_lines(mapped(R"(
    □ 결산 총괄
    (단위: 백만원)
    | 회계별 | 세입결산(A) | 세출결산(B) | 결산상잉여금(C=A-B) | 공제 내역 | < | 순세계잉여금(C-D-E) |
    | ^ | ^ | ^ | ^ | 이월액(D) | 보조금 집행잔액(E) | ^ |
    | ---- |
    | 일반회계 | 711 | 655 | 56 | 18 | 5 | 33 |
  )")
                       .records),
      "settlement item account [일반회계] revenue_settlement=711000000 expenditure_settlement=655000000 settlement_surplus=56000000 "
      "carry_over_out=18000000 subsidy_return=5000000 net_surplus=33000000");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 국별 이월 현황
    (단위: 백만원)
    | 국별 | 계 | 이월 구분 | < |
    | ^ | ^ | 명시이월 | 사고이월 |
    | ---- |
    | 가나국 | 9 | 5 | 4 |
  )")
                               .records),
              "budget item department [가나국] carry_over_out=9000000 carry_over_out_approved=5000000 carry_over_out_incidental=4000000");
}

TEST(KindsOfTables, SubsidiesAreTheOfficesMoney) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 보조사업명 | 보조사업자 | 예산액 | 집행액 |
    | ---- |
    | 문화원 지원 | 가나문화원 | 412 | 409 |
  )")
                               .records),
              "budget item program [문화원 지원] budget_amount=412000 execution=409000 {보조사업자}=\"가나문화원\"");
}

// The title over the table is nearer than a chapter of funds and facilities.
TEST(KindsOfTables, SubsidiesInAChapterOfFunds) {
  for (const char* title : {"□ 2021년 국고보조사업 재원별 현황", "□ 국비보조사업 현황", "□ 2021년 국도비보조사업"}) {
    EXPECT_TEXT(record_lines(mapped(std::string("    Ⅳ. 기금 및 주요 시설 현황\n\n    ") + title + R"(
    (단위: 백만원)
    | 사업명 | 2021년 예산액 | 국비 | 시비 | 구비 |
    | ---- |
    | 가나 | 90 | 50 | 30 | 10 |
    | 다라 | 60 | 30 | 20 | 10 |
  )")
                                 .records),
                R"(
    budget item program [가나] budget_amount=90000000 central_government_share=50000000 city_share=30000000 district_share=10000000
    budget item program [다라] budget_amount=60000000 central_government_share=30000000 city_share=20000000 district_share=10000000
  )") << title;
  }
}

// What a reserve was spent on; how much was granted has no field and stays with the record.
TEST(KindsOfTables, WhatAReserveWasSpentOn) {
  for (const char* title : {"□ 예비비 지출 내역", "□ 예비비 사용 현황", "4. 예비비"}) {
    EXPECT_TEXT(record_lines(mapped(std::string("    ") + title + R"(
    (단위: 백만원)
    | 사업명 | 소관부서 | 지출결정액 | 지출액 | 집행잔액 |
    | ---- |
    | 합계 |  | 60 | 55 | 5 |
    | 가나 복구 | 시설과 | 40 | 37 | 3 |
    | 다라 경비 | 총무과 | 20 | 18 | 2 |
  )")
                                 .records),
                R"(
    budget total total [] payment=55000000 unspent_balance=5000000 {지출결정액}="60"
    budget item program [가나 복구] payment=37000000 unspent_balance=3000000 {소관부서}="시설과" {지출결정액}="40"
    budget item program [다라 경비] payment=18000000 unspent_balance=2000000 {소관부서}="총무과" {지출결정액}="20"
  )") << title;
  }
}

// The places of work of a corporation have budgets as offices do; what it does for others is budgeted under a name of its own.
TEST(KindsOfTables, PlacesOfWork) {
  for (const char* head : {"사업장", "사업소명", "지역본부", "분원"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    □ 집행 현황 (단위: 백만원)
    | )") + head + R"( | 대행사업비 예산(A) | 집행액(B) | B/A(%) |
    | ---- |
    | 가나공원 | 90 | 45 | 50.0 |
    | 다라주차장 | 60 | 45 | 75.0 |
  )")
                                 .records),
                R"(
    budget item program [가나공원] budget_amount=90000000 execution=45000000 execution_rate=0.5
    budget item program [다라주차장] budget_amount=60000000 execution=45000000 execution_rate=0.75
  )") << head;
  }
}

TEST(KindsOfTables, WhatIsYetToBePaid) {
  for (const char* column : {"지출(예정)액", "지출예정액", "집행예정액"}) {
    const auto records = mapped(std::string(R"(
    □ 명시이월 사업 (단위: 백만원)
    | 사업명 | 예산현액 | )") + column +
                                R"( | 명시이월액 |
    | ---- |
    | 가나 | 90 | 60 | 30 |
  )")
                             .records;
    ASSERT_EQ(records.size(), 1U) << column;
    EXPECT_EQ(record_line(records[0]),
              "budget item program [가나] current_appropriation=90000000 carry_over_out_approved=30000000 projected_execution=60000000")
        << column;
  }
}

// 수익 and 비용 over 손익: an account of profit and loss, of neither side of a budget.
TEST(KindsOfTables, ProfitAndLossIsNoBudget) {
  for (const char* last : {"당기순손익", "영업이익", "당기순이익"}) {
    EXPECT_TRUE(mapped(std::string(R"(
    1. 손익 현황 (단위: 백만원)
    | 구분         | 2021년 예산(A) | 2021년 결산(B) | 2020년 결산(C) | 증감(B-C) |
    | ---- |
    | 여객운임수익 | 900 | 880 | 850 | 30 |
    | 선박임대수익 | 200 | 210 | 190 | 20 |
    | 영업비용     | 800 | 810 | 790 | 20 |
    | )") + last + " | 300 | 280 | 250 | 30 |\n")
                    .records.empty())
        << last;
  }
}

// Fees are collected at facilities: what is assessed and collected is revenue, whatever the rows are.
TEST(KindsOfTables, FeesOfFacilities) {
  for (const char* heading : {"시설", "시설명", "어린이집"}) {
    const auto records =
        mapped(std::string("□ 사용료 징수 (단위: 백만원)\n    | ") + heading + R"( | 징수결정액 | 징수액 | 체납액 | 징수율 |
    | ---- |
    | 가나관 | 100 | 90 | 10 | 90.0% |
    | 다라관 | 200 | 150 | 50 | 75.0% |
  )")
            .records;
    ASSERT_EQ(records.size(), 2U) << heading;
    EXPECT_EQ(record_line(records[0]),
              "revenue item account [가나관] revenue_assessed=100000000 revenue_collected=90000000 collection_rate=0.9 "
              "revenue_arrears=10000000")
        << heading;
  }
}

// ’21년 사업비 by sources, and no 총사업비: what programmes have in that year.
TEST(KindsOfTables, CostsOfOneYear) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ❏ 세부사업 및 사업비 (단위: 백만원)
    | 사업명 | 사업량 | ’21년 사업비 | < | < | < |
    | ^ | ^ | 계 | 국비 | 도비 | 군비 |
    | ---- |
    | 가나 지원 | 58명 | 100 | 60 | 10 | 30 |
  )")
                               .records),
              "budget item program [가나 지원] budget_amount=100000000 central_government_share=60000000 city_share=10000000 "
              "district_share=30000000 {사업량}=\"58명\"\n");
  // Of one source, or beside the cost of the whole, it is a cost.
  for (const char* columns : {"총사업비 | ’21년 사업비", "’21년 사업비 | ’21년 국비 사업비"}) {
    for (const Record& record :
         mapped(std::string("❏ 사업비 (단위: 백만원)\n    | 사업명 | ") + columns + " |\n    | ---- |\n    | 가나 지원 | 100 | 60 |\n")
             .records)
      EXPECT_NE(record.type, "budget") << columns;
  }
}

// 집행률 B/A | C/A: letters tell what each is a rate of.
TEST(KindsOfTables, RatesThatLettersTellApart) {
  for (const char* rates : {"집행률 (B/A) | 집행률 (C/A)", "B/A | C/A"}) {
    const bool grouped = rates[0] == 'B';
    const std::string drawing = grouped ? R"(
    □ 2021년 집행 실적 (단위: 백만원)
    | 사업명 | 예산현액(A) | 원인행위(B) | 지출액(C) | 집행률(%) | < |
    | ^ | ^ | ^ | ^ | B/A | C/A |
    | ---- |
    | 가나 정비 | 200 | 180 | 150 | 90.0 | 75.0 |
    | 다라 정비 | 100 | 80 | 40 | 80.0 | 40.0 |
  )"
                                        : R"(
    □ 2021년 집행 실적 (단위: 백만원)
    | 사업명 | 예산현액(A) | 원인행위(B) | 지출액(C) | 집행률(B/A) | 집행률(C/A) |
    | ---- |
    | 가나 정비 | 200 | 180 | 150 | 90.0% | 75.0% |
    | 다라 정비 | 100 | 80 | 40 | 80.0% | 40.0% |
  )";
    EXPECT_TEXT(record_lines(mapped(drawing).records), R"(
      budget item program [가나 정비] current_appropriation=200000000 commitment=180000000 payment=150000000 commitment_rate=0.9 payment_rate=0.75
      budget item program [다라 정비] current_appropriation=100000000 commitment=80000000 payment=40000000 commitment_rate=0.8 payment_rate=0.4
    )") << rates;
  }
}

}  // namespace
}  // namespace jangbu
