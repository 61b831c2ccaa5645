// A grid with the text that stands in it, and borders put in afterwards.
//
// Between find_grids, which knows drawn lines only, and the steps that each find one kind of border that nobody drew.
#pragma once

#include <vector>

#include "jangbu/document.h"
#include "tables/grid.h"

namespace jangbu {

// A grid with the runs that stand in each of its cells (in paint order; borrowed from the page).
struct FilledGrid {
  Grid grid;
  std::vector<std::vector<const Run*>> runs;
  bool guessed = false;  // borders were put in
};

// A border: a horizontal one at y = `at` from x = `from` to `to`, or a vertical one at x = `at`. Points.
struct NewWall {
  bool horizontal = false;
  double at = 0, from = 0, to = 0;
};

// Puts the borders in and gives the runs to the cells that come of it.
void add_walls(FilledGrid& filled, const std::vector<NewWall>& walls);

// Takes the runs of a table out of those that no table holds.
void take_out(std::vector<const Run*>& from, const FilledGrid& filled);

}  // namespace jangbu
