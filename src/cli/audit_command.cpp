// jangbu audit DIR
#include <filesystem>
#include <fstream>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "jangbu/audit_report.h"

namespace jangbu::cli {
namespace {

// The text of a draft goes to a new file, or to the standard output.
int write_corrections_to_fill_in(const std::string& folder, const std::string& path) {
  const auto text = audit_corrections(folder, time_now().substr(0, 10));
  if (!text) {
    complain(text.error());
    return kNothingIn;
  }
  if (path == "-") return print_json(*text) ? kAllIn : kNothingIn;
  std::error_code error;
  if (std::filesystem::exists(path, error)) {  // it may hold what somebody has written
    complain({ErrorCode::kOutputNotWritable, path + " is there already", "choose another name"});
    return kNothingIn;
  }
  std::ofstream out(path, std::ios::binary);
  out << *text;
  if (!out.flush()) {
    complain({ErrorCode::kOutputNotWritable, "cannot write " + path, "check --correct"});
    return kNothingIn;
  }
  tell(path + ": write \"value\", \"reason\" and \"author\" of what is to be corrected, and delete the rest\n");
  return kAllIn;
}

}  // namespace

std::function<int()> add_audit(CLI::App& app) {
  struct Arguments {
    std::string folder;
    bool json = false;
    std::string fail_on, correct;
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
  command
      ->add_option("--correct", arguments->correct,
                   "Write a file of corrections to fill in, with what is printed now as \"expect\"; - for the standard output")
      ->type_name("FILE");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu audit out\n"
      "  jangbu audit out --json | jq '.[] | select(.severity == \"error\") | .message.ko'\n"
      "  jangbu audit out --correct 수정/2021.json    then write value, reason and author of those that are to be corrected, and delete "
      "the others\n"
      "  jangbu audit out --fail-on error > /dev/null || echo 'look before you publish'\n"
      "\n"
      "Exit status: 0 the findings were printed (there may be none); 4 they were, and there are some that --fail-on names; 1 the folder "
      "holds no findings file; 2 wrong usage.");
  // The report first, then what --fail-on asks for: a build sees both.
  return [arguments] {
    if (!arguments->correct.empty()) return write_corrections_to_fill_in(arguments->folder, arguments->correct);
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
    // Asked for after printing, so that a build that fails shows why.
    const auto count = audit_count(arguments->folder, arguments->fail_on);
    return !count ? kNothingIn : *count > 0 ? kFindingsNamed : kAllIn;
  };
}

}  // namespace jangbu::cli
