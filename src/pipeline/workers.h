// Work on many things at a time.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace jangbu {

// How many at a time, where 0 asks for one for each processor.
inline unsigned jobs_or_processors(unsigned jobs) { return jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency()); }

// Calls `work(i)` once for each i below `count`, in order of beginning, up to `jobs` at a time. Once `work` says false no other is begun.
// `work` must not throw.
template <typename Work>
void in_parallel(std::size_t count, unsigned jobs, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> stopped{false};
  const auto worker = [&] {
    while (!stopped) {
      const std::size_t i = next++;
      if (i >= count) return;
      if (!work(i)) stopped = true;
    }
  };
  std::vector<std::jthread> threads;
  const std::size_t wanted = std::min<std::size_t>(jobs_or_processors(jobs), count);
  for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(worker);
  worker();
}

}  // namespace jangbu
