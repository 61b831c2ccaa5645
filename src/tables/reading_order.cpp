#include "tables/reading_order.h"
#include "model/whole_number.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace jangbu {
namespace {

constexpr std::size_t kFewestLines = 4;  // on each side of a gutter
constexpr double kColumnShare = 0.6;     // of its side, that lines of a column fill on average
constexpr double kStep = 3;              // points: left edges this close are one margin
constexpr int kMostGutters = 8;          // tried at each level; pages have two or three
constexpr int kDeepest = 4;

class Order {
 public:
  explicit Order(const std::vector<Box>& boxes) : boxes_(boxes) {}

  std::vector<std::size_t> of_all() {
    std::vector<std::size_t> all(boxes_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    sort_down(all);
    place(all, 0);
    return std::move(out_);
  }

 private:
  struct Band {
    double gutter = 0;
    std::size_t begin = 0, end = 0;
  };

  void sort_down(std::vector<std::size_t>& pieces) const {
    std::sort(pieces.begin(), pieces.end(), [&](std::size_t a, std::size_t b) {
      const Box &p = boxes_[a], &q = boxes_[b];
      if (p.y0 != q.y0) return p.y0 < q.y0;
      if (p.x0 != q.x0) return p.x0 < q.x0;
      return a < b;
    });
  }

  // `pieces` sorted downwards.
  void place(const std::vector<std::size_t>& pieces, int depth) {
    Band band;
    if (depth < kDeepest && pieces.size() >= 2 * kFewestLines) band = largest_band(pieces);
    if (band.end == band.begin) {
      out_.insert(out_.end(), pieces.begin(), pieces.end());
      return;
    }
    const auto at = [&](std::size_t i) { return pieces.begin() + static_cast<std::ptrdiff_t>(i); };
    place(std::vector<std::size_t>(pieces.begin(), at(band.begin)), depth + 1);
    std::vector<std::size_t> left, right;
    for (std::size_t i = band.begin; i < band.end; ++i) (boxes_[pieces[i]].x0 < band.gutter ? left : right).push_back(pieces[i]);
    place(left, depth + 1);
    place(right, depth + 1);
    place(std::vector<std::size_t>(at(band.end), pieces.end()), depth + 1);
  }

  Band largest_band(const std::vector<std::size_t>& pieces) const {
    std::map<int, int> margins;
    for (const std::size_t piece : pieces) ++margins[floor_to_int(boxes_[piece].x0 / kStep)];
    std::vector<std::pair<int, int>> common;
    for (const auto& [margin, count] : margins) {
      if (count >= static_cast<int>(kFewestLines)) common.emplace_back(-count, margin);
    }
    std::sort(common.begin(), common.end());
    if (common.size() > kMostGutters) common.resize(kMostGutters);
    Band best;
    for (const auto& [count, margin] : common) {
      const double gutter = margin * kStep - 1;
      for (std::size_t i = 0; i < pieces.size();) {
        std::size_t end = i;
        while (end < pieces.size() && !crosses(boxes_[pieces[end]], gutter)) ++end;
        if (end - i > best.end - best.begin && in_columns(pieces, i, end, gutter)) best = {gutter, i, end};
        i = end + 1;
      }
    }
    return best;
  }

  static bool crosses(const Box& box, double x) { return box.x0 < x && box.x1 > x; }

  bool in_columns(const std::vector<std::size_t>& pieces, std::size_t begin, std::size_t end, double gutter) const {
    std::size_t counts[2] = {0, 0};
    double widths[2] = {0, 0}, from[2] = {1e18, 1e18}, to[2] = {-1e18, -1e18};
    for (std::size_t i = begin; i < end; ++i) {
      const Box& box = boxes_[pieces[i]];
      const int side = box.x0 < gutter ? 0 : 1;
      ++counts[side];
      widths[side] += box.width();
      from[side] = std::min(from[side], box.x0);
      to[side] = std::max(to[side], box.x1);
    }
    for (const int side : {0, 1}) {
      if (counts[side] < kFewestLines) return false;
      if (widths[side] < kColumnShare * static_cast<double>(counts[side]) * (to[side] - from[side])) return false;
    }
    // Columns are about equally wide; a list with its numbers in the margin is none.
    return std::min(to[0] - from[0], to[1] - from[1]) > 0.35 * std::max(to[0] - from[0], to[1] - from[1]);
  }

  const std::vector<Box>& boxes_;
  std::vector<std::size_t> out_;
};

}  // namespace

std::vector<std::size_t> reading_order(const std::vector<Box>& boxes) { return Order(boxes).of_all(); }

}  // namespace jangbu
