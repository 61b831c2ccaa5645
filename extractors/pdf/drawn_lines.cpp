// From strokes and filled areas to rules. Everything drawn becomes pieces along one of the axes; pieces at one place
// are joined where the gap is small, or a dash's; places and ends are snapped to common coordinates, so that later
// steps compare with ==.
// Hard cases: dotted lines, whose dots run either way and are joined only with at least three others; a box with a
// hole, which is a frame; double borders, which become one; lines under and through text, which are no table's; the ground of lines of text
// on a cell of the same shade, whose edges nobody sees; arrows, which are told by their heads.
// Thresholds are points, and said where they stand.
#include "extractors/pdf/drawn_lines.h"

#include <algorithm>
#include <cmath>

#include "extractors/pdf/underlines.h"
#include "model/snapping.h"

namespace jangbu {
namespace {

// Points. A table line is thinner than this; what is thicker is an area.
constexpr double kThickestLine = 4.0;
constexpr double kSlant = 0.5;
// Pieces of one line: dashes leave gaps, corners are cut short.
constexpr double kJoinGap = 1.6;
constexpr double kDashLength = 12.0, kDashGap = 5.0;
constexpr double kRoundDot = 1.2;
// What stays shorter than this after joining is part of a drawing or of a letter.
constexpr double kShortestLine = 4.0;
// The same line drawn by two cells, or shading and its border.
constexpr double kSamePlace = 0.9;
// Parallel lines up to this apart that begin and end together are one double border. A table inside of a cell may come as
// close to the cell's border, but its lines are shorter.
constexpr double kDoubleLine = 3.2, kDoubleEnds = 4.0;
// Heads of arrows, and how far their middle may be off the line.
constexpr double kSmallestHead = 2.5, kLargestHead = 14.0, kHeadOff = 1.0;
constexpr std::size_t kMostHeads = 500;
// Shades this close look alike; boxes whose sides are this close (points) share them. A cell is shaded right before its lines: as many
// areas before an area are looked at.
constexpr double kSameShade = 0.01, kSameSide = 0.3;
constexpr std::size_t kGround = 48;
constexpr std::size_t kMostShaded = 5'000;  // boxes, for which sides are looked for
// A line that ends this close to another one across was meant to reach it.
constexpr double kReach = 2.2;

// Points between the sides of a shaded cell and those of the ground of its text; how much both may differ.
constexpr double kLeastPadding = 0.8, kMostPadding = 8, kSamePadding = 1;

// A line along one axis: `at` on the other axis, from `begin` to `end`.
struct Piece {
  double at, begin, end, thickness;
  bool speck;  // a dot of a dotted line: as short as it is thick
};

class LineCollector {
 public:
  explicit LineCollector(const CapturedPage& page) : page_(page) {}

  // Lines under text are taken out before ends are snapped: they would draw the ends of borders to them.
  DrawnLines collect() {
    find_heads();
    for (const Stroke& stroke : page_.strokes) add_stroke(stroke);
    add_areas();
    add_edges_of_shading();
    DrawnLines out;
    out.fills = std::move(fills_);
    std::vector<Piece> horizontal = joined(std::move(horizontal_)), vertical = joined(std::move(vertical_));
    out.strikes = drop_underlines(horizontal);
    snap_ends(horizontal, vertical);
    out.horizontals = horizontal.size();
    out.rules.reserve(horizontal.size() + vertical.size());
    for (const Piece& piece : horizontal) out.rules.push_back({{piece.begin, piece.at, piece.end, piece.at}, piece.thickness});
    for (const Piece& piece : vertical) out.rules.push_back({{piece.at, piece.begin, piece.at, piece.end}, piece.thickness});
    return out;
  }

 private:
  // A thin box is a line along its longer side.
  void add_box(const Box& box) {
    const bool flat = box.height() <= kThickestLine, narrow = box.width() <= kThickestLine;
    if (flat && narrow && std::max(box.width(), box.height()) < 2 * std::min(box.width(), box.height())) {
      // A dot: which way its line runs shows only together with its neighbours.
      horizontal_.push_back({(box.y0 + box.y1) / 2, box.x0, box.x1, box.height(), true});
      vertical_.push_back({(box.x0 + box.x1) / 2, box.y0, box.y1, box.width(), true});
    } else if (box.width() >= box.height()) {
      horizontal_.push_back({(box.y0 + box.y1) / 2, box.x0, box.x1, box.height(), false});
    } else {
      vertical_.push_back({(box.x0 + box.x1) / 2, box.y0, box.y1, box.width(), false});
    }
  }

