// Runs → lines of text, as a reader sees them.
//
// Runs stand on one line if they overlap vertically by half of the lower one's height; on a line they follow each other from
// left to right, parted by one blank unless the run says that it goes on inside of a word. Units: points.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

struct RunLine {
  std::string text;
  Box box;
  double font_size = 0;          // of most of the text
  bool bold = false;             // all of it
  std::vector<const Run*> runs;  // left to right; borrowed from the page
};

// From top to bottom, then left to right. A gap wider than `widest_gap` times the font size parts a line in two.
std::vector<RunLine> lines_of(const std::vector<const Run*>& runs, double widest_gap = std::numeric_limits<double>::infinity());

// Lines outside of tables. A wide gap parts a line (a heading from the unit at the right margin); a narrower one does where
// lines begin at the same place behind such gaps again and again: there a second column of text begins.
std::vector<RunLine> body_lines_of(const std::vector<const Run*>& runs);

// The texts of the lines, parted by \n.
std::string joined_text(const std::vector<RunLine>& lines);

}  // namespace jangbu
