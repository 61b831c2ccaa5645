#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::has;
using test::Lines;
using test::moved;
using test::size_of;
using test::texts_of;

Document read(const std::string& drawing) { return test::read_page(drawing); }

// Headings of rows, centred over the figures or over the whole table.
TEST(StatisticalTables, HeadingsOfRowsSpanTheirColumns) {
  const Document body = read(R"(
-----------------------------------------
 Group            2008    2009    2010
-----------------------------------------
                      Men
 Under 18           12      31      44
 Over 18            22      33      54
                     Women
 Under 18            9      32      42
 Over 18            19      30      41
-----------------------------------------
)");
  EXPECT_EQ(size_of(body), "7x4");
  EXPECT_TRUE(has(body, "1,1 1x3 Men")) << ::testing::PrintToString(cells_of(body.tables[0]));
  EXPECT_TRUE(has(body, "4,1 1x3 Women"));
  EXPECT_TRUE(has(body, "4,0"));
  // Without any line.
  const Document open = read(R"(
 구분             2008    2009    2010
 합계               12      31      44
                      도시
 동부               12      31      44
 서부               22      33      54
                      농촌
 동부                9      32      42
 서부               19      30      41
)");
  EXPECT_TRUE(has(open, "2,1 1x3 도시"));
  EXPECT_TRUE(has(open, "5,1 1x3 농촌"));
  // Over all columns, ruled above and below.
  const Document whole = read(R"(
--------------------------------------
 Kind           All   Owners  Renters
--------------------------------------
             In towns
--------------------------------------
 Houses          12      31      44
 Flats           22      33      54
--------------------------------------
             Elsewhere
--------------------------------------
 Houses           9      32      42
 Flats           19      30      41
--------------------------------------
)");
  EXPECT_TRUE(has(whole, "1,0 1x4 In towns"));
  EXPECT_TRUE(has(whole, "4,0 1x4 Elsewhere"));
  // A remark that wraps in its column is no heading of rows.
  const Document remark = read(R"(
--------------------------------------------
 Kind      Amount   Share  Remark
--------------------------------------------
 Houses        12      31  as of the end
                           of the year
 Flats         22      33  none
 Farms         25      30  none
--------------------------------------------
)");
  EXPECT_EQ(size_of(remark), "4x4");
}

