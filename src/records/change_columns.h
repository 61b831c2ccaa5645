// What a change is measured against, where only the figures can tell: two columns may be the base of 증감률, and rounding allows for no
// more.
//
// Columns are indices into `columns`, which has the evidence of each beside it. Rows where a figure is missing say nothing.
#pragma once

#include <vector>

#include "records/column_evidence.h"
#include "records/view_words.h"

namespace jangbu {

// Is `rate` the change's share of some other amount? More than two rows must hold for each that fails.
bool is_share_of_some(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence, std::size_t rate,
                      std::size_t change);

// Are the figures of `share` those of `amount` over one whole: the row of 100, or all rows together? Every row must hold.
bool shares_of_the_whole(const std::vector<ColumnEvidence>& evidence, std::size_t share, std::size_t amount);

// Does `change`, an amount or a rate as `field` says, lead from `prior` to one of this year's figures? More rows must hold than fail.
bool changes_from(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence, std::size_t change,
                  std::size_t prior, const ProfileField& field);

}  // namespace jangbu
