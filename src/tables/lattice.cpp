// From ruling lines to grids. The lines of each group that touches (ruled_components.h) give the edges; a line is a
// wall where it covers at least half of a place's side; build_cells makes cells of the walls.
// The hard case is the table without outer borders, usual in Korean reports: where at least two lines end at the
// outermost x or y, the border that nobody drew is put in. Lines closer than text can stand (3 points) are one
// border, drawn twice.
#include "tables/lattice.h"

#include <algorithm>
#include <utility>

#include "tables/ruled_components.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostRules = 12'000;    // on a page; more is a drawing
constexpr std::size_t kMostGrids = 600;       // of one page
constexpr std::size_t kMostPlaces = 400'000;  // of one grid
constexpr double kThinnestColumn = 3.0;       // points
constexpr double kLargestShare = 0.5;         // a line that covers this share of a place's side is a wall there

// Columns parted by lines below and above a single rule that goes on beyond them: where it ends, the table does.
//
//     Group | 2005 | 2006
//     ------+------+-----
//     Fuel  |  193 |  204
void close_crossed(RuledComponent& component) {
  constexpr double kNarrowest = 12;  // points, of the outer columns
  const Rule rule = component.horizontals.front();
  double left = rule.box.x1, right = rule.box.x0, top = rule.box.y0, bottom = rule.box.y0;
  for (const Rule& line : component.verticals) {
    left = std::min(left, line.box.x0);
    right = std::max(right, line.box.x0);
    top = std::min(top, line.box.y0);
    bottom = std::max(bottom, line.box.y1);
  }
  if (rule.thickness <= 0 || bottom <= top) return;
  const std::size_t drawn = component.verticals.size();
  if (left - rule.box.x0 >= kNarrowest) component.verticals.push_back({{rule.box.x0, top, rule.box.x0, bottom}, 0});
  if (rule.box.x1 - right >= kNarrowest) component.verticals.push_back({{rule.box.x1, top, rule.box.x1, bottom}, 0});
  // The ends of the lines between are sides as well.
  const bool beyond = component.verticals.size() > drawn;
  const double from = beyond ? rule.box.x0 : left, to = beyond ? rule.box.x1 : right;
  if (top < rule.box.y0) component.horizontals.push_back({{from, top, to, top}, 0});
  if (bottom > rule.box.y0) component.horizontals.push_back({{from, bottom, to, bottom}, 0});
}

// Assumes the border where lines across end together without one.
void close_open_sides(RuledComponent& component) {
  const auto close = [](std::vector<Rule>& lines, const std::vector<Rule>& across, bool low, bool vertical) {
    // One side: `low` is left or top, `vertical` says that the missing border runs downwards. Its thickness 0 marks
    // it as not drawn.
    if (across.size() < 2) return;
    const auto end_of = [&](const Rule& rule) { return vertical ? (low ? rule.box.x0 : rule.box.x1) : (low ? rule.box.y0 : rule.box.y1); };
    const auto place_of = [&](const Rule& rule) { return vertical ? rule.box.y0 : rule.box.x0; };
    double side = end_of(across.front());
    for (const Rule& rule : across) side = low ? std::min(side, end_of(rule)) : std::max(side, end_of(rule));
    double from = 0, to = 0;
    int ends = 0;
    // From the first to the last of the lines that end exactly at the side; a single one is no border.
    for (const Rule& rule : across) {
      if (end_of(rule) != side) continue;
      from = ends == 0 ? place_of(rule) : std::min(from, place_of(rule));
      to = ends == 0 ? place_of(rule) : std::max(to, place_of(rule));
      ++ends;
    }
    if (ends < 2) return;
    lines.push_back({vertical ? Box{side, from, side, to} : Box{from, side, to, side}, 0});
  };
  if (component.horizontals.size() == 1 && component.verticals.size() >= 2) return close_crossed(component);
  close(component.verticals, component.horizontals, true, true);
  close(component.verticals, component.horizontals, false, true);
  close(component.horizontals, component.verticals, true, false);
  close(component.horizontals, component.verticals, false, false);
}

// Rules are snapped already, so that equal places compare equal.
std::vector<double> places_of(const std::vector<Rule>& rules, bool vertical) {
  std::vector<double> places;
  for (const Rule& rule : rules) places.push_back(vertical ? rule.box.x0 : rule.box.y0);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  // No text fits between lines this close: they are one border, drawn by cells that do not quite agree.
  std::vector<double> kept;
  for (const double place : places) {
    if (kept.empty() || place - kept.back() > kThinnestColumn) kept.push_back(place);
  }
  return kept;
}

