// A folder of corrections → the set of corrections, severities (audit.json), and what is wrong with single files.
// The order of corrections is that of file names, in NFC with `/`, so that it is the same on every system.
// Bounded: all files together may hold Limits::correction_bytes. A file too much is a problem of its own; the others still count.
#include "pipeline/corrections_folder.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "corrections/correction_file.h"
#include "loader/atomic_file.h"
#include "pipeline/inputs.h"
#include "text/shown_path.h"

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// .JSON is JSON as well: people copy files between systems.
bool is_json(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending == ".json";
}

// By the name that users know: relative, `/` between parts, NFC.
std::error_code list(const fs::path& root, const fs::path& folder, std::multimap<std::string, fs::path>& files,
                     std::vector<std::string>& others, std::vector<CorrectionProblem>& problems) {
  std::error_code error, ignored;
  fs::directory_iterator entries(folder, error);
  for (const fs::directory_iterator end; !error && entries != end; entries.increment(error)) {
    const fs::path& path = entries->path();
    if (path.filename().string().starts_with(".")) continue;
    const std::string shown = shown_path(path.lexically_relative(root).generic_string());
    if (entries->is_directory(ignored)) {
      // A link to a folder may lead back up and never end.
      if (entries->is_symlink(ignored)) continue;
      if (const std::error_code below = list(root, path, files, others, problems)) {
        problems.push_back({shown,
                            std::nullopt,
                            0,
                            {ErrorCode::kPathUnreadable, "cannot list " + shown + ": " + below.message(), "check the permissions"}});
      }
    } else if (is_json(path)) {
      files.emplace(shown, path);
    } else if (!is_left_behind(path)) {
      others.push_back(shown);
    }
  }
  return error;
}

}  // namespace

// The folder must be there: without it people's corrections would be undone without a word.
Result<CorrectionsFolder> read_corrections_folder(const fs::path& folder, const Limits& limits) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    const bool missing = !fs::exists(folder, error) && (!error || error == std::errc::no_such_file_or_directory);
    return fail(
        missing ? ErrorCode::kPathMissing : ErrorCode::kPathUnreadable,
        missing ? "the corrections folder " + folder.string() + " does not exist" : folder.string() + " is no folder of corrections",
        "check --corrections");
  }
  CorrectionsFolder out;
  std::multimap<std::string, fs::path> files;  // names that are no UTF-8 may look alike
  if (const std::error_code listing = list(folder, folder, files, out.passed_over, out.problems)) {
    return fail(ErrorCode::kPathUnreadable, "cannot list " + folder.string() + ": " + listing.message(), "check the permissions");
  }
  std::sort(out.passed_over.begin(), out.passed_over.end());
  // What is left of the bound for all files together.
  std::uint64_t left = limits.correction_bytes;
  std::vector<Correction> corrections;
  for (const auto& [shown, path] : files) {
    const auto content = read_file(path, left);
    if (!content) {
      Error why = content.error();
      if (why.code == ErrorCode::kLimitBytes) {
        why.message = shown + ": the files of a corrections folder may hold " + std::to_string(limits.correction_bytes) +
                      " bytes together; this one is too much";
        why.advice = "take out what is no longer needed";
      }
      out.problems.push_back({shown, std::nullopt, 0, std::move(why)});
      continue;
    }
    left -= content->size();
    if (shown == kAuditFile) {
      if (auto severities = read_severities(*content)) {
        out.severities = std::move(*severities);
      } else {
        out.problems.push_back({shown, std::nullopt, 0, severities.error()});
      }
      continue;
    }
    CorrectionFile file = read_corrections(shown, *content);
    corrections.insert(corrections.end(), std::make_move_iterator(file.corrections.begin()),
                       std::make_move_iterator(file.corrections.end()));
    out.problems.insert(out.problems.end(), std::make_move_iterator(file.problems.begin()), std::make_move_iterator(file.problems.end()));
  }
  // Problems of one file keep the order of its entries.
  std::stable_sort(out.problems.begin(), out.problems.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
  out.set = CorrectionSet(std::move(corrections));
  return out;
}

}  // namespace jangbu
