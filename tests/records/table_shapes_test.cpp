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
    budget total total [] carry_over_out=100000000 carry_over_out_approved=70000000 carry_over_out_incidental=20000000 carry_over_out_continuing=10000000
    budget item department [가나과] carry_over_out=60000000 carry_over_out_approved=40000000 carry_over_out_incidental=20000000 carry_over_out_continuing=null
    budget item department [다라과] carry_over_out=40000000 carry_over_out_approved=30000000 carry_over_out_incidental=null carry_over_out_continuing=10000000
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

// Several columns of words: the one that tells the rows apart and is headed as names are has the name.
TEST(TableShapes, WhichOfTheLabelsIsTheName) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 지구별 사업비 (단위: 백만원)
    | 연번 | 시군 | 지구명 | 사업기간 | 총사업비 | 향후투자 |
    | ---- |
    | 1 | 가람군 | 송현지구 | 2022~2026 | 8,240 | 920 |
    | 2 | 가람군 | 달밭지구 | 2023~2027 | 12,150 | 610 |
    | 3 | 누리시 | 서원지구 | 2022~2026 | 6,480 | 970 |
  )",
                                  2026)
                               .records),
              R"(
    project_cost item source [송현지구] total_project_cost=8240000000 remaining_cost=920000000 {사업기간}="2022~2026"
    project_cost item source [달밭지구] total_project_cost=12150000000 remaining_cost=610000000 {사업기간}="2023~2027"
    project_cost item source [서원지구] total_project_cost=6480000000 remaining_cost=970000000 {사업기간}="2022~2026"
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 체육시설 확충 (단위: 백만원)
    | 센터명 | 자치구 | 총사업비 | 공정률(%) |
    | ---- |
    | 북달 체육센터 | 북달구 | 18,400 | 38 |
    | 솔밭 체육센터 | 솔밭구 | 12,600 | 15 |
  )",
                                  2026)
                               .records),
              R"(
    project_cost item source [북달 체육센터] total_project_cost=18400000000 {자치구}="북달구" {공정률(%)}="38"
    project_cost item source [솔밭 체육센터] total_project_cost=12600000000 {자치구}="솔밭구" {공정률(%)}="15"
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 부서별 예산 (단위: 백만원)
    | 부서명 | 사업명 | 예산액 |
    | ---- |
    | 총무과 | 청사 관리 | 18,400 |
    | 회계과 | 결산 | 12,600 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [총무과 > 청사 관리] budget_amount=18400000000
    budget item program [회계과 > 결산] budget_amount=12600000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ■ 민간위탁 현황
    | 연번 | 위탁사무 | 수탁기관 | 위탁기간 | ’26년 예산액(천원) |
    | ---- |
    | 1 | 주차장 관리 | 가나공단 | ’24. 1.~’26. 12. | 2,184,600 |
    | 2 | 보관소 운영 | 다라교통 | ’25. 7.~’28. 6. | 318,400 |
  )",
                                  2026)
                               .records),
              R"(
    budget item program [주차장 관리] budget_amount=2184600000 {수탁기관}="가나공단" {위탁기간}="’24. 1.~’26. 12."
    budget item program [보관소 운영] budget_amount=318400000 {수탁기관}="다라교통" {위탁기간}="’25. 7.~’28. 6."
  )");
}

// 자체 alone, beside other sources of money, is the body's own; before another word it is none.
TEST(TableShapes, OwnMoneyInOneWord) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 사업명 | 2021년 예산 | 재원 | < | < |
    | ^ | ^ | 국비 | 도비 | 자체 |
    | ---- |
    | 가나 | 60 | 30 | 20 | 10 |
    | 다라 | 50 | 30 | 20 | - |
  )")
                               .records),
              R"(
    budget item program [가나] budget_amount=60000000 central_government_share=30000000 city_share=20000000 other_share=10000000
    budget item program [다라] budget_amount=50000000 central_government_share=30000000 city_share=20000000 other_share=null
  )");
  for (const char* other : {"자체평가", "자체위탁", "자체운영"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    (단위: 백만원)
    | 사업명 | 2021년 예산 | )") + other +
                                    R"( |
    | ---- |
    | 가나 | 60 | 10 |
    | 다라 | 50 | 20 |
  )")
                                 .records),
                std::string("\n    budget item program [가나] budget_amount=60000000 {") + other +
                    "}=\"10\"\n    budget item program [다라] budget_amount=50000000 {" + other + "}=\"20\"\n  ");
  }
}

// 도비 | 시비: of a province, and of the city in it; alone, or beside 구비, 시비 is of a city that has districts.
TEST(TableShapes, WhoseMoneyACitysIs) {
  const auto read = [](const char* sources) {
    return record_lines(mapped(std::string(R"(
    □ 2021년 보조사업 예산 (단위: 백만원)
    | 사업명 | 예산액 | 국비 | )") +
                               sources + R"( |
    | ---- |
    | 가나 | 100 | 50 | 30 | 20 |
    | 다라 | 90 | 50 | 30 | 10 |
  )")
                            .records);
  };
  const char* two = R"(
    budget item program [가나] budget_amount=100000000 central_government_share=50000000 city_share=30000000 district_share=20000000
    budget item program [다라] budget_amount=90000000 central_government_share=50000000 city_share=30000000 district_share=10000000
  )";
  for (const char* sources : {"도비 | 시비", "도비 | 군비", "시비 | 구비", "도비 | 시군비"}) EXPECT_TEXT(read(sources), two) << sources;
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 2021년 보조사업 예산 (단위: 백만원)
    | 사업명 | 예산액 |
    | ---- |
    | 가나 | 100 (국비 50, 도비 30, 시비 20) |
    | 다라 | 90 (국비 50, 시비 40) |
  )")
                               .records),
              R"(
    budget item program [가나] budget_amount=100000000 central_government_share=50000000 city_share=30000000 district_share=20000000
    budget item program [다라] budget_amount=90000000 central_government_share=50000000 city_share=40000000
  )");
}

// What is told of each row's subject in words is no name of the row.
TEST(TableShapes, TeamsOfADepartmentAreNotItsName) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서 | 팀 | 정원(명) | 현원(명) |
    | ---- |
    | 합계 | 9팀 | 47 | 47 |
    | 가나과 | 고용, 청년 등 5팀 | 22 | 21 |
    | 다라과 | 상권, 시장 등 4팀 | 25 | 26 |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=47 actual_headcount=47 {팀}="9팀"
    headcount item department [가나과] authorized_headcount=22 actual_headcount=21 {팀}="고용, 청년 등 5팀"
    headcount item department [다라과] authorized_headcount=25 actual_headcount=26 {팀}="상권, 시장 등 4팀"
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서 | 팀 | 정원(명) | 현원(명) |
    | ---- |
    | 가나과 | 고용팀 | 22 | 21 |
    | ^ | 청년팀 | 25 | 26 |
  )")
                               .records),
              R"(
    headcount item department [가나과 > 고용팀] authorized_headcount=22 actual_headcount=21
    headcount item department [가나과 > 청년팀] authorized_headcount=25 actual_headcount=26
  )");
}
}  // namespace
}  // namespace jangbu
