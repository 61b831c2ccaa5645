// Results → documents on the shelf, inputs in the state; then all is settled and written as by ingest().
// A place is the path that a file has where it was handed in. A note of the state holds for each which task counted last, so that what
// comes twice, late or out of order is known:
//
//   noted                   comes                                        taken
//   task 5, has a document  task 5 again, or its failure, or its death   no: a double
//   task 5, failed          task 5 with a document                       yes: another try went well
//   task 5                  task 7                                       yes
//   task 7                  task 5                                       no: late
//   task of another program the same                                     yes: the last that comes
//
// Durable at the end: documents are flushed as they are written, and the state as it is closed (SQLite flushes its log into the file then).
#include "pipeline/collect_results.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

#include "pipeline/collecting.h"
#include "pipeline/shared_ledger.h"
#include "pipeline/taking_in.h"
#include "store/postgres_dialect.h"

namespace jangbu {
namespace {

constexpr const char* kTask = "task ";  // and a place: the note of which task counted there

struct Noted {
  std::int64_t submitted = 0;
  bool has_document = false;
};

Noted noted_in(const std::string& note) {
  Noted out;
  std::from_chars(note.data(), note.data() + note.size(), out.submitted);
  out.has_document = note.ends_with(" in");
  return out;
}

class TakingResults {
 public:
  TakingResults(Shelf& shelf, const std::string& now) : shelf_(shelf), now_(now) {}

  // `outcome`: none where another result counted.
  Status take(FiledResult& result, std::optional<Outcome>& outcome) {
    outcome.reset();
    place_ = shelf_.files ? postgres_key(result.task.location) : result.task.location;
    const std::string name = kTask + place_;
    const auto note = shelf_.state.note(name);
    if (!note) return note.forward();
    const Noted before = noted_in(*note);
    const std::int64_t submitted = result.task.submitted;
    if (submitted < before.submitted) return Done{};
    const bool same = submitted != 0 && submitted == before.submitted;
    if (same && (before.has_document || !result.document)) return Done{};
    Outcome what;
    if (Status status = result.document ? document(result, what) : failure(result, what); !status) return status;
    outcome = std::move(what);
    return shelf_.state.put_note(name, std::to_string(submitted) + (result.document ? " in" : " failed"));
  }

 private:
  Status document(FiledResult& result, Outcome& outcome) {
    const KnownDocument known = known_from(*result.document);
    const auto id = take_in(shelf_, *result.document);
    if (!id) return id.forward();
    outcome = taken_outcome(known, *id);
    KnownInput input;
    input.location = place_;
    input.shown = known.path;
    input.sha256 = known.sha256;
    input.document = *id;
    return put_input(shelf_, input);
  }

  Status failure(const FiledResult& result, Outcome& outcome) {
    const auto before = shelf_.state.input(place_);
    if (!before) return before.forward();
    KnownInput input;
    input.location = place_;
    input.shown = result.name.empty() ? result.task.location : result.name;
    input.sha256 = result.sha256;
    input.error = result.error;
    const bool still = *before && (*before)->error && (*before)->sha256 == result.sha256;
    input.since = still ? (*before)->since : now_;
    input.attempts = still ? (*before)->attempts + 1 : 1;
    // What passes says nothing of what was read from there before.
    if (*before && result.passing) input.document = (*before)->document;
    outcome.path = input.shown;
    outcome.sha256 = input.sha256;
    outcome.state = "quarantined";
    outcome.why = "collected";
    outcome.error = input.error;
    return put_input(shelf_, input);
  }

  Shelf& shelf_;
  const std::string& now_;
  std::string place_;  // of the result at hand
};

}  // namespace

Status take_results(Shelf& shelf, std::vector<FiledResult>& results, const std::string& now, Observer& observer, IngestSummary& summary) {
  TakingResults taking(shelf, now);
  for (FiledResult& result : results) {
    std::optional<Outcome> outcome;
    if (Status status = shelf.beside([&] { return taking.take(result, outcome); }); !status) return status;
    if (!outcome) continue;
    observer.finished(*outcome, 0);
    summary.outcomes.push_back(std::move(*outcome));
  }
  return Done{};
}

// The folder first: what stands in it is safe whatever becomes of the server.
Result<IngestSummary> collect_results(std::vector<FiledResult> results, const ResultsOptions& options, Observer& observer) {
  auto summary = collecting({options.output, options.profiles, options.now, options.wait}, observer,
                            [&](Shelf& shelf, IngestSummary& told) { return take_results(shelf, results, options.now, observer, told); });
  if (!summary || options.ledger.url.empty()) return summary;
  auto ledger = SharedLedger::open(options.ledger, options.profiles, {}, observer);
  if (!ledger) return ledger.forward();
  if (Status status = (*ledger)->put_results(results, options.now); !status) return status.forward();
  if (Status status = (*ledger)->settle(); !status) return status.forward();
  return summary;
}

void add_batch(IngestSummary& all, IngestSummary batch, bool with_outcomes) {
  if (with_outcomes) {
    std::move(batch.outcomes.begin(), batch.outcomes.end(), std::back_inserter(all.outcomes));
    std::move(batch.removed.begin(), batch.removed.end(), std::back_inserter(all.removed));
  }
  all.inputs += batch.inputs;
  all.documents += batch.documents;
  all.failed += batch.failed;
  all.records = std::move(batch.records);  // these three are of the whole folder
  all.findings = std::move(batch.findings);
  all.findings_by_kind = std::move(batch.findings_by_kind);
}

void sort_outcomes(IngestSummary& all) {
  std::stable_sort(all.outcomes.begin(), all.outcomes.end(), [](const Outcome& a, const Outcome& b) { return a.path < b.path; });
}

}  // namespace jangbu
