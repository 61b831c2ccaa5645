// Pages without a file: grown by mremap, which moves addresses and not bytes, and let go by madvise.
#include "reading/arrived_bytes.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <new>

namespace jangbu {

ArrivedBytes::~ArrivedBytes() {
  if (place_ != nullptr) ::munmap(place_, room_);
}

std::span<char> ArrivedBytes::room(std::uint64_t most) {
  constexpr std::size_t kStep = 256 << 10;
  if (size_ == room_) {
    const std::size_t wanted = std::max(2 * room_, kStep);
    void* place = place_ == nullptr ? ::mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                                    : ::mremap(place_, room_, wanted, MREMAP_MAYMOVE);
    if (place == MAP_FAILED) throw std::bad_alloc();
    place_ = static_cast<char*>(place);
    room_ = wanted;
  }
  return {place_ + size_, static_cast<std::size_t>(std::min<std::uint64_t>(most, room_ - size_))};
}

// Whole pages only. What the system does not take back stays until the end: nothing is wrong with that.
void ArrivedBytes::forget_all_but(std::size_t left) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t read = (size_ - left) / page * page;
  if (read <= forgotten_) return;
  ::madvise(place_ + forgotten_, read - forgotten_, MADV_DONTNEED);
  forgotten_ = read;
}

}  // namespace jangbu
