// Files are written beside their place, flushed to disk and renamed over it, so that a reader or a kill never meets half a file; and read
// with limits, without trusting what the path leads to. Hard cases: a link that is put on the way after it was checked (the kernel resolves
// below the folder, openat2), a FIFO in the place of a report (opened without waiting, refused as no regular file), a file that grows while
// it is read (the limit counts what is taken), and a full disk.
#include "loader/atomic_file.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// The name says nothing of the target's: it may be 255 bytes long already. mkostemp fills the X in.
constexpr std::string_view kBeside = ".jangbu-XXXXXX";
// Bytes read or written at once.
constexpr std::size_t kPiece = 256 << 10;

// An open file that is closed in any case.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

// The thread-safe form: readers run in several threads.
std::string reason(int code) {
  char buffer[256];
  return ::strerror_r(code, buffer, sizeof buffer);
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

// One read that signals do not disturb.
ssize_t read_some(int fd, char* into, std::size_t size) {
  while (true) {
    const ssize_t n = ::read(fd, into, size);
    if (n >= 0 || errno != EINTR) return n;
  }
}

// As open(2), for reading; where `within` says so, no link on the way is followed out of that folder: EXDEV. Kernels before 5.6 cannot tell
// where a link leads, and follow none at the end of the path.
int open_within(const fs::path& path, const fs::path& within, int flags) {
  if (within.empty()) return ::open(path.c_str(), flags);
  const fs::path below = path.lexically_relative(within);
  const Descriptor folder(::open(within.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() < 0) return -1;
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags);
  // No link out of the folder, and none of the kernel's own kind (/proc/self/fd/…), which lead anywhere.
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  // EAGAIN: something on the way was renamed meanwhile. EPERM: a sandbox that does not know the call.
  for (int tries = 0; tries < 100; ++tries) {
    const auto file = static_cast<int>(::syscall(SYS_openat2, folder.get(), below.c_str(), &how, sizeof how));
    if (file >= 0 || (errno != EAGAIN && errno != ENOSYS && errno != EPERM)) return file;
    if (errno != EAGAIN) return ::openat(folder.get(), below.c_str(), flags | O_NOFOLLOW);
  }
  return -1;  // something on the way is moved about all the time
}

// Compared piece by piece: an output that says what it said keeps its stamp, and nothing after it is done again.
bool same_bytes(const fs::path& a, const fs::path& b) {
  const Descriptor left(::open(a.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), right(::open(b.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat of_left {
  }, of_right{};
  if (left.get() < 0 || right.get() < 0 || ::fstat(left.get(), &of_left) != 0 || ::fstat(right.get(), &of_right) != 0) return false;
  if (!S_ISREG(of_left.st_mode) || !S_ISREG(of_right.st_mode) || of_left.st_size != of_right.st_size) return false;
  const auto piece = std::make_unique_for_overwrite<char[]>(2 * kPiece);
  for (off_t rest = of_left.st_size; rest > 0;) {
    const std::size_t want = std::min<std::size_t>(kPiece, static_cast<std::size_t>(rest));
    const ssize_t n = ::pread(left.get(), piece.get(), want, of_left.st_size - rest),
                  m = ::pread(right.get(), piece.get() + kPiece, want, of_left.st_size - rest);
    if (n <= 0 || n != m || std::memcmp(piece.get(), piece.get() + kPiece, static_cast<std::size_t>(n)) != 0) return false;
    rest -= n;
  }
  return true;
}

}  // namespace

// Names the reason and what helps: a full disk is not a question of permissions.
Unexpected AtomicFile::not_written(int code) const {
  return fail(ErrorCode::kOutputNotWritable, "cannot write " + path_.string() + ": " + reason(code),
              code == ENOSPC || code == EDQUOT ? "free some disk space and run again" : "check that the output folder may be written to");
}

// In the same folder, since a rename works within one file system only.
Result<AtomicFile> AtomicFile::begin(const fs::path& path) {
  AtomicFile file(path);
  file.beside_ = (folder_of(path) / kBeside).string();
  file.fd_ = ::mkostemp(file.beside_.data(), O_CLOEXEC);
  if (file.fd_ < 0) {
    file.beside_.clear();
    return file.not_written(errno);
  }
  return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      beside_(std::exchange(other.beside_, {})),
      buffer_(std::move(other.buffer_)),
      fd_(std::exchange(other.fd_, -1)) {}

// Not committed: the file beside goes, the old one was never touched.
AtomicFile::~AtomicFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!beside_.empty()) ::unlink(beside_.c_str());
}

// write() may take a part only; the rest follows.
Status AtomicFile::flush() {
  for (std::string_view rest = buffer_; !rest.empty();) {
    const ssize_t n = ::write(fd_, rest.data(), rest.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return not_written(errno);
    }
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  buffer_.clear();
  return Done{};
}

// Collected until a piece is full, so that many short lines are few writes.
Status AtomicFile::append(std::string_view bytes) {
  buffer_ += bytes;
  return buffer_.size() < kPiece ? Status(Done{}) : flush();
}

// fsync before rename: else a power cut might keep the new name over an empty file. Then the folder, which holds the name.
Status AtomicFile::commit() {
  if (Status status = flush(); !status) return status;
  if (same_bytes(beside_, path_)) return Done{};
  if (::fchmod(fd_, 0644) != 0 || ::fsync(fd_) != 0) return not_written(errno);
  if (::close(std::exchange(fd_, -1)) != 0) return not_written(errno);
  if (::rename(beside_.c_str(), path_.c_str()) != 0) return not_written(errno);
  beside_.clear();
  flush_folder(folder_of(path_));
  return Done{};
}

Status write_atomically(const fs::path& path, std::string_view content) {
  auto file = AtomicFile::begin(path);
  if (!file) return file.forward();
  if (Status status = file->append(content); !status) return status;
  return file->commit();
}

// Only names of the exact form that mkostemp makes of ours.
void sweep_leftovers(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> left;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.size() == kBeside.size() && name.starts_with(".jangbu-")) left.push_back(entry.path());
  }
  for (const fs::path& path : left) fs::remove(path, error);
}

void flush_folder(const fs::path& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());
}

