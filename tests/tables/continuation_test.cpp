#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::Lines;
using test::texts_of;

// The last line of each drawing but the last one stands at the bottom of its page.
Document read(const std::vector<std::string>& drawings) {
  std::vector<Page> pages;
  for (std::size_t i = 0; i < drawings.size(); ++i) {
    const double height = static_cast<double>(test::lines_of_drawing(drawings[i]).size()) * test::kDown;
    pages.push_back(drawn_page(drawings[i], static_cast<int>(i) + 1, i + 1 < drawings.size() ? 780 - height : 72));
  }
  return test::read_pages(std::move(pages));
}

TEST(Continuation, PiecesBecomeOneTableAndRepeatedHeadersStandOnce) {
  const Document document = read({R"(before
+------+-----+
| name | sum |
+------+-----+
| a    | 1   |
+------+-----+)",
                                  R"(
+------+-----+
| name | sum |
+------+-----+
| b    | 2   |
+------+-----+
after)"});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 name", "0,1 sum", "1,0 a", "1,1 1", "2,0 b", "2,1 2"}));
  EXPECT_EQ(document.tables[0].pages, (std::vector<int>{1, 2}));
  EXPECT_EQ(document.tables[0].cells[4].page, 2);
  EXPECT_EQ(texts_of(document), (Lines{"before", "[table 3x2]", "after"}));
}

TEST(Continuation, TextBetweenThePiecesPartsThem) {
  const Document document = read({R"(
+------+-----+
| name | sum |
+------+-----+)",
                                  R"(another heading
+------+-----+
| b    | 2   |
+------+-----+)"});
  EXPECT_EQ(document.tables.size(), 2u);
}

TEST(Continuation, OtherWidthsAreOtherTables) {
  const Document document = read({R"(
+------+-----+
| name | sum |
+------+-----+)",
                                  R"(
+------+-----------+
| b    | 2         |
+------+-----------+)"});
  EXPECT_EQ(document.tables.size(), 2u);
}

TEST(Continuation, TableThatWouldHaveFittedIsAnotherOne) {
  Document document;
  document.pages = {drawn_page("+----+----+\n| a  | b  |\n+----+----+", 1, 72), drawn_page("+----+----+\n| c  | d  |\n+----+----+", 2, 72),
                    drawn_page("far below", 3, 700)};
  ASSERT_TRUE(find_page_tables(document, Limits()).has_value());
  EXPECT_EQ(document.tables.size(), 2u);
}

TEST(Continuation, RowCutByThePageBreakIsOneRow) {
  const Document document = read({R"(
+------+----------+
| head | words    |
+------+----------+
|      | one      |
| a    | two      |
|      | three    |
+------+----------+)",
                                  R"(
+------+----------+
|      | four     |
|      | five     |
|      | six      |
+------+----------+
| b    | seven    |
+------+----------+)"});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]),
            (Lines{"0,0 head", "0,1 words", "1,0 a", "1,1 one/two/three/four/five/six", "2,0 b", "2,1 seven"}));
}

TEST(Continuation, LabelOverSeveralRowsGoesOn) {
  const Document document = read({R"(
+------+----+
| dept | a  |
|      +----+
|      | b  |
+------+----+)",
                                  R"(
+------+----+
|      | c  |
|      +----+
|      | d  |
+------+----+)"});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 4x1 dept", "0,1 a", "1,1 b", "2,1 c", "3,1 d"}));
}

// Every piece ends where the page does: what covers the rows of a cell that goes on, goes on.
TEST(Continuation, LabelWithWordsOnBothSidesOfTheBreak) {
  const Document document = read({R"(
+--------+------+------+
| 관     | 겉   | F403 |
+--------+------+------+
| 원심력 | 모양 | F404 |
+--------+------+------+)",
                                  R"(
+--------+------+------+
|        | 치수 |      |
| 철근관 +------+      |
|        | 강도 |      |
+--------+------+------+
| 끝     | a    | b    |
+--------+------+------+)",
                                  R"(
+--------+------+------+
| 다음   | c    | d    |
+--------+------+------+)"});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 관", "0,1 겉", "0,2 F403", "1,0 3x1 원심력/철근관", "1,1 모양", "1,2 3x1 F404",
                                                 "2,1 치수", "3,1 강도", "4,0 끝", "4,1 a", "4,2 b", "5,0 다음", "5,1 c", "5,2 d"}));
}

