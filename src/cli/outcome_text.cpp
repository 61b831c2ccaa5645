// Outcomes of a run as lines for people: ✓ read, ✗ failed, − removed, · not read. What did not change is a number and no line.
//
//     ✓ 보고.hwp  120 records, 2 findings
//     ✗ 옛보고.hwp  E… encrypted: … (…)
//     − 지난보고.hwp  removed: it is no longer there
#include "cli/outcome_text.h"

#include <algorithm>
#include <sstream>

namespace jangbu::cli {

std::string number_of(std::size_t count, const std::string& thing) { return std::to_string(count) + " " + thing + (count == 1 ? "" : "s"); }

// A file that failed is told again in every run, one that did not change is not.
std::string outcome_line(const Outcome& outcome) {
  if (outcome.state == "stopped") return {};
  if (outcome.error) return "  ✗ " + outcome.path + "  " + describe(*outcome.error) + "\n";
  if (outcome.why == "unchanged") return {};
  std::string line = "  ✓ " + outcome.path + "  " + number_of(outcome.records, "record") + ", " + number_of(outcome.findings, "finding");
  if (outcome.state == "duplicate") line += " (same bytes as " + outcome.of + ")";
  if (outcome.state == "rendition") line += " (the same report as " + outcome.of + ", whose records are used)";
  if (outcome.state == "superseded") line += " (superseded by " + outcome.of + ")";
  return line + "\n";
}

std::string removed_line(const Removed& removed) { return "  − " + removed.path + "  removed: it is no longer there\n"; }

// What the run did, what the output holds now, and where to look next.
std::string summary_text(const IngestSummary& summary, const std::string& output) {
  std::ostringstream out;
  std::size_t records = 0, findings = 0;
  for (const auto& [type, count] : summary.records) records += count;
  for (const auto& [severity, count] : summary.findings) findings += count;
  out << "\n" << number_of(summary.documents - summary.unchanged, "document") << " read";
  if (summary.unchanged > 0) out << ", " << summary.unchanged << " unchanged";
  if (summary.failed > 0) out << ", " << summary.failed << " failed";
  if (!summary.removed.empty()) out << ", " << summary.removed.size() << " removed";
  out << "\n";
  for (const Outcome& outcome : summary.outcomes) out << outcome_line(outcome);
  for (const Removed& one : summary.removed) out << removed_line(one);
  if (!summary.other_formats.empty()) {
    // A folder of pictures would fill the screen.
    constexpr std::size_t kNamed = 5;
    out << "  · " << number_of(summary.other_formats.size(), "file") << " of other formats not read / 다른 형식이라 읽지 않음: ";
    for (std::size_t i = 0; i < std::min(kNamed, summary.other_formats.size()); ++i) out << (i ? ", " : "") << summary.other_formats[i];
    out << (summary.other_formats.size() > kNamed ? ", …" : "") << "\n";
  }
  if (summary.stop_signal != 0) out << "stopped by signal " << summary.stop_signal << "; what was finished is kept, run again for the rest\n";
  out << "\n" << number_of(records, "record");
  // A colon before the first type, commas before the others.
  const char* separator = ": ";
  for (const auto& [type, count] : summary.records) {
    out << separator << count << " " << type;
    separator = ", ";
  }
  out << "\n" << number_of(findings, "finding");
  separator = ": ";
  for (const char* severity : {"error", "warning", "info"}) {
    const auto found = summary.findings.find(severity);
    if (found == summary.findings.end()) continue;
    out << separator << found->second << " " << severity;
    separator = ", ";
  }
  if (!summary.corrections.empty()) {
    std::map<std::string, std::size_t> states;
    for (const CorrectionStanding& standing : summary.corrections) ++states[standing.state];
    out << "\n" << summary.corrections.size() << " corrections";
    separator = ": ";
    for (const auto& [state, count] : states) {
      out << separator << count << " " << state;
      separator = ", ";
    }
  }
  for (const CorrectionStanding& standing : summary.corrections) {
    if (standing.state == "applied") continue;
    out << "\n  ✗ " << standing.file << (standing.index ? " #" + std::to_string(*standing.index + 1) : "") << "  " << standing.state << ": "
        << standing.message;
  }
  if (summary.corrections_left_out) out << "\ncorrections in " << summary.corrections_folder << " were left out";
  out << "\n\nWhere to look:\n"
      << "  " << output << "/ledger.sqlite        everything as tables, for SQL and 'jangbu export'\n"
      << "  " << output << "/records/TYPE/*.ndjson  one record a line\n"
      << "  " << output << "/documents/*.json       each report with its tables\n"
      << "  jangbu audit " << output << "           where the reports disagree with themselves\n";
  return std::move(out).str();
}

}  // namespace jangbu::cli
