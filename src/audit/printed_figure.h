// A record's figure as the audit may compare it: with its rounding, and only where one figure stands in the cell.
#pragma once

#include <algorithm>
#include <optional>

#include "arithmetic/interval.h"
#include "jangbu/record.h"

namespace jangbu {

// Rows that an extraction glued into one cell (`1⏎1⏎-⏎4`) print no figure of one row; two lines may be a figure and what
// stands in brackets below it.
inline std::optional<Printed> printed_figure(const RecordValue& value) {
  if (!value.value || std::count(value.place.text.begin(), value.place.text.end(), '\n') > 1) return std::nullopt;
  return Printed::of(*value.value, value.step);
}

}  // namespace jangbu
