#include "extractors/pdf/drawn_lines.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

CapturedPage a4() {
  CapturedPage page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  return page;
}

TEST(DrawnLines, DashesAreOneLine) {
  CapturedPage page = a4();
  for (int i = 0; i < 50; ++i) page.strokes.push_back({100.0 + 4 * i, 200, 102.0 + 4 * i, 200, 0.4});
  const DrawnLines lines = drawn_lines_of(page);
  ASSERT_EQ(lines.rules.size(), 1u);
  EXPECT_EQ(lines.horizontals, 1u);
  EXPECT_EQ(lines.rules[0].box, (Box{100, 200, 298, 200}));
}

TEST(DrawnLines, DottedLinesRunTheWayTheirDotsDo) {
  CapturedPage page = a4();
  for (int i = 0; i < 30; ++i) page.areas.push_back({{100, 200 + 3.0 * i, 101, 201 + 3.0 * i}, 0, true, static_cast<std::uint32_t>(i)});
  const DrawnLines lines = drawn_lines_of(page);
  ASSERT_EQ(lines.rules.size(), 1u);
  EXPECT_FALSE(lines.rules[0].horizontal());
}

TEST(DrawnLines, DoubleBorderIsOneLine) {
  CapturedPage page = a4();
  page.strokes = {{100, 200, 300, 200, 0.4}, {100, 202, 300, 202, 0.4}};
  EXPECT_EQ(drawn_lines_of(page).rules.size(), 1u);
}

TEST(DrawnLines, BorderOfATableInACellStaysApart) {
  CapturedPage page = a4();
  page.strokes = {{300, 100, 300, 500, 0.4}, {298, 200, 298, 260, 0.4}};
  EXPECT_EQ(drawn_lines_of(page).rules.size(), 2u);
}

TEST(DrawnLines, BoxWithAHoleIsAFrame) {
  CapturedPage page = a4();
  page.areas = {{{100, 100, 300, 200}, 0, true, 1}, {{101, 101, 299, 199}, 0, true, 1}};
  const DrawnLines lines = drawn_lines_of(page);
  EXPECT_EQ(lines.rules.size(), 4u);
  EXPECT_TRUE(lines.fills.empty());
}

TEST(DrawnLines, ThickStrokesAreBars) {
  CapturedPage page = a4();
  page.strokes = {{100, 200, 300, 200, 20}};
  const DrawnLines lines = drawn_lines_of(page);
  ASSERT_EQ(lines.fills.size(), 1u);
  EXPECT_EQ(lines.fills[0].box, (Box{100, 190, 300, 210}));
}

TEST(DrawnLines, LinesThatNearlyMeetMeet) {
  CapturedPage page = a4();
  page.strokes = {{100, 100, 100, 300, 0.4}, {101.5, 200, 298.7, 200, 0.4}, {300, 100, 300, 300, 0.4}};
  const DrawnLines lines = drawn_lines_of(page);
  ASSERT_EQ(lines.rules.size(), 3u);
  EXPECT_EQ(lines.rules[0].box, (Box{100, 200, 300, 200}));
}

TEST(DrawnLines, UnderlinesGo) {
  CapturedPage page = a4();
  page.text = U"밑줄";
  for (std::uint32_t i = 0; i < 2; ++i) {
    Glyph glyph;
    glyph.x = 100.0 + 10 * i;
    glyph.y = 200;
    glyph.advance_x = 10;
    glyph.size = 10;
    glyph.text_begin = i;
    glyph.text_length = 1;
    page.glyphs.push_back(glyph);
  }
  page.strokes = {{100, 201.5, 120, 201.5, 0.4}, {100, 230, 120, 230, 0.4}};
  const DrawnLines lines = drawn_lines_of(page);
  ASSERT_EQ(lines.rules.size(), 1u);
  EXPECT_EQ(lines.rules[0].box.y0, 230);
}

// Areas painted one after the other: box and luminance.
CapturedPage painted(const std::vector<std::pair<Box, double>>& areas) {
  CapturedPage page = a4();
  for (const auto& [box, luminance] : areas) {
    page.areas.push_back({box, luminance, true, static_cast<std::uint32_t>(page.areas.size())});
  }
  return page;
}

std::size_t edges(const std::vector<std::pair<Box, double>>& areas) { return drawn_lines_of(painted(areas)).rules.size(); }

// A box has four edges.
TEST(DrawnLines, GroundOfALineOfTextInItsShadedCellHasNoEdges) {
  const Box cell = {100, 200, 300, 240};
  // Two lines of text with the cell's margins left and right of them; lines as wide as the cell; a cell shaded once more.
  EXPECT_EQ(edges({{cell, 0.8}, {{105, 200, 295, 220}, 0.8}, {{105, 220, 295, 240}, 0.8}}), 4u);
  EXPECT_EQ(edges({{cell, 0.8}, {{100, 200, 300, 220}, 0.8}, {{100, 220, 300, 240}, 0.8}}), 4u);
  EXPECT_EQ(edges({{cell, 0.8}, {{105, 205, 295, 215}, 0.8}, {{105, 225, 200, 235}, 0.8}}), 4u);
  // The ground of a line may begin a hair outside of its cell.
  EXPECT_EQ(edges({{cell, 0.8}, {{99.9, 199.9, 300.1, 220}, 0.8}}), 4u);
}

TEST(DrawnLines, EdgesThatAreSeenStay) {
  const Box cell = {100, 200, 300, 240}, inner = {150, 205, 250, 235};
  EXPECT_EQ(edges({{cell, 0.8}, {inner, 0.4}}), 8u);                             // another shade
  EXPECT_EQ(edges({{cell, 0.8}, {{120, 200, 280, 240}, 1}, {inner, 0.8}}), 8u);  // on white ground in the cell
  // Cells side by side, and where they overlap: lines across join, each side stays.
  EXPECT_EQ(edges({{cell, 0.8}, {{300, 200, 400, 240}, 0.8}}), 2u + 3u);
  EXPECT_EQ(edges({{cell, 0.8}, {{250, 200, 350, 240}, 0.8}}), 2u + 4u);
}

TEST(DrawnLines, RulesAreSorted) {
  CapturedPage page = a4();
  page.strokes = {{50, 300, 90, 300, 1}, {50, 100, 50, 300, 1}, {50, 100, 90, 100, 1}, {90, 100, 90, 300, 1}};
  const DrawnLines lines = drawn_lines_of(page);
  ASSERT_EQ(lines.rules.size(), 4u);
  EXPECT_EQ(lines.horizontals, 2u);
  EXPECT_LT(lines.rules[0].box.y0, lines.rules[1].box.y0);
  EXPECT_LT(lines.rules[2].box.x0, lines.rules[3].box.x0);
}

}  // namespace
}  // namespace jangbu
