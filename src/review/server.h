// The desk behind a socket of 127.0.0.1: HTTP/1.1 by cpp-httplib, within bounds.
//
//   - A request must be here, whole, within kRequestSeconds, and hold no more than kLargestRequest bytes, whatever length it names and
//     however slowly it comes; else its connection is closed. So is one that asks nothing for kIdleSeconds.
//   - At most kMostConnections are served at a time, a thread each; more are closed at once.
//   - The gate is asked before a body is read.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "review/changes.h"
#include "review/desk.h"
#include "review/gate.h"

namespace jangbu {

inline constexpr int kRequestSeconds = 10, kIdleSeconds = 30;
inline constexpr std::size_t kLargestRequest = kLargestBody + 64 * 1024, kMostConnections = 256;

class ReviewServer {
 public:
  // Borrowed: both live longer.
  ReviewServer(Desk& desk, Changes& changes);
  ~ReviewServer();  // stops it
  ReviewServer(const ReviewServer&) = delete;
  ReviewServer& operator=(const ReviewServer&) = delete;

  // Port 0: a free one. Gives the port. Errors: output_not_writable is none of them; internal: the port is taken.
  Result<int> bind(int port);
  // Serves on threads of its own until stop(). REQUIRES: bound.
  void start(const Gate& gate);
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace jangbu
