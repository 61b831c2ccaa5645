// Bytes that come from another process, however many: in pages of their own, which grow where they stand and go back to the system one by
// one as they have been read. A string would be copied as it grows, and stay until its last byte is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace jangbu {

class ArrivedBytes {
 public:
  ArrivedBytes() = default;
  ArrivedBytes(ArrivedBytes&& other) noexcept { *this = std::move(other); }
  ArrivedBytes& operator=(ArrivedBytes&& other) noexcept {
    std::swap(place_, other.place_);
    std::swap(room_, other.room_);
    std::swap(size_, other.size_);
    std::swap(forgotten_, other.forgotten_);
    return *this;
  }
  ~ArrivedBytes();

  std::string_view view() const { return {place_, size_}; }

  // Where to put more: some of the `most` bytes that are to come. It doubles with what has come. Throws std::bad_alloc.
  std::span<char> room(std::uint64_t most);
  void filled(std::size_t more) { size_ += more; }  // REQUIRES: as many as there was room for, or fewer

  // Lets go of all but the last `left` bytes. They are still counted in the view, and must not be looked at.
  void forget_all_but(std::size_t left);

 private:
  char* place_ = nullptr;
  std::size_t room_ = 0, size_ = 0, forgotten_ = 0;
};

}  // namespace jangbu
