// The files over all documents: run.json, findings.ndjson, datapackage.json, quarantine.ndjson.
// Each is written whole and atomically. findings.ndjson is written again only where a finding changed or the file is not as it was left,
// since an output may have millions of lines.
//
//   run.json            what this run did                  findings.ndjson     from the ledger, row by row
//   datapackage.json    views and their columns            quarantine.ndjson   inputs that failed
#include "pipeline/writing.h"

#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "jangbu/version.h"
#include "loader/atomic_file.h"
#include "loader/folder_lock.h"
#include "loader/output_folder.h"
#include "pipeline/data_package.h"
#include "pipeline/ledger_rows.h"
#include "text/file_name.h"
#include "text/json_text.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFindings = "findings.ndjson";
constexpr const char* kFindingsDue = "findings";

// Keys in a fixed order; what is empty or usual is left out. `inputs` lists only what this run had something to say of:
// unchanged files are a number.
std::string run_json(const IngestSummary& summary) {
  Json inputs = Json::array();
  for (const Outcome& outcome : summary.outcomes) {
    Json item{
        {"path", outcome.path}, {"sha256", outcome.sha256.empty() ? Json(nullptr) : Json(outcome.sha256)}, {"outcome", outcome.state}};
    if (!outcome.why.empty()) item["why"] = outcome.why;
    item["document_id"] = outcome.document_id.empty() ? Json(nullptr) : Json(outcome.document_id);
    if (!outcome.of.empty()) item["of"] = outcome.of;
    item["records"] = outcome.records;
    item["findings"] = outcome.findings;
    item["code"] = outcome.error ? Json(static_cast<int>(outcome.error->code)) : Json(nullptr);
    item["error"] = outcome.error ? Json(error_name(outcome.error->code)) : Json(nullptr);
    item["warnings"] = Json::array();
    for (const Diagnostic& warning : outcome.warnings) {
      item["warnings"].push_back(
          {{"code", warning.code}, {"message", warning.message}, {"page", warning.page ? Json(*warning.page) : Json(nullptr)}});
    }
    inputs.push_back(std::move(item));
  }
  Json run{{"jangbu_version", version()},
           {"schema_version", "v1"},
           {"exit_code", exit_code_of(summary)},
           {"inputs", std::move(inputs)},
           {"totals",
            {{"inputs", summary.inputs},
             {"documents", summary.documents},
             {"unchanged", summary.unchanged},
             {"quarantined", summary.failed},
             {"records", Json(summary.records)},
             {"findings", Json(summary.findings_by_kind)}}}};
  if (!summary.unknown_words.empty()) {
    Json& words = run["unknown_words"] = Json::array();
    for (const auto& [word, columns] : summary.unknown_words) words.push_back({{"word", word}, {"columns", columns}});
  }
  if (!summary.corrections_folder.empty()) run["corrections_folder"] = summary.corrections_folder;
  if (summary.corrections_left_out) run["corrections_left_out"] = true;
  if (!summary.ledger.empty()) {
    Json& ledger = run["ledger"] = {{"name", summary.ledger}, {"filled", !summary.ledger_error}};
    if (summary.ledger_error) {
      ledger["code"] = static_cast<int>(summary.ledger_error->code);
      ledger["error"] = error_name(summary.ledger_error->code);
      ledger["message"] = summary.ledger_error->message;
    }
  }
  if (!summary.removed.empty()) {
    Json removed = Json::array();
    for (const Removed& one : summary.removed) removed.push_back({{"path", one.path}, {"document_id", one.document_id}});
    run["removed"] = std::move(removed);
  }
  if (!summary.other_formats.empty()) {
    std::map<std::string, std::size_t> counts;
    for (const std::string& path : summary.other_formats) ++counts[other_format(path)];
    run["other_formats"] = Json(counts);
  }
  Json corrections = Json::array();
  for (const CorrectionStanding& standing : summary.corrections) {
    if (standing.state == "applied") continue;
    const std::string place = standing.file + (standing.index ? " #" + std::to_string(*standing.index) : "");
    corrections.push_back({{"correction", place}, {"outcome", standing.state}, {"message", standing.message}});
  }
  if (!corrections.empty()) run["corrections"] = std::move(corrections);
  return json_text(run, 2) + "\n";
}

// Totals are kept by the ledger as it changes: nothing is counted here.
Status count(Ledger& ledger, IngestSummary& summary) {
  for (const auto& [what, totals] :
       {std::pair("record", &summary.records), std::pair("severity", &summary.findings), std::pair("finding", &summary.findings_by_kind)}) {
    auto found = ledger.totals(what);
    if (!found) return found.forward();
    *totals = std::move(*found);
  }
  return Done{};
}