// Codes of one form are two, even beside a label that goes on.
TEST(Continuation, CodesOfOneFormStayApart) {
  const Document document = read({R"(
+------+------+---------+
| 합판 | 난연 | F 3101  |
|      +------+         |
|      | 밀도 |         |
+------+------+---------+)",
                                  R"(
+------+------+---------+
|      | 방산 | M 1998  |
+------+------+---------+
| 끝   | a    | b       |
+------+------+---------+)",
                                  R"(
+------+------+---------+
| 다음 | c    | d       |
+------+------+---------+)"});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 3x1 합판", "0,1 난연", "0,2 2x1 F 3101", "1,1 밀도", "2,1 방산", "2,2 M 1998",
                                                 "3,0 끝", "3,1 a", "3,2 b", "4,0 다음", "4,1 c", "4,2 d"}));
}

// Where other pieces fill their pages, one that ends short of that was not cut.
TEST(Continuation, PieceThatEndsShortCutsNoCell) {
  const std::string filled = "+------+----+\n| a    | b  |\n+------+----+", again = "+------+----+\n| A    | B  |\n+------+----+",
                    spanning = R"(+------+----+
|      | c  |
| dept +----+
|      | d  |
+------+----+)";
  const std::string below = R"(+------+----+
|      | e  |
|      +----+
|      | f  |
+------+----+)";
  for (const bool stretched : {true, false}) {
    Document document;
    document.pages = {drawn_page(filled, 1, 744), drawn_page(again, 2, 744), drawn_page(spanning, 3, stretched ? 720 : 712),
                      drawn_page(below, 4, 72)};
    ASSERT_TRUE(find_page_tables(document, Limits()).has_value());
    ASSERT_EQ(document.tables.size(), 1u);
    const Lines cells = cells_of(document.tables[0]);
    EXPECT_EQ(std::count(cells.begin(), cells.end(), "2,0 4x1 dept"), stretched ? 1 : 0);
    EXPECT_EQ(std::count(cells.begin(), cells.end(), "2,0 2x1 dept"), stretched ? 0 : 1);
  }
}

// A page on its side ends elsewhere.
TEST(Continuation, PagesOnTheirSide) {
  Document document;
  document.pages = {drawn_page("upright, far down", 1, 780), drawn_page("+----+----+\n| a  | b  |\n+----+----+", 2, 500),
                    drawn_page("+----+----+\n| c  | d  |\n+----+----+", 3, 72)};
  for (std::size_t i : {1, 2}) std::swap(document.pages[i].width, document.pages[i].height);
  ASSERT_TRUE(find_page_tables(document, Limits()).has_value());
  EXPECT_EQ(document.tables.size(), 1u);
}

TEST(Continuation, PageNumbersAndRunningHeadsStandInNobodysWay) {
  Document document;
  for (int number = 1; number <= 3; ++number) {
    Page page = drawn_page("+----+----+\n| a" + std::to_string(number) + " | b  |\n+----+----+", number, 700);
    const Page head = drawn_page("City report 2021", number, 20), foot = drawn_page("- " + std::to_string(number) + " -", number, 800);
    page.runs.insert(page.runs.begin(), head.runs.begin(), head.runs.end());
    page.runs.insert(page.runs.end(), foot.runs.begin(), foot.runs.end());
    document.pages.push_back(std::move(page));
  }
  ASSERT_TRUE(find_page_tables(document, Limits()).has_value());
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 3);
  EXPECT_EQ(texts_of(document), (Lines{"[table 3x2]"}));
}

