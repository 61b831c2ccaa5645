// Outcomes of a run as lines for people: ✓ read, ✗ failed, − removed, · not read. What did not change is a number and no line.
//
//     ✓ 보고.hwp  120 records, 2 findings
//     ✗ 옛보고.hwp  E… encrypted: … (…)
//     − 지난보고.hwp  removed: it is no longer there
#include "cli/outcome_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "jangbu/fields.h"
#include "text/unicode.h"

namespace jangbu::cli {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

// "207 records: 199 budget, 8 item"
std::string counted(const std::string& all, const std::vector<std::string>& parts) {
  return all + (parts.empty() ? "" : ": " + joined(parts));
}

// What record types are called, in Korean.
std::map<std::string, std::string> names_of_types(const Say& say, const std::string& profiles) {
  std::map<std::string, std::string> out;
  if (say.language == Language::kEnglish) return out;
  if (const auto fields = field_dictionary(profiles)) {
    for (const FieldEntry& field : *fields) out[field.record_type] = field.type_korean;
  }
  return out;
}

}  // namespace

// A file that failed is told again in every run, one that did not change is not.
std::string outcome_line(const Say& say, const Outcome& outcome) {
  if (outcome.state == "stopped") return {};
  if (outcome.error) return "  ✗ " + outcome.path + "  " + say.error(*outcome.error) + "\n";
  if (outcome.why == "unchanged") return {};
  std::string line = "  ✓ " + outcome.path + "  " +
                     joined({say("count.records", {{"count", outcome.records}}), say("count.findings", {{"count", outcome.findings}})});
  if (outcome.state == "duplicate") line += " (" + say("outcome.duplicate", {{"of", outcome.of}}) + ")";
  if (outcome.state == "rendition") line += " (" + say("outcome.rendition", {{"of", outcome.of}}) + ")";
  if (outcome.state == "superseded") line += " (" + say("outcome.superseded", {{"of", outcome.of}}) + ")";
  return line + "\n";
}

std::string removed_line(const Say& say, const Removed& removed) { return "  − " + removed.path + "  " + say("outcome.removed") + "\n"; }

std::string correction_line(const Say& say, const CorrectionStanding& standing) {
  const bool korean = say.language == Language::kKorean && !standing.message_ko.empty();
  return "  ✗ " + standing.file + (standing.index ? " #" + std::to_string(*standing.index + 1) : "") + "  " +
         say.of("correction", standing.state) + ": " + (korean ? standing.message_ko : standing.message) + "\n";
}

// What the run did, what the output holds now, and where to look next.
std::string summary_text(const Say& say, const IngestSummary& summary, const std::string& output, const std::string& profiles) {
  std::vector<std::string> head{say("summary.read", {{"count", summary.documents - summary.unchanged}})};
  if (summary.unchanged > 0) head.push_back(say("summary.unchanged", {{"count", summary.unchanged}}));
  if (summary.failed > 0) head.push_back(say("summary.failed", {{"count", summary.failed}}));
  if (!summary.removed.empty()) head.push_back(say("summary.removed", {{"count", summary.removed.size()}}));
  std::string out = "\n" + joined(head) + "\n";
  for (const Outcome& outcome : summary.outcomes) out += outcome_line(say, outcome);
  for (const Removed& one : summary.removed) out += removed_line(say, one);
  if (!summary.other_formats.empty()) {
    // A folder of pictures would fill the screen.
    constexpr std::size_t kNamed = 5;
    std::vector<std::string> names(
        summary.other_formats.begin(),
        summary.other_formats.begin() + static_cast<std::ptrdiff_t>(std::min(kNamed, summary.other_formats.size())));
    if (summary.other_formats.size() > kNamed) names.emplace_back("…");
    out += "  · " + say("summary.other_formats", {{"count", summary.other_formats.size()}, {"names", joined(names)}}) + "\n";
  }
  if (summary.stop_signal != 0) out += say("summary.stopped", {{"signal", summary.stop_signal}}) + "\n";

  std::size_t records = 0, findings = 0;
  std::vector<std::string> parts;
  const auto types = names_of_types(say, profiles);
  for (const auto& [type, count] : summary.records) {
    records += count;
    const auto name = types.find(type);
    parts.push_back(say("count.of", {{"count", count}, {"what", name != types.end() ? name->second : say.of("type", type)}}));
  }
  out += "\n" + counted(say("count.records", {{"count", records}}), parts) + "\n";
  parts.clear();
  for (const char* severity : {"error", "warning", "info"}) {
    const auto found = summary.findings.find(severity);
    if (found == summary.findings.end()) continue;
    findings += found->second;
    parts.push_back(say("count.of", {{"count", found->second}, {"what", say.of("severity", severity)}}));
  }
  out += counted(say("count.findings", {{"count", findings}}), parts) + "\n";
  if (!summary.corrections.empty()) {
    parts.clear();
    std::map<std::string, std::size_t> states;
    for (const CorrectionStanding& standing : summary.corrections) ++states[standing.state];
    for (const auto& [state, count] : states) parts.push_back(say("count.of", {{"count", count}, {"what", say.of("correction", state)}}));
    out += counted(say("count.corrections", {{"count", summary.corrections.size()}}), parts) + "\n";
  }
  for (const CorrectionStanding& standing : summary.corrections) {
    if (standing.state != "applied") out += correction_line(say, standing);
  }
  if (summary.corrections_left_out) out += say("summary.corrections_left_out", {{"folder", summary.corrections_folder}}) + "\n";
  out += "\n" + say("summary.where") + "\n";
  const std::array<std::pair<std::string, std::string>, 4> places{{{output + "/ledger.sqlite", say("summary.where_ledger")},
                                                                   {output + "/records/TYPE/*.ndjson", say("summary.where_records")},
                                                                   {output + "/documents/*.json", say("summary.where_documents")},
                                                                   {"jangbu audit " + output, say("summary.where_audit")}}};
  int width = 0;
  for (const auto& [place, what] : places) width = std::max(width, display_width(place) + 2);
  for (const auto& [place, what] : places) out += "  " + padded(place, width, 2) + what + "\n";
  return out;
}

}  // namespace jangbu::cli
