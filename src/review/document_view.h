// One document as the page shows it: what it is, and one page of it at a time, from documents/<id>.json.
#pragma once

#include "review/ledger_json.h"

namespace jangbu {

// The document without its text: cover, chapters, tables without cells, findings, diagnostics, words that were not understood, corrections;
// and
// {"parts", "by_page"}: in how many parts its text is asked for, and whether these are its printed pages.
Json document_head(const Json& document);

// A part, from 1: {"part", "blocks", "tables", "records"}. Of a format without pages a part is a stretch of blocks. Tables have the cells
// of this page only; records are those of these tables, and lines of prose on this page.
Result<Json> document_part(const Json& document, std::int64_t part);

// The items and duties, from `offset` on: {"rows", "total"}.
Json prose_of(const Json& document, std::int64_t offset, std::int64_t limit);

}  // namespace jangbu
