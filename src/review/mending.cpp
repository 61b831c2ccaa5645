// A correction from the page: checked, written, carried out by reading its document again, and told with the findings that went and came.
// Checked twice before anything is written: by the reader of correction files, and against what stands there now (409 with that text if it
// differs). Once written it stays, even if reading again fails: `waiting` says why, and the next run carries it out. Hard case: the person
// looked at an older reading. `expect` is what they saw, so a page that is out of date cannot change another figure.
//
//   {"document": "…", "target": {"record_id": "…", "field": "payment"}, "expect": "1,200", "value": "1,300", "reason": "…", "author": "…"}
//   → {"file": "2026-03-02-….json", "index": 0, "state": "applied", "gone": [findings], "new": [findings], "waiting": null}
#include "review/mending.h"

#include <algorithm>
#include <map>

#include "corrections/correction_file.h"
#include "loader/atomic_file.h"
#include "review/correction_files.h"
#include "review/rerun.h"
#include "review/standing_text.h"
#include "text/json_text.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestText = 20'000;

Answered bad(const std::string& what) { return answer_of(Error{ErrorCode::kCorrectionInvalid, what, ""}); }

// A text of the body, one line, trimmed; empty where there is none.
std::string one_line_in(const Json& body, const char* name) {
  const auto found = body.find(name);
  if (found == body.end() || !found->is_string()) return {};
  return collapse_blanks(found->get_ref<const std::string&>());
}

// The correction as it is to be written, without its date. Errors: correction_invalid.
// Built member by member: whatever else the request holds does not reach the file.
Result<Json> correction_of(const Json& body) {
  const auto invalid = [](const std::string& what) { return fail(ErrorCode::kCorrectionInvalid, what); };
  if (!body.contains("target") || !body["target"].is_object()) return invalid("what is to be corrected is not said");
  Json out = {{"target", body["target"]}};
  const bool accepts = body.contains("accept");
  if (accepts) {
    if (body["accept"] != true || one_line_in(out["target"], "finding_id").empty() || out["target"].size() != 1)
      return invalid("only a finding can be accepted");
    out["accept"] = true;
  } else {
    for (const char* name : {"expect", "value"}) {
      if (!body.contains(name) || !(body[name].is_string() || body[name].is_null()))
        return invalid(std::string(name) + " must be a text, or null");
      if (body[name].is_string() && body[name].get_ref<const std::string&>().size() > kLongestText)
        return invalid(std::string(name) + " is too long");
      out[name] = body[name];
    }
    if (out["expect"] == out["value"]) return invalid("the correction changes nothing");
  }
  for (const char* name : {"reason", "author"}) {
    const std::string text = one_line_in(body, name);
    if (text.empty() || text.size() > kLongestText) return invalid(std::string(name) + " is missing");
    out[name] = text;
  }
  return out;
}

bool has_finding(const Json& document, const Json& id) {
  const auto findings = document.find("findings");
  return findings != document.end() && std::any_of(findings->begin(), findings->end(), [&](const Json& one) {
           return one.is_object() && one.contains("finding_id") && one["finding_id"] == id;
         });
}

// What the last run says of corrections, by file and place.
// corrections.ndjson of the last run; a missing file tells nothing.
std::map<std::pair<std::string, std::int64_t>, Json> standings_in(const std::filesystem::path& output) {
  std::map<std::pair<std::string, std::int64_t>, Json> out;
  const auto bytes = read_file(output / "corrections.ndjson", 64ull << 20);
  if (!bytes) return out;
  for (std::size_t at = 0; at < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    Json line = json_if_any<Json>(std::string_view(*bytes).substr(at, end - at));
    if (line.is_object() && line.contains("file") && line.contains("index") && line["file"].is_string()) {
      const std::int64_t index = line["index"].is_number_integer() ? line["index"].get<std::int64_t>() : -1;
      std::string file = line["file"];
      out.emplace(std::pair{std::move(file), index}, std::move(line));
    }
    at = end + 1;
  }
  return out;
}

}  // namespace

