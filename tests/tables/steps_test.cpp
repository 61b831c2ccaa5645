// Steps of a process: boxes with arrows between them, or texts that arrows part.
#include <gtest/gtest.h>

#include "tables/read_page.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::Lines;
using test::read_page;
using test::read_pages;
using test::texts_of;

const std::string kBoxes = R"(
+------+   +------+   +------+
| 공고 |   | 접수 |   | 심사 |
+------+   +------+   +------+
)";

TEST(Steps, WhatStandsBelowEachBoxIsARow) {
  const auto second_row = [](const std::string& below) {
    const Document document = read_page(kBoxes + below);
    EXPECT_EQ(document.tables.size(), 1u);
    Lines row;
    for (const std::string& cell : cells_of(document.tables.at(0))) {
      if (cell.starts_with("1,")) row.push_back(cell);
    }
    return row;
  };
  EXPECT_EQ(second_row("  3.2.       4.5.       5.1.\n"), (Lines{"1,0 3.2.", "1,1", "1,2 4.5.", "1,3", "1,4 5.1."})) << "dates";
  EXPECT_EQ(second_row("  시청       구청       시청\n"), (Lines{"1,0 시청", "1,1", "1,2 구청", "1,3", "1,4 시청"})) << "who does it";
  EXPECT_EQ(second_row("  D-30                  D-5\n"), (Lines{"1,0 D-30", "1,1", "1,2", "1,3", "1,4 D-5"})) << "not below each";
  EXPECT_EQ(second_row("  3.2.       4.5.       5.1.\n             ~5.9.\n"),
            (Lines{"1,0 3.2.", "1,1", "1,2 4.5./~5.9.", "1,3", "1,4 5.1."}))
      << "two lines";
}

TEST(Steps, ANoteBelowTheBoxesIsNoRow) {
  const Document note = read_page(kBoxes + " ※ 일정은 바뀔 수 있으니 다시 확인\n");
  ASSERT_EQ(note.tables.size(), 1u);
  EXPECT_EQ(note.tables[0].rows, 1);
  const Document after = read_page(kBoxes + "  3.2.       4.5.       5.1.\n ※ 일정은 바뀔 수 있으니 다시 확인\n");
  ASSERT_EQ(after.tables.size(), 1u);
  EXPECT_EQ(after.tables[0].rows, 2);
  EXPECT_EQ(texts_of(after), (Lines{"[table 2x5]", "※ 일정은 바뀔 수 있으니 다시 확인"}));
}

// Texts of several lines with arrows beside their middles are cells; on one line they are a text.
TEST(Steps, ArrowsPartTextsOfSeveralLines) {
  const auto page = [](const std::string& arrow) {
    Page drawn = drawn_page(R"(
+------+---------------------------------+
| 청년 | 서류                  면접      |
|      | 심사  >    필기    >  심사      |
+------+---------------------------------+
)");
    for (jangbu::Run& run : drawn.runs) {
      if (run.text != ">" && run.text != "필기") continue;
      run.text = run.text == ">" ? arrow : run.text;
      run.box.y0 -= 6;
      run.box.y1 -= 6;
    }
    return drawn;
  };
  for (const std::string arrow : {"→", "▶", "⇒", "\uF0E8"}) {
    const Document document = read_pages({page(arrow)});
    ASSERT_EQ(document.tables.size(), 1u);
    EXPECT_EQ(cells_of(document.tables[0]),
              (Lines{"0,0 청년", "0,1 서류/심사", "0,2 " + arrow, "0,3 필기", "0,4 " + arrow, "0,5 면접/심사"}));
  }
  const Document words = read_pages({page("및")});
  EXPECT_EQ(words.tables.at(0).columns, 2) << "no arrow";
  const Document line = read_page(R"(
+------+--------------------------+
| 청년 | 서류 → 필기 → 면접       |
+------+--------------------------+
)");
  EXPECT_EQ(cells_of(line.tables.at(0)), (Lines{"0,0 청년", "0,1 서류 → 필기 → 면접"}));
}

}  // namespace
}  // namespace jangbu
