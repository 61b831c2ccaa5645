#include <gtest/gtest.h>

#include "drawn_table.h"
#include "normalize/normalize.h"

namespace jangbu {
namespace {

// "unit as_of" of every table of the drawing.
std::vector<std::string> captions(std::string_view drawing) {
  Document document = drawing::drawn_document(drawing);
  find_captions(document);
  std::vector<std::string> out;
  for (const Table& table : document.tables) {
    out.push_back((table.unit.empty() ? "-" : table.unit) + " " + (table.as_of.empty() ? "-" : table.as_of));
  }
  return out;
}

using Captions = std::vector<std::string>;

TEST(Captions, StandBeforeTheTable) {
  EXPECT_EQ(captions(R"(
    ※ 예산집행 현황 (단위 : 천원, ’21.8.13. 기준)
    | 가 | 1 |
  )"),
            (Captions{"천원 2021-08-13"}));
}

TEST(Captions, OfTwoTheNearerWins) {
  EXPECT_EQ(captions(R"(
    (단위 : 백만원, ’21.1.1. 기준)
    세부 내역
    (단위 : 천원)
    | 가 | 1 |
  )"),
            (Captions{"천원 2021-01-01"}));
}

TEST(Captions, StandAfterTheTableWhereNoneStandsBefore) {
  EXPECT_EQ(captions(R"(
    | 가 | 1 |
    (단위: 천원, '19.8.31. 기준)
    글
  )"),
            (Captions{"천원 2019-08-31"}));
}

TEST(Captions, RightAboveTheNextTableAreThatTables) {
  EXPECT_EQ(captions(R"(
    | 가 | 1 |
    (단위: 천원)
    | 나 | 2 |
  )"),
            (Captions{"- -", "천원 -"}));
}

TEST(Captions, ThatATableBeforeClaimedAreNotTakenAgain) {
  EXPECT_EQ(captions(R"(
    | 가 | 1 |
    (단위: 천원)
    글
    | 나 | 2 |
  )"),
            (Captions{"천원 -", "- -"}));
}

TEST(Captions, BehindAHeadingBelongToTheNextPart) {
  EXPECT_EQ(captions(R"(
    | 가 | 1 |
    □ 인력
    (단위: 명)
    글
  )"),
            (Captions{"- -"}));
}

TEST(Captions, StandInTheTablesOwnFirstRow) {
  EXPECT_EQ(captions(R"(
    (단위: 백만원)
    | (단위: 천원, ’21.8.13. 기준) | < |
    | 가 | 1 |
  )"),
            (Captions{"천원 2021-08-13"}));
}

TEST(Captions, FurtherUpAreKeptForATableThatNeedsThem) {
  Document document = drawing::drawn_document(R"(
    ※ 예산집행 현황 (단위 : 천원, ’21.8.13. 기준)
    □ 향후계획
    ○ 영상 공개
    ○ 발표회
    | 가 | 1 |
  )");
  find_captions(document);
  EXPECT_EQ(document.tables[0].unit, "");
  EXPECT_EQ(document.tables[0].nearby_unit, "천원");
  EXPECT_EQ(document.tables[0].nearby_as_of, "2021-08-13");
}

TEST(Captions, DoNotReachOverAnotherTable) {
  Document document = drawing::drawn_document(R"(
    (단위: 천원)
    | 가 | 1 |
    글
    글
    | 나 | 2 |
  )");
  find_captions(document);
  EXPECT_EQ(document.tables[1].unit + document.tables[1].nearby_unit, "");
}

TEST(Captions, GoOnWithATableThatGoesOn) {
  EXPECT_EQ(captions(R"(
    | (단위: 천원, ’21.8.13. 기준) | < |
    | 구 분 | 예산 |
    | --- |
    | 가 | 1 |

    | 구분 | 예산 |
    | --- |
    | 나 | 2 |

    | 구분 | 인원 |
    | --- |
    | 나 | 2 |
  )"),
            (Captions{"천원 2021-08-13", "천원 2021-08-13", "- -"}));
}

TEST(Captions, ASentenceIsNone) {
  EXPECT_EQ(captions(R"(
    시민이 낸 제안을 심사하여 예산에 담는 사업으로, 모든 금액은 별도 표시가 없는 한 (단위: 천원)이며 자세한 내용은 붙임을 참고하고 궁금한 점은 담당 부서에 물어보기 바람
    | 가 | 1 |
  )"),
            (Captions{"- -"}));
}

TEST(Captions, NameTheTable) {
  Document document = drawing::drawn_document(R"(
    ※ 예산집행 현황 (단위 : 천원)
    | 가 | 1 |
    글

    | 나 | 2 |
    □ 세입 현황
    (단위: 천원)
    | 다 | 3 |
  )");
  find_captions(document);
  EXPECT_EQ(document.tables[0].caption, "※ 예산집행 현황 (단위 : 천원)");
  EXPECT_EQ(document.tables[1].caption, "");
  EXPECT_EQ(document.tables[2].caption, "□ 세입 현황");
}

// nearby: of a table that has no unit of its own.
std::vector<std::string> nearby_units(std::string_view drawing) {
  Document document = drawing::drawn_document(drawing);
  find_captions(document);
  std::vector<std::string> out;
  for (const Table& table : document.tables) out.push_back(table.unit.empty() ? "near " + table.nearby_unit : table.unit);
  return out;
}

TEST(Captions, AUnitIsNotHandedOnBetweenCaptionsOfItsOwnLevel) {
  // The unit stands in the first one's own caption, or the next caption is as far out as the line with the unit.
  EXPECT_EQ(nearby_units(R"(
    □ 예산 현황
    ○ 세입 (단위: 백만원)
    | 가 | 1 |
    ○ 세출
    | 나 | 1 |
  )"),
            (Captions{"백만원", "near "}));
  EXPECT_EQ(nearby_units(R"(
    □ 예산 현황 (단위: 백만원)
    ○ 세입
    | 가 | 1 |
    □ 인력
    | 나 | 1 |
  )"),
            (Captions{"백만원", "near "}));
}

TEST(Captions, OneCaptionServesTwoTablesWithNothingBetween) {
  Document document = drawing::drawn_document(R"(
    ○ 세출예산 (단위: 천원)
    | 가 | 나 | 1 |

    | 다 | 2 |
  )");
  find_captions(document);
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_EQ(document.tables[1].caption, document.tables[0].caption);
  EXPECT_EQ(document.tables[1].nearby_unit, "천원");
}

}  // namespace
}  // namespace jangbu
