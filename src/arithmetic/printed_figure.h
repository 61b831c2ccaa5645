// A record's figure as arithmetic may compare it: with its rounding, and only where one figure stands in the cell.
#pragma once

#include <algorithm>
#include <optional>

#include "arithmetic/interval.h"
#include "jangbu/figure.h"

namespace jangbu {

// REQUIRES: it has a value.
inline Printed as_printed(const Figure& figure) { return Printed::of(*figure.value, figure.step); }

// Rows that an extraction glued into one cell (`1⏎1⏎-⏎4`) print no figure of one row; two lines may be a figure and what
// stands in brackets below it.
inline std::optional<Printed> printed_figure(const Figure& figure) {
  if (!figure.value || std::count(figure.place.text.begin(), figure.place.text.end(), '\n') > 1) return std::nullopt;
  return as_printed(figure);
}

}  // namespace jangbu
