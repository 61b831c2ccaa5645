// Stamps of files, looked at again and again → which of them have stayed the same for long enough to be read.
// A copy that is under way changes its stamp with every look. One whose writer pauses is told by inotify
// (`being_written`) and waited for much longer.
// `since` is the time of the first look that showed the stamp at hand.
//
//   copy begins ─ stamp changes ─ stamp changes ─ stays for `settle` ─▶ settled ─ batch ─▶ taken
#include "watch/settling.h"

#include <algorithm>

namespace jangbu {
namespace {

// How long a file that was written to and never seen closed is waited for: longer than a copy over a slow line pauses.
constexpr std::chrono::seconds kLongestPause{60};

}  // namespace

// What cannot be looked at (a link that leads nowhere) has settled as what it is.
Settling::Seen Settling::seen_now(const std::string& location, const std::filesystem::path& path,
                                  const std::set<std::string>& being_written, Clock::time_point now) const {
  Seen mine{stamp_of(path).value_or(FileStamp{}), now};
  if (const auto before = seen_.find(location); before != seen_.end() && before->second.stamp == mine.stamp) mine = before->second;
  const auto rest = being_written.contains(location) ? std::max<std::chrono::milliseconds>(rest_, kLongestPause) : rest_;
  mine.settled = mine.settled || now - mine.since >= rest;
  return mine;
}

// arriving: not settled yet. news: settled, and no batch has taken them.
void Settling::count() {
  arriving_ = settled_news_ = 0;
  for (const auto& [location, file] : seen_) {
    arriving_ += !file.settled;
    settled_news_ += file.settled && !file.taken;
  }
}

// All files: what is not among them any more is gone.
void Settling::look(const std::vector<Input>& files, const std::set<std::string>& being_written, Clock::time_point now) {
  const bool had_news = has_news();
  std::map<std::string, Seen> seen;
  for (const Input& file : files) seen.insert_or_assign(file.location, seen_now(file.location, file.path, being_written, now));
  for (const auto& [location, old] : seen_) gone_ = gone_ || !seen.contains(location);
  seen_ = std::move(seen);
  count();
  // The first of them sets the time from which longest_wait counts.
  if (!had_news && has_news()) news_since_ = now;
}

// A few locations: the rest stays as it was, which saves a stat for every file of a large folder.
void Settling::look_at(const std::set<std::string>& locations, const std::set<std::string>& being_written, Clock::time_point now) {
  const bool had_news = has_news();
  std::set<std::string> all = locations;
  for (const auto& [location, file] : seen_) {
    if (!file.settled) all.insert(location);
  }
  for (const std::string& location : all) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(location, error))) {
      seen_.insert_or_assign(location, seen_now(location, location, being_written, now));
    } else {
      gone_ = seen_.erase(location) > 0 || gone_;
    }
  }
  count();
  if (!had_news && has_news()) news_since_ = now;
}

bool Settling::has_settled(const std::string& location) const {
  const auto found = seen_.find(location);
  return found != seen_.end() && found->second.settled;
}

std::optional<std::set<std::string>> Settling::news() const {
  if (gone_) return std::nullopt;
  std::set<std::string> out;
  for (const auto& [location, file] : seen_) {
    if (file.settled && !file.taken) out.insert(location);
  }
  return out;
}

void Settling::taken() {
  for (auto& [location, file] : seen_) file.taken = file.taken || file.settled;
  settled_news_ = 0;
  gone_ = false;
}

}  // namespace jangbu
