#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

Document guessed(std::string_view drawing) {
  Document document = drawing::drawn_document(drawing);
  for (Table& table : document.tables) table.guessed_grid = true;
  return document;
}

TEST(CellOrder, ARowGoesBackToTheOrderOfTheOthers) {
  Document document = guessed(R"(
    | 사업명   | 예산현액 | 원인행위 | 지출액  | 원인행위율 | 지출률 | 예상액  | 집행률 |
    | -------- |
    | 가나운영 | 7,438    | 5,331    | 5,331   | 71.7%      | 71.7%  | 7,438   | 100%   |
    | 다라기술 | 140,000  | 100%     | 100%    | 140,000    | 100%   | 140,000 | 140,000 |
  )");
  repair_cell_order(document);
  EXPECT_DRAWN(document.tables[0], R"(
    | 사업명   | 예산현액 | 원인행위 | 지출액  | 원인행위율 | 지출률 | 예상액  | 집행률 |
    | -------- |
    | 가나운영 | 7,438    | 5,331    | 5,331   | 71.7%      | 71.7%  | 7,438   | 100%   |
    | 다라기술 | 140,000  | 140,000  | 140,000 | 100%       | 100%   | 140,000 | 100%   |
  )");
  EXPECT_TEXT(drawing::as_lines(document.repairs), R"(
    cell_order: 140,000 | 100% | 100% | 140,000 | 100% | 140,000 | 140,000 → 140,000 | 140,000 | 140,000 | 100% | 100% | 140,000 | 100%
  )");
  EXPECT_EQ(document.repairs[0].row, 2);
  repair_cell_order(document);
  EXPECT_EQ(document.repairs.size(), 1u);
}

TEST(CellOrder, ARowWithAnotherNumberOfRatesStays) {
  Document document = guessed(R"(
    | 사업명 | 예산현액 | 지출액 | 지출률 |
    | ------ |
    | 가     | 100      | 50     | 50%    |
    | 나     | 100      | 50%    | 50%    |
    | 다     | 100      | -      | -      |
  )");
  const std::string before = drawing::as_drawn(document.tables[0]);
  repair_cell_order(document);
  EXPECT_EQ(drawing::as_drawn(document.tables[0]), before);
  EXPECT_TRUE(document.repairs.empty());
}

TEST(CellOrder, NotWhereLinesToldTheGrid) {
  Document document = drawing::drawn_document(R"(
    | 사업명 | 예산현액 | 지출액 | 지출률 |
    | ------ |
    | 가     | 100      | 50     | 50%    |
    | 나     | 100      | 50%    | 50     |
  )");
  repair_cell_order(document);
  EXPECT_TRUE(document.repairs.empty());
}

}  // namespace
}  // namespace jangbu
