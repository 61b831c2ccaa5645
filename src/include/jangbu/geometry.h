// Places on a page, in points (1/72 inch), origin at the top left of the page as shown, y growing downwards.
#pragma once

#include <algorithm>

namespace jangbu {

struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // x0 <= x1, y0 <= y1

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  friend bool operator==(const Box&, const Box&) = default;
};

// The smallest box that holds both.
inline Box united(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace jangbu
