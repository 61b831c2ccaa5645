// What became of an input, as a line for a terminal: of ingest's summary, and of watch as files arrive.
#pragma once

#include <cstddef>
#include <string>

#include "jangbu/ingest.h"

namespace jangbu::cli {

// "1 document", "2 documents".
std::string number_of(std::size_t count, const std::string& thing);

// Two blanks, a sign, the path and what is to be said; ends a line. Empty: there is nothing to tell, nothing has changed or the run did not come to it.
std::string outcome_line(const Outcome& outcome);
std::string removed_line(const Removed& removed);

// What a run ends with: what became of its inputs, what the output holds now, where to look.
std::string summary_text(const IngestSummary& summary, const std::string& output);

}  // namespace jangbu::cli
