// The stage between cells and records: finds what the layout says about a table (its header rows, caption, unit, date and
// section) and repairs what typesetting and extraction did to labels. Knows no format and no profile.
//
// Steps, in order; each is a file of its own and changes the Document in place:
//   private_use    characters that only a font can read, as what readers see
//   furniture      page headers and footers that the format marks as such
//   header_rows    how many rows at the top are headers
//   header_spans   headers over several columns, of which text keeps only the first cell
//   middle_labels  labels in the middle of the rows they are of, where no lines tell how far they reach
//   captions       caption, unit and as-of date from the lines around a table, nearest first
//   paragraphs     lines that were wrapped, joined again
//   sections       headings → Document::sections and Table::section
//   cell_order     cells of a row that came out of order (text only)
//   prose_figures  commas that OCR took for points, in running text, where a sum proves it
//   repair_rules   left-over markup and lines, look-alikes, wrapped labels, bullets, letter spacing
//   row_numbers    numbers in front of row labels that count on
//   cover          title, organization, dates from the first lines, headings and the file's name
#pragma once

#include "jangbu/document.h"

namespace jangbu {

void normalize(Document& document);

void map_private_use(Document& document);
void take_furniture(Document& document);
void find_header_rows(Table& table);
void repair_header_spans(Document& document);
void spread_middle_labels(Table& table);
void find_captions(Document& document);
void join_paragraphs(Document& document);
void find_sections(Document& document);
void repair_cell_order(Document& document);
void repair_prose_figures(Document& document);
void strip_row_numbers(Document& document);
void read_cover(Document& document);

}  // namespace jangbu
