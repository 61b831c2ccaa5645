// Borders are put into a grid that already holds text: the grid gets finer edges, its old walls are redrawn on these,
// the new walls are added, and build_cells makes cells of it. Runs are given out anew by their middles. Which borders
// to add is decided elsewhere (painted_cells.h, white_space.h, refine.h).
#include "tables/filled_grid.h"

#include <algorithm>
#include <utility>

namespace jangbu {
namespace {

// The edge at exactly `at`: REQUIRES that it is one of the edges.
int index_of(const std::vector<double>& edges, double at) {
  return static_cast<int>(std::lower_bound(edges.begin(), edges.end(), at) - edges.begin());
}

// The walls between the cells of `from`, on the finer grid `to` (whose edges include those of `from`).
GridWalls walls_of(const Grid& from, const Grid& to) {
  GridWalls walls(to.rows(), to.columns());
  for (const GridCell& cell : from.cells) {
    const Box box = from.box_of(cell);
    const int x0 = index_of(to.xs, box.x0), x1 = index_of(to.xs, box.x1), y0 = index_of(to.ys, box.y0), y1 = index_of(to.ys, box.y1);
    walls.add_horizontal(y0, x0, x1);
    walls.add_horizontal(y1, x0, x1);
    walls.add_vertical(x0, y0, y1);
    walls.add_vertical(x1, y0, y1);
  }
  return walls;
}

std::vector<double> with(std::vector<double> edges, const std::vector<double>& more) {
  edges.insert(edges.end(), more.begin(), more.end());
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

// Runs of one page stand in one array, so that sorting by address restores paint order.
void refill(FilledGrid& filled, Grid grid) {
  std::vector<const Run*> all;
  for (const auto& runs : filled.runs) all.insert(all.end(), runs.begin(), runs.end());
  std::sort(all.begin(), all.end());
  filled.runs.assign(grid.cells.size(), {});
  for (const Run* run : all) {
    const int cell = grid.cell_at((run->box.x0 + run->box.x1) / 2, (run->box.y0 + run->box.y1) / 2);
    if (cell >= 0) filled.runs[static_cast<std::size_t>(cell)].push_back(run);
  }
  filled.grid = std::move(grid);
  filled.guessed = true;
}

}  // namespace

// A wall runs on the finer grid from edge to edge; cells that it does not reach stay whole, since build_cells joins
// what no wall parts.
void add_walls(FilledGrid& filled, const std::vector<NewWall>& walls) {
  if (walls.empty()) return;
  std::vector<double> xs, ys;
  for (const NewWall& wall : walls) (wall.horizontal ? ys : xs).push_back(wall.at);
  Grid finer;
  finer.drawn = filled.grid.drawn;
  finer.xs = with(filled.grid.xs, xs);
  finer.ys = with(filled.grid.ys, ys);
  GridWalls all = walls_of(filled.grid, finer);
  for (const NewWall& wall : walls) {
    if (wall.horizontal) {
      all.add_horizontal(index_of(finer.ys, wall.at), index_of(finer.xs, wall.from), index_of(finer.xs, wall.to));
    } else {
      all.add_vertical(index_of(finer.xs, wall.at), index_of(finer.ys, wall.from), index_of(finer.ys, wall.to));
    }
  }
  build_cells(finer, all);
  refill(filled, std::move(finer));
}

// Binary search needs sorted addresses; `from` keeps its order.
void take_out(std::vector<const Run*>& from, const FilledGrid& filled) {
  std::vector<const Run*> taken;
  for (const auto& runs : filled.runs) taken.insert(taken.end(), runs.begin(), runs.end());
  std::sort(taken.begin(), taken.end());
  std::erase_if(from, [&](const Run* run) { return std::binary_search(taken.begin(), taken.end(), run); });
}

}  // namespace jangbu
