// Bodies of messages, packed and back; what nobody packed is refused.
#include "fleet/packed.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

std::string long_body() {
  std::string out;
  for (int i = 0; i < 5000; ++i) out += "{\"지출액\":" + std::to_string(i * 7) + "}\n";
  return out;
}

TEST(Packed, ComesBackAsItWas) {
  const std::string body = long_body(), small = packed(body);
  EXPECT_LT(small.size() * 4, body.size());
  EXPECT_EQ(unpacked(small, body.size()), body);
}

TEST(Packed, WhatSavesNothingIsLeft) {
  EXPECT_EQ(packed(""), "");
  EXPECT_EQ(packed(std::string(300, 'a')), "");
  std::string noise(100'000, '\0');
  std::uint32_t state = 1;
  for (char& c : noise) c = static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
  EXPECT_EQ(packed(noise), "");
}

TEST(Packed, LiesAreRefused) {
  const std::string body = long_body(), small = packed(body);
  EXPECT_FALSE(unpacked(small, body.size() - 1));
  EXPECT_FALSE(unpacked("", 100));
  EXPECT_FALSE(unpacked(body, body.size() * 2));
  EXPECT_FALSE(unpacked(std::string_view(small).substr(0, small.size() / 2), body.size()));
  std::string other_size = small;
  other_size[small.size() - 4] = static_cast<char>(other_size[small.size() - 4] + 1);
  EXPECT_FALSE(unpacked(other_size, body.size() * 2));
  for (std::size_t at = 0; at < small.size(); at += 97) {  // whatever comes of it, nothing is read or written beyond its ends
    std::string bent = small;
    bent[at] = static_cast<char>(bent[at] ^ 0x55);
    EXPECT_LE(unpacked(bent, body.size()).value_or("").size(), body.size());
  }
}

}  // namespace
}  // namespace jangbu
