// The observer behind the command line: logs through spdlog to stderr, shows progress on a terminal, hears signals.
#pragma once

#include <memory>
#include <string>

#include "cli/command.h"
#include "jangbu/ingest.h"

namespace spdlog {
class logger;
}

namespace jangbu::cli {

class TerminalObserver : public Observer {
 public:
  enum class Tells { kAll, kNews };  // kNews: nothing of inputs that are as they were
  explicit TerminalObserver(const Common& common, Tells tells = Tells::kAll);
  ~TerminalObserver() override;

  void started(std::size_t inputs) override;
  void finished(const Outcome& outcome, double seconds) override;
  void log(Level level, const std::string& message) override;
  void notice(Level level, const std::string& code, const std::vector<std::pair<std::string, std::string>>& arguments) override;
  void watching(const WatchStatus& status) override;
  void batch(const IngestSummary& summary) override;
  void waiting(const std::string& holder) override;
  int stop_signal() override;

 private:
  void clear();

  std::shared_ptr<spdlog::logger> logger_;
  Say say_;
  bool only_news_, json_, progress_, quiet_, waited_ = false;
  std::string watch_state_;
  std::size_t total_ = 0, done_ = 0;
};

}  // namespace jangbu::cli
