// Processor time that the calling thread has used: a clock that goes on only while work is done, however busy the machine is. What decides
// whether a document is read is told by this one; by the wall's, the same document would be in on one day and out on another.
#pragma once

#include <chrono>
#include <ctime>

namespace jangbu {

inline std::chrono::nanoseconds cpu_time_of_this_thread() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// For asking after every small step: the system is asked once in a while only.
class CpuDeadline {
 public:
  explicit CpuDeadline(int seconds) : end_(cpu_time_of_this_thread() + std::chrono::seconds(seconds)) {}

  bool passed() { return passed_ = passed_ || (asked_++ % kSteps == 0 && cpu_time_of_this_thread() >= end_); }

 private:
  static constexpr unsigned kSteps = 64;
  std::chrono::nanoseconds end_;
  unsigned asked_ = 0;
  bool passed_ = false;
};

}  // namespace jangbu
