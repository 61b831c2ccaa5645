// Figures as Korean reports print them: 1,234 · △2,524 · 71.5% · (31,800) · `-` for nothing.
//
//   read_figure("△58,254")  → -58254            read_figure("100%") → 100, percent
//   read_figure("-")        → nothing           read_figure("64건") → 64, suffix "건"
//   read_figure("2층")      → 2, suffix "층"     read_figure("B2")   → not a figure
// Commas must part groups of three: "1,23" is not a figure, and neither is "19.8.31".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "jangbu/decimal.h"

namespace jangbu {

struct PrintedFigure {
  std::optional<Decimal> value;  // none: the cell prints nothing (`-`, `_`, `–`), which is not zero
  bool percent = false;          // a percent sign follows: value 71.5 means 71.5 %
  bool bracketed = false;        // printed in ( ) or [ ]
  std::string suffix;            // "명", "건", "백만원"; empty for bare figures
};

// The whole text is one figure, or nothing. Blank text is no figure: whether it prints nothing is the caller's to say.
std::optional<PrintedFigure> read_figure(std::string_view text);

// The first of the figures of a cell that prints one on each line (`317,500` over `(31,800)`), or its only one; nothing where
// any line is something else.
std::optional<PrintedFigure> read_first_figure(std::string_view text);

// A number that names its place in a row of things instead of counting any: 4급, 1분기, 3월, 2차, 2021년.
bool is_numbered(std::string_view text);

// The first figure of a cell that counts something, or says by a dash that there is nothing to count: no cell that names a place.
std::optional<PrintedFigure> read_counting_figure(std::string_view text);

// A figure without a suffix of letters: what stands in a table's value column.
bool is_plain_figure(std::string_view text);

}  // namespace jangbu
