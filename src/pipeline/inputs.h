// The files that an ingest was asked to read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "jangbu/error.h"

namespace jangbu {

struct Input {
  std::filesystem::path path;
  std::string shown;  // relative to the folder that was given, `/` between parts, NFC
};

struct BadInput {
  std::string shown;
  Error error;
};

struct Inputs {
  std::vector<Input> files;  // sorted by `shown`
  std::vector<BadInput> bad; // paths that are not there or cannot be opened
};

// Folders are walked to the end; hidden files and folders, and links to folders, are passed over. `except` (the output
// folder) is never walked into.
Inputs collect_inputs(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& except);

}  // namespace jangbu
