#include "text/base64.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

// RFC 4648, 10.
TEST(Base64, TheVectorsOfTheStandard) {
  EXPECT_EQ(from_base64(""), "");
  EXPECT_EQ(from_base64("Zg=="), "f");
  EXPECT_EQ(from_base64("Zm8="), "fo");
  EXPECT_EQ(from_base64("Zm9v"), "foo");
  EXPECT_EQ(from_base64("Zm9vYg=="), "foob");
  EXPECT_EQ(from_base64("Zm9vYmFy"), "foobar");
}

TEST(Base64, AnythingElseGivesNothing) {
  for (const char* text : {"Z", "Zg", "Zg=", "Z===", "====", "Zg==Zg==", "Zm 9", "Zm-_", "Zm9v\n", "가나"})
    EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace jangbu
