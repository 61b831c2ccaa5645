// The counterpart of what pipeline/ledger_rows.cpp writes into such cells.
#include "store/list_cell.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace jangbu {

std::optional<std::vector<std::string>> texts_in_cell(std::string_view json) {
  const auto list = json_if_any<nlohmann::json>(json);
  if (!list.is_array() || !std::all_of(list.begin(), list.end(), [](const auto& one) { return one.is_string(); })) return std::nullopt;
  return list.get<std::vector<std::string>>();
}

}  // namespace jangbu
