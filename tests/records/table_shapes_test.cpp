// Every way in which reports print one and the same thing: the records must not show which.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// ---- head counts of two offices ----------------------------------------------------------------------------------------

constexpr const char* kTwoOffices = R"(
  headcount total total [] authorized_headcount=46 actual_headcount=43 headcount_variance=-3
  headcount item department [가나과] authorized_headcount=22 actual_headcount=22 headcount_variance=0
  headcount item department [다라과] authorized_headcount=24 actual_headcount=21 headcount_variance=-3
)";

TEST(TableShapes, UnitsAsRows) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 정원 | 현원 | 과부족 |
    | ---- |
    | 합계   | 46   | 43   | △3     |
    | 가나과 | 22   | 22   | 0      |
    | 다라과 | 24   | 21   | △3     |
  )").records), kTwoOffices);
}

TEST(TableShapes, UnitsAsColumns) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 합계 | 가나과 | 다라과 |
    | ---- |
    | 정원   | 46   | 22     | 24     |
    | 현원   | 43   | 22     | 21     |
    | 과부족 | △3   | 0      | △3     |
  )").records), kTwoOffices);
}

TEST(TableShapes, MeasuresAsRowsInsideOfUnits) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 구분   | 인원 |
    | ---- |
    | 합계   | 정원   | 46   |
    | ^      | 현원   | 43   |
    | ^      | 과부족 | △3   |
    | 가나과 | 정원   | 22   |
    | ^      | 현원   | 22   |
    | ^      | 과부족 | 0    |
    | 다라과 | 정원   | 24   |
    | ^      | 현원   | 21   |
    | ^      | 과부족 | △3   |
  )").records), kTwoOffices);
}

TEST(TableShapes, MeasuresAsRowsWhoseUnitIsPrintedOnce) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 구분   | 인원 |
    | ---- |
    | 합계   | 정원   | 46   |
    |        | 현원   | 43   |
    |        | 과부족 | △3   |
    | 가나과 | 정원   | 22   |
    |        | 현원   | 22   |
    |        | 과부족 | 0    |
    | 다라과 | 정원   | 24   |
    |        | 현원   | 21   |
    |        | 과부족 | △3   |
  )").records), kTwoOffices);
}

TEST(TableShapes, AHeaderInTheMiddleIsNoRow) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 구분   | 정원 | 현원 | 과부족 |
    | ---- |
    | 합계   | 46   | 43   | △3     |
    | 가나과 | 22   | 22   | 0      |
    | 구 분  | 정원 | 현원 | 과부족 |
    | 다라과 | 24   | 21   | △3     |
  )").records), kTwoOffices);
}

// ---- two halves side by side -------------------------------------------------------------------------------------------

constexpr const char* kGrades = R"(
  headcount item grade [서기관] authorized_headcount=1 actual_headcount=1 headcount_variance=null
  headcount item grade [행정사무관] authorized_headcount=4 actual_headcount=3 headcount_variance=-1
  headcount item grade [행정주사] authorized_headcount=9 actual_headcount=9 headcount_variance=null
  headcount item grade [행정서기] authorized_headcount=5 actual_headcount=7 headcount_variance=2
  headcount total total [] authorized_headcount=19 actual_headcount=20 headcount_variance=1
)";

std::string sorted_lines(const std::vector<Record>& records) {
  std::vector<std::string> lines;
  for (const Record& record : records) lines.push_back(record_line(record));
  std::sort(lines.begin(), lines.end());
  return joined(lines, "\n");
}