// The places between `edges` that [from, to] covers for the larger part, as [first, last) indices: lines end a little
// before or behind the border that they mean.
std::pair<int, int> covered(const std::vector<double>& edges, double from, double to) {
  const auto index = [&](double at, bool begin) {
    auto next = std::lower_bound(edges.begin(), edges.end(), at);
    int i = static_cast<int>(next - edges.begin());
    if (next == edges.end() || *next == at || next == edges.begin()) return i;
    const double before = *(next - 1), width = *next - before;
    const double share = begin ? (*next - at) / width : (at - before) / width;
    if (begin) return share >= kLargestShare ? i - 1 : i;
    return share >= kLargestShare ? i : i - 1;
  };
  const int last = static_cast<int>(edges.size()) - 1;
  return {std::clamp(index(from, true), 0, last), std::clamp(index(to, false), 0, last)};
}

// A box drawn around one column: the edges of shading in it are those of lines of text, of which each has its own ground.
void drop_edges_in_box(RuledComponent& component) {
  double top = 0, bottom = 0;  // of the lines that are drawn
  std::size_t drawn = 0;
  for (const Rule& rule : component.horizontals) {
    if (rule.thickness <= 0) continue;
    top = drawn == 0 ? rule.box.y0 : std::min(top, rule.box.y0);
    bottom = drawn == 0 ? rule.box.y0 : std::max(bottom, rule.box.y0);
    ++drawn;
  }
  if (drawn < 2) return;
  std::erase_if(component.horizontals, [&](const Rule& rule) { return rule.thickness <= 0 && rule.box.y0 > top && rule.box.y0 < bottom; });
}

bool grid_of(RuledComponent& component, Grid& grid) {
  grid.xs = places_of(component.verticals, true);
  if (grid.xs.size() == 2) drop_edges_in_box(component);
  grid.ys = places_of(component.horizontals, false);
  if (grid.xs.size() < 2 || grid.ys.size() < 2 || grid.xs.size() * grid.ys.size() > kMostPlaces) return false;
  GridWalls walls(grid.rows(), grid.columns());
  // The nearest line of the grid at or before: lines that were too close to others went to those.
  const auto line_at = [](const std::vector<double>& edges, double at) {
    return static_cast<int>(std::upper_bound(edges.begin(), edges.end(), at) - edges.begin()) - 1;
  };
  for (const Rule& rule : component.horizontals) {
    const auto [from, to] = covered(grid.xs, rule.box.x0, rule.box.x1);
    walls.add_horizontal(line_at(grid.ys, rule.box.y0), from, to);
    grid.drawn = grid.drawn || rule.thickness > 0;
  }
  for (const Rule& rule : component.verticals) {
    const auto [from, to] = covered(grid.ys, rule.box.y0, rule.box.y1);
    walls.add_vertical(line_at(grid.xs, rule.box.x0), from, to);
    grid.drawn = grid.drawn || rule.thickness > 0;
    grid.sides_drawn = grid.sides_drawn || rule.thickness > 0;
  }
  walls.close_gaps_in_sides();
  // Needs a region that is closed on all sides: crossing lines alone are no table.
  return build_cells(grid, walls) > 0 && grid.xs.size() >= 2 && grid.ys.size() >= 2;
}

}  // namespace

std::vector<Grid> find_grids(const Page& page) {
  std::vector<Grid> grids;
  if (page.rules.size() > kMostRules) return grids;
  for (RuledComponent& component : ruled_components_of(page)) {
    close_open_sides(component);
    Grid grid;
    if (grid_of(component, grid)) grids.push_back(std::move(grid));
  }
  // The largest stay: no page has that many tables, but a drawing may.
  if (grids.size() > kMostGrids) {
    const auto area = [](const Grid& grid) { return grid.box().width() * grid.box().height(); };
    std::stable_sort(grids.begin(), grids.end(), [&](const Grid& a, const Grid& b) { return area(a) > area(b); });
    grids.resize(kMostGrids);
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
    const Box p = a.box(), q = b.box();
    if (p.y0 != q.y0) return p.y0 < q.y0;
    if (p.x0 != q.x0) return p.x0 < q.x0;
    return p.x1 * p.y1 > q.x1 * q.y1;
  });
  return grids;
}

}  // namespace jangbu
