// Corrections that the page writes → files of the corrections folder, one a day and author, under a lock of the folder.
// A file is read, changed as a list and written whole. What is in it must be of this author: a file that was written by hand is never
// touched. Hard case: two people on a shared folder. The lock makes their writes one after the other, and each has files of their own.
//
//   2026-03-02-홍길동.json      of this author: the correction is added
//   2026-03-02-홍길동.json      with a correction of another author: 2026-03-02-홍길동-2.json is taken
#include "review/correction_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "loader/atomic_file.h"
#include "reading/owned_descriptor.h"
#include "text/json_text.h"
#include "text/unicode.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kLargestFile = 16ull << 20;
constexpr std::size_t kLongestAuthor = 60;  // bytes of a file's name

// Letters and digits of any script stay; what a file's name should not have becomes one line below.
// Cut at kLongestAuthor bytes, never inside of a letter. Two authors may share a file name; add_correction() then takes the next free one.
std::string name_of(const std::string& author) {
  std::string out;
  for (const char c : collapse_blanks(author)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain)
      out += c;
    else if (!out.empty() && out.back() != '_')
      out += '_';
  }
  if (out.size() > kLongestAuthor) {
    out.resize(kLongestAuthor);
    while (!out.empty() && !is_valid_utf8(out)) out.pop_back();
  }
  return out.empty() ? "_" : out;
}

// The folder's lock, as long as it lives.
// Waits as long as it takes: others hold it for the time of one write.
Result<OwnedDescriptor> hold(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return fail(ErrorCode::kPathMissing, "the corrections folder " + folder.string() + " is not there",
                "make it, or name another with --corrections");
  OwnedDescriptor lock(::open((folder / ".jangbu-lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!lock || ::flock(lock.get(), LOCK_EX) != 0)
    return fail(ErrorCode::kOutputNotWritable, "the corrections folder cannot be written to", "check its permissions");
  return lock;
}

// Nothing where the file is not a list; the list may stand in an object.
std::optional<Json> list_of(const fs::path& file) {
  const auto bytes = read_file(file, kLargestFile);
  if (!bytes) return std::nullopt;
  Json json = json_if_any<Json>(*bytes);
  if (json.is_object() && json.contains("corrections")) {
    Json inner = json["corrections"];
    json = std::move(inner);
  }
  if (!json.is_array()) return std::nullopt;
  return json;
}

bool is_all_of(const Json& list, const std::string& author) {
  return std::all_of(list.begin(), list.end(), [&](const Json& one) { return one.is_object() && one.value("author", "") == author; });
}

std::string written(const Json& list) { return json_text(list, 2) + "\n"; }

// The name comes from a request: it may not lead out of the folder.
bool is_plain_file(const std::string& file) {
  return !file.empty() && fs::path(file).is_relative() && file.find("..") == std::string::npos && file.front() != '.';
}

}  // namespace

// A link is not followed: whoever planted one would have another file overwritten.
Result<WrittenCorrection> add_correction(const fs::path& folder, const Json& correction) {
  const auto lock = hold(folder);
  if (!lock) return lock.forward();
  const std::string author = correction.at("author"), day = correction.at("date").get<std::string>() + "-" + name_of(author);
  constexpr int kMostNames = 1000;
  for (int n = 1; n <= kMostNames; ++n) {
    const std::string file = day + (n == 1 ? "" : "-" + std::to_string(n)) + ".json";
    const fs::path path = folder / file;
    std::error_code error;
    Json list = Json::array();
    if (fs::exists(fs::symlink_status(path, error))) {
      auto known = list_of(path);
      if (!known || !is_all_of(*known, author) || fs::is_symlink(path, error)) continue;
      list = std::move(*known);
    }
    list.push_back(correction);
    if (Status status = write_atomically(path, written(list)); !status) return status.forward();
    return WrittenCorrection{file, list.size() - 1};
  }
  return fail(ErrorCode::kOutputNotWritable, "no free name for a file of corrections", "clear up the corrections folder");
}

// The place alone is not enough: the list may have changed since the page was loaded, so the correction itself is compared.
Status take_correction(const fs::path& folder, const WrittenCorrection& place, const Json& correction, const std::string& author) {
  const auto lock = hold(folder);
  if (!lock) return lock.forward();
  const auto not_there = [] {
    return fail(ErrorCode::kCorrectionInvalid, "the correction is not there any more as it was", "look at the list of corrections again");
  };
  if (!is_plain_file(place.file)) return not_there();
  const fs::path path = folder / place.file;
  auto list = list_of(path);
  if (!list || place.index >= list->size() || (*list)[place.index] != correction) return not_there();
  if (correction.value("author", "") != author)
    return fail(ErrorCode::kCorrectionInvalid, "the correction is somebody else's: who wrote it takes it back",
                "give the name that it was written under");
  list->erase(list->begin() + static_cast<std::ptrdiff_t>(place.index));
  if (!list->empty()) return write_atomically(path, written(*list));
  std::error_code error;
  fs::remove(path, error);
  if (error) return fail(ErrorCode::kOutputNotWritable, place.file + " cannot be removed: " + error.message());
  // A removal too has to outlive a power cut.
  flush_folder(folder);
  return Done{};
}

// Sorted by path, as `jangbu ingest` reads them.
Result<Json> corrections_in(const fs::path& folder, std::size_t most) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().filename().string().starts_with(".")) {
      if (entry->is_directory(error)) entry.disable_recursion_pending();
      continue;
    }
    if (entry->path().extension() == ".json") files.push_back(entry->path());
  }
  if (error) return fail(ErrorCode::kPathUnreadable, "the corrections folder cannot be listed: " + error.message());
  std::sort(files.begin(), files.end());
  Json out = Json::array();
  for (const fs::path& path : files) {
    const auto list = list_of(path);
    if (!list) continue;
    for (std::size_t i = 0; i < list->size() && out.size() < most; ++i) {
      if ((*list)[i].is_object())
        out.push_back({{"file", path.lexically_relative(folder).generic_string()}, {"index", i}, {"correction", (*list)[i]}});
    }
  }
  return out;
}

}  // namespace jangbu
