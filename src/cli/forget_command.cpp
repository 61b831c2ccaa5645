// jangbu forget DIR DOCUMENT...
#include "cli/command.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/ingest.h"

namespace jangbu::cli {

std::function<int()> add_forget(CLI::App& app) {
  struct Arguments {
    std::string folder, profiles;
    std::vector<std::string> documents;
    bool wait = false;
    Common common;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("forget", "Take documents out of an output folder");
  command->add_option("DIR", arguments->folder, "Output folder of 'jangbu ingest'")->required()->check(CLI::ExistingDirectory);
  command
      ->add_option("DOCUMENT", arguments->documents, "Its document_id, the beginning of it, or the path of its file as the output names it")
      ->required();
  command->add_option("--profiles", arguments->profiles, "Folder of table profiles, as they were given to 'jangbu ingest'");
  command->add_flag("--wait", arguments->wait, "Where another process writes into DIR: wait for it to end");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu forget out 2021-08-시민협력국-주요업무보고-pdf-1a2b3c4d\n"
      "  jangbu forget out '2021-08 시민협력국 주요업무보고.pdf'\n"
      "\n"
      "Its records, findings and file leave the output; the source stays where it is, and is read again by the next run over its folder.\n"
      "What was deleted from a folder needs no forgetting: the next run over the folder removes it.\n"
      "Exit status: 0 they are out; 1 there is no such document, or the output could not be written; 2 wrong usage.");
  // An ingest without inputs: it settles what forgetting leads to.
  return [arguments] {
    TerminalObserver observer(arguments->common);
    IngestOptions options;
    options.output = arguments->folder;
    options.profiles = arguments->profiles;
    options.forget = arguments->documents;
    options.wait = arguments->wait;
    options.now = time_now();
    const auto summary = ingest(options, observer);
    if (!summary) {
      complain(summary.error());
      return kNothingIn;
    }
    if (!arguments->common.quiet) {
      for (const Removed& one : summary->removed) {
        tell("− " + one.path + "  " + one.document_id + "\n");
        for (const std::string& place : one.still_at)
          tell("  its file stands at " + place + ": the next run over that folder reads it again\n");
      }
    }
    return summary->removed.empty() ? kNothingIn : kAllIn;
  };
}

}  // namespace jangbu::cli
