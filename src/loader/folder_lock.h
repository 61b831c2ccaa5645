// One process at a time writes into an output folder.
//
// A lock of the kernel (flock) on `.jangbu/lock`: it goes with the process however that ends, so a stale one cannot be. The file says
// who holds it, for people.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "jangbu/result.h"

namespace jangbu {

class FolderLock {
 public:
  // `now` is written as the time since when it is held. While another process holds it, `wait` is asked about ten times a second, with
  // the holder as text ("process 4711 on host, since …"), whether to go on waiting.
  // Errors: output_held, naming the holder; output_not_writable.
  static Result<FolderLock> take(const std::filesystem::path& folder, const std::string& now,
                                 const std::function<bool(const std::string& holder)>& wait);
  FolderLock(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace jangbu
