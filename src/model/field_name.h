// What the name of a field says of its measure, where only the name is at hand (records read back from JSON). The rule is the contract's
// (schemas/v1/record.schema.json): fields named ..._rate or ..._rate_... are fractions, all others whole numbers.
#pragma once

#include <string_view>

namespace jangbu {

constexpr bool names_a_rate(std::string_view field) { return field.ends_with("_rate") || field.find("_rate_") != std::string_view::npos; }

}  // namespace jangbu
