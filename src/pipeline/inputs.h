// The files that an ingest was asked to read.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "jangbu/error.h"
#include "jangbu/result.h"

namespace jangbu {

struct Input {
  std::filesystem::path path;
  std::string location;               // absolute, without `.` and `..`: the same file has the same, wherever one stands
  std::string shown;                  // relative to the folder that was given, `/` between parts, as text/shown_path.h
  std::filesystem::path within = {};  // the folder that it was found in and must stand in; empty: it was named, or may stand anywhere
};

struct BadInput {
  std::string location, shown;
  Error error;
};

struct Inputs {
  std::vector<Input> files;          // sorted by `shown`, then `location`
  std::vector<BadInput> bad;         // paths that are not there or cannot be opened
  std::vector<std::string> folders;  // locations of the folders that were walked: what is not in `files` is not below them
  std::vector<std::string> empty;    // of these, those in which no file stands: perhaps only not mounted
  std::size_t passed_over = 0;       // files and folders that are hidden, or that programs left behind (Thumbs.db, ~$*, *.crdownload)
  std::vector<std::string>
      other_formats;  // files in folders whose endings are of formats that are not read (.xlsx, .zip), as they are shown, sorted
  std::vector<std::string> shown_folders;  // the same as `shown`
  std::vector<std::string> links;          // that lead out of the folder that they stand in, as they are shown: passed over
};

// Folders are walked to the end; hidden files and folders, what programs leave behind, what jangbu has written, links to folders and,
// unless `follow_links`, links that lead out of the folder that was given, are passed over. `except` (the output folder) is never walked
// into.
Inputs collect_inputs(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& except, bool follow_links);

// Of these locations the files that stand there now and that collect_inputs would have taken, without walking the folders: what one glance
// at each of them costs. As no folder was walked, `folders` stays empty, and nothing is known to be gone.
Inputs inputs_at(const std::set<std::string>& locations, const std::vector<std::filesystem::path>& paths,
                 const std::filesystem::path& except, bool follow_links);

// What programs leave in folders beside people's documents: marks of open documents, pictures of folders, downloads that are not done.
bool is_left_behind(const std::filesystem::path& path);

// Refuses to read what is written: a path that is the output folder, or stands in it, or that the output folder stands in.
// Errors: output_foreign.
Status keep_apart(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& output);

}  // namespace jangbu
