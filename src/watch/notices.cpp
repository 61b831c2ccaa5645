// inotify over folders and all below them → which files changed, or that nobody knows.
// Events are hints only: whatever is doubtful (queue full, a folder came or went, too many files) becomes "look at everything".
// Hard case: file systems whose changes are made on another machine make no sound here;
// they are told by their numbers, and the watch looks by the clock.
//
//   create, write, close, move of a file      its location among the changed ones
//   create, delete, move of a folder          listen anew, look at everything
//   the queue was full                        the same
#include "watch/notices.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <thread>

namespace jangbu {
namespace fs = std::filesystem;

struct Notices::Kernel {
  int fd = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  std::map<int, std::string> folders;  // by watch descriptor: location

  ~Kernel() {
    if (fd >= 0) ::close(fd);
  }
};

namespace {

constexpr std::uint32_t kFolderEvents = IN_CREATE | IN_DELETE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO |
                                        IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW;

constexpr std::size_t kMostChanged = 10'000;  // files: to look at everything is not much more than to look at these one by one

// File systems whose changes may be made on another machine, where this kernel does not see them (linux/magic.h and the file systems' own).
bool changes_unseen(const fs::path& folder) {
  struct statfs status {};
  if (::statfs(folder.c_str(), &status) != 0) return false;
  switch (static_cast<std::uint32_t>(status.f_type)) {
    case 0x00006969:  // NFS
    case 0x0000517B:  // SMB
    case 0xFF534D42:  // CIFS
    case 0xFE534D42:  // SMB 2
    case 0x01021997:  // 9P
    case 0x65735546:  // FUSE: sshfs and its like
    case 0x00C36400:  // Ceph
    case 0x5346414F:  // AFS
    case 0x73757245:  // Coda
    case 0x786F4256:  // VirtualBox shared folder
    case 0xBACBACBC:  // VMware shared folder
      return true;
    default: return false;
  }
}

}  // namespace

Notices::Notices() = default;
Notices::~Notices() = default;

// A folder and all below it. Hidden ones and links are passed over, as the ingest does.
bool Notices::add(const fs::path& folder) {
  const int watch = ::inotify_add_watch(kernel_->fd, folder.c_str(), kFolderEvents);
  if (watch < 0) {
    // A folder that went while this was done will be told of by the one above it.
    if (errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ELOOP) return true;
    why_deaf_ = "cannot listen to " + folder.string() + ": " +
                (errno == ENOSPC ? "more folders than fs.inotify.max_user_watches allows" : std::strerror(errno));
    return false;
  }
  kernel_->folders[watch] = folder.string();
  // After the watch, so that a folder made meanwhile is either listed here or told of.
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().filename().string().starts_with(".") || entry->is_symlink(ignored) || !entry->is_directory(ignored)) continue;
    if (!add(entry->path())) return false;
  }
  return true;
}

// Begins anew each time: watches of folders that are gone are dropped with the old descriptor.
bool Notices::listen(const std::vector<fs::path>& roots) {
  kernel_ = std::make_unique<Kernel>();
  why_deaf_.clear();
  folders_changed_ = false;
  everything_ = true;
  being_written_.clear();
  changed_.clear();
  if (kernel_->fd < 0) {
    why_deaf_ = std::string("cannot listen to changes: ") + std::strerror(errno);
    return false;
  }
  for (const fs::path& root : roots) {
    std::error_code error;
    const fs::path absolute = fs::absolute(root, error).lexically_normal();
    if (changes_unseen(absolute)) {
      why_deaf_ = absolute.string() + " is on a network file system";
      return false;
    }
    if (!add(absolute.has_filename() ? absolute : absolute.parent_path())) return false;
  }
  return true;
}

// All that the kernel has, without waiting.
void Notices::take_events() {
  alignas(inotify_event) char buffer[64 << 10];
  while (true) {
    const ssize_t size = ::read(kernel_->fd, buffer, sizeof buffer);
    if (size <= 0) return;
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      if (event->mask & IN_Q_OVERFLOW) {
        // Nobody knows what was missed: listen anew, and forget who was writing.
        folders_changed_ = true;
        being_written_.clear();
        continue;
      }
      // The folder itself went, or was unmounted: what is below it is not heard any more.
      const bool folder_itself = event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT);
      if (folder_itself || ((event->mask & IN_ISDIR) && (event->mask & (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB))))
        folders_changed_ = true;
      const auto folder = kernel_->folders.find(event->wd);
      if (event->len == 0 || folder == kernel_->folders.end()) continue;
      const std::string location = folder->second + "/" + event->name;
      if (!(event->mask & IN_ISDIR)) changed_.insert(location);
      if (changed_.size() > kMostChanged) {
        everything_ = true;
        changed_.clear();
      }
      // Known to be open for writing until it is closed, moved or deleted.
      if (event->mask & IN_MODIFY) being_written_.insert(location);
      if (event->mask & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)) being_written_.erase(location);
    }
  }
}

// What was told is forgotten: the caller looks at it now.
std::optional<std::set<std::string>> Notices::take_changed() {
  std::set<std::string> changed = std::move(changed_);
  changed_.clear();
  const bool known = knows_what_changed();
  everything_ = false;
  return known ? std::optional(std::move(changed)) : std::nullopt;
}

// Deaf, it only waits.
bool Notices::wait(std::chrono::milliseconds longest) {
  if (!kernel_ || kernel_->fd < 0) {
    std::this_thread::sleep_for(longest);
    return false;
  }
  pollfd waiting{kernel_->fd, POLLIN, 0};
  const int ready = ::poll(&waiting, 1, static_cast<int>(longest.count()));
  if (ready <= 0) return false;
  take_events();
  return true;
}

}  // namespace jangbu
