// Rows of the ledger as JSON, and requests' numbers: what all answers of the desk are made of.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "review/asked.h"
#include "store/ledger_asking.h"

namespace jangbu {

using Json = nlohmann::ordered_json;

Json json_of(const LedgerCell& cell);

// A list of objects, a member a column.
Result<Json> rows_of(LedgerAsking& ledger, const std::string& sql, const std::vector<LedgerCell>& values);

// The first cell of the first row, as a whole number; 0 where there is none.
Result<std::int64_t> count_of(LedgerAsking& ledger, const std::string& sql, const std::vector<LedgerCell>& values);

// A whole number from a request, kept within bounds; `otherwise` where it is none.
std::int64_t number_in(const std::string& text, std::int64_t least, std::int64_t most, std::int64_t otherwise);

Answered answer_of(const Json& json, int status = 200);
// {"error": name, "code": number, "message", "advice"}; the status follows from the code.
Answered answer_of(const Error& error);

}  // namespace jangbu
