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
#include "text/json_text.h"
#include "text/messages.h"
#include "text/particle.h"

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

struct Message {
  std::string ko, en;
};

// One correction in one document.
struct Told {
  const CorrectedDocument* document;
  Json outcome;
};

Message message_in(const Told& told) {
  const auto found = told.outcome.find("message");
  if (found == told.outcome.end() || !found->is_object()) return {};
  return {found->value("ko", ""), found->value("en", "")};
}

// Applied is best; a conflict says more than a stale expectation; unmatched comes last.
int rank_of_state(const std::string& state) { return state == "applied" ? 0 : state == "conflict" ? 1 : state == "stale" ? 2 : 3; }

// Why nothing at all was meant by it.
Message nothing_matches(const Correction& correction, const std::set<std::string>& documents) {
  switch (correction.target) {
    case Correction::Target::kRecord:
      return {"이번에 읽은 문서에 레코드 " + correction.record_id + particle(correction.record_id, "이/가") + " 없습니다.",
              "No document that was read has the record " + correction.record_id + "."};
    case Correction::Target::kTerm:
      return {topic("「" + correction.term + "」") + " 어느 표 이름이나 제목에도 없습니다.",
              "「" + correction.term + "」 stands in no label and no heading."};
    case Correction::Target::kFinding:
      return {"그런 지적이 없습니다. 그 지적의 수치가 바뀌었거나, 그 문서를 이번에 지정하지 않았습니다.",
              "There is no such finding: the figures that it spoke of have changed, or its document was never given."};
    default: break;
  }
  if (documents.contains(correction.document)) {
    return {topic("문서 " + correction.document) + " 이번에 읽지 않았습니다. 그 파일도 함께 지정하십시오.",
            "The document " + correction.document + " was not read in this run: give its file too."};
  }
  return {"문서 " + correction.document + particle(correction.document, "이/가") + " 없습니다.",
          "There is no document " + correction.document + "."};
}

Json message_object(const Message& message) { return message.en.empty() ? Json(nullptr) : Json{{"ko", message.ko}, {"en", message.en}}; }

std::string line_of(const Json& json) { return json_text(json); }

}  // namespace

// First what documents say, by correction; then one line for each correction of the folder; then what could not be used.
CorrectionsReport report_corrections(const CorrectionsFolder& folder, const std::vector<CorrectedDocument>& documents,
                                     const std::vector<AcceptedFinding>& accepted) {
  std::map<std::string, std::vector<Told>> told;  // by correction
  std::vector<CorrectedDocument> accepting;       // Told points into it
  // Pointers into this vector are kept: it must not grow.
  accepting.reserve(accepted.size());
  std::map<std::string, std::vector<Told>> taken;  // by finding
  for (const AcceptedFinding& one : accepted) {
    accepting.push_back({one.document, one.state, one.of, {}});
    taken[one.finding].push_back({&accepting.back(),
                                  {{"state", "applied"},
                                   {"before", nullptr},
                                   {"after", nullptr},
                                   {"places", 0},
                                   {"record_ids", Json::array()},
                                   {"findings_vanished", Json::array()},
                                   {"findings_appeared", Json::array()}}});
  }
  std::set<std::string> ids;
  for (const CorrectedDocument& document : documents) {
    ids.insert(document.id);
    if (document.outcomes.empty()) continue;
    const Json list = json_if_any<Json>(document.outcomes);
    if (!list.is_array()) continue;
    for (const Json& outcome : list) {
      // The outcomes come from files that another hand may have changed: what is not as it should be is left out.
      if (outcome.is_object() && outcome.contains("correction_id") && outcome["correction_id"].is_string() && outcome.contains("state") &&
          outcome["state"].is_string()) {
        told[outcome["correction_id"].get<std::string>()].push_back({&document, outcome});
      }
    }
  }
  CorrectionsReport report;
  for (const Correction& correction : folder.set.all()) {
    const bool accepts = correction.target == Correction::Target::kFinding;
    std::vector<Told>& here = accepts ? taken[correction.finding] : told[correction.id];
    // Those that speak first; among them what went best.
    std::stable_sort(here.begin(), here.end(), [](const Told& a, const Told& b) {
      const auto rank = [](const Told& one) {
        return std::tuple(one.document->state == "superseded"  ? 2
                          : one.document->state == "rendition" ? 1
                                                               : 0,
                          rank_of_state(one.outcome["state"].get<std::string>()), one.document->id);
      };
      return rank(a) < rank(b);
    });
    std::string state = "unmatched";
    Message message;
    if (here.empty()) {
      if (accepts) state = "stale";
      message = nothing_matches(correction, ids);
    } else {
      state = here.front().outcome["state"].get<std::string>();
      message = message_in(here.front());
      const CorrectedDocument& best = *here.front().document;
      if (best.state == "superseded" && state == "applied") {
        state = "stale";
        message = {topic("문서 " + best.id) + " " + toward(best.of) + " 대체되었습니다. 새 판에 맞추어 다시 적으십시오.",
                   "The document " + best.id + " was superseded by " + best.of + ": write it anew for that edition if it is still needed."};
      }
    }
    Json outcomes = Json::array();
    for (Told& one : here) {
      // Stands in the line already.
      one.outcome.erase("correction_id");
      one.outcome["document_id"] = one.document->id;
      if (!one.document->of.empty()) one.outcome["of"] = one.document->of;
      outcomes.push_back(std::move(one.outcome));
    }
    Json line({{"correction_id", correction.id},
               {"state", state},
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
    report.standings.push_back({correction.id, correction.file, correction.index, state, message.en, message.ko});
  }
  for (const CorrectionProblem& problem : folder.problems) {
    report.lines.push_back(line_of({{"correction_id", nullptr},
                                    {"state", "refused"},
                                    {"file", problem.file},
                                    {"index", problem.index ? Json(*problem.index) : Json(nullptr)},
                                    {"line", problem.line > 0 ? Json(problem.line) : Json(nullptr)},
                                    {"code", static_cast<int>(problem.error.code)},
                                    {"error", error_name(problem.error.code)},
                                    {"message", {{"ko", "쓸 수 없습니다: " + problem.error.message}, {"en", describe(problem.error)}}},
                                    {"outcomes", Json::array()}}));
    report.standings.push_back(
        {{}, problem.file, problem.index, "refused", describe(problem.error), Say{Language::kKorean}.error(problem.error)});
  }
  return report;
}

}  // namespace jangbu
