// What stands between two ruled tables, and whether it is a row of theirs. In: a page and the box between the rules. Out: how large its
// letters are, how near they come to the rules, whether a figure, a unit or an outline sign stands there.
// The idea: a row fills the room between its rules, or stands in the middle of it, in letters as large as the table's; a caption leaves
// room above it, is larger, or begins with a sign. Text is looked at run by run; lines are only made where a figure was seen.
// Hard case: a table whose own rows are numbered (④ over its whole width, then ⑤): the next sign is a row there and no caption.
// The shares of the font size were measured on the ruled tables of bench/: text touches its rules within 0.6 of its size.
#include "tables/open_band.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "tables/open_lines.h"
#include "tables/run_lines.h"
#include "text/outline_sign.h"

namespace jangbu {
namespace {

constexpr double kClose = 0.6, kCentred = 0.3;  // shares of the font size
constexpr double kLargerLetters = 1.2;          // a heading's, against the table's
constexpr double kSameBorder = 1.0;             // points

bool holds_middle(const Box& box, const Run& run) {
  const double x = (run.box.x0 + run.box.x1) / 2, y = (run.box.y0 + run.box.y1) / 2;
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

// The sign may be a run of its own.
std::string sign_of(const Run& run) { return std::string(outline_sign(run.text + " -").kind); }

// What stands in the first row of a part.
std::string first_row(const Page& page, const RuledComponent& part) {
  std::set<double> ys;
  Box box = part.horizontals.front().box;
  for (const Rule& rule : part.horizontals) {
    ys.insert(rule.box.y0);
    box = united(box, rule.box);
  }
  if (ys.size() < 2) return "";
  box.y1 = *std::next(ys.begin());
  // Runs in no order of a page: lines_of() puts them into lines, and these into the order of reading.
  std::vector<const Run*> runs;
  for (const Run& run : page.runs) {
    if (holds_middle(box, run)) runs.push_back(&run);
  }
  return joined_text(lines_of(runs));
}

// Where borders between columns stand.
std::vector<double> inner_borders(const RuledComponent& component) {
  std::vector<double> xs;
  double x0 = component.horizontals.front().box.x0, x1 = x0;
  for (const Rule& rule : component.horizontals) {
    x0 = std::min(x0, rule.box.x0);
    x1 = std::max(x1, rule.box.x1);
  }
  for (const Rule& rule : component.verticals) {
    if (rule.box.x0 > x0 + kSameBorder && rule.box.x0 < x1 - kSameBorder) xs.push_back(rule.box.x0);
  }
  std::sort(xs.begin(), xs.end());
  xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
  return xs;
}

}  // namespace

// Text reaches to both rules: nothing else would have room here.
bool OpenBand::full() const { return largest > 0 && above <= kClose * largest && below <= kClose * largest; }
bool OpenBand::centred() const { return largest > 0 && std::abs(above - below) <= kCentred * largest; }

OpenBand open_band(const Page& page, const Box& between) {
  OpenBand band;
  const Run* first = nullptr;
  bool figure = false;
  double top = between.y1, bottom = between.y0;
  for (const Run& run : page.runs) {
    if (!holds_middle(between, run)) continue;
    band.largest = std::max(band.largest, run.font_size);
    band.unit = band.unit || run.text.find("단위") != std::string::npos;
    figure = figure || is_figure_text({&run});
    top = std::min(top, run.box.y0);
    bottom = std::max(bottom, run.box.y1);
    if (!first || std::pair(run.box.y0, run.box.x0) < std::pair(first->box.y0, first->box.x0)) first = &run;
  }
  if (!first) return band;
  band.above = top - between.y0;
  band.below = between.y1 - bottom;
  if (!figure) band.sign = sign_of(*first);
  if (figure) {
    std::vector<const Run*> runs;
    for (const Run& run : page.runs) {
      if (holds_middle(between, run) && !run.vertical) runs.push_back(&run);
    }
    for (const OpenLine& line : open_lines_of(runs)) {
      const auto count =
          std::count_if(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) { return is_figure_text(piece.runs); });
      band.figures = std::max(band.figures, static_cast<int>(count));
    }
  }
  return band;
}

// A unit (단위: 천원) names what stands below it, and letters larger than those of the table are a heading's.
bool may_be_row(const Page& page, const Box& table, const OpenBand& band) {
  return band.largest > 0 && !band.unit && band.largest <= kLargerLetters * open_band(page, table).largest;
}

bool is_row(const Page& page, const Box& table, const OpenBand& band) {
  if (!may_be_row(page, table, band)) return false;
  // A caption begins with a sign; but where the table's own rows are numbered so (④, then ⑤ over its whole width), it is the next of them.
  if (band.sign.empty()) return true;
  return std::any_of(page.runs.begin(), page.runs.end(),
                     [&](const Run& run) { return holds_middle(table, run) && sign_of(run) == band.sign; });
}

// The same columns, at least two of them inside; but two tables that begin with the same row are two of one kind, not one that goes on.
bool go_on_in_columns(const Page& page, const RuledComponent& above, const RuledComponent& below) {
  if (above.horizontals.empty() || below.horizontals.empty()) return false;
  const std::vector<double> upper = inner_borders(above), lower = inner_borders(below);
  const auto common = std::count_if(upper.begin(), upper.end(), [&](double x) {
    return std::any_of(lower.begin(), lower.end(), [&](double other) { return std::abs(x - other) <= kSameBorder; });
  });
  return common >= 2 && first_row(page, above) != first_row(page, below);
}

bool has_columns(const RuledComponent& component, const Box& box) {
  return std::any_of(component.verticals.begin(), component.verticals.end(),
                     [&](const Rule& rule) { return rule.box.x0 > box.x0 + kSameBorder && rule.box.x0 < box.x1 - kSameBorder; });
}

}  // namespace jangbu
