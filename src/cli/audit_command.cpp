// jangbu audit DIR
#include <iostream>

#include "cli/command.h"
#include "jangbu/audit_report.h"

namespace jangbu::cli {

std::function<int()> add_audit(CLI::App& app) {
  struct Arguments {
    std::string folder;
    bool json = false;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("audit", "Show where the reports disagree with themselves, worst first, and what became of corrections");
  command->add_option("DIR", arguments->folder, "Output folder of 'jangbu ingest'")->required();
  command->add_flag("--json", arguments->json, "A JSON array instead of text");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu audit out\n"
      "  jangbu audit out --json | jq '.[] | select(.severity == \"error\") | .message.ko'\n"
      "\n"
      "Exit status: 0 the findings were printed (there may be none); 1 the folder holds no findings file; 2 wrong usage.");
  return [arguments] {
    const auto report = arguments->json ? audit_json(arguments->folder) : audit_text(arguments->folder);
    if (!report) {
      complain(report.error());
      return kNothingIn;
    }
    std::cout << *report;
    if (!arguments->json) {
      const auto corrections = corrections_text(arguments->folder);
      if (!corrections) {
        complain(corrections.error());
        return kNothingIn;
      }
      if (!corrections->empty()) std::cout << "\n" << *corrections;
    }
    std::cout << std::flush;
    return std::cout ? kAllIn : kNothingIn;
  };
}

}  // namespace jangbu::cli
