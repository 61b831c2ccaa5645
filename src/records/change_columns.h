// What a change is measured against, where only the figures can tell: two columns may be the base of 증감률, and rounding allows for no
// more.
//
// Columns are indices into `columns`, which has the evidence of each beside it. Rows where a figure is missing say nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "records/column_evidence.h"
#include "records/view_words.h"

namespace jangbu {

// Is `rate` the change's share of some other amount? More than two rows must hold for each that fails.
bool is_share_of_some(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence, std::size_t rate,
                      std::size_t change);

// The amount whose shares the rates of a column are: the one to its left; else the only one further left that they fit, behind rates and
// parts (예산액 | 국비 | 시비 | 비율, 수납액 | 징수율 | 비율). Of the parts none but the last stands beside the rates. nullopt: none.
std::optional<std::size_t> amount_of_shares(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence,
                                            std::size_t rates);

// Does `change`, an amount or a rate as `field` says, lead from `prior` to one of this year's figures? More rows must hold than fail.
bool changes_from(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence, std::size_t change,
                  std::size_t prior, const ProfileField& field);

}  // namespace jangbu
