// Lines of extracted text → blocks and tables.
//
// Seven ways in which text keeps, or loses, the columns of a table, each with a reader of its own:
//   html_table        <table> in Markdown or alone
//   boxed_table       cells in boxes of line-drawing signs or of + - |
//   csv_table         a file of fields parted by commas, from its first line to its last
//   delimited_table   cells parted by tabs or `|`: columns are known, but rows may have lost some
//   gap_table         cells parted by runs of blanks, lined up under each other
//   worded_table      all blanks are one: `시 민 참 여 과 23 23 - 23`; the figures at the end of a line are the columns, and the
//                     header is cut by the lexicon (header_tree.h)
//   one-line table    header and rows came out of order on a single line
// Before that, tabs that a copy turned into blanks are put back (uniform_gaps.h). A table that goes on below a page break under
// the same header is one table. Everything else is a paragraph, a line each.
#pragma once

#include "jangbu/document.h"
#include "jangbu/limits.h"
#include "jangbu/result.h"
#include "meaning/lexicon.h"

namespace jangbu {

// Consumes document.lines (left empty) and fills document.blocks, tables and repairs (rows taken apart, stray marks).
// Errors: limit_cells.
Status find_text_tables(Document& document, const Lexicon& lexicon, const Limits& limits);

}  // namespace jangbu
