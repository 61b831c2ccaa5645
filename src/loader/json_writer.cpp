#include "loader/json_writer.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json number(const std::optional<Decimal>& value) {
  if (!value) return nullptr;
  if (const auto whole = value->whole()) return *whole;
  return value->to_double();
}

Json box(const std::optional<Box>& value) {
  if (!value) return nullptr;
  // Hundredths of a point are far below what any page shows; more digits would be noise.
  const auto tidy = [](double x) { return std::round(x * 100) / 100; };
  return Json::array({tidy(value->x0), tidy(value->y0), tidy(value->x1), tidy(value->y1)});
}

Json place(const CellPlace& cell) {
  Json out{{"text", cell.text}};
  if (cell.corrected) out["corrected"] = *cell.corrected;
  out.update({{"row", cell.row}, {"column", cell.column}, {"page", or_null(cell.page)}, {"bbox", box(cell.bbox)}});
  return out;
}

Json repair_object(const Repair& repair) {
  Json out{{"rule", repair.rule}, {"field", repair.field}, {"before", repair.before}, {"after", repair.after}};
  if (!repair.table.empty()) out["table"] = repair.table;
  if (repair.row >= 0) out["row"] = repair.row;
  if (repair.column >= 0) out["column"] = repair.column;
  out["confidence"] = std::round(repair.confidence * 100) / 100;
  if (!repair.applied) out["applied"] = false;
  return out;
}

Json section_object(const Section& section) {
  Json children = Json::array();
  for (const Section& child : section.children) children.push_back(section_object(child));
  return {{"level", section.level}, {"number", or_null(section.number)}, {"title", section.title}, {"page", or_null(section.page)},
          {"children", std::move(children)}};
}

Json cell_object(const Cell& cell) {
  Json out{{"row", cell.row}, {"column", cell.column}, {"row_span", cell.row_span}, {"column_span", cell.column_span}, {"text", cell.text}};
  if (cell.repaired) out["repaired"] = *cell.repaired;
  if (cell.corrected) out["corrected"] = *cell.corrected;
  if (!cell.drawn.empty()) out["drawn"] = cell.drawn;
  out["page"] = or_null(cell.page);
  out["bbox"] = box(cell.bbox);
  if (!cell.tables.empty()) out["tables"] = cell.tables;
  return out;
}

// A unit or date that no line beside the table gave came from one further up.
Json found_at(const std::string& what, const std::string& from) {
  if (what.empty()) return nullptr;
  return from.empty() ? "further_above" : from;
}

Json table_object(const Table& table) {
  Json cells = Json::array();
  for (const Cell& cell : table.cells) cells.push_back(cell_object(cell));
  return {{"table_id", table.id},
          {"section", table.section},
          {"where", where_name(table.where)},
          {"caption", or_null(table.caption)},
          {"unit", or_null(table.unit)},
          {"as_of", or_null(table.as_of)},
          {"unit_from", found_at(table.unit, table.unit_from)},
          {"as_of_from", found_at(table.as_of, table.as_of_from)},
          {"page", table.pages.empty() ? Json(nullptr) : Json(table.pages.front())},
          {"pages", table.pages},
          {"bbox", box(table.bbox)},
          {"rows", table.rows},
          {"columns", table.columns},
          {"header_rows", table.header_rows},
          {"kind", or_null(table.kind)},
          {"cells", std::move(cells)}};
}

