// Finds what is to be compared: two documents of one folder, or the records of two folders, by their ids.
//
//   A document may be named by its id, by the beginning of it, or by the path of its file; several that fit are listed in the error.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "jangbu/diff_report.h"
#include "loader/atomic_file.h"
#include "loader/filed_document.h"
#include "loader/filed_records.h"
#include "loader/record_diff.h"
#include "loader/standing.h"
#include "text/unicode.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// The folder "documents" tells an output folder: everything else can be missing.
Status is_output(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder / "documents", error)) return Done{};
  return fail(ErrorCode::kPathMissing, folder.string() + " is no output folder of 'jangbu ingest'", "check the path");
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
    const auto content = read_file(path, kLargestOwnFile);
    if (!content) return content.forward();
    const auto standing = standing_in(*content, path.string());
    if (!standing) return standing.forward();
    const std::vector<std::string>& paths = standing->paths;
    if (to_nfc(standing->path) != name && std::find(paths.begin(), paths.end(), name) == paths.end()) continue;
    found[id] = standing->edition.supersedes;
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
// Two passes: the first only notes in which file each id stands, the second reads files one by one. An output of millions of records is
// compared in the memory of one file and 16 bytes a record.
class Places {
 public:
  // Errors of all: output_damaged.
  static Result<Places> of(const fs::path& folder) {
    Places out;
    std::error_code error;
    for (const auto& type : fs::directory_iterator(folder / "records", error)) {
      std::error_code below;
      for (const auto& entry : fs::directory_iterator(type.path(), below)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".ndjson" && !name.starts_with(".")) out.files_.push_back(entry.path());
      }
    }
    std::sort(out.files_.begin(), out.files_.end());
    for (std::size_t i = 0; i < out.files_.size(); ++i) {
      const Status read =
          each_filed_id(out.files_[i], [&](const std::string& id) { out.places_.emplace_back(std::hash<std::string>()(id), i); });
      if (!read) return read.forward();
    }
    // Sorted by hash, to be searched by halving: less memory than a map of all ids.
    std::sort(out.places_.begin(), out.places_.end());
    return out;
  }

  std::size_t files() const { return files_.size(); }

  template <typename Take>
  Status each(std::size_t file, const Take& take) const {
    return each_filed_record(files_[file], [&](FiledRecord&& one) {
      take(std::move(one));
      return true;
    });
  }

  // The record of that id; null where there is none. The file that it stands in is kept for the next one.
  Result<const FiledRecord*> find(const std::string& id) {
    const std::size_t hash = std::hash<std::string>()(id);
    for (auto at = std::lower_bound(places_.begin(), places_.end(), std::pair(hash, std::size_t{0}));
         at != places_.end() && at->first == hash; ++at) {
      if (at->second != open_) {
        open_ = at->second;
        records_.clear();
        const Status read = each(open_, [&](FiledRecord&& one) {
          std::string key = one.record.id;
          records_.emplace(std::move(key), std::move(one));
        });
        if (!read) return read.forward();
      }
      if (const auto found = records_.find(id); found != records_.end()) return &found->second;
    }
    return nullptr;
  }

 private:
  std::vector<fs::path> files_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;  // hash of the id, file
  std::size_t open_ = static_cast<std::size_t>(-1);
  std::map<std::string, FiledRecord> records_;
};

// `now`: the record of the same id on the other side, null where there is none.
void add_difference(const FiledRecord& record, const FiledRecord* now, Difference& difference) {
  if (!now) {
    difference.records.push_back(lone_record(record, RecordChange::Kind::kRemoved));
  } else if (auto change = changed_record(record, *now)) {
    difference.records.push_back(std::move(*change));
  } else {
    ++difference.same;
  }
}

// Both folders are read once from end to end; files of the other side are opened as ids lead there, mostly in the same order.
Status diff_records(const fs::path& a, const fs::path& b, Difference& difference) {
  auto before = Places::of(a), after = Places::of(b);
  if (!before) return before.forward();
  if (!after) return after.forward();
  Status status = Done{};
  for (std::size_t i = 0; status && i < before->files(); ++i) {
    const Status read = before->each(i, [&](const FiledRecord& one) {
      const auto now = after->find(one.record.id);
      if (!now) {
        status = now.forward();
      } else {
        add_difference(one, *now, difference);
      }
    });
    if (!read) return read;
  }
  for (std::size_t i = 0; status && i < after->files(); ++i) {
    const Status read = after->each(i, [&](const FiledRecord& one) {
      const auto was = before->find(one.record.id);
      if (!was) {
        status = was.forward();
      } else if (!*was) {
        difference.records.push_back(lone_record(one, RecordChange::Kind::kAdded));
      }
    });
    if (!read) return read;
  }
  return status;
}

}  // namespace

// Two documents of one folder fit into memory: their records are compared as two maps.
Result<Difference> diff_documents(const fs::path& output, const std::string& a, const std::string& b) {
  if (Status status = is_output(output); !status) return status.forward();
  Difference difference;
  std::map<std::string, FiledRecord> records[2];
  const std::string* const wanted[2] = {&a, &b};
  std::string* const ids[2] = {&difference.a, &difference.b};
  for (int side = 0; side < 2; ++side) {
    const auto id = find_document(output, *wanted[side]);
    if (!id) return id.forward();
    *ids[side] = *id;
    const fs::path path = output / "documents" / (*id + ".json");
    const auto content = read_file(path, kLargestOwnFile);
    if (!content) return content.forward();
    const auto filed = FiledDocument::parse(*content, path.string());
    if (!filed) return filed.forward();
    for (FiledRecord& one : filed->filed_records()) {
      std::string key = one.record.id;
      records[side].emplace(std::move(key), std::move(one));
    }
  }
  for (const auto& [id, before] : records[0]) {
    const auto after = records[1].find(id);
    add_difference(before, after == records[1].end() ? nullptr : &after->second, difference);
  }
  for (const auto& [id, after] : records[1]) {
    if (!records[0].contains(id)) difference.records.push_back(lone_record(after, RecordChange::Kind::kAdded));
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
  if (Status status = diff_records(a, b, difference); !status) return status.forward();
  count_and_sort(difference);
  return difference;
}

}  // namespace jangbu
