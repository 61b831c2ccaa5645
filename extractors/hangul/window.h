// Window: the part of a stream that is being looked at. Bytes enter at its end from a source and leave at its front.
//
// It holds as much as its user asks for at once (the largest record or tag) and at least what makes reading in pieces cheap: zlib
// copies its history at each call, so that small pieces cost. Small streams never need a large window.
// A source that stands in memory already is looked at where it stands.
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

  Bytes bytes() const { return Bytes(data_ + begin_, end_ - begin_); }
  std::string_view text() const { return std::string_view(reinterpret_cast<const char*>(data_) + begin_, end_ - begin_); }
  std::size_t size() const { return end_ - begin_; }
  void drop(std::size_t count) { begin_ += count; }  // REQUIRES: count <= size()

  // Reads on; false at the end of the stream and on an error, which error() tells apart.
  bool fill() {
    if (ended_) return false;
    if (data_ == nullptr) {
      const auto whole = source_.whole();
      if (!whole) error_ = whole.error();
      if (!whole || !whole->empty()) {
        ended_ = true;
        if (whole) take(*whole);
        return whole.has_value();
      }
    }
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
    auto other = std::make_unique_for_overwrite<std::byte[]>(text.size());
    if (!text.empty()) std::memcpy(other.get(), text.data(), text.size());
    buffer_ = std::move(other);
    take(Bytes(buffer_.get(), text.size()));
    ended_ = true;
  }

 private:
  static constexpr std::size_t kFirst = 16'384, kUsual = 262'144;

  void take(Bytes all) {
    data_ = all.data();
    begin_ = 0;
    end_ = all.size();
  }

  // At least a quarter of the usual window free at the end, moving or growing.
  void make_room() {
    const std::size_t live = end_ - begin_;
    std::size_t wanted = capacity_ == 0 ? kFirst : capacity_;
    if (capacity_ != 0 && capacity_ < kUsual) wanted = capacity_ * 2;  // the stream goes on: no small one
    while (wanted - live < std::min(wanted, kUsual) / 4) wanted *= 2;
    if (wanted != capacity_) {
      auto larger = std::make_unique_for_overwrite<std::byte[]>(wanted);
      if (live > 0) std::memcpy(larger.get(), data_ + begin_, live);
      buffer_ = std::move(larger);
      data_ = buffer_.get();
      capacity_ = wanted;
    } else if (begin_ > 0) {
      std::memmove(buffer_.get(), buffer_.get() + begin_, live);
    }
    begin_ = 0;
    end_ = live;
  }

  ByteSource& source_;
  std::unique_ptr<std::byte[]> buffer_;  // unless the source's own bytes are looked at
  const std::byte* data_ = nullptr;
  std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace jangbu::hangul
