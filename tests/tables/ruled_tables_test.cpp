#include <gtest/gtest.h>

#include <tuple>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::Lines;
using test::texts_of;

Document read(std::vector<Page> pages) { return test::read_pages(std::move(pages)); }

Document read(const std::string& drawing) { return read(std::vector<Page>{drawn_page(drawing)}); }

TEST(RuledTables, CellsTileTheGrid) {
  const Document document = read(R"(
+--------+------+
| name   | 2021 |
+--------+------+
| total  | 1,234|
+--------+------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 name", "0,1 2021", "1,0 total", "1,1 1,234"}));
  EXPECT_FALSE(document.tables[0].guessed_grid);
}

TEST(RuledTables, SpansOfRowsAndColumns) {
  const Document document = read(R"(
+------+-------------+
|      | budget      |
| name +------+------+
|      | 2020 | 2021 |
+------+------+------+
| sum  | 1    | 2    |
+------+------+------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 2x1 name", "0,1 1x2 budget", "1,1 2020", "1,2 2021", "2,0 sum", "2,1 1", "2,2 2"}));
}

TEST(RuledTables, TurnedTextStaysInItsCell) {
  Page page = drawn_page(R"(
+------+-------------+
| 본청 | 인건비  120 |
|      | 경비     30 |
|      | 사업비   70 |
+------+-------------+
| 소속 | 인건비   20 |
+------+-------------+
)");
  for (jangbu::Run& run : page.runs) {
    if (run.text != "본청") continue;
    // Upright in the middle of its cell: as high as the other column's lines together.
    const double middle = (run.box.x0 + run.box.x1) / 2, width = run.box.height(), height = run.box.width();
    run.box = {middle - width / 2, run.box.y0, middle + width / 2, run.box.y0 + height};
    run.vertical = true;
  }
  const Document document = read(std::vector<Page>{std::move(page)});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 본청", "0,1 인건비 120/경비 30/사업비 70", "1,0 소속", "1,1 인건비 20"}));
}

TEST(RuledTables, OpenSidesAreTheRuleInKoreanReports) {
  const Document document = read(R"(
-------+------+------
 구분  | 2020 | 2021
-------+------+------
 합계  | 1    | 2
-------+------+------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 구분", "0,1 2020", "0,2 2021", "1,0 합계", "1,1 1", "1,2 2"}));
}

TEST(RuledTables, OpenRowWithoutInnerBordersBelongsToTheTable) {
  const Document document = read(R"(
-------+------+------
 구분  | 2020 | 2021
-------+------+------
 비고는 없음
---------------------
 합계  | 1    | 2
-------+------+------
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 구분", "0,1 2020", "0,2 2021", "1,0 1x3 비고는 없음", "2,0 합계", "2,1 1", "2,2 2"}));
}

// A sign that begins an open row is a caption's, but where the table's own rows are counted with it.
TEST(RuledTables, AnOpenRowOfTheTablesOwnNumbersIsNoCaption) {
  for (const auto& [first, open] : {std::pair("① 나이", "② 근속은 없음"), {"○ 나이", "○ 근속은 없음"}, {"1) 나이", "2) 근속은 없음"}}) {
    const std::string drawing = std::string(R"(
--------+------+------
 구분   | 2점  | 1점
--------+------+------
 )") + first + R"( | 60세 | 50세
--------+------+------
 )" + open + R"(
----------------------
 합계   | 1    | 2
--------+------+------
)";
    const Document document = read(drawing);
    ASSERT_EQ(document.tables.size(), 1u) << drawing;
    EXPECT_EQ(document.tables[0].rows, 4) << drawing;
  }
  const Document captioned = read(R"(
--------+------+------
 구분   | 2020 | 2021
--------+------+------
 나이   | 60   | 50
--------+------+------
 ○ 세출 결산
----------------------
 합계   | 1    | 2
--------+------+------
)");
  ASSERT_EQ(captioned.tables.size(), 2u);
  EXPECT_EQ(captioned.tables[0].rows, 2);
}

TEST(RuledTables, UnderlinedHeadingIsNoRow) {
  Page page = drawn_page(R"(
 IV. 예산 현황
---------------------
         (단위:천원)
-------+------+------
 구분  | 2020 | 2021
-------+------+------
 합계  | 1    | 2
-------+------+------
)");
  const Document document = read({page});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 2);
  EXPECT_EQ(texts_of(document), (Lines{"IV. 예산 현황", "(단위:천원)", "[table 2x3]"}));
}

TEST(RuledTables, SeveralTablesSideBySide) {
  const Document document = read(R"(
+----+----+     +----+----+
| a  | b  |     | e  | f  |
+----+----+     +----+----+
| c  | d  |     | g  | h  |
+----+----+     +----+----+
)");
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 a", "0,1 b", "1,0 c", "1,1 d"}));
  EXPECT_EQ(cells_of(document.tables[1]), (Lines{"0,0 e", "0,1 f", "1,0 g", "1,1 h"}));
}

TEST(RuledTables, TableInACell) {
  const Document document = read(R"(
+------+---------------+
| out  | above         |
|      |  +---+---+    |
|      |  | 1 | 2 |    |
|      |  +---+---+    |
|      |  | 3 | 4 |    |
|      |  +---+---+    |
|      |               |
+------+---------------+
| x    | y             |
+------+---------------+
)");
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 out", "0,1 above", "1,0 x", "1,1 y"}));
  EXPECT_EQ(cells_of(document.tables[1]), (Lines{"0,0 1", "0,1 2", "1,0 3", "1,1 4"}));
  EXPECT_EQ(document.tables[0].where, Where::kBody);
  EXPECT_EQ(document.tables[1].where, Where::kCell);
  // The cell that holds it names its place among the document's tables; the pipeline turns that into its id.
  EXPECT_EQ(document.tables[0].cells[1].tables, (Lines{"1"}));
  // Only the outer one is a step of reading order.
  EXPECT_EQ(texts_of(document), (Lines{"[table 2x2]"}));
}

TEST(RuledTables, LinesOfACellStandAsInTheSource) {
  const Document document = read(R"(
+-----------+-----+
| first     | 1   |
| second one|     |
+-----------+-----+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].cells[0].text, "first\nsecond one");
}

TEST(RuledTables, TextBetweenTablesInReadingOrder) {
  const Document document = read(R"(
 1. heading
+----+----+
| a  | b  |
+----+----+
 some words
+----+----+
| c  | d  |
+----+----+
 the end
)");
  EXPECT_EQ(texts_of(document), (Lines{"1. heading", "[table 1x2]", "some words", "[table 1x2]", "the end"}));
}

TEST(RuledTables, SlogansStayBoxesAndFramesOfPagesDoNot) {
  std::string frame = "+--------------------+\n";
  for (int i = 0; i < 40; ++i) frame += i == 3 ? "|  words of the body |\n" : "|                    |\n";
  const Document document =
      read({drawn_page("+----------+\n| slogan   |\n+----------+\n"), drawn_page(frame + "+--------------------+\n", 2)});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(texts_of(document), (Lines{"[table 1x1]", "words of the body"}));
}

TEST(RuledTables, RowsShadedInTurnAreOneTable) {
  Page page = drawn_page(R"(
  name   2020   2021
  a      1      2
  b      3      4
  c      5      6
)");
  // Cells of the first and third line are shaded; what parts them are the edges of the shading.
  for (const double y : {84.0, 108.0}) {
    for (const double at : {y, y + 12}) page.rules.push_back({{6, at, 132, at}, 0});
  }
  for (const double x : {6.0, 50.0, 92.0, 132.0}) {
    for (const double y : {84.0, 108.0}) page.rules.push_back({{x, y, x, y + 12}, 0});
  }
  const Document document = read({page});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 name", "0,1 2020", "0,2 2021", "1,0 a", "1,1 1", "1,2 2", "2,0 b", "2,1 3", "2,2 4", "3,0 c", "3,1 5", "3,2 6"}));
}

// A band over the whole width, without borders between the columns.
void shade(Page& page, double y) {
  for (const double at : {y, y + 12}) page.rules.push_back({{6, at, 132, at}, 0});
  for (const double x : {6.0, 132.0}) page.rules.push_back({{x, y, x, y + 12}, 0});
}

void sort_rules(Page& page) {
  std::stable_sort(page.rules.begin(), page.rules.end(), [](const Rule& a, const Rule& b) { return a.horizontal() > b.horizontal(); });
}

TEST(RuledTables, TheLastRowOfAStripedTableMayBeWhite) {
  const std::string rows = R"(
  name   2020   2021
  a      1      2
  b      3      4
  c      5      6
)";
  Page page = drawn_page(rows);
  for (const double y : {84.0, 108.0}) shade(page, y);
  sort_rules(page);
  Document document = read({page});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(cells_of(document.tables[0]).back(), "3,2 6");

  // A dash for a figure; a last row of one figure is none.
  for (const auto& [last, count] :
       std::vector<std::pair<std::string, int>>{{"  c      -      6\n", 4}, {"  c             6\n", 4}, {"  c\n", 3}}) {
    Page other = drawn_page("\n  name   2020   2021\n  a      1      2\n  b      3      4\n" + last);
    for (const double y : {84.0, 108.0}) shade(other, y);
    sort_rules(other);
    document = read({other});
    ASSERT_EQ(document.tables.size(), 1u) << last;
    EXPECT_EQ(document.tables[0].rows, count) << last;
  }

  Page prose = drawn_page(R"(
  name   2020   2021
  a      1      2
  b      3      4
 and so the text goes on
)");
  for (const double y : {84.0, 108.0}) shade(prose, y);
  sort_rules(prose);
  document = read({prose});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 3) << "text that keeps to no column is none of it";
}

