// jangbu audit DIR
#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/audit_report.h"

namespace jangbu::cli {

std::function<int()> add_audit(CLI::App& app) {
  struct Arguments {
    std::string folder;
    bool json = false;
    std::string fail_on;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("audit", "Show where the reports disagree with themselves, worst first, and what became of corrections");
  command->add_option("DIR", arguments->folder, "Output folder of 'jangbu ingest'")->required();
  command->add_flag("--json", arguments->json, "A JSON array instead of text");
  command
      ->add_option("--fail-on", arguments->fail_on,
                   "Exit with 4 if there are findings at least this severe (info, warning, error) or of this kind (sum, difference, ratio, "
                   "cross_table, cross_document, cross_rendition, structure, unreadable, doubt); those that are accepted do not count")
      ->check(CLI::IsMember({"info", "warning", "error", "sum", "difference", "ratio", "cross_table", "cross_document", "cross_rendition", "structure", "unreadable", "doubt"}))
      ->type_name("WHAT");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu audit out\n"
      "  jangbu audit out --json | jq '.[] | select(.severity == \"error\") | .message.ko'\n"
      "  jangbu audit out --fail-on error > /dev/null || echo 'look before you publish'\n"
      "\n"
      "Exit status: 0 the findings were printed (there may be none); 4 they were, and there are some that --fail-on names; 1 the folder "
      "holds no findings file; 2 wrong usage.");
  return [arguments] {
    const auto report = arguments->json ? audit_json(arguments->folder) : audit_text(arguments->folder);
    if (!report) {
      complain(report.error());
      return kNothingIn;
    }
    bool printed = arguments->json ? print_json(*report) : print(*report);
    if (!arguments->json) {
      const auto corrections = corrections_text(arguments->folder);
      if (!corrections) {
        complain(corrections.error());
        return kNothingIn;
      }
      if (!corrections->empty()) printed = print("\n" + *corrections) && printed;
    }
    if (!printed) return kNothingIn;
    if (arguments->fail_on.empty()) return kAllIn;
    const auto count = audit_count(arguments->folder, arguments->fail_on);
    return !count ? kNothingIn : *count > 0 ? kFindingsNamed : kAllIn;
  };
}

}  // namespace jangbu::cli
