// Tables that say in the text where their cells are: HTML, boxes, commas.
#include <gtest/gtest.h>

#include "built_in.h"
#include "drawn_page.h"
#include "drawn_table.h"
#include "tables/text_tables.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::Lines;

Document read(std::string_view text) {
  Document document;
  for (std::string& line : drawing::lines_of(text)) document.lines.push_back(std::move(line));
  EXPECT_TRUE(find_text_tables(document, built_in().lexicon, {}));
  for (const Table& table : document.tables) EXPECT_TRUE(test::tiles(table));
  return document;
}

std::string codes(const Document& document) {
  std::string out;
  for (const Diagnostic& diagnostic : document.diagnostics) out += diagnostic.code + " ";
  return out;
}

TEST(HtmlTable, CellsAndSpans) {
  const Document document = read(
      "앞\n<table border=1>\n<tr><th rowspan=\"2\">사업명</th><th colspan='2'>예산</th></tr>\n"
      "<TR><TH>현액</TH><TH>집행<br/>금액</TH></TR>\n<tr><td><b>합&nbsp;계</b></td><td> 5,000 </td><td>3,800</td></tr><tr><td>길 &amp; "
      "물</td></tr>\n</table>\n뒤\n");
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 2x1 사업명", "0,1 1x2 예산", "1,1 현액", "1,2 집행/금액", "2,0 합 계", "2,1 5,000",
                                                 "2,2 3,800", "3,0 길 & 물", "3,1", "3,2"}));
  EXPECT_EQ(document.tables[0].header_rows, 2);
  EXPECT_EQ(document.blocks.size(), 3U);
}

TEST(HtmlTable, OnOneLineAndWithoutEnds) {
  EXPECT_EQ(cells_of(read("<table><tr><td>a<td>1<tr><td>b<td>2</table>\n").tables.at(0)), (Lines{"0,0 a", "0,1 1", "1,0 b", "1,1 2"}));
}

TEST(HtmlTable, AttributesHaveWholeNames) {
  EXPECT_EQ(cells_of(read("<table><tr><td data-colspan=\"2\">a<td title='colspan=3'>b<tr><td>c<td>d</table>\n").tables.at(0)),
            (Lines{"0,0 a", "0,1 b", "1,0 c", "1,1 d"}));
  EXPECT_EQ(cells_of(read("<table><tr><td data-colspan=9 colspan = \"2\">a<tr><td>c<td>d</table>\n").tables.at(0)),
            (Lines{"0,0 1x2 a", "1,0 c", "1,1 d"}));
  EXPECT_EQ(cells_of(read("<table><tr><td class=x ROWSPAN='2' nowrap>a<td>b<tr><td>d</table>\n").tables.at(0)),
            (Lines{"0,0 2x1 a", "0,1 b", "1,1 d"}));
}

TEST(HtmlTable, SignsInsideOfCommentsAndQuotesEndNoTag) {
  EXPECT_EQ(cells_of(read("<table><tr><td>a<!-- 1 > 0 <td> --><td>b<tr><td>c<td>d</table>\n").tables.at(0)),
            (Lines{"0,0 a", "0,1 b", "1,0 c", "1,1 d"}));
  EXPECT_EQ(cells_of(read("<table><tr><td title=\"a > b\">a<td>b<tr><td>c<td>d</table>\n").tables.at(0)),
            (Lines{"0,0 a", "0,1 b", "1,0 c", "1,1 d"}));
  EXPECT_EQ(cells_of(read("<table><tr><td title=\">a<td>b<tr><td>c<td>d</table>\n").tables.at(0)),
            (Lines{"0,0 a", "0,1 b", "1,0 c", "1,1 d"}))
      << "a quote without an end quotes nothing";
  EXPECT_EQ(codes(read("<table><tr><td>a<!-- no end <td>b</table>\n")), "text_table_refused ");
}

TEST(HtmlTable, WhatCannotBeReadIsTold) {
  for (const char* text :
       {"<table><tr><td>a</td></tr>\n", "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>\n", "<table></table>\n",
        "<table><tr><td>a</td></tr></table> and more\n", "<table><tr><td colspan=900>a</td><td colspan=900>b</td></tr></table>\n"}) {
    const Document document = read(text);
    EXPECT_TRUE(document.tables.empty()) << text;
    EXPECT_EQ(codes(document), "text_table_refused ") << text;
    EXPECT_EQ(document.blocks.size(), 1U) << "nothing is lost";
  }
  EXPECT_EQ(codes(read("<tables are not tables>\n")), "");
}

