#include "pipeline/renditions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "model/field_name.h"
#include "text/hash.h"
#include "text/unicode.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kKind = "cross_rendition";
constexpr std::size_t kMostTold = 50;  // of one rendition; more says that one of them was misread, not fifty misprints

struct Side {
  const Json& document;
  const Json& record;
};

struct Words {
  std::string ko, en;
};

Words format_of(const Json& document) {
  std::string name = document.at("source").at("format").get<std::string>();
  if (name == "text") return {"텍스트", "text"};
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return {name, name};
}

Words place_of(const Side& side) {
  const Json& source = side.record.at("source");
  Words out = format_of(side.document);
  std::string ko, en;
  if (source.at("table").is_string()) {
    ko = "표 " + source["table"].get<std::string>();
    en = "table " + source["table"].get<std::string>();
  }
  if (source.at("page").is_number_integer()) {
    const std::string page = std::to_string(source["page"].get<int>());
    ko += (ko.empty() ? "" : ", ") + page + "쪽";
    en += (en.empty() ? "" : ", ") + ("page " + page);
  }
  if (!ko.empty()) {
    out.ko += "(" + ko + ")";
    out.en += " (" + en + ")";
  }
  return out;
}

std::string printed(const Json& record, const std::string& field) {
  const Json& cells = record.at("cells");
  if (!cells.contains(field)) return json_text(record.at("values").at(field));
  const Json& cell = cells[field];
  return "「" + collapse_blanks(cell.value(cell.contains("corrected") ? "corrected" : "text", "")) + "」";
}

std::string korean_name(const std::vector<Profile>& profiles, const std::string& type, const std::string& name) {
  const Profile* profile = profile_for(profiles, type);
  const ProfileField* field = profile ? profile->field(name) : nullptr;
  return field ? field->korean : name;
}

Json finding_object(const Json& lead, const Json& other, std::string key, std::string severity, Json record_ids, const Words& message) {
  key = lead.at("document_id").get<std::string>() + "|" + kKind + "|" + other.at("document_id").get<std::string>() + "|" + key;
  return {{"finding_id", sha256_hex(key).substr(0, 20)},
          {"document_id", lead.at("document_id")},
          {"kind", kKind},
          {"severity", std::move(severity)},
          {"record_ids", std::move(record_ids)},
          {"field", nullptr},
          {"printed", nullptr},
          {"computed", nullptr},
          {"tolerance", nullptr},
          {"message", {{"ko", message.ko}, {"en", message.en}}},
          {"table", nullptr},
          {"row", nullptr},
          {"page", nullptr}};
}

Json different_figure(const Side& lead, const Side& other, const std::string& field, const std::vector<Profile>& profiles) {
  const Json &mine = lead.record.at("values").at(field), &theirs = other.record.at("values").at(field);
  const double a = mine.get<double>(), b = theirs.get<double>();
  const double share = names_a_rate(field) ? std::fabs(a - b) : std::fabs(a - b) / std::max({1.0, std::fabs(a), std::fabs(b)});
  const Words here = place_of(lead), there = place_of(other);
  const std::string name = "「" + lead.record.at("name").get<std::string>() + "」", type = lead.record.at("record_type").get<std::string>();
  const std::string id = lead.record.at("record_id").get<std::string>();
  Json out = finding_object(lead.document, other.document, id + "|" + field, share >= 0.01 ? "error" : "warning", Json::array({id}),
                            {name + "의 " + korean_name(profiles, type, field) + ": " + here.ko + "에는 " + printed(lead.record, field) + ", " + there.ko + "에는 " +
                                 printed(other.record, field) + "(으)로 적혀 있습니다.",
                             name + ": " + field + " is printed as " + printed(lead.record, field) + " in the " + here.en + ", and as " + printed(other.record, field) +
                                 " in the " + there.en + "."});
  out["field"] = field;
  out["printed"] = mine;
  out["computed"] = theirs;
  out["tolerance"] = 0;
  const Json& source = lead.record.at("source");
  out["table"] = source.at("table");
  out["page"] = source.at("page");
  if (const Json& cells = lead.record.at("cells"); cells.contains(field) && cells[field].contains("row")) {
    out["row"] = cells[field]["row"];
    if (cells[field].at("page").is_number_integer()) out["page"] = cells[field]["page"];
  }
  return out;
}