  // Thickness 0: an edge of shading, not a line that was drawn.
  void add_edges(const Box& box) {
    horizontal_.push_back({box.y0, box.x0, box.x1, 0, false});
    horizontal_.push_back({box.y1, box.x0, box.x1, 0, false});
    vertical_.push_back({box.x0, box.y0, box.y1, 0, false});
    vertical_.push_back({box.x1, box.y0, box.y1, 0, false});
  }

  // A small shape in the middle of a line's end is the head of an arrow, which parts nothing, whatever it is drawn over.
  void find_heads() {
    for (const Area& area : page_.areas) {
      const double width = area.box.width(), height = area.box.height();
      const bool small = std::min(width, height) >= kSmallestHead && std::max(width, height) <= kLargestHead;
      if (small && !area.rectangle) heads_.push_back(area.box);
    }
    if (heads_.size() > kMostHeads) heads_.clear();  // the marks of a chart
  }

  bool is_arrow(double x0, double y0, double x1, double y1) const {
    const double x = (x0 + x1) / 2, y = (y0 + y1) / 2;
    const bool flat = x1 - x0 >= y1 - y0;
    return std::any_of(heads_.begin(), heads_.end(), [&](const Box& head) {
      const double off = flat ? (head.y0 + head.y1) / 2 - y : (head.x0 + head.x1) / 2 - x;
      const double from = flat ? head.x0 : head.y0, to = flat ? head.x1 : head.y1, begin = flat ? x0 : y0, end = flat ? x1 : y1;
      const auto in_head = [&](double at) { return at >= from - kJoinGap && at <= to + kJoinGap; };
      const bool outline = x0 >= head.x0 - kHeadOff && x1 <= head.x1 + kHeadOff && y0 >= head.y0 - kHeadOff && y1 <= head.y1 + kHeadOff;
      return outline || (std::abs(off) <= kHeadOff && (in_head(begin) || in_head(end)));
    });
  }

  // A stroke along an axis is a line, or an area where it is thicker than any line; slanted ones are no part of
  // tables.
  void add_stroke(const Stroke& stroke) {
    const auto [x0, x1] = std::minmax(stroke.x0, stroke.x1);
    const auto [y0, y1] = std::minmax(stroke.y0, stroke.y1);
    const double half = stroke.width / 2;
    const bool horizontal = x1 - x0 >= y1 - y0;
    if ((horizontal ? y1 - y0 : x1 - x0) > kSlant) return;
    if (is_arrow(x0, y0, x1, y1)) return;
    const Box box =
        horizontal ? Box{x0, (y0 + y1) / 2 - half, x1, (y0 + y1) / 2 + half} : Box{(x0 + x1) / 2 - half, y0, (x0 + x1) / 2 + half, y1};
    if (stroke.width > kThickestLine) {
      add_area(box, 0);  // a thick stroke is a bar; its colour is not kept, and a white bar is rare
    } else if (horizontal) {
      horizontal_.push_back({(y0 + y1) / 2, x0, x1, stroke.width, x1 - x0 <= 2 * stroke.width});
    } else {
      vertical_.push_back({(x0 + x1) / 2, y0, y1, stroke.width, y1 - y0 <= 2 * stroke.width});
    }
  }

  void add_area(const Box& box, double luminance) {
    // Boxes as large as the page are its background.
    if (box.width() * box.height() > 0.9 * page_.width * page_.height) return;
    const bool seen = edges_seen(box, luminance);
    ground_.push_back({box, luminance});
    if (luminance >= kWhite) return;
    fills_.push_back({box, luminance});
    if (seen) shaded_.push_back(box);
  }

