// Which files have come to rest.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/file_stamp.h"
#include "pipeline/inputs.h"

namespace jangbu {

// Looks at the same files again and again. A file has settled when it has stayed the same for a while; one that somebody is known to have
// open for writing, only after a much longer while, since the one who closes it may not have been heard.
class Settling {
 public:
  using Clock = std::chrono::steady_clock;
  explicit Settling(std::chrono::milliseconds rest) : rest_(rest) {}

  // `now` only ever grows. `being_written`: locations.
  void look(const std::vector<Input>& files, const std::set<std::string>& being_written, Clock::time_point now);

  // The same where only these may have changed, come or gone: they are looked at, and those that have not settled.
  void look_at(const std::set<std::string>& locations, const std::set<std::string>& being_written, Clock::time_point now);

  bool has_settled(const std::string& location) const;
  std::size_t arriving() const { return arriving_; }            // files that have not settled
  bool has_news() const { return gone_ || settled_news_ > 0; }  // files settled, changed or gone since taken()
  Clock::time_point news_since() const { return news_since_; }
  // Locations of the files that settled or changed since taken(); nothing where files went, too.
  std::optional<std::set<std::string>> news() const;

  // A batch has taken what had settled.
  void taken();

 private:
  struct Seen {
    FileStamp stamp;
    Clock::time_point since;
    bool settled = false, taken = false;
  };
  Seen seen_now(const std::string& location, const std::filesystem::path& path, const std::set<std::string>& being_written,
                Clock::time_point now) const;
  void count();

  std::chrono::milliseconds rest_;
  std::map<std::string, Seen> seen_;  // by location
  std::size_t arriving_ = 0, settled_news_ = 0;
  bool gone_ = false;
  Clock::time_point news_since_;
};

}  // namespace jangbu
