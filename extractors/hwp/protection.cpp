// Derives keys as published readers of HWP 5 do (see the header) and deciphers with hangul/cipher.h. The password's
// key is a SHA-1 of its bytes mixed with rotated neighbours; the key of a distribution document stands in its first
// record, scrambled by a generator whose seed stands there too. Nothing here breaks protection: either the owner
// gives the password, or every reader can open the document.
#include "extractors/hwp/protection.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "extractors/hangul/cipher.h"
#include "extractors/hwp/record_stream.h"

namespace jangbu::hwp {

using hangul::Bytes;

namespace {

constexpr std::size_t kAesKey = 16;

// rand() of Microsoft's C library.
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : state_(seed) {}
  std::uint32_t next() {
    state_ = state_ * 214'013U + 2'531'011U;
    return state_ >> 16 & 0x7FFFU;
  }

 private:
  std::uint32_t state_;
};

}  // namespace

Result<std::vector<std::byte>> decipher_with_password(Bytes stream, std::string_view password) {
  // Each byte of the password behind its rotated neighbour.
  std::vector<std::byte> mixed;
  auto before = static_cast<std::uint8_t>(0xEC);
  for (const char c : password) {
    const auto byte = static_cast<std::uint8_t>(c);
    mixed.push_back(static_cast<std::byte>(std::rotl(before, 1)));
    mixed.push_back(static_cast<std::byte>(byte));
    before = byte;
  }
  const std::vector<std::byte> key = hangul::digest(hangul::Digest::kSha1, mixed);
  return hangul::decipher(hangul::Cipher::kAes128Cfb1, Bytes(key).first(kAesKey), {}, stream);
}

Result<std::vector<std::byte>> decipher_distribution(Bytes stream) {
  constexpr std::size_t kScrambled = 256;
  if (stream.size() < 4) return fail(ErrorCode::kFileTruncated, "a distribution document's section is empty");
  const std::uint32_t head = hangul::u32_at(stream, 0);
  // Bits 0 to 9 of a record's head are its tag, bits 20 to 31 its size.
  if ((head & 0x3FFU) != kTagDistributeDocData || head >> 20 != kScrambled || stream.size() < 4 + kScrambled)
    return fail(ErrorCode::kFileDamaged, "a distribution document's section does not start with its key record");
  std::vector<std::byte> data(stream.begin() + 4, stream.begin() + 4 + kScrambled);
  const std::uint32_t seed = hangul::u32_at(data, 0);
  Generator generator(seed);
  // The count of repetitions runs from the first byte, but the seed itself is not scrambled.
  for (std::size_t i = 0; i < kScrambled;) {
    const auto value = static_cast<std::byte>(generator.next() & 0xFFU);
    const std::size_t end = std::min(kScrambled, i + (generator.next() & 0xFU) + 1);
    for (; i < end; ++i)
      if (i >= 4) data[i] ^= value;
  }
  const std::size_t at = 4 + (seed & 0xFU);
  return hangul::decipher(hangul::Cipher::kAes128Ecb, Bytes(data).subspan(at, kAesKey), {}, stream.subspan(4 + kScrambled));
}

bool is_distribution_placeholder(std::string_view text) { return text.find("상위 버전의 배포용 문서입니다") != std::string_view::npos; }

}  // namespace jangbu::hwp
