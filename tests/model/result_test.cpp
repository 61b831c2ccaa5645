#include "jangbu/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <variant>

namespace jangbu {
namespace {

Result<int> halved(int number) {
  if (number % 2) return fail(ErrorCode::kInternal, "odd");
  return number / 2;
}

Result<std::string> described(int number) {
  auto half = halved(number);
  if (!half) return half.forward();
  return std::to_string(*half);
}

TEST(Result, HoldsAValueOrAnError) {
  EXPECT_EQ(*halved(4), 2);
  ASSERT_FALSE(halved(3));
  EXPECT_EQ(halved(3).error().message, "odd");
}

TEST(Result, AnErrorTravelsToAnotherTypeUnchanged) {
  EXPECT_EQ(*described(4), "2");
  EXPECT_EQ(described(3).error().code, ErrorCode::kInternal);
}

TEST(Result, GivesItsValueAway) {
  Result<std::unique_ptr<int>> owner = std::make_unique<int>(7);
  std::unique_ptr<int> taken = *std::move(owner);
  EXPECT_EQ(*taken, 7);
}

TEST(Result, AskingForWhatIsNotThereIsChecked) {
  auto failed = halved(3);
  EXPECT_THROW(failed.value(), std::bad_variant_access);
  auto good = halved(4);
  EXPECT_THROW((void)good.error(), std::bad_variant_access);
}

}  // namespace
}  // namespace jangbu
