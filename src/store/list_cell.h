// Lists within a row of the ledger (path, section, record_ids) are JSON texts: here they become lists again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jangbu {

// Nothing where the cell is no list of texts.
std::optional<std::vector<std::string>> texts_in_cell(std::string_view json);

}  // namespace jangbu
