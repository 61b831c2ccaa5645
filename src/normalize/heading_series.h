// Headings whose numbers prove each other: Ⅱ-1, 1-2, 2.1.3, [2], 과제 4.
//
// Lines that are no headings begin with such numbers as well (`3-2 생활권 …`, `[1] 지방자치법`, `구간 2 공사`). A number is a
// heading's where the document counts with it: the one before it stands above, or it is the first and either the next one follows or
// a heading of the number in front of it (2 of 2-1) stands above. Words that count pictures, tables and appendices are none.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "normalize/heading.h"
#include "normalize/heading_pieces.h"

namespace jangbu {

// By block; only those that are counted with. Cost: linear in the pieces, but for the look-up of numbers.
std::map<std::size_t, Heading> headings_in_series(const std::vector<std::optional<BlockPiece>>& pieces);

}  // namespace jangbu
