#include "cli/terminal.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "jangbu/watch.h"

namespace jangbu::cli {
namespace {

// A signal handler can reach nothing but a global; this is the program's only one.
volatile std::sig_atomic_t g_signal = 0;

extern "C" void remember_signal(int number) { g_signal = number; }

spdlog::level::level_enum level_named(const std::string& name) {
  if (name == "debug") return spdlog::level::debug;
  if (name == "info") return spdlog::level::info;
  if (name == "error") return spdlog::level::err;
  return spdlog::level::warn;
}

int terminal_columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

}  // namespace

TerminalObserver::TerminalObserver(const Common& common, Tells tells)
    : logger_(std::make_shared<spdlog::logger>("jangbu", std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>())),
      only_news_(tells == Tells::kNews),
      progress_(!common.quiet && isatty(STDERR_FILENO) == 1),
      quiet_(common.quiet) {
  logger_->set_level(common.quiet ? spdlog::level::err : level_named(common.log_level));
  logger_->set_pattern("%^%l%$: %v");
  struct sigaction action {};
  action.sa_handler = remember_signal;
  action.sa_flags = SA_RESETHAND;  // the second Ctrl-C ends the program at once
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

TerminalObserver::~TerminalObserver() {
  clear();
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

void TerminalObserver::started(std::size_t inputs) {
  total_ = inputs;
  done_ = 0;
}

void TerminalObserver::finished(const Outcome& outcome, double seconds) {
  ++done_;
  if (only_news_ && outcome.why == "unchanged") return;
  if (outcome.error) {
    clear();
    logger_->error("{}: {}", outcome.path, describe(*outcome.error));
  } else {
    for (const Diagnostic& warning : outcome.warnings) {
      if (outcome.why == "unchanged") break;  // told when it was read
      if (logger_->should_log(spdlog::level::info)) clear();
      logger_->info("{}: {}: {}", outcome.path, warning.code, warning.message);
    }
    if (logger_->should_log(spdlog::level::info)) clear();
    if (outcome.why == "unchanged") {
      logger_->debug("{}: unchanged", outcome.path);
    } else {
      logger_->info("{}: {}: {} records, {} findings, {:.2f} s", outcome.path, outcome.why, outcome.records, outcome.findings, seconds);
    }
  }
  if (progress_) show("[" + std::to_string(done_) + "/" + std::to_string(total_) + "] " + outcome.path);
  if (done_ == total_) clear();
}

void TerminalObserver::log(Level level, const std::string& message) {
  clear();
  switch (level) {
    case Level::kDebug: logger_->debug(message); break;
    case Level::kInfo: logger_->info(message); break;
    case Level::kWarning: logger_->warn(message); break;
    case Level::kError: logger_->error(message); break;
  }
}

void TerminalObserver::watching(const WatchStatus& status) {
  if (watch_state_ != status.state + status.problem) {
    if (!status.problem.empty()) log(Level::kWarning, status.problem + "; waiting for it to mend");
    if (status.problem.empty() && !watch_state_.empty()) log(Level::kInfo, status.state);
    watch_state_ = status.state + status.problem;
  }
  if (progress_) show(status.state + (status.arriving > 0 ? ", " + std::to_string(status.arriving) + " files arriving" : ""));
}

void TerminalObserver::batch(const IngestSummary& summary) {
  if (quiet_) return;
  clear();
  const std::string failed = summary.failed > 0 ? ", " + std::to_string(summary.failed) + " failed" : "";
  std::fprintf(stderr, "%zu documents read; %zu are in%s\n", summary.documents - summary.unchanged, summary.documents, failed.c_str());
}

void TerminalObserver::waiting(const std::string& holder) {
  if (!waited_) log(Level::kWarning, "the output folder is in use by " + holder + "; waiting for it");
  waited_ = true;
}

int TerminalObserver::stop_signal() { return g_signal; }

void TerminalObserver::show(const std::string& line) {
  // Bytes are at least as many as columns for Hangul: a byte limit never overruns the line, but must not cut a character.
  std::string shown = line.substr(0, static_cast<std::size_t>(terminal_columns() - 1));
  while (!shown.empty() && shown.size() < line.size() && (static_cast<unsigned char>(line[shown.size()]) & 0xC0) == 0x80) shown.pop_back();
  std::fprintf(stderr, "\r\033[K%s", shown.c_str());
  std::fflush(stderr);
}

void TerminalObserver::clear() {
  if (progress_) {
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
  }
}

}  // namespace jangbu::cli
