// Raw deflate (RFC 1951, no zlib header), as all Hangul formats keep their streams. The one user of zlib and libdeflate.
//
// At once with libdeflate, which takes half the time, where the outcome is small enough to stand in memory whole; else, and
// when that fails for whatever reason, piece by piece with zlib, so that errors are the latter's.
// Bytes after the end of the deflate data are ignored: Hancom appends a checksum and the size, u32 each, to each stream of HWP 5.
// Errors: file_damaged (not deflate), file_truncated (the data ends before the deflate stream does), limit_inflated.
#pragma once

#include <memory>
#include <optional>

#include "extractors/hangul/byte_source.h"

namespace jangbu::hangul {

struct InflatedBytes {
  std::unique_ptr<std::byte[]> data;
  std::size_t size = 0;
};

// All of a stream that inflates to no more than `size` bytes; with `crc32`, to exactly as many with this checksum. Nothing where that is
// not so, or where `size` is more than can be had at once.
std::optional<InflatedBytes> inflate_at_once(Bytes compressed, std::uint64_t size, std::optional<std::uint32_t> crc32);

class InflateSource : public ByteSource {
 public:
  // Borrows `compressed` and `budget`.
  InflateSource(Bytes compressed, WorkBudget& budget);
  ~InflateSource() override;
  InflateSource(const InflateSource&) = delete;
  InflateSource& operator=(const InflateSource&) = delete;

  Result<std::size_t> read(std::span<std::byte> out) override;
  Result<Bytes> whole() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
  InflatedBytes inflated_;
  WorkBudget& budget_;
};

}  // namespace jangbu::hangul
