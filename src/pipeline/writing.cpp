#include "pipeline/writing.h"

#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "jangbu/version.h"
#include "loader/atomic_file.h"
#include "loader/folder_lock.h"
#include "loader/output_folder.h"
#include "text/json_text.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFindings = "findings.ndjson";

std::string run_json(const IngestSummary& summary) {
  Json inputs = Json::array();
  for (const Outcome& outcome : summary.outcomes) {
    Json item{{"path", outcome.path}, {"sha256", outcome.sha256.empty() ? Json(nullptr) : Json(outcome.sha256)}, {"outcome", outcome.state}};
    if (!outcome.why.empty()) item["why"] = outcome.why;
    item["document_id"] = outcome.document_id.empty() ? Json(nullptr) : Json(outcome.document_id);
    if (!outcome.of.empty()) item["of"] = outcome.of;
    item["records"] = outcome.records;
    item["findings"] = outcome.findings;
    item["code"] = outcome.error ? Json(static_cast<int>(outcome.error->code)) : Json(nullptr);
    item["error"] = outcome.error ? Json(error_name(outcome.error->code)) : Json(nullptr);
    item["warnings"] = Json::array();
    for (const Diagnostic& warning : outcome.warnings) {
      item["warnings"].push_back({{"code", warning.code}, {"message", warning.message}, {"page", warning.page ? Json(*warning.page) : Json(nullptr)}});
    }
    inputs.push_back(std::move(item));
  }
  Json run{{"jangbu_version", version()},
                 {"schema_version", "v1"},
                 {"exit_code", exit_code_of(summary)},
                 {"inputs", std::move(inputs)},
                 {"totals",
                  {{"documents", summary.documents},
                   {"unchanged", summary.unchanged},
                   {"quarantined", summary.failed},
                   {"records", Json(summary.records)},
                   {"findings", Json(summary.findings_by_kind)}}}};
  Json corrections = Json::array();
  for (const CorrectionStanding& standing : summary.corrections) {
    if (standing.state == "applied") continue;
    const std::string place = standing.file + (standing.index ? " #" + std::to_string(*standing.index) : "");
    corrections.push_back({{"correction", place}, {"outcome", standing.state}, {"message", standing.message}});
  }
  if (!corrections.empty()) run["corrections"] = std::move(corrections);
  return json_text(run, 2) + "\n";
}

// Whether all of these files stand there as they were written.
bool as_written(const fs::path& output, const std::map<std::string, FileStamp>& files) {
  if (files.empty()) return false;
  for (const auto& [name, stamp] : files) {
    if (stamp_of(output / name) != stamp) return false;
  }
  return true;
}

Status count(State& state, IngestSummary& summary) {
  auto records = state.record_counts();
  if (!records) return records.forward();
  auto severities = state.finding_counts_by_severity();
  if (!severities) return severities.forward();
  auto kinds = state.finding_counts_by_kind();
  if (!kinds) return kinds.forward();
  summary.records = std::move(*records);
  summary.findings = std::move(*severities);
  summary.findings_by_kind = std::move(*kinds);
  return Done{};
}

}  // namespace

Status write_aggregates(const fs::path& output, State& state, IngestSummary& summary) {
  if (Status status = count(state, summary); !status) return status;
  std::vector<std::string> names, types;
  for (const auto& [type, records] : summary.records) types.push_back(type);
  std::error_code error;
  const bool corrections = fs::exists(output / "corrections.ndjson", error);
  const auto written = state.aggregates_written();
  if (!written) return written.forward();
  if (as_written(output, *written)) return write_data_package(output, types, corrections);

  for (const auto& [type, records] : summary.records) {
    const std::string name = records_file(type);
    const Status status = write_lines(output / name, [&, &of_type = type](const LineSink& line) { return state.each_record(of_type, line); });
    if (!status) return status;
    names.push_back(name);
  }
  remove_other_records(output, types);
  if (Status status = write_lines(output / kFindings, [&](const LineSink& line) { return state.each_finding(line); }); !status) return status;
  std::map<std::string, FileStamp> stamps;
  for (const std::string& name : names) stamps[name] = stamp_of(output / name).value_or(FileStamp{});
  stamps[kFindings] = stamp_of(output / kFindings).value_or(FileStamp{});
  if (Status status = state.put_aggregates_written(stamps); !status) return status;
  return write_data_package(output, types, corrections);
}

Status write_failures(const fs::path& output, State& state) {
  const auto inputs = state.inputs();
  if (!inputs) return inputs.forward();
  std::map<std::tuple<std::string, std::string>, QuarantineEntry> entries;  // by path and hash: two files of one name may fail
  for (const auto& [location, input] : *inputs) {
    if (!input.error) continue;
    const Error& error = *input.error;
    entries[{input.shown, input.sha256}] = {input.shown, input.sha256, static_cast<int>(error.code), std::string(error_name(error.code)), error.message, error.advice, input.since, input.attempts};
  }
  std::vector<QuarantineEntry> sorted;
  for (auto& [key, entry] : entries) sorted.push_back(std::move(entry));
  return write_quarantine(output, sorted);
}

Status write_run(const fs::path& output, const IngestSummary& summary) { return write_atomically(output / "run.json", run_json(summary)); }

Status tell_watching(const fs::path& output, const std::string& state, const std::string& problem) {
  const auto lock = FolderLock::take(output / ".jangbu", "", [](const std::string&) { return false; });
  if (!lock) return lock.error().code == ErrorCode::kOutputHeld ? Status(Done{}) : lock.forward();
  const auto content = read_file(output / "run.json", kLargestOwnFile);
  if (!content) return Done{};
  Json run = json_if_any<Json>(*content);
  if (!run.is_object()) return Done{};
  run["watch"] = {{"state", state}, {"problem", problem.empty() ? Json(nullptr) : Json(problem)}};
  return write_atomically(output / "run.json", json_text(run, 2) + "\n");
}

}  // namespace jangbu
