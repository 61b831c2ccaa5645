// Printed labels → depths. Bullets are ordered by the usual style of Korean reports (□ ○ - · *); only where all labels have the same
// bullet, or none, blanks at the line's start are counted. Empty where neither tells labels apart. Depths are ranks: gaps mean nothing.
//
//   합계 | □ 가사업 | ○ 나 | - 다          depths 0, 1, 2, 3
#include "records/label_marks.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/bullets.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// 0: no bullet; else the deeper the larger.
int bullet_of(const std::u32string& label, std::size_t at) {
  static const std::vector<std::u32string> kBullets = [] {
    const auto letters = [](std::string_view kind, std::string_view more) { return to_code_points(std::string(kind) + std::string(more)); };
    return std::vector<std::u32string>{letters(kBoxes, std::string(kDiamonds) + std::string(kArrowheads)), letters(kCircles, "ㅇㆁ"),
                                       U"-–—−‐‑―ㅡ", letters(kDots, "․ᆞ"), U"*＊"};
  }();
  if (at >= label.size()) return 0;
  for (std::size_t kind = 0; kind < std::size(kBullets); ++kind) {
    if (kBullets[kind].find(label[at]) == std::u32string::npos) continue;
    // A syllable that is also a letter is a bullet only before a blank.
    if ((label[at] == U'ㅇ' || label[at] == U'ㅡ') && (at + 1 >= label.size() || !is_blank(label[at + 1]))) return 0;
    return static_cast<int>(kind) + 1;
  }
  return 0;
}

}  // namespace

// One depth for all labels is none: it tells nothing apart.
std::vector<int> label_depths(const std::vector<std::string>& printed_labels) {
  std::vector<int> bullets, blanks;
  for (const std::string& label : printed_labels) {
    const std::u32string points = to_code_points(label);
    std::size_t at = 0;
    while (at < points.size() && is_blank(points[at])) ++at;
    blanks.push_back(static_cast<int>(at));
    bullets.push_back(bullet_of(points, at));
  }
  const auto tells = [](const std::vector<int>& depths) { return std::set<int>(depths.begin(), depths.end()).size() > 1; };
  if (tells(bullets)) return bullets;
  if (tells(blanks)) return blanks;
  return {};
}

}  // namespace jangbu
