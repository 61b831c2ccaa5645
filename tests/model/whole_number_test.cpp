#include "model/whole_number.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

TEST(WholeNumber, IsTheOneBelowOrTheNearestThatThereIs) {
  constexpr int kLeast = std::numeric_limits<int>::min(), kMost = std::numeric_limits<int>::max();
  EXPECT_EQ(floor_to_int(2.9), 2);
  EXPECT_EQ(floor_to_int(-0.1), -1);
  EXPECT_EQ(floor_to_int(kMost), kMost);
  EXPECT_EQ(floor_to_int(kLeast), kLeast);
  EXPECT_EQ(floor_to_int(2147483648.0), kMost);
  EXPECT_EQ(floor_to_int(1e300), kMost);
  EXPECT_EQ(floor_to_int(-1e300), kLeast);
  EXPECT_EQ(floor_to_int(std::numeric_limits<double>::infinity()), kMost);
  EXPECT_EQ(floor_to_int(std::numeric_limits<double>::quiet_NaN()), 0);
}

}  // namespace
}  // namespace jangbu
