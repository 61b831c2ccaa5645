#include "pipeline/across.h"

#include <nlohmann/json.hpp>

#include "text/caption.h"
#include "text/figure.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

// One unit of the last place that the cell prints, in won; nothing where the cell holds no figure by itself.
std::optional<Decimal> step_of(const std::string& text, std::int64_t unit_factor) {
  const auto figure = read_first_figure(text);
  if (!figure || !figure->value) return std::nullopt;
  if (const auto own = unit_named(figure->suffix); own && own->money) unit_factor = own->factor;
  return Decimal{1, figure->value->scale}.times(unit_factor);
}

std::optional<RecordValue> value_of(const std::string& field, const Json& number, const Json& cell, bool money, std::int64_t unit_factor) {
  if (!number.is_number_integer() || field.ends_with("_rate")) return std::nullopt;
  RecordValue value;
  value.field = field;
  value.measure = money ? Measure::kAmount : Measure::kCount;
  value.value = Decimal{number.get<std::int64_t>(), 0};
  value.place.text = cell.at("text").get<std::string>();
  value.place.row = cell.at("row").get<int>();
  value.place.column = cell.at("column").get<int>();
  if (cell.at("page").is_number_integer()) value.place.page = cell.at("page").get<int>();
  if (money) {
    const auto step = step_of(value.place.text, unit_factor);
    if (!step) return std::nullopt;
    value.step = *step;
  }
  return value;
}

}  // namespace

void AcrossReports::add(std::string_view record_line) {
  const Json json = Json::parse(record_line, nullptr, false);
  if (json.is_discarded()) return;
  try {
    if (!json.at("organization").is_string() || !json.at("fiscal_year").is_number_integer()) return;
    YearRow row;
    row.record_id = json.at("record_id").get<std::string>();
    row.document_id = json.at("document_id").get<std::string>();
    row.organization = json.at("organization").get<std::string>();
    row.record_type = json.at("record_type").get<std::string>();
    row.name = json.at("name").get<std::string>();
    row.table = json.at("source").at("table").get<std::string>();
    row.path = json.at("path").get<std::vector<std::string>>();
    row.fiscal_year = json.at("fiscal_year").get<int>();
    row.unit_factor = json.at("unit_factor").get<std::int64_t>();
    const bool money = json.at("currency").is_string();
    for (const auto& [field, number] : json.at("values").items()) {
      const auto cell = json.at("cells").find(field);
      if (cell == json.at("cells").end()) continue;
      if (auto value = value_of(field, number, *cell, money, row.unit_factor)) row.values.push_back(std::move(*value));
    }
    if (!row.values.empty()) rows_.push_back(std::move(row));
  } catch (const Json::exception&) {
    // A record type without years, tables or figures has nothing to compare.
  }
}

std::vector<Finding> AcrossReports::findings(const std::vector<Profile>& profiles) const { return check_cross_documents(rows_, profiles); }

}  // namespace jangbu
