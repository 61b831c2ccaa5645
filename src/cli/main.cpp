// jangbu: from reports to ledgers. Parses the command line and hands over to the commands.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/reader_child.h"
#include "jangbu/version.h"

namespace {

// Nearly every ingest needs a reader, and this is the only moment at which one can be forked (jangbu/reader_child.h): before it is known for
// sure. One that turns out not to be needed ends with this process.
bool reads_in_children(int argc, char** argv) {
  constexpr std::string_view kReading[] = {"ingest", "inspect", "review", "worker"};
  return argc > 1 && std::find(std::begin(kReading), std::end(kReading), argv[1]) != std::end(kReading) && std::none_of(argv + 2, argv + argc, [](std::string_view argument) {
           return argument == "--in-process" || argument == "--help" || argument == "-h";
         });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == jangbu::kReaderArgument) return jangbu::serve_parent();
  const std::shared_ptr<jangbu::ReadyReader> reader = reads_in_children(argc, argv) ? jangbu::fork_reader(argc, argv) : nullptr;
  using namespace jangbu::cli;
  CLI::App app{"장부 jangbu: Korean public reports (PDF, HWP, HWPX, text) as audited JSON records", "jangbu"};
  app.set_version_flag("--version", "jangbu " + std::string(jangbu::version()) + "\nLicence GPL-3.0-or-later.\n본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.");
  app.require_subcommand(1);
  app.footer("Examples:\n  jangbu ingest inbox --out out      read every report in inbox/\n  jangbu watch inbox --out out       the same, as reports arrive\n  jangbu audit out                   where the reports disagree with themselves\n"
             "Run 'jangbu COMMAND --help' for a command's options.");
  const std::vector<std::pair<CLI::App*, std::function<int()>>> commands = [&] {
    std::vector<std::pair<CLI::App*, std::function<int()>>> list;
    const auto add = [&](std::function<int()> run) { list.emplace_back(app.get_subcommands({}).back(), std::move(run)); };
    add(add_ingest(app, reader));
    for (auto command : {add_watch, add_audit, add_diff, add_export}) add(command(app));
    add(add_inspect(app, reader));
    add(add_review(app, reader));
    add(add_worker(app, reader));
    return list;
  }();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, complaints;
    const int status = app.exit(error, out, complaints);
    print(out.str());
    tell(complaints.str());
    return status == 0 ? kAllIn : kUsage;
  }
  for (const auto& [command, run] : commands) {
    if (command->parsed()) return run();
  }
  return kUsage;
}
