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

TEST(Base64, BothWays) {
  for (const auto& [bytes, text] : {std::pair("", ""),
                                    {"f", "Zg=="},
                                    {"fo", "Zm8="},
                                    {"foo", "Zm9v"},
                                    {"foob", "Zm9vYg=="},
                                    {"fooba", "Zm9vYmE="},
                                    {"foobar", "Zm9vYmFy"}})
    EXPECT_EQ(to_base64(bytes), text);
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (std::size_t n = 0; n <= all.size(); ++n) EXPECT_EQ(from_base64(to_base64(all.substr(n))), all.substr(n));
}

}  // namespace
}  // namespace jangbu
