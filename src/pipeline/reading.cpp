// Steps of the plan → documents on the shelf, inputs in the state, outcomes. Readers work in parallel; the shelf has a lock of its own.
// Followers are told after all leaders, as their outcome is the leader's.
// What stops a run is either a stop signal (steps not begun keep the outcome "stopped") or an output that cannot be written (`broken`); a
// document that fails is an outcome and stops nothing.
//
//   step ─ file in memory ─▶ reader ─ Processed ─▶ keep(): file, records, ledger, state ─▶ put_input(): state
#include "pipeline/reading.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "audit/audit.h"
#include "loader/atomic_file.h"
#include "loader/json_writer.h"
#include "pipeline/correction_stamps.h"
#include "pipeline/ledger_rows.h"
#include "pipeline/shelf.h"
#include "pipeline/workers.h"
#include "reading/document_reader.h"
#include "text/hash.h"
#include "text/told.h"

namespace jangbu {
namespace {

// What the state is to know of a document that was just read; edition and standing follow later.
KnownDocument known_of(const Processed& processed, const Making& made) {
  KnownDocument known;
  const Document& document = processed.document;
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
  return known;
}

// The bytes of a step, which this process never holds at once where they are many, and in the step their hash.
Result<SealedFile> file_of(Step& step, const Limits& limits) {
  if (!step.bytes.empty()) return SealedFile::of(std::exchange(step.bytes, {}));
  auto file = SealedFile::begin();
  if (!file) return file;
  Sha256 hash;
  Status copied = Done{};
  const auto read = read_in_pieces(
      step.input.path, limits.file_bytes,
      [&](std::string_view piece) {
        hash.add(piece);
        if (copied) copied = file->append(piece);
      },
      step.input.within);
  if (!read) return read.forward();
  if (copied) copied = file->seal();
  if (!copied) return copied.forward();
  const std::string sha256 = hash.hex();
  // It changed since the plan was made: what was read counts, and the next run looks again.
  if (sha256 != step.seen.sha256) step.seen.stamp_proves = false;
  step.seen.sha256 = sha256;
  return file;
}

Result<Processed> read_step(Step& step, const Reading& reading) {
  const auto file = file_of(step, reading.tools.limits);
  if (!file) return file.forward();
  return reading.reader.read_sealed(*file, {step.input.shown, step.seen.sha256});
}

void judge(Processed& processed, const Judgement& judgement) {
  if (judgement.empty()) return;
  for (Finding& finding : processed.findings) judgement.judge(finding);
  flag_records(processed.findings, processed.records);
}

// Puts a freshly read document on the shelf, in its order (shelf.h). It is megabytes as types already: as text it goes straight into its
// files, and as rows it takes its own place.
Status keep(Processed processed, KnownDocument& document, const Reading& reading) {
  Shelf& shelf = reading.shelf;
  const auto before = shelf.state.document(document.id);
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
  }
  judge(processed, shelf.judgement);
  const auto write = [&](const TakeText& take) {
    write_document_json(processed.document, processed.records, processed.findings, {document.edition, document.supersedes}, document.paths,
                        take);
  };
  if (Status status = write_document(shelf, write, document); !status) return status;
  document.made.corrections = stamp_of_reading(shelf, processed, reading.tools.corrections);
  const auto line = [&](std::size_t place) { return record_json(processed.document, processed.records[place]); };
  if (Status status = write_record_files(shelf.output, {processed.records, line}, document); !status) return status;
  const LedgerDocument rows = ledger_rows(std::move(processed.document), std::move(processed.records), processed.findings, document);
  const std::lock_guard lock(shelf.mutex);
  return put_in_ledger(shelf, rows, document);
}

// What took the place of a document that it has no row in common with: a report that was edited until nothing is as it was, or, more
// likely, another one under its name.
Status tell_strange_edition(const Step& step, const KnownDocument& document, const Reading& reading, Outcome& outcome) {
  if (step.before.empty() || step.before == document.id || document.records == 0) return Done{};
  const std::lock_guard lock(reading.shelf.mutex);
  const auto before = reading.shelf.ledger.record_ids(step.before), now = reading.shelf.ledger.record_ids(document.id);
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
      auto read = read_step(step, reading);
      if (!read && read.error().code == ErrorCode::kInterrupted) return false;  // says nothing of the document: it is left for the next run
      if (!read && read.error().code == ErrorCode::kSandboxUnavailable)
        return give_up(read.forward());  // nor does this, and the next would fail alike
      step.remember = true;
      if (read) {
        const std::vector<UnknownWord> unknown_words = read->document.unknown_words;
        KnownDocument document = known_of(*read, reading.made);
        if (Status status = keep(*std::move(read), document, reading); !give_up(status)) return false;
        step.document = document.id;
        step.seen.document = step.document;
        step.seen.made = reading.made;
        step.seen.error.reset();
        step.seen.since.clear();
        step.seen.attempts = 0;
        tell_document(outcome, document, "ingested");
        if (Status status = tell_strange_edition(step, document, reading, outcome); !status) return give_up(status);
        const std::lock_guard lock(telling);
        for (const UnknownWord& one : unknown_words) reading.unknown_words[one.word] += static_cast<std::size_t>(one.columns);
      } else {
        step.error = read.error();
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
