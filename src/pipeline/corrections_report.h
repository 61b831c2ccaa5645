// corrections.ndjson: what became of every correction of the folder, over all documents (schemas/v1/correction.schema.json).
//
// A correction counts by the documents that speak: applied where one of them took it, else conflict, stale or unmatched. Where only a
// superseded edition took it, the later edition does not say what it expects any more: it is stale. What cannot be used is "refused".
// An acceptance is applied where a document that speaks has the finding, else stale: a finding whose figures change is another one.
#pragma once

#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "model/document_state.h"
#include "pipeline/corrections_folder.h"

namespace jangbu {

// A document of the output folder, and what its own file says of the corrections that were meant for it.
struct CorrectedDocument {
  std::string id;
  DocumentState state = DocumentState::kIngested;
  std::string of;        // the document that speaks for it
  std::string outcomes;  // JSON: `corrections` of its file; empty for a document that none was meant for
};

// A finding that is accepted, and its document.
struct AcceptedFinding {
  std::string finding, document;
  DocumentState state = DocumentState::kIngested;  // of the document
  std::string of;                                  // as above
};

struct CorrectionsReport {
  std::vector<std::string> lines;             // in the order of replay, refused ones last
  std::vector<CorrectionStanding> standings;  // beside `lines`
};

// A pure function of its arguments. REQUIRES: `outcomes` is what jangbu wrote; what is not is left out.
CorrectionsReport report_corrections(const CorrectionsFolder& folder, const std::vector<CorrectedDocument>& documents,
                                     const std::vector<AcceptedFinding>& accepted = {});

}  // namespace jangbu
