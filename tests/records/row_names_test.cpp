// What a row is called: labels of several columns, levels, letters of formulas, words that a line breaks.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// 구분 | 세부내역: the name where the first holds several of them, words about it where it does not.
TEST(RowNames, DetailsOfANameAndNamesOfItsParts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 지출예산
    (단위: 백만원)
    | 구분 | 세부내역 | 2020년 | 2021년 |
    | ---- |
    | 합계 | < | 80 | 100 |
    | 사업비 | 섬 개선 | 40 | 50 |
    | ^ | 연안 지원 | 30 | 40 |
    | 운영비 | 인건비 | 10 | 10 |
  )")
                               .records),
              R"(
    budget total total [] prior_year_budget=80000000 budget_amount=100000000
    budget item program [사업비 > 섬 개선] prior_year_budget=40000000 budget_amount=50000000
    budget item program [사업비 > 연안 지원] prior_year_budget=30000000 budget_amount=40000000
    budget item program [운영비 > 인건비] prior_year_budget=10000000 budget_amount=10000000
  )");
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 지출예산
    (단위: 백만원)
    | 구분 | 세부내역 | 2020년 | 2021년 |
    | ---- |
    | 사업비 | 섬 개선 등 | 70 | 90 |
    | 운영비 | 인건비 등 | 10 | 10 |
  )")
                               .records),
              R"(
    budget item program [사업비] prior_year_budget=70000000 budget_amount=90000000 {세부내역}="섬 개선 등"
    budget item program [운영비] prior_year_budget=10000000 budget_amount=10000000 {세부내역}="인건비 등"
  )");
}

// 정책사업 / 단위사업: levels of one tree under one heading are names, and what stands before says which level.
TEST(RowNames, LevelsBesideTheirNames) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 구분 | 정책사업 / 단위사업 | 예산액 |
    | ---- |
    | 정책 | 기초생활보장 | 300 |
    | 단위 | 생계급여 지원 | 200 |
    | 단위 | 자활사업 지원 | 100 |
    | 정책 | 보훈선양 | 50 |
  )")
                               .records),
              R"(
    budget subtotal category [기초생활보장] budget_amount=300000
    budget item program [기초생활보장 > 생계급여 지원] budget_amount=200000
    budget item program [기초생활보장 > 자활사업 지원] budget_amount=100000
    budget item program [보훈선양] budget_amount=50000
  )");
}

// What becomes of a surplus: one row that reads as a measure is a name, as the others are.
TEST(RowNames, ARowThatReadsAsAMeasureAmongNames) {
  EXPECT_TEXT(record_lines(mapped(R"(
    □ 세계잉여금 처리 계획
    (단위: 천원)
    | 처리 구분 | 금액 | 비고 |
    | ---- |
    | 계 | 4,637 | |
    | 2022년 추경 세입 편성 | 2,550 | 시설 개선 |
    | 적립금 적립 | 2,087 | 노후시설 |
  )")
                               .records),
              "");
}

