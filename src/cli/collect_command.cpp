// jangbu collect FOLDER... --out DIR, or jangbu collect --amqp URL --out DIR
#include "cli/broker_arguments.h"
#include "cli/command.h"
#include "cli/outcome_text.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/collect.h"
#include "jangbu/fleet.h"

namespace jangbu::cli {

namespace {

struct CollectArguments {
  std::vector<std::string> folders;
  std::string output, profiles;
  bool wait = false;
  BrokerOptions broker;
  LedgerOptions ledger;
  std::optional<double> idle;
  Common common;
};

Result<IngestSummary> collected(const CollectArguments& arguments, Observer& observer) {
  if (!arguments.broker.url.empty() && arguments.folders.empty())
    return collect_fleet(
        {arguments.broker, arguments.output, arguments.profiles, arguments.wait, arguments.idle, time_now(), arguments.ledger}, observer);
  CollectOptions options;
  for (const std::string& folder : arguments.folders) options.folders.emplace_back(folder);
  options.output = arguments.output;
  options.profiles = arguments.profiles;
  options.wait = arguments.wait;
  options.ledger = arguments.ledger;
  return collect(options, observer);
}

}  // namespace

std::function<int()> add_collect(CLI::App& app, const Say& say) {
  auto arguments = std::make_shared<CollectArguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("collect", say("help.collect"));
  CLI::Option* folders = command->add_option("FOLDER", arguments->folders, say("help.collect.folder"))->check(CLI::ExistingDirectory);
  add_broker(*command, arguments->broker, say);
  add_metrics(*command, arguments->broker, say);
  folders->excludes("--amqp");
  command->add_option("--idle", arguments->idle, say("help.collect.idle"))->check(CLI::NonNegativeNumber)->needs("--amqp");
  command->add_option("-o,--out", arguments->output, say("help.out"))->required();
  command->add_option("--profiles", arguments->profiles, say("help.profiles_given"));
  command->add_flag("--wait", arguments->wait, say("help.wait"));
  add_ledger(*command, arguments->ledger, say);
  add_common(*command, arguments->common);
  command->footer(say("help.collect.footer"));
  // What the folders say is taken as it is: no reader, no limits, no corrections are asked for.
  return [arguments] {
    TerminalObserver observer(arguments->common);
    const auto summary = collected(*arguments, observer);
    if (!summary) {
      complain(arguments->common.say, summary.error());
      return kNothingIn;
    }
    if (!arguments->common.quiet) tell(summary_text(arguments->common.say, *summary, arguments->output, arguments->profiles));
    if (summary->ledger_error) complain(arguments->common.say, *summary->ledger_error);
    return summary->inputs == 0 && !summary->ledger_error && summary->stop_signal == 0 && !arguments->broker.url.empty()
               ? kAllIn
               : exit_code_of(*summary);
  };
}

}  // namespace jangbu::cli
