#include "records/hierarchy.h"

#include <gtest/gtest.h>

#include "drawn_table.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"

namespace jangbu {
namespace {

// Rows drawn as a table without header; the tree as indentation, with the role of each row.
std::string tree(std::string_view drawing, long double step = 1) {
  const Table table = drawing::drawn_table(drawing);
  static const Pattern office(R"(\S+(과|담당관|국))");
  std::vector<HierarchyRow> rows(static_cast<std::size_t>(table.rows));
  for (const Cell& cell : table.cells) {
    HierarchyRow& row = rows[static_cast<std::size_t>(cell.row)];
    if (cell.column == 0) {
      row.label = cell.text;
      row.office = office.matches(cell.text);
      continue;
    }
    const auto figure = read_figure(cell.text);
    row.figures.push_back(figure && figure->value ? std::optional(Printed{static_cast<long double>(figure->value->to_double()), step})
                                                  : std::nullopt);
  }
  const auto places = find_hierarchy(rows);
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    int depth = 0;
    for (auto at = places[i].parent; at && depth < 9; at = places[static_cast<std::size_t>(*at)].parent) ++depth;
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + rows[i].label;
    out += places[i].role == RowRole::kTotal ? " (total)" : places[i].role == RowRole::kSubtotal ? " (subtotal)" : "";
    out += "\n";
  }
  return out;
}

TEST(Hierarchy, SumsTellWhoIsPartOfWhom) {
  EXPECT_TEXT(tree(R"(
    | 합계   | 100 | 60 |
    | 가과   | 70  | 40 |
    | 교육   | 30  | 30 |
    | 상담   | 40  | 10 |
    | 나과   | 30  | 20 |
    | 시설   | 20  | 15 |
    | 안전   | 10  | 5  |
  )"),
              R"(
    합계 (total)
      가과 (subtotal)
        교육
        상담
      나과 (subtotal)
        시설
        안전
  )");
}

TEST(Hierarchy, ThreeLevelsWithoutAnyOffice) {
  EXPECT_TEXT(tree(R"(
    | 총계           | 1000 | 500 |
    | 경상적세외수입 | 600  | 300 |
    | 재산임대       | 250  | 120 |
    | 사용료         | 350  | 180 |
    | 임시적세외수입 | 400  | 200 |
    | 보조금반환     | 150  | 90  |
    | 그외수입       | 250  | 110 |
  )"),
              R"(
    총계 (total)
      경상적세외수입 (subtotal)
        재산임대
        사용료
      임시적세외수입 (subtotal)
        보조금반환
        그외수입
  )");
}

TEST(Hierarchy, AnOfficeWithOneProgramme) {
  EXPECT_TEXT(tree(R"(
    | 합계   | 100 | 60 |
    | 가과   | 70  | 40 |
    | 교육   | 70  | 40 |
    | 나과   | 30  | 20 |
    | 시설   | 20  | 15 |
    | 안전   | 10  | 5  |
  )"),
              R"(
    합계 (total)
      가과 (subtotal)
        교육
      나과 (subtotal)
        시설
        안전
  )");
}

TEST(Hierarchy, FlatUnderATotal) {
  EXPECT_TEXT(tree(R"(
    | 합 계 | 60 | 6 |
    | 가과  | 10 | 1 |
    | 나과  | 20 | 2 |
    | 다과  | 30 | 3 |
  )"),
              R"(
    합 계 (total)
      가과
      나과
      다과
  )");
}

// One column: a sum in it may hold by chance, unless the total holds with it.
TEST(Hierarchy, PartsOfPartsInOneColumn) {
  EXPECT_TEXT(tree(R"(
    | 합계     | 941 |
    | 일반회계 | 721 |
    | 인건비   | 316 |
    | 물건비   | 405 |
    | 특별회계 | 220 |
  )"),
              R"(
    합계 (total)
      일반회계 (subtotal)
        인건비
        물건비
      특별회계
  )");
  // 721 is a sum here as well, but the total is that of all.
  EXPECT_TEXT(tree(R"(
    | 합계 | 1,662 |
    | 가목 | 721   |
    | 나목 | 316   |
    | 다목 | 405   |
    | 라목 | 220   |
  )"),
              R"(
    합계 (total)
      가목
      나목
      다목
      라목
  )");
  // The total misses either way: nothing is made of it.
  EXPECT_TEXT(tree(R"(
    | 합계 | 950 |
    | 가목 | 721 |
    | 나목 | 316 |
    | 다목 | 405 |
    | 라목 | 220 |
  )"),
              R"(
    합계 (total)
      가목
      나목
      다목
      라목
  )");
}

TEST(Hierarchy, WithoutATotal) {
  EXPECT_TEXT(tree(R"(
    | 교육 | 10 | 1 |
    | 상담 | 25 | 2 |
    | 시설 | 31 | 3 |
  )"),
              R"(
    교육
    상담
    시설
  )");
}

TEST(Hierarchy, AMisprintedColumnDoesNotHideATotal) {
  EXPECT_TEXT(tree(R"(
    | 합계 | 100 | 60 | 91 |
    | 가과 | 70  | 40 | 30 |
    | 교육 | 30  | 30 | 10 |
    | 상담 | 40  | 10 | 20 |
    | 나과 | 30  | 20 | 11 |
    | 시설 | 20  | 15 | 5  |
    | 안전 | 10  | 5  | 6  |
  )"),
              R"(
    합계 (total)
      가과 (subtotal)
        교육
        상담
      나과 (subtotal)
        시설
        안전
  )");
}

TEST(Hierarchy, ATotalThatMissesItsPartsIsStillTheirTotal) {
  EXPECT_TEXT(tree(R"(
    | 합계 | 999 | 888 |
    | 교육 | 30  | 30  |
    | 상담 | 40  | 10  |
  )"),
              R"(
    합계 (total)
      교육
      상담
  )");
}

TEST(Hierarchy, OfficesStandAboveProgrammesWhereSumsAreWrong) {
  EXPECT_TEXT(tree(R"(
    | 합계 | 100 | 60 |
    | 가과 | 70  | 40 |
    | 교육 | 39  | 38 |
    | 상담 | 40  | 10 |
    | 나과 | 30  | 20 |
    | 시설 | 20  | 15 |
    | 안전 | 10  | 5  |
  )"),
              R"(
    합계 (total)
      가과 (subtotal)
        교육
        상담
      나과 (subtotal)
        시설
        안전
  )");
}

TEST(Hierarchy, ATotalAtTheBottom) {
  EXPECT_TEXT(tree(R"(
    | 교육 | 30 | 30 |
    | 상담 | 40 | 10 |
    | 합계 | 70 | 40 |
  )"),
              R"(
      교육
      상담
    합계 (total)
  )");
}

TEST(Hierarchy, SubtotalsBelowTheirParts) {
  EXPECT_TEXT(tree(R"(
    | 교육 | 30  | 30 |
    | 상담 | 40  | 10 |
    | 소계 | 70  | 40 |
    | 시설 | 20  | 15 |
    | 안전 | 10  | 5  |
    | 소계 | 30  | 20 |
    | 합계 | 100 | 60 |
  )"),
              R"(
        교육
        상담
      소계 (subtotal)
        시설
        안전
      소계 (subtotal)
    합계 (total)
  )");
}

TEST(Hierarchy, ARowThatPrintsNothingStaysAmongItsNeighbours) {
  EXPECT_TEXT(tree(R"(
    | 합계 | 100 | 60 |
    | 가과 | 70  | 40 |
    | 교육 | 30  | 30 |
    | 상담 | 40  | 10 |
    | 조성 | -   | -  |
    | 나과 | 30  | 20 |
    | 시설 | 20  | 15 |
    | 안전 | 10  | 5  |
  )"),
              R"(
    합계 (total)
      가과 (subtotal)
        교육
        상담
        조성
      나과 (subtotal)
        시설
        안전
  )");
}

TEST(Hierarchy, SumsOfRoundedFiguresAreSums) {
  EXPECT_TEXT(tree(R"(
    | 합계 | 101 | 58 |
    | 교육 | 34  | 20 |
    | 상담 | 33  | 19 |
    | 시설 | 33  | 20 |
  )"),
              R"(
    합계 (total)
      교육
      상담
      시설
  )");
}

TEST(Hierarchy, OfNothingIsNothing) {
  EXPECT_TRUE(find_hierarchy({}).empty());
  EXPECT_TEXT(tree("| 교육 | 3 |"), R"(
    교육
  )");
}

TEST(Hierarchy, HasNoCircles) {
  // Rows that are all alike are each the sum of any other.
  std::vector<HierarchyRow> rows(50, {"합계", true, {Printed{1, 1}, Printed{1, 1}}});
  for (const auto& places = find_hierarchy(rows); const RowPlace& place : places) {
    int steps = 0;
    for (auto at = place.parent; at; at = places[static_cast<std::size_t>(*at)].parent) ASSERT_LT(++steps, 60);
  }
}

TEST(RowLabels, OfTotalsAndSubtotals) {
  for (const char* label : {"합계", "합 계", "총계", "계", "총 합 계", "총괄", "전체"}) EXPECT_TRUE(is_total_label(label)) << label;
  for (const char* label : {"소계", "소 계", "중계"}) EXPECT_TRUE(is_subtotal_label(label)) << label;
  for (const char* label : {"회계", "통계", "합계액 검증", "시민참여과", ""}) {
    EXPECT_FALSE(is_total_label(label)) << label;
    EXPECT_FALSE(is_subtotal_label(label)) << label;
  }
}

TEST(Hierarchy, ATotalOfAllRowsIsBelievedBeforeASumByChance) {
  // 지방세수입 is by chance as much as the next two together.
  EXPECT_TEXT(tree(R"(
    | 합계       | 1200 | 1300 |
    | 지방세수입 | 400  | 450  |
    | 세외수입   | 150  | 160  |
    | 교부세     | 250  | 290  |
    | 보조금     | 400  | 400  |
  )"),
              R"(
    합계 (total)
      지방세수입
      세외수입
      교부세
      보조금
  )");
  EXPECT_TEXT(tree(R"(
    | 합계       | 1000 | 1100 |
    | 지방세수입 | 600  | 650  |
    | 보통세     | 500  | 540  |
    | 목적세     | 100  | 110  |
    | 교부세     | 400  | 450  |
  )"),
              R"(
    합계 (total)
      지방세수입 (subtotal)
        보통세
        목적세
      교부세
  )");
  // One column of figures of two digits, where the total holds with the sum.
  EXPECT_TEXT(tree(R"(
    | 계         | 91 |
    | 지방세수입 | 42 |
    | 보통세     | 31 |
    | 목적세     | 11 |
    | 세외수입   | 22 |
    | 보조금     | 27 |
  )"),
              R"(
    계 (total)
      지방세수입 (subtotal)
        보통세
        목적세
      세외수입
      보조금
  )");
}

}  // namespace
}  // namespace jangbu
