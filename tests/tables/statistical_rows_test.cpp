// Which lines of a statistical table are its rows, its headings, or the next table.
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

// Texts that wrap, in columns that nothing parts: a table where a caption and a bold first row say so.
TEST(StatisticalRows, WordsThatWrapUnderACaptionAndABoldRow) {
  const std::string rows = R"(
 Program           Purpose                  Recipients
 Libraries         Lends books to people    Towns and
                   far from any town        counties
 School meals      Feeds children at noon   Schools
 Night buses       Brings home those who    Cities and
                   work in the night        boroughs
)";
  const auto sizes = [&](const std::string& above, bool bold) {
    Page page = drawn_page(above + rows);
    for (jangbu::Run& run : page.runs) run.bold = bold && run.box.y0 < 72 + 12 * 2.9 && run.box.y0 > 72 + 12 * 1.5;
    return size_of(test::read_pages({page}));
  };
  EXPECT_EQ(sizes("\n Table 7. Programs", true), "4x3");
  EXPECT_EQ(sizes("\n [표 3] 사업", true), "4x3");
  EXPECT_EQ(sizes("\n Exhibit 2. Programs", true), "4x3");
  EXPECT_EQ(sizes("\n Table 7. Programs", false), "") << "no row of headings";
  EXPECT_EQ(sizes("\n The programs of the year", true), "") << "no caption";
}

// Yes and No, a cross, a dot stand in columns as figures do.
TEST(StatisticalRows, MarksInThePlaceOfFigures) {
  const auto marked = [](const std::string& yes, const std::string& no) {
    const auto row = [&](const std::string& label, const std::string& a, const std::string& b) {
      return " " + label + std::string(12 - label.size(), ' ') + a + std::string(10, ' ') + b + "\n";
    };
    return size_of(read("\n State       Belts        Lights\n" + row("Aden", yes, no) + row("Bonn", yes, yes) + row("Cork", yes, no) +
                        row("Dover", yes, no) + row("Emden", yes, yes)));
  };
  EXPECT_EQ(marked("Yes", "No "), "6x3");
  EXPECT_EQ(marked("X", "-"), "6x3");
  EXPECT_EQ(marked("●", "○"), "6x3");
  EXPECT_EQ(marked("often", "seldom"), "") << "words are none";
}

// Tables one below the other, with nothing between them but a caption, or a line and the same headings.
TEST(StatisticalRows, CaptionsPartTablesWithoutRules) {
  const std::string rows = R"(
 Region      Asked   Given
 North         120     150
 South          70      80
 West           60      65
)";
  const auto parted = [&](const std::string& line) {
    const Document document = read(rows.substr(0, rows.size() - 1) + "\n " + line + rows);
    return size_of(document);
  };
  EXPECT_EQ(parted("Table 2. Grants of 2010"), "4x3, 4x3");
  EXPECT_EQ(parted("Exhibit 4. Grants"), "4x3, 4x3");
  EXPECT_EQ(parted("<표 2> 지원 현황"), "4x3, 4x3");
  EXPECT_EQ(parted("Grants of 2010"), "4x3, 4x3") << "the same headings";
  EXPECT_EQ(size_of(read(R"(
 Region      Asked   Given
 North         120     150
 South          70      80
 Of these, cities
 Aden           60      65
 Bonn           10      15
)")),
            "6x3")
      << "a heading of rows";
}

