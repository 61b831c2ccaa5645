#include "jangbu/ingest.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "jangbu/version.h"
#include "loader/folder_lock.h"
#include "loader/output_folder.h"
#include "model/build.h"
#include "pipeline/corrections_folder.h"
#include "pipeline/corrections_report.h"
#include "pipeline/inputs.h"
#include "pipeline/plan.h"
#include "reading/process.h"
#include "pipeline/reading.h"
#include "pipeline/settle.h"
#include "pipeline/shelf.h"
#include "pipeline/touching.h"
#include "pipeline/writing.h"
#include "reading/document_reader.h"
#include "reading/reader_pool.h"
#include "store/state.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// Where the state is new, what failed before is told by quarantine.ndjson alone.
Status recall_failures(const fs::path& output, State& state, std::map<std::string, KnownInput>& inputs) {
  if (!inputs.empty()) return Done{};
  const auto entries = read_quarantine(output);
  if (!entries) return entries.forward();
  for (const QuarantineEntry& entry : *entries) {
    KnownInput input;
    input.location = unknown_location(entry.path);
    input.shown = entry.path;
    input.sha256 = entry.sha256;
    input.error = Error{static_cast<ErrorCode>(entry.code), entry.message, entry.advice};
    input.since = entry.since;
    input.attempts = entry.attempts;
    if (Status status = state.put_input(input); !status) return status;
    inputs[input.location] = input;
  }
  return Done{};
}

// Inputs of earlier runs that stood where this run looked and are there no more, or are known by a better name now.
Status forget_the_gone(const Inputs& inputs, const std::map<std::string, KnownInput>& known, State& state) {
  std::set<std::string> here;
  for (const Input& file : inputs.files) here.insert(file.location);
  for (const BadInput& bad : inputs.bad) here.insert(bad.location);
  std::set<std::string> recalled;
  for (const Input& file : inputs.files) recalled.insert(unknown_location(file.shown));
  for (const BadInput& bad : inputs.bad) recalled.insert(unknown_location(bad.shown));
  for (const std::string& folder : inputs.shown_folders) recalled.insert(unknown_location(folder));
  for (const auto& [location, input] : known) {
    const bool below = std::any_of(inputs.folders.begin(), inputs.folders.end(), [&place = location](const std::string& folder) {
      if (place == folder) return true;  // it was missing, or could not be listed
      return place.size() > folder.size() && place.starts_with(folder) && (folder.back() == '/' || place[folder.size()] == '/');
    });
    if (here.contains(location) || !(below || recalled.contains(location))) continue;
    if (Status status = state.forget_input(location); !status) return status;
  }
  return Done{};
}

