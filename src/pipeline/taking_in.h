// A document that was read elsewhere, put on the shelf here.
#pragma once

#include <string>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "loader/filed_document.h"
#include "pipeline/shelf.h"

namespace jangbu {

// Without its company: what it said there of editions, other years and other forms is settled here anew. The same bytes are one document,
// with the name that the first of their paths gives it, whichever came first: gives the id of that document, which need not be this one's.
// The inputs of a document that loses its name to this one point to this one. The caller puts the input. Errors: those of the shelf.
Result<std::string> take_in(Shelf& shelf, FiledDocument& filed);

// What became of it; `known`: as it came, `id`: as take_in() gave it.
Outcome taken_outcome(const KnownDocument& known, const std::string& id);

}  // namespace jangbu