// Lines of an outline print no figures in columns; where a form begins and ends them is its own.
bool has_figures(const Json& record) {
  const Json& values = record.at("values");
  return std::any_of(values.begin(), values.end(), [](const Json& value) { return value.is_number(); });
}

void compare(const Json& lead, const Json& other, const std::vector<Profile>& profiles, Json& findings) {
  std::map<std::string, const Json*> theirs;
  for (const Json& record : other.at("records")) {
    if (has_figures(record)) theirs.emplace(record.at("record_id").get<std::string>(), &record);
  }
  std::size_t missing = 0, met = 0, differing = 0;
  for (const Json& record : lead.at("records")) {
    if (!has_figures(record)) continue;
    const auto found = theirs.find(record.at("record_id").get<std::string>());
    if (found == theirs.end()) {
      ++missing;
      continue;
    }
    ++met;
    for (const auto& [field, value] : record.at("values").items()) {
      const Json& values = found->second->at("values");
      if (!value.is_number() || !values.contains(field) || !values[field].is_number() || value == values[field]) continue;
      if (++differing <= kMostTold) findings.push_back(different_figure({lead, record}, {other, *found->second}, field, profiles));
    }
  }
  const Words mine = format_of(lead), form = format_of(other);
  if (differing > kMostTold) {
    const std::string more = std::to_string(differing - kMostTold);
    findings.push_back(finding_object(lead, other, "more", "warning", Json::array(),
                                      {form.ko + "와(과) 다른 수치가 " + more + "개 더 있습니다.", more + " more figures differ from the " + form.en + "."}));
  }
  const std::size_t surplus = theirs.size() - met;
  if (missing + surplus > 0) {
    findings.push_back(finding_object(
        lead, other, "rows", "info", Json::array(),
        {mine.ko + "의 " + std::to_string(missing) + "개 행이 " + form.ko + "에 없고, " + form.ko + "의 " + std::to_string(surplus) + "개 행이 " + mine.ko + "에 없습니다.",
         std::to_string(missing) + " rows of the " + mine.en + " are not in the " + form.en + ", and " + std::to_string(surplus) + " of the " + form.en +
             " not in the " + mine.en + "."}));
  }
}

}  // namespace

Result<std::string> with_rendition_findings(std::string_view lead, const std::vector<std::string>& others, const std::vector<Profile>& profiles) {
  try {
    Json document = json_from<Json>(lead);
    Json findings = Json::array();
    std::set<std::string> was, own, is;  // records that findings name: those made here before, the report's own, those made now
    const auto name = [](const Json& finding, std::set<std::string>& names) {
      const Json& ids = finding.at("record_ids");
      const std::size_t most = finding.at("kind") == "cross_table" ? ids.size() : std::min<std::size_t>(1, ids.size());  // as audit/audit.cpp flags them
      for (std::size_t i = 0; i < most; ++i) names.insert(ids[i].get<std::string>());
    };
    for (const Json& finding : document.at("findings")) {
      const bool made_here = finding.at("kind") == kKind;
      name(finding, made_here ? was : own);
      if (!made_here) findings.push_back(finding);
    }
    const std::size_t first = findings.size();
    for (const std::string& other : others) compare(document, json_from<Json>(other), profiles, findings);
    for (std::size_t i = first; i < findings.size(); ++i) name(findings[i], is);
    for (Json& record : document.at("records")) {
      const std::string id = record.at("record_id").get<std::string>();
      if (record.at("status") == "corrected" || (!was.contains(id) && !is.contains(id))) continue;
      record["status"] = is.contains(id) || own.contains(id) ? "flagged" : "ok";
    }
    document["findings"] = std::move(findings);
    return json_text(document, 1) + "\n";
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, std::string("a document's file is not what jangbu wrote: ") + error.what(), "run again with --force");
  }
}

}  // namespace jangbu
