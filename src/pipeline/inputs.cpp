// Paths that a user gave → files to read, sorted by the name that is shown, and what was not taken, by reason.
// `location` is absolute and tells files apart; `shown` is relative to the folder given, in NFC, and names documents.
// Hard cases: links that lead out of the folder or back into it, folders that cannot be listed (nothing below them may be taken for gone),
// and an output folder that stands inside of the inputs.
//
//   taken   files of formats that are read            told   links that lead out, other formats, empty folders, what cannot be listed
//   passed over, and counted   hidden files, marks of programs, outputs of other runs
#include "pipeline/inputs.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <tuple>

#include "loader/atomic_file.h"
#include "loader/output_folder.h"
#include "pipeline/input_names.h"
#include "text/file_name.h"
#include "text/shown_path.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

std::string shown(const fs::path& path) { return shown_path(path.generic_string()); }

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

}  // namespace

// Office programs leave ~$name and .~lock.name# beside open documents and .asv when they save by themselves; systems leave Thumbs.db and
// @eaDir.
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

namespace {

// A folder below a given one that is not walked: another run's output is no report either, and this run's is never read.
bool is_output(const fs::path& folder, const fs::path& except) {
  std::error_code ignored;
  return fs::equivalent(folder, except, ignored) || fs::is_directory(folder / kOwnFolder, ignored);
}

// One file below a given folder: where it belongs among the inputs.
void take(const fs::path& file, const fs::path& root, bool follow_links, Inputs& inputs) {
  std::string name = shown(file.lexically_relative(root));
  std::error_code ignored;
  if (!other_format(name).empty()) {
    inputs.other_formats.push_back(std::move(name));
  } else if (!follow_links && fs::is_symlink(file, ignored) && leads_out(file, root)) {
    inputs.links.push_back(std::move(name));
  } else {
    inputs.files.push_back({file, location_of(file), std::move(name), follow_links ? fs::path() : root});
  }
}

// Depth first, by readdir's order; the sort at the end makes the order that of names.
void walk(const fs::path& root, const fs::path& folder, const fs::path& except, bool follow_links, Inputs& inputs) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    inputs.bad.push_back(
        {location_of(folder),
         shown(folder),
         {ErrorCode::kPathUnreadable, "cannot list " + folder.string() + ": " + error.message(), "check the permissions"}});
    return;
  }
  for (const fs::directory_iterator end; !error && entries != end; entries.increment(error)) {
    const fs::directory_entry& entry = *entries;
    if (is_passed_over(entry.path())) {
      ++inputs.passed_over;
      continue;
    }
    std::error_code ignored;
    if (entry.is_directory(ignored)) {
      // A link to a folder may lead back up: the folder itself is found where it really stands.
      if (entry.is_symlink(ignored)) continue;
      if (is_output(entry.path(), except)) {
        ++inputs.passed_over;
        continue;
      }
      walk(root, entry.path(), except, follow_links, inputs);
      continue;
    }
    take(entry.path(), root, follow_links, inputs);
  }
  if (error)
    inputs.bad.push_back({location_of(folder),
                          shown(folder),
                          {ErrorCode::kPathUnreadable, "cannot list all of " + folder.string() + ": " + error.message(), "run again"}});
}

// A file that was named twice, or together with its folder, is read once.
void put_in_order(Inputs& inputs) {
  const auto by_name = [](const auto& a, const auto& b) { return std::tie(a.shown, a.location) < std::tie(b.shown, b.location); };
  std::sort(inputs.files.begin(), inputs.files.end(), by_name);
  std::sort(inputs.bad.begin(), inputs.bad.end(), by_name);
  std::sort(inputs.links.begin(), inputs.links.end());
  std::sort(inputs.other_formats.begin(), inputs.other_formats.end());
  inputs.other_formats.erase(std::unique(inputs.other_formats.begin(), inputs.other_formats.end()), inputs.other_formats.end());
  const auto same = [](const auto& a, const auto& b) { return a.location == b.location && a.shown == b.shown; };
  inputs.files.erase(std::unique(inputs.files.begin(), inputs.files.end(), same), inputs.files.end());
  inputs.bad.erase(std::unique(inputs.bad.begin(), inputs.bad.end(), same), inputs.bad.end());
}

