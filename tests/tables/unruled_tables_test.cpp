#include <gtest/gtest.h>

#include <algorithm>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::Lines;
using test::texts_of;

Document read(const std::string& drawing) { return test::read_page(drawing); }

TEST(UnruledTables, ColumnsBetweenHorizontalRules) {
  const Document document = read(R"(
-----------------------------
 Country      Mean     Max
-----------------------------
 Austria      12.5     99
 Belgium      7.1      45
 Czechia      0.3      12
-----------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_TRUE(document.tables[0].guessed_grid);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 Country", "0,1 Mean", "0,2 Max", "1,0 Austria", "1,1 12.5", "1,2 99", "2,0 Belgium",
                                                 "2,1 7.1", "2,2 45", "3,0 Czechia", "3,1 0.3", "3,2 12"}));
}

TEST(UnruledTables, AlignedFiguresWithoutAnyLine) {
  const Document document = read(R"(
 Words before the table run on and on like this
 and they fill their lines from end to end here

 Group        2019      2020
 Carrefour    62.7      40.5%
 Auchan       37.0      35.7%
 Cora         11.0      24.0%
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(document.tables[0].columns, 3);
}

TEST(UnruledTables, NumberedListsAreText) {
  const Document document = read(R"(
 1.1    the first thing that has to be said
 1.2    the second thing that has to be said
 1.3    the third thing that has to be said
 1.4    the fourth thing that has to be said
)");
  EXPECT_TRUE(document.tables.empty());
  EXPECT_EQ(document.blocks.size(), 4u);
}

TEST(UnruledTables, RulesAroundProseAreNoTable) {
  const Document document = read(R"(
-----------------------------
 a note that is set between
 two rules and says nothing
-----------------------------
)");
  EXPECT_TRUE(document.tables.empty());
}

TEST(UnruledTables, InnerColumnsThatARuledTableLeavesOut) {
  const Document document = read(R"(
+---------------------------+
| Country    N       Share  |
+---------------------------+
| Austria    12      0.5    |
+---------------------------+
| Belgium    7       0.25   |
+---------------------------+
| Spain      3       0.1    |
+---------------------------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].columns, 3);
  EXPECT_EQ(document.tables[0].rows, 4);
}

TEST(UnruledTables, LettersSpacedOutInCellsAreNoColumns) {
  const Document document = read(R"(
+-----------+-----+
| 합     계 | 1   |
+-----------+-----+
| 소     계 | 2   |
+-----------+-----+
| 누     계 | 3   |
+-----------+-----+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].columns, 2);
  EXPECT_EQ(document.tables[0].cells[0].text, "합 계");
}

