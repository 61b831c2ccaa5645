#include "pipeline/inputs.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <tuple>

#include "text/unicode.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

std::string shown(const fs::path& path) { return to_nfc(path.generic_string()); }

std::string location_of(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  std::string location = (error ? path : absolute).lexically_normal().string();
  while (location.size() > 1 && location.back() == '/') location.pop_back();
  return location;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

// What programs leave in folders beside people's documents: marks of open documents, pictures of folders, downloads that are not done.
bool is_left_behind(const fs::path& path) {
  std::string name = path.filename().string();
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (name.starts_with("~$") || name.starts_with(".~lock.")) return true;
  for (const std::string_view whole :
       {"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r", "__macosx", "@eadir", "$recycle.bin", "system volume information"}) {
    if (name == whole) return true;
  }
  for (const std::string_view end : {".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".temp", ".lnk", ".asv"}) {
    if (name.ends_with(end)) return true;
  }
  return false;
}

void walk(const fs::path& root, const fs::path& folder, const fs::path& except, Inputs& inputs) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    inputs.bad.push_back({location_of(folder), shown(folder), {ErrorCode::kPathUnreadable, "cannot list " + folder.string() + ": " + error.message(), "check the permissions"}});
    return;
  }
  for (const fs::directory_iterator end; entries != end; entries.increment(error)) {
    if (error) break;
    const fs::directory_entry& entry = *entries;
    if (is_hidden(entry.path()) || is_left_behind(entry.path())) {
      ++inputs.passed_over;
      continue;
    }
    std::error_code ignored;
    if (entry.is_directory(ignored)) {
      // A link to a folder may lead back up: the folder itself is found where it really stands.
      if (entry.is_symlink(ignored)) continue;
      if (fs::equivalent(entry.path(), except, ignored)) continue;
      walk(root, entry.path(), except, inputs);
    } else {
      inputs.files.push_back({entry.path(), location_of(entry.path()), shown(entry.path().lexically_relative(root))});
    }
  }
}

}  // namespace

Inputs collect_inputs(const std::vector<fs::path>& paths, const fs::path& except) {
  Inputs inputs;
  for (const fs::path& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      const bool missing = !error || error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
      inputs.bad.push_back({location_of(path), shown(path),
                            {missing ? ErrorCode::kPathMissing : ErrorCode::kPathUnreadable,
                             missing ? path.string() + " does not exist" : "cannot open " + path.string() + ": " + error.message(),
                             missing ? "check the path" : "check the permissions"}});
    } else if (fs::is_directory(status)) {
      walk(path, path, except, inputs);
      inputs.folders.push_back(location_of(path));
    } else {
      inputs.files.push_back({path, location_of(path), shown(path.filename())});
    }
  }
  const auto by_name = [](const auto& a, const auto& b) { return std::tie(a.shown, a.location) < std::tie(b.shown, b.location); };
  std::sort(inputs.files.begin(), inputs.files.end(), by_name);
  std::sort(inputs.bad.begin(), inputs.bad.end(), by_name);
  // A file that was named twice, or together with its folder, is read once.
  const auto same = [](const auto& a, const auto& b) { return a.location == b.location && a.shown == b.shown; };
  inputs.files.erase(std::unique(inputs.files.begin(), inputs.files.end(), same), inputs.files.end());
  inputs.bad.erase(std::unique(inputs.bad.begin(), inputs.bad.end(), same), inputs.bad.end());
  return inputs;
}

}  // namespace jangbu
