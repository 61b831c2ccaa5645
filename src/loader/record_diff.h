// Two records of one id, as jangbu wrote them, compared by what they say.
#pragma once

#include <optional>

#include "jangbu/diff_report.h"
#include "loader/filed_records.h"

namespace jangbu {

// Nothing where they say the same.
std::optional<RecordChange> changed_record(const FiledRecord& before, const FiledRecord& after);

// A record that stands on one side only.
RecordChange lone_record(const FiledRecord& record, RecordChange::Kind kind);

}  // namespace jangbu