TEST(UnruledTables, RowsOfATableWhoseColumnsAloneAreRuled) {
  const Document document = read(R"(
+--------+-------+-------+
| 구분   | 예산  | 집행  |
+--------+-------+-------+
| 합계   | 5,000 | 3,800 |
| 길돌봄 | 1,000 |   800 |
| 물돌봄 | 4,000 | 3,000 |
+--------+-------+-------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(cells_of(document.tables[0]).back(), "3,2 3,000");
  EXPECT_EQ(read(R"(
+--------+-------+-------+
| 구분   | 예산  | 집행  |
+--------+-------+-------+
| 합계   | 5,000 | 3,800 |
| 길돌봄 | 1,000 |       |
| 물돌봄 | 4,000 | 3,000 |
| 산돌봄 |     - | 3,000 |
+--------+-------+-------+
)")
                .tables.at(0)
                .rows,
            5)
      << "a figure may be missing";
}

// Rows of words are told by columns that all have a line in each of them, with room behind.
TEST(UnruledTables, RowsOfWordsWhoseColumnsAloneAreRuled) {
  const auto rows = [](const std::string& body) {
    return read(R"(
+------------+------------+------------+
| Date       | Place      | Topic      |
+------------+------------+------------+
)" + body + "+------------+------------+------------+\n")
        .tables.at(0)
        .rows;
  };
  EXPECT_EQ(rows(R"(| May 5      | Hall       | Roads      |
| June 9     | Room 8     | Water      |
| July 14    | Library    | Light      |
| May 30     | Hall       | Fares      |
)"),
            5);
  EXPECT_EQ(rows(R"(| 5월 초     | 시청       | 도로       |
| 6월 말     | 구청       | 상수도     |
| 7월 초     | 도서관     | 조명       |
| 9월 말     | 시청       | 요금       |
)"),
            5);
  EXPECT_EQ(rows(R"(| Aden       | Open       | Yes        |
| Bonn       | Closed     | No         |
| Cork       | Open       | Yes        |
| Dover      | Open       | No         |
| Emden      | Closed     | Yes        |
)"),
            6);
  EXPECT_EQ(rows(R"(| May 5      | Hall       | Roads      |
|            | Room 8     | Water      |
| July 14    | Library    | Light      |
| May 30     |            | Fares      |
)"),
            2)
      << "texts of several lines";
  EXPECT_EQ(rows(R"(| those who  | come to    | ask what   |
| have lived | these new  | the county |
| here for a | houses are | will do in |
| long while | to pay for | the spring |
)"),
            2)
      << "lines that wrap";
}

TEST(UnruledTables, ALabelThatWrapsMakesNoRows) {
  const Document document = read(R"(
+--------+-------+-------+
| 구분   | 예산  | 집행  |
+--------+-------+-------+
| 길과   | 5,000 | 3,800 |
| 물의   |       |       |
| 돌봄   | 1,000 |   800 |
| 산돌봄 | 2,000 |   700 |
+--------+-------+-------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 2);
}

TEST(UnruledTables, DotsThatLeadToFiguresAreNoText) {
  const Document document = read(R"(
Share         1990   2000   2010
................................
Roads ......   800    880    960
Water ......   770    850    930
Parks ......   740    820    900
................................
All ........  2310   2550   2790
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 5);
  EXPECT_EQ(document.tables[0].columns, 4);
  for (const Cell& cell : document.tables[0].cells) EXPECT_EQ(cell.text.find('.'), std::string::npos) << cell.text;
}

TEST(UnruledTables, AListOfContentsIsNoTable) {
  EXPECT_EQ(read(R"(
1 Roads of the city ........  3
2 Water of the city ........  7
3 Parks of the city ........ 12
4 All of it ................ 19
)")
                .tables.size(),
            0u);
}

// Figures flush right reach beyond headings that are centred, and the stub's heading stands between the two lines.
TEST(UnruledTables, GroupsCentredOverTheirHeadings) {
  const Document document = read(R"(
----------------------------------------------------------------
                     Posts                      Staff
 Office
           All       Clerk     Guard     All    Clerk     Guard
----------------------------------------------------------------
 Total        40        36         4        38     35         3
 North        22        20         2        21     20         1
 South        18        16         2        17     15         2
----------------------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  const std::vector<std::string> cells = cells_of(document.tables[0]);
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,1 1x3 Posts"), cells.end()) << testing::PrintToString(cells);
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,4 1x3 Staff"), cells.end()) << testing::PrintToString(cells);
}

// One group over an even number of columns, the first of which lies wholly to the left of it.
TEST(UnruledTables, OneGroupOverAllColumnsBehindTheStub) {
  const Document document = read(R"(
----------------------------------------------------------
                               Budget
 Works
              All         State        City        Ward
----------------------------------------------------------
 Pipes            800         400         400         -
 Dredging         300          -          300         -
 Pumps            500         100         200        200
----------------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  const std::vector<std::string> cells = cells_of(document.tables[0]);
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,1 1x4 Budget"), cells.end()) << testing::PrintToString(cells);
}

// ---- headers of two lines ---------------------------------------------------------------------------------------------------

// Lines so near that what is centred between two of them touches both.
Document read_narrow(const std::string& drawing) {
  constexpr double kNarrow = 0.75, kHalf = 4.75;
  Page page = drawn_page(drawing);
  for (Run& run : page.runs) {
    const double middle = (run.box.y0 + run.box.y1) / 2 * kNarrow;
    run.box.y0 = middle - kHalf;
    run.box.y1 = middle + kHalf;
  }
  for (Rule& rule : page.rules) {
    rule.box.y0 *= kNarrow;
    rule.box.y1 *= kNarrow;
  }
  return test::read_pages({page});
}

TEST(UnruledTables, ALabelBetweenTheLinesOfTheHeaderIsNoneOfTheGroups) {
  const Document document = read_narrow(R"(
--------------------------------------------------
                              현원
 구분         정원
                       계      남      여
--------------------------------------------------

 가나과         80      70      45      25

 다라과         30      30      15      15
--------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  const auto cells = cells_of(document.tables[0]);
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,2 1x3 현원"), cells.end()) << ::testing::PrintToString(cells);
  EXPECT_EQ(document.tables[0].columns, 5);
}

TEST(UnruledTables, AGroupOverOneColumnBesideAWiderOne) {
  const Document document = read(R"(
--------------------------------------------------
              2024년            2025년
 구분      목표   실적            목표
--------------------------------------------------
 처리율      90     92              95
 이수자     800    900             950
--------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(texts_of(document), (Lines{"[table 4x4]"}));
  const auto cells = cells_of(document.tables[0]);
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,1 1x2 2024년"), cells.end());
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,3 2025년"), cells.end());
  EXPECT_NE(std::find(cells.begin(), cells.end(), "1,3 목표"), cells.end());
}

TEST(UnruledTables, HalvesThatBeginWithLabels) {
  const Document document = read(R"(
----------------------------------------------------------
           세입                         세출
  구분     예산액   구성비     구분     예산액   구성비
----------------------------------------------------------
  지방세      600       60     인건비      300       30
  보조금      400       40     물건비      700       70
----------------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  const auto cells = cells_of(document.tables[0]);
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,0 1x3 세입"), cells.end());
  EXPECT_NE(std::find(cells.begin(), cells.end(), "0,3 1x3 세출"), cells.end());
}

// ---- one row --------------------------------------------------------------------------------------------------------------------

TEST(UnruledTables, EachHeadingOfOneRowHasItsFigure) {
  const Document document = read(R"(
--------------------------------------------------
     정원              현원             증감
--------------------------------------------------
             100              95               △5
--------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 정원", "0,1 현원", "0,2 증감", "1,0 100", "1,1 95", "1,2 △5"}));
}

// ---- what stands above ------------------------------------------------------------------------------------------------------------

TEST(UnruledTables, TheLineOfTheUnitIsNoneOfTheHeader) {
  const Document document = read(R"(
 ○ 인력 현황                   (단위: 명)
  부서           정원      현원
  가나과           12        11
  다라과           10        10
 나. 예산                  (단위: 천원)
  부서           예산      집행
  가나과        1,200     1,100
  다라과        1,000       900
)");
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_EQ(document.tables[0].rows, 3);
  EXPECT_EQ(document.tables[1].rows, 3);
  EXPECT_EQ(document.tables[0].cells.front().text, "부서");
}

}  // namespace
}  // namespace jangbu
