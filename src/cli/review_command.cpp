// jangbu review DIR
#include <spawn.h>
#include <sys/wait.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/review.h"

namespace jangbu::cli {
namespace {

struct ReviewArguments {
  std::string folder, corrections, profiles, password;
  std::vector<std::string> limits;
  int port = 0;
  bool open = false;
  ChildArguments child;
  Common common;
};

// By the program that opens addresses on this desktop; where there is none the address stands on the screen all the same.
void open_in_browser(const std::string& address) {
  std::string program = "xdg-open", given = address;
  char* arguments[] = {program.data(), given.data(), nullptr};
  pid_t child = 0;
  if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) == 0) ::waitpid(child, nullptr, 0);
}

// Ends by a signal only; that is how it should end, and its exit status says so.
int run(const ReviewArguments& arguments, std::shared_ptr<ReadyReader> reader) {
  TerminalObserver observer(arguments.common);
  ReadingArguments reading;  // so that a document is read again as it was read
  reading.output = arguments.folder;
  reading.corrections = arguments.corrections;
  reading.profiles = arguments.profiles;
  reading.password = arguments.password;
  reading.limits = arguments.limits;
  reading.child = arguments.child;
  ReviewOptions options;
  options.ingest = reading.options();
  options.ingest.ready_reader = std::move(reader);
  options.port = arguments.port;
  options.clock = time_now;
  const Status ended = review(options, observer, [&](const std::string& address) {
    print(address + "\n");
    if (!arguments.common.quiet) tell(arguments.common.say("review.open") + "\n");
    // The key of the page is part of the address; it goes to the browser of the same user.
    if (arguments.open) open_in_browser(address);
  });
  if (!ended) {
    complain(arguments.common.say, ended.error());
    return kNothingIn;
  }
  return 128 + observer.stop_signal();
}

}  // namespace

std::function<int()> add_review(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader) {
  auto arguments = std::make_shared<ReviewArguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("review", say("help.review"));
  command->add_option("DIR", arguments->folder, say("help.dir"))->required()->check(CLI::ExistingDirectory);
  command->add_option("--corrections", arguments->corrections, say("help.review.corrections"))->check(CLI::ExistingDirectory);
  command->add_option("--port", arguments->port, say("help.review.port"))->check(CLI::Range(0, 65535))->capture_default_str();
  command->add_flag("--open", arguments->open, say("help.review.open"));
  command->add_option("--profiles", arguments->profiles, say("help.profiles_given"));
  command->add_option("--password", arguments->password, say("help.password"))->envname("JANGBU_PASSWORD");
  command->add_option("--limit", arguments->limits, say("help.review.limit"));
  arguments->child.add_to(*command, say);
  add_common(*command, arguments->common);
  command->footer(say("help.review.footer"));
  return [arguments, reader] { return run(*arguments, reader); };
}

}  // namespace jangbu::cli