// 총지출(A+B): the letters say what a row is made of, and are no part of its name; nor does 예산지출 name a side where 기금지출 does not.
TEST(RowNames, RowsNamedByLetters) {
  const auto read = [](const char* whole, const char* a, const char* b) {
    return record_lines(mapped(std::string(R"(
    □ 재정 규모 (단위: 백만원)
    | 구분 | 2020년 예산(A) | 2021년 예산(B) | 증감(B-A) |
    | ---- |
    | 총지출)") + whole + R"( | 150 | 180 | 30 |
    | 예산지출)" + a + R"( | 90 | 100 | 10 |
    | 일반회계 | 50 | 58 | 8 |
    | 특별회계 | 40 | 42 | 2 |
    | 기금지출)" + b + R"( | 60 | 80 | 20 |
  )")
                            .records);
  };
  const std::string plain = read("", "", "");
  EXPECT_TEXT(plain, R"(
    budget total total [] prior_year_budget=150000000 budget_amount=180000000 change_amount=30000000
    budget subtotal category [예산지출] prior_year_budget=90000000 budget_amount=100000000 change_amount=10000000
    budget item account [예산지출 > 일반회계] prior_year_budget=50000000 budget_amount=58000000 change_amount=8000000
    budget item account [예산지출 > 특별회계] prior_year_budget=40000000 budget_amount=42000000 change_amount=2000000
    budget item program [기금지출] prior_year_budget=60000000 budget_amount=80000000 change_amount=20000000
  )");
  EXPECT_EQ(read("(A+B)", "(A)", "(B)"), plain);
  EXPECT_EQ(read("(a+b)", "(a)", "(b)"), plain);
  EXPECT_EQ(read(" (㉮+㉯)", " (㉮)", " (㉯)"), plain);
  EXPECT_NE(read("", "(A)", "(B)"), plain);  // no row is made of others: they may be names
}

// A last word 수 counts, but not where the end of a line broke 보수 or 하수: such a row would vanish.
TEST(RowNames, LabelsThatALineBreaks) {
  for (const char* label : {"아케이드 보 수", "경로당 개보 수", "공공 하 수", "노후 상 수"}) {
    const auto records = mapped(std::string(R"(
    (단위: 백만원)
    | 사업명 | 예산액 |
    | ---- |
    | 가나 | 90 |
    | )") + label + R"( | 60 |
  )")
                             .records;
    EXPECT_EQ(records.size(), 2U) << label;
  }
  for (const char* label : {"과제 수", "이용자 수", "학급 수", "어린이 수"}) {
    const auto records = mapped(std::string(R"(
    (단위: 백만원)
    | 사업명 | 예산액 |
    | ---- |
    | 가나 | 90 |
    | 다라 | 60 |
    | )") + label + R"( | 60 |
  )")
                             .records;
    EXPECT_EQ(records.size(), 2U) << label;
  }
}

// 조직 beside the name: how many units each has, and no name of them; below one name they are names.
TEST(RowNames, CountsOfUnitsAreNoNames) {
  for (const char* units : {"5본부 1센터", "3과 2팀", "2개 과"}) {
    const auto records = mapped(std::string(R"(
    □ 조직 및 인력
    (단위: 명)
    | 기관       | 조직 | 정원 | 현원 | 결원 |
    | ---- |
    | 가나테크   | )") + units + R"( | 148 | 141 | 7 |
    | 다라신용   | 3본부  | 62  | 60  | 2 |
    | 마바디자인 | 2본부  | 41  | 38  | 3 |
  )")
                             .records;
    ASSERT_EQ(records.size(), 3U) << units;
    EXPECT_EQ(records[0].name, "가나테크") << units;
    EXPECT_EQ(records[2].name, "마바디자인") << units;
  }
}

// 합계 stands in the first column alone: it parts no rows more finely than those who have the works.
TEST(RowNames, AsManyOfficesAsWorks) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 천원)
    | 부서   | 사업명   | 예산현액 | 지출액 |
    | ---- |
    | 합계   |          | 300 | 250 |
    | 가나과 | 응급복구 | 200 | 170 |
    | 다라소 | 방역물품 | 100 | 80  |
  )")
                               .records),
              R"(
    budget total total [] current_appropriation=300000 payment=250000
    budget item program [가나과 > 응급복구] current_appropriation=200000 payment=170000
    budget item program [다라소 > 방역물품] current_appropriation=100000 payment=80000
  )");
}

// How many works there are, beside their total, is no name.
TEST(RowNames, ATotalThatTellsHowMany) {
  const std::string told =
      "budget total total [] budget_amount=70000\n"
      "budget item program [가나과 > 긴의자 설치] budget_amount=40000\n"
      "budget item program [다라과 > 등 교체] budget_amount=30000\n";
  for (const char* total : {"합계 | 2건", "계 | 2개 사업", "총계 | 12개소", "합 계 |"}) {
    EXPECT_EQ(record_lines(mapped(std::string("    (단위: 천원)\n    | 부서명 | 사업명 | 예산액 |\n    | ---- |\n    | ") + total +
                                  " | 70 |\n    | 가나과 | 긴의자 설치 | 40 |\n    | 다라과 | 등 교체 | 30 |\n")
                               .records),
              told)
        << total;
    EXPECT_EQ(record_lines(mapped(std::string("    (단위: 천원)\n    | 연번 | 부서명 | 사업명 | 예산액 |\n    | ---- |\n    | ") +
                                  std::string(total).insert(std::string(total).find('|'), "| ") +
                                  " | 70 |\n    | 1 | 가나과 | 긴의자 설치 | 40 |\n    | 2 | 다라과 | 등 교체 | 30 |\n")
                               .records),
              told)
        << total;
  }
}

}  // namespace
}  // namespace jangbu
