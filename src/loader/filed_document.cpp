// documents/<id>.json as an object: types to read, JSON to write back. Changes are made in the JSON and in the types together.
// What may change of a document without reading it again is its standing, its findings and how they are judged;
// record statuses follow from findings.
// Members that this version does not know stay in the JSON, so an older program does not cut down what a newer one wrote.
//
//   parse()             JSON ─▶ Document, records, findings, edition, paths
//   set_standing()      edition, source.paths
//   replace_findings()  findings of one kind, statuses of records
//   judge_findings()    severity, assessed, accepted, statuses of records
#include "loader/filed_document.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "loader/filed_parts.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

// The records that a finding speaks against: as audit/ flags them. An accepted one speaks against none.
// A sum names its total first and then its parts: only the total is doubted. Figures of two tables that differ are both doubted.
std::size_t most_named(const Json& finding) {
  const std::size_t ids = finding.at("record_ids").size();
  return finding.value("kind", "") == "cross_table" ? ids : std::min<std::size_t>(1, ids);
}

}  // namespace

struct FiledDocument::Inside {
  Json json;
};

FiledDocument::FiledDocument() : inside_(std::make_unique<Inside>()) {}
FiledDocument::FiledDocument(FiledDocument&&) noexcept = default;
FiledDocument& FiledDocument::operator=(FiledDocument&&) noexcept = default;
FiledDocument::~FiledDocument() = default;

// Every JSON exception on the way means that this is no file of ours.
Result<FiledDocument> FiledDocument::parse(std::string_view json, const std::string& name) {
  const auto damaged = [&](const std::string& why) {
    return fail(ErrorCode::kOutputDamaged, name + " is not a document that jangbu wrote: " + why, "move it away, and run again");
  };
  FiledDocument out;
  try {
    out.inside_->json = json_from<Json>(json);
    out.read();
  } catch (const Json::exception& error) {
    return damaged(error.what());
  }
  return out;
}

// Findings of a kind that this version does not know stay in the JSON and are no types.
void FiledDocument::read() {
  const Json& json = inside_->json;
  document_ = document_in(json);
  records_ = records_in(json, document_);
  for (const Json& finding : json.at("findings")) {
    if (auto known = finding_in(finding)) findings_.push_back(std::move(*known));
  }
  edition_ = edition_in(json);
  paths_ = paths_in(json);
}

// The outcomes of corrections tell what was printed before; the first of each field is the oldest.
Document FiledDocument::uncorrected_cover() const {
  Document cover;
  cover.source = document_.source;
  cover.organization = document_.organization;
  cover.report_kind = document_.report_kind;
  cover.report_date = document_.report_date;
  std::set<std::string> restored;
  for (const CorrectionOutcome& one : document_.corrections) {
    if (!one.table.empty() || one.state != CorrectionState::kApplied || !restored.insert(one.field).second) continue;
    if (one.field == "organization") cover.organization = one.before;
    if (one.field == "report_kind") cover.report_kind = one.before;
    if (one.field == "report_date") cover.report_date = one.before;
  }
  return cover;
}

std::vector<std::string> FiledDocument::record_lines() const {
  std::vector<std::string> out;
  for (const Json& record : inside_->json.at("records")) out.push_back(json_text(record));
  return out;
}

std::vector<std::string> FiledDocument::finding_lines() const {
  std::vector<std::string> out;
  for (const Json& finding : inside_->json.at("findings")) out.push_back(json_text(finding));
  return out;
}

std::string FiledDocument::outcomes() const {
  const auto found = inside_->json.find("corrections");
  return found == inside_->json.end() ? std::string() : json_text(*found);
}

// One path is told by source.path; `paths` lists them only where there are several.
void FiledDocument::set_standing(const Edition& edition, const std::vector<std::string>& paths) {
  Json& json = inside_->json;
  json["edition"] = {{"number", edition.number}, {"supersedes", edition.supersedes.empty() ? Json(nullptr) : Json(edition.supersedes)}};
  if (paths.empty()) {
    json["source"].erase("paths");
  } else {
    json["source"]["paths"] = paths;
  }
  edition_ = edition;
  paths_ = paths;
}

