// Columns whose letters say what their words leave open.
//
//   정원(A) | 현원(B) | 증감(B-A)         증감 of people is a comparison of any kind; B-A says that it is 과부족
//   예산액(A) | 결산액(B) | 비율(B/A)      a rate of anything; B/A says of what
//
// The letters must name typed columns, and the profile must know a field that is worked out of just these.
#pragma once

#include <functional>

#include "records/column_typing.h"

namespace jangbu {

// `fits`: may the column (an index) hold the field, by its unit and figures?
void type_by_letters(ColumnTyping& typing, const std::function<bool(std::size_t, const ProfileField&)>& fits);

// Do the letters over the column work out this field, of columns that are typed? C=A-B beside 세입(A) | 세출(B).
bool letters_make(const ColumnTyping& typing, std::size_t column, const ProfileField& field);

}  // namespace jangbu