TEST(Continuation, BoxesThatComeBackOnEveryPageAreNoTables) {
  Document document;
  for (int number = 1; number <= 3; ++number) {
    Page page = drawn_page("+----+------+\n| no | " + std::to_string(number) + "    |\n+----+------+", number, 30);
    const Page body = drawn_page("words of page " + std::string(1, static_cast<char>('a' + number)), number, 300);
    page.runs.insert(page.runs.end(), body.runs.begin(), body.runs.end());
    document.pages.push_back(std::move(page));
  }
  ASSERT_TRUE(find_page_tables(document, Limits()).has_value());
  EXPECT_TRUE(document.tables.empty());
  EXPECT_EQ(document.blocks.size(), 3u);
}

TEST(Continuation, WhatIsSaidAgainPartsNoTable) {
  for (const std::string again : {"(unit: won)", "costs (continued)", "비용 (계속)", "〈앞 쪽에서 계속〉"}) {
    const Document document = read({R"(costs
(unit: won)
+------+-----+
| name | sum |
+------+-----+
| a    | 1   |
+------+-----+)",
                                    again + R"(
+------+-----+
| name | sum |
+------+-----+
| b    | 2   |
+------+-----+)"});
    ASSERT_EQ(document.tables.size(), 1u) << again;
    EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 name", "0,1 sum", "1,0 a", "1,1 1", "2,0 b", "2,1 2"})) << again;
  }
}

TEST(Continuation, ANewCaptionOpensANewTable) {
  const Document document = read({R"(costs
(unit: won)
+------+-----+
| name | sum |
+------+-----+
| a    | 1   |
+------+-----+)",
                                  R"(gains
(unit: won)
+------+-----+
| name | sum |
+------+-----+
| b    | 2   |
+------+-----+)"});
  EXPECT_EQ(document.tables.size(), 2u);
}

TEST(Continuation, NotesAtThePagesFootPartNoTable) {
  for (const std::string note : {"※ without tax", "* without tax", "1) without tax", "주: without tax"}) {
    const Document document = read({R"(
+------+-----+
| name | sum |
+------+-----+
| a    | 1   |
+------+-----+
)" + note,
                                    R"(
+------+-----+
| name | sum |
+------+-----+
| b    | 2   |
+------+-----+)"});
    ASSERT_EQ(document.tables.size(), 1u) << note;
    EXPECT_EQ(document.tables[0].rows, 3) << note;
  }
  EXPECT_EQ(read({"+---+---+\n| a | b |\n+---+---+\nnew text", "+---+---+\n| a | b |\n+---+---+"}).tables.size(), 2u) << "no note";
}

TEST(Continuation, BordersMayMissByAFewPoints) {
  const auto shifted = [](double points) {
    Document document;
    const std::string drawing = "+--------+--------+\n| name   | sum    |\n+--------+--------+\n| a      | 1      |\n+--------+--------+";
    document.pages.push_back(drawn_page(drawing, 1, 720));
    document.pages.push_back(drawn_page(drawing, 2, 72));
    for (Rule& rule : document.pages[1].rules) {
      rule.box.x0 += points;
      rule.box.x1 += points;
    }
    EXPECT_TRUE(find_page_tables(document, Limits()).has_value());
    return document.tables.size() == 1 ? document.tables[0].columns : -static_cast<int>(document.tables.size());
  };
  EXPECT_EQ(shifted(0), 2);
  EXPECT_EQ(shifted(5), 2);
  EXPECT_EQ(shifted(20), -2) << "another table";
}

