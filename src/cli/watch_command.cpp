// jangbu watch INBOX... --out DIR
#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/watch.h"

namespace jangbu::cli {
namespace {

struct Arguments {
  ReadingArguments reading;
  double poll = 0, settle = 1;
  bool once = false;
  Common common;
};

// Seconds with decimals: 0.5 is allowed.
std::chrono::milliseconds milliseconds_of(double seconds) { return std::chrono::milliseconds(static_cast<long long>(seconds * 1000)); }

// Only news are told: a watch runs for months.
int run(const Arguments& arguments) {
  TerminalObserver observer(arguments.common, TerminalObserver::Tells::kNews);
  WatchOptions options;
  options.ingest = arguments.reading.options();
  options.poll = milliseconds_of(arguments.poll);
  options.settle = milliseconds_of(arguments.settle);
  options.once = arguments.once;
  options.clock = time_now;
  if (!arguments.common.quiet && !arguments.once) {
    std::string folders;
    for (const std::string& path : arguments.reading.paths) folders += (folders.empty() ? "" : ", ") + path;
    tell("watching " + folders + " → " + arguments.reading.output + "; Ctrl-C stops it / 지켜보는 중, Ctrl-C로 멈춥니다\n");
  }
  const auto summary = watch(options, observer);
  if (!summary) {
    complain(summary.error());
    return kNothingIn;
  }
  return exit_code_of(*summary);
}

}  // namespace

std::function<int()> add_watch(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("watch", "Read reports as they arrive in a folder, until stopped");
  command->add_option("INBOX", arguments->reading.paths, "Folders to watch, with all below them")->required()->check(CLI::ExistingDirectory);
  arguments->reading.add_to(*command);
  // A day is longer than anybody waits, and far below what milliseconds can count.
  command->add_option("--poll", arguments->poll, "Look every SECONDS instead of listening; 0: listen, and look only where that is impossible (network folders)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
  command->add_option("--settle", arguments->settle, "How long a file must stay as it is before it is read")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
  command->add_flag("--once", arguments->once, "End once all that stands in the folders has come to rest and was read; for cron, where files may still be arriving");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu watch 받은보고서 --out out\n"
      "  jangbu watch 받은보고서 --out out --once\n"
      "  jangbu watch /mnt/share/inbox --out /srv/jangbu --poll 30 --profiles my-profiles\n"
      "\n"
      "What arrives is read once it has come to rest; profiles are taken up as they change. Ctrl-C or SIGTERM ends it after the document at\n"
      "hand. While it runs, run.json says how it stands. docs/watch.md shows how to run it as a service.\n"
      "Exit status: with --once as of ingest; else 130 or 143 stopped by a signal, as it should be; 1 the output cannot be used; 2 wrong usage.");
  return [arguments] { return run(*arguments); };
}

}  // namespace jangbu::cli
