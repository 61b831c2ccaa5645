// Outcomes of corrections over all documents → one line and one standing for each correction, in the order of the set.
// A correction may be meant for several documents (a term, or editions of one report): those that speak come first, and among them the best
// outcome gives the line its state. `outcomes` lists all. Hard case: an acceptance belongs to a finding and not to a document; findings
// that took it are turned into outcomes of their own documents.
//
//   the correction's outcome in …           the line says
//   the document that speaks: applied       applied
//   a superseded edition only: applied      stale
//   no document                             unmatched; of a finding: stale
#include "pipeline/corrections_report.h"
#include "loader/filed_corrections.h"
#include "loader/filed_parts.h"
#include "text/json_text.h"
#include "text/messages.h"
#include "text/told.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

// Only the members that this kind of target has: the schema tells the kinds apart by them.
Json target_object(const Correction& correction) {
  switch (correction.target) {
    case Correction::Target::kRecord: return {{"record_id", correction.record_id}, {"field", correction.field}};
    case Correction::Target::kCell:
      return {{"document", correction.document}, {"table", correction.table}, {"row", correction.row}, {"column", correction.column}};
    case Correction::Target::kTerm: return {{"term", correction.term}};
    case Correction::Target::kMetadata: return {{"document", correction.document}, {"metadata", correction.metadata}};
    case Correction::Target::kFinding: return {{"finding_id", correction.finding}};
  }
  return nullptr;
}

// One correction in one document.
struct Meant {
  const CorrectedDocument* document;
  CorrectionOutcome outcome;
};

// Applied is best; a conflict says more than a stale expectation; unmatched comes last.
int rank_of_state(CorrectionState state) {
  switch (state) {
    case CorrectionState::kApplied: return 0;
    case CorrectionState::kConflict: return 1;
    case CorrectionState::kStale: return 2;
    case CorrectionState::kUnmatched: break;
  }
  return 3;
}

// Why nothing at all was meant by it.
Told nothing_matches(const Correction& correction, const std::set<std::string>& documents) {
  switch (correction.target) {
    case Correction::Target::kRecord: return told("corrections.no_record", {{"record", correction.record_id}});
    case Correction::Target::kTerm: return told("corrections.no_term", {{"term", correction.term}});
    case Correction::Target::kFinding: return told("corrections.no_finding");
    default: break;
  }
  return documents.contains(correction.document) ? told("corrections.not_read", {{"document", correction.document}})
                                                 : told("corrections.no_document", {{"document", correction.document}});
}

Json message_object(const Told& message) { return message.en.empty() ? Json(nullptr) : Json{{"ko", message.ko}, {"en", message.en}}; }

std::string line_of(const Json& json) { return json_text(json); }

}  // namespace

// First what documents say, by correction; then one line for each correction of the folder; then what could not be used.
CorrectionsReport report_corrections(const CorrectionsFolder& folder, const std::vector<CorrectedDocument>& documents,
                                     const std::vector<AcceptedFinding>& accepted) {
  std::map<std::string, std::vector<Meant>> meant;  // by correction
  std::vector<CorrectedDocument> accepting;         // Meant points into it
  // Pointers into this vector are kept: it must not grow.
  accepting.reserve(accepted.size());
  std::map<std::string, std::vector<Meant>> taken;  // by finding
  for (const AcceptedFinding& one : accepted) {
    accepting.push_back({one.document, one.state, one.of, {}});
    CorrectionOutcome taken_by;
    taken_by.state = CorrectionState::kApplied;
    taken[one.finding].push_back({&accepting.back(), std::move(taken_by)});
  }
  std::set<std::string> ids;
  for (const CorrectedDocument& document : documents) {
    ids.insert(document.id);
    if (document.outcomes.empty()) continue;
    for (CorrectionOutcome& outcome : read_outcomes(document.outcomes)) {
      std::vector<Meant>& of = meant[outcome.correction];
      of.push_back({&document, std::move(outcome)});
    }
  }
  CorrectionsReport report;
  for (const Correction& correction : folder.set.all()) {
    const bool accepts = correction.target == Correction::Target::kFinding;
    std::vector<Meant>& here = accepts ? taken[correction.finding] : meant[correction.id];
    // Those that speak first; among them what went best.
    std::stable_sort(here.begin(), here.end(), [](const Meant& a, const Meant& b) {
      const auto rank = [](const Meant& one) {
        return std::tuple(one.document->state, rank_of_state(one.outcome.state), one.document->id);  // ingested, rendition, superseded
      };
      return rank(a) < rank(b);
    });
    CorrectionState state = CorrectionState::kUnmatched;
    Told message;
    if (here.empty()) {
      if (accepts) state = CorrectionState::kStale;
      message = nothing_matches(correction, ids);
    } else {
      state = here.front().outcome.state;
      message = {here.front().outcome.message_ko, here.front().outcome.message_en};
      const CorrectedDocument& best = *here.front().document;
      if (best.state == DocumentState::kSuperseded && state == CorrectionState::kApplied) {
        state = CorrectionState::kStale;
        message = told("corrections.superseded", {{"document", best.id}, {"of", best.of}});
      }
    }
    Json outcomes = Json::array();
    for (const Meant& one : here) {
      Json& outcome = outcomes.emplace_back(outcome_object(one.outcome));
      outcome.erase("correction_id");  // stands in the line already
      outcome["document_id"] = one.document->id;
      if (!one.document->of.empty()) outcome["of"] = one.document->of;
    }
    Json line({{"correction_id", correction.id},
               {"state", correction_state_name(state)},
               {"file", correction.file},
               {"index", correction.index},
               {"line", correction.line},
               {"target", target_object(correction)},
               {"expect", or_null(correction.expect)},
               {"value", or_null(correction.value)},
               {"reason", correction.reason},
               {"author", correction.author},
               {"date", correction.date},
               {"message", message_object(message)},
               {"outcomes", std::move(outcomes)}});
    if (accepts) line["accept"] = true;
    report.lines.push_back(line_of(line));
    report.standings.push_back(
        {correction.id, correction.file, correction.index, std::string(correction_state_name(state)), message.en, message.ko});
  }
  for (const CorrectionProblem& problem : folder.problems) {
    const Told why = told("corrections.unusable", {{"why", problem.error.message, describe(problem.error)}});
    report.lines.push_back(line_of({{"correction_id", nullptr},
                                    {"state", "refused"},
                                    {"file", problem.file},
                                    {"index", problem.index ? Json(*problem.index) : Json(nullptr)},
                                    {"line", problem.line > 0 ? Json(problem.line) : Json(nullptr)},
                                    {"code", static_cast<int>(problem.error.code)},
                                    {"error", error_name(problem.error.code)},
                                    {"message", message_object(why)},
                                    {"outcomes", Json::array()}}));
    report.standings.push_back(
        {{}, problem.file, problem.index, "refused", describe(problem.error), Say{Language::kKorean}.error(problem.error)});
  }
  return report;
}

}  // namespace jangbu
