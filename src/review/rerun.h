// Documents read again, after a correction of them was written or taken back, and which of their findings went and came.
//
// It is an ingest that leaves all other files for a later run.
#pragma once

#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "review/ledger_json.h"

namespace jangbu {

// Where a document's file stands, as the ledger knows it.
struct KnownSource {
  std::string location, shown, sha256;
};
Result<KnownSource> source_of_document(LedgerAsking& ledger, const std::string& document);

// `base`: how the folder was read (profiles, limits, corrections, readers); its inputs are replaced. Errors: those of ingest();
// path_missing (a source is gone; nothing was read then); output_held (another process has been writing into the folder for longer than a
// person waits: it will take the correction up itself).
Status read_again(const IngestOptions& base, const std::vector<KnownSource>& sources);

// {"gone": [findings], "new": [findings]} between two readings. One that stays but is accepted now has "accepted" in "gone".
Json findings_between(const Json& before, const Json& after);

}  // namespace jangbu
