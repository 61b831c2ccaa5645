// Rows of the ledger as JSON, and requests' numbers: what all answers of the desk are made of.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
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

// Leaves so many rows; tells whether there were more.
bool cut_to(Json& rows, std::size_t most);

// A whole number from a request, kept within bounds; `otherwise` where it is none.
std::int64_t number_in(const std::string& text, std::int64_t least, std::int64_t most, std::int64_t otherwise);

Answered answer_of(const Json& json, int status = 200);
// What an error of this name means and what can be done, in Korean; `message` and `advice` are in English.
std::string korean_meaning(std::string_view error);
// {"error": name, "code": number, "message", "advice", "meaning_ko"}; the status follows from the code.
Answered answer_of(const Error& error);

}  // namespace jangbu
