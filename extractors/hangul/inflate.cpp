// Raw deflate in two ways: the whole stream at once with libdeflate, or piece by piece with zlib. The first is only
// tried before anything was read, and any failure is left to the second, which tells damaged from truncated and
// watches the budget as it goes.
#include "extractors/hangul/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace jangbu::hangul {

struct InflateSource::State {
  z_stream stream{};
  Bytes input;
  bool ready = false;
  bool ended = false;
};

InflateSource::InflateSource(Bytes compressed, WorkBudget& budget) : state_(std::make_unique<State>()), budget_(budget) {
  state_->input = compressed;
  state_->ready = inflateInit2(&state_->stream, -MAX_WBITS) == Z_OK;
}

InflateSource::~InflateSource() {
  if (state_->ready) inflateEnd(&state_->stream);
}

// Empty where the stream has to be read piece by piece.
Result<Bytes> InflateSource::whole() {
  const Bytes input = state_->input;
  if (state_->ended || state_->stream.total_in > 0 || input.size() < 4) return Bytes{};
  // Exactly as much room as is needed, if the size is appended; else much of it, most of which is never touched.
  // The size that HWP 5 appends stands in the last four bytes; elsewhere these are noise, and the attempt fails.
  auto all = inflate_at_once(input, u32_at(input, input.size() - 4), std::nullopt);
  if (!all) all = inflate_at_once(input);
  if (!all) return Bytes{};
  if (auto ok = budget_.charge(all->size); !ok) return ok.forward();
  inflated_ = *std::move(all);
  state_->ended = true;
  return Bytes(inflated_.data.get(), inflated_.size);
}

// Fills as much of `out` as there is; 0 at the end.
Result<std::size_t> InflateSource::read(std::span<std::byte> out) {
  State& s = *state_;
  if (!s.ready) return fail(ErrorCode::kLimitMemory, "no memory to inflate a stream");
  if (s.ended) return std::size_t{0};
  // zlib counts in 32 bits: more is given to it in pieces.
  constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
  const auto room = static_cast<uInt>(std::min(out.size(), kMost));
  s.stream.next_out = reinterpret_cast<Bytef*>(out.data());
  s.stream.avail_out = room;
  while (s.stream.avail_out > 0) {
    if (s.stream.avail_in == 0) {
      const std::size_t piece = std::min(s.input.size(), kMost);
      s.stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(s.input.data()));  // zlib only reads it
      s.stream.avail_in = static_cast<uInt>(piece);
      s.input = s.input.subspan(piece);
    }
    const int code = inflate(&s.stream, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      s.ended = true;
      break;
    }
    if (code == Z_BUF_ERROR || (code == Z_OK && s.stream.avail_in == 0 && s.input.empty() && s.stream.avail_out > 0))
      return fail(ErrorCode::kFileTruncated, "a compressed stream ends too early");
    if (code != Z_OK) return fail(ErrorCode::kFileDamaged, "a compressed stream is damaged");
  }
  const std::size_t count = room - s.stream.avail_out;
  if (auto ok = budget_.charge(count); !ok) return ok.forward();
  return count;
}

}  // namespace jangbu::hangul
