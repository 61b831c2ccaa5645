// The files of an output folder beside documents/: names, quarantine, corrections, files of lines.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/result.h"

namespace jangbu {

inline constexpr const char* kOwnFolder = ".jangbu";  // in the output: what jangbu remembers. A folder that has it is an output

struct QuarantineEntry {
  std::string path, sha256;  // sha256 empty where the bytes could not be read
  int code = 0;
  std::string error, message, advice, since;
  int attempts = 1;
};

// Creates the folder and tries to write into it, before any work is done. Errors: output_not_writable; output_foreign, where it holds what
// jangbu did not write.
Status prepare_output(const std::filesystem::path& output);

// Removes what a killed run left half-written.
void sweep_output(const std::filesystem::path& output);

// Entries of an earlier run; a file that is not there gives none. Errors: output_damaged.
Result<std::vector<QuarantineEntry>> read_quarantine(const std::filesystem::path& output);

Status write_quarantine(const std::filesystem::path& output, const std::vector<QuarantineEntry>& entries);

// Writes a file of lines as `produce` hands them over one by one; it stops when a line is answered by false.
using LineSink = std::function<bool(std::string_view line)>;
Status write_lines(const std::filesystem::path& path, const std::function<Status(const LineSink&)>& produce);

// "records/budget/<document>.ndjson". A type is a name of ours or of a profile: what could lead out of the folder is taken out of it.
std::string records_file(const std::string& type, const std::string& document);

// corrections.ndjson; with nullptr it goes: no corrections were given.
Status write_corrections(const std::filesystem::path& output, const std::vector<std::string>* lines);

}  // namespace jangbu
