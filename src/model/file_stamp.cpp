// Size, inode and times of a file: if all four are as they were, it is taken for unchanged, unless the stamp is too young to prove it.
#include "model/file_stamp.h"

#include <algorithm>
#include <ctime>

namespace jangbu {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kCoarsestTick = 2 * kSecond;

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * kSecond + time.tv_nsec; }

}  // namespace

std::optional<FileStamp> stamp_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return stamp_of(status);
}

FileStamp stamp_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), status.st_ino, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

// `now`: the time before the file was read.
bool is_racily_young(const FileStamp& stamp, std::int64_t now) { return std::max(stamp.modified, stamp.changed) > now - kCoarsestTick; }

std::int64_t nanoseconds_now() {
  timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  return nanoseconds(time);
}

}  // namespace jangbu
