// Tables that print several states of one budget, or several years.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// ---- amendments, school accounts, settlements with signs ------------------------------------------------------------------

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

// Where only last year is named, what names no year is of the report's: told by the title's year, or by a change from the one to the other.
TEST(TableTimes, WhatNamesNoYearBesideLastYears) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 2021년 회계별 예산
    (단위: 백만원, %)
    | 회계별 | 본예산(A) | 추경(B) | 최종예산(C=A+B) | ’20년 최종예산(D) | 증감(C-D) |
    | ---- |
    | 합계 | 559 | 42 | 601 | 588 | 13 |
    | 일반회계 | 512 | 41 | 553 | 537 | 16 |
    | 특별회계 | 47 | 1 | 48 | 51 | △3 |
  )")
                               .records),
              R"(
    budget total total [] prior_year_budget=588000000 original_budget=559000000 supplementary_budget=42000000 final_budget=601000000 change_amount=13000000
    budget item account [일반회계] prior_year_budget=537000000 original_budget=512000000 supplementary_budget=41000000 final_budget=553000000 change_amount=16000000
    budget item account [특별회계] prior_year_budget=51000000 original_budget=47000000 supplementary_budget=1000000 final_budget=48000000 change_amount=-3000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 회계별 | 본예산 | 2020년 최종예산 | 증감 |
    | ---- |
    | 일반회계 | 553 | 537 | 16 |
    | 특별회계 | 53 | 57 | △4 |
  )")
                               .records),
              R"(
    budget item account [일반회계] prior_year_budget=537000000 original_budget=553000000 change_amount=16000000
    budget item account [특별회계] prior_year_budget=57000000 original_budget=53000000 change_amount=-4000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 2021년 예산
    (단위: 백만원)
    | 부서 | 예산 | ’20년 예산 |
    | ---- |
    | 가나과 | 553 | 537 |
    | 다라과 | 53 | 57 |
  )")
                               .records),
              R"(
    budget item department [가나과] prior_year_budget=537000000 budget_amount=553000000
    budget item department [다라과] prior_year_budget=57000000 budget_amount=53000000
  )");
  // A table of last year's own, in which all figures are of it.
  const auto last = mapped(R"(
    (단위: 백만원)
    | 부서 | 예산현액 | ’20년 집행액 | 집행률 |
    | ---- |
    | 가나과 | 500 | 400 | 80.0 |
    | 다라과 | 50 | 40 | 80.0 |
  )")
                        .records;
  ASSERT_EQ(last.size(), 2U);
  for (const Record& record : last) EXPECT_EQ(record.fiscal_year, 2020);
}

// A figure of another year has the phase that its words or its field tell of.
TEST(TableTimes, WhatWasCollectedBeforeIsNoBudget) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 과목 | ’21년 징수결정액 | ’21년 징수액 | ’20년 징수액 |
    | ---- |
    | 사용료 | 900 | 850 | 790 |
  )")
                               .records),
              "revenue item account [사용료] revenue_assessed=900000 revenue_collected=850000 2020:execution:revenue_collected=790000");
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 사업명 | ’21년 예산현액 | ’21년 지출액 | ’20년 예산현액 | ’20년 지출액 |
    | ---- |
    | 가나 | 900 | 850 | 800 | 790 |
  )")
                               .records),
              "budget item program [가나] current_appropriation=900000 payment=850000 2020:appropriation:current_appropriation=800000 "
              "2020:execution:payment=790000");
}

// 지출계획액 over 당초 | 수정: what a fund planned, and what became of it.
TEST(TableTimes, PlansOfAFundAreOriginalAndRevised) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 기금 지출계획 대비 집행
    (단위: 백만원)
    | 사업명 | 지출계획액 | < | 집행액(B) | 집행률(B/A) |
    | ^ | 당초 | 수정(A) | ^ | ^ |
    | ---- |
    | 가나 융자 | 4,200 | 3,900 | 3,742 | 95.9 |
    | 관리비 | 760 | 760 | 744 | 97.9 |
  )")
                               .records),
              R"(
    budget item program [가나 융자] original_budget=4200000000 supplementary_budget=3900000000 execution=3742000000 execution_rate=0.959
    budget item program [관리비] original_budget=760000000 supplementary_budget=760000000 execution=744000000 execution_rate=0.979
  )");
}

