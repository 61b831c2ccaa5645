// A whole stream of deflate data (RFC 1951, without the header of zlib) in one go, with libdeflate: half the time of zlib's, which does
// not need to have all of the outcome in memory. With fleet/packed the one user of libdeflate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace jangbu {

struct InflatedBytes {
  std::unique_ptr<std::byte[]> data;
  std::size_t size = 0;
};

// The largest outcome; the largest stream seen in real files inflates to 11 MB.
constexpr std::uint64_t kMostInflatedAtOnce = 16u << 20;

// What inflates to no more than `size` bytes; with `crc32`, to exactly as many with this checksum. Nothing where that is not so, or
// where `size` is more than can be had at once. What follows the deflate data is ignored.
std::optional<InflatedBytes> inflate_at_once(std::span<const std::byte> compressed, std::uint64_t size, std::optional<std::uint32_t> crc32);

// The same where nobody knows the size: much room, most of which is never touched.
std::optional<InflatedBytes> inflate_at_once(std::span<const std::byte> compressed);

}  // namespace jangbu