// Numbers of a list in a wide cell: white space parts them from what they number, a little elsewhere on each page.
TEST(Continuation, BordersThatWhiteSpaceTellsAreTheSameOnEachPage) {
  const auto columns = [](double points) {
    Page first = drawn_page(R"(
+--------------------+--------+
| 1.1   Radio        | yes    |
+--------------------+--------+
| 1.1.1 Encoder      | no     |
+--------------------+--------+
| 1.1.2 Receiver     | no     |
+--------------------+--------+
)",
                            1, 690);
    Page second = drawn_page(R"(
+--------------------+--------+
| 4     Beacon       | yes    |
+--------------------+--------+
| 5     Rescue       | no     |
+--------------------+--------+
| 6     Transponder  | no     |
+--------------------+--------+
)",
                             2);
    for (Page* page : {&first, &second}) {
      // The inner border is put in as the readers of white space do: between the columns of text.
      const double top = page->rules.front().box.y0, bottom = top + 6 * test::kDown;
      const double x = 54 + (page == &second ? points : 0);
      page->rules.push_back({{x, top, x, bottom}, 0});
    }
    const Document document = test::read_pages({first, second});
    return document.tables.size() == 1 ? document.tables[0].columns : -static_cast<int>(document.tables.size());
  };
  EXPECT_EQ(columns(0), 3);
  EXPECT_EQ(columns(2.2), 3);
  EXPECT_EQ(columns(-6), 3);
  EXPECT_GT(columns(24), 3) << "too far to be the same";
}

TEST(Continuation, AFormFilledInAgainIsATableOfItsOwn) {
  const auto form = [](const std::string& number) {
    return "+------+-----+\n| no.  | " + number + "   |\n+------+-----+\n| name | Kim |\n+------+-----+\n| sum  | 1   |\n+------+-----+";
  };
  EXPECT_EQ(read({form("1"), form("2"), form("3")}).tables.size(), 3u);
  EXPECT_EQ(read({"\n\n" + form("1"), form("2")}).tables.size(), 2u);
  // Pages that nothing fills to their end break no table.
  Document document;
  for (int page = 1; page <= 3; ++page)
    document.pages.push_back(drawn_page("+---+---+\n| " + std::to_string(page) + " | b |\n+---+---+", page));
  EXPECT_TRUE(find_page_tables(document, Limits()).has_value());
  EXPECT_EQ(document.tables.size(), 3u);
}

TEST(Continuation, PagesBetweenMayShowSideLinesOnly) {
  Document document;
  const auto page = [&](const std::string& begin, const std::string& line, int lines, const std::string& end) {
    std::string drawing = begin;
    for (int i = 0; i < lines; ++i) drawing += "|       | " + line + std::to_string(i % 10) + " |     |\n";
    document.pages.push_back(drawn_page(drawing + end, static_cast<int>(document.pages.size()) + 1));
  };
  page("+-------+-------+-----+\n| class | A     | B   |\n+-------+-------+-----+\n| sea   | one a | x   |\n", "one ", 53, "");
  page("", "two ", 57, "");
  page("", "end ", 30, "+-------+-------+-----+\n| land  | last  | y   |\n+-------+-------+-----+");
  EXPECT_TRUE(find_page_tables(document, Limits()).has_value());
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].rows, 3);
  const std::string& text = document.tables[0].cells.at(4).text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 53 + 57 + 30);
}

// Each page sets its own widths; the page before is not filled.
// Over three pages and four, in tables of two columns and of four.
TEST(Continuation, ACellGoesOnOverAnyNumberOfPages) {
  for (const int between : {1, 2}) {
    for (const std::string rest : {"", "     |     |"}) {
      const std::string rule = "+-------+-------+" + std::string(rest.empty() ? "" : "-----+-----+") + "\n";
      std::vector<Page> pages;
      const auto add = [&](const std::string& begin, const std::string& line, int lines, const std::string& end) {
        std::string drawing = begin;
        for (int i = 0; i < lines; ++i) drawing += "|       | " + line + std::to_string(i % 10) + " |" + rest + "\n";
        pages.push_back(drawn_page(drawing + end, static_cast<int>(pages.size()) + 1));
      };
      add(rule + "| class | A     |" + rest + "\n" + rule + "| sea   | one a |" + rest + "\n", "one ", 53, "");
      for (int i = 0; i < between; ++i) add("", "two ", 57, "");
      add("", "end ", 30, rule + "| land  | last  |" + rest + "\n" + rule);
      const Document document = test::read_pages(std::move(pages));
      ASSERT_EQ(document.tables.size(), 1u) << between << rest;
      EXPECT_EQ(document.tables[0].rows, 3) << between << rest;
      EXPECT_EQ(document.tables[0].columns, rest.empty() ? 2 : 4);
      EXPECT_EQ(document.tables[0].pages.size(), static_cast<std::size_t>(between) + 2);
    }
  }
}

