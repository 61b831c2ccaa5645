// Window: the part of a stream that is being looked at. Bytes enter at its end from a source and leave at its front.
//
// It holds as much as its user asks for at once (the largest record or tag) and at least what makes reading in pieces cheap: zlib
// copies its history at each call, so that small pieces cost. Small streams never need a large window.
// Views into it are valid until the next fill().
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>

#include "extractors/hangul/byte_source.h"

namespace jangbu::hangul {

class Window {
 public:
  explicit Window(ByteSource& source) : source_(source) {}

  Bytes bytes() const { return Bytes(buffer_.get() + begin_, end_ - begin_); }
  std::string_view text() const { return std::string_view(reinterpret_cast<const char*>(buffer_.get()) + begin_, end_ - begin_); }
  std::size_t size() const { return end_ - begin_; }
  void drop(std::size_t count) { begin_ += count; }  // REQUIRES: count <= size()

  // Reads on; false at the end of the stream and on an error, which error() tells apart.
  bool fill() {
    if (ended_) return false;
    make_room();
    auto got = source_.read(std::span(buffer_.get() + end_, capacity_ - end_));
    if (!got) error_ = got.error();
    ended_ = !got || *got == 0;
    if (!ended_) end_ += *got;
    return !ended_;
  }
  bool ended() const { return ended_; }
  const std::optional<Error>& error() const { return error_; }

  // Puts other bytes in the place of all that is here; the stream counts as ended.
  void replace(std::string_view text) {
    capacity_ = std::max<std::size_t>(text.size(), 1);
    buffer_ = std::make_unique_for_overwrite<std::byte[]>(capacity_);
    std::memcpy(buffer_.get(), text.data(), text.size());
    begin_ = 0;
    end_ = text.size();
    ended_ = true;
  }

 private:
  static constexpr std::size_t kFirst = 16'384, kUsual = 262'144;

  // At least a quarter of the usual window free at the end, moving or growing.
  void make_room() {
    const std::size_t live = end_ - begin_;
    std::size_t wanted = capacity_ == 0 ? kFirst : capacity_;
    if (capacity_ != 0 && capacity_ < kUsual) wanted = capacity_ * 2;  // the stream goes on: no small one
    while (wanted - live < std::min(wanted, kUsual) / 4) wanted *= 2;
    if (wanted != capacity_) {
      auto larger = std::make_unique_for_overwrite<std::byte[]>(wanted);
      if (live > 0) std::memcpy(larger.get(), buffer_.get() + begin_, live);
      buffer_ = std::move(larger);
      capacity_ = wanted;
    } else if (begin_ > 0) {
      std::memmove(buffer_.get(), buffer_.get() + begin_, live);
    }
    begin_ = 0;
    end_ = live;
  }

  ByteSource& source_;
  std::unique_ptr<std::byte[]> buffer_;
  std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace jangbu::hangul
