// What stands between two parts of a page's rules that may be one table: a row without inner borders, or something else.
//
//     |  성명  |        |  분야  |
//     +--------+--------+--------+
//       본인은 위와 같이 신청합니다.            a row over the whole width: its text keeps close to the rules
//     +--------+--------+--------+
//     |  번호  |        |  날짜  |
// A heading between two tables is as wide, and stands freely. Units: points; distances of text count against its size.
#pragma once

#include <string>

#include "jangbu/document.h"
#include "tables/ruled_components.h"

namespace jangbu {

struct OpenBand {
  double largest = 0;           // font of the text; 0 without text
  double above = 0, below = 0;  // white space to the rules
  bool unit = false;            // holds a note such as `(단위 : 천원)`, which stands above tables and never in them
  int figures = 0;              // pieces of its fullest line that are figures: two stand in columns
  std::string sign;  // what its first line begins with, where that is a sign of an outline (○ 세출) and no figure stands beside it

  bool full() const;     // does the text begin right below the upper rule and end right above the lower one?
  bool centred() const;  // does it stand in the middle between them?
};

OpenBand open_band(const Page& page, const Box& between);

// Are there letters in the band, none larger than the table's (a heading's are), and none of a unit?
bool may_be_row(const Page& page, const Box& table, const OpenBand& band);

// Is the band a row of the table, not a heading or a note? `table`: where its letters are as large, and its rows may be numbered alike.
bool is_row(const Page& page, const Box& table, const OpenBand& band);

// Do two parts of columns of their own, one below the other, have at least two borders between columns in common, without beginning with
// the same words? Then a line between them is the heading of a group of rows: `2. 시설 정비`.
bool go_on_in_columns(const Page& page, const RuledComponent& above, const RuledComponent& below);

// Has the part a border between columns?
bool has_columns(const RuledComponent& component, const Box& box);

}  // namespace jangbu