// O_PATH opens nothing for reading: it only resolves the path.
bool leads_out(const fs::path& path, const fs::path& within) {
  const Descriptor file(open_within(path, within, O_PATH | O_CLOEXEC));
  return file.get() < 0 && errno == EXDEV;
}

// The stamp is that of the open file and not of the path: whatever the path leads to by now, these are the bytes that were read.
Result<FileStamp> read_in_pieces(const fs::path& path, std::uint64_t limit, const std::function<void(std::string_view)>& take,
                                 const fs::path& within) {
  const auto unreadable = [&](int code) { return fail(ErrorCode::kPathUnreadable, "cannot read " + path.string() + ": " + reason(code)); };
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  const Descriptor file(open_within(path, within, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) {
    const int code = errno;
    if (code == EXDEV)
      return fail(ErrorCode::kPathUnreadable, path.string() + " is a link that leads out of " + within.string(),
                  "have it followed with --follow-links");
    return fail(code == ENOENT || code == ENOTDIR ? ErrorCode::kPathMissing : ErrorCode::kPathUnreadable,
                "cannot open " + path.string() + ": " + reason(code), code == ENOENT ? "check the path" : "check the permissions");
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return unreadable(errno);
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kNotARegularFile, path.string() + " is not a regular file");
  const auto too_large = [&] {
    return fail(ErrorCode::kLimitBytes, path.string() + " is larger than " + std::to_string(limit) + " bytes",
                "split it, or raise the limit if it is trusted");
  };
  if (static_cast<std::uint64_t>(status.st_size) > limit) return too_large();
  const auto piece =
      std::make_unique_for_overwrite<char[]>(kPiece);  // most files fill a part of it, and only that is taken from the system
  for (std::uint64_t taken = 0;;) {
    const ssize_t n = read_some(file.get(), piece.get(), kPiece);
    if (n < 0) return unreadable(errno);
    if (n == 0) return stamp_of(status);
    taken += static_cast<std::uint64_t>(n);
    if (taken > limit) return too_large();  // it has grown since it was looked at
    take({piece.get(), static_cast<std::size_t>(n)});
  }
}

// REQUIRES: a limit that fits into memory.
Result<std::string> read_file(const fs::path& path, std::uint64_t limit, const fs::path& within) {
  std::string content;
  const auto stamp = read_in_pieces(
      path, limit, [&](std::string_view piece) { content += piece; }, within);
  if (!stamp) return stamp.forward();
  return content;
}

}  // namespace jangbu
