// Gives out records one by one from a window over the stream. The window holds the whole record, so that a payload is
// one piece of memory until the next call. Sizes are bounded before memory is taken.
#include "extractors/hwp/record_stream.h"

#include <algorithm>

namespace jangbu::hwp {
namespace {

constexpr std::size_t kLargestRecord = 64u << 20;  // the largest seen in real files is a paragraph's text of 200 KB
constexpr std::uint32_t kSizeFollows = 0xFFF;

}  // namespace

const Record* RecordStream::give_up(ErrorCode code, const char* message) {
  if (!failed_) error_ = Error{code, message, {}};
  failed_ = true;
  return nullptr;
}

// An error of the source and its end look alike to the caller: status() parts them.
bool RecordStream::fill_window(std::size_t count) {
  while (!failed_ && window_.size() < count) {
    if (window_.fill()) continue;
    failed_ = window_.error().has_value();
    if (failed_) error_ = *window_.error();
    return false;
  }
  return !failed_;
}

// The head may be four or eight bytes; nothing of it is believed before it is there.
const Record* RecordStream::next() {
  if (!fill(4)) {
    const hangul::Bytes rest = window_.bytes();
    // Zeros are what block ciphers pad with.
    if (!failed_ && std::any_of(rest.begin(), rest.end(), [](std::byte b) { return b != std::byte{0}; }))
      return give_up(ErrorCode::kFileTruncated, "a stream ends inside the head of a record");
    return nullptr;
  }
  const std::uint32_t head = hangul::u32_at(window_.bytes(), 0);
  std::size_t head_size = 4;
  std::size_t size = head >> 20;
  // A size of 0xFFF says that the real one follows in a u32.
  if (size == kSizeFollows) {
    if (!fill(8)) return give_up(ErrorCode::kFileTruncated, "a stream ends inside the head of a record");
    size = hangul::u32_at(window_.bytes(), 4);
    head_size = 8;
  }
  if (size > kLargestRecord) return give_up(ErrorCode::kFileDamaged, "a record says it is larger than any can be");
  if (!fill(head_size + size)) return give_up(ErrorCode::kFileTruncated, "a stream ends inside a record");
  record_.tag = static_cast<std::uint16_t>(head & 0x3FF);
  record_.level = static_cast<std::uint16_t>((head >> 10) & 0x3FF);
  record_.payload = window_.bytes().subspan(head_size, size);
  window_.drop(head_size + size);
  return &record_;
}

}  // namespace jangbu::hwp
