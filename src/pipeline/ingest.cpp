// A run of ingest: folders in, an output folder brought up to date. Here is the order of the steps; each step is a file of its own.
//
//   prepare → hold the folder → open state and ledger → corrections → take stock → list inputs → survey → plan → read → gone, forgotten →
//   settle → gathered files (corrections, findings, data package, quarantine, run.json) → notes that the run ended well
//
// Whatever was read is kept as soon as it is understood, so a kill loses one document at most; what is settled later is `due` in the state.
// Notes are written last: they say what a next run may skip. look_ahead() makes the same plan and carries nothing out.
#include "jangbu/ingest.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "loader/folder_lock.h"
#include "loader/output_folder.h"
#include "pipeline/correction_stamps.h"
#include "pipeline/corrections_folder.h"
#include "pipeline/input_names.h"
#include "pipeline/inputs.h"
#include "pipeline/ledger_rows.h"
#include "pipeline/one_at_a_time.h"
#include "pipeline/open_output.h"
#include "pipeline/plan.h"
#include "pipeline/preparation.h"
#include "pipeline/reading.h"
#include "pipeline/settle.h"
#include "pipeline/shared_ledger.h"
#include "pipeline/shelf.h"
#include "pipeline/survey.h"
#include "pipeline/writing.h"
#include "reading/document_reader.h"
#include "reading/process.h"
#include "reading/reader_pool.h"
#include "store/ledger.h"
#include "store/state.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// Where the state is new, what failed before is told by quarantine.ndjson alone.
Status recall_failures(Shelf& shelf) {
  const auto any = shelf.state.has_inputs();
  if (!any) return any.forward();
  if (*any) return Done{};
  const auto entries = read_quarantine(shelf.output);
  if (!entries) return entries.forward();
  for (const QuarantineEntry& entry : *entries) {
    if (Status status = put_input(shelf, failed_input(entry, unknown_location(entry.path))); !status) return status;
  }
  return Done{};
}

