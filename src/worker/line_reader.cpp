// Lines of a pipe or file, with a bound for their length: one that is longer is told as too long, with its beginning, and skipped to its
// end. poll() with a short wait: a signal must be noticed while no task comes.
#include "worker/line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace jangbu {

// More bytes into held_; false at the end, or where it is to stop.
bool LineReader::fill() {
  constexpr int kGlance = 200;  // milliseconds
  constexpr std::size_t kPiece = 64 << 10;
  while (!ended_) {
    if (stop_()) return false;
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, kGlance) <= 0) continue;
    const std::size_t before = held_.size();
    held_.resize(before + kPiece);
    const ssize_t got = ::read(descriptor_, held_.data() + before, kPiece);
    held_.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got > 0) return true;
    if (got == 0 || (errno != EINTR && errno != EAGAIN)) ended_ = true;
  }
  return false;
}

// `searched`: so far no line end stands in what is held, so the next look begins there.
std::optional<LineReader::Line> LineReader::next() {
  Line line;
  std::size_t searched = 0;
  for (;;) {
    if (const std::size_t end = held_.find('\n', searched); end != std::string::npos) {
      if (!line.too_long) line.text = held_.substr(0, end);
      held_.erase(0, end + 1);
      return line;
    }
    searched = held_.size();
    if (held_.size() > longest_) {
      // Enough to name the task in the error.
      constexpr std::size_t kBeginning = 1000;
      if (!line.too_long) line.text = held_.substr(0, kBeginning);
      line.too_long = true;
      held_.clear();
      searched = 0;
    }
    if (fill()) continue;
    if (!ended_ || (held_.empty() && !line.too_long)) return std::nullopt;
    if (!line.too_long) line.text = std::move(held_);
    held_.clear();
    return line;
  }
}

}  // namespace jangbu
