#include "jangbu/ingest.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "jangbu/version.h"
#include "loader/atomic_file.h"
#include "loader/output_folder.h"
#include "pipeline/inputs.h"
#include "pipeline/process.h"
#include "pipeline/shelf.h"
#include "reading/document_reader.h"
#include "reading/reader_pool.h"
#include "records/identity.h"
#include "text/hash.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

struct Work {
  std::optional<ShelvedDocument> document;
  Outcome outcome;
  std::string sha256;
  bool done = false;
};

ShelvedDocument shelve(Processed&& processed) {
  ShelvedDocument out;
  const Document& document = processed.document;
  out.id = document.id;
  out.report = report_key(document);
  out.path = document.source.path;
  out.sha256 = document.source.sha256;
  out.format = std::string(format_name(document.source.format));
  out.dated = document.metadata.modified;
  for (const Record& record : processed.records) {
    out.records.emplace_back(record.id, record_json(document, record));
    out.record_types.push_back(record.type);
  }
  for (const Finding& finding : processed.findings) out.findings.push_back({std::string(severity_name(finding.severity)), std::string(finding_kind_name(finding.kind)), finding_json(finding)});
  out.json = document_json(document, processed.records, processed.findings, {});
  out.fresh = true;
  return out;
}

void do_one(const Input& input, DocumentReader& reader, const Toolbox& tools, Work& work) {
  const auto bytes = read_file(input.path, tools.limits.file_bytes);
  if (!bytes) {
    work.outcome.error = bytes.error();
    return;
  }
  work.sha256 = work.outcome.sha256 = sha256_hex(*bytes);
  auto read = reader.read(*bytes, input.shown);
  if (!read) {
    work.outcome.error = read.error();
    return;
  }
  read->source.path = input.shown;
  read->source.sha256 = work.sha256;
  auto processed = understand(std::move(*read), tools);
  if (!processed) {
    work.outcome.error = processed.error();
    return;
  }
  work.outcome.warnings = processed->document.diagnostics;
  work.outcome.document_id = processed->document.id;
  work.outcome.records = processed->records.size();
  work.outcome.findings = processed->findings.size();
  work.document = shelve(std::move(*processed));
}

