// Finds what is to be compared: two documents of one folder, or the records of two folders, by their ids.
//
//   A document may be named by its id, by the beginning of it, or by the path of its file; several that fit are listed in the error.
#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "jangbu/diff_report.h"
#include "loader/atomic_file.h"
#include "loader/record_diff.h"
#include "text/json_text.h"
#include "text/unicode.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

Unexpected damaged(const fs::path& path, const std::string& why) {
  return fail(ErrorCode::kOutputDamaged, path.string() + " is not what jangbu wrote: " + why, "run ingest again");
}

// The folder "documents" tells an output folder: everything else can be missing.
Status is_output(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder / "documents", error)) return Done{};
  return fail(ErrorCode::kPathMissing, folder.string() + " is no output folder of 'jangbu ingest'", "check the path");
}

Result<Json> read_json(const fs::path& path) {
  const auto content = read_file(path, kLargestOwnFile);
  if (!content) return content.forward();
  Json json = json_if_any<Json>(*content);
  if (!json.is_object()) return damaged(path, "it is no JSON object");
  return json;
}

// Ids of all documents whose file or names are `wanted`; those that a later edition has superseded only where there is no other.
// The order in which a name is tried: as an id, as the beginning of one, then as a path in all files (which is slow and comes last).
Result<std::string> find_document(const fs::path& output, const std::string& wanted) {
  std::error_code error;
  const std::string name = to_nfc(wanted);
  if (name.find('/') == std::string::npos && fs::exists(output / "documents" / (name + ".json"), error)) return name;
  std::set<std::string> ids, begun;
  for (const auto& entry : fs::directory_iterator(output / "documents", error)) {
    const std::string file = entry.path().filename().string();
    if (file.starts_with(".") || entry.path().extension() != ".json") continue;
    ids.insert(entry.path().stem().string());
    if (file.starts_with(name)) begun.insert(entry.path().stem().string());
  }
  if (begun.size() == 1 && !name.empty()) return *begun.begin();
  std::map<std::string, std::string> found;  // id → the edition that it supersedes
  for (const std::string& id : ids) {
    const fs::path path = output / "documents" / (id + ".json");
    const auto json = read_json(path);
    if (!json) return json.forward();
    try {
      const Json& source = json->at("source");
      bool named = to_nfc(source.at("path").get<std::string>()) == name;
      if (const auto paths = source.find("paths"); paths != source.end()) {
        named = named || std::any_of(paths->begin(), paths->end(), [&](const Json& one) { return one == name; });
      }
      if (!named) continue;
      const Json& before = json->at("edition").at("supersedes");
      found[id] = before.is_string() ? before.get<std::string>() : std::string();
    } catch (const Json::exception& complaint) {
      return damaged(path, complaint.what());
    }
  }
  // An edition that another of the same path supersedes is not meant.
  for (const auto& [id, before] : std::map(found)) found.erase(before);
  if (found.size() == 1) return found.begin()->first;
  const std::set<std::string>* several = found.empty() ? &begun : nullptr;
  std::string list;
  if (several) {
    for (const std::string& id : *several) list += "\n  " + id;
  } else {
    for (const auto& [id, before] : found) list += "\n  " + id;
  }
  if (list.empty())
    return fail(ErrorCode::kPathMissing, "no document of " + output.string() + " has the id or path " + wanted,
                "see " + (output / "documents").string());
  return fail(ErrorCode::kPathMissing, wanted + " may be any of these:" + list, "give a whole id");
}

// In the order of offices, types and tables, as a reader would go through the reports.
void count_and_sort(Difference& difference) {
  for (const RecordChange& change : difference.records) {
    switch (change.kind) {
      case RecordChange::Kind::kAdded: ++difference.added; break;
      case RecordChange::Kind::kRemoved: ++difference.removed; break;
      case RecordChange::Kind::kChanged: ++difference.changed; break;
    }
  }
  std::stable_sort(difference.records.begin(), difference.records.end(), [](const RecordChange& a, const RecordChange& b) {
    return std::tie(a.organization, a.type, a.table, a.row, a.record_id) < std::tie(b.organization, b.type, b.table, b.row, b.record_id);
  });
}

