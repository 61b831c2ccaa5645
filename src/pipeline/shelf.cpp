#include "pipeline/shelf.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "loader/atomic_file.h"
#include "records/identity.h"
#include "text/hash.h"
#include "text/json_text.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

std::string text_or_empty(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// What a document's own file tells of it.
struct Shelved {
  KnownDocument document;
  std::vector<KeptRecord> records;
  std::vector<KeptFinding> findings;
};

Shelved shelved_in(const Json& json) {
  Shelved out;
  KnownDocument& known = out.document;
  Document document;
  document.organization = text_or_empty(json, "organization");
  document.report_kind = text_or_empty(json, "report_kind");
  document.report_date = text_or_empty(json, "report_date");
  // What the source says before corrections: two reports do not become one, or one two, because their names were corrected.
  if (const auto corrections = json.find("corrections"); corrections != json.end()) {
    std::set<std::string> restored;
    for (const Json& one : *corrections) {
      const std::string field = text_or_empty(one, "field");
      if (one.contains("table") || one.at("state") != "applied" || !restored.insert(field).second) continue;
      if (field == "organization") document.organization = text_or_empty(one, "before");
      if (field == "report_kind") document.report_kind = text_or_empty(one, "before");
      if (field == "report_date") document.report_date = text_or_empty(one, "before");
    }
  }
  known.id = json.at("document_id").get<std::string>();
  known.report = report_key(document);
  const Json& source = json.at("source");
  known.path = source.at("path").get<std::string>();
  known.sha256 = source.at("sha256").get<std::string>();
  known.format = source.at("format").get<std::string>();
  if (source.contains("paths")) known.paths = source["paths"].get<std::vector<std::string>>();
  if (json.contains("metadata")) known.dated = text_or_empty(json["metadata"], "modified");
  known.edition = json.at("edition").at("number").get<int>();
  known.supersedes = text_or_empty(json.at("edition"), "supersedes");
  for (const Json& record : json.at("records")) {
    out.records.push_back({record.at("record_id").get<std::string>(), record.at("record_type").get<std::string>(), json_text(record)});
  }
  for (const Json& finding : json.at("findings")) {
    out.findings.push_back({finding.at("severity").get<std::string>(), finding.at("kind").get<std::string>(), json_text(finding)});
  }
  known.records = out.records.size();
  known.findings = out.findings.size();
  return out;
}

Result<Shelved> shelved_in(const fs::path& path, const std::string& content) {
  const auto damaged = [&](const std::string& why) {
    return fail(ErrorCode::kOutputDamaged, path.string() + " is not a document that jangbu wrote: " + why, "move it away, or choose another output folder");
  };
  try {
    Shelved out = shelved_in(json_from<Json>(content));
    if (out.document.id != path.stem().string()) return damaged("it calls itself " + out.document.id);
    return out;
  } catch (const Json::exception& error) {
    return damaged(error.what());
  }
}

// Takes in the file of that stamp, unless it has the bytes that `known` says.
Status take_in(const fs::path& path, const FileStamp& stamp, const KnownDocument* known, State& state) {
  const auto content = read_file(path, kLargestOwnFile);
  if (!content) return content.forward();
  const std::string sha256 = sha256_hex(*content);
  if (known && known->file_sha256 == sha256) {
    KnownDocument same = *known;
    same.file = stamp;
    return state.put_standing(same);
  }
  auto shelved = shelved_in(path, *content);
  if (!shelved) return shelved.forward();
  shelved->document.file = stamp;
  shelved->document.file_sha256 = sha256;
  return state.keep(shelved->document, shelved->records, shelved->findings);
}

}  // namespace

fs::path document_path(const fs::path& output, const std::string& id) { return output / "documents" / (id + ".json"); }

Status take_stock(const fs::path& output, State& state) {
  const auto documents = state.documents();
  if (!documents) return documents.forward();
  std::map<std::string, const KnownDocument*> missing;  // known, and not met yet
  for (const KnownDocument& document : *documents) missing[document.id] = &document;
  std::error_code error;
  std::map<std::string, fs::path> files;
  for (const auto& entry : fs::directory_iterator(output / "documents", error)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".json" && !name.starts_with(".")) files[entry.path().stem().string()] = entry.path();
  }
  for (const auto& [id, path] : files) {
    const auto found = missing.find(id);
    const KnownDocument* known = found == missing.end() ? nullptr : found->second;
    if (known) missing.erase(found);
    const auto stamp = stamp_of(path);
    if (!stamp || (known && *stamp == known->file)) continue;
    if (Status status = take_in(path, *stamp, known, state); !status) return status;
  }
  for (const auto& [id, document] : missing) {
    if (Status status = state.forget_document(id); !status) return status;
  }
  return Done{};
}

Status write_document(const fs::path& output, std::string_view json, KnownDocument& document) {
  const fs::path path = document_path(output, document.id);
  if (Status status = write_atomically(path, json); !status) return status;
  document.file_sha256 = sha256_hex(json);
  document.file = stamp_of(path).value_or(FileStamp{});
  return Done{};
}

Status refile(const fs::path& output, State& state, const std::string& json, KnownDocument& document) {
  const auto shelved = shelved_in(document_path(output, document.id), json);
  if (!shelved) return shelved.forward();
  document.records = shelved->records.size();
  document.findings = shelved->findings.size();
  if (Status status = write_document(output, json, document); !status) return status;
  return state.keep(document, shelved->records, shelved->findings);
}

Result<std::string> outcomes_in_document(const fs::path& output, const std::string& id) {
  const fs::path path = document_path(output, id);
  const auto content = read_file(path, kLargestOwnFile);
  if (!content) return content.forward();
  const Json json = json_if_any<Json>(*content);
  if (!json.is_object()) return fail(ErrorCode::kOutputDamaged, path.string() + " is not a document that jangbu wrote", "move it away, and run again");
  const auto found = json.find("corrections");
  return found == json.end() ? std::string() : json_text(*found);
}

Result<std::string> with_standing(const std::string& text, const KnownDocument& document) {
  try {
    Json json = json_from<Json>(text);
    json.at("edition") = {{"number", document.edition}, {"supersedes", document.supersedes.empty() ? Json(nullptr) : Json(document.supersedes)}};
    if (document.paths.empty()) {
      json.at("source").erase("paths");
    } else {
      json.at("source")["paths"] = document.paths;
    }
    return json_text(json, 1) + "\n";
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, document.id + ".json is not a document that jangbu wrote: " + error.what(), "move it away, and run again");
  }
}

}  // namespace jangbu
