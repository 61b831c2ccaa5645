// Pages of runs and rules (PDF) → blocks and tables in reading order.
#pragma once

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"

namespace jangbu {

// Consumes document.pages (left empty) and fills document.blocks and document.tables. Tables over several pages are joined:
// repeated header rows once, cells keep the page they stand on. Table ids stay empty: the pipeline gives them;
// until then Cell::tables holds indices into document.tables, in decimal, as the readers of other formats write them.
// Errors: limit_cells, limit_nesting.
Status find_page_tables(Document& document, const Limits& limits);

}  // namespace jangbu
