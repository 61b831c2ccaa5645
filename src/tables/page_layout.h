// One page taken apart: its tables, and the lines of text that stand outside of them.
//
// Between find_page_tables, which walks over the document, and the steps that each know one thing (lattice, stream, margins,
// continuation, reading order). Ownership: text is copied out of the page, which may be freed afterwards.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "jangbu/document.h"
#include "tables/grid.h"
#include "tables/turned_page.h"

namespace jangbu {

struct PlacedLine {
  std::string text;
  Box box;
  double font_size = 0;
  bool bold = false;
};

// How a cell's text stands in it, in points: white space to its upper and lower border (0 where there is no text), and its last
// line: the white space before and behind it, its length, and its font size.
struct Slack {
  double above = 0, below = 0;
  double indent = 0, room = 0, last_line = 0, font_size = 0;
};

struct PlacedTable {
  Table table;
  std::vector<Slack> slack;  // for each cell, in the same order
  Box box;
  std::vector<double> xs;  // borders of the columns, on the page where the table ends
  int nested_in = -1;      // index of the table of this page that holds it; -1: body
  int nested_in_cell = -1;
  bool joined_away = false;  // its rows stand in a table of a page before
  std::string left_out;      // of a table that was joined: the header rows that the table before has already
  bool running = false;      // comes back on every page, in the margin: a page header, no table of the report
};

struct PageLayout {
  int number = 0;
  double width = 0, height = 0;
  Turn turn = Turn::kNone;             // all boxes are those of the page turned so (turned_page.h)
  std::vector<PlacedTable> tables;     // top to bottom; nested ones after the table that holds them
  std::vector<PlacedLine> lines;       // top to bottom
  std::vector<PlacedLine> background;  // watermarks
};

// A name for a table of a page, unique in the document: it stands in Cell::tables of the cell that holds the table until the
// table's place in the document is known.
std::string provisional_name(int page, std::size_t index);

PageLayout lay_out(const Page& page);

}  // namespace jangbu
