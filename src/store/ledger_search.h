// What the ledger can be searched for: names and lines of prose by their words, documents by organization, title and path.
//
// All within the transaction at hand, so that an index never knows other rows than the tables do. Words are never taken out again: they
// stay in _word as well, and whoever finds one asks which records bear it. PostgreSQL has no such indexes: nothing is done there.
#pragma once

#include "store/ledger_inside.h"
#include "store/search_text.h"

namespace jangbu {

// A word that is the name of a record; costs one look where it is known already.
void make_searchable(LedgerInside& inside, std::int64_t word, const std::string& text, bool prose);

// A document that was just put; and, before its row goes, what was put for it.
void make_searchable(LedgerInside& inside, std::int64_t document, const LedgerDocument& row);
void make_unsearchable(LedgerInside& inside, std::int64_t document);

}  // namespace jangbu
