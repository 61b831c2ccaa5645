#include "extractors/hangul/inflate.h"

#include <gtest/gtest.h>

namespace jangbu::hangul {
namespace {

// Stored deflate blocks: no compressor needed to write them.
std::vector<std::byte> stored(std::string_view text, bool last = true) {
  std::vector<std::byte> out = {static_cast<std::byte>(last ? 1 : 0)};
  const auto size = static_cast<unsigned>(text.size());
  for (const unsigned value : {size & 0xFFU, size >> 8, ~size & 0xFFU, ~size >> 8 & 0xFFU}) out.push_back(static_cast<std::byte>(value));
  for (const char c : text) out.push_back(static_cast<std::byte>(c));
  return out;
}

Result<std::vector<std::byte>> inflated(const std::vector<std::byte>& data, Limits limits = {}, std::size_t cap = 1 << 20) {
  WorkBudget budget(limits);
  InflateSource source(data, budget);
  return read_all(source, cap);
}

TEST(Inflate, reads_raw_deflate_and_ignores_what_follows) {
  auto data = stored("hangul");
  data.push_back(std::byte{0xAA});
  const auto out = inflated(data);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->size(), 6U);
}

std::string text_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

TEST(Inflate, gives_at_once_what_it_gives_in_pieces_whatever_size_is_said) {
  for (const unsigned said : {6U, 5U, 7U, 0U, 0xFFFFFFFFU}) {
    auto data = stored("hangul");
    for (int i = 0; i < 4; ++i) data.push_back(std::byte{0});  // a checksum
    for (int i = 0; i < 4; ++i) data.push_back(static_cast<std::byte>(said >> i * 8));
    const auto pieces = inflated(data);
    ASSERT_TRUE(pieces);
    EXPECT_EQ(text_of(*pieces), "hangul") << said;
    WorkBudget budget{Limits{}};
    InflateSource source(data, budget);
    const auto whole = source.whole();
    ASSERT_TRUE(whole);
    EXPECT_EQ(text_of(*whole), "hangul") << said;
    std::byte more[8];
    EXPECT_EQ(*source.read(more), 0U) << said;
  }
}

TEST(Inflate, leaves_damage_to_the_pieces) {
  const auto data = stored("more to come", false);
  WorkBudget budget{Limits{}};
  InflateSource source(data, budget);
  const auto whole = source.whole();
  ASSERT_TRUE(whole);
  EXPECT_TRUE(whole->empty());
  std::byte piece[64];
  EXPECT_FALSE(source.read(piece));
}

TEST(Inflate, holds_parts_to_their_size_and_checksum) {
  const auto data = stored("hangul");
  constexpr std::uint32_t kChecksum = 0x711A8F3C;  // CRC-32 of "hangul"
  EXPECT_TRUE(inflate_at_once(data, 6, kChecksum));
  EXPECT_FALSE(inflate_at_once(data, 6, kChecksum + 1));
  EXPECT_FALSE(inflate_at_once(data, 7, kChecksum));
  EXPECT_FALSE(inflate_at_once(data, 5, kChecksum));
}

TEST(Inflate, tells_damage_from_truncation) {
  EXPECT_EQ(inflated({std::byte{0xFF}, std::byte{0xFF}}).error().code, ErrorCode::kFileDamaged);
  EXPECT_EQ(inflated({}).error().code, ErrorCode::kFileTruncated);
  EXPECT_EQ(inflated(stored("more to come", false)).error().code, ErrorCode::kFileTruncated);
}

TEST(Inflate, stops_at_limits) {
  Limits limits;
  limits.inflated_bytes = 3;
  EXPECT_EQ(inflated(stored("hangul"), limits).error().code, ErrorCode::kLimitInflated);
  EXPECT_EQ(inflated(stored("hangul"), {}, 3).error().code, ErrorCode::kLimitInflated);
  limits = {};
  limits.cpu_seconds = -1;
  EXPECT_EQ(inflated(stored("hangul"), limits).error().code, ErrorCode::kLimitCpu);
}

}  // namespace
}  // namespace jangbu::hangul
