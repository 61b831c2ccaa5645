// The id of a task that `jangbu submit` made: when its file was handed in, and where that stands. Ids of other programs are names as well.
//
//   "1764359478123456789 /archive/보고.hwp"   →   {1764359478123456789, "/archive/보고.hwp"}
//   "17"                                      →   {0, "task 17"}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jangbu {

struct TaskName {
  std::int64_t submitted = 0;  // nanoseconds since 1970; 0: not told
  std::string location;        // absolute path on the machine that handed it in; else a name that no path can be

  std::string text() const;
  static TaskName parse(std::string_view text);
};

}  // namespace jangbu
