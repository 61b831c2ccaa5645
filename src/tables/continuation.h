// Tables that run over several pages: their pieces become one table.
//
// A piece goes on from the last table of the page before if nothing but margins stands between them, their outer borders
// agree, and its first row would not have fitted on the page before (or the header row is repeated). Repeated header rows are
// kept once. Lines between the pieces that were printed once more (the unit, the caption, 「(계속)」), and notes at the foot of the page,
// part no table. One form filled in again on each page is a table each. A row that the page break cuts is one row again: its label stands
// on one side of the break only. A cell over several rows that the break cuts is one cell.
#pragma once

#include <vector>

#include "tables/page_layout.h"

namespace jangbu {

// REQUIRES: running lines are gone. Joins the pieces into the table on the page where it begins; `nested_in` of other tables
// stays true. Cells keep the page on which they begin.
void join_continued_tables(std::vector<PageLayout>& pages);

}  // namespace jangbu