// Whether the walk from this folder would come to the file: every folder between them is one that it goes into.
bool walk_comes_to(const fs::path& root, const fs::path& within, const fs::path& except) {
  std::error_code ignored;
  fs::path at = root;
  for (auto part = within.begin(); part != within.end(); ++part) {
    at /= *part;
    if (is_passed_over(at)) return false;
    const bool last = std::next(part) == within.end();
    if (last) return fs::exists(at, ignored) && !fs::is_directory(at, ignored);
    if (fs::is_symlink(at, ignored) || !fs::is_directory(at, ignored) || is_output(at, except)) return false;
  }
  return false;
}

}  // namespace

// Not resolved: two links to one file are two places, each with a name of its own.
std::string location_of(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  std::string location = (error ? path : absolute).lexically_normal().string();
  while (location.size() > 1 && location.back() == '/') location.pop_back();
  return location;
}

bool is_passed_over(const fs::path& path) { return is_hidden(path) || is_left_behind(path); }

// A path that is not there is a bad input and no error: the others are read.
Inputs collect_inputs(const std::vector<fs::path>& paths, const fs::path& except, bool follow_links) {
  Inputs inputs;
  for (const fs::path& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      const bool missing = !error || error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
      inputs.bad.push_back({location_of(path),
                            shown(path),
                            {missing ? ErrorCode::kPathMissing : ErrorCode::kPathUnreadable,
                             missing ? path.string() + " does not exist" : "cannot open " + path.string() + ": " + error.message(),
                             missing ? "check the path" : "check the permissions"}});
    } else if (fs::is_directory(status)) {
      const auto met = [&] { return inputs.files.size() + inputs.links.size() + inputs.bad.size() + inputs.other_formats.size(); };
      const std::size_t before = met();
      walk(path, path, except, follow_links, inputs);
      inputs.folders.push_back(location_of(path));
      // A folder without any file is told: what was read from it before is kept, unless the user allows that it is empty.
      if (met() == before) inputs.empty.push_back(location_of(path));
      inputs.shown_folders.push_back(shown(path));
    } else {
      inputs.files.push_back({path, location_of(path), shown(path.filename()), {}});
    }
  }
  put_in_order(inputs);
  return inputs;
}

// A location may stand below several of the given paths, and is taken for each, as by a walk.
Inputs inputs_at(const std::set<std::string>& locations, const std::vector<fs::path>& paths, const fs::path& except, bool follow_links) {
  Inputs inputs;
  for (const fs::path& path : paths) {
    std::error_code error;
    const std::string root = location_of(path);
    if (!fs::is_directory(path, error)) {
      if (locations.contains(root) && fs::exists(path, error)) inputs.files.push_back({path, root, shown(path.filename()), {}});
      continue;
    }
    const std::string below = root == "/" ? root : root + "/";
    for (auto location = locations.lower_bound(below); location != locations.end() && location->starts_with(below); ++location) {
      const fs::path within = location->substr(below.size());
      if (walk_comes_to(path, within, except)) take(path / within, path, follow_links, inputs);
    }
  }
  put_in_order(inputs);
  return inputs;
}

// Both sides are resolved here, since a link into the output folder would do the same harm. An output folder below an input would be walked
// by every other program that is given the input, and by this one under another name.
Status keep_apart(const std::vector<fs::path>& paths, const fs::path& output) {
  std::error_code error;
  const fs::path written = fs::weakly_canonical(output, error);
  if (error) return Done{};  // the output's own trouble is told by who writes
  const auto stands_in = [](const fs::path& inner, const fs::path& outer) {
    const fs::path way = inner.lexically_relative(outer);
    return !way.empty() && *way.begin() != "..";
  };
  for (const fs::path& path : paths) {
    const fs::path read = fs::weakly_canonical(path, error);
    if (error) continue;
    if (stands_in(read, written))
      return fail(
          ErrorCode::kOutputForeign,
          path.string() + (read == written ? " is" : " stands in") + " the output folder: what is written there would be read as reports",
          "choose another folder with --out");
    if (stands_in(written, read))
      return fail(ErrorCode::kOutputForeign, "the output folder " + output.string() + " stands in " + path.string() + ", which is read",
                  "choose a folder beside it with --out");
  }
  return Done{};
}

}  // namespace jangbu
