#include "model/snapping.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(Snapping, WhatIsCloseBecomesEqual) {
  const Snapping places({{100.0, 1}, {100.4, 1}, {250, 1}}, 1.0);
  EXPECT_EQ(places.snapped(100.0), places.snapped(100.4));
  EXPECT_EQ(places.snapped(100.0), 100.2);
  EXPECT_EQ(places.snapped(250), 250);
}

TEST(Snapping, AChainOfSmallStepsIsCut) {
  std::vector<WeightedPosition> chain;
  for (int i = 0; i < 10; ++i) chain.push_back({i * 0.8, 1});
  const Snapping places(chain, 1.0);
  EXPECT_NE(places.snapped(0), places.snapped(7.2));
  EXPECT_EQ(places.snapped(0), places.snapped(0.8));
}

TEST(Snapping, LongLinesPullMore) {
  const Snapping places({{10, 99}, {11, 1}}, 1.0);
  EXPECT_EQ(places.snapped(11), 10.01);
}

TEST(Snapping, TheOrderOfArrivalDoesNotMatter) {
  const Snapping one({{1, 1}, {1.5, 2}, {9, 1}}, 1.0), other({{9, 1}, {1.5, 2}, {1, 1}}, 1.0);
  for (double at : {1.0, 1.5, 9.0}) EXPECT_EQ(one.snapped(at), other.snapped(at));
}

TEST(Snapping, OtherPlacesStay) {
  EXPECT_EQ(Snapping({{1, 1}}, 1.0).snapped(5), 5);
  EXPECT_EQ(Snapping({}, 1.0).snapped(5), 5);
}

}  // namespace
}  // namespace jangbu
