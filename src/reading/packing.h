// Values as bytes and back, for processes that do not trust each other: the two streams behind document_bytes.h.
//
// Whole numbers are LEB128 (signed ones zigzag), reals their eight bytes, texts and lists a length and what it counts. A type is
// described once, by a function `fields(stream, value)` that hands all its members to the stream; the same function packs and unpacks.
//
// Unpacking takes every byte for a lie. A length is checked against the bytes that are left (nothing takes less than one) and
// against the memory that may be spent before anything is allocated; enums, truth values, UTF-8 and reals that are no number are
// refused. After the first failure a stream gives nothing more.
//
// Why not a library: cereal and Boost allocate what a length says and throw, MessagePack and CBOR in Debian's versions build a tree
// of objects first, which costs more time and memory than the document itself, and Protocol Buffers want every type twice.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "jangbu/result.h"
#include "text/unicode.h"

namespace jangbu {

class Packer {
 public:
  using Sink = std::function<void(std::string_view)>;

  template <typename T>
  using Seen = const T;

  Packer() = default;  // keeps the bytes for take()
  // Hands them on, piece by piece: what is packed never stands in memory whole. finish() hands on the last of them.
  explicit Packer(Sink sink) : sink_(std::move(sink)) {}

  template <typename... Fields>
  void operator()(const Fields&... values) {
    (one(values), ...);
  }
  bool enter() { return true; }
  void leave() {}
  void expect(bool, const char*) {}
  std::string take() { return std::move(bytes_); }
  void finish() {
    sink_(bytes_);
    bytes_.clear();
  }

 private:
  static constexpr std::size_t kPiece = 64 << 10;

  void hand_on() {
    if (sink_ && bytes_.size() >= kPiece) finish();
  }
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void one(bool value) { bytes_ += value ? '\1' : '\0'; }
  void one(std::int64_t value) { number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63)); }
  void one(int value) { one(static_cast<std::int64_t>(value)); }
  void one(std::uint64_t value) { number(value); }
  void one(double value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void one(const std::string& text) {
    number(text.size());
    if (!sink_ || text.size() < kPiece) {
      bytes_ += text;
      return hand_on();
    }
    finish();
    sink_(text);
  }
  template <typename T>
  void one(const std::optional<T>& value) {
    one(value.has_value());
    if (value) one(*value);
  }
  template <typename T>
  void one(const std::vector<T>& values) {
    number(values.size());
    for (const T& value : values) {
      one(value);
      hand_on();
    }
  }
  template <typename T>
  void one(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      number(static_cast<std::uint64_t>(value));
    } else {
      fields(*this, value);
    }
  }

  Sink sink_;
  std::string bytes_;
};

class Unpacker {
 public:
  template <typename T>
  using Seen = T;

  enum class Texts { kUtf8, kAnyBytes };

  // Told from time to time how many bytes are left: those before them are not looked at again.
  using Passed = std::function<void(std::size_t left)>;

  // `bytes` are borrowed. `memory`: what the values may take altogether. `deepest`: of a type that holds its own kind.
  Unpacker(std::string_view bytes, std::uint64_t memory, int deepest, Texts texts = Texts::kUtf8, Passed passed = {})
      : left_(bytes), memory_(memory), depth_left_(deepest), texts_(texts), passed_(std::move(passed)), told_(bytes.size()) {}

  template <typename... Fields>
  void operator()(Fields&... values) {
    (one(values), ...);
  }
  // For the `fields` of a type that holds its own kind: one level down, and up again.
  bool enter() {
    if (depth_left_ == 0) refuse("values in values deeper than allowed");
    return depth_left_-- > 0;
  }
  void leave() { ++depth_left_; }
  // For the `fields` of a type that does not take all that its members can hold.
  void expect(bool good, const char* otherwise) {
    if (!good) refuse(otherwise);
  }

  // All bytes are used and none was refused. Errors: reader_garbled, limit_memory.
  Status finish() {
    if (!wrong_ && !left_.empty()) refuse("bytes after the end");
    if (wrong_) return Unexpected{*wrong_};
    return Done{};
  }

 private:
  void tell_passed() {
    constexpr std::size_t kOften = 256 << 10;
    if (!passed_ || told_ - left_.size() < kOften) return;
    told_ = left_.size();
    passed_(told_);
  }
  void refuse(const char* why, ErrorCode code = ErrorCode::kReaderGarbled) {
    if (!wrong_)
      wrong_ = Error{code, std::string("the reader's answer cannot be followed: ") + why, "please report it, with the document if you may"};
    left_ = {};
  }
  bool spend(std::uint64_t count, std::uint64_t each) {
    if (count > memory_ / each) {
      refuse("it takes more memory than allowed", ErrorCode::kLimitMemory);
      return false;
    }
    memory_ -= count * each;
    return true;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (left_.empty()) break;
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      if (shift == 63 && byte > 1) break;
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    refuse("a number without end");
    return 0;
  }
  // How many of something follow, of which each takes at least a byte.
  std::size_t count(std::uint64_t each) {
    const std::uint64_t n = number();
    if (n > left_.size()) {
      refuse("a length beyond the end");
      return 0;
    }
    return spend(n, each) ? static_cast<std::size_t>(n) : 0;
  }
  void one(bool& value) {
    const std::uint64_t n = number();
    if (n > 1) refuse("a truth value that is none");
    value = n == 1;
  }
  void one(std::int64_t& value) {
    const std::uint64_t n = number();
    value = static_cast<std::int64_t>((n >> 1) ^ (~(n & 1) + 1));
  }
  void one(int& value) {
    std::int64_t signed_value = 0;
    one(signed_value);
    value = static_cast<int>(signed_value);
    if (value != signed_value) refuse("a number that is too large");
  }
  void one(std::uint64_t& value) { value = number(); }
  void one(double& value) {
    if (left_.size() < sizeof value) return refuse("a real number beyond the end");
    std::memcpy(&value, left_.data(), sizeof value);
    left_.remove_prefix(sizeof value);
    if (!std::isfinite(value)) refuse("a real number that is none");
  }
  void one(std::string& text) {
    const std::size_t size = count(1);
    const std::string_view bytes = left_.substr(0, size);
    if (texts_ == Texts::kUtf8 && !is_valid_utf8(bytes)) return refuse("text that is not UTF-8");
    text.assign(bytes);
    left_.remove_prefix(size);
  }
  template <typename T>
  void one(std::optional<T>& value) {
    bool there = false;
    one(there);
    value.reset();
    if (there && !wrong_) one(value.emplace());
  }
  template <typename T>
  void one(std::vector<T>& values) {
    const std::size_t size = count(sizeof(T));
    values.clear();
    values.reserve(size);
    for (std::size_t i = 0; i < size && !wrong_; ++i) {
      one(values.emplace_back());
      tell_passed();
    }
  }
  template <typename T>
  void one(T& value) {
    if constexpr (std::is_enum_v<T>) {
      const std::uint64_t n = number();
      if (n > static_cast<std::uint64_t>(last_of(T{}))) return refuse("a choice that is not offered");
      value = static_cast<T>(n);
    } else {
      fields(*this, value);
    }
  }

  std::string_view left_;
  std::uint64_t memory_;
  int depth_left_;
  Texts texts_;
  Passed passed_;
  std::size_t told_;
  std::optional<Error> wrong_;
};

}  // namespace jangbu
