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

// x of each gap that begins and ends at one place in every line, ascending: the fields of a form whose borders are invisible
// (`과  장  홍길동 (02-123-4567)` above `주무관  김철수 (02-123-4568)`). Empty unless there are two, one of them wider than any blank:
// words of the same length stand so by chance.
std::vector<double> aligned_gaps(const std::vector<RunLine>& lines);

}  // namespace jangbu
