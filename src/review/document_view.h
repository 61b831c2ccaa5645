// One document as the page shows it: what it is, and one page of it at a time, from documents/<id>.json.
#pragma once

#include "review/filed_value.h"

namespace jangbu {

// The document without its text: cover, chapters, names and places of tables, findings, diagnostics, words that were not understood,
// corrections; and {"parts", "by_page", "cut"}: in how many parts its text is asked for, whether these are its printed pages, and which of
// the lists are longer than what is told here: {"findings": 5000}, how many there are.
Json document_head(const FiledValue& document);

// A part, from 1: {"part", "blocks", "tables", "records", "findings", "cut"}. Of a format without pages a part is a stretch of blocks.
// Tables have the cells of this page only; records are those of these tables, and lines of prose on this page; findings those that name one
// of these records. `cut`: there is more than one look can bear.
Result<Json> document_part(const FiledValue& document, std::int64_t part);

// The items and duties, from `offset` on: {"rows", "total"}.
Json prose_of(const FiledValue& document, std::int64_t offset, std::int64_t limit);

}  // namespace jangbu
