// jangbu: from reports to ledgers. Parses the command line and hands over to the commands.
#include <CLI/CLI.hpp>
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "jangbu/reader_child.h"
#include "jangbu/version.h"

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == jangbu::kReaderArgument) return jangbu::serve_parent();
  using namespace jangbu::cli;
  CLI::App app{"장부 jangbu: Korean public reports (PDF, HWP, HWPX, text) as audited JSON records", "jangbu"};
  app.set_version_flag("--version", "jangbu " + std::string(jangbu::version()) + "\nLicence GPL-3.0-or-later.\n본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.");
  app.require_subcommand(1);
  app.footer("Examples:\n  jangbu ingest inbox --out out      read every report in inbox/\n  jangbu watch inbox --out out       the same, as reports arrive\n  jangbu audit out                   where the reports disagree with themselves\n"
             "Run 'jangbu COMMAND --help' for a command's options.");
  const std::vector<std::pair<CLI::App*, std::function<int()>>> commands = [&] {
    std::vector<std::pair<CLI::App*, std::function<int()>>> list;
    for (auto add : {add_ingest, add_watch, add_audit, add_diff, add_inspect}) {
      std::function<int()> run = add(app);
      list.emplace_back(app.get_subcommands({}).back(), std::move(run));
    }
    return list;
  }();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kAllIn : kUsage;
  }
  for (const auto& [command, run] : commands) {
    if (command->parsed()) return run();
  }
  return kUsage;
}
