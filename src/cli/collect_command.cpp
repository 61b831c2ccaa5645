// jangbu collect FOLDER... --out DIR
#include "cli/command.h"
#include "cli/outcome_text.h"
#include "cli/print.h"
#include "cli/terminal.h"
#include "jangbu/collect.h"

namespace jangbu::cli {

std::function<int()> add_collect(CLI::App& app, const Say& say) {
  struct Arguments {
    std::vector<std::string> folders;
    std::string output, profiles;
    bool wait = false;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("collect", say("help.collect"));
  command->add_option("FOLDER", arguments->folders, say("help.collect.folder"))->required()->check(CLI::ExistingDirectory);
  command->add_option("-o,--out", arguments->output, say("help.out"))->required();
  command->add_option("--profiles", arguments->profiles, say("help.profiles_given"));
  command->add_flag("--wait", arguments->wait, say("help.wait"));
  add_common(*command, arguments->common);
  command->footer(say("help.collect.footer"));
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
      complain(arguments->common.say, summary.error());
      return kNothingIn;
    }
    if (!arguments->common.quiet) tell(summary_text(arguments->common.say, *summary, arguments->output, arguments->profiles));
    return exit_code_of(*summary);
  };
}

}  // namespace jangbu::cli
