// Columns and header of a table that nobody ruled.
//
// The rows of figures tell the columns: what stands over them may span several. Lines above the first row are the header:
//
//                     Loans            Bonds          a group, centred over its columns or ruled below
//     Kind         Amount   Rate   Amount   Rate      a heading of one column, of one line or several
//     Roads         1,200    3.1      800    2.9
#pragma once

#include <cstddef>
#include <vector>

#include "jangbu/document.h"
#include "tables/open_lines.h"

namespace jangbu {

struct OpenColumns {
  std::vector<double> borders;  // between columns, ascending; one less than columns
  std::vector<Box> extents;     // of the text of each column in the lines that told them (x only)
  bool of_figures = false;      // lines of figures told them

  int count() const { return static_cast<int>(extents.size()); }
  int at(double x) const;  // column of a place
};

// Which lines are rows with text in several columns. With figures, if most such lines have any.
std::vector<bool> body_lines(const std::vector<OpenLine>& lines, bool& of_figures);

// One column if there is no corridor of white space.
OpenColumns open_columns(const std::vector<OpenLine>& lines);

struct HeaderBlock {
  int first_line = 0, last_line = 0;  // of the header
  int first_column = 0, last_column = 0;
  double x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  double size = 0;
  std::vector<const Run*> runs;
};

// The first `count` of the lines as headings over columns. `rules`: horizontal ones around the table.
std::vector<HeaderBlock> header_blocks(const std::vector<OpenLine>& lines, std::size_t count, const OpenColumns& columns,
                                       const std::vector<Rule>& rules);

}  // namespace jangbu