std::string run_json(const IngestSummary& summary, int exit_code) {
  Json inputs = Json::array();
  for (const Outcome& outcome : summary.outcomes) {
    Json item{{"path", outcome.path}, {"sha256", outcome.sha256.empty() ? Json(nullptr) : Json(outcome.sha256)}, {"outcome", outcome.state}};
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
  const Json run{{"jangbu_version", version()},
                 {"schema_version", "v1"},
                 {"exit_code", exit_code},
                 {"inputs", std::move(inputs)},
                 {"totals",
                  {{"documents", summary.documents},
                   {"quarantined", summary.failed},
                   {"records", Json(summary.records)},
                   {"findings", Json(summary.findings_by_kind)}}}};
  return run.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int exit_code_of(const IngestSummary& summary) {
  if (summary.stop_signal != 0) return 128 + summary.stop_signal;
  if (summary.documents == 0) return 1;
  return summary.failed > 0 ? 3 : 0;
}

Result<IngestSummary> ingest(const IngestOptions& options, Observer& observer) {
  auto profile_files = options.profiles.empty() ? Result(built_in_profiles()) : profiles_in(options.profiles);
  if (!profile_files) return profile_files.forward();
  auto profiles = parse_profiles(*profile_files);
  if (!profiles) return profiles.forward();
  HeaderLexicon lexicon = make_lexicon(*profiles);
  const Toolbox tools{std::move(*profiles), std::move(lexicon), options.limits, options.password};
  if (Status status = prepare_output(options.output); !status) return status.forward();
  auto shelf = read_shelf(options.output);
  if (!shelf) return shelf.forward();
  auto quarantine = read_quarantine(options.output);
  if (!quarantine) return quarantine.forward();

  const Inputs inputs = collect_inputs(options.inputs, options.output);
  observer.started(inputs.files.size() + inputs.bad.size());

  std::vector<Work> works(inputs.files.size());
  for (std::size_t i = 0; i < works.size(); ++i) works[i].outcome.path = inputs.files[i].shown;
  std::atomic<std::size_t> next{0};
  std::atomic<bool> stopped{false};
  std::mutex telling;
  ReadingOptions reading{options.limits, options.password, options.profiles.empty() ? std::vector<ProfileFile>{} : std::move(*profile_files)};
  PoolOptions pool;
  pool.program = options.reader;
  pool.log = [&](const std::string& words) {
    const std::lock_guard lock(telling);
    observer.log(Observer::Level::kDebug, words);
  };
  pool.interrupted = [&] {
    if (stopped) return true;
    const std::lock_guard lock(telling);
    return observer.stop_signal() != 0;
  };
  const auto reader = options.reader.empty() ? reader_in_process(std::move(reading)) : reader_in_children(std::move(reading), std::move(pool));
  const auto worker = [&] {
    while (!stopped) {
      const std::size_t i = next++;
      if (i >= works.size()) return;
      const auto begin = std::chrono::steady_clock::now();
      do_one(inputs.files[i], *reader, tools, works[i]);
      if (works[i].outcome.error && works[i].outcome.error->code == ErrorCode::kInterrupted) {
        works[i].outcome.error.reset();
        return;
      }
      works[i].done = true;
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      const std::lock_guard lock(telling);
      works[i].outcome.state = works[i].outcome.error ? "quarantined" : "ingested";
      observer.finished(works[i].outcome, took.count());
      if (observer.stop_signal() != 0) stopped = true;
    }
  };
  unsigned jobs = options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  jobs = static_cast<unsigned>(std::min<std::size_t>(jobs, std::max<std::size_t>(works.size(), 1)));
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(worker);
    worker();
  }

  IngestSummary summary;
  summary.stop_signal = observer.stop_signal();

  // Same bytes under several names: one document, which knows all its paths.
  std::map<std::string, std::size_t> first_of;  // by sha256
  std::map<std::string, std::vector<std::string>> also_at;
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (!works[i].document) continue;
    const auto [first, fresh] = first_of.emplace(works[i].sha256, i);
    if (fresh) continue;
    works[i].outcome.state = "duplicate";
    works[i].outcome.of = works[i].outcome.document_id = works[first->second].document->id;
    if (works[i].outcome.path != works[first->second].outcome.path) also_at[works[i].sha256].push_back(works[i].outcome.path);  // sorted, as the inputs are
    works[i].document.reset();
  }

  // Documents of this run replace those of earlier runs with the same bytes, or of a file that has changed since.
  std::set<std::string> ids, fresh_paths;
  std::vector<ShelvedDocument> documents;
  for (Work& work : works) {
    if (!work.document) continue;
    ids.insert(work.document->id);
    fresh_paths.insert(work.document->path);
    if (const auto others = also_at.find(work.sha256); others != also_at.end()) {
      Json json = Json::parse(work.document->json);
      Json paths = Json::array({work.document->path});
      for (const std::string& path : others->second) paths.push_back(path);
      json["source"]["paths"] = std::move(paths);
      work.document->json = json.dump(1) + "\n";
    }
    documents.push_back(std::move(*work.document));
  }
  std::vector<std::string> gone;
  for (ShelvedDocument& old : *shelf) {
    if (ids.contains(old.id)) continue;
    const bool replaced = fresh_paths.contains(old.path);
    const bool edition = replaced && !old.report.empty() &&
                         std::any_of(documents.begin(), documents.end(), [&](const ShelvedDocument& fresh) { return fresh.report == old.report && fresh.fresh; });
    if (replaced && !edition) {
      // The file of that name now holds another report altogether.
      gone.push_back(old.id);
      continue;
    }
    if (replaced) old.dated.clear();  // whatever it says, it came before the file that stands there now
    documents.push_back(std::move(old));
  }
  settle_shelf(documents);

  std::map<std::string, std::vector<std::pair<std::string, std::string>>> lines;  // by type: id and line
  std::vector<std::string> finding_lines;
  for (const ShelvedDocument& document : documents) {
    if (Status status = write_atomically(options.output / "documents" / (document.id + ".json"), document.json); !status) return status.forward();
    if (document.state != "ingested") continue;
    for (std::size_t i = 0; i < document.records.size(); ++i) lines[document.record_types[i]].push_back(document.records[i]);
    for (const ShelvedFinding& finding : document.findings) {
      finding_lines.push_back(finding.line);
      ++summary.findings[finding.severity];
      ++summary.findings_by_kind[finding.kind];
    }
  }
  std::map<std::string, std::vector<std::string>> by_type;
  for (auto& [type, entries] : lines) {
    std::sort(entries.begin(), entries.end());
    std::vector<std::string>& sorted = by_type[type];
    for (auto& [id, line] : entries) sorted.push_back(std::move(line));
    summary.records[type] = sorted.size();
  }

  // Outcomes and quarantine.
  std::map<std::string, const ShelvedDocument*> by_id;
  for (const ShelvedDocument& document : documents) by_id[document.id] = &document;
  std::map<std::string, QuarantineEntry> earlier;
  for (QuarantineEntry& entry : *quarantine) earlier[entry.path] = std::move(entry);
  std::map<std::string, QuarantineEntry> now = earlier;
  const auto quarantined = [&](const std::string& path, const std::string& sha256, const Error& error) {
    QuarantineEntry entry{path, sha256, static_cast<int>(error.code), std::string(error_name(error.code)), error.message, error.advice, options.now, 1};
    if (const auto old = earlier.find(path); old != earlier.end() && old->second.sha256 == sha256) {
      // The same bytes read by the same tool: not another attempt, and nothing that would change the file.
      entry.since = old->second.since;
      entry.attempts = old->second.attempts;
    }
    now[path] = std::move(entry);
  };
  for (Work& work : works) {
    if (!work.done) {
      work.outcome.state = "stopped";
      summary.outcomes.push_back(work.outcome);
      continue;
    }
    if (work.outcome.error) {
      quarantined(work.outcome.path, work.sha256, *work.outcome.error);
      ++summary.failed;
    } else {
      now.erase(work.outcome.path);
      ++summary.documents;
      if (const auto found = by_id.find(work.outcome.document_id); found != by_id.end() && work.outcome.state == "ingested") {
        work.outcome.state = found->second->state;
        work.outcome.of = found->second->of;
      }
    }
    summary.outcomes.push_back(work.outcome);
  }
  for (const BadInput& bad : inputs.bad) {
    Outcome outcome;
    outcome.path = bad.shown;
    outcome.state = "quarantined";
    outcome.error = bad.error;
    observer.finished(outcome, 0);
    quarantined(bad.shown, "", bad.error);
    summary.outcomes.push_back(std::move(outcome));
    ++summary.failed;
  }
  std::stable_sort(summary.outcomes.begin(), summary.outcomes.end(), [](const Outcome& a, const Outcome& b) { return a.path < b.path; });
  std::vector<QuarantineEntry> entries;
  for (auto& [path, entry] : now) entries.push_back(std::move(entry));

  if (Status status = write_records(options.output, by_type); !status) return status.forward();
  if (Status status = write_findings(options.output, finding_lines); !status) return status.forward();
  if (Status status = write_quarantine(options.output, entries); !status) return status.forward();
  if (Status status = write_data_package(options.output, by_type); !status) return status.forward();
  const std::string run = run_json(summary, exit_code_of(summary));
  if (Status status = write_atomically(options.output / "run.json", run); !status) return status.forward();
  std::error_code error;
  for (const std::string& id : gone) std::filesystem::remove(options.output / "documents" / (id + ".json"), error);
  return summary;
}

}  // namespace jangbu
