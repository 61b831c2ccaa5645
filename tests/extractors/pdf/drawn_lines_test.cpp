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

TEST(DrawnLines, RoundDotsAreALine) {
  CapturedPage page = a4();
  for (int i = 0; i < 60; ++i)
    page.areas.push_back({{100 + 1.2 * i, 200, 100.6 + 1.2 * i, 200.6}, 0, false, static_cast<std::uint32_t>(i)});
  page.areas.push_back({{300, 300, 303, 303}, 0, false, 99});   // a bullet
  page.areas.push_back({{320, 300, 321, 301}, 0, false, 100});  // a dot by itself
  const DrawnLines lines = drawn_lines_of(page);
  ASSERT_EQ(lines.rules.size(), 1u);
  EXPECT_TRUE(lines.rules[0].horizontal());
  EXPECT_NEAR(lines.rules[0].box.width(), 71.4, 0.1);
}

// A stroke with a head at one end and at both, upwards, a thin box with a head; the outline of a head is drawn, too.
TEST(DrawnLines, ArrowsAreNoLines) {
  const auto head = [](Box box) { return Area{box, 0, false, 7}; };
  CapturedPage one = a4(), both = a4(), up = a4(), box = a4();
  one.strokes = {{100, 200, 160, 200, 0.4}};
  one.areas = {head({158, 197, 164, 203})};
  both.strokes = {{100, 200, 160, 200, 0.4}, {158, 197, 158, 203, 0.1}};
  both.areas = {head({158, 197, 164, 203}), head({96, 197, 102, 203})};
  up.strokes = {{100, 200, 100, 260, 0.4}};
  up.areas = {head({97, 194, 103, 201})};
  box.areas = {{{100, 199.8, 160, 200.2}, 0, true, 1}, head({160, 197, 166, 203})};
  for (const CapturedPage& page : {one, both, up, box}) EXPECT_TRUE(drawn_lines_of(page).rules.empty());
}

TEST(DrawnLines, LinesBesideSmallShapesStay) {
  CapturedPage page = a4();
  page.strokes = {{100, 200, 160, 200, 0.4}, {100, 230, 160, 230, 0.4}, {100, 260, 160, 260, 0.4}};
  page.areas = {{{158, 201, 164, 207}, 0, false, 1},  // below the end: a bullet in the next cell
                {{120, 227, 126, 233}, 0, false, 2},  // in the middle
                {{158, 257, 164, 263}, 0, true, 3}};  // a square
  EXPECT_EQ(drawn_lines_of(page).horizontals, 5u);    // … which has edges
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
// The ground of a paragraph between two drawn sides of its cell: as far from the one as from the other.
TEST(DrawnLines, GroundOfAParagraphBetweenDrawnSidesHasNoEdges) {
  const auto rules = [](const Box& ground, double right_side = 200) {
    CapturedPage page = a4();
    for (const double x : {100.0, right_side}) page.strokes.push_back({x, 100, x, 160, 0.5});
    for (const double y : {100.0, 130.0, 160.0}) page.strokes.push_back({100, y, right_side, y, 0.5});
    page.areas.push_back({ground, 0.9, true, 1});
    return drawn_lines_of(page).rules.size();
  };
  EXPECT_EQ(rules({102, 108, 198, 121}), 5u);
  EXPECT_EQ(rules({106, 101, 194, 129}), 5u);
  EXPECT_EQ(rules({100, 100, 200, 130}), 5u);  // the whole cell: its edges are the lines
  EXPECT_GT(rules({102, 108, 180, 121}), 5u);  // not as far from both
  EXPECT_GT(rules({120, 108, 180, 121}), 5u);  // further than any padding
  EXPECT_GT(rules({102, 90, 198, 121}), 5u);   // goes on above the sides
}

TEST(DrawnLines, GroundOfALineOfTextInItsShadedCellHasNoEdges) {
  const Box cell = {100, 200, 300, 240};
  // Two lines of text with the cell's margins left and right of them; lines as wide as the cell; a cell shaded once more.
  EXPECT_EQ(edges({{cell, 0.8}, {{105, 200, 295, 220}, 0.8}, {{105, 220, 295, 240}, 0.8}}), 4u);
  EXPECT_EQ(edges({{cell, 0.8}, {{100, 200, 300, 220}, 0.8}, {{100, 220, 300, 240}, 0.8}}), 4u);
  EXPECT_EQ(edges({{cell, 0.8}, {{105, 205, 295, 215}, 0.8}, {{105, 225, 200, 235}, 0.8}}), 4u);
  // In another shade, by the cell's padding at both sides.
  EXPECT_EQ(edges({{cell, 0.8}, {{102.3, 203, 297.7, 215}, 0.9}}), 4u);
  EXPECT_EQ(edges({{cell, 0.9}, {{105, 200, 295, 220}, 0.7}, {{105, 220, 295, 240}, 0.7}}), 4u);
  // The ground of a line may begin a hair outside of its cell.
  EXPECT_EQ(edges({{cell, 0.8}, {{99.9, 199.9, 300.1, 220}, 0.8}}), 4u);
}

TEST(DrawnLines, EdgesThatAreSeenStay) {
  const Box cell = {100, 200, 300, 240}, inner = {150, 205, 250, 235};
  EXPECT_EQ(edges({{cell, 0.8}, {inner, 0.4}}), 8u);                             // another shade, far inside
  EXPECT_EQ(edges({{cell, 0.8}, {{105, 205, 250, 235}, 0.4}}), 8u);              // a bar of a chart
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
