// A thread for each connection, up to a bound: a page that loads has some ten, all of them short but the one that listens for changes.
//
// A connection that comes when all are busy is handed to its work with `refused()` saying so: the socket is known to nobody else and must
// be closed.
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace jangbu {

class BoundedThreads : public httplib::TaskQueue {
 public:
  explicit BoundedThreads(std::size_t most) : most_(most) {}

  // True on the thread that is to close its connection unheard.
  static bool& refused() {
    thread_local bool value = false;
    return value;
  }

  void enqueue(std::function<void()> work) override {
    bool full = false;
    {
      const std::lock_guard lock(mutex_);
      full = busy_ >= most_;
      if (!full) ++busy_;
    }
    if (full) return refuse(work);
    try {
      std::thread([this, work] {
        work();
        const std::lock_guard lock(mutex_);
        --busy_;
        done_.notify_all();
      }).detach();
    } catch (const std::system_error&) {  // no more threads to be had
      {
        const std::lock_guard lock(mutex_);
        --busy_;
      }
      refuse(work);
    }
  }

  void shutdown() override {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return busy_ == 0; });
  }

 private:
  static void refuse(const std::function<void()>& work) {
    refused() = true;
    work();
    refused() = false;
  }

  std::size_t most_, busy_ = 0;
  std::mutex mutex_;
  std::condition_variable done_;
};

}  // namespace jangbu
