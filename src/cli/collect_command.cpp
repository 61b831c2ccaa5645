// jangbu collect FOLDER... --out DIR, jangbu collect RESULTS.ndjson... --out DIR, or jangbu collect --amqp URL --out DIR
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
  // The check of the argument has seen to it that all are of one sort.
  if (!arguments.folders.empty() && !std::filesystem::is_directory(arguments.folders.front())) {
    ResultFilesOptions files;
    files.files.assign(arguments.folders.begin(), arguments.folders.end());
    files.output = arguments.output;
    files.profiles = arguments.profiles;
    files.wait = arguments.wait;
    files.now = time_now();
    files.ledger = arguments.ledger;
    return collect_files(files, observer);
  }
  CollectOptions options;
  for (const std::string& folder : arguments.folders) options.folders.emplace_back(folder);
  options.output = arguments.output;
  options.profiles = arguments.profiles;
  options.wait = arguments.wait;
  options.ledger = arguments.ledger;
  return collect(options, observer);
}

// Folders, or files of results and standard input: each is there, and all are of one sort.
std::function<std::string(const std::string&)> all_of_one_sort(const Say& say) {
  auto are_folders = std::make_shared<std::optional<bool>>();
  return [say, are_folders](const std::string& given) {
    std::error_code error;
    const bool folder = std::filesystem::is_directory(given, error);
    if (!folder && given != "-" && !std::filesystem::exists(given, error)) return say("usage.not_there", {{"path", given}});
    if (are_folders->value_or(folder) != folder) return say("usage.collect_mixed");
    *are_folders = folder;
    return std::string();
  };
}

}  // namespace

std::function<int()> add_collect(CLI::App& app, const Say& say) {
  auto arguments = std::make_shared<CollectArguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("collect", say("help.collect"));
  CLI::Option* folders = command->add_option("PATH", arguments->folders, say("help.collect.folder"))->check(all_of_one_sort(say));
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
