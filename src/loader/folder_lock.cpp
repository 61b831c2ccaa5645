// flock on .jangbu/lock, asked for ten times a second while another process holds it.
// The kernel releases the lock when the process ends, so there is no stale lock to be judged by its age; the text in the file is for
// messages only. Hard cases: a link planted in the place of the lock (not followed, and a file with a second name is refused), and a holder
// that was killed while its children still have the lock for a moment: such a one is waited for, up to kGrace.
//
//   .jangbu/lock:  4711 ⏎ host ⏎ 2026-03-02T09:00:00Z
#include "loader/folder_lock.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

namespace jangbu {
namespace fs = std::filesystem;
namespace {

// A folder may be shared between machines, on which process numbers mean other processes.
std::string host_name() {
  char name[256] = "";
  if (::gethostname(name, sizeof name - 1) != 0) return "?";
  return name;
}

// "process 4711 on host, since 2021-09-01T00:00:00Z", as far as it can be told.
struct Holder {
  long process = 0;
  std::string host, text = "another process";
};

// Three lines: process, host, since when. Whatever else stands there gives "another process".
Holder holder_in(int fd) {
  char content[512];
  const ssize_t n = ::pread(fd, content, sizeof content, 0);
  Holder holder;
  if (n <= 0) return holder;
  std::string lines(content, static_cast<std::size_t>(n));
  const std::size_t first = lines.find('\n'), second = first == std::string::npos ? first : lines.find('\n', first + 1);
  if (second == std::string::npos) return holder;
  holder.process = std::atol(lines.c_str());
  holder.host = lines.substr(first + 1, second - first - 1);
  std::string since = lines.substr(second + 1);
  while (!since.empty() && since.back() == '\n') since.pop_back();
  holder.text = "process " + std::to_string(holder.process) + " on " + holder.host + (since.empty() ? "" : ", since " + since);
  return holder;
}

// A process that was killed may leave children behind that have the lock for a moment longer.
bool has_ended(const Holder& holder) {
  return holder.process > 0 && holder.host == host_name() && ::kill(static_cast<pid_t>(holder.process), 0) != 0 && errno == ESRCH;
}

}  // namespace

// Opens, checks what was opened, locks, and writes who holds it.
Result<FolderLock> FolderLock::take(const fs::path& folder, const std::string& now, const std::function<bool(const std::string&)>& wait) {
  const fs::path path = folder / "lock";
  const auto not_writable = [&](int code) {
    char buffer[256];
    return fail(ErrorCode::kOutputNotWritable, "cannot write " + path.string() + ": " + ::strerror_r(code, buffer, sizeof buffer),
                "check that the output folder may be written to");
  };
  // No link is followed to it: whoever planted one would have another file emptied.
  const int own = ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (own < 0) return not_writable(errno);
  const int fd = ::openat(own, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644);
  const int code = errno;
  ::close(own);
  if (fd < 0) return not_writable(code);
  FolderLock lock(fd);
  struct stat facts {};
  // A second hard link would let another file be emptied below.
  if (::fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_nlink != 1) return not_writable(EINVAL);
  // Not the clock on the wall, which may be set back while we wait.
  using Clock = std::chrono::steady_clock;
  constexpr auto kGrace = std::chrono::seconds(10);
  const auto begin = Clock::now();
  while (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return not_writable(errno);
    const Holder holder = holder_in(fd);
    const bool a_moment = has_ended(holder) && Clock::now() - begin < kGrace;
    if (!a_moment && !wait(holder.text)) {
      return fail(ErrorCode::kOutputHeld, folder.parent_path().string() + " is in use by " + holder.text,
                  "wait for it to end, or run with --wait");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  const std::string content = std::to_string(::getpid()) + "\n" + host_name() + "\n" + now + "\n";
  // Who holds it is a courtesy: where the disk is full the lock holds all the same.
  if (::ftruncate(fd, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(fd, content.data(), content.size(), 0);
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

// Closing releases; the file stays, so that all processes lock the same one.
FolderLock::~FolderLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace jangbu
