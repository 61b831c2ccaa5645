// ByteView: a bounded look at bytes of a file, read from the front as little-endian numbers.
//
// A read past the end yields 0 and sets `short_read()`; it never touches memory outside the view. Callers that care ask
// `short_read()` once, at the end, instead of checking every field.
// Ownership: borrows; the bytes must outlive the view.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace jangbu::hangul {

using Bytes = std::span<const std::byte>;

inline std::uint16_t u16_at(Bytes bytes, std::size_t at) {  // REQUIRES: at + 2 <= size
  return static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes[at]) | std::to_integer<unsigned>(bytes[at + 1]) << 8);
}

inline std::uint32_t u32_at(Bytes bytes, std::size_t at) {  // REQUIRES: at + 4 <= size
  return static_cast<std::uint32_t>(u16_at(bytes, at)) | static_cast<std::uint32_t>(u16_at(bytes, at + 2)) << 16;
}

class ByteView {
 public:
  explicit ByteView(Bytes bytes) : bytes_(bytes) {}

  std::size_t remaining() const { return bytes_.size() - at_; }
  bool short_read() const { return short_; }

  void skip(std::size_t count) {
    if (count > remaining()) {
      short_ = true;
      at_ = bytes_.size();
    } else {
      at_ += count;
    }
  }
  std::uint8_t u8() { return take(1) ? std::to_integer<std::uint8_t>(bytes_[at_ - 1]) : std::uint8_t{0}; }
  std::uint16_t u16() { return take(2) ? u16_at(bytes_, at_ - 2) : std::uint16_t{0}; }
  std::uint32_t u32() { return take(4) ? u32_at(bytes_, at_ - 4) : 0U; }

  // The next `count` bytes; fewer, with short_read(), where the view ends before.
  Bytes bytes(std::size_t count) {
    const std::size_t start = at_;
    skip(count);
    return bytes_.subspan(start, at_ - start);
  }

  // A 16-bit length and as many UTF-16 code units: the string form of every HWP 5 record.
  std::u16string wide_string() { return wide(u16()); }
  std::u16string wide(std::size_t units) {
    const Bytes raw = bytes(units * 2);
    std::u16string out(raw.size() / 2, u'\0');
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char16_t>(u16_at(raw, i * 2));
    return out;
  }

 private:
  bool take(std::size_t count) {
    if (count > remaining()) {
      short_ = true;
      at_ = bytes_.size();
      return false;
    }
    at_ += count;
    return true;
  }

  Bytes bytes_;
  std::size_t at_ = 0;
  bool short_ = false;
};

}  // namespace jangbu::hangul
