// Borders that no one can see, told by the order of painting.
//
// Word processors paint a table cell by cell, row by row. Where the text of one ruled cell is painted in parts, with other cells
// of the table painted in between, these parts are cells of their own, and the border between them is drawn in no colour:
//
//        | 기획조정과 | 책임자 | 과장   |      painted: 기획조정과, 책임자, 과장, 혁신담당관, 담당자, 주무관
//        | 혁신담당관 +--------+--------+      so 기획조정과 and 혁신담당관 are two cells
//        |            | 담당자 | 주무관 |
//
// REQUIRES: runs stand in the page in paint order (Page promises it). Programs that sort what they paint by lines, from the top of
// the page down, tell nothing by their order; they never go up again on a page.
#pragma once

#include "tables/filled_grid.h"

namespace jangbu {

// Does painting go up anywhere on the page?
bool paints_cell_by_cell(const Page& page);

// REQUIRES: the page paints cell by cell.
void split_painted_apart(FilledGrid& filled);

}  // namespace jangbu