// A plan that goes on from the report's year is of the next, where its title says so.
TEST(TableTimes, APlanForTheNextYear) {
  const auto year = [](const char* title, const char* until) {
    return mapped(std::string("    □ ") + title + "\n    (단위: 백만원)\n    | 사업명 | 총사업비 | " + until + R"( | 2022년 | 2023년 이후 |
    | ---- |
    | 가나관 건립 | 90 | 20 | 30 | 40 |
  )")
        .records.at(0)
        .fiscal_year;
  };
  EXPECT_EQ(year("2022년도 주요 투자사업", "2021년까지"), 2022);
  EXPECT_EQ(year("2022년도 주요 투자사업", "2020년까지"), 2021);
  EXPECT_EQ(year("주요 투자사업", "2021년까지"), 2021);
}

// (2021년, 단위 : 천원): the year of the figures, told beside their unit.
TEST(TableTimes, TheYearBesideTheUnit) {
  const auto year = [](const char* above) {
    return mapped(std::string("    Ⅱ. 2021년도 업무추진 성과\n\n    □ 세입 징수 실적\n    ") + above + R"(
    | 과목 | 징수결정액 | 수납액 |
    | ---- |
    | 과태료 | 84,200 | 61,750 |
  )",
                  2022)
        .records.at(0)
        .fiscal_year;
  };
  EXPECT_EQ(year("(2021년, 단위 : 천원)"), 2021);
  EXPECT_EQ(year("(2020년, 단위 : 천원)"), 2020);
  EXPECT_EQ(year("(단위 : 천원)"), 2021);
  EXPECT_EQ(year("(2030년, 단위 : 천원)"), 2021);
}

// What years add up to is no figure of one of them: a plan of 75 over five years is no budget of 2021.
TEST(TableTimes, TotalsOfYears) {
  const auto plan = [](const char* total, const char* place) {
    const std::string t(total), front = std::string(place) == "front" ? " | " + t : "", back = front.empty() ? " | " + t : "";
    const auto row = [&](const char* name, const char* sum, const char* years) {
      return std::string("    | ") + name + (front.empty() ? "" : std::string(" | ") + sum) + " | " + years +
             (back.empty() ? "" : std::string(" | ") + sum) + " |\n";
    };
    return record_lines(mapped("    □ 분야별 세출 계획\n    (단위: 백만원)\n    | 구분" + front + " | 2021년 | 2022년 | 2023년" + back +
                               " |\n    | ---- |\n" + row("환경", "75", "24 | 25 | 26") + row("문화", "48", "15 | 16 | 17"))
                            .records);
  };
  const char* expected = R"(
    budget item program [환경] budget_amount=24000000 2022:plan:budget_amount=25000000 2023:plan:budget_amount=26000000 2021/2023:plan:budget_amount=75000000
    budget item program [문화] budget_amount=15000000 2022:plan:budget_amount=16000000 2023:plan:budget_amount=17000000 2021/2023:plan:budget_amount=48000000
  )";
  EXPECT_TEXT(plan("계", "back"), expected);
  EXPECT_TEXT(plan("합계", "back"), expected);
  const char* in_front = R"(
    budget item program [환경] budget_amount=24000000 2021/2023:plan:budget_amount=75000000 2022:plan:budget_amount=25000000 2023:plan:budget_amount=26000000
    budget item program [문화] budget_amount=15000000 2021/2023:plan:budget_amount=48000000 2022:plan:budget_amount=16000000 2023:plan:budget_amount=17000000
  )";
  EXPECT_TEXT(plan("총계", "front"), in_front);
}

// 계획기간 over its years, and what they add up to beside it: of the whole plan, and not of its first year.
TEST(TableTimes, TheTotalBesideAPlan) {
  for (const char* total : {"합계", "계", "총액"}) {
    const auto records = mapped(std::string(R"(
    □ 세출 전망 (단위: 백만원)
    | 구분 | 2020년 예산 | 계획기간 | | | )") +
                                total + R"( |
    |      |             | 2021년 | 2022년 | 2023년 |  |
    | ---- |
    | 환경 | 90 | 100 | 110 | 120 | 330 |
    | 교통 | 40 | 50 | 60 | 70 | 180 |
  )")
                             .records;
    ASSERT_EQ(records.size(), 2U) << total;
    EXPECT_EQ(record_line(records[0]),
              "budget item program [환경] prior_year_budget=90000000 budget_amount=100000000 "
              "2022:plan:budget_amount=110000000 2023:plan:budget_amount=120000000 2021/2023:plan:budget_amount=330000000")
        << total;
  }
}

TEST(TableTimes, ATotalThatIsNotOfTheYearsHasNoField) {
  const auto records = mapped(R"(
    □ 분야별 세출 계획
    (단위: 백만원)
    | 구분 | 2021년 | 2022년 | 2023년 | 계 |
    | ---- |
    | 환경 | 24 | 25 | 26 | 99 |
    | 문화 | 15 | 16 | 17 | 88 |
  )")
                           .records;
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(record_line(records[0]),
            "budget item program [환경] budget_amount=24000000 2022:plan:budget_amount=25000000 "
            "2023:plan:budget_amount=26000000 {계}=\"99\"");
}

