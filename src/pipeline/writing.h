// The files of the output that gather what all documents say.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "store/state.h"

namespace jangbu {

// records/*.ndjson, findings.ndjson and datapackage.json, streamed from the state; nothing is done where they are what the state says
// already. Fills in the totals of the summary. Errors: output_not_writable, those of the state.
Status write_aggregates(const std::filesystem::path& output, State& state, IngestSummary& summary);

// quarantine.ndjson, from the inputs that failed. Errors: as above.
Status write_failures(const std::filesystem::path& output, State& state);

// run.json. Errors: output_not_writable.
Status write_run(const std::filesystem::path& output, const IngestSummary& summary);

// Says in run.json, where there is one, how the watch over the folder stands. Nothing is done while another process holds the folder.
// Errors: output_not_writable.
Status tell_watching(const std::filesystem::path& output, const std::string& state, const std::string& problem);

}  // namespace jangbu
