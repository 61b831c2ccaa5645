// jangbu ingest PATH... --out DIR
//
//   --dry-run   read⇥new⇥보고.hwp            --metrics   jangbu_documents 120
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "cli/command.h"
#include "cli/outcome_text.h"
#include "cli/print.h"
#include "cli/reading_arguments.h"
#include "cli/terminal.h"
#include "jangbu/ingest.h"

namespace jangbu::cli {
namespace {

struct IngestArguments {
  ReadingArguments reading;
  bool force = false, retry = false, wait = false, json = false, dry_run = false;
  std::string metrics;
  LedgerOptions ledger;
  std::shared_ptr<ReadyReader> reader;
  Common common;
};

// What monitoring asks for, as Prometheus reads it (node_exporter's textfile collector). Whole or not there.
bool write_metrics(const IngestSummary& summary, const std::string& path) {
  const std::string beside = path + ".new";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    // A number without labels; `family` has one line a label.
    const auto gauge = [&](const char* name, const char* help, std::size_t value) {
      out << "# HELP jangbu_" << name << " " << help << "\n# TYPE jangbu_" << name << " gauge\njangbu_" << name << " " << value << "\n";
    };
    const auto family = [&](const char* name, const char* help, const char* label, const std::map<std::string, std::size_t>& values) {
      out << "# HELP jangbu_" << name << " " << help << "\n# TYPE jangbu_" << name << " gauge\n";
      for (const auto& [key, value] : values) out << "jangbu_" << name << "{" << label << "=\"" << key << "\"} " << value << "\n";
    };
    gauge("inputs", "Files that were given.", summary.inputs);
    gauge("documents", "Files that are in.", summary.documents);
    gauge("documents_read", "Of these, read in the last run.", summary.documents - summary.unchanged);
    gauge("failed", "Files in quarantine.", summary.failed);
    gauge("exit_code", "Of the last run.", static_cast<std::size_t>(exit_code_of(summary)));
    family("records", "Records that are in.", "type", summary.records);
    family("findings", "Findings that are in.", "severity", summary.findings);
    if (!out.flush()) return false;
  }
  std::error_code error;
  std::filesystem::rename(beside, path, error);
  return !error;
}

// Either the plan alone (--dry-run) or the run with its summary, run.json and counts.
int run(const IngestArguments& arguments) {
  const Say& say = arguments.common.say;
  TerminalObserver observer(arguments.common);
  IngestOptions options = arguments.reading.options();
  options.force = arguments.force;
  options.retry = arguments.retry;
  options.wait = arguments.wait;
  options.ledger = arguments.ledger;
  options.ready_reader = arguments.reader;
  // A line a file, with tabs, for programs; the count for people goes to stderr.
  if (arguments.dry_run) {
    const auto ahead = look_ahead(options, observer);
    if (!ahead) {
      complain(say, ahead.error());
      return kNothingIn;
    }
    std::string lines;
    for (const Outcome& outcome : ahead->outcomes) {
      const char* what = outcome.error ? "fails" : outcome.state == "duplicate" ? "same" : "read";
      lines += std::string(what) + "\t" + outcome.why + "\t" + outcome.path + "\n";
    }
    const bool told = print(lines);
    if (!arguments.common.quiet) tell(say("dry_run.files", {{"count", ahead->inputs}, {"unchanged", ahead->unchanged}}) + "\n");
    return told ? kAllIn : kNothingIn;
  }
  const auto summary = ingest(options, observer);
  if (!summary) {
    complain(say, summary.error());
    return kNothingIn;
  }
  if (!arguments.common.quiet) tell(summary_text(say, *summary, arguments.reading.output, arguments.reading.profiles));
  if (arguments.json) {
    std::ostringstream told;
    // run.json as it stands in the folder, rather than made a second time.
    told << std::ifstream(std::filesystem::path(arguments.reading.output) / "run.json", std::ios::binary).rdbuf();
    if (!told || !print_json(std::move(told).str())) return kNothingIn;
  }
  if (!arguments.metrics.empty() && !write_metrics(*summary, arguments.metrics)) {
    complain(say, {ErrorCode::kOutputNotWritable, "cannot write " + arguments.metrics, "check --metrics"});
    return kNothingIn;
  }
  if (summary->ledger_error) complain(say, *summary->ledger_error);
  if (summary->inputs == 0) tell("jangbu: " + say("summary.nothing") + "\n");
  return exit_code_of(*summary);
}

}  // namespace

std::function<int()> add_ingest(CLI::App& app, const Say& say, std::shared_ptr<ReadyReader> reader) {
  auto arguments = std::make_shared<IngestArguments>();
  arguments->common.say = say;
  arguments->reader = std::move(reader);
  CLI::App* command = app.add_subcommand("ingest", say("help.ingest"));
  command->add_option("PATH", arguments->reading.paths, say("help.ingest.path"))->required()->check([say](const std::string& given) {
    return given == "-" ? say("usage.no_standard_input") : std::string();
  });
  arguments->reading.add_to(*command, say);
  command->add_flag("--force", arguments->force, say("help.ingest.force"));
  command->add_flag("--retry", arguments->retry, say("help.ingest.retry"));
  command->add_flag("--dry-run", arguments->dry_run, say("help.ingest.dry_run"));
  command->add_flag("--json", arguments->json, say("help.ingest.json"));
  command->add_option("--metrics", arguments->metrics, say("help.ingest.metrics"))->type_name("FILE");
  command->add_flag("--wait", arguments->wait, say("help.wait"));
  add_ledger(*command, arguments->ledger, say);
  add_common(*command, arguments->common);
  command->footer(say("help.ingest.footer"));
  return [arguments] { return run(*arguments); };
}

}  // namespace jangbu::cli
