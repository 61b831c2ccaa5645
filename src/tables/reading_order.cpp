// Orders the boxes of a page. Sorted downwards, they are cut into the part above a band of columns, its left side,
// its right side, and the part below; each part is cut again, four levels deep. A band is the longest stretch that a
// vertical gutter crosses nowhere and whose two sides are each filled like a column of text. Gutters are tried at
// the commonest left margins, since columns begin there.
// The hard case are two tables side by side, with too few pieces for columns: each needs a line of its own above it
// that begins where it does, or their captions would be read between their rows.
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
constexpr double kMargin = 12;     // points: the gutter is this far before the right one of two tables, if they leave it room
constexpr double kOwnMargin = 15;  // points: a line that begins this near to a table's side is its own
constexpr std::size_t kMostTables = 40;

class Order {
 public:
  Order(const std::vector<Box>& boxes, std::size_t first_table) : boxes_(boxes), first_table_(first_table) {}

  std::vector<std::size_t> of_all() {
    std::vector<std::size_t> all(boxes_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    sort_down(all);
    place(all, 0);
    return std::move(out_);
  }

 private:
  // A stretch of the sorted pieces, [begin, end), and the x that parts it.
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
    if (depth < kDeepest && band.end == band.begin) band = band_of_tables(pieces);
    // No band: downwards is the order.
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

  // Margins in steps of 3 points; the commonest are tried, and the longest band wins.
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
      // Just left of the margin, so that its lines lie on the right side.
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

  // The largest band around two tables side by side that have a line of their own above them.
  Band band_of_tables(const std::vector<std::size_t>& pieces) const {
    Band best;
    std::vector<std::size_t> tables;
    for (const std::size_t piece : pieces) {
      if (piece >= first_table_) tables.push_back(piece);
    }
    if (tables.size() < 2 || tables.size() > kMostTables) return best;
    for (const std::size_t left : tables) {
      for (const std::size_t right : tables) {
        const Box &a = boxes_[left], &b = boxes_[right];
        // Side by side: one ends before the other begins, and they share some height.
        if (a.x1 >= b.x0 || std::min(a.y1, b.y1) <= std::max(a.y0, b.y0)) continue;
        const double gutter = std::max(b.x0 - kMargin, (a.x1 + b.x0) / 2);
        const Band band = band_around(pieces, left, right, gutter);
        if (band.end - band.begin > best.end - best.begin && own_lines_above(pieces, band, a, b)) best = band;
      }
    }
    return best;
  }

  // Everything between the two must keep to its side; then the band grows up and down as far as nothing crosses.
  Band band_around(const std::vector<std::size_t>& pieces, std::size_t left, std::size_t right, double gutter) const {
    const auto place_of = [&](std::size_t piece) {
      return static_cast<std::size_t>(std::find(pieces.begin(), pieces.end(), piece) - pieces.begin());
    };
    std::size_t begin = std::min(place_of(left), place_of(right)), end = std::max(place_of(left), place_of(right)) + 1;
    for (std::size_t i = begin; i < end; ++i) {
      if (crosses(boxes_[pieces[i]], gutter)) return {};
    }
    while (begin > 0 && !crosses(boxes_[pieces[begin - 1]], gutter)) --begin;
    while (end < pieces.size() && !crosses(boxes_[pieces[end]], gutter)) ++end;
    return {gutter, begin, end};
  }

  // Does each of the two tables have a line above it that begins where it does? What stands at the right margin alone, a unit, may be that
  // of both.
  bool own_lines_above(const std::vector<std::size_t>& pieces, const Band& band, const Box& left, const Box& right) const {
    const auto own = [&](const Box& table) {
      return std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(band.begin), pieces.begin() + static_cast<std::ptrdiff_t>(band.end),
                         [&](std::size_t piece) {
                           const Box& line = boxes_[piece];
                           return piece < first_table_ && line.y1 <= table.y0 + kStep && std::abs(line.x0 - table.x0) <= kOwnMargin;
                         });
    };
    return own(left) && own(right);
  }

  static bool crosses(const Box& box, double x) { return box.x0 < x && box.x1 > x; }

  // Both sides of the gutter have enough pieces, filled to most of their width, and are about equally wide.
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
  std::size_t first_table_;
  std::vector<std::size_t> out_;
};

}  // namespace

std::vector<std::size_t> reading_order(const std::vector<Box>& boxes, std::size_t first_table) {
  return Order(boxes, first_table).of_all();
}

}  // namespace jangbu