// Years to come under 전망 are a plan; where years before the report's stand beside them, nobody knows which are.
TEST(TableTimes, ForecastsOverYearsToCome) {
  const auto forecast = [](const char* title, const char* years) {
    return record_lines(mapped(std::string("    □ ") + title + R"(
    (단위: 백만원)
    | 구분 | 계 | 연도별 | < | < |
    | ^ | ^ | )" + years + R"( |
    | ---- |
    | 지방세수입 | 75 | 24 | 25 | 26 |
    | 세외수입 | 48 | 15 | 16 | 17 |
  )")
                            .records);
  };
  EXPECT_TEXT(forecast("세입 전망", "2021년 | 2022년 | 2023년"), R"(
    revenue item account [지방세수입] budget_amount=24000000 2021/2023:plan:budget_amount=75000000 2022:plan:budget_amount=25000000 2023:plan:budget_amount=26000000
    revenue item account [세외수입] budget_amount=15000000 2021/2023:plan:budget_amount=48000000 2022:plan:budget_amount=16000000 2023:plan:budget_amount=17000000
  )");
  EXPECT_EQ(forecast("세입 전망", "2019년 | 2020년 | 2021년"), "");
}

// The total of years is none of one year, be its years understood or not.
TEST(TableTimes, TotalsOfYearsThatNoFieldTakes) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세출 예산
    (단위: 백만원)
    | 구분 | 예산 | 별의별 2021년 | 별의별 2022년 | 별의별 2023년 |
    | ---- |
    | 가나 | 75 | 24 | 25 | 26 |
    | 다라 | 48 | 15 | 16 | 17 |
  )")
                               .records),
              R"(
    budget item program [가나] budget_amount=75000000 {별의별 2021년}="24" {별의별 2022년}="25" {별의별 2023년}="26"
    budget item program [다라] budget_amount=48000000 {별의별 2021년}="15" {별의별 2022년}="16" {별의별 2023년}="17"
  )");
}

// What was left over by one year and spent in the next: the title names the one, the columns the other.
TEST(TableTimes, WhatIsCarriedOver) {
  const auto years = [](const char* chapter, const char* title, const char* columns) {
    Mapped read = mapped(std::string("    ") + chapter + "\n\n    □ " + title + R"(
    (단위: 백만원)
    | 사업명 | )" + columns + R"( |
    | ---- |
    | 가나 | 40 | 30 | 10 |
    | 다라 | 20 | 18 | 2 |
  )",
                         2022);
    return read.records.empty() ? 0 : read.records.front().fiscal_year.value_or(0);
  };
  EXPECT_EQ(years("Ⅱ. 2022년 추진실적", "2021년도 이월사업 집행 현황", "전년도이월액 | 집행액 | 집행잔액"), 2022);
  EXPECT_EQ(years("Ⅱ. 2021년 주요업무 추진실적", "2022년도 이월사업", "예산현액 | 지출액 | 이월액"), 2021);
  EXPECT_EQ(years("Ⅱ. 이월사업", "2021년도 이월사업", "예산현액 | 지출액 | 이월액"), 2021);
}

// A sentence over a table tells of something else; its year is not the table's.
TEST(TableTimes, ASentenceTellsNoYear) {
  for (const char* line : {"○ 2019회계연도 순세계잉여금을 재원으로 편성", "○ 2020년도 국고보조금을 반영한 예산"}) {
    const auto records = mapped(std::string("    □ 예산 총 규모\n    ") + line + R"(
    (단위: 백만원)
    | 구분 | 제1회 추경예산(안)(A) | 기정예산액(B) | 증감액(A-B) |
    | ---- |
    | 총계 | 90 | 80 | 10 |
    | 일반회계 | 60 | 50 | 10 |
    | 특별회계 | 30 | 30 | - |
  )")
                             .records;
    ASSERT_EQ(records.size(), 3U) << line;
    EXPECT_EQ(records.front().fiscal_year, 2021) << line;
  }
}

// 잔액 at the end of a year is no rest of what was to be spent.
TEST(TableTimes, WhatAnAccountHeldAtTheEndOfAYear) {
  for (const Record& record : mapped(R"(
    □ 특별회계 현황
    (단위: 백만원)
    | 회계명 | 2020년말 잔액 | 2021년 세입 | 2021년 세출 |
    | ---- |
    | 가나특별회계 | 120 | 300 | 280 |
    | 다라특별회계 | 80 | 100 | 90 |
  )")
                                  .records)
    EXPECT_TRUE(record.yearly.empty()) << record_line(record);
}

}  // namespace
}  // namespace jangbu