  // The ground of a paragraph between two drawn sides of its cell, as far from the one as from the other: it parts nothing either.
  void add_edges_of_shading() {
    std::vector<Piece> sides;
    if (shaded_.size() <= kMostShaded) {
      for (const Piece& piece : vertical_) {
        if (piece.thickness > 0 && piece.end - piece.begin >= kShortestLine) sides.push_back(piece);
      }
      std::sort(sides.begin(), sides.end(), [](const Piece& a, const Piece& b) { return a.at < b.at; });
    }
    // How far the nearest side is that goes on beside the whole box, looking from `from` to `to`; none: NaN.
    const auto padding = [&](const Box& box, double from, double to, double edge) {
      auto side = std::lower_bound(sides.begin(), sides.end(), from, [](const Piece& piece, double at) { return piece.at < at; });
      double least = std::nan("");
      for (; side != sides.end() && side->at <= to; ++side) {
        const double apart = std::abs(side->at - edge);
        if (side->begin <= box.y0 + kSamePadding && side->end >= box.y1 - kSamePadding && !(apart >= least)) least = apart;
      }
      return least;
    };
    for (const Box& box : shaded_) {
      const double left = padding(box, box.x0 - kMostPadding, box.x0 - kLeastPadding, box.x0),
                   right = padding(box, box.x1 + kLeastPadding, box.x1 + kMostPadding, box.x1);
      if (!(std::abs(left - right) <= kSamePadding)) add_edges(box);
    }
  }

  // The ground of a paragraph in a shaded cell, in whatever shade: as far from the cell's left side as from its right one, by the cell's
  // padding.
  static bool ground_of_paragraph(const Box& cell, const Box& box) {
    const double left = box.x0 - cell.x0, right = cell.x1 - box.x1;
    return left >= kLeastPadding && left <= kMostPadding && std::abs(left - right) <= kSamePadding && box.y0 >= cell.y0 - kSameSide &&
           box.y1 <= cell.y1 + kSameSide;
  }

  // Word processors shade a cell and then, in the same shade, the ground of each line of its text: nobody sees where those end, and they
  // part nothing. Of what was painted before, a box over a part of this one in another shade makes its edges seen.
  bool edges_seen(const Box& box, double luminance) const {
    const std::size_t last = ground_.size() < kGround ? 0 : ground_.size() - kGround;
    for (std::size_t i = ground_.size(); i-- > last;) {
      const auto& [below, shade] = ground_[i];
      if (below.x1 <= box.x0 || below.x0 >= box.x1 || below.y1 <= box.y0 || below.y0 >= box.y1) continue;
      if (std::abs(shade - luminance) > kSameShade) return !ground_of_paragraph(below, box);
      const bool holds = below.x0 <= box.x0 + kSameSide && below.y0 <= box.y0 + kSameSide && below.x1 >= box.x1 - kSameSide &&
                         below.y1 >= box.y1 - kSameSide;
      if (holds && (below.width() > box.width() + kSameSide || below.height() > box.height() + kSameSide)) return false;
    }
    return true;
  }

  // A box with a hole of nearly its own size, painted at once: a frame of up to four lines.
  static bool frame(const Area& outer, const Area& inner) {
    return inner.paint == outer.paint && inner.rectangle && outer.rectangle && inner.box.x0 >= outer.box.x0 &&
           inner.box.x1 <= outer.box.x1 && inner.box.y0 >= outer.box.y0 && inner.box.y1 <= outer.box.y1 &&
           inner.box.x0 - outer.box.x0 <= kThickestLine && outer.box.x1 - inner.box.x1 <= kThickestLine &&
           inner.box.y0 - outer.box.y0 <= kThickestLine && outer.box.y1 - inner.box.y1 <= kThickestLine && inner.box.height() > 0 &&
           inner.box.width() > 0;
  }

  void add_frame(const Box& outer, const Box& inner) {
    constexpr double kVisible = 0.05;
    if (inner.y0 - outer.y0 > kVisible) add_box({outer.x0, outer.y0, outer.x1, inner.y0});
    if (outer.y1 - inner.y1 > kVisible) add_box({outer.x0, inner.y1, outer.x1, outer.y1});
    if (inner.x0 - outer.x0 > kVisible) add_box({outer.x0, outer.y0, inner.x0, outer.y1});
    if (outer.x1 - inner.x1 > kVisible) add_box({inner.x1, outer.y0, outer.x1, outer.y1});
  }

  // Order of painting: a frame is two areas that were painted at once.
  void add_areas() {
    const std::vector<Area>& areas = page_.areas;
    for (std::size_t i = 0; i < areas.size(); ++i) {
      const Area& area = areas[i];
      const bool thin = std::min(area.box.width(), area.box.height()) <= kThickestLine;
      if (thin) {
        // Round dots are dots of a line as square ones are; other small shapes are none.
        if (is_arrow(area.box.x0, area.box.y0, area.box.x1, area.box.y1)) continue;
        const double longest = std::max(area.box.width(), area.box.height());
        if (area.rectangle || longest > 3 * kThickestLine || longest <= kRoundDot) add_box(area.box);
      } else if (i + 1 < areas.size() && (frame(area, areas[i + 1]) || frame(areas[i + 1], area))) {
        const bool outer_first = frame(area, areas[i + 1]);
        add_frame(areas[outer_first ? i : i + 1].box, areas[outer_first ? i + 1 : i].box);
        ++i;
      } else if (area.rectangle) {
        add_area(area.box, area.luminance);
      }
    }
  }