// A line of figures over figures is another row, however alike the spacing.
TEST(StatisticalTables, FiguresAndWordsThatFillEachColumnAreRows) {
  EXPECT_EQ(size_of(read(R"(
------------------------------------------------
 Age          Dose     P value   Route
------------------------------------------------
 0-4 years    2-10     <0.01     Oral
 5-9 years    3-28     0.05      By injection
 10-14 years  1-20     n.s.      Oral
 15-19 years  3-29     <0.01     By injection
------------------------------------------------
)")),
            "5x4");
  EXPECT_EQ(size_of(read(R"(
-----------------------------------------------
 Bird        Status        Where
-----------------------------------------------
 Finch       Common        Lake shore
 Sea eagle   Endangered    Upland forest
 Owl         Not listed    Marsh
 Grey goose  Rare          Lake shore
-----------------------------------------------
)")),
            "5x3");
  // What goes on in small letters goes on.
  EXPECT_EQ(size_of(read(R"(
-----------------------------------------------
 Office      Task              Whom it serves
-----------------------------------------------
 Roads and   keeps the roads   all that drive
 bridges     in good repair    and who walk
-----------------------------------------------
 Water       brings water to   all the houses
             the whole town    of the city
-----------------------------------------------
)")),
            "3x3");
}

TEST(StatisticalTables, NumbersOfColumnsAreARow) {
  for (const char* numbers :
       {" (1)              (2)     (3)     (4)  ", "  1                2       3       4   ", "                  (1)     (2)     (3)  "}) {
    const Document document = read(std::string(R"(
-----------------------------------------
 State           Men     Women    Total
)") + numbers + R"(
-----------------------------------------
 Ohio               12      31      44
 Iowa               22      33      54
 Utah                9      32      42
-----------------------------------------
)");
    EXPECT_EQ(size_of(document), "5x4") << numbers;
    EXPECT_TRUE(has(document, "0,1 Men")) << numbers;
  }
}

// A label of two lines with its figures level with the middle of them.
TEST(StatisticalTables, LabelsStandAboveAndBelowTheirFigures) {
  const auto page = [](const std::string& drawing) {
    return test::read_pages({moved(drawn_page(drawing), {"373", "763", "597", "948", "754", "560", "136", "199", "620"}, 6)});
  };
  const Document ruled = page(R"(
------------------------------------------------
 Measure                    Low   Middle   High
------------------------------------------------
 Ships of more than twelve  373     763     597
 metres in the north
------------------------------------------------
 Pupils in all public       948     754     560
 schools of the city
------------------------------------------------
 Farms with five acres      136     199     620
 or more of fields
------------------------------------------------
)");
  EXPECT_EQ(size_of(ruled), "4x4");
  EXPECT_TRUE(has(ruled, "1,0 Ships of more than twelve/metres in the north"));
  EXPECT_TRUE(has(ruled, "1,1 373"));
}

// Headings of one line and of two, centred, begin half a line apart.
TEST(StatisticalTables, HeadingsStandHalfALineApart) {
  const Document document = test::read_pages({moved(drawn_page(R"(
---------------------------------------------------
 District   Cases filed  Closed  Percent over  Rest
            during year          three years
---------------------------------------------------
 North           38,999   9,101        10,905  5,041
 South           90,892   4,117         2,967  6,927
 East            70,700   2,178        93,584  8,469
---------------------------------------------------
)"),
                                                    {"District", "Closed", "Rest"}, 6)});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].columns, 5);
  EXPECT_TRUE(has(document, "0,1 Cases filed/during year")) << ::testing::PrintToString(cells_of(document.tables[0]));
  EXPECT_TRUE(has(document, "0,3 Percent over/three years"));
}

// The line between is the caption of the second table: its headings come again below it, or it says so.
TEST(StatisticalTables, PanelsAreTables) {
  EXPECT_EQ(size_of(read(R"(
---------------------------------
 State       Mean  Median     N
---------------------------------
 Ohio        12.1    31.0    44
 Iowa        22.3    33.1    54
---------------------------------
 B. Women
---------------------------------
 State       Mean  Median     N
---------------------------------
 Ohio        19.1    30.0    41
 Iowa        29.3    31.1    51
---------------------------------
)")),
            "3x4, 3x4");
  EXPECT_EQ(size_of(read(R"(
---------------------------------
 State       Mean  Median     N
---------------------------------
 Ohio        12.1    31.0    44
 Iowa        22.3    33.1    54
---------------------------------
 Table 2. Women
---------------------------------
 City        Mode   Least     N
---------------------------------
 Bonn        19.1    30.0    41
 Cork        29.3    31.1    51
---------------------------------
)")),
            "3x4, 3x4");
  // Sections of one table have its headings once.
  EXPECT_EQ(size_of(read(R"(
---------------------------------
 State       Mean  Median     N
---------------------------------
 Ohio        12.1    31.0    44
 Iowa        22.3    33.1    54
---------------------------------
 Women
---------------------------------
 Ohio        19.1    30.0    41
 Iowa        29.3    31.1    51
---------------------------------
)")),
            "6x4");
}

// Tables of unlike widths below each other: the first and the third have the same sides, and are two all the same.
TEST(StatisticalTables, TablesOfUnlikeWidthsBelowEachOther) {
  const std::string narrow = R"(
---------------------------------
 State       Mean  Median     N
---------------------------------
 Ohio        12.1    31.0    44
 Iowa        22.3    33.1    54
---------------------------------)";
  const std::string wide = R"(
-----------------------------------------
 State       Mean  Median     N    Least
-----------------------------------------
 Ohio        12.1    31.0    44      7.1
 Iowa        22.3    33.1    54      8.2
-----------------------------------------)";
  EXPECT_EQ(size_of(read(narrow + "\n Source: towns\n" + wide + "\n Source: towns\n" + narrow)), "3x4, 3x5, 3x4");
  EXPECT_EQ(size_of(read(wide + "\n" + narrow + "\n\n" + wide)), "3x5, 3x4, 3x5");
  EXPECT_EQ(size_of(read(narrow + "\n Source: towns\n Table 2. Means\n" + narrow)), "3x4, 3x4");
}

TEST(StatisticalTables, WordsInColumnsUnderACaption) {
  const std::string words = R"(
 Bird        Status        Where             Season
 Finch       Common        Lake shore        May
 Sea eagle   Endangered    Upland forest     All year
 Owl         Not listed    Marsh             June
 Grey goose  Rare          Lake shore        All year
)";
  EXPECT_EQ(size_of(read("\n Table 7. Birds seen" + words)), "5x4");
  EXPECT_EQ(size_of(read("\n [표 3] 조류 현황" + words)), "5x4");
  EXPECT_EQ(size_of(read(words)), "") << "nothing says that these columns are a table";
  Page bold = drawn_page(words);
  for (auto& run : bold.runs) run.bold = run.box.y0 < 95;
  EXPECT_EQ(size_of(test::read_pages({bold})), "5x4");
  EXPECT_EQ(size_of(read(R"(
 Table 7 shows what was seen.
 We went to       the lake and       found there
 many birds       but the geese      of last year
 were not to be   seen this time     so we turned
 back to the      city and slept     until noon.
)")),
            "");
}

// A title stands over the whole table and heads no columns.
TEST(StatisticalTables, TitlesAreNoHeadings) {
  const Document document = read(R"(
             Output of Mines
                     2009            2010
 Mine             Q1     Q2       Q1     Q2
 North           120    110      640    120
 South            90     95      510    220
 East            130    125      700    320
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_TRUE(has(document, "0,1 1x2 2009")) << ::testing::PrintToString(cells_of(document.tables[0]));
}

// No value is a dash, wherever in the column it stands.
TEST(StatisticalTables, DashesBesideFiguresAreOneColumn) {
  const Document centred = read(R"(
 Item           Budget         Spent
 Roads        1,200,000          -
 Water            -        2,200,000
 Parks          900,000          -
 Schools          -          150,000
 Fuel           300,000      450,000
)");
  EXPECT_EQ(size_of(centred), "6x3");
  const Document left = read(R"(
-------------------------------------
 Item         Budget          Spent
-------------------------------------
 Roads        1,200,000  -
 Water     -             2,200,000
 Parks          900,000  -
 Schools   -               150,000
 Fuel           300,000    450,000
-------------------------------------
)");
  EXPECT_EQ(size_of(left), "6x3");
  const Document right = read(R"(
-------------------------------------
 과목         예산            집행
-------------------------------------
 도로      1200           100        
 하천               -               -
 공원      9000           200        
 학교               -               -
 연료      3000           300        
-------------------------------------
)");
  EXPECT_EQ(size_of(right), "6x3");
}

// A text that wraps in an inner column is one cell, on the last row too.
TEST(StatisticalTables, TextsInInnerColumnsWrap) {
  const Document document = read(R"(
 Date      Description         Debit     Balance
 01/06/17  Card payment         12.00   1,988.00
 02/06/17  Transfer to the     500.00   1,488.00
           branch office
           in the city
 03/06/17  Direct debit         20.00   1,468.00
           for insurance
)");
  EXPECT_EQ(size_of(document), "4x4");
  EXPECT_TRUE(has(document, "2,1 Transfer to the/branch office/in the city")) << ::testing::PrintToString(cells_of(document.tables[0]));
  EXPECT_TRUE(has(document, "3,1 Direct debit/for insurance"));
}

// The figures' second half of a label that runs farther than the labels beside figures.
TEST(StatisticalTables, LabelsAloneMayReachFarther) {
  for (const char* rest : {" city in one year    1,200    64%", " the whole country   1,200    64%", " all                 1,200    64%"}) {
    const Document document = read(std::string(R"(
 Purpose             Amount  Share
 Water                9,687    64%
 Schools and the streets of the
)") + rest + R"(
 Fuel                   826    66%
 Printing             7,106    92%
)");
    ASSERT_EQ(document.tables.size(), 1u);
    EXPECT_EQ(document.tables[0].columns, 3);
    for (const std::string& cell : cells_of(document.tables[0])) EXPECT_EQ(cell.find("1x2"), std::string::npos) << cell;
  }
}

}  // namespace
}  // namespace jangbu
