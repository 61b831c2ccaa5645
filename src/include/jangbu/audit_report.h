// The findings of an output folder, worst first, for people and for programs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "jangbu/language.h"
#include "jangbu/result.h"

namespace jangbu {

// A table in text: a line for each finding with its place and both figures, and its message below; in Korean amounts also as people
// say them. Errors: path_missing (the folder, or its findings), output_damaged.
Result<std::string> audit_text(const std::filesystem::path& output, Language language);

// A corrections file (schemas/v1/corrections.schema.json) with one entry for each figure that a finding names: `expect` and `value` are
// what is printed, `note` is the finding, `reason` and `author` are left empty. Until a person fills these in, the entry is refused and
// changes nothing. `date`: the day to write, 2024-03-31. Errors: as above.
Result<std::string> audit_corrections(const std::filesystem::path& output, const std::string& date);

// A JSON array of the findings as they stand in findings.ndjson, worst first.
Result<std::string> audit_json(const std::filesystem::path& output);

// How many findings are at least as severe as `what` ("info", "warning", "error"), or, where it names a kind ("sum", "ratio", …),
// of that kind.
Result<std::size_t> audit_count(const std::filesystem::path& output, std::string_view what);

// What became of the corrections: how many of which state, those that did not apply and why, those that made a finding vanish. Empty
// where none were given. Errors: output_damaged.
Result<std::string> corrections_text(const std::filesystem::path& output, Language language);

}  // namespace jangbu