// Paths that could not be opened at all.
Result<std::vector<Outcome>> tell_bad(const Inputs& inputs, const std::map<std::string, KnownInput>& known, const IngestOptions& options, const Making& made, State& state,
                                      Observer& observer) {
  std::vector<Outcome> outcomes;
  for (const BadInput& bad : inputs.bad) {
    KnownInput seen;
    seen.location = bad.location;
    seen.shown = bad.shown;
    auto before = known.find(bad.location);
    if (before == known.end()) before = known.find(unknown_location(bad.shown));
    const bool same = before != known.end() && before->second.error && before->second.error->code == bad.error.code;
    if (same) {
      seen.since = before->second.since;
      seen.attempts = before->second.attempts - (options.force || options.retry ? 0 : 1);
    }
    remember_failure(seen, bad.error, made, options.now);
    if (Status status = state.put_input(seen); !status) return status.forward();
    Outcome outcome;
    outcome.path = bad.shown;
    outcome.state = "quarantined";
    outcome.why = !same ? "new" : options.force ? "forced" : options.retry ? "retried" : "unchanged";
    outcome.error = bad.error;
    observer.finished(outcome, 0);
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

Present present_in(const std::vector<Outcome>& outcomes) {
  Present present;
  for (const Outcome& outcome : outcomes) {
    if (!outcome.document_id.empty() && !outcome.error) present[outcome.document_id].push_back(outcome.path);
  }
  for (auto& [id, paths] : present) {
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  }
  return present;
}

// Outcomes as they are once editions and renditions are settled; and how many of what.
void conclude(IngestSummary& summary, const std::vector<KnownDocument>& documents) {
  std::map<std::string, const KnownDocument*> by_id;
  for (const KnownDocument& document : documents) by_id[document.id] = &document;
  for (Outcome& outcome : summary.outcomes) {
    if (outcome.error) {
      ++summary.failed;
    } else if (outcome.state != "stopped") {
      ++summary.documents;
      summary.unchanged += outcome.why == "unchanged";
      const auto found = by_id.find(outcome.document_id);
      if (found != by_id.end()) outcome.findings = found->second->findings;
      if (found != by_id.end() && outcome.state != "duplicate" && found->second->state != "ingested") {
        outcome.state = found->second->state;
        outcome.of = found->second->of;
      }
    }
  }
  std::stable_sort(summary.outcomes.begin(), summary.outcomes.end(), [](const Outcome& a, const Outcome& b) { return a.path < b.path; });
}

// Of documents that corrections are meant for: what their own files say of them. Only where a folder of corrections was given.
Status tell_corrections(const fs::path& output, const CorrectionsFolder* folder, const std::vector<KnownDocument>& documents, IngestSummary& summary) {
  if (!folder) return write_corrections(output, nullptr);
  std::vector<CorrectedDocument> corrected;
  for (const KnownDocument& document : documents) {
    CorrectedDocument one{document.id, document.state, document.of, {}};
    if (is_touched(document.made.corrections)) {
      auto outcomes = outcomes_in_document(output, document.id);
      if (!outcomes) return outcomes.forward();
      one.outcomes = std::move(*outcomes);
    }
    corrected.push_back(std::move(one));
  }
  CorrectionsReport report = report_corrections(*folder, corrected);
  summary.corrections = std::move(report.standings);
  return write_corrections(output, &report.lines);
}

Result<IngestSummary> ingest_with(const IngestOptions& options, DocumentReader& reader, const Toolbox& tools, const CorrectionsFolder* corrections, const Making& made, State& state,
                                  Observer& observer) {
  if (Status status = take_stock(options.output, state); !status) return status.forward();
  auto known = state.inputs();
  if (!known) return known.forward();
  if (Status status = recall_failures(options.output, state, *known); !status) return status.forward();
  const auto documents = state.documents();
  if (!documents) return documents.forward();

  const Inputs inputs = collect_inputs(options.inputs, options.output, options.follow_links);
  for (const std::string& link : inputs.links) {
    observer.log(Observer::Level::kWarning, link + ": a link that leads out of the folder it stands in is not followed; --follow-links does");
  }
  if (inputs.passed_over > 0) {
    observer.log(Observer::Level::kInfo,
                 std::to_string(inputs.passed_over) + " files and folders were passed over: hidden, or left behind by programs");
  }
  std::vector<Input> files = inputs.files;  // those of this run
  if (options.leave_out) std::erase_if(files, [&](const Input& file) { return options.leave_out(file.location); });
  observer.started(files.size() + inputs.bad.size());
  const auto stamps = stamp_documents(options.output, state, *documents, tools.corrections);
  if (!stamps) return stamps.forward();
  std::vector<Step> plan = make_plan(files, {*known, *documents, made, *stamps, options.limits, options.force, options.retry, !options.password.empty(), options.jobs,
                                                    [&] { return observer.stop_signal() != 0; }});
  auto outcomes = carry_out(plan, *documents, {options.output, reader, tools, made, state, observer, options.jobs, options.now});
  if (!outcomes) return outcomes.forward();
  auto bad = tell_bad(inputs, *known, options, made, state, observer);
  if (!bad) return bad.forward();
  if (Status status = forget_the_gone(inputs, *known, state); !status) return status.forward();

  IngestSummary summary;
  summary.stop_signal = observer.stop_signal();
  summary.outcomes = std::move(*outcomes);
  const auto settled = settle(options.output, state, present_in(summary.outcomes), tools.profiles);
  if (!settled) return settled.forward();
  summary.outcomes.insert(summary.outcomes.end(), bad->begin(), bad->end());
  conclude(summary, *settled);

  if (Status status = tell_corrections(options.output, corrections, *settled, summary); !status) return status.forward();
  if (Status status = write_aggregates(options.output, state, summary); !status) return status.forward();
  if (Status status = write_failures(options.output, state); !status) return status.forward();
  if (Status status = write_run(options.output, summary); !status) return status.forward();
  return summary;
}

// Children call from their own threads, beside those that read.
class OneAtATime : public Observer {
 public:
  explicit OneAtATime(Observer& told) : told_(told) {}
  void started(std::size_t inputs) override { locked([&] { told_.started(inputs); }); }
  void finished(const Outcome& outcome, double seconds) override { locked([&] { told_.finished(outcome, seconds); }); }
  void log(Level level, const std::string& message) override { locked([&] { told_.log(level, message); }); }
  void waiting(const std::string& holder) override { locked([&] { told_.waiting(holder); }); }
  int stop_signal() override {
    const std::lock_guard lock(mutex_);
    return told_.stop_signal();
  }

 private:
  template <typename Call>
  void locked(const Call& call) {
    const std::lock_guard lock(mutex_);
    call();
  }

  Observer& told_;
  std::mutex mutex_;
};

std::unique_ptr<DocumentReader> reader_for(const IngestOptions& options, std::vector<ProfileFile> profiles, const CorrectionSet& corrections, Observer& observer) {
  ReadingOptions reading{options.limits, options.password, std::move(profiles), corrections.all(), options.sandbox};
  if (options.reader.empty()) return reader_in_process(std::move(reading));
  PoolOptions pool;
  pool.program = options.reader;
  pool.ready = options.ready_reader;
  pool.log = [&](const std::string& words) { observer.log(Observer::Level::kDebug, words); };
  pool.warn = [&](const std::string& missing) {
    observer.log(Observer::Level::kWarning, "readers are locked in only in part, this system does not let them: " + missing + " (--sandbox require refuses to run so)");
  };
  pool.interrupted = [&] { return observer.stop_signal() != 0; };
  return reader_in_children(std::move(reading), std::move(pool));
}

Result<FolderLock> hold(const IngestOptions& options, const fs::path& folder, Observer& observer) {
  return FolderLock::take(folder, options.now, [&](const std::string& holder) {
    if (!options.wait || observer.stop_signal() != 0) return false;
    observer.waiting(holder);
    return true;
  });
}

}  // namespace

int exit_code_of(const IngestSummary& summary) {
  if (summary.stop_signal != 0) return 128 + summary.stop_signal;
  if (summary.documents == 0) return 1;
  return summary.failed > 0 ? 3 : 0;
}

Result<IngestSummary> ingest(const IngestOptions& options, Observer& told) {
  OneAtATime observer(told);
  auto profile_files = options.profiles.empty() ? Result(built_in_profiles()) : profiles_in(options.profiles);
  if (!profile_files) return profile_files.forward();
  auto profiles = parse_profiles(*profile_files);
  if (!profiles) return profiles.forward();
  const std::string digest = profiles_digest(*profile_files);
  Toolbox tools{std::move(*profiles), {}, options.limits, options.password};  // words are for readers
  std::optional<CorrectionsFolder> corrections;
  if (!options.corrections.empty()) {
    auto folder = read_corrections_folder(options.corrections, options.limits);
    if (!folder) return folder.forward();
    for (const CorrectionProblem& problem : folder->problems) observer.log(Observer::Level::kWarning, "corrections: " + describe(problem.error));
    tools.corrections = folder->set;
    corrections = std::move(*folder);
  }
  if (Status status = keep_apart(options.inputs, options.output); !status) return status.forward();
  const Making made{std::string(version()) + " " + std::string(source_digest()), limits_key(options.limits), digest, ""};
  if (Status status = prepare_output(options.output); !status) return status.forward();
  const fs::path own = options.output / ".jangbu";
  const auto lock = hold(options, own, observer);
  if (!lock) return lock.forward();
  sweep_output(options.output);
  for (bool again = true;; again = false) {
    Result<IngestSummary> summary = fail(ErrorCode::kStateDamaged, "");
    {
      auto opened = State::open(own);
      if (!opened) return opened.forward();
      if (!opened->warning.empty()) observer.log(Observer::Level::kWarning, opened->warning);
      const auto reader = reader_for(options, options.profiles.empty() ? std::vector<ProfileFile>{} : *profile_files, tools.corrections, observer);
      summary = ingest_with(options, *reader, tools, corrections ? &*corrections : nullptr, made, opened->state, observer);
    }
    if (summary || summary.error().code != ErrorCode::kStateDamaged || !again) return summary;
    observer.log(Observer::Level::kWarning, summary.error().message + "; it is set aside, and everything is read again");
    if (Status status = State::set_aside(own); !status) return status.forward();
  }
}

}  // namespace jangbu
