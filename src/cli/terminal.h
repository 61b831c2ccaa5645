// The observer behind the command line: logs through spdlog to stderr, shows progress on a terminal, hears signals.
#pragma once

#include <spdlog/logger.h>

#include <memory>
#include <string>

#include "cli/command.h"
#include "jangbu/ingest.h"

namespace jangbu::cli {

class TerminalObserver : public Observer {
 public:
  explicit TerminalObserver(const Common& common);
  ~TerminalObserver() override;

  void started(std::size_t inputs) override;
  void finished(const Outcome& outcome, double seconds) override;
  void log(Level level, const std::string& message) override;
  void waiting(const std::string& holder) override;
  int stop_signal() override;

 private:
  void show(const std::string& line);
  void clear();

  std::shared_ptr<spdlog::logger> logger_;
  bool progress_, waited_ = false;
  std::size_t total_ = 0, done_ = 0;
};

}  // namespace jangbu::cli