Json date(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json period_object(const Period& period) { return {{"start", date(period.start)}, {"end", date(period.end)}, {"text", period.text}}; }

Json amount_object(const Amount& amount) {
  Json out{{"text", amount.text}, {"value", amount.won}};
  if (!amount.parts.empty()) {
    Json parts = Json::array();
    for (const AmountPart& part : amount.parts) parts.push_back({{"name", part.name}, {"text", part.text}, {"value", part.won}});
    out["parts"] = std::move(parts);
  }
  return out;
}

// What the line of an item or a duty says, and where it stands among the others.
void add_line(Json& out, const Record& record) {
  const OutlineLine& line = *record.line;
  out["order"] = line.order;
  out["above"] = or_null(line.above_id);
  if (record.level == "duty") return;
  out["period"] = line.period ? period_object(*line.period) : Json(nullptr);
  if (line.periods.size() > 1) {
    Json periods = Json::array();
    for (const Period& period : line.periods) periods.push_back(period_object(period));
    out["periods"] = std::move(periods);
  }
  Json amounts = Json::array();
  for (const Amount& amount : line.amounts) amounts.push_back(amount_object(amount));
  out["amounts"] = std::move(amounts);
}

Json record_object(const Document& document, const Record& record) {
  const Table* table = record.in_table() ? &document.tables[record.table_index] : nullptr;
  Json values = Json::object(), cells = Json::object();
  std::optional<int> page;
  for (const RecordValue& value : record.values) {
    values[value.field] = number(value.value);
    cells[value.field] = place(value.place);
    if (!page) page = value.place.page;
  }
  Json out{{"record_id", record.id},
           {"record_type", record.type},
           {"document_id", record.document_id},
           {"organization", or_null(record.organization)},
           {"fiscal_year", or_null(record.fiscal_year)},
           {"as_of", or_null(record.as_of)},
           {"section", record.section},
           {"path", record.path},
           {"name", record.name},
           {"level", record.level},
           {"row_role", row_role_name(record.role)},
           {"values", std::move(values)}};
  if (!record.breakdown.empty()) {
    Json parts = Json::array();
    for (const BreakdownPart& part : record.breakdown) {
      parts.push_back({{"dimension", part.dimension}, {"member", part.member}, {"measure", part.measure}, {"value", or_null(part.value)}, {"text", part.place.text}, {"row", part.place.row},
                       {"column", part.place.column}, {"page", or_null(part.place.page)}, {"bbox", box(part.place.bbox)}});
    }
    out["breakdown"] = std::move(parts);
  }
  Json others = Json::object();
  for (const OtherValue& other : record.others) {
    std::string key = other.header;
    for (int n = 2; others.contains(key); ++n) key = other.header + " #" + std::to_string(n);
    others[key] = {{"text", other.text}, {"value", number(other.value)}, {"row", other.place.row}, {"column", other.place.column},
                   {"page", or_null(other.place.page)}, {"bbox", box(other.place.bbox)}};
  }
  out["other_values"] = std::move(others);
  if (!record.remarks.empty()) out["remarks"] = record.remarks;
  out["currency"] = record.money ? Json("KRW") : Json(nullptr);
  out["unit_factor"] = record.unit_factor;
  if (record.line) add_line(out, record);
  out["cells"] = std::move(cells);
  if (!page && record.line) page = record.line->page;
  if (!page && table && !table->pages.empty()) page = table->pages.front();
  out["source"] = {{"path", document.source.path}, {"sha256", document.source.sha256}, {"format", format_name(document.source.format)},
                   {"page", or_null(page)},        {"table", table ? Json(table->id) : Json(nullptr)}, {"row", table ? Json(record.row) : Json(nullptr)}};
  if (record.line) out["source"]["bbox"] = box(record.line->bbox);
  Json repairs = Json::array();
  for (const Repair& repair : record.repairs) repairs.push_back(repair_object(repair));
  out["repairs"] = std::move(repairs);
  out["corrections"] = record.corrections;
  out["status"] = !record.corrections.empty() ? "corrected" : record.flagged ? "flagged" : "ok";
  return out;
}

Json finding_object(const Finding& finding) {
  return {{"finding_id", finding.id},
          {"document_id", finding.document_id},
          {"kind", finding_kind_name(finding.kind)},
          {"severity", severity_name(finding.severity)},
          {"record_ids", finding.record_ids},
          {"field", or_null(finding.field)},
          {"printed", number(finding.printed)},
          {"computed", number(finding.computed)},
          {"tolerance", number(finding.tolerance)},
          {"message", {{"ko", finding.message_ko}, {"en", finding.message_en}}},
          {"table", or_null(finding.table)},
          {"row", finding.row < 0 ? Json(nullptr) : Json(finding.row)},
          {"page", or_null(finding.page)}};
}

Json changed_findings(const std::vector<ChangedFinding>& findings) {
  Json out = Json::array();
  for (const ChangedFinding& finding : findings) {
    out.push_back({{"finding_id", finding.id}, {"kind", finding.kind}, {"message", {{"ko", finding.message_ko}, {"en", finding.message_en}}}});
  }
  return out;
}

Json correction_object(const CorrectionOutcome& outcome) {
  Json out{{"correction_id", outcome.correction}, {"state", correction_state_name(outcome.state)}};
  if (!outcome.table.empty()) out.update({{"table", outcome.table}, {"row", outcome.row}, {"column", outcome.column}});
  if (!outcome.field.empty()) out["field"] = outcome.field;
  out["before"] = or_null(outcome.before);
  out["after"] = or_null(outcome.after);
  out["places"] = outcome.places;
  out["record_ids"] = outcome.record_ids;
  out["findings_vanished"] = changed_findings(outcome.vanished);
  out["findings_appeared"] = changed_findings(outcome.appeared);
  if (!outcome.message_en.empty()) out["message"] = {{"ko", outcome.message_ko}, {"en", outcome.message_en}};
  return out;
}

// Malformed bytes cannot reach here (extractors give UTF-8), but a reader must never be handed half a character either way.
std::string line(const Json& json, int indent = -1) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string record_json(const Document& document, const Record& record) { return line(record_object(document, record)); }
std::string finding_json(const Finding& finding) { return line(finding_object(finding)); }

std::string document_json(const Document& document, const std::vector<Record>& records,
                          const std::vector<Finding>& findings, const Edition& edition) {
  const Source& s = document.source;
  Json source{{"path", s.path}, {"sha256", s.sha256}, {"bytes", s.bytes}, {"format", format_name(s.format)}, {"pages", or_null(s.pages)},
              {"producer", or_null(s.producer)}};
  Json diagnostics = Json::array(), sections = Json::array(), tables = Json::array(), record_list = Json::array(), finding_list = Json::array(),
       repairs = Json::array();
  for (const Diagnostic& diagnostic : document.diagnostics) {
    diagnostics.push_back({{"code", diagnostic.code}, {"message", diagnostic.message}, {"page", or_null(diagnostic.page)}});
  }
  for (const Section& section : document.sections) sections.push_back(section_object(section));
  for (const Table& table : document.tables) tables.push_back(table_object(table));
  for (const Record& record : records) record_list.push_back(record_object(document, record));
  for (const Finding& finding : findings) finding_list.push_back(finding_object(finding));
  for (const Repair& repair : document.repairs) repairs.push_back(repair_object(repair));
  Json out{{"document_id", document.id},
                 {"source", std::move(source)},
                 {"title", document.title},
                 {"organization", or_null(document.organization)},
                 {"report_kind", or_null(document.report_kind)},
                 {"report_date", or_null(document.report_date)},
                 {"fiscal_year", or_null(document.fiscal_year)},
                 {"metadata",
                  {{"title", or_null(document.metadata.title)},
                   {"author", or_null(document.metadata.author)},
                   {"created", or_null(document.metadata.created)},
                   {"modified", or_null(document.metadata.modified)}}},
                 {"origins",
                  {{"title", or_null(document.origins.title)},
                   {"organization", or_null(document.origins.organization)},
                   {"report_kind", or_null(document.origins.report_kind)},
                   {"report_date", or_null(document.origins.report_date)},
                   {"fiscal_year", or_null(document.origins.fiscal_year)}}},
                 {"degraded", document.degraded},
                 {"diagnostics", std::move(diagnostics)},
                 {"sections", std::move(sections)},
                 {"tables", std::move(tables)},
                 {"records", std::move(record_list)},
                 {"findings", std::move(finding_list)},
                 {"repairs", std::move(repairs)},
                 {"edition", {{"number", edition.number}, {"supersedes", or_null(edition.supersedes)}}}};
  if (!document.corrections.empty()) {
    out["corrections"] = Json::array();
    for (const CorrectionOutcome& outcome : document.corrections) out["corrections"].push_back(correction_object(outcome));
  }
  return line(out, 1) + "\n";
}

}  // namespace jangbu
