// jangbu ingest PATH... --out DIR
#include <ctime>
#include <iostream>

#include "cli/command.h"
#include "cli/terminal.h"
#include "jangbu/ingest.h"

namespace jangbu::cli {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string output, profiles, password;
  unsigned jobs = 0;
  bool force = false, in_process = false;
  Common common;
};

// SOURCE_DATE_EPOCH makes the few times that are written reproducible (reproducible-builds.org).
std::string now() {
  std::time_t time = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) time = static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10));
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

void print_summary(const IngestSummary& summary, const std::string& output) {
  std::size_t records = 0, findings = 0;
  for (const auto& [type, count] : summary.records) records += count;
  for (const auto& [severity, count] : summary.findings) findings += count;
  std::cerr << "\n" << summary.documents << " documents read";
  if (summary.failed > 0) std::cerr << ", " << summary.failed << " failed";
  std::cerr << "\n";
  for (const Outcome& outcome : summary.outcomes) {
    if (outcome.state == "stopped") continue;
    if (outcome.error) {
      std::cerr << "  ✗ " << outcome.path << "  " << describe(*outcome.error) << "\n";
      continue;
    }
    std::cerr << "  ✓ " << outcome.path << "  " << outcome.records << " records, " << outcome.findings << " findings";
    if (outcome.state == "duplicate") std::cerr << " (same bytes as " << outcome.of << ")";
    if (outcome.state == "rendition") std::cerr << " (the same report as " << outcome.of << ", whose records are used)";
    if (outcome.state == "superseded") std::cerr << " (superseded by " << outcome.of << ")";
    std::cerr << "\n";
  }
  if (summary.stop_signal != 0) std::cerr << "stopped by signal " << summary.stop_signal << "; what was finished is kept, run again for the rest\n";
  std::cerr << "\n" << records << " records";
  const char* separator = ": ";
  for (const auto& [type, count] : summary.records) {
    std::cerr << separator << count << " " << type;
    separator = ", ";
  }
  std::cerr << "\n" << findings << " findings";
  separator = ": ";
  for (const char* severity : {"error", "warning", "info"}) {
    const auto found = summary.findings.find(severity);
    if (found == summary.findings.end()) continue;
    std::cerr << separator << found->second << " " << severity;
    separator = ", ";
  }
  std::cerr << "\n\nWhere to look:\n"
            << "  " << output << "/records/*.ndjson     one record a line\n"
            << "  " << output << "/documents/*.json     each report with its tables\n"
            << "  jangbu audit " << output << "         where the reports disagree with themselves\n";
}

int run(const Arguments& arguments) {
  TerminalObserver observer(arguments.common);
  IngestOptions options;
  for (const std::string& path : arguments.paths) options.inputs.emplace_back(path);
  options.output = arguments.output;
  options.profiles = arguments.profiles;
  options.jobs = arguments.jobs;
  options.now = now();
  options.password = arguments.password;
  if (!arguments.in_process) options.reader = "/proc/self/exe";  // also where the file has been replaced since this process began
  const auto summary = ingest(options, observer);
  if (!summary) {
    complain(summary.error());
    return kNothingIn;
  }
  if (!arguments.common.quiet) print_summary(*summary, arguments.output);
  if (summary->outcomes.empty()) std::cerr << "jangbu: nothing to read in the given paths\n";
  return exit_code_of(*summary);
}

}  // namespace

std::function<int()> add_ingest(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("ingest", "Read reports and write their records");
  command->add_option("PATH", arguments->paths, "Files or folders (walked to the end)")->required();
  command->add_option("-o,--out", arguments->output, "Folder to write to; made if it is not there")->required();
  command->add_option("-j,--jobs", arguments->jobs, "Documents read at a time; 0: one for each processor")->capture_default_str();
  command->add_option("--profiles", arguments->profiles, "Folder of table profiles to use instead of the built-in ones");
  command->add_option("--password", arguments->password, "Password of encrypted documents; better given in the environment")
      ->envname("JANGBU_PASSWORD");
  command->add_flag("--force", arguments->force, "Read everything again, even what has not changed (this version always does)");
  command->add_flag("--in-process", arguments->in_process,
                    "Read documents in this process, not in children with limits: for debugging. A document that crashes its reader then ends the run");
  add_common(*command, arguments->common);
  command->footer(
      "Examples:\n"
      "  jangbu ingest 보고서/ --out out\n"
      "  jangbu ingest '2021-08 시민협력국 주요업무보고.pdf' 2022.hwp --out out --jobs 4\n"
      "  jangbu ingest inbox --out out --profiles my-profiles\n"
      "\n"
      "A password on the command line can be seen by other users of the machine: JANGBU_PASSWORD=… jangbu ingest … cannot.\n"
      "Exit status: 0 all documents are in; 3 some failed (see quarantine.ndjson), the rest is in; 1 nothing could be read, or\n"
      "the output could not be written; 2 wrong usage; 130 or 143 stopped by a signal, what was finished is kept.");
  return [arguments] { return run(*arguments); };
}

}  // namespace jangbu::cli
