// The folder itself: whose it is, that it can be written to, and the files of lines beside documents/.
// Hard case: --out that points at a folder of somebody else's. It is refused if it holds anything that jangbu did not write, and if links
// stand in the place of jangbu's own files, as writing through one would change a file elsewhere.
//
//   out/ documents/ID.json  records/TYPE/ID.ndjson  ledger.sqlite  findings.ndjson  corrections.ndjson  quarantine.ndjson
//        datapackage.json  run.json  .jangbu/ (state.db, lock)
#include "loader/output_folder.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "loader/atomic_file.h"
#include "text/json_text.h"
#include "text/shown_path.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

// Bytes; a data package of ours is some kilobytes.
constexpr std::uint64_t kLargestPackage = 1 << 20;

Unexpected foreign(const fs::path& output, const std::string& why) {
  return fail(ErrorCode::kOutputForeign, output.string() + " " + why, "choose a new or empty folder with --out");
}

// An output folder of an earlier run, also one that has lost what only jangbu needs.
bool is_own(const fs::path& output) {
  std::error_code error;
  if (fs::symlink_status(output / kOwnFolder, error).type() == fs::file_type::directory) return true;
  const auto package = read_file(output / "datapackage.json", kLargestPackage);
  if (!package) return false;
  const auto json = json_if_any<nlohmann::json>(*package);
  return json.is_object() && json.contains("$schema") && json.value("name", nlohmann::json()) == "jangbu" &&
         json.value("resources", nlohmann::json()).is_array();
}

// What people and file systems put into folders by themselves.
bool means_nothing(const std::string& name) {
  return name.starts_with(".") || name == "lost+found" || name == "desktop.ini" || name == "Thumbs.db";
}

// Refuses a folder with other things in it: what has the name of one of jangbu's files there would be overwritten. And links in the place
// of jangbu's own folders and files, which whoever planted them could have lead anywhere.
Status check_owner(const fs::path& output) {
  std::error_code error;
  fs::directory_iterator entries(output, error);
  if (error) return Done{};  // it is not there yet, or says so itself when it is written to
  if (!is_own(output)) {
    for (const fs::directory_iterator end; !error && entries != end; entries.increment(error)) {
      const std::string name = entries->path().filename().string();
      if (!means_nothing(name))
        return foreign(output, "holds " + shown_path(name) + " and no files of jangbu's: it is no output folder of its");
    }
  }
  for (const char* name :
       {"documents", "records", "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.sqlite-journal", kOwnFolder}) {
    if (fs::is_symlink(fs::symlink_status(output / name, error))) return foreign(output, "has a link in the place of " + std::string(name));
  }
  for (const char* folder : {"records", kOwnFolder}) {
    error.clear();
    for (fs::directory_iterator own(output / folder, error), end; !error && own != end; own.increment(error)) {
      std::error_code ignored;
      if (own->is_symlink(ignored))
        return foreign(output, "has a link in the place of " + shown_path((fs::path(folder) / own->path().filename()).string()));
    }
  }
  return Done{};
}

}  // namespace

// Checks before it makes anything, and makes its own folder first.
Status prepare_output(const fs::path& output) {
  const auto not_writable = [&](const std::string& why) {
    return fail(ErrorCode::kOutputNotWritable, "cannot write to " + output.string() + ": " + why, "choose another folder with --out");
  };
  std::error_code error;
  if (fs::exists(output, error) && !fs::is_directory(output, error)) return not_writable("it is not a folder");
  if (Status status = check_owner(output); !status) return status;
  // That which tells an output folder comes first: a kill after it leaves one.
  for (const char* folder : {kOwnFolder, "documents", "records"}) {
    fs::create_directories(output / folder, error);
    if (error) return not_writable(error.message());
  }
  // Permissions, read-only mounts and full disks show only when something is written. It goes as it came, and nobody waits for the disk.
  // Never committed: nothing is left of it.
  auto probe = AtomicFile::begin(output / ".jangbu-probe");
  if (!probe) return probe.forward();
  if (Status status = probe->append("probe\n"); !status) return status;
  return probe->flush();
}