TEST(Continuation, TheTotalOfTheFirstPieceIsOfTheSecondAsWell) {
  const std::string first = R"(
 +--------+-------+-------+-------+
 | Kind   | Plan  | Paid  | Left  |
 +--------+-------+-------+-------+
 | 합계   |   60  |   50  |   10  |
 +--------+-------+-------+-------+
 | Roads  |   40  |   35  |    5  |
 +--------+-------+-------+-------+
)";
  const auto second = [](const std::string& label) {
    return R"(
 +-----------+------+-------+------+
 | Kind      | Plan | Paid  | Left |
 +-----------+------+-------+------+
 | )" + label +
           R"(   |  20  |   15  |   5  |
 +-----------+------+-------+------+
)";
  };
  const Document whole = test::read_pages({test::drawn_page(first, 1), test::drawn_page(second("Tracks "), 2)});
  ASSERT_EQ(whole.tables.size(), 1u);
  EXPECT_EQ(whole.tables[0].rows, 4);
  EXPECT_EQ(whole.tables[0].columns, 4);
  // One with a total of its own is another table.
  const Document two = test::read_pages({test::drawn_page(first, 1), test::drawn_page(second("합계   "), 2)});
  EXPECT_EQ(two.tables.size(), 2u);
}

// A bar as wide as the table at the top of the next page is a chapter's title; where the table has such rows, it goes on with one.
TEST(Continuation, ABarAtThePagesTopIsNoRow) {
  const std::string bar = "+------------+\n| Ⅱ. results |\n+------------+\nafter";
  EXPECT_EQ(read({"before\n+------+-----+\n| name | sum |\n+------+-----+\n| a    | 1   |\n+------+-----+", bar}).tables.size(), 2u);
  EXPECT_EQ(read({"before\n+------+-----+\n| name | sum |\n+------+-----+\n| remark     |\n+------+-----+", bar}).tables.size(), 1u);
  EXPECT_EQ(read({"before\n+------------+\n| one        |\n+------------+\n| two        |\n+------------+", bar}).tables.size(), 1u);
}

// The second line of a row's cells on the next page: what stands in brackets below figures in the other rows.
TEST(Continuation, BracketsBelowFiguresAreOfTheRowAbove) {
  const char* above =
      "before\n+------+-------+-------+\n| name | sum   | last  |\n+------+-------+-------+\n| a    | 1,200 | 1,100 |\n|      | (8.2) | "
      "(8.0) |\n"
      "+------+-------+-------+\n| b    | 2,400 | 2,300 |\n+------+-------+-------+";
  const Document document = read({above,
                                  "\n+------+-------+-------+\n|      | (4.1) | (4.3) |\n+------+-------+-------+\n| c    | 3,000 | 2,900 "
                                  "|\n|      | (9.1) | (9.3) |\n+------+-------+-------+\nafter"});
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(cells_of(document.tables[0]), (Lines{"0,0 name", "0,1 sum", "0,2 last", "1,0 a", "1,1 1,200/(8.2)", "1,2 1,100/(8.0)", "2,0 b",
                                                 "2,1 2,400/(4.1)", "2,2 2,300/(4.3)", "3,0 c", "3,1 3,000/(9.1)", "3,2 2,900/(9.3)"}));
  // Rows of nothing but brackets are rows where no cell prints both.
  const Document rows = read({"before\n+------+-------+\n| name | sum   |\n+------+-------+\n| b    | 2,400 |\n+------+-------+",
                              "\n+------+-------+\n|      | (4.1) |\n+------+-------+\n| c    | 3,000 |\n+------+-------+\nafter"});
  ASSERT_EQ(rows.tables.size(), 1u);
  EXPECT_EQ(rows.tables[0].rows, 4);
}

}  // namespace
}  // namespace jangbu
