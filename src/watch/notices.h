// Hearing of changes below some folders.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace jangbu {

// inotify over folders and all below them. What happened to a file is not told, only that it is to be looked at; where even that is not
// known (the kernel's queue was full), whoever listens looks at everything, and so nothing is lost.
class Notices {
 public:
  Notices();
  ~Notices();

  // Listens below these from now on, and to nothing else; those that are not there are passed over. False where it cannot hear all of it:
  // a network file system, or more folders than the system lets one listen to (`why_deaf`).
  bool listen(const std::vector<std::filesystem::path>& roots);
  const std::string& why_deaf() const { return why_deaf_; }

  // Waits for a change, a signal, or the time. True if there was a change.
  bool wait(std::chrono::milliseconds longest);

  // Folders came or went since listen(): it has to be called again.
  bool folders_changed() const { return folders_changed_; }

  // Locations of files that something happened to since the last call. Nothing where everything has to be looked at: after listen(), where
  // folders changed, where more happened than can be told.
  std::optional<std::set<std::string>> take_changed();
  bool knows_what_changed() const { return !everything_ && !folders_changed_; }

  // Location of files that were written to and not closed since.
  const std::set<std::string>& being_written() const { return being_written_; }

 private:
  bool add(const std::filesystem::path& folder);
  void take_events();

  struct Kernel;
  std::unique_ptr<Kernel> kernel_;
  std::string why_deaf_;
  bool folders_changed_ = false, everything_ = true;
  std::set<std::string> being_written_, changed_;
};

}  // namespace jangbu