TEST(TableShapes, HalvesSideBySideAreOneTable) {
  const Mapped halves = mapped(R"(
    | 직 급 별   | 정원 | 현원 | 과부족 | 직 급 별 | 정원 | 현원 | 과부족 |
    | ---- |
    | 서기관     | 1    | 1    |        | 행정주사 | 9    | 9    |        |
    | 행정사무관 | 4    | 3    | △1     | 행정서기 | 5    | 7    | 2      |
    | 총계       | <    | <    | <      | <        | 19   | 20   | 1      |
  )");
  const Mapped one = mapped(R"(
    | 직급별     | 정원 | 현원 | 과부족 |
    | ---- |
    | 서기관     | 1    | 1    |        |
    | 행정사무관 | 4    | 3    | △1     |
    | 행정주사   | 9    | 9    |        |
    | 행정서기   | 5    | 7    | 2      |
    | 총계       | 19   | 20   | 1      |
  )");
  EXPECT_TEXT(record_lines(one.records), kGrades);
  EXPECT_TEXT(record_lines(halves.records), kGrades);
  // A value says where it was printed.
  const RecordValue* value = halves.records[3].find("actual_headcount");
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(value->place.row, 2);
  EXPECT_EQ(value->place.column, 6);
  for (const Record& record : halves.records) {
    if (record.role != RowRole::kTotal) { EXPECT_EQ(record.parent, 4); }
  }
}

TEST(TableShapes, TwoKindsSideBySide) {
  const Mapped m = mapped(R"(
    (단위: 백만원, 명)
    | 부서   | 정원 | 현원 | 부서   | 예산액 | 집행액 |
    | ---- |
    | 가나과 | 22   | 22   | 가나과 | 1,200  | 700    |
    | 다라과 | 24   | 21   | 다라과 | 800    | 750    |
  )");
  EXPECT_EQ(sorted_lines(m.records),
            "budget item department [가나과] budget_amount=1200000000 execution=700000000\n"
            "budget item department [다라과] budget_amount=800000000 execution=750000000\n"
            "headcount item department [가나과] authorized_headcount=22 actual_headcount=22\n"
            "headcount item department [다라과] authorized_headcount=24 actual_headcount=21");
}

TEST(TableShapes, AWideTableBelowItself) {
  // Grades as columns, wrapped below a second header.
  const Mapped m = mapped(R"(
    | 구분 | 계 | 3급 | 4급 | 5급 |
    | ---- |
    | 정원 | 60 | 1   | 5   | 14  |
    | 현원 | 58 | 1   | 5   | 12  |
    | 구분 | 6급 | 7급 | 8급 | 9급 |
    | 정원 | 20  | 12  | 6   | 2   |
    | 현원 | 20  | 11  | 7   | 2   |
  )");
  EXPECT_EQ(sorted_lines(m.records),
            "headcount item grade [3급] authorized_headcount=1 actual_headcount=1\n"
            "headcount item grade [4급] authorized_headcount=5 actual_headcount=5\n"
            "headcount item grade [5급] authorized_headcount=14 actual_headcount=12\n"
            "headcount item grade [6급] authorized_headcount=20 actual_headcount=20\n"
            "headcount item grade [7급] authorized_headcount=12 actual_headcount=11\n"
            "headcount item grade [8급] authorized_headcount=6 actual_headcount=7\n"
            "headcount item grade [9급] authorized_headcount=2 actual_headcount=2\n"
            "headcount total total [] authorized_headcount=60 actual_headcount=58");
}

// ---- head counts by class and grade ------------------------------------------------------------------------------------

constexpr const char* kByGrade = R"(
  headcount total total [] authorized_headcount=30 actual_headcount=28 직급별:4급:authorized_headcount=3 직급별:4급:actual_headcount=3 직급별:5급:authorized_headcount=27 직급별:5급:actual_headcount=25
  headcount item department [가나과] authorized_headcount=20 actual_headcount=18 직급별:4급:authorized_headcount=2 직급별:4급:actual_headcount=2 직급별:5급:authorized_headcount=18 직급별:5급:actual_headcount=16
  headcount item department [다라과] authorized_headcount=10 actual_headcount=10 직급별:4급:authorized_headcount=1 직급별:4급:actual_headcount=1 직급별:5급:authorized_headcount=9 직급별:5급:actual_headcount=9
)";

TEST(TableShapes, GradesAboveMeasures) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 계   | <    | 4급  | <    | 5급  | <    |
    | ^      | 정원 | 현원 | 정원 | 현원 | 정원 | 현원 |
    | ---- |
    | 합계   | 30   | 28   | 3    | 3    | 27   | 25   |
    | 가나과 | 20   | 18   | 2    | 2    | 18   | 16   |
    | 다라과 | 10   | 10   | 1    | 1    | 9    | 9    |
  )").records), kByGrade);
}

