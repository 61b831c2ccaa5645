// A task of a worker as it is written, and the bytes that it names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "jangbu/limits.h"
#include "jangbu/result.h"

namespace jangbu {

struct Task {
  std::string id_json = "null";  // as JSON, given back as it came
  std::uint64_t attempt = 1;
  std::string path, bytes;  // one of the three
  std::optional<int> descriptor;
  std::string sha256;  // empty: not told
  std::string name;    // by which the document is known; may be empty
};

// Who hands tasks in: the program that started the worker, or others, who have no descriptors in common with it.
enum class TasksFrom { kHere, kElsewhere };

// `id` and `attempt` are filled in also where the rest is refused. Errors: format_unknown.
Status read_task(std::string_view line, Task& task, TasksFrom from = TasksFrom::kHere);

// What it is about, and by which name. Errors: those of loader/atomic_file.h; path_unreadable where they have another hash than the task
// says.
Result<std::string> bytes_of(const Task& task, const Limits& limits);
std::string name_of(const Task& task);

}  // namespace jangbu
