// Which side of an account, 수입 or 지출, the rows below such a row are of.
//
//   수입        900        the rows below it are of its side where they add up to it, in two columns of figures or in all there are:
//     영업수익  600        600 + 300 = 900
//     자본수입  300
//   지출        900        the next that names a side. Rows that do not add up to theirs are of a side that nobody knows
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meaning/lexicon.h"
#include "records/grid_view.h"

namespace jangbu {

// `flows`: by row of the view, what its label says ("revenue", "expenditure"; nothing: neither). Rows without one get that of their side,
// or "" where none is known. Nothing changes where the rows do not name both sides.
void settle_row_sides(const GridView& view, std::vector<std::optional<std::string>>& flows);

// The side of the only row that names one, where that row is the first and a total: 세입 합계. nullopt: rows name none, or several do.
std::optional<std::string> side_of_total(const GridView& view, const std::vector<std::optional<std::string>>& flows,
                                         const Lexicon& lexicon);

}  // namespace jangbu
