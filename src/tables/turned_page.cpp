// Counts letters by the way they run; where 70 % run up or down, the page is turned so that they lie level. Only
// coordinates change: the text of a run stays as it is. Rules are sorted anew, since Page promises their order.
#include "tables/turned_page.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kMost = 0.7;        // of the letters
constexpr std::size_t kFewest = 40;  // letters: a page of less is a drawing with a word in it

// Corners of a box under a quarter turn of a page of this size (y down).
Box turned(const Box& box, Turn turn, double width, double height) {
  if (turn == Turn::kLeft) return {box.y0, width - box.x1, box.y1, width - box.x0};
  return {height - box.y1, box.x0, height - box.y0, box.x1};
}

}  // namespace

Turn turn_of(const Page& page) {
  std::size_t all = 0, up = 0, down = 0;
  for (const Run& run : page.runs) {
    if (run.invisible || run.background) continue;
    const std::size_t letters = code_point_count(run.text);
    all += letters;
    if (run.vertical) (run.upwards ? up : down) += letters;
  }
  if (all < kFewest) return Turn::kNone;
  if (static_cast<double>(up) >= kMost * static_cast<double>(all)) return Turn::kRight;
  return static_cast<double>(down) >= kMost * static_cast<double>(all) ? Turn::kLeft : Turn::kNone;
}

// Runs, rules and fills are turned alike; width and height change places.
Page turned(const Page& page, Turn turn) {
  Page out;
  out.number = page.number;
  out.width = page.height;
  out.height = page.width;
  out.runs = page.runs;
  for (Run& run : out.runs) {
    run.box = turned(run.box, turn, page.width, page.height);
    // Text that runs the way of the page becomes level, all other text vertical.
    const bool along = run.vertical && run.upwards == (turn == Turn::kRight);
    // What ran along the page as it lies runs up where the page is turned to the left.
    run.upwards = !run.vertical && turn == Turn::kLeft;
    run.vertical = !along;
  }
  for (const Rule& rule : page.rules) out.rules.push_back({turned(rule.box, turn, page.width, page.height), rule.thickness});
  std::sort(out.rules.begin(), out.rules.end(), [](const Rule& a, const Rule& b) {
    if (a.horizontal() != b.horizontal()) return a.horizontal();
    const auto key = [](const Rule& r) { return r.horizontal() ? std::pair(r.box.y0, r.box.x0) : std::pair(r.box.x0, r.box.y0); };
    return key(a) < key(b);
  });
  for (const Fill& fill : page.fills) out.fills.push_back({turned(fill.box, turn, page.width, page.height), fill.luminance});
  return out;
}

Box turned_back(const Box& box, Turn turn, double width, double height) {
  if (turn == Turn::kNone) return box;
  // Turning it to the other side, as a page of the turned page's size.
  return turned(box, turn == Turn::kLeft ? Turn::kRight : Turn::kLeft, width, height);
}

}  // namespace jangbu