// Only folders that jangbu writes files into.
void sweep_output(const fs::path& output) {
  for (const fs::path& folder : {output, output / "documents", output / "records"}) sweep_leftovers(folder);
  std::error_code error;
  std::vector<fs::path> types;
  for (const auto& entry : fs::directory_iterator(output / "records", error)) {
    if (entry.is_directory(error)) types.push_back(entry.path());
  }
  for (const fs::path& folder : types) sweep_leftovers(folder);
  fs::remove(output / ".jangbu-probe", error);
}

// quarantine.ndjson is read back only where the state was lost, or by `collect`.
Result<std::vector<QuarantineEntry>> read_quarantine(const fs::path& output) {
  std::vector<QuarantineEntry> entries;
  const auto content = read_file(output / "quarantine.ndjson", kLargestOwnFile);
  if (!content) {
    if (content.error().code == ErrorCode::kPathMissing) return entries;
    return content.forward();
  }
  std::size_t from = 0;
  try {
    while (from < content->size()) {
      const std::size_t end = std::min(content->find('\n', from), content->size());
      const std::string line = content->substr(from, end - from);
      from = end + 1;
      if (line.empty()) continue;
      const Json json = json_from<Json>(line);
      QuarantineEntry entry;
      entry.path = json.at("path").get<std::string>();
      if (json.at("sha256").is_string()) entry.sha256 = json.at("sha256").get<std::string>();
      entry.code = whole_from<int>(json.at("code"));
      entry.error = json.at("error").get<std::string>();
      entry.message = json.at("message").get<std::string>();
      entry.advice = json.at("advice").get<std::string>();
      entry.since = json.at("since").get<std::string>();
      entry.attempts = whole_from<int>(json.at("attempts"));
      entries.push_back(std::move(entry));
    }
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, (output / "quarantine.ndjson").string() + " is not what jangbu wrote: " + error.what(),
                "move it away and run again");
  }
  return entries;
}

// `passing` tells programs whether another try may go well.
Status write_quarantine(const fs::path& output, const std::vector<QuarantineEntry>& entries) {
  return write_lines(output / "quarantine.ndjson", [&](const LineSink& line) -> Status {
    for (const QuarantineEntry& entry : entries) {
      const Json json{{"path", entry.path},
                      {"sha256", entry.sha256.empty() ? Json(nullptr) : Json(entry.sha256)},
                      {"code", entry.code},
                      {"error", entry.error},
                      {"message", entry.message},
                      {"advice", entry.advice},
                      {"since", entry.since},
                      {"attempts", entry.attempts},
                      {"passing", is_passing(static_cast<ErrorCode>(entry.code))}};
      if (!line(json_text(json))) break;
    }
    return Done{};
  });
}

// Stops at the first line that cannot be written, and leaves the old file then.
Status write_lines(const fs::path& path, const std::function<Status(const LineSink&)>& produce) {
  auto file = AtomicFile::begin(path);
  if (!file) return file.forward();
  Status written = Done{};
  const Status produced = produce([&](std::string_view line) {
    written = file->append(line);
    if (written) written = file->append("\n");
    return written.has_value();
  });
  if (!written) return written;
  if (!produced) return produced;
  return file->commit();
}

// The type may come from a user's profile: "/" or a dot in front would lead out of records/.
std::string records_file(const std::string& type, const std::string& document) {
  std::string name = type;
  for (char& c : name) {
    if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ') c = '_';
  }
  if (name.empty() || name.front() == '.') name.insert(name.begin(), '_');
  return "records/" + name + "/" + document + ".ndjson";
}

// A file of an earlier run would tell of corrections that are not given any more.
Status write_corrections(const fs::path& output, const std::vector<std::string>* lines) {
  const fs::path path = output / "corrections.ndjson";
  std::error_code error;
  if (!lines) {
    fs::remove(path, error);
    return Done{};
  }
  return write_lines(path, [&](const LineSink& line) -> Status {
    for (const std::string& one : *lines) {
      if (!line(one)) break;
    }
    return Done{};
  });
}

}  // namespace jangbu