// Reads the document again; what was is in `before`.
Json Mender::carried_out(const std::string& document, const Json& before) {
  Json out = {{"gone", Json::array()}, {"new", Json::array()}, {"waiting", nullptr}};
  const auto wait = [&](const Error& error) {
    out["waiting"] = {{"error", error_name(error.code)}, {"message", error.message}, {"advice", error.advice}};
    return out;
  };
  auto ledger = LedgerAsking::open(base_.output);
  if (!ledger) return wait(ledger.error());
  const auto source = source_of_document(*ledger, document);
  if (!source) return wait(source.error());
  IngestOptions options = base_;
  options.now = clock_();
  if (Status status = read_again(options, *source); !status) return wait(status.error());
  const auto after = documents_.document(document);
  if (!after) return wait(after.error());
  const Json changed = findings_between(before, **after);
  out["gone"] = changed["gone"];
  out["new"] = changed["new"];
  return out;
}

// In this order: is the request right, does the target stand there, write, read again, tell.
Answered Mender::correct(const std::string& given) {
  if (!can_mend()) return bad("start 'jangbu review' with --corrections to mend");
  const Json body = json_if_any<Json>(given);
  if (!body.is_object()) return bad("no JSON object");
  auto correction = correction_of(body);
  if (!correction) return answer_of(correction.error());
  // From here on one after the other: what stands there must not change between looking and writing.
  const std::lock_guard lock(mending_);
  const std::string id = one_line_in(body, "document");
  const auto before = documents_.document(id);
  if (!before) return answer_of(before.error());
  (*correction)["date"] = clock_().substr(0, 10);
  const Json target = (*correction)["target"];
  if (correction->contains("accept")) {
    if (!has_finding(**before, target["finding_id"]))
      return answer_of(Json{{"error", "stale"}, {"message", "the finding is not there any more"}, {"standing", nullptr}}, 409);
  } else {
    // As strict as the run that will read it, and told before anything is written.
    const CorrectionFile read = read_corrections("correction", json_text(Json::array({*correction})));
    if (!read.problems.empty()) return answer_of(read.problems.front().error);
    const auto standing = standing_texts(**before, target);
    if (!target.contains("term") && !is_expected(standing, (*correction)["expect"])) {
      return answer_of(Json{{"error", "stale"},
                            {"message", "something else stands there now"},
                            {"standing", standing.empty() ? Json() : Json(standing.front())}},
                       409);
    }
  }
  const auto written = add_correction(base_.corrections, *correction);
  if (!written) return answer_of(written.error());
  Json out = {{"file", written->file}, {"index", written->index}, {"correction", *correction}, {"state", nullptr}, {"message", nullptr}};
  out.update(carried_out(id, **before));
  const auto standings = standings_in(base_.output);
  if (const auto found = standings.find({written->file, static_cast<std::int64_t>(written->index)}); found != standings.end()) {
    out["state"] = found->second.value("state", Json());
    out["message"] = found->second.value("message", Json());
  }
  return answer_of(out);
}

// Takes the correction out of its file and reads the document again, which then says what the source says.
Answered Mender::undo(const std::string& given) {
  if (!can_mend()) return bad("start 'jangbu review' with --corrections to mend");
  const Json body = json_if_any<Json>(given);
  if (!body.is_object() || !body.contains("index") || !body["index"].is_number_unsigned() || !body.contains("correction") ||
      !body["correction"].is_object())
    return bad("no such correction");
  const std::lock_guard lock(mending_);
  const std::string id = one_line_in(body, "document");
  const auto before = documents_.document(id);
  if (!before) return answer_of(before.error());
  const auto file = body.find("file");
  if (file == body.end() || !file->is_string()) return bad("no such correction");
  const WrittenCorrection place{file->get<std::string>(), body["index"].get<std::size_t>()};
  if (Status status = take_correction(base_.corrections, place, body["correction"], one_line_in(body, "author")); !status)
    return answer_of(status.error());
  return answer_of(carried_out(id, **before));
}

Answered Mender::list() {
  constexpr std::size_t kMost = 5'000;
  Json out = {{"rows", Json::array()}, {"can_mend", can_mend()}};
  if (!can_mend()) return answer_of(out);
  auto all = corrections_in(base_.corrections, kMost);
  if (!all) return answer_of(all.error());
  const auto standings = standings_in(base_.output);
  std::stable_sort(all->begin(), all->end(), [](const Json& a, const Json& b) {
    return a["correction"].value("date", Json()) > b["correction"].value("date", Json());
  });
  for (Json& one : *all) {
    const auto found = standings.find({one["file"].get<std::string>(), one["index"].get<std::int64_t>()});
    for (const char* name : {"state", "message", "outcomes"})
      one[name] = found != standings.end() ? found->second.value(name, Json()) : Json();
    out["rows"].push_back(std::move(one));
  }
  return answer_of(out);
}

}  // namespace jangbu
