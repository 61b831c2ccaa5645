// Two names of one programme, made one: a correction of a word, from the name that goes to the name that stays.
//
//   2023  도시전환랩 운영        series 17      from
//   2024  도시전환 실험실 운영    series 42      into: its name stays
//   →     {"target": {"term": "도시전환랩 운영"}, "expect": "도시전환랩 운영", "value": "도시전환 실험실 운영"}
#pragma once

#include <string>
#include <vector>

#include "review/ledger_json.h"

namespace jangbu {

// What joining them would write and touch: {"name", "into_name", "organization", "record_type", "record_id" (one of `from`), "documents":
// number of reports that print the name, "documents_more": there are more, "others": [names that hold it too, and would be changed with
// it], "others_more"}. Errors: correction_invalid, where a word cannot join them: other offices or kinds, both in one report, one name, a
// name within the other.
Result<Json> joining_of(LedgerAsking& ledger, std::int64_t from, std::int64_t into);

// The same for the page, before anything is written: ?from=&into=
Result<Json> joining(LedgerAsking& ledger, const Asked& asked);

// Ids of reports with a record whose name holds one of these words, at most so many.
Result<std::vector<std::string>> documents_naming(LedgerAsking& ledger, const std::vector<std::string>& words, std::size_t most);

// The series of a record; 0: none.
Result<std::int64_t> series_of_record(LedgerAsking& ledger, const std::string& record_id);

}  // namespace jangbu
