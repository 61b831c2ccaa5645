#include "text/hash.h"

#include <gtest/gtest.h>

namespace jangbu {
namespace {

// FIPS 180-4, and RFC 6234's test vectors.
TEST(Hash, IsSha256) {
  EXPECT_EQ(sha256_hex(std::string_view("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex(std::string_view("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::string million(1'000'000, 'a');
  EXPECT_EQ(sha256_hex(std::string_view(million)), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(sha256_hex(std::as_bytes(std::span(million))), sha256_hex(std::string_view(million)));
}

}  // namespace
}  // namespace jangbu
