#include "pipeline/shelf.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <tuple>

#include "loader/atomic_file.h"
#include "records/identity.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

int rank_of(const std::string& format) {
  static constexpr const char* kBestFirst[] = {"hwpx", "hwp", "hwpml", "hwp3", "pdf", "text"};
  int rank = 0;
  for (const char* name : kBestFirst) {
    if (format == name) return rank;
    ++rank;
  }
  return rank;
}

std::string text_or_empty(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<ShelvedDocument> read_one(const std::filesystem::path& path) {
  auto content = read_file(path, kLargestOwnFile);
  if (!content) return content.forward();
  try {
    const Json json = Json::parse(*content);
    ShelvedDocument out;
    Document document;
    out.id = json.at("document_id").get<std::string>();
    document.organization = text_or_empty(json, "organization");
    document.report_kind = text_or_empty(json, "report_kind");
    document.report_date = text_or_empty(json, "report_date");
    out.report = report_key(document);
    out.path = json.at("source").at("path").get<std::string>();
    out.sha256 = json.at("source").at("sha256").get<std::string>();
    out.format = json.at("source").at("format").get<std::string>();
    if (json.contains("metadata")) out.dated = text_or_empty(json["metadata"], "modified");
    for (const Json& record : json.at("records")) {
      out.records.emplace_back(record.at("record_id").get<std::string>(), record.dump());
      out.record_types.push_back(record.at("record_type").get<std::string>());
    }
    for (const Json& finding : json.at("findings")) {
      out.findings.push_back({finding.at("severity").get<std::string>(), finding.at("kind").get<std::string>(), finding.dump()});
    }
    out.written.number = json.at("edition").at("number").get<int>();
    out.written.supersedes = text_or_empty(json.at("edition"), "supersedes");
    out.json = std::move(*content);
    return out;
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, path.string() + " is not a document that jangbu wrote: " + error.what(),
                "move it away, or choose another output folder");
  }
}

// Two files of one organization, kind and date may still be two reports (of two departments whose names the cover leaves out).
// They are taken for one only if a fair part of their rows, by record id, are the same rows.
constexpr double kSharedRows = 0.3;

bool same_rows(const ShelvedDocument& a, const ShelvedDocument& b) {
  if (a.records.empty() || b.records.empty()) return true;
  std::set<std::string_view> ids;
  for (const auto& [id, line] : a.records) ids.insert(id);
  std::size_t shared = 0;
  for (const auto& [id, line] : b.records) shared += ids.contains(id);
  return static_cast<double>(shared) >= kSharedRows * static_cast<double>(std::min(a.records.size(), b.records.size()));
}

// Editions within each format, then the best format of the latest ones.
void settle_report(const std::vector<ShelvedDocument*>& members) {
  std::map<std::string, std::vector<ShelvedDocument*>> formats;
  for (ShelvedDocument* member : members) formats[member->format].push_back(member);
  std::vector<ShelvedDocument*> latest;
  for (auto& [format, editions] : formats) {
    std::sort(editions.begin(), editions.end(), [](const ShelvedDocument* a, const ShelvedDocument* b) {
      return std::tie(a->dated, a->path, a->sha256) < std::tie(b->dated, b->path, b->sha256);
    });
    for (std::size_t i = 0; i < editions.size(); ++i) {
      editions[i]->edition.number = static_cast<int>(i) + 1;
      if (i > 0) editions[i]->edition.supersedes = editions[i - 1]->id;
      if (i + 1 < editions.size()) {
        editions[i]->state = "superseded";
        editions[i]->of = editions.back()->id;
      }
    }
    latest.push_back(editions.back());
  }
  std::sort(latest.begin(), latest.end(), [](const auto* a, const auto* b) { return rank_of(a->format) < rank_of(b->format); });
  for (std::size_t i = 1; i < latest.size(); ++i) {
    latest[i]->state = "rendition";
    latest[i]->of = latest.front()->id;
  }
}

}  // namespace

Result<std::vector<ShelvedDocument>> read_shelf(const std::filesystem::path& output) {
  std::vector<ShelvedDocument> documents;
  std::error_code error;
  std::filesystem::directory_iterator entries(output / "documents", error);
  if (error) return documents;  // a new folder
  for (const auto& entry : entries) {
    if (entry.path().extension() != ".json" || entry.path().filename().string().starts_with(".")) continue;
    auto document = read_one(entry.path());
    if (!document) return document.forward();
    documents.push_back(std::move(*document));
  }
  return documents;
}

void settle_shelf(std::vector<ShelvedDocument>& documents) {
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::map<std::string, std::vector<std::vector<ShelvedDocument*>>> reports;  // files that carry one report, in groups
  for (ShelvedDocument& document : documents) {
    document.state = "ingested";
    document.of.clear();
    document.edition = {};
    if (document.report.empty()) continue;
    auto& groups = reports[document.report];
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& members) {
      return std::any_of(members.begin(), members.end(), [&](const ShelvedDocument* member) { return same_rows(*member, document); });
    });
    if (group == groups.end()) {
      groups.push_back({&document});
    } else {
      group->push_back(&document);
    }
  }
  for (auto& [report, groups] : reports) {
    for (const auto& members : groups) settle_report(members);
  }
  for (ShelvedDocument& document : documents) {
    // A large document is parsed again only where its edition changed.
    if (document.edition.number == document.written.number && document.edition.supersedes == document.written.supersedes) continue;
    Json json = Json::parse(document.json);
    json["edition"] = {{"number", document.edition.number},
                       {"supersedes", document.edition.supersedes.empty() ? Json(nullptr) : Json(document.edition.supersedes)}};
    document.json = json.dump(1) + "\n";
    document.written = document.edition;
  }
}

}  // namespace jangbu