// The edges of a box that reaches into another cell go no further than the box does: what stands below it stands whole.
TEST(RuledTables, ABoxInTheBorderCutsNothingBelowIt) {
  const Document title = read(R"(
        +-------------+
+-------+ title here  +--------+
|       |             |        |
|       +-------------+        |
| ○ the first thing to be said |
| ○ the second one of them all |
+------------------------------+
)");
  ASSERT_EQ(title.tables.size(), 1u);
  EXPECT_EQ(cells_of(title.tables[0]).back(), "2,0 1x3 ○ the first thing to be said/○ the second one of them all");
  EXPECT_EQ(title.tables[0].rows, 3);

  const Document corner = read(R"(
+--------------------+---------+
| the little box     |         |
+--------------------+         |
| the words of all of the rest |
| go on below the little box   |
| from side to side            |
+------------------------------+
)");
  ASSERT_EQ(corner.tables.size(), 1u);
  EXPECT_EQ(cells_of(corner.tables[0]).back(), "1,0 1x2 the words of all of the rest/go on below the little box/from side to side");

  const Document side = read(R"(
+------------------------+-----+
| the words of the cell  | one |
| that stands beside the +-----+
| two boxes, in the column     |
+------------------------------+
)");
  ASSERT_EQ(side.tables.size(), 1u);
}

