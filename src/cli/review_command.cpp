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

struct Arguments {
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
int run(const Arguments& arguments, std::shared_ptr<ReadyReader> reader) {
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
    if (!arguments.common.quiet) tell("이 주소를 브라우저에서 여십시오. 끝내려면 Ctrl-C. / Open this address in a browser; Ctrl-C ends.\n");
    // The key of the page is part of the address; it goes to the browser of the same user.
    if (arguments.open) open_in_browser(address);
  });
  if (!ended) {
    complain(ended.error());
    return kNothingIn;
  }
  return 128 + observer.stop_signal();
}

}  // namespace

std::function<int()> add_review(CLI::App& app, std::shared_ptr<ReadyReader> reader) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("review", "Look at findings beside their source in a browser, correct and accept");
  command->add_option("DIR", arguments->folder, "An output folder of jangbu ingest")->required()->check(CLI::ExistingDirectory);
  command
      ->add_option("--corrections", arguments->corrections,
                   "Folder that corrections are written to, the one that ingest is given; without it the page only shows")
      ->check(CLI::ExistingDirectory);
  command->add_option("--port", arguments->port, "Port of 127.0.0.1 to listen on; 0: a free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->add_flag("--open", arguments->open, "Open the page in the browser of this desktop");
  command->add_option("--profiles", arguments->profiles, "Folder of table profiles, if ingest is given one");
  command->add_option("--password", arguments->password, "Password of encrypted documents; better given in the environment")
      ->envname("JANGBU_PASSWORD");
  command->add_option("--limit", arguments->limits, "Limits as NAME=NUMBER, if ingest is given any");
  arguments->child.add_to(*command);
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu review out --open\n"
      "  jangbu review out --corrections corrections --port 8080\n"
      "\n"
      "The page is for this computer alone: it listens on 127.0.0.1, and the printed address holds its key. Corrections are files of the "
      "given\n"
      "folder, one a day and person, and can be read and undone by hand. Exit status: 130 or 143 stopped by a signal, as it should be;\n"
      "1 the folder cannot be read or the port is taken; 2 wrong usage.");
  return [arguments, reader] { return run(*arguments, reader); };
}

}  // namespace jangbu::cli