// Paths that could not be opened at all.
Result<std::vector<Outcome>> tell_bad(const Inputs& inputs, const IngestOptions& options, const Making& made, Shelf& shelf,
                                      Observer& observer) {
  std::vector<Outcome> outcomes;
  for (const BadInput& bad : inputs.bad) {
    KnownInput seen;
    seen.location = bad.location;
    seen.shown = bad.shown;
    auto before = shelf.state.input(bad.location);
    // After the state was lost a failure is known by its shown path alone.
    if (before && !*before) before = shelf.state.input(unknown_location(bad.shown));
    if (!before) return before.forward();
    // The same trouble in the next run is no new attempt, unless one was asked for; the count starts at its first.
    const bool same = *before && (*before)->error && (*before)->error->code == bad.error.code;
    if (same) {
      seen.since = (*before)->since;
      seen.attempts = (*before)->attempts - (options.force || options.retry ? 0 : 1);
    }
    if (*before) seen.document = (*before)->document;  // it was in: that it cannot be opened now says nothing about it
    remember_failure(seen, bad.error, made, options.now);
    if (Status status = put_input(shelf, seen); !status) return status.forward();
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

// Files of this run that have the same bytes as some that are planned, or had them: which of them gives the document its name is to be
// decided anew.
Result<std::vector<Input>> files_with(const std::set<std::string>& hashes, const Survey& surveyed, const Inputs& inputs,
                                      const IngestOptions& options, State& state, std::map<std::string, KnownInput>& known) {
  std::set<std::string> wanted;
  std::set<std::string> all = hashes;
  all.insert(surveyed.gone_hashes.begin(), surveyed.gone_hashes.end());
  all.erase("");
  const std::set<std::string> gone(surveyed.gone.begin(), surveyed.gone.end());
  for (const std::string& hash : all) {
    const auto found = state.inputs_with_hash(hash);
    if (!found) return found.forward();
    for (const KnownInput& input : *found) {
      if (gone.contains(input.location) || !known.emplace(input.location, input).second) continue;
      wanted.insert(input.location);
    }
  }
  std::vector<Input> out;
  if (wanted.empty()) return out;
  const Inputs others = options.changed ? inputs_at(wanted, options.inputs, options.output, options.follow_links) : Inputs();
  for (const Input& file : options.changed ? others.files : inputs.files) {
    if (wanted.contains(file.location) && !(options.leave_out && options.leave_out(file.location))) out.push_back(file);
  }
  return out;
}

// The files to look at: all of the given folders, or those that may have changed, where the caller knows them.
Result<Inputs> list_inputs(const IngestOptions& options, const Making& made, Shelf& shelf) {
  if (!options.changed) return collect_inputs(options.inputs, options.output, options.follow_links);
  auto locations = doubtful_inputs(shelf, made);
  if (!locations) return locations.forward();
  locations->insert(options.changed->begin(), options.changed->end());
  return inputs_at(*locations, options.inputs, options.output, options.follow_links);
}

Result<Survey> survey_inputs(const IngestOptions& options, const Inputs& inputs, const Making& made, bool everything, Shelf& shelf) {
  std::vector<std::string> given;
  for (const fs::path& path : options.changed ? options.inputs : std::vector<fs::path>{}) given.push_back(location_of(path));
  return survey(shelf, {inputs, std::move(given), options.leave_out, made, options.allow_empty, everything});
}

// Messages about what was not read: a user who misses a file finds it here.
void tell_links(const Inputs& inputs, Observer& observer) {
  for (const std::string& link : inputs.links) {
    observer.notice(Observer::Level::kWarning, "log.link_not_followed", {{"path", link}});
  }
  if (inputs.passed_over > 0) {
    observer.notice(Observer::Level::kInfo, "log.passed_over", {{"count", std::to_string(inputs.passed_over)}});
  }
}

// An empty folder is rather a disk that is not mounted than a wish to delete all.
void tell_kept(const Survey& surveyed, Observer& observer) {
  for (const auto& [folder, count] : surveyed.kept) {
    observer.notice(Observer::Level::kWarning, "log.folder_empty", {{"folder", folder}, {"count", std::to_string(count)}});
  }
}

// The one document that users mean by its id, the beginning of its id, or its path.
Result<KnownDocument> document_called(const std::string& name, State& state) {
  const auto exactly = state.document(name);
  if (!exactly) return exactly.forward();
  if (*exactly) return **exactly;
  auto found = state.documents_named(name);
  if (found && found->empty()) found = state.documents_at(name);
  if (!found) return found.forward();
  if (found->size() > 1)
    std::erase_if(*found, [](const KnownDocument& one) { return one.past; });  // earlier editions at a path go with the last
  if (found->size() == 1) return found->front();
  if (found->empty()) return fail(ErrorCode::kPathMissing, "there is no document " + name, "see the names of the files in documents/");
  return fail(ErrorCode::kPathMissing, name + " may be " + found->at(0).id + " or " + found->at(1).id, "give its whole document_id");
}

// `still_at`: paths where the file still stands. Users are told, since the next run over them reads it again.
Status forget_documents(const IngestOptions& options, Shelf& shelf, std::map<std::string, std::vector<std::string>>& still_at) {
  for (const std::string& name : options.forget) {
    const auto document = document_called(name, shelf.state);
    if (!document) return document.forward();
    const auto places = shelf.state.places_of(document->id);
    if (!places) return places.forward();
    for (const State::Place& place : *places) {
      std::error_code error;
      if (fs::exists(fs::symlink_status(place.location, error))) still_at[document->id].push_back(place.location);
      if (Status status = forget_input(shelf, place.location, place.shown); !status) return status;
    }
    if (Status status = shelf.state.make_due("gone", {document->id}); !status) return status;
  }
  return Done{};
}

// The plan of a run over what there is. `drawn_in`: see ingest_with().
Result<std::vector<Step>> plan_run(const IngestOptions& options, const Inputs& inputs, Survey& surveyed, const Toolbox& tools,
                                   const Making& made, Shelf& shelf, Observer& observer, std::size_t& drawn_in) {
  Planning planning;
  planning.inputs = surveyed.known;
  // Answers are given by the state while the plan is made: a plan over a million files must not hold all documents.
  planning.documents_with_hash = [&](const std::string& sha256) { return shelf.state.documents_with_hash(sha256); };
  planning.others = [&](const std::set<std::string>& hashes, std::map<std::string, KnownInput>& known) {
    auto files = files_with(hashes, surveyed, inputs, options, shelf.state, known);
    if (files) drawn_in += files->size();
    return files;
  };
  planning.corrections = [&](const KnownDocument& document) { return stamp_of_document(shelf, document, tools.corrections); };
  planning.made = made;
  planning.limits = options.limits;
  planning.force = options.force;
  planning.retry = options.retry;
  planning.has_password = !options.password.empty();
  planning.jobs = options.jobs;
  planning.stop = [&] { return observer.stop_signal() != 0; };
  return make_plan(surveyed.files, std::move(planning));
}

Result<IngestSummary> ingest_with(const IngestOptions& options, DocumentReader& reader, const Toolbox& tools,
                                  const CorrectionsFolder* corrections, const fs::path& corrections_folder, const Making& made,
                                  Shelf& shelf, bool ledger_is_new, Observer& observer) {
  State& state = shelf.state;
  // The folder may have been changed by a kill or another hand since the last run.
  if (Status status = take_stock(shelf, ledger_is_new); !status) return status.forward();
  if (Status status = recall_failures(shelf); !status) return status.forward();

  const std::string digest = corrections_digest(tools.corrections);
  const auto last_digest = state.note("corrections");
  if (!last_digest) return last_digest.forward();
  // Another set of corrections: documents that it touches otherwise lose the trust in their stamps and are planned.
  if (digest != *last_digest) {
    if (Status status = mark_touched(shelf, tools.corrections); !status) return status.forward();
  }
  const auto listed = list_inputs(options, made, shelf);
  if (!listed) return listed.forward();
  const Inputs& inputs = *listed;
  tell_links(inputs, observer);
  auto surveyed = survey_inputs(options, inputs, made, options.force, shelf);
  if (!surveyed) return surveyed.forward();
  tell_kept(*surveyed, observer);
  observer.started(surveyed->files.size() + inputs.bad.size());
  std::size_t drawn_in = 0;  // files that are as they were, and are planned because others are
  auto plan = plan_run(options, inputs, *surveyed, tools, made, shelf, observer, drawn_in);
  if (!plan) return plan.forward();
  // Words of headings that no list knows, with the number of columns that they kept untyped.
  std::map<std::string, std::size_t> unknown_words;
  auto outcomes = carry_out(*plan, {reader, tools, made, shelf, observer, options.jobs, options.now, unknown_words});
  if (!outcomes) return outcomes.forward();
  auto bad = tell_bad(inputs, options, made, shelf, observer);
  if (!bad) return bad.forward();

  IngestSummary summary;
  summary.stop_signal = observer.stop_signal();
  // A run that was stopped may not have met what was only moved: the next one tells what is gone.
  for (const std::string& location : summary.stop_signal == 0 ? surveyed->gone : std::vector<std::string>{}) {
    const auto input = state.input(location);
    if (!input) return input.forward();
    if (Status status = forget_input(shelf, location, *input ? (*input)->shown : std::string()); !status) return status.forward();
  }
  std::map<std::string, std::vector<std::string>> still_at;
  if (Status status = forget_documents(options, shelf, still_at); !status) return status.forward();
  summary.outcomes = std::move(*outcomes);
  summary.other_formats = inputs.other_formats;
  summary.unknown_words.assign(unknown_words.begin(), unknown_words.end());
  std::stable_sort(summary.unknown_words.begin(), summary.unknown_words.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  // Files drawn in were counted as unchanged by the survey and come again as steps of the plan.
  summary.documents = summary.unchanged = surveyed->unchanged - drawn_in;
  // Editions, renditions and findings across documents; outcomes are concluded after it, since a document may turn out to be superseded.
  if (Status status = settle(shelf, tools.profiles, summary.removed); !status) return status.forward();
  for (Removed& one : summary.removed) one.still_at = still_at[one.document_id];
  summary.outcomes.insert(summary.outcomes.end(), bad->begin(), bad->end());
  summary.inputs = summary.unchanged + summary.outcomes.size();
  if (Status status = conclude(summary, state); !status) return status.forward();

  summary.corrections_folder = corrections_folder.string();
  summary.corrections_left_out = !corrections && !corrections_folder.empty();
  if (Status status = tell_corrections(shelf, corrections, summary); !status) return status.forward();
  if (Status status = write_gathered(shelf, tools.profiles, summary); !status) return status.forward();
  if (Status status = write_failures(shelf); !status) return status.forward();
  if (!options.ledger.url.empty())
    fill_shared_ledger({options.output}, options.ledger, options.profiles, shelf.judgement, observer, summary);
  if (Status status = write_run(options.output, summary); !status) return status.forward();
  // Later runs use the same folder without being told.
  if (Status status = state.put_note(kCorrectionsFolder, corrections_folder.string()); !status) return status.forward();
  // A stopped run has not applied the corrections everywhere: without the note, the next run looks again.
  const bool whole =
      std::none_of(summary.outcomes.begin(), summary.outcomes.end(), [](const Outcome& outcome) { return outcome.state == "stopped"; });
  if (whole) {
    if (Status status = state.put_note("corrections", digest); !status) return status.forward();
    if (Status status = judged_all(shelf); !status) return status.forward();
  }
  if (Status status = stock_taken(shelf); !status) return status.forward();
  return summary;
}

// In the process itself, or in children that are locked in; the rest of the run does not see the difference.
std::unique_ptr<DocumentReader> reader_for(const IngestOptions& options, std::vector<ProfileFile> profiles,
                                           const CorrectionSet& corrections, Observer& observer) {
  ReadingOptions reading{options.limits, options.password, std::move(profiles), corrections.all(), options.sandbox};
  if (options.reader.empty()) return reader_in_process(std::move(reading));
  PoolOptions pool;
  pool.program = options.reader;
  pool.ready = options.ready_reader;
  pool.log = [&](const std::string& words) { observer.log(Observer::Level::kDebug, words); };
  pool.warn = [&](const std::string& missing) {
    observer.notice(Observer::Level::kWarning, "log.sandbox_in_part", {{"missing", missing}});
  };
  pool.interrupted = [&] { return observer.stop_signal() != 0; };
  return reader_in_children(std::move(reading), std::move(pool));
}

}  // namespace

// 0: all in. 1: nothing in. 3: some failed, corrections wait for a person, or a ledger elsewhere did not get all. 128 + n: stopped by
// signal n.
int exit_code_of(const IngestSummary& summary) {
  if (summary.stop_signal != 0) return 128 + summary.stop_signal;
  const bool done = !summary.removed.empty() && summary.failed == 0;  // the last one left
  if (summary.documents == 0 && !done) return 1;
  const bool waiting = std::any_of(summary.corrections.begin(), summary.corrections.end(),
                                   [](const CorrectionStanding& one) { return one.state != "applied"; });
  return summary.failed > 0 || waiting || summary.ledger_error ? 3 : 0;
}

// What a run would read, and why. Where there is an output folder it is held meanwhile, as its state is asked; nothing is written.
Result<IngestSummary> look_ahead(const IngestOptions& options, Observer& told) {
  OneAtATime observer(told);
  auto prepared = prepare(options);
  if (!prepared) return prepared.forward();
  if (Status status = keep_apart(options.inputs, options.output); !status) return status.forward();
  const Inputs inputs = collect_inputs(options.inputs, options.output, options.follow_links);
  tell_links(inputs, observer);
  IngestSummary summary;
  for (const BadInput& bad : inputs.bad) {
    Outcome& outcome = summary.outcomes.emplace_back();
    outcome.path = bad.shown;
    outcome.state = "quarantined";
    outcome.why = "new";
    outcome.error = bad.error;
  }
  // A step as the outcome that it would have.
  const auto tell = [&](const Step& step) {
    Outcome& outcome = summary.outcomes.emplace_back();
    outcome.path = step.input.shown;
    outcome.sha256 = step.seen.sha256;
    outcome.why = step.why;
    outcome.document_id = step.document;
    outcome.error = step.error;
    outcome.state = step.what == Step::Do::kRead         ? "ingested"
                    : step.what == Step::Do::kFollow     ? "duplicate"
                    : step.what == Step::Do::kStillFails ? "quarantined"
                    : step.what == Step::Do::kKeep       ? "unchanged"
                                                         : "stopped";
  };
  std::error_code error;
  const fs::path own = options.output / kOwnFolder;
  // An output folder that does not exist must not be made by looking ahead.
  if (!fs::exists(own / "state.db", error)) {  // nothing is known: everything would be read
    Planning planning;
    planning.documents_with_hash = [](const std::string&) { return Result<std::vector<KnownDocument>>(std::vector<KnownDocument>{}); };
    planning.made = prepared->made;
    planning.limits = options.limits;
    planning.jobs = options.jobs;
    planning.stop = [&] { return observer.stop_signal() != 0; };
    const auto plan = make_plan(inputs.files, std::move(planning));
    if (!plan) return plan.forward();
    for (const Step& step : *plan) tell(step);
  } else {
    const auto lock = hold(options.output, options.now, options.wait, observer);
    if (!lock) return lock.forward();
    auto opened = State::open(own);
    if (!opened) return opened.forward();
    auto ledger = Ledger::open(options.output / kLedgerFile, ledger_types(prepared->tools.profiles));
    if (!ledger) return ledger.forward();
    Shelf shelf{options.output, opened->state, ledger->ledger, prepared->judgement};
    if (const auto taken = take_corrections(options, shelf.state, *prepared, observer); !taken) return taken.forward();
    const auto last_digest = shelf.state.note("corrections");
    if (!last_digest) return last_digest.forward();
    const bool other_corrections = corrections_digest(prepared->tools.corrections) != *last_digest;
    auto surveyed = survey(shelf, {inputs, {}, options.leave_out, prepared->made, options.allow_empty, options.force || other_corrections});
    if (!surveyed) return surveyed.forward();
    std::size_t drawn_in = 0;
    const auto plan = plan_run(options, inputs, *surveyed, prepared->tools, prepared->made, shelf, observer, drawn_in);
    if (!plan) return plan.forward();
    summary.unchanged = surveyed->unchanged - drawn_in;
    for (const Step& step : *plan) {
      if (step.what == Step::Do::kKeep) {
        ++summary.unchanged;
      } else {
        tell(step);
      }
    }
  }
  summary.inputs = summary.unchanged + summary.outcomes.size();
  for (const Outcome& outcome : summary.outcomes) summary.failed += outcome.error.has_value();
  summary.documents = summary.inputs - summary.failed;
  std::stable_sort(summary.outcomes.begin(), summary.outcomes.end(), [](const Outcome& a, const Outcome& b) { return a.path < b.path; });
  return summary;
}

// Everything that may fail because of the user's arguments comes before the folder is touched.
Result<IngestSummary> ingest(const IngestOptions& options, Observer& told) {
  OneAtATime observer(told);
  auto prepared = prepare(options);
  if (!prepared) return prepared.forward();
  const Toolbox& tools = prepared->tools;
  const Making& made = prepared->made;
  if (Status status = keep_apart(options.inputs, options.output); !status) return status.forward();
  if (Status status = let_in_by(options.ledger); !status) return status.forward();
  if (Status status = prepare_output(options.output); !status) return status.forward();
  const auto lock = hold(options.output, options.now, options.wait, observer);
  if (!lock) return lock.forward();
  return with_output(options.output, ledger_types(tools.profiles), observer,
                     [&](State& state, Ledger& ledger, bool ledger_is_new) -> Result<IngestSummary> {
                       const auto corrections = take_corrections(options, state, *prepared, observer);
                       if (!corrections) return corrections.forward();
                       const auto reader =
                           reader_for(options, options.profiles.empty() ? std::vector<ProfileFile>{} : prepared->profile_files,
                                      tools.corrections, observer);
                       Shelf shelf{options.output, state, ledger, prepared->judgement};
                       return ingest_with(options, *reader, tools, prepared->corrections ? &*prepared->corrections : nullptr, *corrections,
                                          made, shelf, ledger_is_new, observer);
                     });
}

}  // namespace jangbu
