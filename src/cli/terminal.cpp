// The observer of the command line: progress on a terminal, log lines through spdlog, signals as a number that the library asks for.
// A signal only sets a number; the run ends at the next place where it can, and keeps what it has finished.
//
//   observer call      terminal                    log (--log-level)
//   finished           progress line               a line for each document: info, unchanged ones debug
//   waiting            -                           a warning, once
//   batch (watch)      lines of what is new        -
#include "cli/terminal.h"

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "cli/outcome_text.h"
#include "cli/print.h"
#include "jangbu/watch.h"
#include "text/json_text.h"
#include "text/visible.h"

namespace jangbu::cli {
namespace {

// A signal handler can reach nothing but a global; this is the program's only one.
volatile std::sig_atomic_t g_signal = 0;

extern "C" void remember_signal(int number) { g_signal = number; }

// CLI11 has checked the name.
spdlog::level::level_enum level_named(const std::string& name) {
  if (name == "debug") return spdlog::level::debug;
  if (name == "info") return spdlog::level::info;
  if (name == "error") return spdlog::level::err;
  return spdlog::level::warn;
}

}  // namespace

TerminalObserver::TerminalObserver(const Common& common, Tells tells)
    : logger_(std::make_shared<spdlog::logger>("jangbu", std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>())),
      say_(common.say),
      only_news_(tells == Tells::kNews),
      json_(common.log_format == "json"),
      progress_(!common.quiet && !json_ && isatty(STDERR_FILENO) == 1),
      quiet_(common.quiet) {
  logger_->set_level(common.quiet ? spdlog::level::err : level_named(common.log_level));
  if (json_) {
    // The message comes as JSON already, with its quotes.
    logger_->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","process":%P,"message":%v})", spdlog::pattern_time_type::utc);
  } else {
    logger_->set_pattern("%^%l%$: %v");
  }
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

// Errors are told by the summary at the end, unless --quiet leaves that out.
void TerminalObserver::finished(const Outcome& outcome, double seconds) {
  ++done_;
  if (only_news_ && outcome.why == "unchanged") return;
  if (outcome.error) {
    log(quiet_ ? Level::kError : Level::kInfo, outcome.path + ": " + say_.error(*outcome.error));  // else the summary tells it
  } else if (outcome.state == "submitted") {
    log(Level::kDebug, say_("log.submitted", {{"path", outcome.path}}));
  } else {
    for (const Diagnostic& warning : outcome.warnings) {
      if (outcome.why == "unchanged") break;  // told when it was read
      log(Level::kInfo, outcome.path + ": " + warning.code + ": " + warning.message);
    }
    if (outcome.why == "unchanged") {
      log(Level::kDebug, say_("log.unchanged", {{"path", outcome.path}}));
    } else {
      log(Level::kInfo, say_("log.read", {{"path", outcome.path},
                                          {"why", say_.of("why", outcome.why)},
                                          {"records", say_("count.records", {{"count", outcome.records}})},
                                          {"findings", say_("count.findings", {{"count", outcome.findings}})},
                                          {"seconds", fmt::format("{:.2f}", seconds)}}));
    }
  }
  if (progress_) show_progress("[" + std::to_string(done_) + "/" + std::to_string(total_) + "] " + outcome.path);
  // The last line of progress must not stand before the summary.
  if (done_ == total_) clear();
}

// The progress line is cleared first and drawn again with the next file.
void TerminalObserver::log(Level level, const std::string& message) {
  const auto severity = level == Level::kDebug     ? spdlog::level::debug
                        : level == Level::kInfo    ? spdlog::level::info
                        : level == Level::kWarning ? spdlog::level::warn
                                                   : spdlog::level::err;
  if (!logger_->should_log(severity)) return;
  clear();
  // One message, one line: what comes from a document begins none.
  std::string line = visible(message);
  std::replace(line.begin(), line.end(), '\n', ' ');
  logger_->log(severity, json_ ? json_text(nlohmann::json(line)) : line);
}

void TerminalObserver::notice(Level level, const std::string& code, const std::vector<std::pair<std::string, std::string>>& arguments) {
  std::vector<MessageArgument> named;
  for (const auto& [name, value] : arguments) named.emplace_back(name, value);
  log(level, say_(code, named));
}

// Told when the state changes, not each time that it is looked at.
void TerminalObserver::watching(const WatchStatus& status) {
  if (watch_state_ != status.state + status.problem) {
    if (!status.missing.empty()) {
      log(Level::kWarning, say_("watch.missing", {{"path", status.missing}}));
    } else if (!status.problem.empty()) {
      log(Level::kWarning, say_("watch.failing", {{"problem", status.error ? say_.error(*status.error) : status.problem}}));
    }
    if (status.problem.empty() && !watch_state_.empty()) log(Level::kInfo, say_.of("watch_state", status.state));
    watch_state_ = status.state + status.problem;
  }
  if (progress_)
    show_progress(say_.of("watch_state", status.state) +
                  (status.arriving > 0 ? ", " + say_("watch.arriving", {{"count", status.arriving}}) : ""));
}

// What one batch of the watch came to; the long summary would scroll away what matters.
void TerminalObserver::batch(const IngestSummary& summary) {
  if (quiet_) return;
  clear();
  for (const Outcome& outcome : summary.outcomes) {
    if (const std::string line = outcome_line(say_, outcome); !line.empty()) tell(line);
  }
  for (const Removed& one : summary.removed) tell(removed_line(say_, one));
  for (const CorrectionStanding& one : summary.corrections) {
    if (one.state != "applied") tell(correction_line(say_, one));
  }
  const std::string failed = summary.failed > 0 ? ", " + say_("summary.failed", {{"count", summary.failed}}) : "";
  tell(say_("watch.batch",
            {{"read", say_("count.documents", {{"count", summary.documents - summary.unchanged}})}, {"count", summary.documents}}) +
       failed + "\n");
}

void TerminalObserver::waiting(const std::string& holder) {
  if (!waited_) log(Level::kWarning, say_("watch.waiting", {{"holder", holder}}));
  waited_ = true;
}

int TerminalObserver::stop_signal() { return g_signal; }

void TerminalObserver::clear() {
  if (progress_) clear_progress();
}

}  // namespace jangbu::cli
