#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "jangbu/watch.h"

namespace jangbu::cli {
namespace {

// A signal handler can reach nothing but a global; this is the program's only one.
volatile std::sig_atomic_t g_signal = 0;

extern "C" void remember_signal(int number) { g_signal = number; }

struct LevelLook {
  const char* name;
  const char* colour;  // as terminals take it (ECMA-48)
};

LevelLook look_of(Observer::Level level) {
  switch (level) {
    case Observer::Level::kDebug: return {"debug", "\033[36m"};
    case Observer::Level::kInfo: return {"info", "\033[32m"};
    case Observer::Level::kWarning: return {"warning", "\033[33m\033[1m"};
    case Observer::Level::kError: break;
  }
  return {"error", "\033[31m\033[1m"};
}

Observer::Level level_named(const std::string& name) {
  using enum Observer::Level;
  for (const Observer::Level level : {kDebug, kInfo, kError}) {
    if (name == look_of(level).name) return level;
  }
  return kWarning;
}

bool shows_colours(bool terminal) {
  const char* kind = std::getenv("TERM");
  return terminal && kind != nullptr && std::string_view(kind) != "dumb" && std::getenv("NO_COLOR") == nullptr;
}

std::string seconds_text(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f s", seconds);
  return text;
}

int terminal_columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

}  // namespace

TerminalObserver::TerminalObserver(const Common& common, Tells tells)
    : least_(common.quiet ? Level::kError : level_named(common.log_level)),
      only_news_(tells == Tells::kNews),
      progress_(!common.quiet && isatty(STDERR_FILENO) == 1),
      coloured_(shows_colours(isatty(STDERR_FILENO) == 1)),
      quiet_(common.quiet) {
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
    log(Level::kError, outcome.path + ": " + describe(*outcome.error));
  } else if (outcome.why == "unchanged") {  // its warnings were told when it was read
    log(Level::kDebug, outcome.path + ": unchanged");
  } else {
    for (const Diagnostic& warning : outcome.warnings) log(Level::kInfo, outcome.path + ": " + warning.code + ": " + warning.message);
    log(Level::kInfo, outcome.path + ": " + outcome.why + ": " + std::to_string(outcome.records) + " records, " + std::to_string(outcome.findings) + " findings, " +
                          seconds_text(seconds));
  }
  if (progress_) show("[" + std::to_string(done_) + "/" + std::to_string(total_) + "] " + outcome.path);
  if (done_ == total_) clear();
}

void TerminalObserver::log(Level level, const std::string& message) {
  if (level < least_) return;
  clear();
  const LevelLook look = look_of(level);
  const std::string line = (coloured_ ? look.colour + std::string(look.name) + "\033[m" : look.name) + std::string(": ") + message + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
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