TEST(TableShapes, GradesAsColumnsMeasuresAsRows) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 구분 | 계 | 4급 | 5급 |
    | ---- |
    | 합계   | 정원 | 30 | 3   | 27  |
    | ^      | 현원 | 28 | 3   | 25  |
    | 가나과 | 정원 | 20 | 2   | 18  |
    | ^      | 현원 | 18 | 2   | 16  |
    | 다라과 | 정원 | 10 | 1   | 9   |
    | ^      | 현원 | 10 | 1   | 9   |
  )").records), kByGrade);
}

TEST(TableShapes, GradesUnderMeasures) {
  const Mapped m = mapped(R"(
    | 부서   | 정원 | <   | <   | 현원 | <   | <   |
    | ^      | 계   | 4급 | 5급 | 계   | 4급 | 5급 |
    | ---- |
    | 합계   | 30   | 3   | 27  | 28   | 3   | 25  |
    | 가나과 | 20   | 2   | 18  | 18   | 2   | 16  |
    | 다라과 | 10   | 1   | 9   | 10   | 1   | 9   |
  )");
  ASSERT_EQ(m.records.size(), 3u);
  EXPECT_EQ(record_line(m.records[1]),
            "headcount item department [가나과] authorized_headcount=20 actual_headcount=18 직급별:4급:authorized_headcount=2 "
            "직급별:5급:authorized_headcount=18 직급별:4급:actual_headcount=2 직급별:5급:actual_headcount=16");
}

TEST(TableShapes, ClassesBesideTheOneMeasureTheyAddUpTo) {
  const Mapped m = mapped(R"(
    | 부서   | 현원 | 일반직 | 임기제 | 공무직 |
    | ---- |
    | 가나과 | 20   | 15     | 3      | 2      |
    | 다라과 | 10   | 8      | -      | 2      |
  )");
  EXPECT_TEXT(record_lines(m.records), R"(
    headcount item department [가나과] actual_headcount=20 직종별:일반직:actual_headcount=15 직종별:임기제:actual_headcount=3 직종별:공무직:actual_headcount=2
    headcount item department [다라과] actual_headcount=10 직종별:일반직:actual_headcount=8 직종별:임기제:actual_headcount=null 직종별:공무직:actual_headcount=2
  )");
  // Columns that do not add up to it are something else, and stay as they are.
  const Mapped other = mapped(R"(
    | 부서   | 현원 | 일반직 | 임기제 |
    | ---- |
    | 가나과 | 20   | 1      | 1      |
    | 다라과 | 10   | 1      | -      |
  )");
  EXPECT_TRUE(other.records[0].breakdown.empty());
  EXPECT_EQ(other.records[0].others.size(), 2u);
}

TEST(TableShapes, GroupsWithoutAWholeGiveNoValueAtAll) {
  // Neither 본청 nor 사업소 is the unit's head count: parts, but no figure that one could take for the whole.
  const Mapped m = mapped(R"(
    | 구분 | 본청 | <    | 사업소 | <    |
    | ^    | 정원 | 현원 | 정원   | 현원 |
    | ---- |
    | 가국 | 20   | 18   | 7      | 7    |
    | 나국 | 10   | 10   | 5      | 4    |
  )");
  ASSERT_EQ(m.records.size(), 2u);
  EXPECT_EQ(record_line(m.records[0]),
            "headcount item department [가국] 소속별:본청:authorized_headcount=20 소속별:본청:actual_headcount=18 "
            "소속별:사업소:authorized_headcount=7 소속별:사업소:actual_headcount=7");
}

// ---- years -------------------------------------------------------------------------------------------------------------

std::string with_years(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) out += std::to_string(record.fiscal_year.value_or(0)) + " " + record_line(record) + "\n";
  return out;
}

