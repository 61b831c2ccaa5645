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

}  // namespace
}  // namespace jangbu
