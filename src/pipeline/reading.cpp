#include "pipeline/reading.h"

#include <chrono>
#include <map>
#include <optional>

#include "loader/atomic_file.h"
#include "loader/json_writer.h"
#include "pipeline/shelf.h"
#include "pipeline/touching.h"
#include "pipeline/workers.h"
#include "reading/document_reader.h"
#include "text/hash.h"

namespace jangbu {
namespace {

struct Kept {
  KnownDocument document;
  std::vector<KeptRecord> records;
  std::vector<KeptFinding> findings;
  std::string json;
};

Kept as_kept(const Processed& processed, const Making& made, const CorrectionSet& corrections) {
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
  for (const Record& record : processed.records) out.records.push_back({record.id, record.type, record_json(document, record)});
  for (const Finding& finding : processed.findings) {
    out.findings.push_back({std::string(severity_name(finding.severity)), std::string(finding_kind_name(finding.kind)), finding_json(finding)});
  }
  out.json = document_json(document, processed.records, processed.findings, {});
  known.made.corrections = stamp_of_reading(processed, out.json, corrections);
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
  const auto processed = reading.reader.read(*bytes, {step.input.shown, step.seen.sha256});
  if (!processed) return processed.forward();
  return as_kept(*processed, reading.made, reading.tools.corrections);
}

// The file first, then the state: a kill in between leaves a file that the state does not know, which is read again.
Status keep(Kept& kept, const KnownDocument* before, const Reading& reading) {
  KnownDocument& document = kept.document;
  if (before) {
    // Its place among its editions is settled later; until then it keeps the one that it had.
    document.edition = before->edition;
    document.supersedes = before->supersedes;
    document.paths = before->paths;
    document.state = before->state;
    document.of = before->of;
    if (document.edition != 1 || !document.paths.empty()) {
      auto json = with_standing(kept.json, document);
      if (!json) return json.forward();
      kept.json = std::move(*json);
    }
  }
  if (Status status = write_document(reading.output, kept.json, document); !status) return status;
  return reading.state.keep(document, kept.records, kept.findings);
}

void tell_failure(Outcome& outcome, const Error& error) {
  outcome.state = "quarantined";
  outcome.error = error;
}

void tell_document(Outcome& outcome, const KnownDocument& document, const char* state) {
  outcome.state = state;
  outcome.document_id = document.id;
  outcome.warnings = document.warnings;
  outcome.records = document.records;
  outcome.findings = document.findings;
}

}  // namespace

void remember_failure(KnownInput& seen, const Error& error, const Making& made, const std::string& now) {
  seen.error = error;
  seen.made = made;
  if (seen.since.empty()) seen.since = now;
  ++seen.attempts;
}

Result<std::vector<Outcome>> carry_out(std::vector<Step>& steps, const std::vector<KnownDocument>& documents, const Reading& reading) {
  std::map<std::string, const KnownDocument*> by_id;
  for (const KnownDocument& document : documents) by_id[document.id] = &document;
  std::vector<Outcome> outcomes(steps.size());
  std::mutex telling;
  Status broken = Done{};

  const auto finish = [&](std::size_t i, double seconds) {
    const std::lock_guard lock(telling);
    reading.observer.finished(outcomes[i], seconds);
    return broken.has_value() && reading.observer.stop_signal() == 0;
  };
  const auto give_up = [&](const Status& status) {
    const std::lock_guard lock(telling);
    if (!status && broken) broken = status;
    return broken.has_value();
  };
  // What a step came to; false where the output cannot be written, or the run is to stop.
  const auto take = [&](std::size_t i) {
    Step& step = steps[i];
    Outcome& outcome = outcomes[i];
    if (step.what == Step::Do::kKeep) {
      tell_document(outcome, *by_id.at(step.document), "unchanged");
    } else if (step.what == Step::Do::kStillFails) {
      if (step.remember && !step.seen.error) remember_failure(step.seen, *step.error, reading.made, reading.now);
      tell_failure(outcome, *step.error);
    } else {
      auto kept = read_step(step, reading);
      if (!kept && kept.error().code == ErrorCode::kInterrupted) return false;  // says nothing of the document: it is left for the next run
      if (!kept && kept.error().code == ErrorCode::kSandboxUnavailable) return give_up(kept.forward());  // nor does this, and the next would fail alike
      step.remember = true;
      if (kept) {
        const auto before = by_id.find(kept->document.id);
        if (Status status = keep(*kept, before == by_id.end() ? nullptr : before->second, reading); !give_up(status)) return false;
        step.document = kept->document.id;
        step.seen.error.reset();
        step.seen.since.clear();
        step.seen.attempts = 0;
        tell_document(outcome, kept->document, "ingested");
      } else {
        step.error = kept.error();
        if (step.why == "state lost" && step.seen.attempts > 0) --step.seen.attempts;  // the attempt that the earlier run counted
        remember_failure(step.seen, *step.error, reading.made, reading.now);
        tell_failure(outcome, *step.error);
      }
    }
    return !step.remember || give_up(reading.state.put_input(step.seen));
  };

  for (std::size_t i = 0; i < steps.size(); ++i) {
    outcomes[i].path = steps[i].input.shown;
    outcomes[i].sha256 = steps[i].seen.sha256;
    outcomes[i].why = steps[i].why;
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
  for (std::size_t i = 0; broken && i < steps.size(); ++i) {
    Step& step = steps[i];
    if (step.what != Step::Do::kFollow || outcomes[step.leader].state == "stopped") continue;
    const std::string path = outcomes[i].path, why = outcomes[i].why;
    const Step& leader = steps[step.leader];
    outcomes[i] = outcomes[step.leader];
    outcomes[i].path = path;
    outcomes[i].why = why;
    if (leader.error) {
      if (leader.what == Step::Do::kRead || step.seen.attempts == 0) remember_failure(step.seen, *leader.error, reading.made, reading.now);
      step.seen.error = leader.error;
      step.seen.made = leader.seen.made;
      step.remember = true;
    } else {
      outcomes[i].state = "duplicate";
      outcomes[i].of = outcomes[i].document_id;
      step.document = leader.document;
    }
    if (step.remember) give_up(reading.state.put_input(step.seen));
    finish(i, 0);
  }
  if (!broken) return broken.forward();
  return outcomes;
}

}  // namespace jangbu
