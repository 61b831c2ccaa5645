// What is printed → what it stands for: won, a fraction or a count, with the size of its last printed place.
//
//   1,234.5 in 백만원          value 1,234,500,000, step 100,000
//   3억원 in a table of 천원    value 300,000,000: a unit beside the figure speaks before that of its column
//   71.5 as a rate             value 0.715, step 0.001, whether the sign stands in the cell or in the heading
#pragma once

#include "jangbu/record.h"
#include "meaning/cell_figures.h"
#include "records/profile.h"
#include "text/caption.h"

namespace jangbu {

// Sets value, step, printed and imprint; `unit` is that of the column. False, and nothing set, where it is no figure of the field's
// measure: heads in a field of amounts, a fraction of a won. REQUIRES: the field is one of figures, and `print` has a value.
bool set_value(Figure& figure, const PrintedFigure& print, const ProfileField& field, const Unit& unit);

// The unit that the figure counts in: its own, where it has one (an amount), else its record's.
Unit unit_of(const Figure& figure, const Record& record);

// What stands in the cell, of what was read there.
Imprint imprint_of(const CellFigures& read);

}  // namespace jangbu
