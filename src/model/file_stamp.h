// What a file system says of a file without it being read: enough to tell in most cases that it is still the same.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <optional>

namespace jangbu {

struct FileStamp {
  std::uint64_t size = 0, inode = 0;
  std::int64_t modified = 0, changed = 0;  // mtime and ctime in nanoseconds since 1970; ctime cannot be set back

  bool operator==(const FileStamp&) const = default;
};

// Of the file that the path leads to, links followed; none if there is none, or it may not be looked at.
std::optional<FileStamp> stamp_of(const std::filesystem::path& path);
FileStamp stamp_of(const struct stat& status);

// A file may change twice within one tick of its file system's clock, the second time unseen. A stamp that is this close to the
// moment of reading proves nothing (FAT counts in 2 s, most others in milliseconds).
bool is_racily_young(const FileStamp& stamp, std::int64_t now);

std::int64_t nanoseconds_now();  // of the same clock; for comparing with stamps only, never for output

}  // namespace jangbu
