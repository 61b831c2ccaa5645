// The last steps of a profile's typing (column_typing.h), over all columns of a view. REQUIRES: `typing.profile`, and one evidence a
// column.
#pragma once

#include <functional>
#include <vector>

#include "records/column_typing.h"
#include "records/lettered_columns.h"

namespace jangbu {

// May the column, by its unit and its figures, be of the field? Sets the column's unit where it may.
using FieldFits = std::function<bool(std::size_t, const ProfileField&)>;

// A column whose words leave open what is meant (증감; 이월액, whither?) is of the field that `proved` such words, if the profile's
// difference holds in every row that speaks. What had another field by its words alone has none where some rows say this and some do not.
void prove_open_columns(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence, const FieldFits& fits);

// A rate or a rest without a year is of the year of the figure that it is `of`.
void settle_undated(ColumnTyping& typing);

// Does the view spread a whole over the years: 총사업비 with what was invested before, or will be later?
bool spreads_over_years(const ColumnTyping& typing);

// In such a view, a budget without a year is of the table's own.
void budgets_of_the_year(ColumnTyping& typing, const FieldFits& fits);
void settle_phases(ColumnTyping& typing);

// `before`: the profile's field of what an amendment starts from; may be null.
void amendments_one_after_the_other(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence, const ProfileField* before);

// ’25년 본예산 | 추경: last year's amendment is that year's final budget where it prints the new total (ProfileField::prior_total_of).
void amendments_of_last_year(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence);

// 계 beside columns of three years or more is of all of them (a figure of another period), where it is their sum.
void totals_of_years(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence);

void settle_doubles(ColumnTyping& typing, const FieldFits& fits);
void name_fields(ColumnTyping& typing);

}  // namespace jangbu
