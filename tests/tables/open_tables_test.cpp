#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::Lines;
using test::texts_of;

Document read(const std::string& drawing) { return test::read_page(drawing); }

Lines first_cells(const Document& document, std::size_t count, std::size_t table = 0) {
  if (document.tables.size() <= table) return {"no table"};
  Lines cells = cells_of(document.tables[table]);
  cells.resize(std::min(cells.size(), count));
  return cells;
}

TEST(OpenTables, GroupsStandOverTheirColumns) {
  EXPECT_EQ(first_cells(read(R"(
                     Loans            Bonds
 Kind            Amount  Rate     Amount  Rate
 Roads            1,200   3.1        800   2.9
 Water            2,200   3.3        700   2.8
 Parks              900   3.2        650   2.7
 Schools          1,900   3.0        150   2.1
)"),
                        8),
            (Lines{"0,0", "0,1 1x2 Loans", "0,3 1x2 Bonds", "1,0 Kind", "1,1 Amount", "1,2 Rate", "1,3 Amount", "1,4 Rate"}));
  // Ruled below each group, whose names stand at the left of their columns.
  EXPECT_EQ(first_cells(read(R"(
-------------------------------------------------
                 First half       Second half
                 -------------    ---------------
 City            Men     Women    Men       Women
-------------------------------------------------
 Aden             12        31     80          29
 Bonn             22        33     70          28
 Cork              9        32     65          27
-------------------------------------------------
)"),
                        8),
            (Lines{"0,0", "0,1 1x2 First half", "0,3 1x2 Second half", "1,0 City", "1,1 Men", "1,2 Women", "1,3 Men", "1,4 Women"}));
  // One heading over all columns, whose own headings take two lines.
  EXPECT_EQ(first_cells(read(R"(
                        Number of pupils
                  In first    In last    In
 School            classes    classes    all
 North                 120        110    640
 South                  90         95    510
 East                  130        125    700
 West                   80         70    450
)"),
                        6),
            (Lines{"0,0", "0,1 1x3 Number of pupils", "1,0 School", "1,1 In first/classes", "1,2 In last/classes", "1,3 In/all"}));
}

TEST(OpenTables, LabelsGoOnWhereTheLineWasFull) {
  // The figures stand on the last line of a label.
  EXPECT_EQ(first_cells(read(R"(
 Kind of expense      2019   2020
 Upkeep of the old
 roads                 120    150
 Water                  70     80
 Repair of the new
 bridges               110    140
 Parks                  60     65
)"),
                        9),
            (Lines{"0,0 Kind of expense", "0,1 2019", "0,2 2020", "1,0 Upkeep of the old/roads", "1,1 120", "1,2 150", "2,0 Water",
                   "2,1 70", "2,2 80"}));
  // … or on the first.
  EXPECT_EQ(first_cells(read(R"(
 Kind of expense      2019   2020
 Upkeep of the old     120    150
   roads
 Water                  70     80
 Repair of the new     110    140
   bridges
 Parks                  60     65
)"),
                        9),
            (Lines{"0,0 Kind of expense", "0,1 2019", "0,2 2020", "1,0 Upkeep of the old/roads", "1,1 120", "1,2 150", "2,0 Water",
                   "2,1 70", "2,2 80"}));
  // A label alone that had room is a heading of the rows below it.
  const Document groups = read(R"(
 Kind of expense      2019   2020
 Men
  under twenty         120    150
  over twenty           70     80
 Women
  under twenty         110    140
  over twenty           60     65
)");
  ASSERT_EQ(groups.tables.size(), 1u);
  EXPECT_EQ(groups.tables[0].rows, 7);
}

TEST(OpenTables, SignsOfCurrencyBelongToTheirFigures) {
  EXPECT_EQ(first_cells(read(R"(
 Kind        2019          2020
 Roads    $   120       $   150
 Water         70            80
 Parks         60            65
 Total    $   250       $   295
)"),
                        6),
            (Lines{"0,0 Kind", "0,1 2019", "0,2 2020", "1,0 Roads", "1,1 $ 120", "1,2 $ 150"}));
  EXPECT_EQ(read(R"(
---------------------------------
 Kind        2019          2020
---------------------------------
 Roads    €   120       €   150
 Water         70            80
 Total    €   190       €   230
---------------------------------
)")
                .tables.at(0)
                .columns,
            3);
  EXPECT_EQ(read(R"(
 사업           2019          2020
 길돌봄    ₩   1,120     ₩   1,150
 물돌봄           70            80
 합계      ₩   1,190     ₩   1,230
)")
                .tables.at(0)
                .columns,
            3);
}

