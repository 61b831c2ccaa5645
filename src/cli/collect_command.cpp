// jangbu collect FOLDER... --out DIR
#include "cli/command.h"
#include "cli/outcome_text.h"
#include "cli/print.h"
#include "cli/terminal.h"
#include "jangbu/collect.h"

namespace jangbu::cli {

std::function<int()> add_collect(CLI::App& app) {
  struct Arguments {
    std::vector<std::string> folders;
    std::string output, profiles;
    bool wait = false;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("collect", "Make one output folder of those of several machines");
  command->add_option("FOLDER", arguments->folders, "Output folders of 'jangbu ingest' or 'jangbu watch'")->required()->check(CLI::ExistingDirectory);
  command->add_option("-o,--out", arguments->output, "Folder to write to; made if it is not there")->required();
  command->add_option("--profiles", arguments->profiles, "Folder of table profiles, as they were given to 'jangbu ingest'");
  command->add_flag("--wait", arguments->wait, "Where another process writes into DIR: wait for it to end");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu collect 본청/out 구청/out --out 모음\n"
      "  jangbu collect /mnt/*/out --out 모음                      again, later: takes what changed since\n"
      "\n"
      "No report is read again. Editions, renditions and comparisons over years are settled over all folders, as if one machine had read everything;\n"
      "corrections stay applied as they were where the reports were read. A document that left one of the folders leaves the collection.\n"
      "Exit status: as of ingest.");
  // What the folders say is taken as it is: no reader, no limits, no corrections are asked for.
  return [arguments] {
    TerminalObserver observer(arguments->common);
    CollectOptions options;
    for (const std::string& folder : arguments->folders) options.folders.emplace_back(folder);
    options.output = arguments->output;
    options.profiles = arguments->profiles;
    options.wait = arguments->wait;
    const auto summary = collect(options, observer);
    if (!summary) {
      complain(summary.error());
      return kNothingIn;
    }
    if (!arguments->common.quiet) tell(summary_text(*summary, arguments->output));
    return exit_code_of(*summary);
  };
}

}  // namespace jangbu::cli
