// A table cell that prints a figure, and what else it prints: null means that nothing is printed, and only that.
//
//   "1,234"                          figure 1,234
//   "-"                              nothing is printed
//   "1,000 신규"   "2,000주1)" "7*"    figure, note
//   "51,288(30.7)" "4,877\n(4)"      figure, second figure in brackets
//   "13,971 (시비 10,541, 국비 3,430)"  figure, parts by name
//   "84/90"                          no figure by itself: two measures (see split_pair); "64(61)" where a line above says so
//   "(27,225,918)"                   a figure in brackets: a second measure, or a negative where the table's identities prove it
//   "2024. 12. 3." "1~2" "진행중"      no figure
// Cost: linear in the cell; a cell of more than kLongestFigureCell bytes is text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/figure.h"

namespace jangbu {

struct NamedFigure {
  std::string name;  // "시비"
  PrintedFigure figure;
};

struct CellFigures {
  bool blank = false;                   // no ink at all
  bool dash = false;                    // a sign for nothing
  std::optional<PrintedFigure> figure;  // with a value
  std::optional<PrintedFigure> second;  // in brackets behind or below it
  std::vector<NamedFigure> parts;
  std::string note;   // words and marks that are left
  bool text = false;  // something is printed, and it is no figure

  bool prints_figure() const { return figure.has_value(); }
};

constexpr std::size_t kLongestFigureCell = 400;

CellFigures read_cell_figures(std::string_view text);

// "84/90" → {"84", "90"}; "-/3" → {"-", "3"}. Nothing for anything else.
std::optional<std::pair<std::string, std::string>> split_pair(std::string_view text);
// "64(61)" → {"64", "61"}; "1(-)" → {"1", "-"}. Nothing for anything else.
std::optional<std::pair<std::string, std::string>> split_bracketed_pair(std::string_view text);

}  // namespace jangbu
