// A number, a blank, an absolute path: whatever is not this is another program's.
#include "loader/task_name.h"

#include <charconv>

namespace jangbu {

std::string TaskName::text() const { return std::to_string(submitted) + " " + location; }

TaskName TaskName::parse(std::string_view text) {
  TaskName out;
  const std::size_t blank = text.find(' ');
  if (blank != std::string_view::npos && text.substr(blank + 1).starts_with("/")) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + blank, out.submitted);
    if (error == std::errc() && end == text.data() + blank && out.submitted > 0) {
      out.location = text.substr(blank + 1);
      return out;
    }
  }
  return {0, "task " + std::string(text)};
}

}  // namespace jangbu
