// Tables of which only the header is boxed or shaded.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::Lines;
using test::read_page;
using test::texts_of;

TEST(HeaderBand, RowsBetweenRulesKeepToItsColumns) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
 ------------------------------
   Bridges      -         380
 ------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_TRUE(document.tables[0].guessed_grid);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 Kind", "0,1 2024", "0,2 2025", "1,0 Roads", "1,1 1,200", "1,2 1,450", "2,0 Bridges", "2,1 -", "2,2 380"}));
}

TEST(HeaderBand, TwoLevelsAboveRowsThatNothingParts) {
  const Document document = read_page(R"(
 +---------+-----------------+-----------------+
 | Office  |      Posts      |      Staff      |
 |         +--------+--------+--------+--------+
 |         |  Clerk | Driver |  Clerk | Driver |
 +---------+--------+--------+--------+--------+
   North       36       4        35       -
   South       20       2        20       1
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 2x1 Office", "0,1 1x2 Posts", "0,3 1x2 Staff", "1,1 Clerk", "1,2 Driver", "1,3 Clerk", "1,4 Driver", "2,0 North",
                   "2,1 36", "2,2 4", "2,3 35", "2,4 -", "3,0 South", "3,1 20", "3,2 2", "3,3 20", "3,4 1"}));
}

TEST(HeaderBand, TheCaptionOfTheNextTableIsNoRow) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
   Roads       1,200    1,450
   Bridges       310      380

 ○ Staff           (heads)
 +----------+--------+--------+
 | Office   |  2024  |  2025  |
 +----------+--------+--------+
   North          36       35
   South          20       21
)");
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_EQ(document.tables[0].rows, 3);
  EXPECT_EQ(document.tables[1].rows, 3);
  EXPECT_EQ(texts_of(document), (Lines{"[table 3x3]", "○ Staff", "(heads)", "[table 3x3]"}));
}

TEST(HeaderBand, BoxesAboveTextAreNoHeader) {
  const Document document = read_page(R"(
 +----------+----------+----------+
 | Plan     | Build    | Open     |
 +----------+----------+----------+
 the work goes on from spring to the end of the year
 and what is left is told in the next report
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 1);
  EXPECT_EQ(document.blocks.size(), 3u);
}

TEST(HeaderBand, RowsOfWordsThatARuleCloses) {
  const Document document = read_page(R"(
 +----------+-----------+--------------+
 | 구분     |   성명    |     직업     |
 +----------+-----------+--------------+
   이사장      한가온        교수
   이사        문다솜        극장장
   감사        조라온        회계사
 ---------------------------------------

 □ 다음 장
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 구분", "0,1 성명", "0,2 직업", "1,0 이사장", "1,1 한가온", "1,2 교수", "2,0 이사",
                                                 "2,1 문다솜", "2,2 극장장", "3,0 감사", "3,1 조라온", "3,2 회계사"}));
}

TEST(HeaderBand, ARowOfWordsMayLackOneAndWrap) {
  const Document document = read_page(R"(
 +----------+-------------------+--------+--------+
 | When     |       What        |  Who   |  Where |
 +----------+-------------------+--------+--------+
   January    call for troupes    stage
   March      programme and       stage    town
              partners
   August     festival            all      park
 --------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(cells_of(document.tables[0])[9], "2,1 programme and/partners");
}

// Words of one, two and three lines in the middle of one row.
TEST(HeaderBand, OneRowOfWordsOfSeveralLines) {
  Page page = test::drawn_page(R"(
 +----------+-----------+-----------+-----------+
 |  March   |   April   |    May    |   June    |
 +----------+-----------+-----------+-----------+
               Science     Children
    Opening     days         feast      Fair
 ------------------------------------------------
)");
  page = test::moved(std::move(page), {"Opening", "Fair"}, -6);
  const Document document = test::read_pages({page});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 March", "0,1 April", "0,2 May", "0,3 June", "1,0 Opening", "1,1 Science/days", "1,2 Children/feast", "1,3 Fair"}));
}

TEST(HeaderBand, ARuleFarBelowOrHalfEmptyLinesCloseNothing) {
  EXPECT_EQ(read_page(R"(
 +----------+-----------+--------------+
 | Plan     |   Build   |     Open     |
 +----------+-----------+--------------+
   as told
   before      in May
 ---------------------------------------
)")
                .tables[0]
                .rows,
            1);
  EXPECT_EQ(read_page(R"(
 +----------+-----------+--------------+
 | Plan     |   Build   |     Open     |
 +----------+-----------+--------------+
   in May      in June       in July
   of it       and by        whom




 ---------------------------------------
)")
                .tables[0]
                .rows,
            1);
}

// The rows are those of the table whose own rows are drawn.
TEST(HeaderBand, ATableWithFiguresIsWhole) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 | Roads    |  1,200 |  1,450 |
 +----------+--------+--------+
   rounded         1        2
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 2);
}

