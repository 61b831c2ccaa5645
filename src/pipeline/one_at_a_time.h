// An observer that hears of one thing at a time, whoever calls.
//
// Thread rule: any number of threads may call.
#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "jangbu/ingest.h"

namespace jangbu {

// Children call from their own threads, beside those that read.
class OneAtATime : public Observer {
 public:
  explicit OneAtATime(Observer& told) : told_(told) {}
  void started(std::size_t inputs) override {
    locked([&] { told_.started(inputs); });
  }
  void finished(const Outcome& outcome, double seconds) override {
    locked([&] { told_.finished(outcome, seconds); });
  }
  void log(Level level, const std::string& message) override {
    locked([&] { told_.log(level, message); });
  }
  void notice(Level level, const std::string& code, const std::vector<std::pair<std::string, std::string>>& arguments) override {
    locked([&] { told_.notice(level, code, arguments); });
  }
  void waiting(const std::string& holder) override {
    locked([&] { told_.waiting(holder); });
  }
  int stop_signal() override {
    const std::lock_guard lock(mutex_);
    return told_.stop_signal();
  }

 private:
  template <typename Call>
  void locked(const Call& call) {
    const std::lock_guard lock(mutex_);
    call();
  }

  Observer& told_;
  std::mutex mutex_;
};

}  // namespace jangbu
