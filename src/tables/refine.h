// Inner lines that a ruled table leaves out, taken from its text.
//
// Reports outside of Korea often rule only the outline, the header, or every row, and leave the columns (or the rows of
// figures) to white space. Where the text of a ruled table forms columns between two drawn borders, or a ruled row holds
// several lines of figures that stand level in their columns, the missing borders are put in.
#pragma once

#include "tables/filled_grid.h"

namespace jangbu {

void split_columns(FilledGrid& filled);
void split_rows(FilledGrid& filled);

}  // namespace jangbu