  static std::vector<Piece> joined(std::vector<Piece> pieces) {
    // Lines decide where coordinates snap to, edges of shading only follow: a long line weighs more than a dash.
    std::vector<WeightedPosition> positions;
    positions.reserve(pieces.size());
    for (const Piece& piece : pieces) positions.push_back({piece.at, (piece.end - piece.begin) * (piece.thickness > 0 ? 20 : 1) + 1e-3});
    const Snapping snapping(std::move(positions), kSamePlace);
    for (Piece& piece : pieces) piece.at = snapping.snapped(piece.at);
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
      if (a.at != b.at) return a.at < b.at;
      if (a.begin != b.begin) return a.begin < b.begin;
      if (a.end != b.end) return a.end < b.end;
      return a.thickness < b.thickness;
    });
    std::vector<Piece> out;
    bool dashes = true;  // so far only short pieces
    // `drop_short` is asked when a line ends: dots that found too few neighbours and scraps of drawings go.
    int specks = 0;  // so far only dots, this many
    const auto drop_short = [&] {
      if (out.empty()) return;
      const double length = out.back().end - out.back().begin;
      if (length < kShortestLine || (specks > 0 && specks < 4)) out.pop_back();
    };
    // Pieces come sorted by place and begin, so that only the last line of `out` can go on.
    for (const Piece& piece : pieces) {
      const bool dash = piece.end - piece.begin <= kDashLength;
      if (!out.empty() && out.back().at == piece.at) {
        Piece& line = out.back();
        const double gap = piece.begin - line.end;
        const bool dotted = (specks > 0 || dashes) && dash && gap <= kDashGap;
        if (gap <= kJoinGap || dotted) {
          line.end = std::max(line.end, piece.end);
          line.thickness = std::max(line.thickness, piece.thickness);
          // A line is dashed while all of its pieces are short; one long piece makes it a plain line, whose gaps must
          // be small.
          dashes = dash && (dashes || gap > kJoinGap);
          specks = piece.speck && specks > 0 ? specks + 1 : 0;
          continue;
        }
      }
      drop_short();
      out.push_back(piece);
      dashes = dash;
      specks = piece.speck ? 1 : 0;
    }
    drop_short();
    return out;
  }

  // Returns those that strike text out.
  std::vector<Rule> drop_underlines(std::vector<Piece>& horizontal) const {
    const Underlines text(page_);
    std::vector<Rule> strikes;
    std::erase_if(horizontal, [&](const Piece& line) {
      const Underlines::Kind kind = text.kind(line.at, line.begin, line.end);
      if (kind == Underlines::Kind::kThrough) strikes.push_back({{line.begin, line.at, line.end, line.at}, line.thickness});
      return kind != Underlines::Kind::kNone;
    });
    return strikes;
  }

  // Double borders become the first of their two lines. `lines` are sorted by place; neighbours are few.
  static void merge_doubles(std::vector<Piece>& lines) {
    std::vector<char> merged(lines.size(), 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (merged[i] != 0) continue;
      // Sorted by place, then by begin: for each near place, the line that begins where this one does is found by search.
      for (std::size_t j = next_place(lines, i); j < lines.size() && lines[j].at - lines[i].at <= kDoubleLine; j = next_place(lines, j)) {
        const double place = lines[j].at, begin = lines[i].begin - kDoubleEnds;
        auto twin = std::lower_bound(lines.begin() + static_cast<std::ptrdiff_t>(j), lines.end(), begin,
                                     [place](const Piece& p, double from) { return p.at == place && p.begin < from; });
        for (; twin != lines.end() && twin->at == place && twin->begin <= lines[i].begin + kDoubleEnds; ++twin) {
          if (std::abs(twin->end - lines[i].end) > kDoubleEnds) continue;
          lines[i].begin = std::min(lines[i].begin, twin->begin);
          lines[i].end = std::max(lines[i].end, twin->end);
          lines[i].thickness = std::max(lines[i].thickness, twin->thickness);
          merged[static_cast<std::size_t>(twin - lines.begin())] = 1;
        }
      }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (merged[i] == 0) lines[kept++] = lines[i];
    }
    lines.resize(kept);
  }

