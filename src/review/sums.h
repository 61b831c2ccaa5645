// A figure's arithmetic written out: the parts of a total and what they add up to, the identities of its row, and where they fail.
//
// What is told to fail is what a finding says, no more and no less: rounding is judged in one place (audit/).
#pragma once

#include "records/profile.h"
#include "review/filed_value.h"

namespace jangbu {

// {"record", "field", "value", "parts": {"rows": [{"record_id", "name", "level", "value", "text", "page", "table", "row", "column",
// "opens"}], "total", "sum", "difference", "rounded", "fails"},
//  "identities": [{"result", "terms": [{"sign", "field", "value", "text"}], "base": [the same], "printed", "computed", "fails"}],
//  "findings": [ids]}
// `rows` are the first of `total` parts, `sum` is that of all. `parts` is null where the record has none below it, or the field does not
// add up (rates). `rounded`: rounding explains the difference; neither `rounded` nor `fails`: nobody has judged it, since not all parts may
// be printed. Errors: path_missing (no such record or field).
Result<Json> arithmetic_of(const FiledValue& document, const std::vector<Profile>& profiles, const std::string& record_id,
                           const std::string& field);

}  // namespace jangbu