TEST(OpenTables, FiguresOneBlankApartAreColumns) {
  EXPECT_EQ(read(R"(
 Kind         2018   2019   2020   2021
 Roads      41,200 41,500 40,100 39,900
 Water      12,000 12,500 13,100 13,900
 Parks      11,200    500 10,100    900
)")
                .tables.at(0)
                .columns,
            5);
  EXPECT_EQ(read(R"(
----------------------------------
 Rate         2018 2019 2020 2021
----------------------------------
 Roads        11.2 11.5 10.1 10.9
 Water         2.0  2.5  3.1  3.9
 Parks         1.2  0.5  0.1  0.9
----------------------------------
)")
                .tables.at(0)
                .columns,
            5);
  EXPECT_EQ(read(R"(
 구분          계    상반기  하반기
 길돌봄     1,200     1,100     100
 물돌봄     2,400     2,100     300
 산돌봄     3,600     3,300     300
)")
                .tables.at(0)
                .columns,
            4);
}

TEST(OpenTables, ProseBesideATableStaysOut) {
  const Document right = read(R"(
 the council met on friday and heard     Kind      2019   2020
 what the roads had cost since the       Roads      120    150
 last report was made and found that     Water       70     80
 all of the sums had gone up by more     Parks       60     65
 than anyone had thought they would      Total      250    295
 and that nobody had an answer to it     and so it all went on
)");
  ASSERT_EQ(right.tables.size(), 1u);
  EXPECT_EQ(right.tables[0].rows, 5);
  EXPECT_EQ(right.tables[0].columns, 3);
  const Document left = read(R"(
 Kind      2019   2020    the council met on friday and heard
 Roads      120    150    what the roads had cost since the
 Water       70     80    last report was made and found that
 Parks       60     65    all of the sums had gone up by more
 Total      250    295    than anyone had thought they would
                          and that nobody had an answer to it
)");
  ASSERT_EQ(left.tables.size(), 1u);
  EXPECT_EQ(left.tables[0].columns, 3);
  const Document hangul = read(R"(
 지난 금요일 회의에서 길을 돌보는 데     구분     2019   2020
 든 돈이 얼마인지 듣고 모든 값이 그      길돌봄    120    150
 동안 생각보다 많이 올랐다는 것을 다     물돌봄     70     80
 함께 알게 되었으며 누구도 그 까닭을     산돌봄     60     65
 알지 못하였으므로 다음 회의에서 더      합계      250    295
 살펴보기로 하였다
)");
  ASSERT_EQ(hangul.tables.size(), 1u);
  EXPECT_EQ(hangul.tables[0].columns, 3);
}

