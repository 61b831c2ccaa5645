// What a record's status is, and whom a finding speaks against: asked where findings are made, where a document's file is written, and
// where findings of a file change.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/record.h"

namespace jangbu {

// The records that a finding makes doubtful: of a sum the total, and not its parts; of two tables that differ, both rows. None where a
// person has accepted it.
inline std::vector<std::string> accused_by(const Finding& finding) {
  if (finding.accepted) return {};
  const std::size_t most = finding.kind == FindingKind::kCrossTable ? finding.record_ids.size() : 1;
  const auto begin = finding.record_ids.begin();
  return {begin, begin + static_cast<std::ptrdiff_t>(std::min(most, finding.record_ids.size()))};
}

// As the output has it. A correction says more than a doubt.
inline std::string_view status_of(const Record& record) {
  return !record.corrections.empty() ? "corrected" : record.flagged ? "flagged" : "ok";
}

}  // namespace jangbu
