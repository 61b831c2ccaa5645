// Which corrections may touch which document: told without reading any, from what the state knows.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction_set.h"
#include "reading/process.h"
#include "store/state.h"

namespace jangbu {

// A document's stamp (corrections/correction_set.h) under `corrections`, by id. A document's file is looked into only where terms
// were added, changed or taken away since it was read. A stamp that says the same in other words is put into the state at once.
Result<std::map<std::string, std::string>> stamp_documents(const std::filesystem::path& output, State& state, const std::vector<KnownDocument>& documents,
                                                           const CorrectionSet& corrections);

// The stamp of a document that was read now. `json`: its file.
std::string stamp_of_reading(const Processed& processed, std::string_view json, const CorrectionSet& corrections);

}  // namespace jangbu
