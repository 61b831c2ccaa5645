// Lines of text as rows of a table that nobody ruled see them: words that a blank parts belong together, columns part the others.
//
//     Roads of the city   $  1,200   1,450 1,380      → Roads of the city | $ 1,200 | 1,450 | 1,380
// A sign of currency belongs to its figure however far it stands; figures that are amounts are parted by one blank.
// Units: points; gaps count against the font size. Ownership: runs are borrowed from the page.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tables/run_lines.h"

namespace jangbu {

struct Piece {
  std::vector<const Run*> runs;  // left to right
  double x0 = 0, x1 = 0;
  double size = 0;          // of the font
  std::size_t letters = 0;  // code points, blanks aside
  bool figure = false;      // digits and signs only

  double centre() const { return (x0 + x1) / 2; }
};

struct OpenLine {
  Box box;
  double size = 0;  // of the font, of most of the text
  bool bold = false;
  std::vector<Piece> pieces;  // left to right; at least one
};

// From top to bottom.
std::vector<OpenLine> open_lines_of(const std::vector<const Run*>& runs);
OpenLine open_line_of(const RunLine& line);

// May the line have more than one piece? False is sure, and cheap to tell: lines of prose have no wide gaps.
bool may_part(const RunLine& line);

// The text of a piece as one figure or more: digits and the signs around them, or a dash that stands for none.
bool is_figure_text(const std::vector<const Run*>& runs);

// Does a line begin as a numbered heading does, or with □: 나. 소속별 현원, 2) 예산? Bullets stand before labels, too.
bool begins_section(std::string_view line);

// 표 1, [표 2], Table 3: does a line begin as captions of tables and figures do?
bool begins_caption(const RunLine& line);

// □ 운영시설 현황, 〈 기금 〉: a title of a report's outline, over whatever comes.
bool is_title(const RunLine& line);

// Headings: three texts or more beside each other, none a figure.
bool are_headings(const std::vector<RunLine>& lines);

}  // namespace jangbu