std::string shown(const FileStamp& stamp) {
  return std::to_string(stamp.size) + " " + std::to_string(stamp.inode) + " " + std::to_string(stamp.modified) + " " +
         std::to_string(stamp.changed);
}

// The note is written before the due mark goes: a kill in between writes the file once more.
Status write_findings(Shelf& shelf) {
  const auto due = shelf.state.due(kFindingsDue);
  const auto written = shelf.state.note(kFindings);
  if (!due) return due.forward();
  if (!written) return written.forward();
  const auto stamp = stamp_of(shelf.output / kFindings);
  if (due->empty() && stamp && shown(*stamp) == *written) return Done{};
  if (Status status = write_lines(shelf.output / kFindings, [&](const LineSink& line) { return shelf.ledger.each_finding(line); }); !status)
    return status;
  if (Status status = shelf.state.put_note(kFindings, shown(stamp_of(shelf.output / kFindings).value_or(FileStamp{}))); !status)
    return status;
  return shelf.state.settled(kFindingsDue, "all");
}

}  // namespace

// Only types that have records are described.
Status write_gathered(Shelf& shelf, const std::vector<Profile>& profiles, IngestSummary& summary) {
  if (Status status = count(shelf.ledger, summary); !status) return status;
  if (Status status = write_findings(shelf); !status) return status;
  std::error_code error;
  const bool corrections = fs::exists(shelf.output / "corrections.ndjson", error);
  std::vector<LedgerType> types = ledger_types(profiles);
  std::erase_if(types, [&](const LedgerType& type) { return !summary.records.contains(type.name); });
  return write_atomically(shelf.output / "datapackage.json", data_package(types, corrections));
}

// What a step came to may have changed since: a document that was read may be superseded or a rendition by now.
Status conclude(IngestSummary& summary, State& state) {
  for (Outcome& outcome : summary.outcomes) {
    if (outcome.error) {
      ++summary.failed;
    } else if (outcome.state != "stopped") {
      ++summary.documents;
      summary.unchanged += outcome.why == "unchanged";
      const auto document = state.document(outcome.document_id);
      if (!document) return document.forward();
      if (!*document) continue;
      outcome.findings = (*document)->findings;
      if (outcome.state != "duplicate" && (*document)->state != DocumentState::kIngested) {
        outcome.state = document_state_name((*document)->state);
        outcome.of = (*document)->of;
      }
    }
  }
  std::stable_sort(summary.outcomes.begin(), summary.outcomes.end(), [](const Outcome& a, const Outcome& b) { return a.path < b.path; });
  return Done{};
}

// Sorted by path and hash; one entry for the same bytes under the same name.
Status write_failures(Shelf& shelf) {
  const auto inputs = shelf.state.failed_inputs();
  if (!inputs) return inputs.forward();
  std::map<std::tuple<std::string, std::string>, QuarantineEntry> entries;  // by path and hash: two files of one name may fail
  for (const KnownInput& input : *inputs) {
    const Error& error = *input.error;
    entries[{input.shown, input.sha256}] = {
        input.shown, input.sha256,  static_cast<int>(error.code), std::string(error_name(error.code)), error.message, error.advice,
        input.since, input.attempts};
  }
  std::vector<QuarantineEntry> sorted;
  for (auto& [key, entry] : entries) sorted.push_back(std::move(entry));
  return write_quarantine(shelf.output, sorted);
}

Status write_run(const fs::path& output, const IngestSummary& summary) { return write_atomically(output / "run.json", run_json(summary)); }

// run.json is the copy of this note that outlives the state.
std::string corrections_folder_of_run(const fs::path& output) {
  const auto content = read_file(output / "run.json", kLargestOwnFile);
  if (!content) return {};
  const Json run = json_if_any<Json>(*content);
  const auto found = run.is_object() ? run.find("corrections_folder") : run.end();
  return found != run.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// run.json is read and written again under the lock, with one member changed.
Status tell_watching(const fs::path& output, const std::string& state, const std::string& problem) {
  const auto lock = FolderLock::take(output / kOwnFolder, "", [](const std::string&) { return false; });
  if (!lock) return lock.error().code == ErrorCode::kOutputHeld ? Status(Done{}) : lock.forward();
  const auto content = read_file(output / "run.json", kLargestOwnFile);
  if (!content) return Done{};
  Json run = json_if_any<Json>(*content);
  if (!run.is_object()) return Done{};
  run["watch"] = {{"state", state}, {"problem", problem.empty() ? Json(nullptr) : Json(problem)}};
  return write_atomically(output / "run.json", json_text(run, 2) + "\n");
}

}  // namespace jangbu
