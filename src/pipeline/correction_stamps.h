// Which corrections may touch which document: told without reading any, from what the state and the ledger know.
#pragma once

#include <string>

#include "corrections/correction_set.h"
#include "pipeline/shelf.h"
#include "reading/process.h"

namespace jangbu {

// Tells the whole set apart from others; empty for none.
std::string corrections_digest(const CorrectionSet& corrections);

// A document's stamp (corrections/correction_set.h) under `corrections`. Its file is looked into only where terms were added, changed or
// taken away since it was read.
Result<std::string> stamp_of_document(Shelf& shelf, const KnownDocument& document, const CorrectionSet& corrections);

// After the set has changed: the inputs of all documents that it touches otherwise than when they were read are looked at again. A stamp
// that says the same in other words is put into the state at once. One pass over the documents; a set that is as it was needs none.
Status mark_touched(Shelf& shelf, const CorrectionSet& corrections);

// The stamp of a document that was read now and whose file is written.
std::string stamp_of_reading(const Shelf& shelf, const Processed& processed, const CorrectionSet& corrections);

}  // namespace jangbu
