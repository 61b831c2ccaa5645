// Which profiles read a view, each with the columns that it takes (column_typing.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/column_typing.h"

namespace jangbu {

// Every profile that takes the view, best first; the second and later ones only with columns that no better one has taken (세입 | 세출).
// `unit_missing` is set where a profile knew columns but for the unit that nothing prints.
std::vector<ColumnTyping> type_columns(const ViewWords& words, const TableContext& context, const std::vector<Profile>& profiles,
                                       const std::optional<std::string>& flow, bool& unit_missing);

}  // namespace jangbu
