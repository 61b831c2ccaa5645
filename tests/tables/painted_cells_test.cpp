#include <gtest/gtest.h>

#include <algorithm>

#include "drawn_page.h"
#include "tables/page_tables.h"

namespace jangbu {
namespace {

using test::cells_of;
using test::Lines;

// The words of the drawing, painted in this order; before them the page's number at its foot, if it is not painted in its turn.
Lines read(const std::string& drawing, const Lines& painted, bool number_first) {
  Page page = test::drawn_page(drawing);
  const auto turn = [&](const jangbu::Run& run) { return std::find(painted.begin(), painted.end(), run.text); };
  std::stable_sort(page.runs.begin(), page.runs.end(), [&](const jangbu::Run& a, const jangbu::Run& b) { return turn(a) < turn(b); });
  if (number_first) {
    const Page foot = test::drawn_page("- 7 -", 1, 800);
    page.runs.insert(page.runs.begin(), foot.runs.begin(), foot.runs.end());
  }
  Document document;
  document.pages.push_back(std::move(page));
  EXPECT_TRUE(find_page_tables(document, Limits()).has_value());
  EXPECT_EQ(document.tables.size(), 1u);
  EXPECT_TRUE(test::tiles(document.tables.at(0)));
  return cells_of(document.tables.at(0));
}

const std::string kOffices = R"(
+--------+------+------+
| 가람과 | 책임 | 장   |
|        +------+------+
| 나래과 | 담당 | 원   |
+--------+------+------+
)";

TEST(PaintedCells, OthersPaintedInBetweenPartACell) {
  EXPECT_EQ(read(kOffices, {"가람과", "책임", "장", "나래과", "담당", "원"}, true),
            (Lines{"0,0 가람과", "0,1 책임", "0,2 장", "1,0 나래과", "1,1 담당", "1,2 원"}));
}

TEST(PaintedCells, PaintedAtOnceIsOneCell) {
  EXPECT_EQ(read(kOffices, {"가람과", "나래과", "책임", "장", "담당", "원"}, true).front(), "0,0 2x1 가람과/나래과");
}

TEST(PaintedCells, PaintingFromTheTopDownTellsNothing) {
  EXPECT_EQ(read(kOffices, {"가람과", "책임", "장", "나래과", "담당", "원"}, false).front(), "0,0 2x1 가람과/나래과");
}

// Rows without lines between them, and a column of numbers without a border.
TEST(PaintedCells, RowsInTurns) {
  EXPECT_EQ(read(R"(
+-------------------+------+
| 1      기본장치   | .... |
| 1.1    무선설비   | ==.. |
| 1.1.1  수신기     | ...= |
| 2      경보장치   | .==. |
+-------------------+------+
)",
                 {"1", "기본장치", "....", "1.1", "무선설비", "==..", "1.1.1", "수신기", "...=", "2", "경보장치", ".==."}, true),
            (Lines{"0,0 1", "0,1 기본장치", "0,2 ....", "1,0 1.1", "1,1 무선설비", "1,2 ==..", "2,0 1.1.1", "2,1 수신기",
                   "2,2 ...=", "3,0 2", "3,1 경보장치", "3,2 .==."}));
}

}  // namespace
}  // namespace jangbu
