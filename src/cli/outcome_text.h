// What became of an input, as a line for a terminal: of ingest's summary, and of watch as files arrive.
#pragma once

#include <cstddef>
#include <string>

#include "jangbu/ingest.h"
#include "text/messages.h"

namespace jangbu::cli {

// Two blanks, a sign, the path and what is to be said; ends a line. Empty: there is nothing to tell, nothing has changed or the run did not
// come to it.
std::string outcome_line(const Say& say, const Outcome& outcome);
std::string removed_line(const Say& say, const Removed& removed);
std::string correction_line(const Say& say, const CorrectionStanding& standing);  // of one that is not applied

// What a run ends with: what became of its inputs, what the output holds now, where to look. `profiles`: as given to the run, which know
// what record types are called in Korean.
std::string summary_text(const Say& say, const IngestSummary& summary, const std::string& output, const std::string& profiles);

}  // namespace jangbu::cli
