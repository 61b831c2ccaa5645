// jangbu forget DIR DOCUMENT...
#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/ingest.h"

namespace jangbu::cli {

std::function<int()> add_forget(CLI::App& app, const Say& say) {
  struct Arguments {
    std::string folder, profiles;
    std::vector<std::string> documents;
    bool wait = false;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("forget", say("help.forget"));
  command->add_option("DIR", arguments->folder, say("help.dir"))->required()->check(CLI::ExistingDirectory);
  command->add_option("DOCUMENT", arguments->documents, say("help.forget.document"))->required();
  command->add_option("--profiles", arguments->profiles, say("help.profiles_given"));
  command->add_flag("--wait", arguments->wait, say("help.wait"));
  add_common(*command, arguments->common);
  command->footer(say("help.forget.footer"));
  // An ingest without inputs: it settles what forgetting leads to.
  return [arguments] {
    TerminalObserver observer(arguments->common);
    IngestOptions options;
    options.output = arguments->folder;
    options.profiles = arguments->profiles;
    options.forget = arguments->documents;
    options.wait = arguments->wait;
    options.now = time_now();
    const auto summary = ingest(options, observer);
    if (!summary) {
      complain(arguments->common.say, summary.error());
      return kNothingIn;
    }
    if (!arguments->common.quiet) {
      for (const Removed& one : summary->removed) {
        tell("− " + one.path + "  " + one.document_id + "\n");
        for (const std::string& place : one.still_at) tell("  " + arguments->common.say("outcome.still_at", {{"place", place}}) + "\n");
      }
    }
    return summary->removed.empty() ? kNothingIn : kAllIn;
  };
}

}  // namespace jangbu::cli