// Where the records of one folder stand: 16 bytes a record. Ids of one hash are told apart when they are looked up.
class Places {
 public:
  // What is no record throws Json::exception.
  explicit Places(const fs::path& folder) {
    std::error_code error;
    for (const auto& type : fs::directory_iterator(folder / "records", error)) {
      std::error_code below;
      for (const auto& entry : fs::directory_iterator(type.path(), below)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".ndjson" && !name.starts_with(".")) files_.push_back(entry.path());
      }
    }
    std::sort(files_.begin(), files_.end());
    for (std::size_t i = 0; i < files_.size(); ++i) {
      each(i, [&](const Json& record) { places_.emplace_back(std::hash<std::string>()(record.at("record_id").get<std::string>()), i); });
    }
    // Sorted by hash, to be searched by halving: less memory than a map of all ids.
    std::sort(places_.begin(), places_.end());
  }

  std::size_t files() const { return files_.size(); }

  template <typename Take>
  // Line by line; each must have an id, or it is no record of ours.
  void each(std::size_t file, const Take& take) const {
    std::ifstream in(files_[file], std::ios::binary);
    for (std::string line; std::getline(in, line);) {
      const Json record = json_from<Json>(line);
      [[maybe_unused]] const std::string id = record.at("record_id").get<std::string>();
      take(record);
    }
  }

  // The record of that id; null where there is none. The file that it stands in is kept for the next one.
  const Json* find(const std::string& id) {
    const std::size_t hash = std::hash<std::string>()(id);
    for (auto at = std::lower_bound(places_.begin(), places_.end(), std::pair(hash, std::size_t{0}));
         at != places_.end() && at->first == hash; ++at) {
      if (at->second != open_) {
        open_ = at->second;
        records_.clear();
        each(open_, [&](const Json& record) { records_.emplace(record["record_id"].get<std::string>(), record); });
      }
      if (const auto found = records_.find(id); found != records_.end()) return &found->second;
    }
    return nullptr;
  }

 private:
  std::vector<fs::path> files_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;  // hash of the id, file
  std::size_t open_ = static_cast<std::size_t>(-1);
  std::map<std::string, Json> records_;
};

// Both folders are read once from end to end; files of the other side are opened as ids lead there, mostly in the same order.
void diff_records(const fs::path& a, const fs::path& b, Difference& difference) {
  Places before(a), after(b);
  for (std::size_t i = 0; i < before.files(); ++i) {
    before.each(i, [&](const Json& record) {
      const Json* now = after.find(record["record_id"].get<std::string>());
      if (!now) {
        difference.records.push_back(lone_record(record, RecordChange::Kind::kRemoved));
      } else if (auto change = changed_record(record, *now)) {
        difference.records.push_back(std::move(*change));
      } else {
        ++difference.same;
      }
    });
  }
  for (std::size_t i = 0; i < after.files(); ++i) {
    after.each(i, [&](const Json& record) {
      if (!before.find(record["record_id"].get<std::string>()))
        difference.records.push_back(lone_record(record, RecordChange::Kind::kAdded));
    });
  }
}

}  // namespace

// Two documents of one folder fit into memory: their records are compared as two maps.
Result<Difference> diff_documents(const fs::path& output, const std::string& a, const std::string& b) {
  if (Status status = is_output(output); !status) return status.forward();
  Difference difference;
  std::map<std::string, Json> records[2];
  const std::string* const wanted[2] = {&a, &b};
  std::string* const ids[2] = {&difference.a, &difference.b};
  for (int side = 0; side < 2; ++side) {
    const auto id = find_document(output, *wanted[side]);
    if (!id) return id.forward();
    *ids[side] = *id;
    const fs::path path = output / "documents" / (*id + ".json");
    auto json = read_json(path);
    if (!json) return json.forward();
    try {
      for (Json& record : json->at("records")) {
        std::string key = record.at("record_id").get<std::string>();
        records[side].emplace(std::move(key), std::move(record));
      }
    } catch (const Json::exception& error) {
      return damaged(path, error.what());
    }
  }
  try {
    for (const auto& [id, before] : records[0]) {
      const auto after = records[1].find(id);
      if (after == records[1].end()) {
        difference.records.push_back(lone_record(before, RecordChange::Kind::kRemoved));
      } else if (auto change = changed_record(before, after->second)) {
        difference.records.push_back(std::move(*change));
      } else {
        ++difference.same;
      }
    }
    for (const auto& [id, after] : records[1]) {
      if (!records[0].contains(id)) difference.records.push_back(lone_record(after, RecordChange::Kind::kAdded));
    }
  } catch (const Json::exception& error) {
    return damaged(output / "documents", error.what());
  }
  count_and_sort(difference);
  return difference;
}

// Both must be output folders: a wrong path would look as if all records had been removed.
Result<Difference> diff_outputs(const fs::path& a, const fs::path& b) {
  Difference difference;
  difference.a = a.string();
  difference.b = b.string();
  for (const fs::path& folder : {a, b}) {
    if (Status status = is_output(folder); !status) return status.forward();
  }
  try {
    diff_records(a, b, difference);
  } catch (const Json::exception& error) {
    return damaged("records", error.what());
  }
  count_and_sort(difference);
  return difference;
}

}  // namespace jangbu