// A total that is shaded with its header, and ruled rows below it.
TEST(HeaderBand, RuledRowsBelowATotalAreItsParts) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 | Sum      |  1,510 |  1,830 |
 +----------+--------+--------+
   Roads       1,200    1,450
 ------------------------------
   Bridges       310      380
 ------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 Kind", "0,1 2024", "0,2 2025", "1,0 Sum", "1,1 1,510", "1,2 1,830", "2,0 Roads",
                                                 "2,1 1,200", "2,2 1,450", "3,0 Bridges", "3,1 310", "3,2 380"}));
}

TEST(HeaderBand, TwoLevelsATotalAndRuledRows) {
  const Document document = read_page(R"(
 +---------+-----------------+
 | Office  |      Staff      |
 |         +--------+--------+
 |         |  Clerk | Driver |
 +---------+--------+--------+
 | All     |     56 |      6 |
 +---------+--------+--------+
   North       36       4
 -----------------------------
   South       20       2
 -----------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 5);
  EXPECT_EQ(document.tables[0].columns, 3);
}

TEST(HeaderBand, WhatNoRulePartsBelowATotalIsNotItsPart) {
  const Document document = read_page(R"(
 +----------+--------+--------+
 | Kind     |  2024  |  2025  |
 +----------+--------+--------+
 | Sum      |  1,510 |  1,830 |
 +----------+--------+--------+
   of these    1,200    1,450
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 2);
}

TEST(HeaderBand, ANumberedHeadingEndsTheTable) {
  for (const char* heading : {"나. 소속별 현원", "2) 소속별 현원", "② 소속별 현원", "□ 소속별 현원"}) {
    const Document document = read_page(std::string(R"(
 +------------+--------+--------+
 | 부서       |  정원  |  현원  |
 +------------+--------+--------+
   가나과         12       11
   다라과         10       10
 )") + heading + R"(
   본청           20       19
   사업소          2        2
)");
    ASSERT_GE(document.tables.size(), 1u);
    EXPECT_EQ(document.tables[0].rows, 3) << heading;
    EXPECT_EQ(document.tables[0].cells.back().text, "10") << heading;
  }
}

TEST(HeaderBand, ALabelByItselfIsARow) {
  const Document document = read_page(R"(
 +--------------+--------+--------+
 | 구분         |  정원  |  현원  |
 +--------------+--------+--------+
   본청
   가나과           12       11
   다라과           10       10
   사업소
   마바소            9        8
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 구분", "0,1 정원", "0,2 현원", "1,0 본청", "1,1", "1,2", "2,0 가나과", "2,1 12", "2,2 11", "3,0 다라과", "3,1 10",
                   "3,2 10", "4,0 사업소", "4,1", "4,2", "5,0 마바소", "5,1 9", "5,2 8"}));
}

TEST(HeaderBand, ALabelThatFilledItsColumnGoesOn) {
  const Document document = read_page(R"(
 +--------------+--------+--------+
 | 구분         |  정원  |  현원  |
 +--------------+--------+--------+
   도시재생정책
   추진과           12       11
   다라과           10       10
   마바과            9        8
   (분소)
   사아과            7        7
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 구분", "0,1 정원", "0,2 현원", "1,0 도시재생정책/추진과", "1,1 12", "1,2 11", "2,0 다라과", "2,1 10", "2,2 10",
                   "3,0 마바과/(분소)", "3,1 9", "3,2 8", "4,0 사아과", "4,1 7", "4,2 7"}));
}

// Header and total are shaded cell by cell, and no line stands between their columns; the total prints one figure.
TEST(HeaderBand, AShadedTotalMayPrintOneFigure) {
  Page page = test::drawn_page(R"(
 +----------+--------+--------+--------+
 | Work     | Office |  Time  |  Cost  |
 +----------+--------+--------+--------+
 | Sum      |        |        |    380 |
 +----------+--------+--------+--------+
   Roads      North     2024      150
 ---------------------------------------
   Bridges    South     2025      230
 ---------------------------------------
)");
  std::vector<double> xs, ys;
  for (const Rule& rule : page.rules) {
    if (!rule.horizontal()) xs.push_back(rule.box.x0);
  }
  std::sort(xs.begin(), xs.end());
  xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
  for (const Rule& rule : page.rules) {
    if (rule.horizontal() && ys.size() < 3 && (ys.empty() || rule.box.y0 > ys.back() + 1)) ys.push_back(rule.box.y0);
  }
  ASSERT_EQ(xs.size(), 5u);
  ASSERT_EQ(ys.size(), 3u);
  std::erase_if(page.rules, [](const Rule& rule) { return !rule.horizontal(); });
  for (std::size_t y = 0; y + 1 < ys.size(); ++y) {
    for (std::size_t x = 0; x + 1 < xs.size(); ++x) page.fills.push_back({{xs[x], ys[y], xs[x + 1], ys[y + 1]}, 0.9});
  }
  const Document document = test::read_pages({page});
  ASSERT_EQ(test::size_of(document), "4x4");
  EXPECT_TRUE(test::has(document, "1,3 380"));
  EXPECT_TRUE(test::has(document, "3,0 Bridges"));
}

}  // namespace
}  // namespace jangbu