// Figures in the middle beside texts of two lines: the upper line begins the row.
TEST(StatisticalRows, FiguresStandInTheMiddleBesideTexts) {
  const auto page = [](const std::string& drawing) {
    return test::read_pages({moved(drawn_page(drawing), {"Roads", "12", "34", "Water", "56", "78", "Light", "90", "98"}, 6)});
  };
  const std::string head = R"(
 Work      For whom              2009   2010
)";
  const std::string rows = R"( Roads     All who live in the   12     34
           north of the county

 Water     Farmers and towns     56     78
           below the lake

 Light     Streets and lanes     90     98
           in new quarters

 Fares     All                   15     17
)";
  EXPECT_EQ(size_of(page(head + rows)), "5x4");
  EXPECT_TRUE(has(page(head + rows), "1,1 All who live in the/north of the county"));
  const std::string rule = "------------------------------------------\n";
  const Document ruled = page("\n" + rule + head.substr(1) + rule + rows + rule);
  EXPECT_EQ(size_of(ruled), "5x4");
  EXPECT_TRUE(has(ruled, "3,1 Streets and lanes/in new quarters"));
  const Document words = test::read_pages({moved(drawn_page(R"(
------------------------------------------
 Work      For whom              State
------------------------------------------
 Roads     All who live in the   Open
           north of the county
------------------------------------------
 Water     Farmers and towns     Closed
           below the lake
------------------------------------------
 Light     Streets and lanes     Open
           in new quarters
------------------------------------------
 Fares     All                   Shut
------------------------------------------
)"),
                                                 {"Roads", "Open", "Water", "Closed", "Light"}, 6)});
  EXPECT_EQ(size_of(words), "5x3");
}

// Labels of three lines, wider than those above, with their figures on the last line.
TEST(StatisticalRows, LabelsOfThreeLinesPartNoTable) {
  const auto last_of = [](const std::string& drawing) {
    const Document document = read(drawing);
    return document.tables.size() == 1 ? document.tables.front().cells.back().text : std::to_string(document.tables.size()) + " tables";
  };
  EXPECT_EQ(last_of(R"(
 Item                    2008     2009
 Aid                        12      34
 Homes                      13      35
 Grants to cities
 and to counties
 beyond the river           56      78
 Loans to farms             90      98
)"),
            "98");
  EXPECT_EQ(last_of(R"(
 Item                    2008     2009
 Aid                        12      34
 Grants to cities
 and to counties
 beyond the river           56      78
 Loans to farms
 and to mills
 in the valley              90      98
)"),
            "98");
  EXPECT_EQ(last_of(R"(
 구분                    2023     2024
 합계                       12      34
 도서관                     13      35
 어르신 돌봄과
 아이 돌봄을
 함께 하는 곳               56      78
 나눔장터                   90      98
)"),
            "98");
}

// The first word of a heading may stand in the middle of the page, where a title does.
TEST(StatisticalRows, TheFirstWordOfTheMiddleHeading) {
  EXPECT_TRUE(has(read(R"(
                 Average
 Town            monthly          Share
 Aden              120              7.5
 Bonn              150              8.5
 Cork              180              9.5
)"),
                  "0,1 Average/monthly"));
  EXPECT_FALSE(has(read(R"(
            Averages of towns
 Town            monthly          Share
 Aden              120              7.5
 Bonn              150              8.5
 Cork              180              9.5
)"),
                   "0,1 Averages of towns/monthly"))
      << "wider than what it stands over";
}

// Stripes may begin at any row, and their edges head nothing.
TEST(StatisticalRows, StripesBelowTheFirstRowAreNoHeader) {
  const std::string drawing = R"(
  Name     2020    2021    Change
  Aden        1      12       1.5
  Bonn        3      14       2.5
  Cork        5      16       3.5
  Dover       7      18       4.5
  Emden       9      20       5.5
)";
  for (const std::size_t first : {1u, 2u}) {
    Page page = drawn_page(drawing);
    std::vector<Rule> down;
    for (std::size_t row = first + 1; row <= 6; row += 2) {
      const double y = 72 + 12 * static_cast<double>(row);
      for (const double at : {y, y + 12}) page.rules.push_back({{6, at, 210, at}, 0});
      for (const double x : {6.0, 210.0}) down.push_back({{x, y, x, y + 12}, 0});
    }
    page.rules.insert(page.rules.end(), down.begin(), down.end());
    const Document document = test::read_pages({page});
    EXPECT_EQ(size_of(document), "6x4") << first;
    EXPECT_TRUE(has(document, "0,0 Name")) << first;
    EXPECT_TRUE(has(document, "1,3 1.5")) << first;
  }
}

}  // namespace
}  // namespace jangbu
