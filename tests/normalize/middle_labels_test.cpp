// Labels in the middle of the rows they are of.
#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

Table spread(std::string_view drawing, bool guessed = true) {
  Table table = drawing::drawn_table(drawing);
  table.guessed_grid = guessed;
  spread_middle_labels(table);
  return table;
}

constexpr const char* kThreeRowsEach = R"(
  | 사업명    | 재원 | 예산 |
  | --- |
  |           | 계   | 300  |
  | 가로 정비 | 국비 | 150  |
  |           | 시비 | 150  |
  |           | 계   | 500  |
  | 나루 공원 | 국비 | 250  |
  |           | 시비 | 250  |
)";

TEST(MiddleLabels, ReachOverTheRowsThatBeginAgain) {
  EXPECT_DRAWN(spread(kThreeRowsEach), R"(
    | 사업명    | 재원 | 예산 |
    | --- |
    | 가로 정비 | 계   | 300  |
    | ^         | 국비 | 150  |
    | ^         | 시비 | 150  |
    | 나루 공원 | 계   | 500  |
    | ^         | 국비 | 250  |
    | ^         | 시비 | 250  |
  )");
}

TEST(MiddleLabels, BetweenTwoRowsAreNoRow) {
  EXPECT_DRAWN(spread(R"(
    | 부서 | 연도   | 예산 |
    | --- |
    |      | 2024년 | 300  |
    | 가과 |        |      |
    |      | 2025년 | 250  |
    |      | 2024년 | 500  |
    | 나과 |        |      |
    |      | 2025년 | 300  |
    | 합계 |        | 1350 |
  )"),
               R"(
    | 부서 | 연도   | 예산 |
    | --- |
    | 가과 | 2024년 | 300  |
    | ^    | 2025년 | 250  |
    | 나과 | 2024년 | 500  |
    | ^    | 2025년 | 300  |
    | 합계 |        | 1350 |
  )");
}

TEST(MiddleLabels, UnlikeNumbersOfRows) {
  EXPECT_DRAWN(spread(R"(
    | 구분 | 직급 | 정원 |
    | --- |
    | 합계 |      | 17   |
    |      | 계   | 9    |
    | 본부 | 4급  | 2    |
    |      | 5급  | 7    |
    | 지소 | 계   | 8    |
    |      | 5급  | 8    |
  )"),
               R"(
    | 구분 | 직급 | 정원 |
    | --- |
    | 합계 |      | 17   |
    | 본부 | 계   | 9    |
    | ^    | 4급  | 2    |
    | ^    | 5급  | 7    |
    | 지소 | 계   | 8    |
    | ^    | 5급  | 8    |
  )");
}

TEST(MiddleLabels, NothingIsChangedWhereItCannotBeTold) {
  // Lines tell the cells.
  EXPECT_DRAWN(spread(kThreeRowsEach, false), kThreeRowsEach);
  // A run of rows without a label, and one with two.
  constexpr const char* kNoLabel = R"(
    | 사업명 | 재원 | 예산 |
    | --- |
    |        | 계   | 300  |
    | 가로   | 국비 | 300  |
    |        | 계   | 500  |
    |        | 국비 | 500  |
  )";
  EXPECT_DRAWN(spread(kNoLabel), kNoLabel);
  constexpr const char* kTwoLabels = R"(
    | 사업명 | 재원 | 예산 |
    | --- |
    |        | 계   | 300  |
    | 가로   | 국비 | 200  |
    | 나로   | 시비 | 100  |
    |        | 계   | 500  |
    | 다로   | 국비 | 500  |
  )";
  EXPECT_DRAWN(spread(kTwoLabels), kTwoLabels);
  // The labels beside it do not begin again.
  constexpr const char* kOnce = R"(
    | 부서 | 사업명 | 예산 |
    | --- |
    |      | 합계   | 300  |
    | 가과 | 교육   | 200  |
    |      | 상담   | 100  |
  )";
  EXPECT_DRAWN(spread(kOnce), kOnce);
}

}  // namespace
}  // namespace jangbu
