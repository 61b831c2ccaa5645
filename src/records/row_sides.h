// Which side of an account, 수입 or 지출, the rows below such a row are of.
//
//   수입        900        the rows below it, up to the next that names a side, are of its side where they add up to it, in two columns of
//     영업수익  600        figures or in all there are; those that do not are of no side that anybody knows
//     자본수입  300
//   지출        900
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/grid_view.h"

namespace jangbu {

// `flows`: by row of the view, what its label says ("revenue", "expenditure"; nothing: neither). Rows without one get that of their side,
// or
// "" where none is known. Nothing changes where the rows do not name both sides.
void settle_row_sides(const GridView& view, std::vector<std::optional<std::string>>& flows);

}  // namespace jangbu
