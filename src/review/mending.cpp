// A correction from the page: checked, written, carried out by reading again what it touches, and told with the findings that went and
// came. Checked twice before anything is written: by the reader of correction files, and against what stands there now (409 with that text
// if it differs). Once written it stays, even if reading again fails: `waiting` says why, and the next run carries it out. Hard case: the
// person looked at an older reading. `expect` is what they saw, so a page that is out of date cannot change another figure.
//
//   {"document": "…", "target": {"record_id": "…", "field": "payment"}, "expect": "1,200", "value": "1,300", "reason": "…", "author": "…"}
//   → {"file": "2026-03-02-….json", "index": 0, "state": "applied", "gone": [findings], "new": [findings], "waiting": null}
#include "review/mending.h"

#include <algorithm>
#include <map>

#include "corrections/correction_file.h"
#include "loader/atomic_file.h"
#include "review/correction_files.h"
#include "review/joining.h"
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

bool has_finding(const FiledValue& document, const std::string& id) {
  const auto findings = document["findings"].items();
  return std::any_of(findings.begin(), findings.end(), [&](const FiledValue& one) { return one["finding_id"].text() == id; });
}

// What the last run says of corrections, by file and place:
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

// A word stands in many documents: those whose records are named by it, before or after. At most kMostTouched are read again while a person
// waits; the others are told (`later`) and wait for the next run.
Result<Mender::Touched> Mender::touched_by(const std::string& document, const Json& correction) {
  constexpr std::size_t kMostTouched = 100, kMostCounted = 10'000;
  std::vector<std::string> ids;
  if (!document.empty()) ids.push_back(document);
  if (const Json& target = correction["target"]; target.contains("term")) {
    auto ledger = ledgers_.take();
    if (!ledger) return ledger.forward();
    std::vector<std::string> words;
    for (const Json& word : {target["term"], correction.value("value", Json())}) {
      if (word.is_string()) words.push_back(collapse_blanks(word.get<std::string>()));
    }
    const auto naming = documents_naming(**ledger, words, kMostCounted);
    if (!naming) return naming.forward();
    for (const std::string& id : *naming) {
      if (id != document) ids.push_back(id);
    }
  }
  Touched out;
  if (ids.size() > kMostTouched) {
    out.later = ids.size() - kMostTouched;
    ids.resize(kMostTouched);
  }
  for (const std::string& id : ids) {
    const auto file = documents_.document(id);
    if (!file) return file.forward();
    out.findings[id] = (*file)->root()["findings"].json();
  }
  return out;
}

// Reads what is touched again and compares its findings.
Json Mender::carried_out(const Touched& before) {
  constexpr std::size_t kMostTold = 50;
  Json out = {{"gone", Json::array()}, {"gone_total", 0},    {"new", Json::array()},
              {"new_total", 0},        {"waiting", nullptr}, {"later", before.later}};
  const auto wait = [&](const Error& error) {
    out["waiting"] = {{"error", error_name(error.code)},
                      {"message", error.message},
                      {"advice", error.advice},
                      {"meaning_ko", korean_meaning(error_name(error.code))}};
    return out;
  };
  auto ledger = ledgers_.take();
  if (!ledger) return wait(ledger.error());
  std::vector<KnownSource> sources;
  for (const auto& [id, findings] : before.findings) {
    auto source = source_of_document(**ledger, id);
    if (!source) return wait(source.error());
    sources.push_back(std::move(*source));
  }
  IngestOptions options = base_;
  options.now = clock_();
  if (Status status = read_again(options, sources); !status) return wait(status.error());
  for (const auto& [id, findings] : before.findings) {
    const auto after = documents_.document(id);
    if (!after) return wait(after.error());
    Json changed = findings_between(findings, (*after)->root()["findings"].json());
    for (const char* what : {"gone", "new"}) {
      Json& total = out[std::string(what) + "_total"];
      total = total.get<std::size_t>() + changed[what].size();
      for (Json& one : changed[what]) {
        if (out[what].size() < kMostTold) out[what].push_back(std::move(one));
      }
    }
  }
  return out;
}

// REQUIRES: mending_ is held.
Result<Json> Mender::written_and_carried_out(Json correction, const Touched& before) {
  const auto written = add_correction(base_.corrections, correction);
  if (!written) return written.forward();
  Json out = {
      {"file", written->file}, {"index", written->index}, {"correction", std::move(correction)}, {"state", nullptr}, {"message", nullptr}};
  out.update(carried_out(before));
  const auto standings = standings_in(base_.output);
  if (const auto found = standings.find({written->file, static_cast<std::int64_t>(written->index)}); found != standings.end()) {
    out["state"] = found->second.value("state", Json());
    out["message"] = found->second.value("message", Json());
  }
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
    if (!has_finding((*before)->root(), one_line_in(target, "finding_id")))
      return answer_of(Json{{"error", "stale"}, {"message", "the finding is not there any more"}, {"standing", nullptr}}, 409);
  } else {
    // As strict as the run that will read it, and told before anything is written.
    const CorrectionFile read = read_corrections("correction", json_text(Json::array({*correction})));
    if (!read.problems.empty()) return answer_of(read.problems.front().error);
    const auto standing = standing_texts((*before)->root(), target);
    if (!target.contains("term") && !is_expected(standing, (*correction)["expect"])) {
      return answer_of(Json{{"error", "stale"},
                            {"message", "something else stands there now"},
                            {"standing", standing.empty() ? Json() : Json(standing.front())}},
                       409);
    }
  }
  const auto touched = touched_by(id, *correction);
  if (!touched) return answer_of(touched.error());
  const auto out = written_and_carried_out(std::move(*correction), *touched);
  return out ? answer_of(*out) : answer_of(out.error());
}