  // The first line of another place.
  static std::size_t next_place(const std::vector<Piece>& lines, std::size_t i) {
    const auto next = std::upper_bound(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(), lines[i].at,
                                       [](double at, const Piece& p) { return at < p.at; });
    return static_cast<std::size_t>(next - lines.begin());
  }

  // The place of the line across that (along, at) reaches or nearly reaches; NaN if there is none.
  static double reached(const std::vector<Piece>& across, double along, double at) {
    double best = std::nan("");
    auto line = std::lower_bound(across.begin(), across.end(), along - kReach, [](const Piece& p, double from) { return p.at < from; });
    for (auto i = static_cast<std::size_t>(line - across.begin()); i < across.size() && across[i].at <= along + kReach;
         i = next_place(across, i)) {
      if (!std::isnan(best) && std::abs(best - along) <= std::abs(across[i].at - along)) continue;
      // Lines at one place do not overlap: the last one that begins before the point is the only one that can hold it.
      const std::size_t end = next_place(across, i);
      auto after = std::upper_bound(across.begin() + static_cast<std::ptrdiff_t>(i), across.begin() + static_cast<std::ptrdiff_t>(end),
                                    at + kReach, [](double a, const Piece& p) { return a < p.begin; });
      if (after == across.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      if ((after - 1)->end >= at - kReach) best = across[i].at;
    }
    return best;
  }

  // Ends of lines go to the line that they reach, or nearly reach; free ends that stand one below the other (open sides of a
  // table) go to one common place.
  static void snap_ends(std::vector<Piece>& horizontal, std::vector<Piece>& vertical) {
    merge_doubles(horizontal);
    merge_doubles(vertical);
    const std::vector<Piece> rows = horizontal, columns = vertical;
    const auto snap = [](std::vector<Piece>& lines, const std::vector<Piece>& across) {
      std::vector<WeightedPosition> free;
      for (Piece& line : lines) {
        for (double* end : {&line.begin, &line.end}) {
          const double place = reached(across, *end, line.at);
          if (std::isnan(place)) {
            free.push_back({*end, 1});
          } else {
            *end = place;
          }
        }
      }
      // Free ends are snapped to each other after all others have found their line: open sides of a table stand at
      // one x.
      const Snapping snapping(std::move(free), kReach);
      for (Piece& line : lines) {
        for (double* end : {&line.begin, &line.end}) {
          if (std::isnan(reached(across, *end, line.at))) *end = snapping.snapped(*end);
        }
      }
    };
    snap(horizontal, columns);
    snap(vertical, rows);
    const auto flat = [](const Piece& line) { return line.end <= line.begin; };
    horizontal.erase(std::remove_if(horizontal.begin(), horizontal.end(), flat), horizontal.end());
    vertical.erase(std::remove_if(vertical.begin(), vertical.end(), flat), vertical.end());
    merge_touching(horizontal);
    merge_touching(vertical);
  }

  // Snapping can bring pieces together that were just apart.
  static void merge_touching(std::vector<Piece>& lines) {
    std::sort(lines.begin(), lines.end(), [](const Piece& a, const Piece& b) {
      if (a.at != b.at) return a.at < b.at;
      if (a.begin != b.begin) return a.begin < b.begin;
      return a.end < b.end;
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (kept > 0 && lines[kept - 1].at == lines[i].at && lines[i].begin <= lines[kept - 1].end) {
        lines[kept - 1].end = std::max(lines[kept - 1].end, lines[i].end);
        lines[kept - 1].thickness = std::max(lines[kept - 1].thickness, lines[i].thickness);
      } else {
        lines[kept++] = lines[i];
      }
    }
    lines.resize(kept);
  }

  const CapturedPage& page_;
  std::vector<Piece> horizontal_, vertical_;
  std::vector<Fill> fills_;
  std::vector<Box> heads_;    // that arrows may have
  std::vector<Fill> ground_;  // in paint order, with white ones
  std::vector<Box> shaded_;   // whose edges are seen
};

}  // namespace

DrawnLines drawn_lines_of(const CapturedPage& page) { return LineCollector(page).collect(); }

}  // namespace jangbu
