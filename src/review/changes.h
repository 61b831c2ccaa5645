// What is seen of a folder that changes while it is looked at: a number that goes up, and threads that wait for it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace jangbu {

class Changes {
 public:
  std::uint64_t number() const {
    const std::lock_guard lock(mutex_);
    return number_;
  }
  void happened() {
    {
      const std::lock_guard lock(mutex_);
      ++number_;
    }
    heard_.notify_all();
  }
  // Nobody waits any more, now or later.
  void end() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    heard_.notify_all();
  }
  bool ended() const {
    const std::lock_guard lock(mutex_);
    return ended_;
  }
  // The number, once it is another than `seen`, the time is over or the end has come.
  std::uint64_t wait(std::uint64_t seen, std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    heard_.wait_for(lock, most, [&] { return ended_ || number_ != seen; });
    return number_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable heard_;
  std::uint64_t number_ = 1;
  bool ended_ = false;
};

}  // namespace jangbu
