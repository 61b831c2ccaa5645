// Names of the states of corrections, as files and the ledger have them.
#include "jangbu/correction.h"

namespace jangbu {

std::string_view correction_state_name(CorrectionState state) {
  switch (state) {
    case CorrectionState::kApplied: return "applied";
    case CorrectionState::kStale: return "stale";
    case CorrectionState::kUnmatched: return "unmatched";
    case CorrectionState::kConflict: return "conflict";
  }
  return "unmatched";
}

}  // namespace jangbu
