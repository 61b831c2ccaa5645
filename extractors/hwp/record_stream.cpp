#include "extractors/hwp/record_stream.h"

#include <algorithm>
#include <cstring>

namespace jangbu::hwp {
namespace {

constexpr std::size_t kFirstWindow = 32'768, kWindow = 262'144;  // large pieces spare zlib copying its history, small streams need none
constexpr std::size_t kLargestRecord = 64u << 20;                // the largest seen in real files is a paragraph's text of 200 KB
constexpr std::uint32_t kSizeFollows = 0xFFF;

}  // namespace

const Record* RecordStream::give_up(ErrorCode code, const char* message) {
  if (!failed_) error_ = Error{code, message, {}};
  failed_ = true;
  return nullptr;
}

bool RecordStream::fill_window(std::size_t count) {
  while (!failed_ && available() < count) {
    if (begin_ > 0) {
      std::memmove(window_.data(), window_.data() + begin_, available());
      end_ -= begin_;
      begin_ = 0;
    }
    // Grows as bytes arrive, never on a size that is only said.
    if (end_ == window_.size())
      window_.resize(std::max(kFirstWindow, window_.size() * 2));
    else if (window_.size() < kWindow)
      window_.resize(window_.size() * 2);
    auto got = source_.read(std::span(window_).subspan(end_));
    if (!got) {
      failed_ = true;
      error_ = got.error();
      return false;
    }
    if (*got == 0) return false;
    end_ += *got;
  }
  return !failed_;
}

const Record* RecordStream::next() {
  if (!fill(4)) {
    const auto rest = std::span(window_).subspan(begin_, available());
    // Zeros are what block ciphers pad with.
    if (!failed_ && std::any_of(rest.begin(), rest.end(), [](std::byte b) { return b != std::byte{0}; }))
      return give_up(ErrorCode::kFileTruncated, "a stream ends inside the head of a record");
    return nullptr;
  }
  const std::uint32_t head = hangul::u32_at(window_, begin_);
  std::size_t head_size = 4;
  std::size_t size = head >> 20;
  if (size == kSizeFollows) {
    if (!fill(8)) return give_up(ErrorCode::kFileTruncated, "a stream ends inside the head of a record");
    size = hangul::u32_at(window_, begin_ + 4);
    head_size = 8;
  }
  if (size > kLargestRecord) return give_up(ErrorCode::kFileDamaged, "a record says it is larger than any can be");
  if (!fill(head_size + size)) return give_up(ErrorCode::kFileTruncated, "a stream ends inside a record");
  record_.tag = static_cast<std::uint16_t>(head & 0x3FF);
  record_.level = static_cast<std::uint16_t>((head >> 10) & 0x3FF);
  record_.payload = hangul::Bytes(window_).subspan(begin_ + head_size, size);
  begin_ += head_size + size;
  return &record_;
}

}  // namespace jangbu::hwp