// Three stretches: what is kept, the new lines, then what is to stand behind them. Only records that this kind names or named change their
// status.
Status FiledDocument::replace_findings(std::string_view kind, const std::vector<std::string>& lines, std::string_view before) {
  Json& json = inside_->json;
  try {
    std::set<std::string> touched, flagged;  // records that findings of this kind name or named; records that any finding names now
    Json::array_t kept, after;
    const auto name = [&](const Json& finding, std::set<std::string>& ids) {
      if (&ids == &flagged && finding.contains("accepted")) return;
      for (std::size_t i = 0; i < most_named(finding); ++i) ids.insert(finding["record_ids"][i].get<std::string>());
    };
    for (const Json& finding : json.at("findings")) {
      if (finding.at("kind") == kind) {
        name(finding, touched);
        continue;
      }
      name(finding, flagged);
      (!before.empty() && finding["kind"] == before ? after : kept).push_back(finding);
    }
    for (const std::string& one : lines) {
      kept.push_back(json_from<Json>(one));
      name(kept.back(), touched);
      name(kept.back(), flagged);
    }
    for (Json& finding : after) kept.push_back(std::move(finding));
    const Json& records = json.at("records");
    for (std::size_t i = 0; i < records.size(); ++i) {
      Json& record = json["records"][i];
      const std::string id = record.at("record_id").get<std::string>();
      // A correction says more than a doubt.
      if (!touched.contains(id) || record.at("status") == "corrected") continue;
      record["status"] = flagged.contains(id) ? "flagged" : "ok";
      records_[i].flagged = flagged.contains(id);
    }
    json["findings"] = std::move(kept);
    findings_.clear();
    for (const Json& finding : json["findings"]) {
      if (auto known = finding_in(finding)) findings_.push_back(std::move(*known));
    }
    return Done{};
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, document_.id + ".json is not a document that jangbu wrote: " + error.what(),
                "run again with --force");
  }
}

// The judgement is worked out from the finding itself each time, so nothing of an older one is left.
Status FiledDocument::judge_findings(const std::function<void(Finding&)>& judge) {
  Json& json = inside_->json;
  try {
    std::set<std::string> named, flagged;
    for (Json& finding : json.at("findings")) {
      auto known = finding_in(finding);
      if (!known) continue;
      judge(*known);
      finding["severity"] = severity_name(known->severity);
      finding.erase("assessed");
      finding.erase("accepted");
      if (known->assessed) finding["assessed"] = severity_name(*known->assessed);
      if (const auto& accepted = known->accepted) {
        finding["accepted"] = {
            {"correction_id", accepted->correction}, {"reason", accepted->reason}, {"author", accepted->author}, {"date", accepted->date}};
      }
      for (std::size_t i = 0; i < most_named(finding); ++i) {
        named.insert(finding["record_ids"][i].get<std::string>());
        if (!known->accepted) flagged.insert(finding["record_ids"][i].get<std::string>());
      }
    }
    for (std::size_t i = 0; i < json.at("records").size(); ++i) {
      Json& record = json["records"][i];
      const std::string id = record.at("record_id").get<std::string>();
      if (!named.contains(id) || record.at("status") == "corrected") continue;
      record["status"] = flagged.contains(id) ? "flagged" : "ok";
      records_[i].flagged = flagged.contains(id);
    }
    findings_.clear();
    for (const Json& finding : json["findings"]) {
      if (auto known = finding_in(finding)) findings_.push_back(std::move(*known));
    }
    return Done{};
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, document_.id + ".json is not a document that jangbu wrote: " + error.what(),
                "run again with --force");
  }
}

std::string FiledDocument::json() const { return json_text(inside_->json, 1) + "\n"; }

}  // namespace jangbu
