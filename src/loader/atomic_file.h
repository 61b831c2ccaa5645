// Files that are whole or not there: written beside their place, flushed to disk, then renamed over it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "jangbu/result.h"
#include "model/file_stamp.h"

namespace jangbu {

// The largest file of its own that jangbu reads back: far above any output folder seen, far below an address space.
inline constexpr std::uint64_t kLargestOwnFile = 4ull << 30;

// A file as it comes into being: append(), then commit(). A reader of `path` sees the old bytes or the new ones, never a part. Without
// commit(), and on failure, the old file is untouched and nothing is left beside it; after a kill, sweep_leftovers() clears up.
// Errors of all: output_not_writable.
class AtomicFile {
 public:
  static Result<AtomicFile> begin(const std::filesystem::path& path);
  AtomicFile(AtomicFile&& other) noexcept;
  ~AtomicFile();

  Status append(std::string_view bytes);
  Status flush();  // hands to the system what was appended; a disk that is full says so here
  // Where the file has the same bytes already it is left alone.
  Status commit();

 private:
  explicit AtomicFile(std::filesystem::path path) : path_(std::move(path)) {}
  Unexpected not_written(int code) const;

  std::filesystem::path path_;
  std::string beside_, buffer_;
  int fd_ = -1;
};

// Replaces `path` by `content`.
Status write_atomically(const std::filesystem::path& path, std::string_view content);

// Removes what a killed run left in this folder (not below it).
void sweep_leftovers(const std::filesystem::path& folder);

// Makes it outlive a power cut that files came into this folder or left it.
void flush_folder(const std::filesystem::path& folder);

// Hands the bytes of a file on, piece by piece, and gives the stamp that it had when it was opened. `within`, if not empty: a folder that
// `path` is written below; where a link on the way leads out of it, whenever it was put there, the file is not opened.
// Errors: path_missing, path_unreadable, not_a_regular_file, limit_bytes.
Result<FileStamp> read_in_pieces(const std::filesystem::path& path, std::uint64_t limit, const std::function<void(std::string_view)>& take,
                                 const std::filesystem::path& within = {});

// All at once. Errors: as above.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit, const std::filesystem::path& within = {});

// Whether a link on the way from `within` down to `path` leads out of it. An absolute link does, wherever to.
bool leads_out(const std::filesystem::path& path, const std::filesystem::path& within);

}  // namespace jangbu
