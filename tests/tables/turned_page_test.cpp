#include "tables/turned_page.h"

#include <gtest/gtest.h>

#include "drawn_page.h"
#include "tables/page_tables.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::drawn_page;
using test::texts_of;

const std::string kDrawing = R"(budget of the city (thousand won)
+------+-------+------+
| name | given | used |
+------+-------+------+
| road | 1,000 | 800  |
+------+-------+------+
| sea  | 2,000 | 900  |
+------+-------+------+
after)";

// A page drawn upright, turned on its side. `up`: its text then runs up.
Page lying(const std::string& drawing, bool up) {
  const Page upright = drawn_page(drawing);
  Page page = turned(upright, up ? Turn::kLeft : Turn::kRight);
  for (Run& run : page.runs) {
    run.vertical = true;
    run.upwards = up;
  }
  return page;
}

Document read(std::vector<Page> pages) {
  Document document;
  document.pages = std::move(pages);
  EXPECT_TRUE(find_page_tables(document, Limits()).has_value());
  return document;
}

TEST(TurnedPage, TablesSidewaysAreReadAsWhoeverTurnsThePageReadsThem) {
  const Document upright = read({drawn_page(kDrawing)});
  for (const bool up : {true, false}) {
    const Document document = read({lying(kDrawing, up)});
    ASSERT_EQ(document.tables.size(), 1U) << up;
    EXPECT_EQ(cells_of(document.tables[0]), cells_of(upright.tables[0])) << up;
    EXPECT_EQ(texts_of(document), texts_of(upright)) << up;
  }
}

TEST(TurnedPage, BoxesAreThoseOfThePageAsItLies) {
  for (const bool up : {true, false}) {
    const Page page = lying(kDrawing, up);
    Box road;
    for (const auto& run : page.runs) {
      if (run.text == "road") road = run.box;
    }
    const Document document = read({page});
    const Box cell = document.tables.at(0).cells.at(3).bbox.value();
    EXPECT_LE(cell.x0, road.x0) << up;
    EXPECT_LE(cell.y0, road.y0);
    EXPECT_GE(cell.x1, road.x1);
    EXPECT_GE(cell.y1, road.y1);
  }
}

TEST(TurnedPage, ALabelThatRunsUpTurnsNoPage) {
  Page page = drawn_page(kDrawing);
  page.runs.front().vertical = page.runs.front().upwards = true;
  EXPECT_EQ(turn_of(page), Turn::kNone);
  EXPECT_EQ(turn_of(Page()), Turn::kNone);
}

TEST(TurnedPage, TurningBackIsTheWayBack) {
  for (const Turn turn : {Turn::kLeft, Turn::kRight, Turn::kNone}) {
    Page page;
    page.width = 200;
    page.height = 300;
    page.rules = {{{10, 20, 30, 20}, 1}};
    const Page there = turn == Turn::kNone ? page : turned(page, turn);
    const Box back = turned_back(there.rules[0].box, turn, there.width, there.height);
    EXPECT_EQ(back.x0, 10);
    EXPECT_EQ(back.x1, 30);
    EXPECT_EQ(back.y0, 20);
    EXPECT_EQ(back.y1, 20);
  }
}

}  // namespace
}  // namespace jangbu