TEST(RuledTables, WordsInPiecesOfShadingAreNoTable) {
  // Two runs in shading whose inner edge is at x = 60.
  const auto shaded = [](double end, double begin) {
    Page page = drawn_page("\nfirst     second");
    page.runs[0].box.x1 = end;
    page.runs[1].box.x0 = begin;
    for (const double y : {84.0, 96.0}) page.rules.push_back({{0, y, 120, y}, 0});
    for (const double x : {0.0, 60.0, 120.0}) page.rules.push_back({{x, 84, x, 96}, 0});
    return read({page});
  };
  EXPECT_TRUE(shaded(59, 60.5).tables.empty()) << "one word";
  EXPECT_EQ(texts_of(shaded(59, 62)), (Lines{"first second"})) << "two words";
  EXPECT_EQ(shaded(40, 70).tables.size(), 1u) << "two cells";
}

// Each line of text in a box on a ground of its own: one cell. Lines that are drawn part rows, and so does shading in several columns.
TEST(RuledTables, ShadingOfLinesInABoxPartsNoRows) {
  const auto rows = [](const std::string& drawing, const std::vector<double>& edges) {
    Page page = drawn_page(drawing);
    const Box box = {3, 90, 3 + 29 * test::kAcross, 138};
    for (const double y : edges) page.rules.push_back({{box.x0, y, box.x1, y}, 0});
    std::stable_sort(page.rules.begin(), page.rules.end(), [](const Rule& a, const Rule& b) {
      return std::tuple(!a.horizontal(), a.horizontal() ? a.box.y0 : a.box.x0) <
             std::tuple(!b.horizontal(), b.horizontal() ? b.box.y0 : b.box.x0);
    });
    const Document document = read({page});
    return document.tables.size() == 1 ? document.tables[0].rows : -1;
  };
  const std::string box = R"(
+----------------------------+
| The fund was founded in    |
| May; what it may lend is   |
| told in the next chapter   |
+----------------------------+
)";
  EXPECT_EQ(rows(box, {}), 1);
  EXPECT_EQ(rows(box, {102, 114}), 1);
  EXPECT_EQ(rows(box, {90, 102, 114, 126, 138}), 1) << "edges on the box itself";
  EXPECT_EQ(rows(R"(
+----------------------------+
| The fund was founded       |
+----------------------------+
| in May                     |
+----------------------------+
)",
                 {}),
            2);
  EXPECT_EQ(rows(R"(
+----------+-----------------+
| Founded  | May             |
| Lends    | to everyone     |
| Ends     | never           |
+----------+-----------------+
)",
                 {102, 114}),
            3);
}

TEST(RuledTables, DrawingsWithoutTextAreNoTables) {
  const Document document = read(R"(
+----+----+
|    |    |
+----+----+
|    |    |
+----+----+
 caption of the picture
)");
  EXPECT_TRUE(document.tables.empty());
}

