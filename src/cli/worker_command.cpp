// jangbu worker [PATH...]
#include <unistd.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/worker.h"

namespace jangbu::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  WorkerOptions options;
  std::string corrections;
  ChildArguments child;
  Common common;
};

// Failures of single documents are results, so the exit status is 0 for them.
int run(const Arguments& arguments) {
  TerminalObserver observer(arguments.common);
  WorkerOptions options = arguments.options;
  options.corrections = arguments.corrections;
  arguments.child.put_into(options);
  // A result is one line on the standard output, made safe for terminals.
  const auto put = [](const std::string& line) { return print_json(line); };
  const Status status = arguments.paths.empty() ? work(options, STDIN_FILENO, put, observer) : work(options, arguments.paths, put, observer);
  if (!status) {
    complain(status.error());
    return kNothingIn;
  }
  return observer.stop_signal() != 0 ? 128 + observer.stop_signal() : kAllIn;
}

}  // namespace

std::function<int()> add_worker(CLI::App& app, std::shared_ptr<ReadyReader> reader) {
  auto arguments = std::make_shared<Arguments>();
  arguments->options.ready_reader = std::move(reader);
  CLI::App* command = app.add_subcommand("worker", "Read reports as tasks, one JSON object a line in, one a line out");
  command->add_option("PATH", arguments->paths, "Reports to read; none: tasks come from standard input");
  command->add_option("-j,--jobs", arguments->options.jobs, "Documents read at a time; 0: one for each processor")->capture_default_str();
  command->add_option("--profiles", arguments->options.profiles, "Folder of table profiles to use instead of the built-in ones");
  command->add_option("--corrections", arguments->corrections, "Folder of corrections (JSON) to replay: see the README");
  command->add_option("--password", arguments->options.password, "Password of encrypted documents; better given in the environment")->envname("JANGBU_PASSWORD");
  arguments->child.add_to(*command);
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  echo '{\"task_id\": 1, \"path\": \"보고.hwp\"}' | jangbu worker\n"
      "  find archive -name '*.hwp' | parallel --pipe -N 100 jangbu worker > results.ndjson\n"
      "  find archive -name '*.pdf' -print0 | xargs -0 -n 100 -P 4 sh -c 'jangbu worker \"$@\" > results.$$' -\n"
      "\n"
      "Each task gets one line: its document, or an error and whether another try may go well. docs/worker.md has all of it.\n"
      "Exit status: 0 also where documents failed; 1 results could not be written, or nothing could be begun; 2 wrong usage; 130 or 143\n"
      "stopped by a signal, what was at hand given back.");
  return [arguments] { return run(*arguments); };
}

}  // namespace jangbu::cli
