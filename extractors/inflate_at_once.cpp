// Deflate with libdeflate into one buffer. The bound on the ratio, which deflate cannot exceed, refuses sizes that a
// few hostile bytes claim.
#include "extractors/inflate_at_once.h"

#include <libdeflate.h>

#include <algorithm>

namespace jangbu {

namespace {

constexpr std::uint64_t kLargestRatio = 1'032;  // deflate's own limit

}  // namespace

std::optional<InflatedBytes> inflate_at_once(std::span<const std::byte> compressed, std::uint64_t size,
                                             std::optional<std::uint32_t> crc32) {
  if (size == 0 || size > kMostInflatedAtOnce || size > compressed.size() * kLargestRatio) return std::nullopt;
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(libdeflate_alloc_decompressor(),
                                                                                                   libdeflate_free_decompressor);
  if (inflater == nullptr) return std::nullopt;
  InflatedBytes out;
  out.data = std::make_unique_for_overwrite<std::byte[]>(size);
  if (libdeflate_deflate_decompress(inflater.get(), compressed.data(), compressed.size(), out.data.get(), size, &out.size) !=
      LIBDEFLATE_SUCCESS)
    return std::nullopt;
  if (crc32 && (out.size != size || libdeflate_crc32(0, out.data.get(), out.size) != *crc32)) return std::nullopt;
  return out;
}

// Memory that is asked for and never written costs nothing.
std::optional<InflatedBytes> inflate_at_once(std::span<const std::byte> compressed) {
  return inflate_at_once(compressed, std::min<std::uint64_t>(kMostInflatedAtOnce, compressed.size() * kLargestRatio), std::nullopt);
}

}  // namespace jangbu
