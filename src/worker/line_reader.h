// Lines from a descriptor, one at a time, none longer than may be.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace jangbu {

class LineReader {
 public:
  struct Line {
    std::string text;       // without its end
    bool too_long = false;  // `text` is its beginning; the rest was passed over
  };

  // `stop` is asked whenever it waits, several times a second.
  LineReader(int descriptor, std::size_t longest, std::function<bool()> stop)
      : descriptor_(descriptor), longest_(longest), stop_(std::move(stop)) {}

  // Nothing at the end of the input, where it cannot be read, and where it is to stop. A last line without an end is a line.
  std::optional<Line> next();

 private:
  bool fill();

  const int descriptor_;
  const std::size_t longest_;
  const std::function<bool()> stop_;
  std::string held_;
  bool ended_ = false;
};

}  // namespace jangbu