TEST(TableShapes, AGroupOfColumnsAYear) {
  EXPECT_TEXT(with_years(mapped(R"(
    (단위: 백만원)
    | 구분 | 2020년 | <      | 2021년 | <      |
    | ^    | 예산액 | 집행액 | 예산액 | 집행액 |
    | ---- |
    | 합계 | 300    | 290    | 400    | 120    |
    | 교육 | 100    | 95     | 150    | 50     |
    | 상담 | 200    | 195    | 250    | 70     |
  )").records), R"(
    2020 budget total total [] budget_amount=300000000 execution=290000000
    2020 budget item program [교육] budget_amount=100000000 execution=95000000
    2020 budget item program [상담] budget_amount=200000000 execution=195000000
    2021 budget total total [] budget_amount=400000000 execution=120000000
    2021 budget item program [교육] budget_amount=150000000 execution=50000000
    2021 budget item program [상담] budget_amount=250000000 execution=70000000
  )");
}

TEST(TableShapes, ThisYearAndLastAreFieldsOfOneRecord) {
  EXPECT_TEXT(with_years(mapped(R"(
    (단위: 백만원)
    | 구분 | 2020년 | 2021년 | 증감 | <      |
    | ^    | 예산액 | 예산액 | 금액 | 비율   |
    | ---- |
    | 교육 | 100    | 150    | 50   | 50.0%  |
    | 상담 | 200    | 250    | 50   | 25.0%  |
  )").records), R"(
    2021 budget item program [교육] prior_year_budget=100000000 budget_amount=150000000 change_amount=50000000 change_rate=0.5
    2021 budget item program [상담] prior_year_budget=200000000 budget_amount=250000000 change_amount=50000000 change_rate=0.25
  )");
}

TEST(TableShapes, YearsAsColumns) {
  EXPECT_TEXT(with_years(mapped(R"(
    □ 연도별 예산 현황 (단위: 백만원)
    | 구분 | 2019년 | 2020년 | 2021년 |
    | ---- |
    | 교육 | 80     | 100    | 150    |
    | 상담 | 190    | 200    | 250    |
  )").records), R"(
    2019 budget item program [교육] budget_amount=80000000
    2019 budget item program [상담] budget_amount=190000000
    2020 budget item program [교육] budget_amount=100000000
    2020 budget item program [상담] budget_amount=200000000
    2021 budget item program [교육] prior_year_budget=100000000 budget_amount=150000000
    2021 budget item program [상담] prior_year_budget=200000000 budget_amount=250000000
  )");
}

TEST(TableShapes, YearsAsRowsOrAsColumnsOfASidewaysTable) {
  constexpr const char* kYears = R"(
    2019 headcount item category [2019년] authorized_headcount=40 actual_headcount=38
    2020 headcount item category [2020년] authorized_headcount=46 actual_headcount=43
  )";
  EXPECT_TEXT(with_years(mapped("| 구분 | 정원 | 현원 |\n| --- |\n| 2019년 | 40 | 38 |\n| 2020년 | 46 | 43 |\n").records), kYears);
  EXPECT_TEXT(with_years(mapped("| 구분 | 2019년 | 2020년 |\n| --- |\n| 정원 | 40 | 46 |\n| 현원 | 38 | 43 |\n").records), kYears);
}

// ---- accounts, sources, carry-over -------------------------------------------------------------------------------------

TEST(TableShapes, BudgetByAccount) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 회계별   | 예산현액 | 지출액 |
    | ---- |
    | 합계     | 900      | 600    |
    | 일반회계 | 700      | 500    |
    | 특별회계 | 200      | 100    |
  )").records), R"(
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
  )").records), R"(
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
  )").records), R"(
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
  )").records), R"(
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
  )").records.at(0)),
            "budget item program [교육] current_appropriation=1000000000 payment=800000000 lapsed_appropriation=50000000 carry_over_out=150000000 "
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
  )").records), R"(
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
  )").records), R"(
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
  )").records), R"(
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
  )").records), R"(
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
  const Mapped m = mapped("(단위: 천원)\n| 사업명 | 예산현액(백만원) | 지출액 |\n| --- |\n| 교육 | 400 | 250,000 |\n| 상담 | 300 | 170,000 |\n");
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

}  // namespace
}  // namespace jangbu
