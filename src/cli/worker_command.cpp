// jangbu worker [PATH...], or jangbu worker --amqp URL
#include <unistd.h>

#include "cli/broker_arguments.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/fleet.h"
#include "jangbu/worker.h"

namespace jangbu::cli {
namespace {

struct WorkerArguments {
  std::vector<std::string> paths;
  WorkerOptions options;
  BrokerOptions broker;
  std::string corrections;
  ChildArguments child;
  Common common;
};

// Failures of single documents are results, so the exit status is 0 for them.
int run(const WorkerArguments& arguments) {
  TerminalObserver observer(arguments.common);
  WorkerOptions options = arguments.options;
  options.corrections = arguments.corrections;
  arguments.child.put_into(options);
  options.now = time_now();
  // A result is one line on the standard output, made safe for terminals.
  const auto put = [](const std::string& line) { return print_json(line); };
  const Status status = !arguments.broker.url.empty() && arguments.paths.empty() ? work_for_fleet(options, arguments.broker, observer)
                        : arguments.paths.empty()                                ? work(options, STDIN_FILENO, put, observer)
                                                                                 : work(options, arguments.paths, put, observer);
  if (!status) {
    complain(arguments.common.say, status.error());
    return kNothingIn;
  }
  return observer.stop_signal() != 0 ? 128 + observer.stop_signal() : kAllIn;
}

}  // namespace

std::function<int()> add_worker(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader) {
  auto arguments = std::make_shared<WorkerArguments>();
  arguments->common.say = say;
  arguments->options.ready_reader = std::move(reader);
  CLI::App* command = app.add_subcommand("worker", say("help.worker"));
  CLI::Option* paths = command->add_option("PATH", arguments->paths, say("help.worker.path"));
  add_broker(*command, arguments->broker, say);
  add_metrics(*command, arguments->broker, say);
  paths->excludes("--amqp");
  add_ledger(*command, arguments->options.ledger, say);
  command->get_option("--ledger")->excludes("--amqp");
  command->add_option("-j,--jobs", arguments->options.jobs, say("help.jobs"))->capture_default_str();
  command->add_option("--profiles", arguments->options.profiles, say("help.profiles"));
  command->add_option("--corrections", arguments->corrections, say("help.worker.corrections"));
  command->add_option("--password", arguments->options.password, say("help.password"))->envname("JANGBU_PASSWORD");
  arguments->child.add_to(*command, say);
  add_common(*command, arguments->common);
  command->footer(say("help.worker.footer"));
  return [arguments] { return run(*arguments); };
}

}  // namespace jangbu::cli