// Boxes of a chart that lines join are text; labels of a form, which stand as far apart, are cells.
TEST(RuledTables, ChartsOfBoxesAreNoTables) {
  for (const std::string chart : {R"(
          +--------+
          |  국장  |
          +---+----+
              |
    +---------+--------+
    |         |        |
 +--+---+  +--+---+ +--+---+
 | 총무 |  | 기획 | | 예산 |
 +------+  +------+ +------+
)",
                                  R"(
       +---------------+
       |  Main library |
       +-------+-------+
               |
      +--------+--------+
      |                 |
 +----+----+       +----+----+
 | Reading |       | Lending |
 +---------+       +---------+
)",
                                  R"(
 +------+  +------+  +------+
 | 신청 |  | 접수 |  | 민원 |
 +--+---+  +--+---+  +--+---+
    |         |         |
    +---------+---------+
              |
        +-----+-----+
        | 심의 위원 |
        +-----------+
)"}) {
    EXPECT_TRUE(read(chart).tables.empty()) << chart;
  }
  const Document form = read(R"(
+------+--------+------+------+
| 성명 |        | 소속 |      |
+------+--------+------+------+
|      |        |      |      |
+------+--------+------+------+
| 주소 |        | 직위 |      |
+------+--------+------+------+
)");
  ASSERT_EQ(form.tables.size(), 1u);
  EXPECT_EQ(form.tables[0].rows, 3);
}

TEST(RuledTables, CellsAreLimited) {
  Document document;
  document.pages = {drawn_page("+--+--+\n|a |b |\n+--+--+\n")};
  Limits limits;
  limits.cells = 1;
  const Status status = find_page_tables(document, limits);
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error().code, ErrorCode::kLimitCells);
}

// Borders that no one can see: names and numbers stand at the same places in both rows.
TEST(RuledTables, FieldsWithoutBorders) {
  const Document document = read(R"(
+--------+-----------------------------+
| 책임자 | 과  장    강병중 (044-2150) |
+--------+-----------------------------+
| 담당자 | 사무관    황예진 (yejin1@k) |
+--------+-----------------------------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 책임자", "0,1 과 장", "0,2 강병중", "0,3 (044-2150)", "1,0 담당자", "1,1 사무관", "1,2 황예진", "1,3 (yejin1@k)"}));
}

// Words of one length stand one below the other by chance.
TEST(RuledTables, WordsOfOneLengthAreNoFields) {
  const Document document = read(R"(
+------+-----------------+
| 시작 | 2021년 10월 12일 |
+------+-----------------+
| 끝   | 2022년 11월 15일 |
+------+-----------------+
)");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].columns, 2);
}

// A shaded bar over two underlined headings is no form with open rows at its end.
TEST(RuledTables, ABarOverUnderlinedHeadings) {
  Page page = drawn_page(R"(
+------------------+
| 4 plans          |
+------------------+
  1. first
--------------------
  text of it
  2. second
--------------------
  text of it
)");
  const double bar = 72 + 3.9 * test::kDown;
  for (Rule& rule : page.rules) {
    if (rule.box.y1 < bar) rule.thickness = 0;  // edges of shading
  }
  const Document document = test::read_pages({page});
  for (const Table& table : document.tables) EXPECT_EQ(table.rows, 1);
}

// A title in a box that touches a table and stands out on both sides is no row of it; a last row over all columns is.
TEST(RuledTables, ABoxThatTouchesATableStandsForItself) {
  const auto shapes = [](const Document& document) {
    Lines out;
    for (const Table& table : document.tables) out.push_back(std::to_string(table.rows) + "x" + std::to_string(table.columns));
    return out;
  };
  EXPECT_EQ(shapes(read(R"(
 +------+------+
 | name | 2021 |
 +------+------+
 | park | 12   |
++------+------++
| IV. open      |
+---------------+
)")),
            (Lines{"2x2", "1x1"}));
  EXPECT_EQ(shapes(read(R"(
+---------------+
| IV. open      |
++------+------++
 | name | 2021 |
 +------+------+
 | park | 12   |
 +------+------+
)")),
            (Lines{"1x1", "2x2"}));
  EXPECT_EQ(shapes(read(R"(
+-------+-------+
| name  | 2021  |
+-------+-------+
| park  | 12    |
++------+------++
 | IV. open    |
 +-------------+
)")),
            (Lines{"2x2", "1x1"}));
  EXPECT_EQ(shapes(read(R"(
+------+------+
| name | 2021 |
+------+------+
| park | 12   |
+------+------+
| a remark    |
+-------------+
)")),
            (Lines{"3x2"}));
}

}  // namespace
}  // namespace jangbu
