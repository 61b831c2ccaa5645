#include "pipeline/across.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "loader/json_writer.h"
#include "model/field_name.h"
#include "text/caption.h"
#include "text/figure.h"
#include "text/json_text.h"

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
  if (!number.is_number_integer() || names_a_rate(field)) return std::nullopt;
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

std::optional<YearRow> row_of(std::string_view record_line) {
  const Json json = json_if_any<Json>(record_line);
  if (json.is_discarded()) return std::nullopt;
  try {
    if (!json.at("organization").is_string() || !json.at("fiscal_year").is_number_integer()) return std::nullopt;
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
    if (row.values.empty()) return std::nullopt;
    return row;
  } catch (const Json::exception&) {
    return std::nullopt;  // a record type without years, tables or figures has nothing to compare
  }
}

// The office and year of a line, without parsing it; shifted by so many years.
std::string office_and_year(std::string_view line, int years) {
  const auto value_of = [&](std::string_view key) -> std::string_view {
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + key.size();
    return line.substr(begin, line.find(',', begin) - begin);
  };
  const std::string_view office = value_of("\"organization\":"), year = value_of("\"fiscal_year\":");
  int number = 0;
  if (office.empty() || office == "null" || std::from_chars(year.data(), year.data() + year.size(), number).ec != std::errc()) return {};
  return std::string(office) + "|" + std::to_string(number + years);
}

}  // namespace

void AcrossReports::ask(std::string_view record_line) {
  if (record_line.find("\"prior_year_") == std::string_view::npos) return;
  auto row = row_of(record_line);
  const std::string wanted = office_and_year(record_line, -1);
  if (!row || wanted.empty()) return;
  wanted_.insert(wanted);
  rows_.push_back(std::move(*row));
}

void AcrossReports::answer(std::string_view record_line) {
  const std::string is = office_and_year(record_line, 0);
  if (is.empty() || !wanted_.contains(is)) return;
  if (record_line.find("\"prior_year_") != std::string_view::npos) return;  // kept when it asked
  if (auto row = row_of(record_line)) rows_.push_back(std::move(*row));
}

Result<std::string> with_findings_across(std::string_view document, const std::vector<Finding>& findings) {
  try {
    auto json = json_from<nlohmann::ordered_json>(document);
    auto kept = nlohmann::ordered_json::array(), renditions = nlohmann::ordered_json::array();
    std::set<std::string> touched, named;  // records that these findings name or named; records that any finding names
    for (const auto& finding : json.at("findings")) {
      const std::string kind = finding.at("kind").get<std::string>();
      if (kind == "cross_document") {
        if (!finding.at("record_ids").empty()) touched.insert(finding["record_ids"][0].get<std::string>());
        continue;
      }
      const auto& ids = finding.at("record_ids");
      for (std::size_t i = 0; i < (kind == "cross_table" ? ids.size() : std::min<std::size_t>(1, ids.size())); ++i) named.insert(ids[i].get<std::string>());
      (kind == "cross_rendition" ? renditions : kept).push_back(finding);
    }
    for (const Finding& finding : findings) {
      kept.push_back(json_from<nlohmann::ordered_json>(finding_json(finding)));
      touched.insert(finding.record_ids.front());
      named.insert(finding.record_ids.front());
    }
    for (auto& finding : renditions) kept.push_back(std::move(finding));
    for (auto& record : json.at("records")) {
      const std::string id = record.at("record_id").get<std::string>();
      if (touched.contains(id) && record.at("status") != "corrected") record["status"] = named.contains(id) ? "flagged" : "ok";
    }
    json["findings"] = std::move(kept);
    return json_text(json, 1) + "\n";
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, std::string("a document's file is not what jangbu wrote: ") + error.what(), "run again with --force");
  }
}

std::vector<Finding> AcrossReports::findings(const std::vector<Profile>& profiles) const { return check_cross_documents(rows_, profiles); }

}  // namespace jangbu
