// The vectors of the standards, and streams longer than what is deciphered at once.
#include "extractors/hangul/cipher.h"

#include <gtest/gtest.h>

namespace jangbu::hangul {
namespace {

std::vector<std::byte> hex(std::string_view digits) {
  std::vector<std::byte> out;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    out.push_back(static_cast<std::byte>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
  return out;
}

constexpr const char* kKey128 = "2b7e151628aed2a6abf7158809cf4f3c";
constexpr const char* kVector = "000102030405060708090a0b0c0d0e0f";

// NIST SP 800-38A: F.1.2, F.2.6 and F.3.2.
TEST(Cipher, Aes) {
  EXPECT_EQ(decipher(Cipher::kAes128Ecb, hex(kKey128), {}, hex("3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf")),
            hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"));
  EXPECT_EQ(decipher(Cipher::kAes256Cbc, hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"), hex(kVector),
                     hex("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d")),
            hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"));
  EXPECT_EQ(decipher(Cipher::kAes128Cfb1, hex(kKey128), hex(kVector), hex("68b3")), hex("6bc1"));
}

// As another implementation has it: `openssl enc -aes-128-cfb1` of a hundred times 'A'.
TEST(Cipher, AStreamOfManyPieces) {
  const std::vector<std::byte> key = hex(kKey128), vector = hex(kVector);
  const std::vector<std::byte> stream =
      hex("5c2b2777a017655342e0c9ed137171bfc887321f5ed2592a03d507b7de6f17600b10f7de10c5c9efcf500e4076496ae2f2a2"
          "ed25f44cdfedb4becfd49c91884dd094694e35300404f5780a5daf47df311ec4fe139537543ca8f10de36bcdf2ea006cb3e0");
  EXPECT_EQ(decipher(Cipher::kAes128Cfb1, key, vector, stream), std::vector<std::byte>(100, std::byte{'A'}));
}

// A known pair (key with parity bits as they fall), and a weak key, which is as good as any here.
TEST(Cipher, Des) {
  EXPECT_EQ(decipher(Cipher::kDesEcb, hex("133457799bbcdff1"), {}, hex("85e813540f0ab405")), hex("0123456789abcdef"));
  EXPECT_EQ(decipher(Cipher::kDesEcb, hex("0101010101010101"), {}, hex("95f8a5e5dd31d900")), hex("8000000000000000"));
}

TEST(Cipher, AnIncompleteBlockIsDropped) {
  EXPECT_EQ(decipher(Cipher::kAes128Ecb, hex(kKey128), {}, hex("3ad77bb40d7a3660a89ecaf32466ef97f5d3")),
            hex("6bc1bee22e409f96e93d7e117393172a"));
  EXPECT_TRUE(decipher(Cipher::kAes256Cbc, std::vector<std::byte>(32), {}, hex("00")).empty());
  EXPECT_TRUE(decipher(Cipher::kDesEcb, hex("133457799bbcdff1"), {}, {}).empty());
  EXPECT_TRUE(decipher(Cipher::kAes128Cfb1, hex(kKey128), {}, {}).empty());
}

// FIPS 180-4.
TEST(Cipher, Digests) {
  EXPECT_EQ(digest(Digest::kSha1, as_bytes_of("abc")), hex("a9993e364706816aba3e25717850c26c9cd0d89d"));
  EXPECT_EQ(digest(Digest::kSha256, as_bytes_of("abc")), hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

// RFC 6070, and RFC 7914, 11.
TEST(Cipher, Keys) {
  EXPECT_EQ(pbkdf2(Digest::kSha1, as_bytes_of("password"), as_bytes_of("salt"), 4096, 20), hex("4b007901b765489abead49d926f721d065a429c1"));
  EXPECT_EQ(pbkdf2(Digest::kSha256, as_bytes_of("passwd"), as_bytes_of("salt"), 1, 32),
            hex("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"));
}

}  // namespace
}  // namespace jangbu::hangul
