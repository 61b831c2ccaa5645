// An output folder, opened to be written: held against other processes, with its state and its ledger as they belong together.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "jangbu/ingest.h"
#include "jangbu/result.h"
#include "loader/folder_lock.h"
#include "store/ledger.h"
#include "store/state.h"

namespace jangbu {

// `now`: told to others that wait. `wait`: where another process holds it, until that ends; the observer hears of it. Errors: output_held.
Result<FolderLock> hold(const std::filesystem::path& output, const std::string& now, bool wait, Observer& observer);

// Does `work` with them. A state that knows nothing has a new ledger, which is filled from the documents (take_stock). Where the state
// breaks while it is in use, both are made anew and the work is done once more. REQUIRES: the folder is held. Errors: those of both, and of
// `work`.
using OutputWork = std::function<Result<IngestSummary>(State& state, Ledger& ledger, bool ledger_is_new)>;
Result<IngestSummary> with_output(const std::filesystem::path& output, const std::vector<LedgerType>& types, Observer& observer,
                                  const OutputWork& work);

}  // namespace jangbu
