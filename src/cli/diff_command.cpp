// jangbu diff DIR A B, jangbu diff DIR1 DIR2
#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/diff_report.h"

namespace jangbu::cli {
namespace {

// As diff(1): 2 also where something cannot be read, so that 1 always means a difference.
constexpr int kSame = 0, kDiffers = 1, kTrouble = 2;

}  // namespace

std::function<int()> add_diff(CLI::App& app) {
  struct Arguments {
    std::string folder, a, b;
    bool json = false;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("diff", "Show what changed between two versions of a report, or two output folders");
  command->add_option("DIR", arguments->folder, "Output folder of 'jangbu ingest'")->required();
  command->add_option("A", arguments->a, "A document: its id, the beginning of its id, or its path; without B: another output folder")->required();
  command->add_option("B", arguments->b, "The document to compare it with");
  command->add_flag("--json", arguments->json, "JSON instead of text (schemas/v1/diff.schema.json)");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu diff out 2021-08-시민협력국-주요업무보고-pdf-1a2b3c4d 2021-08-시민협력국-주요업무보고-pdf-5e6f7a8b\n"
      "  jangbu diff out '2021-08 시민협력국 주요업무보고.hwp' '2021-08 시민협력국 주요업무보고.pdf'\n"
      "  jangbu diff out-yesterday out-today --json | jq '.totals'\n"
      "\n"
      "Exit status, as of diff: 0 nothing differs; 1 something does; 2 wrong usage, or something could not be read.");
  // Two words compare folders, three compare documents of one folder.
  return [arguments] {
    const auto difference = arguments->b.empty() ? diff_outputs(arguments->folder, arguments->a) : diff_documents(arguments->folder, arguments->a, arguments->b);
    if (!difference) {
      complain(difference.error());
      return kTrouble;
    }
    const bool same = difference->records.empty();
    const bool printed = arguments->json ? print_json(diff_json(*difference)) : same || print(diff_text(*difference));
    return !printed ? kTrouble : same ? kSame : kDiffers;
  };
}

}  // namespace jangbu::cli
