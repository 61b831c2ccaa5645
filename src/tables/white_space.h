// Columns that nobody drew: corridors of white space that run through lines of text.
//
// Units: points; gaps count against the font size. Used inside of ruled tables whose inner lines are missing, between
// horizontal rules, and for tables without any line.
#pragma once

#include <vector>

#include "tables/run_lines.h"

namespace jangbu {

// A piece of a line without a wide gap inside.
struct Segment {
  double x0 = 0, x1 = 0;
  double font_size = 0;
  std::size_t letters = 0;  // code points, blanks aside
  bool figure = false;      // digits and signs only: 1,234 · 12.5% · △3 · -
  bool hangul = false;      // holds a Hangul letter
};

std::vector<Segment> segments_of(const RunLine& line);

// x of each corridor through the lines, ascending; empty if they do not form columns. Where one of `preferred` (drawn lines
// elsewhere in the table, ascending) stands in the corridor, it is taken.
std::vector<double> corridors(const std::vector<RunLine>& lines, const std::vector<double>& preferred);

}  // namespace jangbu
