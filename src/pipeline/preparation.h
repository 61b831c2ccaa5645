// What a run needs before it looks at any file: profiles, limits, what decides whether a document is read again, and the corrections that
// belong to the output folder.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "pipeline/corrections_folder.h"
#include "pipeline/shelf.h"
#include "reading/process.h"
#include "store/state.h"

namespace jangbu {

// What a run is made of, before anything is looked at.
struct Preparation {
  std::vector<ProfileFile> profile_files;
  Toolbox tools;
  std::optional<CorrectionsFolder> corrections;
  Judgement judgement;
  Making made;
};

// Of the options alone; touches nothing. Errors: of profiles that cannot be read or are none.
Result<Preparation> prepare(const IngestOptions& options);

// The note of the state that keeps the folder of corrections for later runs.
inline constexpr const char* kCorrectionsFolder = "corrections_folder";

// Adds the corrections, unless this run is to leave them out, and gives their folder; empty: there is none. Errors: those of the folder;
// one that is not there any more ends the run, since without it people's changes would be undone.
Result<std::filesystem::path> take_corrections(const IngestOptions& options, State& state, Preparation& out, Observer& observer);

// corrections.ndjson and the summary: what became of each correction. `folder`: nullptr where none was given; an earlier file goes then.
Status tell_corrections(Shelf& shelf, const CorrectionsFolder* folder, IngestSummary& summary);

}  // namespace jangbu
