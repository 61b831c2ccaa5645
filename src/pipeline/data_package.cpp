// The tables of a resource are views of ledger.sqlite, one resource a view (Table Dialect: "table"): files that hold one document each are
// too many to be listed here, and the ledger has all that they say. findings.ndjson and corrections.ndjson are resources of their own.
//
//   {"resources": [{"name": "budget", "path": "ledger.sqlite", "dialect": {"table": "budget"}, "schema": {…}}, …],
//    "model": {"measures": {"budget.budget_amount": {"currency": "KRW", "phase": "approved", "direction": "expenditure"}}}}
#include "pipeline/data_package.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "store/ledger.h"
#include "store/ledger_columns.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// The type is Table Schema's (integer, number, string …), as the ledger's column names it.
Json field_of(const LedgerColumn& column) {
  Json out{{"name", column.name}, {"type", column.type}, {"title", column.korean}};
  if (!column.english.empty()) out["description"] = column.english;
  if (!column.unit.empty()) out["unit"] = column.unit;
  return out;
}

// An empty text is a missing value, as CSV exports write it.
Json schema_of(const LedgerView& view) {
  Json fields = Json::array();
  for (const LedgerColumn& column : view.columns) fields.push_back(field_of(column));
  return {{"fields", std::move(fields)}, {"missingValues", {""}}};
}

Json table_of(const LedgerView& view) {
  return {{"name", view.name},
          {"type", "table"},
          {"path", kLedgerFile},
          {"title", view.korean},
          {"description", view.english},
          {"format", "sqlite"},
          {"mediatype", "application/vnd.sqlite3"},
          {"dialect", {{"table", view.name}}},
          {"schema", schema_of(view)}};
}

Json lines_of(const char* name, const char* path, const char* title) {
  return {{"name", name},       {"path", path}, {"title", title}, {"format", "ndjson"}, {"mediatype", "application/x-ndjson"},
          {"encoding", "utf-8"}};
}

// Money of a budget by field: what the Fiscal Data Package calls measures. Amounts are in won, whatever unit was printed.
Json measures_of(const std::vector<LedgerType>& types) {
  const FiscalTerms terms = fiscal_terms();
  Json out = Json::object();
  for (const LedgerType& type : types) {
    const bool revenue = std::find(terms.revenue_types.begin(), terms.revenue_types.end(), type.name) != terms.revenue_types.end();
    for (const LedgerField& field : type.fields) {
      const auto phase = terms.phases.find(field.name);
      if (field.measure != "amount" || phase == terms.phases.end()) continue;
      out[type.name + "." + field.name] = {{"resource", type.name}, {"source", field.name},
                                           {"title", field.korean}, {"currency", "KRW"},
                                           {"factor", 1},           {"direction", revenue ? "revenue" : "expenditure"},
                                           {"phase", phase->second}};
    }
  }
  return out;
}

}  // namespace

// The version of the profile is named by its address: validators follow it.
std::string data_package(const std::vector<LedgerType>& types, bool corrections) {
  Json resources = Json::array();
  for (const LedgerView& view : ledger_columns(types)) resources.push_back(table_of(view));
  resources.push_back(lines_of("findings", "findings.ndjson", "Where the reports disagree with themselves"));
  if (corrections) resources.push_back(lines_of("corrections", "corrections.ndjson", "What became of people's corrections"));
  const Json package{{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                     {"name", "jangbu"},
                     {"title", "Records from public reports"},
                     {"resources", std::move(resources)},
                     {"model", {{"measures", measures_of(types)}}}};
  return json_text(package, 2) + "\n";
}

}  // namespace jangbu
