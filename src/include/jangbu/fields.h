// The dictionary of fields: what records of each type may say, by the profiles that are in use.
#pragma once

#include <string>
#include <vector>

#include "jangbu/result.h"

namespace jangbu {

struct FieldEntry {
  std::string record_type, type_korean;  // "budget", "예산"
  std::string name, korean;              // "payment", "지출액"
  std::string measure;                   // "amount" (KRW), "rate" (a fraction), "count", "number", "text", "date"
  std::vector<std::string> counts;       // of a count: the units that its figures may name
  bool additive = false;                 // parts add up to their total
};

// In the order of the profiles, then of their fields. `profiles`: a folder of profiles; empty: those built in. Errors: profile_invalid.
Result<std::vector<FieldEntry>> field_dictionary(const std::string& profiles);

}  // namespace jangbu
