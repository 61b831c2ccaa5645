// jangbu submit PATH... --amqp URL
#include "cli/broker_arguments.h"
#include "cli/command.h"
#include "cli/outcome_text.h"
#include "cli/print.h"
#include "cli/terminal.h"
#include "jangbu/fleet.h"

namespace jangbu::cli {

std::function<int()> add_submit(CLI::App& app, const Say& say) {
  struct Arguments {
    std::vector<std::string> paths;
    SubmitOptions options;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("submit", say("help.submit"));
  command->add_option("PATH", arguments->paths, say("help.submit.path"))->required();
  add_broker(*command, arguments->options.broker, say);
  command->get_option("--amqp")->required();
  command->add_flag("--bytes", arguments->options.bytes, say("help.submit.bytes"));
  command->add_flag("--follow-links", arguments->options.follow_links, say("help.follow_links"));
  add_common(*command, arguments->common);
  command->footer(say("help.submit.footer"));
  return [arguments] {
    TerminalObserver observer(arguments->common);
    SubmitOptions options = arguments->options;
    for (const std::string& path : arguments->paths) options.inputs.emplace_back(path);
    const auto submitted = submit(options, observer);
    const Common& common = arguments->common;
    if (!submitted) {
      complain(common.say, submitted.error());
      return kNothingIn;
    }
    if (!common.quiet) {
      for (const Outcome& one : submitted->failed) tell(outcome_line(common.say, one));
      tell(common.say("summary.submitted", {{"count", submitted->tasks}}) + "\n");
    }
    if (submitted->stop_signal != 0) return 128 + submitted->stop_signal;
    if (submitted->failed.empty()) return kAllIn;
    return submitted->tasks == 0 ? kNothingIn : kSomeIn;
  };
}

}  // namespace jangbu::cli
