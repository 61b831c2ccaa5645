// The files of the output that gather what all documents say.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "pipeline/shelf.h"
#include "records/profile.h"

namespace jangbu {

// Outcomes as they are once editions and renditions are settled, sorted, and how many of what. Errors: those of the state.
Status conclude(IngestSummary& summary, State& state);

// findings.ndjson, where a finding changed or the file is not as it was written, and datapackage.json. Fills in the totals of the summary,
// which the ledger keeps. Errors: output_not_writable, those of the state.
Status write_gathered(Shelf& shelf, const std::vector<Profile>& profiles, IngestSummary& summary);

// quarantine.ndjson, from the inputs that failed. Errors: as above.
Status write_failures(Shelf& shelf);

// Where the run that wrote run.json had its corrections from; empty: nowhere, or there is none.
std::string corrections_folder_of_run(const std::filesystem::path& output);

// run.json. Errors: output_not_writable.
Status write_run(const std::filesystem::path& output, const IngestSummary& summary);

// Says in run.json, where there is one, how the watch over the folder stands. Nothing is done while another process holds the folder.
// Errors: output_not_writable.
Status tell_watching(const std::filesystem::path& output, const std::string& state, const std::string& problem);

}  // namespace jangbu
