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

TEST(HeaderSpans, AGroupReachesOverTheEmptyCellsBesideIt) {
  Document document = guessed(R"(
    | 사업명 | 예산현액 | 집행률   |        | ’19년말 집행예상액 |        |
    |        |          | 원인행위 | 지출액 | 예상액             | 집행률 |
    | --- |
    | 운영   | 1,000    | 80%      | 50%    | 1,000              | 100%   |
  )");
  repair_header_spans(document);
  EXPECT_DRAWN(document.tables[0], R"(
    | 사업명 | 예산현액 | 집행률   | <      | ’19년말 집행예상액 | <      |
    |        |          | 원인행위 | 지출액 | 예상액             | 집행률 |
    | --- |
    | 운영   | 1,000    | 80%      | 50%    | 1,000              | 100%   |
  )");
  EXPECT_EQ(document.repairs.size(), 2u);
}

TEST(HeaderSpans, NotOverAColumnThatHasNothingBelow) {
  Document document = guessed(R"(
    | 사업명 | 집행률   |        | 비고 |
    |        | 원인행위 |        |      |
    | --- |
    | 운영   | 80%      | 50%    |      |
  )");
  const std::string before = drawing::as_drawn(document.tables[0]);
  repair_header_spans(document);
  EXPECT_EQ(drawing::as_drawn(document.tables[0]), before);
  EXPECT_TRUE(document.repairs.empty());
}

TEST(HeaderSpans, NotWhereLinesToldTheGrid) {
  Document document = drawing::drawn_document(R"(
    | 사업명 | 집행률   |        |
    |        | 원인행위 | 지출액 |
    | --- |
    | 운영   | 80%      | 50%    |
  )");
  repair_header_spans(document);
  EXPECT_TRUE(document.repairs.empty());
}

TEST(HeaderSpans, TwiceIsOnce) {
  Document document = guessed(R"(
    | 사업명 | 집행률   |        |
    |        | 원인행위 | 지출액 |
    | --- |
    | 운영   | 80%      | 50%    |
  )");
  repair_header_spans(document);
  const std::string once = drawing::as_drawn(document.tables[0]);
  repair_header_spans(document);
  EXPECT_EQ(drawing::as_drawn(document.tables[0]), once);
  EXPECT_EQ(document.repairs.size(), 1u);
}

}  // namespace
}  // namespace jangbu
