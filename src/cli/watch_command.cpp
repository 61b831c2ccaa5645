// jangbu watch INBOX... --out DIR
#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/watch.h"

namespace jangbu::cli {
namespace {

struct WatchArguments {
  ReadingArguments reading;
  LedgerOptions ledger;
  double poll = 0, settle = 1;
  bool once = false;
  Common common;
};

// Seconds with decimals: 0.5 is allowed.
std::chrono::milliseconds milliseconds_of(double seconds) { return std::chrono::milliseconds(static_cast<long long>(seconds * 1000)); }

// Only news are told: a watch runs for months.
int run(const WatchArguments& arguments) {
  const Say& say = arguments.common.say;
  TerminalObserver observer(arguments.common, TerminalObserver::Tells::kNews);
  WatchOptions options;
  options.ingest = arguments.reading.options();
  options.ingest.ledger = arguments.ledger;
  options.poll = milliseconds_of(arguments.poll);
  options.settle = milliseconds_of(arguments.settle);
  options.once = arguments.once;
  options.clock = time_now;
  if (!arguments.common.quiet && !arguments.once) {
    std::string folders;
    for (const std::string& path : arguments.reading.paths) folders += (folders.empty() ? "" : ", ") + path;
    tell(say("watch.begins", {{"folders", folders}, {"output", arguments.reading.output}}) + "\n");
  }
  const auto summary = watch(options, observer);
  if (!summary) {
    complain(say, summary.error());
    return kNothingIn;
  }
  if (summary->ledger_error) complain(say, *summary->ledger_error);
  return exit_code_of(*summary);
}

}  // namespace

std::function<int()> add_watch(CLI::App& app, const Say& say) {
  auto arguments = std::make_shared<WatchArguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("watch", say("help.watch"));
  command->add_option("INBOX", arguments->reading.paths, say("help.watch.inbox"))->required()->check(CLI::ExistingDirectory);
  arguments->reading.add_to(*command, say);
  // A day is longer than anybody waits, and far below what milliseconds can count.
  command->add_option("--poll", arguments->poll, say("help.watch.poll"))
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
  command->add_option("--settle", arguments->settle, say("help.watch.settle"))
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
  command->add_flag("--once", arguments->once, say("help.watch.once"));
  add_ledger(*command, arguments->ledger, say);
  add_common(*command, arguments->common);
  command->footer(say("help.watch.footer"));
  return [arguments] { return run(*arguments); };
}

}  // namespace jangbu::cli