// The series are looked up again under the lock: a pair that was joined meanwhile is none any more.
Answered Mender::join(const std::string& given) {
  if (!can_mend()) return bad("start 'jangbu review' with --corrections to mend");
  const Json body = json_if_any<Json>(given);
  if (!body.is_object()) return bad("no JSON object");
  for (const char* name : {"from", "into"}) {
    if (!body.contains(name) || !body[name].is_number_unsigned()) return bad("which series are to be joined is not said");
  }
  const std::lock_guard lock(mending_);
  const auto into = body["into"].get<std::int64_t>();
  Json plan;
  {
    auto ledger = ledgers_.take();
    if (!ledger) return answer_of(ledger.error());
    auto found = joining_of(**ledger, body["from"].get<std::int64_t>(), into);
    if (!found) return answer_of(found.error());
    plan = std::move(*found);
  }
  if (!plan["why_not"].is_null())
    return answer_of(Json{{"error", "cannot_join"}, {"message", "the two cannot be joined by a word"}, {"why_not", plan["why_not"]}}, 409);
  auto correction = correction_of({{"target", {{"term", plan["name"]}}},
                                   {"expect", plan["name"]},
                                   {"value", plan["into_name"]},
                                   {"reason", body.value("reason", Json())},
                                   {"author", body.value("author", Json())}});
  if (!correction) return answer_of(correction.error());
  (*correction)["date"] = clock_().substr(0, 10);
  const CorrectionFile read = read_corrections("correction", json_text(Json::array({*correction})));
  if (!read.problems.empty()) return answer_of(read.problems.front().error);
  const auto touched = touched_by("", *correction);
  if (!touched) return answer_of(touched.error());
  if (touched->findings.empty()) return bad("no report that prints the name is there any more");
  auto out = written_and_carried_out(std::move(*correction), *touched);
  if (!out) return answer_of(out.error());
  (*out)["document"] = touched->findings.begin()->first;
  (*out)["documents"] = touched->findings.size();
  (*out)["series"] = into;
  (*out)["joined"] = false;
  if (auto ledger = ledgers_.take()) {
    const auto now = series_of_record(**ledger, plan["record_id"]);
    (*out)["joined"] = now && *now == into;
  }
  return answer_of(*out);
}

// Takes the correction out of its file and reads again what it touched, which then says what the source says.
Answered Mender::undo(const std::string& given) {
  if (!can_mend()) return bad("start 'jangbu review' with --corrections to mend");
  const Json body = json_if_any<Json>(given);
  if (!body.is_object() || !body.contains("index") || !body["index"].is_number_unsigned() || !body.contains("correction") ||
      !body["correction"].is_object())
    return bad("no such correction");
  const std::lock_guard lock(mending_);
  const std::string id = one_line_in(body, "document");
  const auto file = body.find("file");
  if (file == body.end() || !file->is_string() || !body["correction"].contains("target")) return bad("no such correction");
  if (const auto there = documents_.document(id); !there) return answer_of(there.error());
  const auto touched = touched_by(id, body["correction"]);
  if (!touched) return answer_of(touched.error());
  const WrittenCorrection place{file->get<std::string>(), body["index"].get<std::size_t>()};
  if (Status status = take_correction(base_.corrections, place, body["correction"], one_line_in(body, "author")); !status)
    return answer_of(status.error());
  return answer_of(carried_out(*touched));
}

Answered Mender::list(const Asked& asked) {
  constexpr std::size_t kMost = 20'000, kMostOutcomes = 20;
  Json out = {{"rows", Json::array()}, {"total", 0}, {"more", false}, {"can_mend", can_mend()}};
  if (!can_mend()) return answer_of(out);
  auto all = corrections_in(base_.corrections, kMost + 1);
  if (!all) return answer_of(all.error());
  out["more"] = cut_to(*all, kMost);
  out["total"] = all->size();
  std::stable_sort(all->begin(), all->end(), [](const Json& a, const Json& b) {
    return a["correction"].value("date", Json()) > b["correction"].value("date", Json());
  });
  const auto standings = standings_in(base_.output);
  const auto offset = static_cast<std::size_t>(number_in(asked.value("offset"), 0, kMost, 0));
  const std::size_t end = std::min(all->size(), offset + static_cast<std::size_t>(number_in(asked.value("limit"), 1, 200, 50)));
  for (std::size_t i = offset; i < end; ++i) {
    Json& one = (*all)[i];
    const auto found = standings.find({one["file"].get<std::string>(), one["index"].get<std::int64_t>()});
    for (const char* name : {"state", "message", "outcomes"})
      one[name] = found != standings.end() ? found->second.value(name, Json()) : Json();
    one["outcomes_total"] = one["outcomes"].is_array() ? one["outcomes"].size() : 0;
    if (one["outcomes"].is_array()) cut_to(one["outcomes"], kMostOutcomes);
    out["rows"].push_back(std::move(one));
  }
  return answer_of(out);
}

}  // namespace jangbu
