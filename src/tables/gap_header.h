// Header lines over lined-up columns → which columns each header stands over.
//
//                                집행액              집행률        a group stands centred over its columns
//     사업명         예산현액                                      a header of one column stands over it, on any line
//                          원인행위   지출액   원인행위   지출액     the last line heads single columns
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "tables/gap_fields.h"

namespace jangbu {

struct ColumnExtent {
  int begin = 0, end = 0;
  double centre() const { return (begin + end) / 2.0; }
};

// For each line and each of its fields the first and last column (inclusive); nothing if two fields claim one place.
std::optional<std::vector<std::vector<std::pair<std::size_t, std::size_t>>>> place_headers(const std::vector<std::vector<GapField>>& lines,
                                                                                           const std::vector<ColumnExtent>& columns);

}  // namespace jangbu
