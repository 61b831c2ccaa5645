#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

// How many rows of the drawing are headers.
int header_rows_of(std::string_view drawing) {
  Table table = drawing::drawn_table(drawing);
  find_header_rows(table);
  return table.header_rows;
}

TEST(HeaderRows, AreTheRowsAboveTheFirstFigures) {
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | 예산  | 집행률 |
    | 합계 | 1,000 | 50%    |
  )"),
            1);
  EXPECT_EQ(header_rows_of(R"(
    | 사업명 | 예산현액 | 집행액   | <      |
    | ^      | ^        | 원인행위 | 지출액 |
    | 운영   | 1,000    | 800      | 500    |
  )"),
            2);
}

// What counts the rows is no figure, and no part of a header, however few figures stand beside it.
TEST(HeaderRows, EndWhereRowsBeginToBeCounted) {
  EXPECT_EQ(header_rows_of(R"(
    | 연번 | 사업명   | 기간    | 사업비 | 사업량  |
    | 1    | 바닥 방수 | 3~6월   | 642    | 한 동   |
    | 2    | 냉동기    | 4~9월   | 880    | 두 대   |
  )"),
            1);
  EXPECT_EQ(header_rows_of(R"(
    | No. | 과제   | 추진 일정 | <      |
    | ^   | ^      | 착수      | 완료   |
    | 01  | 가나길 | 3월       | 12월   |
    | 02  | 다라길 | 4월       | 6월    |
  )"),
            2);
  EXPECT_EQ(header_rows_of(R"(
    | 순번 | 기관   | 소재지 | 기능 | 예산 |
    | 1.   | 가나원 | 가나동 | 연구 | 120  |
    | 2.   | 다라원 | 다라동 | 교육 | 80   |
  )"),
            1);
  // Grades in numbers with no count over them stay what they were.
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | 계 | 급별 | < |
    | ^    | ^  | 1    | 2 |
    | 정원 | 9  | 4    | 5 |
  )"),
            1);
}

TEST(HeaderRows, YearsHeadColumns) {
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | 2020  | 2021  |
    | 합계 | 1,000 | 1,200 |
  )"),
            1);
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | ’20년 | ’21년 |
    | 합계 | 1,000 | 1,200 |
  )"),
            1);
  EXPECT_EQ(header_rows_of(R"(
    | 가 | 2,020 | 2,021 |
    | 나 | 1,000 | 1,200 |
  )"),
            0);
}

TEST(HeaderRows, AYearAndWhatIsMeasuredOfIt) {
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | 2016예산 | 2015예산 |
    | 합계 | 1,000    | 1,200    |
  )"),
            1);
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | 2026학년도 | 2025학년도 |
    | 합계 | 1,000      | 1,200      |
  )"),
            1);
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | ’25 집행액 | ’24 집행액 | 비고 |
    | 합계 | 1,000      | 1,200      |      |
  )"),
            1);
  EXPECT_EQ(header_rows_of(R"(
    | 가동 | 2000명 | 2010명 |
    | 나동 | 1990명 | 1950명 |
  )"),
            0);
  EXPECT_EQ(header_rows_of(R"(
    | 가사업 | 2000천원 | 2010천원 |
    | 나사업 | 1990천원 | 1950천원 |
  )"),
            0);
}

TEST(HeaderRows, AFirstRowOfDashesIsAHeaderStill) {
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | -     | -     |
    | 합계 | 1,000 | 1,200 |
  )"),
            1);
}

TEST(HeaderRows, ARowOfDashesIsARow) {
  EXPECT_EQ(header_rows_of(R"(
    | 구분 | 예산  | 집행 |
    | 조성 | -     | -    |
    | 운영 | 1,000 | 500  |
  )"),
            1);
}

TEST(HeaderRows, ATableOfWordsHasOne) {
  EXPECT_EQ(header_rows_of(R"(
    | 부서 | 주요업무 |
    | 가과 | 교육     |
    | 나과 | 상담     |
  )"),
            1);
  EXPECT_EQ(header_rows_of("| 가 | 나 |"), 0);
  EXPECT_EQ(header_rows_of(R"(
    | 가 |
    | 나 |
  )"),
            0);
}

TEST(HeaderRows, MarksOfTheFormatCount) {
  Table table = drawing::drawn_table(R"(
    | 부서 | 업무 |
    | 구분 | 내용 |
    | 가과 | 교육 |
    | 나과 | 상담 |
  )");
  for (Cell& cell : table.cells) cell.header = cell.row < 2;
  find_header_rows(table);
  EXPECT_EQ(table.header_rows, 2);
}

TEST(HeaderRows, WithoutCellsThereAreNone) {
  Table table;
  find_header_rows(table);
  EXPECT_EQ(table.header_rows, 0);
}

// Programs part digits from letters.
TEST(HeaderRows, RanksWithBlanksNameTheirPlace) {
  for (const char* ranks : {"3급이상 | 4급", "3 급 이상 | 4 급", "1 급 | 2 급 이하", "5 급 상당 | 6 급", "1 분기 | 2 분기"})
    EXPECT_EQ(header_rows_of(std::string("    | 구분 | 정원 | 직급별 현원 | < |\n    | ^ | ^ | ") + ranks +
                             " |\n    | 합계 | 119 | 1 | 5 |\n    | 가나과 | 31 | - | 1 |\n"),
              2)
        << ranks;
}

}  // namespace
}  // namespace jangbu
