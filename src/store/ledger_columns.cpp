// schemas/ledger.json (built in) → views with columns, types and titles in two languages; and for each record type a view with the
// profile's fields.
//
//   view budget: record_id, document_id, organization, … (of every type), then budget_amount, payment, … (of this type)
#include "store/ledger_columns.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// The text is built in, so at() cannot fail but for a mistake of ours, which a test finds.
std::vector<LedgerColumn> columns_in(const Json& list) {
  std::vector<LedgerColumn> out;
  for (const Json& one : list) {
    out.push_back({one.at("name").get<std::string>(),
                   one.at("type").get<std::string>(),
                   one.at("korean").get<std::string>(),
                   one.at("english").get<std::string>(),
                   {}});
  }
  return out;
}

}  // namespace

// Amounts and counts are whole numbers, rates are not; words are strings.
std::vector<LedgerView> ledger_columns(const std::vector<LedgerType>& types) {
  const Json json = json_from<Json>(ledger_columns_text());
  std::vector<LedgerView> out;
  for (const Json& view : json.at("views")) {
    out.push_back({view.at("name").get<std::string>(), view.at("korean").get<std::string>(), view.at("english").get<std::string>(),
                   columns_in(view.at("columns"))});
  }
  // A profile's type that has the name of a view of ours gets none (the same rule as in ledger_layout.cpp).
  const std::size_t own = out.size();
  const std::vector<LedgerColumn> common = columns_in(json.at("of_types").at("columns"));
  for (const LedgerType& type : types) {
    if (std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(own),
                    [&](const LedgerView& view) { return view.name == type.name; }))
      continue;
    LedgerView view{type.name, type.korean, json["of_types"].at("english").get<std::string>(), common};
    for (const LedgerField& field : type.fields) {
      const bool words = field.measure == "text" || field.measure == "date";
      const char* type_of = words ? "string" : field.measure == "rate" || field.measure == "number" ? "number" : "integer";
      view.columns.push_back({field.name, type_of, field.korean, {}, field.measure == "amount" ? "KRW" : ""});
    }
    out.push_back(std::move(view));
  }
  return out;
}

LedgerView columns_of_cells() {
  const Json cells = json_from<Json>(ledger_columns_text()).at("cells");
  return {cells.at("name").get<std::string>(), cells.at("korean").get<std::string>(), cells.at("english").get<std::string>(),
          columns_in(cells.at("columns"))};
}

// Phases by field, and the record types that are revenue.
FiscalTerms fiscal_terms() {
  const Json fiscal = json_from<Json>(ledger_columns_text()).at("fiscal");
  return {fiscal.at("phases").get<std::map<std::string, std::string>>(), fiscal.at("revenue_types").get<std::vector<std::string>>()};
}

}  // namespace jangbu
