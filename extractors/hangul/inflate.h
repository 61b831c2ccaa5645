// Raw deflate (RFC 1951, no zlib header), as HWP 5, HWP 3 and encrypted HWPX keep their streams. The one user of zlib.
//
// Bytes after the end of the deflate data are ignored: Hancom appends a checksum and the size to each stream.
// Errors: file_damaged (not deflate), file_truncated (the data ends before the deflate stream does), limit_inflated.
#pragma once

#include <memory>

#include "extractors/hangul/byte_source.h"

namespace jangbu::hangul {

class InflateSource : public ByteSource {
 public:
  // Borrows `compressed` and `budget`.
  InflateSource(Bytes compressed, WorkBudget& budget);
  ~InflateSource() override;
  InflateSource(const InflateSource&) = delete;
  InflateSource& operator=(const InflateSource&) = delete;

  Result<std::size_t> read(std::span<std::byte> out) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
  WorkBudget& budget_;
};

}  // namespace jangbu::hangul
