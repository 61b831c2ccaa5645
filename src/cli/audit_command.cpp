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
int write_corrections_to_fill_in(const Say& say, const std::string& folder, const std::string& path) {
  const auto text = audit_corrections(folder, time_now().substr(0, 10));
  if (!text) {
    complain(say, text.error());
    return kNothingIn;
  }
  if (path == "-") return print_json(*text) ? kAllIn : kNothingIn;
  std::error_code error;
  if (std::filesystem::exists(path, error)) {  // it may hold what somebody has written
    complain(say, {ErrorCode::kOutputNotWritable, say("audit.file_there", {{"path", path}}), say("audit.choose_another")});
    return kNothingIn;
  }
  // 수정/2021.json: the first correction makes its folder.
  if (const auto parent = std::filesystem::path(path).parent_path(); !parent.empty()) std::filesystem::create_directories(parent, error);
  std::ofstream out(path, std::ios::binary);
  out << *text;
  if (!out.flush()) {
    complain(say, {ErrorCode::kOutputNotWritable, "cannot write " + path, "check --correct"});
    return kNothingIn;
  }
  tell(say("audit.fill_in", {{"path", path}}) + "\n");
  return kAllIn;
}

}  // namespace

std::function<int()> add_audit(CLI::App& app, const Say& say) {
  struct Arguments {
    std::string folder;
    bool json = false;
    std::string fail_on, correct;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("audit", say("help.audit"));
  command->add_option("DIR", arguments->folder, say("help.dir"))->required();
  command->add_flag("--json", arguments->json, say("help.json"));
  command->add_option("--fail-on", arguments->fail_on, say("help.audit.fail_on"))
      ->check(CLI::IsMember({"info", "warning", "error", "sum", "difference", "ratio", "cross_table", "cross_document", "cross_rendition",
                             "structure", "unreadable", "doubt"}))
      ->type_name("WHAT");
  command->add_option("--correct", arguments->correct, say("help.audit.correct"))->type_name("FILE");
  add_common(*command, arguments->common);
  command->footer(say("help.audit.footer"));
  // The report first, then what --fail-on asks for: a build sees both.
  return [arguments, say] {
    if (!arguments->correct.empty()) return write_corrections_to_fill_in(say, arguments->folder, arguments->correct);
    const auto report = arguments->json ? audit_json(arguments->folder) : audit_text(arguments->folder, say.language);
    if (!report) {
      complain(say, report.error());
      return kNothingIn;
    }
    bool printed = arguments->json ? print_json(*report) : print(*report);
    if (!arguments->json) {
      const auto corrections = corrections_text(arguments->folder, say.language);
      if (!corrections) {
        complain(say, corrections.error());
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
