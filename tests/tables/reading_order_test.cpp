#include "tables/reading_order.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

using Indices = std::vector<std::size_t>;

TEST(ReadingOrder, FromTopToBottomThenLeftToRight) {
  EXPECT_EQ(reading_order({{10, 50, 100, 60}, {200, 10, 300, 20}, {10, 10, 100, 20}}), (Indices{2, 1, 0}));
  EXPECT_EQ(reading_order({}), Indices());
}

TEST(ReadingOrder, ColumnByColumnBelowATitleOverBoth) {
  std::vector<Box> boxes = {{50, 20, 550, 40}};
  Indices expected = {0};
  for (int i = 0; i < 6; ++i) {
    boxes.push_back({50, 60.0 + 12 * i, 290, 70.0 + 12 * i});
    boxes.push_back({310, 60.0 + 12 * i, 550, 70.0 + 12 * i});
  }
  for (std::size_t i = 0; i < 6; ++i) expected.push_back(1 + 2 * i);
  for (std::size_t i = 0; i < 6; ++i) expected.push_back(2 + 2 * i);
  EXPECT_EQ(reading_order(boxes), expected);
}

TEST(ReadingOrder, NumbersInTheMarginAreNoColumn) {
  std::vector<Box> boxes;
  for (int i = 0; i < 6; ++i) {
    boxes.push_back({50, 60.0 + 12 * i, 60, 70.0 + 12 * i});
    boxes.push_back({80, 60.0 + 12 * i, 550, 70.0 + 12 * i});
  }
  Indices expected;
  for (std::size_t i = 0; i < boxes.size(); ++i) expected.push_back(i);
  EXPECT_EQ(reading_order(boxes), expected);
}

// Two pages on one sheet: a heading, a unit at the right margin, and a table each.
TEST(ReadingOrder, TablesSideBySideWithACaptionEach) {
  const std::vector<Box> sheet = {{50, 20, 120, 32},  {480, 20, 560, 32},    // captions
                                  {240, 40, 280, 50}, {680, 40, 720, 50},    // units
                                  {50, 55, 280, 200}, {480, 55, 720, 150}};  // tables
  EXPECT_EQ(reading_order(sheet, 4), (Indices{0, 2, 4, 1, 3, 5}));
  const std::vector<Box> without_units = {{50, 20, 120, 32}, {480, 20, 560, 32}, {50, 55, 280, 200}, {480, 55, 720, 150}};
  EXPECT_EQ(reading_order(without_units, 2), (Indices{0, 2, 1, 3}));
  const std::vector<Box> two_each = {{50, 20, 120, 32},  {480, 20, 560, 32},  {50, 220, 120, 232}, {480, 170, 560, 182},
                                     {50, 55, 280, 200}, {480, 55, 720, 150}, {50, 240, 280, 300}, {480, 190, 720, 280}};
  EXPECT_EQ(reading_order(two_each, 4), (Indices{0, 4, 2, 6, 1, 5, 3, 7}));
}

TEST(ReadingOrder, OneUnitOverTwoTablesIsThatOfBoth) {
  const std::vector<Box> boxes = {{50, 20, 120, 32}, {680, 40, 720, 50}, {50, 55, 280, 200}, {480, 55, 720, 150}};
  EXPECT_EQ(reading_order(boxes, 2), (Indices{0, 1, 2, 3}));
}

TEST(ReadingOrder, ATitleOverBothTablesStaysFirst) {
  const std::vector<Box> boxes = {{50, 5, 700, 15},    {50, 20, 120, 32},  {300, 20, 380, 32},
                                  {50, 230, 700, 240}, {50, 55, 280, 200}, {300, 55, 500, 150}};
  EXPECT_EQ(reading_order(boxes, 4), (Indices{0, 1, 4, 2, 5, 3}));
}

}  // namespace
}  // namespace jangbu
