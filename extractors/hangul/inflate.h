// Raw deflate (RFC 1951, no zlib header), as all Hangul formats keep their streams. The one user of zlib.
//
// At once (extractors/inflate_at_once.h) where the outcome is small enough to stand in memory whole; else, and when that fails for
// whatever reason, piece by piece with zlib, so that errors are the latter's.
// Bytes after the end of the deflate data are ignored: Hancom appends a checksum and the size, u32 each, to each stream of HWP 5.
// Errors: file_damaged (not deflate), file_truncated (the data ends before the deflate stream does), limit_inflated.
#pragma once

#include <memory>
#include <optional>

#include "extractors/hangul/byte_source.h"
#include "extractors/inflate_at_once.h"

namespace jangbu::hangul {

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
