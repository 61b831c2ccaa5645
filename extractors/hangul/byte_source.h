// ByteSource: bytes that arrive piece by piece, so that a stream which inflates to a gigabyte never stands in memory whole.
//
// WorkBudget bounds what one document may cost: bytes that come out of inflating, and wall-clock time. Every source charges
// the budget as it delivers; passing it is an error (limit_inflated, limit_seconds).
#pragma once

#include <algorithm>
#include <chrono>
#include <cstring>
#include <utility>
#include <vector>

#include "extractors/hangul/byte_view.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "model/cpu_clock.h"

namespace jangbu::hangul {

class WorkBudget {
 public:
  explicit WorkBudget(const Limits& limits) : bytes_left_(limits.inflated_bytes), deadline_(limits.cpu_seconds) {}

  Status charge(std::size_t bytes) {
    if (bytes > bytes_left_) return fail(ErrorCode::kLimitInflated, "the document inflates to more than the limit");
    bytes_left_ -= bytes;
    if (deadline_.passed()) return fail(ErrorCode::kLimitCpu, "reading the document takes too long");
    return Done{};
  }

 private:
  std::uint64_t bytes_left_;
  CpuDeadline deadline_;
};

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills the front of `out` and returns how much; 0 only at the end. REQUIRES: out not empty.
  virtual Result<std::size_t> read(std::span<std::byte> out) = 0;
  // The rest of the stream, where it stands in memory already: read() gives nothing after it. Empty where it does not stand there,
  // or nothing is left. Valid as long as the source.
  virtual Result<Bytes> whole() { return Bytes{}; }
};

// Bytes that stand in memory already. Borrows them.
class MemorySource : public ByteSource {
 public:
  MemorySource(Bytes bytes, WorkBudget& budget) : bytes_(bytes), budget_(budget) {}
  Result<std::size_t> read(std::span<std::byte> out) override {
    const std::size_t count = std::min(out.size(), bytes_.size());
    if (auto ok = budget_.charge(count); !ok) return ok.forward();
    if (count > 0) std::memcpy(out.data(), bytes_.data(), count);
    bytes_ = bytes_.subspan(count);
    return count;
  }
  Result<Bytes> whole() override {
    if (auto ok = budget_.charge(bytes_.size()); !ok) return ok.forward();
    return std::exchange(bytes_, {});
  }

 private:
  Bytes bytes_;
  WorkBudget& budget_;
};

// All that is left in a source. Errors: limit_inflated beyond `cap` bytes.
inline Result<std::vector<std::byte>> read_all(ByteSource& source, std::size_t cap) {
  std::vector<std::byte> out;
  for (std::size_t used = 0;;) {
    if (used == out.size()) {
      if (used >= cap) return fail(ErrorCode::kLimitInflated, "a part of the document inflates to more than its limit");
      out.resize(std::min(cap, std::max<std::size_t>(used * 2, 65'536)));
    }
    auto count = source.read(std::span(out).subspan(used));
    if (!count) return count.forward();
    if (*count == 0) {
      out.resize(used);
      return out;
    }
    used += *count;
  }
}

}  // namespace jangbu::hangul
