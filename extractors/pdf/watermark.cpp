// Marks runs as background by their look: large and slanted, or large, pale and over other text. All pale runs of one
// size are marked together, since not every letter of a word lies over something. The common size is worked out only
// if any run looks the part.
#include "extractors/pdf/watermark.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>

namespace jangbu {
namespace {

constexpr double kLarger = 1.8;                   // than what most of the page is written in
constexpr std::uint64_t kMostLooks = 20'000'000;  // bounds the work on hostile pages
constexpr double kSlantedLarger = 1.4;

// The font size of most text; 0 without text.
double common_size(const std::vector<Run>& runs) {
  std::map<double, std::size_t> letters;
  for (const Run& run : runs) letters[run.font_size] += run.text.size();
  double size = 0;
  std::size_t most = 0;
  for (const auto& [font_size, count] : letters) {
    if (count <= most) continue;
    most = count;
    size = font_size;
  }
  return size;
}

// Half a point in both directions: boxes that only touch do not lie over each other.
bool overlap(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0) > 0.5 && std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.5;
}

}  // namespace

void mark_watermarks(std::vector<Run>& runs, const std::vector<RunLook>& looks) {
  std::vector<std::size_t> pale;
  double size = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (!looks[i].pale && !looks[i].slanted) continue;
    if (size == 0) size = common_size(runs);
    if (looks[i].slanted && runs[i].font_size >= kSlantedLarger * size) runs[i].background = true;
    if (looks[i].pale && runs[i].font_size >= kLarger * size) pale.push_back(i);
  }
  if (pale.empty() || pale.size() * runs.size() > kMostLooks) return;
  // Letters of one size go together: not each of them lies over something.
  std::map<double, bool> over_text;
  for (const std::size_t i : pale) {
    bool& over = over_text[runs[i].font_size];
    if (over) continue;
    over = std::any_of(runs.begin(), runs.end(), [&](const Run& other) {
      return other.font_size < runs[i].font_size / kLarger && !other.invisible && overlap(runs[i].box, other.box);
    });
  }
  for (const std::size_t i : pale) runs[i].background = over_text[runs[i].font_size];
}

}  // namespace jangbu
