// The shelf: the files under documents/, and the state that knows them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "jangbu/result.h"
#include "store/state.h"

namespace jangbu {

// Makes the state know what stands under documents/, whatever happened in between: a file that it does not know, or that is not as it was
// written (a killed run, a lost state, another hand), is taken in as it is, to be read again when its source is met; a document whose
// file is gone is forgotten. Costs one look at each file. Errors: output_damaged, and those of the state.
Status take_stock(const std::filesystem::path& output, State& state);

// Writes documents/<id>.json, and notes in `document` what was written.
Status write_document(const std::filesystem::path& output, std::string_view json, KnownDocument& document);

// Writes `json` in place of the document's file, and replaces its lines in the state by what stands there. Errors: output_damaged.
Status refile(const std::filesystem::path& output, State& state, const std::string& json, KnownDocument& document);

// The document's JSON with the edition and the paths that `document` says. Errors: output_damaged.
Result<std::string> with_standing(const std::string& json, const KnownDocument& document);

// `corrections` of the document's file, as JSON; empty where it has none. Errors: output_damaged.
Result<std::string> outcomes_in_document(const std::filesystem::path& output, const std::string& id);

std::filesystem::path document_path(const std::filesystem::path& output, const std::string& id);

}  // namespace jangbu
