#include "loader/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace jangbu {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

std::string reason(int code) {
  char buffer[256];
  return ::strerror_r(code, buffer, sizeof buffer);
}

Unexpected not_writable(const std::filesystem::path& path, int code) {
  return fail(ErrorCode::kOutputNotWritable, "cannot write " + path.string() + ": " + reason(code),
              code == ENOSPC ? "free some disk space and run again" : "check that the output folder may be written to");
}

bool write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

Status write_atomically(const std::filesystem::path& path, std::string_view content) {
  if (const auto old = read_file(path, content.size()); old && *old == content) return Done{};
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  // The name says nothing of the target's: it may be 255 bytes long already.
  std::string beside = (folder / ".jangbu-XXXXXX").string();
  Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
  if (file.get() < 0) return not_writable(path, errno);
  const auto give_up = [&](int code) {
    ::unlink(beside.c_str());
    return not_writable(path, code);
  };
  if (!write_all(file.get(), content) || ::fchmod(file.get(), 0644) != 0 || ::fsync(file.get()) != 0) return give_up(errno);
  if (::close(file.release()) != 0) return give_up(errno);
  if (::rename(beside.c_str(), path.c_str()) != 0) return give_up(errno);
  // The rename itself must outlive a crash too.
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());
  return Done{};
}

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit) {
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) {
    const int code = errno;
    return fail(code == ENOENT || code == ENOTDIR ? ErrorCode::kPathMissing : ErrorCode::kPathUnreadable,
                "cannot open " + path.string() + ": " + reason(code), code == ENOENT ? "check the path" : "check the permissions");
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return fail(ErrorCode::kPathUnreadable, "cannot read " + path.string() + ": " + reason(errno));
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kNotARegularFile, path.string() + " is not a regular file");
  const auto too_large = [&] {
    return fail(ErrorCode::kLimitBytes, path.string() + " is larger than " + std::to_string(limit) + " bytes", "split it, or raise the limit if it is trusted");
  };
  if (static_cast<std::uint64_t>(status.st_size) > limit) return too_large();
  std::string content;
  content.resize(static_cast<std::size_t>(status.st_size));
  std::size_t at = 0;
  while (true) {
    if (at == content.size()) {
      // The file may have grown since it was looked at.
      char extra;
      const ssize_t n = ::read(file.get(), &extra, 1);
      if (n == 0) break;
      if (n > 0) {
        if (content.size() + 1 > limit) return too_large();
        content.push_back(extra);
        at = content.size();
        continue;
      }
      if (errno == EINTR) continue;
      return fail(ErrorCode::kPathUnreadable, "cannot read " + path.string() + ": " + reason(errno));
    }
    const ssize_t n = ::read(file.get(), content.data() + at, content.size() - at);
    if (n < 0) {
      if (errno == EINTR) continue;
      return fail(ErrorCode::kPathUnreadable, "cannot read " + path.string() + ": " + reason(errno));
    }
    if (n == 0) break;
    at += static_cast<std::size_t>(n);
  }
  content.resize(at);
  return content;
}

}  // namespace jangbu
