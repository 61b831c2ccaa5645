#include "watch/settling.h"

#include <algorithm>

namespace jangbu {
namespace {

// How long a file that was written to and never seen closed is waited for: longer than a copy over a slow line pauses.
constexpr std::chrono::seconds kLongestPause{60};

}  // namespace

void Settling::look(const std::vector<Input>& files, const std::set<std::string>& being_written, Clock::time_point now) {
  const bool had_news = has_news();
  std::map<std::string, Seen> seen;
  arriving_ = settled_news_ = 0;
  for (const Input& file : files) {
    // What cannot be looked at (a link that leads nowhere) has settled as what it is.
    const FileStamp stamp = stamp_of(file.path).value_or(FileStamp{});
    const auto before = seen_.find(file.location);
    Seen mine{stamp, now};
    if (before != seen_.end() && before->second.stamp == stamp) mine = before->second;
    const auto rest = being_written.contains(file.location) ? std::max<std::chrono::milliseconds>(rest_, kLongestPause) : rest_;
    mine.settled = mine.settled || now - mine.since >= rest;
    arriving_ += !mine.settled;
    settled_news_ += mine.settled && !mine.taken;
    seen.insert_or_assign(file.location, mine);
  }
  for (const auto& [location, old] : seen_) gone_ = gone_ || !seen.contains(location);
  seen_ = std::move(seen);
  if (!had_news && has_news()) news_since_ = now;
}

bool Settling::has_settled(const std::string& location) const {
  const auto found = seen_.find(location);
  return found != seen_.end() && found->second.settled;
}

void Settling::taken() {
  for (auto& [location, file] : seen_) file.taken = file.taken || file.settled;
  settled_news_ = 0;
  gone_ = false;
}

}  // namespace jangbu