TEST(OpenTables, TablesSideBySide) {
  EXPECT_EQ(texts_of(read(R"(
 Table 1 Roads                   Table 2 Water

 City      2019   2020           Lake        Area
 Aden       120    150           Como         150
 Bonn        70     80           Garda         80
 Cork        60     65           Iseo          65
 Dover       50     45           Lugano        45
)")),
            (Lines{"Table 1 Roads", "[table 5x3]", "Table 2 Water", "[table 5x2]"}));
  EXPECT_EQ(read(R"(
----------------------          ---------------------
 City      2019   2020           Lake        Area
----------------------          ---------------------
 Aden       120    150           Como         150
 Bonn        70     80           Garda         80
 Cork        60     65           Iseo          65
----------------------          ---------------------
)")
                .tables.size(),
            2u);
  // The same list that goes on beside itself, with nothing that parts it, is one table.
  EXPECT_EQ(read(R"(
 City      2019   2020     City     2019   2020
 Aden       120    150     Emden     150    140
 Bonn        70     80     Fano       80     70
 Cork        60     65     Genk       65     30
)")
                .tables.size(),
            1u);
}

// Two tables side by side whose lines stand half a line apart, so that none of them is level with one of the other.
TEST(OpenTables, TablesSideBySideHalfALineApart) {
  const auto tables = [](const std::string& left, const std::string& right, double down) {
    Page page = drawn_page(left);
    for (jangbu::Run run : drawn_page(right).runs) {
      run.box = {run.box.x0 + 220, run.box.y0 + down, run.box.x1 + 220, run.box.y1 + down};
      page.runs.push_back(run);
    }
    return test::read_pages({page}).tables.size();
  };
  const std::string cities =
      "\n City      2019   2020\n Aden       120    150\n Bonn        70     80\n Cork        60     65\n Dover       50     45\n";
  const std::string lakes = "\n Lake        Area\n Como         150\n Garda         80\n Iseo          65\n Lugano        45\n";
  EXPECT_EQ(tables(cities, lakes, 6), 2u);
  EXPECT_EQ(tables(cities, cities, 6), 2u);
  EXPECT_EQ(tables(cities, "\n" + lakes, 5), 2u) << "a line lower besides";
}

TEST(OpenTables, RowsWithBlankCells) {
  const Document sparse = read(R"(
 Kind      2018   2019   2020   2021
 Roads      120           150
 Water              70            80
 Parks       60
 Woods       10     20     30     40
 Total      190     90    180    120
)");
  ASSERT_EQ(sparse.tables.size(), 1u);
  EXPECT_EQ(sparse.tables[0].rows, 6);
  EXPECT_EQ(sparse.tables[0].columns, 5);
  EXPECT_EQ(read(R"(
------------------------------
 Kind      2018   2019   2020
------------------------------
 Roads      120           150
 Water              70
 Parks       60
------------------------------
)")
                .tables.at(0)
                .rows,
            4);
  EXPECT_EQ(read(R"(
 구분      2018   2019   2020   2021
 길돌봄     120           150
 물돌봄             70            80
 산돌봄      60
 합계       180     70    150     80
)")
                .tables.at(0)
                .rows,
            5);
}

TEST(OpenTables, TwoTablesBetweenRulesOfOneWidth) {
  EXPECT_EQ(texts_of(read(R"(
------------------------
 City      2019   2020
------------------------
 Aden       120    150
 Bonn        70     80
------------------------
 a note on the first of them
 and a caption of the second
------------------------
 Lake      2019   2020
------------------------
 Como       120    150
 Garda       70     80
------------------------
)")),
            (Lines{"[table 3x3]", "a note on the first of them", "and a caption of the second", "[table 3x3]"}));
}

// A title of the outline over headings parts two tables, a sign over a row of figures is a label of it.
TEST(OpenTables, ATitleOverHeadingsPartsTwoTables) {
  for (const char* title : {" □ 시설 현황", " <시설 현황>", " ○ 시설 현황"}) {
    EXPECT_EQ(texts_of(read(std::string(R"(
--------------------------------
 사업명      예산   국비   시비
--------------------------------
 가나 조성    120     50     70
--------------------------------
 다라 지원     80     30     50
--------------------------------
)") + title + R"(
--------------------------------
 시설명      규모   객석   직원
--------------------------------
 가나관       620    120     70
--------------------------------
 다라관       480     80     50
--------------------------------
)")),
              (Lines{"[table 3x4]", trim(title), "[table 3x4]"}))
        << title;
  }
  EXPECT_EQ(texts_of(read(R"(
--------------------------------
 사업명      예산   국비   시비
--------------------------------
 가나 조성    120     50     70
--------------------------------
 □ 특별회계
--------------------------------
 다라 지원     80     30     50
--------------------------------
 마바 지원     40     10     30
--------------------------------
)"))
                .size(),
            1u);
}

// Rules under headings are as wide as the page's text, and the lists between them no rows.
TEST(OpenTables, HeadingsWithRulesAreNoRowsOfATable) {
  for (const char* sign : {"○", "-", "□"}) {
    const std::string item = std::string(" ") + sign + "  ";
    EXPECT_EQ(texts_of(read("\n 1   가나천 정비\n--------------------------------\n" + item + "하천 정비 구간\n" + item +
                            "준설과 제방\n\n\n 2   다라로 확장\n--------------------------------\n" + item + "도로 확장 구간\n" + item +
                            "보도 정비\n\n\n 3   마바관 건립\n--------------------------------\n" + item + "설계 공모\n"))
                  .size(),
              8u)
        << sign;
  }
}

TEST(OpenTables, RowsOfSentencesBetweenRules) {
  const Document document = read(R"(
--------------------------------------------------------
 Office        What it does for the people of the city
--------------------------------------------------------
 Roads         keeps the roads and the bridges of the
               city in good repair and clears the snow
--------------------------------------------------------
 Water         brings water to all houses of the city
               and takes away what they have used of it
--------------------------------------------------------
 Parks         plants trees and waters them in summers
               and counts the birds that nest in them
--------------------------------------------------------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(document.tables[0].columns, 2);
}

// Dates behind the signs of a list stand in columns, and are lines of prose.
TEST(OpenTables, ListsOfDatesAreNoTables) {
  EXPECT_TRUE(read(R"(
 -  '25.   2.   : plan written
 -  '25.   8.   : results known
 -  '25.   9.   : last choice
)")
                  .tables.empty());
  EXPECT_TRUE(read(R"(
 ○  '24.   6.    3.  : asked
 ○  '24.   6.   18.  : talks held
 ○  '24.   7.    3.  : rule made
 □  '24.   8.   12.  : paid
)")
                  .tables.empty());
  EXPECT_TRUE(read(R"(
 • 2024.   3   120  : first
 • 2024.   4   130  : second
 • 2024.   5   140  : third
)")
                  .tables.empty());
  EXPECT_EQ(read(R"(
 1  Roads     1,200   3.1
 2  Water     2,200   3.3
 3  Parks       900   3.2
)")
                .tables.size(),
            1u)
      << "numbers count rows of tables too";
}

TEST(OpenTables, ScalesOfChartsAndFormulasAreNoTables) {
  EXPECT_TRUE(read(R"(
 400        0.4
 300        0.3
 200        0.2
 100        0.1
   0        0.0
)")
                  .tables.empty());
  EXPECT_TRUE(read(R"(
 M  =   1.3     (steel)
 M  =   1.0     (wood)
 M  =   0.9     (glass)
 M  =   0.8     (ice)
)")
                  .tables.empty());
}

}  // namespace
}  // namespace jangbu
