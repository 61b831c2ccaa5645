#include "inspect/page_marks.h"

#include <gtest/gtest.h>

#include "inspect/page_png.h"
#include "inspect/page_svg.h"

namespace jangbu {
namespace {

// A page with one table of two rows, the first a header, a line above it and two runs.
struct Drawn {
  Page page;
  std::vector<Table> tables;

  Drawn() {
    page.number = 3;
    page.width = 200;
    page.height = 100;
    page.rules.push_back({{10, 10, 190, 10}, 0.5});
    page.fills.push_back({{10, 10, 190, 30}, 0.8});
    page.runs.push_back({"예산<액>", {20, 14, 60, 26}, 12, false, false, false, false});
    page.runs.push_back({"숨은 글", {20, 70, 60, 80}, 10, false, false, true, false});
    Table table;
    table.id = "t007";
    table.rows = 2;
    table.columns = 1;
    table.header_rows = 1;
    table.kind = "budget";
    for (int row = 0; row < 2; ++row) {
      Cell cell;
      cell.row = row;
      cell.page = 3;
      cell.bbox = Box{10, 10 + 20.0 * row, 190, 30 + 20.0 * row};
      table.cells.push_back(cell);
    }
    tables.push_back(table);
    for (Cell& cell : table.cells) cell.page = 4;
    table.id = "t008";
    tables.push_back(table);
  }
};

std::vector<MarkKind> kinds_of(const std::vector<Mark>& marks) {
  std::vector<MarkKind> kinds;
  for (const Mark& mark : marks) kinds.push_back(mark.kind);
  return kinds;
}

TEST(PageMarks, EverythingOnThePageAndNothingOfAnother) {
  const Drawn drawn;
  const auto marks = marks_of(drawn.page, drawn.tables);
  EXPECT_EQ(kinds_of(marks), (std::vector{MarkKind::kFill, MarkKind::kHeaderCell, MarkKind::kCell, MarkKind::kCell, MarkKind::kRun,
                                          MarkKind::kHiddenRun, MarkKind::kRule, MarkKind::kTable}));
  EXPECT_EQ(marks.back().text, "t007 2x1 budget");
  EXPECT_EQ(marks.back().box, (Box{10, 10, 190, 50}));
}

TEST(PageMarks, RulesAreAsThickAsTheyAreDrawnAndNeverUnseen) {
  Drawn drawn;
  drawn.page.rules = {{{10, 10, 190, 10}, 2}, {{50, 0, 50, 90}, 0}};
  const auto marks = marks_of(drawn.page, {});
  EXPECT_EQ(marks[marks.size() - 2].box, (Box{10, 9, 190, 11}));
  EXPECT_GT(marks.back().box.width(), 0.1);
  EXPECT_EQ(marks.back().box.y1, 90);
}

TEST(PageSvg, TextIsEscapedAndMarksAreGroupedByKind) {
  const Drawn drawn;
  const std::string svg = page_svg(drawn.page, marks_of(drawn.page, drawn.tables));
  EXPECT_NE(svg.find(">예산&lt;액&gt;</text>"), std::string::npos) << svg;
  for (const char* group : {"fill", "header", "cell", "run", "hidden", "rule", "table"})
    EXPECT_NE(svg.find(std::string("<g class=\"") + group + "\">"), std::string::npos) << group;
  EXPECT_NE(svg.find("viewBox=\"0 0 200.00 100.00\""), std::string::npos);
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
}

TEST(PageSvg, ControlCharactersAreNoXml) {
  Drawn drawn;
  drawn.page.runs[0].text = "가\x01\x1b나";
  EXPECT_NE(page_svg(drawn.page, marks_of(drawn.page, {})).find(">가나</text>"), std::string::npos);
}

Picture white(int width, int height) {
  return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height) * 3, 255)};
}

std::array<int, 3> pixel(const Picture& picture, int x, int y) {
  const std::uint8_t* at = picture.rgb.data() + static_cast<std::ptrdiff_t>(y * picture.width + x) * 3;
  return {at[0], at[1], at[2]};
}

TEST(PagePng, MarksStandWhereThePageHasThem) {
  Picture picture = white(400, 200);  // two pixels a point
  paint_marks(picture, 200, {{MarkKind::kRule, {10, 10, 190, 12}, {}, 0, false}});
  EXPECT_EQ(pixel(picture, 19, 22), (std::array{255, 255, 255}));
  EXPECT_NE(pixel(picture, 20, 22), (std::array{255, 255, 255}));
  EXPECT_NE(pixel(picture, 379, 23), (std::array{255, 255, 255}));
  EXPECT_EQ(pixel(picture, 380, 23), (std::array{255, 255, 255}));
  EXPECT_EQ(pixel(picture, 100, 24), (std::array{255, 255, 255}));
}

TEST(PagePng, MarksBeyondThePageAreCut) {
  Picture picture = white(20, 20);
  paint_marks(picture, 20,
              {{MarkKind::kTable, {-1e12, -50, 1e12, 1e300}, {}, 0, false}, {MarkKind::kCell, {30, 30, 40, 40}, {}, 0, false}});
  EXPECT_EQ(picture.rgb.size(), 1200u);
}

TEST(PagePng, IsAPng) {
  const auto png = png_of(white(7, 5));
  ASSERT_TRUE(png);
  EXPECT_TRUE(png->starts_with("\x89PNG\r\n\x1a\n"));
  EXPECT_EQ(png->substr(16, 8), std::string("\0\0\0\7\0\0\0\5", 8));  // IHDR: width and height
}

}  // namespace
}  // namespace jangbu
