// What stands now where a correction points, as the page shows it: the printed text, or what earlier corrections have made of it.
#pragma once

#include <optional>

#include "review/filed_value.h"

namespace jangbu {

// Every text that a correction may expect there; none where nothing is found.
std::vector<std::string> standing_texts(const FiledValue& document, const Json& target);

// Does one of them say what the correction expects there (same_print)?
bool is_expected(const std::vector<std::string>& standing, const Json& expect);

}  // namespace jangbu
