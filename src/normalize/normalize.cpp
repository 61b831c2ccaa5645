// The steps of normalizing in the order in which they need each other's results.
#include "normalize/normalize.h"

#include "normalize/repair_rule.h"

namespace jangbu {

void normalize(Document& document) {
  map_private_use(document);
  take_furniture(document);
  for (Table& table : document.tables) {
    if (table.header_rows == 0) find_header_rows(table);
  }
  repair_header_spans(document);
  for (Table& table : document.tables) spread_middle_labels(table);
  find_captions(document);
  join_paragraphs(document);
  find_sections(document);
  repair_cell_order(document);
  repair_prose_figures(document);
  repair_labels(document);
  strip_row_numbers(document);
  read_cover(document);
}

}  // namespace jangbu
