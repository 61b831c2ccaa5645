// Steps of the plan → documents on the shelf, inputs in the state, outcomes. Readers work in parallel; the shelf has a lock of its own.
// Followers are told after all leaders, as their outcome is the leader's.
// What stops a run is either a stop signal (steps not begun keep the outcome "stopped") or an output that cannot be written (`broken`); a
// document that fails is an outcome and stops nothing.
//
//   step ─ bytes ─▶ reader ─ Processed ─▶ as_kept() ─ Kept ─▶ keep(): file, records, ledger, state ─▶ put_input(): state
#include "pipeline/reading.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <optional>

#include "audit/audit.h"
#include "loader/atomic_file.h"
#include "loader/json_writer.h"
#include "loader/standing.h"
#include "pipeline/ledger_rows.h"
#include "pipeline/shelf.h"
#include "pipeline/touching.h"
#include "pipeline/workers.h"
#include "reading/document_reader.h"
#include "text/hash.h"
#include "text/told.h"

namespace jangbu {
namespace {

// All that is put on the shelf of one document, worked out before the lock is taken.
struct Kept {
  KnownDocument document;
  RecordLines lines;
  LedgerDocument rows;
  std::vector<UnknownWord> unknown_words;
  std::string json;
};

// Works out file, lines and rows of a document that was just read; edition and standing follow later.
Kept as_kept(Processed& processed, const Making& made, const CorrectionSet& corrections, const Judgement& judgement) {
  if (!judgement.empty()) {
    for (Finding& finding : processed.findings) judgement.judge(finding);
    flag_records(processed.findings, processed.records);
  }
  Kept out;
  const Document& document = processed.document;
  KnownDocument& known = out.document;
  known.id = document.id;
  known.report = processed.report;
  known.path = document.source.path;
  known.sha256 = document.source.sha256;
  known.format = std::string(format_name(document.source.format));
  known.dated = document.metadata.modified;
  known.warnings = document.diagnostics;
  known.records = processed.records.size();
  known.findings = processed.findings.size();
  known.made = made;
  std::vector<std::string> records, findings;
  for (const Record& record : processed.records) records.push_back(record_json(document, record));
  for (const Finding& finding : processed.findings) findings.push_back(finding_json(finding));
  out.lines = record_lines_by_type(processed.records, records);
  out.unknown_words = document.unknown_words;
  out.json = document_json(document, processed.records, processed.findings, {});
  // The stamp is of the file's own words, so it is taken once the JSON is complete.
  known.made.corrections = stamp_of_reading(processed, out.json, corrections);
  out.rows = ledger_rows(document, processed.records, processed.findings, findings, outcomes_json(document), known);
  return out;
}

// The bytes of a step, and in the step their hash.
Result<std::string> bytes_of(Step& step, const Limits& limits) {
  if (!step.bytes.empty()) return std::move(step.bytes);
  auto bytes = read_file(step.input.path, limits.file_bytes, step.input.within);
  if (!bytes) return bytes;
  const std::string sha256 = sha256_hex(*bytes);
  // It changed since the plan was made: what was read counts, and the next run looks again.
  if (sha256 != step.seen.sha256) step.seen.stamp_proves = false;
  step.seen.sha256 = sha256;
  return bytes;
}

Result<Kept> read_step(Step& step, const Reading& reading) {
  const auto bytes = bytes_of(step, reading.tools.limits);
  if (!bytes) return bytes.forward();
  auto processed = reading.reader.read(*bytes, {step.input.shown, step.seen.sha256});
  if (!processed) return processed.forward();
  return as_kept(*processed, reading.made, reading.tools.corrections, reading.shelf.judgement);
}

// Puts a freshly read document on the shelf.
Status keep(Kept& kept, const Reading& reading) {
  KnownDocument& document = kept.document;
  const auto before = reading.shelf.state.document(document.id);
  if (!before) return before.forward();
  if (*before) {
    // Its place among its editions is settled later; until then it keeps the one that it had.
    document.edition = (*before)->edition;
    document.supersedes = (*before)->supersedes;
    document.paths = (*before)->paths;
    document.state = (*before)->state;
    document.of = (*before)->of;
    document.past = (*before)->past;
    document.record_files = (*before)->record_files;
    if (document.edition != 1 || !document.paths.empty()) {
      auto json = with_standing(std::move(kept.json), {document.edition, document.supersedes}, document.paths, document.id);
      if (!json) return json.forward();
      kept.json = std::move(*json);
    }
    kept.rows.edition = document.edition;
    kept.rows.supersedes = document.supersedes;
    kept.rows.paths = paths_json(document.paths);
    kept.rows.state = document.state;
    kept.rows.of = document.of;
  }
  return shelve(reading.shelf, kept.json, kept.lines, kept.rows, document);
}

// What took the place of a document that it has no row in common with: a report that was edited until nothing is as it was, or, more
// likely, another one under its name.
Status tell_strange_edition(const Step& step, const Kept& kept, const Reading& reading, Outcome& outcome) {
  if (step.before.empty() || step.before == kept.document.id || kept.document.records == 0) return Done{};
  const std::lock_guard lock(reading.shelf.mutex);
  const auto before = reading.shelf.ledger.record_ids(step.before), now = reading.shelf.ledger.record_ids(kept.document.id);
  if (!before) return before.forward();
  if (!now) return now.forward();
  std::vector<std::string> shared;
  std::set_intersection(before->begin(), before->end(), now->begin(), now->end(), std::back_inserter(shared));
  if (before->empty() || !shared.empty()) return Done{};
  const std::string message = in_both(told("editions.no_row", {{"before", step.before}}));
  outcome.warnings.push_back({"edition_shares_no_row", message, std::nullopt});
  reading.observer.notice(Observer::Level::kWarning, "log.edition_shares_no_row", {{"path", outcome.path}, {"before", step.before}});
  return Done{};
}

void tell_failure(Outcome& outcome, const Error& error) {
  outcome.state = "quarantined";
  outcome.error = error;
}

// The outcome of a document that is in.
void tell_document(Outcome& outcome, const KnownDocument& document, const char* state) {
  outcome.state = state;
  outcome.document_id = document.id;
  outcome.warnings = document.warnings;
  outcome.records = document.records;
  outcome.findings = document.findings;
}

}  // namespace

// `since` is the first time of a failure that has lasted; it is told in quarantine.ndjson.
void remember_failure(KnownInput& seen, const Error& error, const Making& made, const std::string& now) {
  seen.error = error;
  seen.made = made;
  if (seen.since.empty()) seen.since = now;
  ++seen.attempts;
}

// Leaders in parallel, each kept at once; then followers in order.
Result<std::vector<Outcome>> carry_out(std::vector<Step>& steps, const Reading& reading) {
  std::vector<Outcome> outcomes(steps.size());
  std::mutex telling;
  Status broken = Done{};

  // False ends the loop of the thread that calls it.
  const auto finish = [&](std::size_t i, double seconds) {
    const std::lock_guard lock(telling);
    reading.observer.finished(outcomes[i], seconds);
    return broken.has_value() && reading.observer.stop_signal() == 0;
  };
  // True while all is well. The first error is kept, later ones follow from it.
  const auto give_up = [&](const Status& status) {
    const std::lock_guard lock(telling);
    if (!status && broken) broken = status;
    return broken.has_value();
  };
  // What a step came to; false where the output cannot be written, or the run is to stop.
  const auto take = [&](std::size_t i) {
    Step& step = steps[i];
    Outcome& outcome = outcomes[i];
    // Nothing is read: the document's numbers come from the state.
    if (step.what == Step::Do::kKeep) {
      const auto known = reading.shelf.state.document(step.document);
      if (!known) return give_up(known.forward());
      if (*known) tell_document(outcome, **known, "unchanged");
    } else if (step.what == Step::Do::kStillFails) {
      if (step.remember && !step.seen.error) remember_failure(step.seen, *step.error, reading.made, reading.now);
      tell_failure(outcome, *step.error);
    } else {
      auto kept = read_step(step, reading);
      if (!kept && kept.error().code == ErrorCode::kInterrupted) return false;  // says nothing of the document: it is left for the next run
      if (!kept && kept.error().code == ErrorCode::kSandboxUnavailable)
        return give_up(kept.forward());  // nor does this, and the next would fail alike
      step.remember = true;
      if (kept) {
        if (Status status = keep(*kept, reading); !give_up(status)) return false;
        step.document = kept->document.id;
        step.seen.document = step.document;
        step.seen.made = reading.made;
        step.seen.error.reset();
        step.seen.since.clear();
        step.seen.attempts = 0;
        tell_document(outcome, kept->document, "ingested");
        if (Status status = tell_strange_edition(step, *kept, reading, outcome); !status) return give_up(status);
        const std::lock_guard lock(telling);
        for (const UnknownWord& one : kept->unknown_words) reading.unknown_words[one.word] += static_cast<std::size_t>(one.columns);
      } else {
        step.error = kept.error();
        step.seen.document.clear();
        if (step.why == "state lost" && step.seen.attempts > 0) --step.seen.attempts;  // the attempt that the earlier run counted
        remember_failure(step.seen, *step.error, reading.made, reading.now);
        tell_failure(outcome, *step.error);
      }
    }
    return !step.remember || give_up(put_input(reading.shelf, step.seen));
  };

  for (std::size_t i = 0; i < steps.size(); ++i) {
    outcomes[i].path = steps[i].input.shown;
    outcomes[i].sha256 = steps[i].seen.sha256;
    outcomes[i].why = steps[i].why;
    // Until a step is through: a stop leaves it so.
    outcomes[i].state = "stopped";
  }
  in_parallel(steps.size(), reading.jobs, [&](std::size_t i) {
    if (steps[i].what == Step::Do::kStop) return false;
    if (steps[i].what == Step::Do::kFollow) return true;
    const auto begin = std::chrono::steady_clock::now();
    if (!take(i)) return false;
    outcomes[i].sha256 = steps[i].seen.sha256;
    return finish(i, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  });
  // Followers: the same bytes under another name are a duplicate of what the leader gave, or fail as it did.
  for (std::size_t i = 0; broken && i < steps.size(); ++i) {
    Step& step = steps[i];
    if (step.what != Step::Do::kFollow || outcomes[step.leader].state == "stopped") continue;
    const std::string path = outcomes[i].path, why = outcomes[i].why;
    const Step& leader = steps[step.leader];
    outcomes[i] = outcomes[step.leader];
    outcomes[i].path = path;
    outcomes[i].why = why;
    if (leader.error) {
      // A failure that the leader only recalls is no new attempt of its follower.
      if (leader.what == Step::Do::kRead || step.seen.attempts == 0) remember_failure(step.seen, *leader.error, reading.made, reading.now);
      step.seen.error = leader.error;
      step.seen.made = leader.seen.made;
      step.remember = true;
    } else {
      outcomes[i].state = "duplicate";
      outcomes[i].of = outcomes[i].document_id;
      step.document = leader.document;
      step.seen.made = reading.made;
      step.seen.document = step.document;
      step.seen.error.reset();
      step.remember = true;
    }
    if (step.remember) give_up(put_input(reading.shelf, step.seen));
    finish(i, 0);
  }
  if (!broken) return broken.forward();
  return outcomes;
}

}  // namespace jangbu