TEST(BoxedTable, LinesOfSigns) {
  const Document document = read(
      "┌────────┬──────────┐\n│ 사업명 │ 예산현액 │\n├────────┼──────────┤\n│ 합계   │    5,000 │\n│ 길과   │    1,000 │\n│        │     "
      "(20) │\n└────────┴──────────┘\n뒤\n");
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 사업명", "0,1 예산현액", "1,0 합계", "1,1 5,000", "2,0 길과", "2,1 1,000/(20)"}));
  EXPECT_EQ(document.blocks.size(), 2U);
}

TEST(BoxedTable, PlusesAndMinuses) {
  const Document document = read(
      "+------+-------+\n| name | sum   |\n+======+=======+\n| a    | 5,000 |\n+------+-------+\n| all of it: 7 |\n+--------------+\n");
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 name", "0,1 sum", "1,0 a", "1,1 5,000", "2,0 1x2 all of it: 7"}));
  EXPECT_EQ(cells_of(read("+----+----+\n| a  | 10 |\n+----+----+\n| b  | 20 |\n+----+----+\n").tables.at(0)),
            (Lines{"0,0 a", "0,1 10", "1,0 b", "1,1 20"}))
      << "without a header";
}

TEST(BoxedTable, OneBelowTheOther) { EXPECT_EQ(read("┌──┬──┐\n│ a│ 1│\n└──┴──┘\n+--+--+\n|b | 2|\n+--+--+\n").tables.size(), 2U); }

TEST(BoxedTable, WhatCannotBeReadIsTold) {
  EXPECT_EQ(codes(read("+---+---+\n| a | 1 |\n|   +---+\n|   | 2 |\n+---+---+\n")), "text_table_refused ");
  EXPECT_EQ(codes(read("+---+---+\n| a | 1 |\n| bb | 2 |\n+---+---+\n")), "text_table_refused ");
  EXPECT_EQ(codes(read("+---------+\n| a title |\n+---------+\n")), "") << "a box around words";
  EXPECT_EQ(codes(read("----\n")), "");
}

TEST(CsvTable, FieldsFromTheFirstLineToTheLast) {
  EXPECT_EQ(cells_of(read("사업명,예산현액,집행액\n합계,\"5,000\",\"3,800\"\n\"물,\"\"돌\"\"봄\",,800\n").tables.at(0)),
            (Lines{"0,0 사업명", "0,1 예산현액", "0,2 집행액", "1,0 합계", "1,1 5,000", "1,2 3,800", "2,0 물,\"돌\"봄", "2,1", "2,2 800"}));
  EXPECT_EQ(read("이름,2023,2024\n가,10,20\n나,30,40\n").tables.size(), 1U);
  EXPECT_EQ(cells_of(read("\"이름\",\"금액\"\n\"가\",\"1,200\"\n\"나\",\"\"\n").tables.at(0)),
            (Lines{"0,0 이름", "0,1 금액", "1,0 가", "1,1 1,200", "2,0 나", "2,1"}));
}

TEST(CsvTable, ProseAndFiguresHaveCommasAsWell) {
  for (const char* text : {"가, 나, 다\n라, 마, 바\n", "길 1,000 800\n물 2,000 900\n", "이름,2023,2024\n가,10,20\n그리고 말이 이어진다\n",
                           "가,나\n다,라\n", "a,1\nb,\"2\n"}) {
    EXPECT_TRUE(read(text).tables.empty() || read(text).tables[0].cells[0].text.find(',') == std::string::npos) << text;
    for (const Table& table : read(text).tables) EXPECT_TRUE(table.guessed_grid) << text;
  }
}

TEST(TextTables, FiguresWithoutATableAreTold) {
  std::string text;
  for (int i = 0; i < 4; ++i) text += "올해는 1,000 원과 또 2,000 원을 들여 길을 닦았으며 그 밖의 일도 하였다.\n";
  EXPECT_EQ(codes(read(text)), "text_without_tables ");
  EXPECT_EQ(codes(read("올해는 1,000 원을 들였다.\n")), "");
}

}  // namespace
}  // namespace jangbu
