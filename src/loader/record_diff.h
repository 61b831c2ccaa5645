// Two records of one id, as jangbu wrote them, compared by what they say.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "jangbu/diff_report.h"

namespace jangbu {

// Nothing where they say the same. Throws nlohmann::json::exception on what is no record.
std::optional<RecordChange> changed_record(const nlohmann::ordered_json& before, const nlohmann::ordered_json& after);

// A record that stands on one side only.
RecordChange lone_record(const nlohmann::ordered_json& record, RecordChange::Kind kind);

}  // namespace jangbu
