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

#include <nlohmann/json.hpp>
#include <set>

#include "loader/filed_parts.h"
#include "model/record_status.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

// The records that a finding speaks against, accepted or not.
std::vector<std::string> named_by(Finding finding) {
  finding.accepted.reset();
  return accused_by(finding);
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
  read_findings();
  edition_ = edition_in(json);
  paths_ = paths_in(json);
}

std::vector<FiledRecord> FiledDocument::filed_records() const {
  std::vector<FiledRecord> out;
  for (const Record& record : records_) {
    FiledRecord& one = out.emplace_back(FiledRecord{record, document_.source.path, {}, {}});
    if (!record.in_table()) continue;
    one.table = document_.tables[record.table_index].id;
    one.row = record.row;
  }
  return out;
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

void FiledDocument::read_findings() {
  findings_.clear();
  for (const Json& finding : inside_->json.at("findings")) {
    if (auto known = finding_in(finding)) findings_.push_back(std::move(*known));
  }
}

// Of the records that are `named`; a correction says more than a doubt.
void FiledDocument::set_statuses(const std::set<std::string>& named, const std::set<std::string>& accused) {
  Json& records = inside_->json.at("records");
  for (std::size_t i = 0; i < records_.size(); ++i) {
    Record& record = records_[i];
    if (!named.contains(record.id) || records[i].at("status") == "corrected") continue;
    record.flagged = accused.contains(record.id);
    records[i]["status"] = status_of(record);
  }
}

// Three stretches: what is kept, the new ones, then what is to stand behind them. Only records that this kind names or named change their
// status. Findings of a kind that this version does not know stay as they are, and accuse nobody.
Status FiledDocument::replace_findings(FindingKind kind, const std::vector<Finding>& findings, std::optional<FindingKind> before) {
  try {
    std::set<std::string> touched, accused;  // records that findings of this kind name or named; records that any finding accuses now
    Json::array_t kept, after;
    const auto take = [](const std::vector<std::string>& ids, std::set<std::string>& into) { into.insert(ids.begin(), ids.end()); };
    for (const Json& json : inside_->json.at("findings")) {
      const auto known = finding_in(json);
      if (known && known->kind == kind) {
        take(named_by(*known), touched);
        continue;
      }
      if (known) take(accused_by(*known), accused);
      (known && before == known->kind ? after : kept).push_back(json);
    }
    for (const Finding& finding : findings) {
      kept.push_back(finding_object(finding));
      take(named_by(finding), touched);
      take(accused_by(finding), accused);
    }
    for (Json& finding : after) kept.push_back(std::move(finding));
    inside_->json["findings"] = std::move(kept);
    set_statuses(touched, accused);
    read_findings();
    return Done{};
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, document_.id + ".json is not a document that jangbu wrote: " + error.what(),
                "run again with --force");
  }
}

// The judgement is worked out from the finding itself each time, so nothing of an older one is left.
Status FiledDocument::judge_findings(const std::function<void(Finding&)>& judge) {
  try {
    std::set<std::string> named, accused;
    for (Json& json : inside_->json.at("findings")) {
      auto finding = finding_in(json);
      if (!finding) continue;
      judge(*finding);
      const Json judged = finding_object(*finding);
      json["severity"] = judged["severity"];
      for (const char* member : {"assessed", "accepted"}) {
        json.erase(member);
        if (judged.contains(member)) json[member] = judged[member];
      }
      for (std::string& id : named_by(*finding)) named.insert(std::move(id));
      for (std::string& id : accused_by(*finding)) accused.insert(std::move(id));
    }
    set_statuses(named, accused);
    read_findings();
    return Done{};
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, document_.id + ".json is not a document that jangbu wrote: " + error.what(),
                "run again with --force");
  }
}

std::string FiledDocument::json() const { return json_text(inside_->json, 1) + "\n"; }

}  // namespace jangbu
