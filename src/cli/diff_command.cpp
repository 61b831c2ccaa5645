// jangbu diff DIR A B, jangbu diff DIR1 DIR2
#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/diff_report.h"

namespace jangbu::cli {
namespace {

// As diff(1): 2 also where something cannot be read, so that 1 always means a difference.
constexpr int kSame = 0, kDiffers = 1, kTrouble = 2;

}  // namespace

std::function<int()> add_diff(CLI::App& app, const Say& say) {
  struct Arguments {
    std::string folder, a, b;
    bool json = false;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  arguments->common.say = say;
  CLI::App* command = app.add_subcommand("diff", say("help.diff"));
  command->add_option("DIR", arguments->folder, say("help.dir"))->required();
  command->add_option("A", arguments->a, say("help.diff.a"))->required();
  command->add_option("B", arguments->b, say("help.diff.b"));
  command->add_flag("--json", arguments->json, say("help.diff.json"));
  add_common(*command, arguments->common);
  command->footer(say("help.diff.footer"));
  // Two words compare folders, three compare documents of one folder.
  return [arguments] {
    const auto difference = arguments->b.empty() ? diff_outputs(arguments->folder, arguments->a)
                                                 : diff_documents(arguments->folder, arguments->a, arguments->b);
    if (!difference) {
      complain(arguments->common.say, difference.error());
      return kTrouble;
    }
    const bool same = difference->records.empty();
    const bool printed =
        arguments->json ? print_json(diff_json(*difference)) : same || print(diff_text(*difference, arguments->common.say.language));
    return !printed ? kTrouble : same ? kSame : kDiffers;
  };
}

}  // namespace jangbu::cli
