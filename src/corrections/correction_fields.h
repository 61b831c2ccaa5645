// The fields of one correction, as its file has them, made into a Correction.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "corrections/correction.h"

namespace jangbu {

// A value of a JSON object. Only texts, nulls, whole numbers and true can be right in a correction.
struct JsonScalar {
  enum class Kind { kText, kNull, kNumber, kTrue, kOther } kind = Kind::kOther;
  std::string text;
  std::int64_t number = -1;  // -1 also where it does not fit
};
using JsonFields = std::map<std::string, JsonScalar>;

// As messages show what stands in the file.
inline std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }

// `target`: the fields of "target"; nothing where it is no object. `complaint` says what is wrong, first thing first; empty: nothing. File,
// index and line are the caller's.
Correction correction_from(const JsonFields& fields, const std::optional<JsonFields>& target, std::string& complaint);

}  // namespace jangbu
