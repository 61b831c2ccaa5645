// JSON of a document's file → types, part by part, the mirror of json_writer.cpp.
// Members that must be there are taken with at(), which throws; those that may be missing give an empty text, -1 or nothing.
// Hard case: numbers. 0.703 must come back as 703 at scale 3 and not as the binary fraction nearest to it (decimal()).
#include "loader/filed_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "text/json_text.h"

namespace jangbu {
namespace {

// The member, or null: asking for what is not there must not add it.
const Json& member(const Json& object, const char* key) {
  static const Json none;
  const auto found = object.find(key);
  return found == object.end() ? none : *found;
}

// A member of another type counts as missing.
std::string text(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

// Where an empty text and none are two things: a cell that was corrected to nothing.
std::optional<std::string> text_or_none(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

std::optional<int> number_or_none(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_number_integer() ? std::optional(whole_from<int>(value)) : std::nullopt;
}

// `otherwise` stands for what the writer left out because it is the usual.
int number(const Json& object, const char* key, int otherwise) { return number_or_none(object, key).value_or(otherwise); }

std::vector<std::string> texts(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_array() ? value.get<std::vector<std::string>>() : std::vector<std::string>{};
}

// Four numbers in points: x0, y0, x1, y1.
std::optional<Box> box(const Json& object) {
  const Json& value = member(object, "bbox");
  if (!value.is_array() || value.size() != 4) return std::nullopt;
  return Box{value[0].get<double>(), value[1].get<double>(), value[2].get<double>(), value[3].get<double>()};
}

// A number as it is written: 0.703 is 703 at scale 3, whatever binary fraction stands nearest.
std::optional<Decimal> decimal(const Json& value) {
  if (value.is_number_integer()) return Decimal{whole_from<std::int64_t>(value), 0};
  if (!value.is_number()) return std::nullopt;
  std::string digits = json_text(value);
  int exponent = 0;
  // 1e-7 is written so by the JSON library; the exponent moves the scale.
  if (const std::size_t e = digits.find_first_of("eE"); e != std::string::npos) {
    std::from_chars(digits.data() + e + 1 + (digits[e + 1] == '+'), digits.data() + digits.size(), exponent);
    digits.resize(e);
  }
  Decimal out;
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    out.scale = static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  out.scale -= exponent;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), out.digits).ec != std::errc() || out.scale < 0 || out.scale > 18)
    return std::nullopt;
  return out;
}

// A name as json_writer.cpp writes it → the value; names of a newer version are none.
template <typename Enum, std::size_t N>
std::optional<Enum> named(const std::string& name, const std::array<Enum, N>& all, std::string_view (*name_of)(Enum)) {
  const auto found = std::find_if(all.begin(), all.end(), [&](Enum one) { return name_of(one) == name; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

// All values of each enumeration, for named().
constexpr std::array kFormats{Format::kText, Format::kPdf, Format::kHwp, Format::kHwpx, Format::kHwp3, Format::kHwpml};
constexpr std::array kWheres{Where::kBody, Where::kCell, Where::kTextBox, Where::kHeader, Where::kFooter, Where::kNote, Where::kMasterPage};
constexpr std::array kRoles{RowRole::kItem, RowRole::kSubtotal, RowRole::kTotal};
constexpr std::array kKinds{FindingKind::kSum,        FindingKind::kDifference,    FindingKind::kRatio,
                            FindingKind::kCrossTable, FindingKind::kCrossDocument, FindingKind::kCrossRendition,
                            FindingKind::kStructure,  FindingKind::kUnreadable,    FindingKind::kDoubt};
constexpr std::array kSeverities{Severity::kInfo, Severity::kWarning, Severity::kError};
constexpr std::array kStates{CorrectionState::kApplied, CorrectionState::kStale, CorrectionState::kUnmatched, CorrectionState::kConflict};

// -1: of no row or column, of the whole table or document.
Repair repair_in(const Json& json) {
  Repair out;
  out.rule = text(json, "rule");
  out.field = text(json, "field");
  out.before = text(json, "before");
  out.after = text(json, "after");
  out.table = text(json, "table");
  out.row = number(json, "row", -1);
  out.column = number(json, "column", -1);
  if (const Json& confidence = member(json, "confidence"); confidence.is_number()) out.confidence = confidence.get<double>();
  if (const Json& applied = member(json, "applied"); applied.is_boolean()) out.applied = applied.get<bool>();
  return out;
}

// Row, column and spans must be there: without them a cell is nowhere.
Cell cell_in(const Json& json) {
  Cell out;
  out.row = whole_from<int>(json.at("row"));
  out.column = whole_from<int>(json.at("column"));
  out.row_span = whole_from<int>(json.at("row_span"));
  out.column_span = whole_from<int>(json.at("column_span"));
  out.text = json.at("text").get<std::string>();
  out.repaired = text_or_none(json, "repaired");
  out.corrected = text_or_none(json, "corrected");
  out.drawn = text(json, "drawn");
  if (const Json& parts = member(json, "parts"); parts.is_array()) {
    for (const Json& part : parts) {
      const Json& struck = member(part, "struck");
      out.parts.push_back({named(text(part, "where"), kWheres, where_name).value_or(Where::kNote),
                           struck.is_boolean() && struck.get<bool>(), text(part, "text")});
    }
  }
  out.page = number_or_none(json, "page");
  out.bbox = box(json);
  out.tables = texts(json, "tables");
  return out;
}

// Size, header and cells must be there; what describes the table may be missing.
Table table_in(const Json& json) {
  Table out;
  out.id = json.at("table_id").get<std::string>();
  out.section = texts(json, "section");
  out.where = named(text(json, "where"), kWheres, where_name).value_or(Where::kBody);
  out.caption = text(json, "caption");
  out.unit = text(json, "unit");
  out.as_of = text(json, "as_of");
  out.unit_from = text(json, "unit_from");
  out.as_of_from = text(json, "as_of_from");
  if (const Json& pages = member(json, "pages"); pages.is_array()) out.pages = pages.get<std::vector<int>>();
  out.bbox = box(json);
  out.rows = whole_from<int>(json.at("rows"));
  out.columns = whole_from<int>(json.at("columns"));
  out.header_rows = whole_from<int>(json.at("header_rows"));
  out.kind = text(json, "kind");
  if (const Json& headings = member(json, "headings"); headings.is_array()) {
    for (const Json& heading : headings) {
      out.headings.push_back({number(heading, "column", -1), number(heading, "row", -1), number(heading, "first", 0),
                              number(heading, "last", 0), texts(heading, "says"), text(heading, "period"), text(heading, "phase"),
                              texts(heading, "members"), text(heading, "unit"), texts(heading, "unknown")});
    }
  }
  for (const Json& cell : json.at("cells")) out.cells.push_back(cell_in(cell));
  return out;
}

// Nested as deep as the file is; the parser bounds the depth of JSON.
Section section_in(const Json& json) {
  Section out;
  out.level = whole_from<int>(json.at("level"));
  out.number = text(json, "number");
  out.title = text(json, "title");
  out.page = number_or_none(json, "page");
  for (const Json& child : json.at("children")) out.children.push_back(section_in(child));
  return out;
}

// Where a value is printed, and the text there.
CellPlace place_in(const Json& json) {
  CellPlace out;
  out.row = number(json, "row", 0);
  out.column = number(json, "column", 0);
  out.text = text(json, "text");
  out.page = number_or_none(json, "page");
  out.bbox = box(json);
  out.corrected = text_or_none(json, "corrected");
  return out;
}

// A figure of another year, under `period` and `phase`.
Figure yearly_in(const Json& json) {
  Figure out;
  out.period = text(json, "period");
  out.phase = text(json, "phase");
  out.field = text(json, "field");
  out.value = decimal(member(json, "value"));
  out.place = place_in(json);
  return out;
}

Period period_in(const Json& json) { return {text(json, "text"), text(json, "start"), text(json, "end")}; }

// Amounts of running text are in won already.
Amount amount_in(const Json& json) {
  Amount out;
  out.text = text(json, "text");
  out.won = whole_from<std::int64_t>(json.at("value"));
  out.period = text(json, "period");
  if (const Json& parts = member(json, "parts"); parts.is_array()) {
    for (const Json& part : parts)
      out.parts.push_back({text(part, "name"), text(part, "text"), whole_from<std::int64_t>(part.at("value")), 1});
  }
  return out;
}

// A file with one period may have it in `period` alone.
OutlineLine line_in(const Json& json) {
  OutlineLine out;
  out.order = number(json, "order", 0);
  out.above_id = text(json, "above");
  if (const Json& period = member(json, "period"); period.is_object()) out.period = period_in(period);
  if (const Json& periods = member(json, "periods"); periods.is_array()) {
    for (const Json& period : periods) out.periods.push_back(period_in(period));
  } else if (out.period) {
    out.periods.push_back(*out.period);
  }
  if (const Json& amounts = member(json, "amounts"); amounts.is_array()) {
    for (const Json& amount : amounts) out.amounts.push_back(amount_in(amount));
  }
  const Json& source = json.at("source");
  out.page = number_or_none(source, "page");
  out.bbox = box(source);
  return out;
}

// `tables`: ids of tables → index, since a record in memory points at its table by index.
Record record_in(const Json& json, const std::map<std::string, std::size_t>& tables) {
  Record out;
  out.id = json.at("record_id").get<std::string>();
  out.type = json.at("record_type").get<std::string>();
  out.document_id = json.at("document_id").get<std::string>();
  out.organization = text(json, "organization");
  out.fiscal_year = number_or_none(json, "fiscal_year");
  out.as_of = text(json, "as_of");
  out.section = texts(json, "section");
  out.path = texts(json, "path");
  out.name = text(json, "name");
  out.level = text(json, "level");
  out.role = named(text(json, "row_role"), kRoles, row_role_name).value_or(RowRole::kItem);
  const Json& cells = json.at("cells");
  for (const auto& [field, value] : json.at("values").items()) {
    Figure one;
    one.field = field;
    one.value = decimal(value);
    // Words and dates are both texts in the file; which it was, the profile knows.
    if (value.is_string()) {
      one.words = value.get<std::string>();
      one.measure = Measure::kText;
    }
    if (const auto cell = cells.find(field); cell != cells.end()) one.place = place_in(*cell);
    out.values.push_back(std::move(one));
  }
  if (const Json& yearly = member(json, "yearly"); yearly.is_array()) {
    for (const Json& value : yearly) out.yearly.push_back(yearly_in(value));
  }
  if (const Json& parts = member(json, "breakdown"); parts.is_array()) {
    for (const Json& part : parts) {
      Figure one;
      one.dimension = text(part, "dimension");
      one.member = text(part, "member");
      one.field = text(part, "measure");
      if (const Json& value = member(part, "value"); value.is_number_integer()) one.value = Decimal{whole_from<std::int64_t>(value), 0};
      one.place = place_in(part);
      out.breakdown.push_back(std::move(one));
    }
  }
  if (const Json& others = member(json, "other_values"); others.is_object()) {
    for (const auto& [header, other] : others.items())
      out.others.push_back({header, text(other, "text"), decimal(member(other, "value")), place_in(other)});
  }
  out.remarks = text(json, "remarks");
  out.money = member(json, "currency").is_string();
  if (const Json& factor = member(json, "unit_factor"); factor.is_number_integer()) out.unit_factor = whole_from<std::int64_t>(factor);
  out.project = text(json, "project");
  out.notes = texts(json, "notes");
  const Json& source = json.at("source");
  const auto table = tables.find(text(source, "table"));
  out.table_index = table == tables.end() ? Record::kNoTable : table->second;
  out.row = number(source, "row", 0);
  if (json.contains("order")) out.line = line_in(json);
  for (const Json& repair : json.at("repairs")) out.repairs.push_back(repair_in(repair));
  out.corrections = texts(json, "corrections");
  out.flagged = text(json, "status") == "flagged";
  if (const Json& counted = member(json, "counted"); counted.is_boolean()) out.counted = counted.get<bool>();
  out.repeats = text(json, "repeats");
  return out;
}

// A finding that came or went with a correction: kinds that this version does not know keep their names.
std::vector<ChangedFinding> changed_in(const Json& object, const char* key) {
  std::vector<ChangedFinding> out;
  if (const Json& list = member(object, key); list.is_array()) {
    for (const Json& finding : list) {
      const Json& message = member(finding, "message");
      out.push_back({text(finding, "finding_id"), text(finding, "kind"), text(message, "ko"), text(message, "en")});
    }
  }
  return out;
}

// What the document is: source, cover, metadata, diagnostics.
void read_head(const Json& json, Document& document) {
  document.id = json.at("document_id").get<std::string>();
  const Json& source = json.at("source");
  document.source.path = source.at("path").get<std::string>();
  document.source.sha256 = source.at("sha256").get<std::string>();
  if (const Json& bytes = member(source, "bytes"); bytes.is_number_unsigned()) document.source.bytes = whole_from<std::uint64_t>(bytes);
  const auto format = named(source.at("format").get<std::string>(), kFormats, format_name);
  if (format) document.source.format = *format;
  document.source.pages = number_or_none(source, "pages");
  document.source.producer = text(source, "producer");
  document.title = text(json, "title");
  document.organization = text(json, "organization");
  document.report_kind = text(json, "report_kind");
  document.report_date = text(json, "report_date");
  document.fiscal_year = number_or_none(json, "fiscal_year");
  if (const Json& metadata = member(json, "metadata"); metadata.is_object()) {
    document.metadata = {text(metadata, "title"), text(metadata, "author"), text(metadata, "created"), text(metadata, "modified")};
  }
  if (const Json& degraded = member(json, "degraded"); degraded.is_boolean()) document.degraded = degraded.get<bool>();
  if (const Json& diagnostics = member(json, "diagnostics"); diagnostics.is_array()) {
    for (const Json& one : diagnostics)
      document.diagnostics.push_back({text(one, "code"), text(one, "message"), number_or_none(one, "page")});
  }
}

}  // namespace

// Without its running text: what is done with a filed document never asks for it.
Document document_in(const Json& json) {
  Document document;
  read_head(json, document);
  for (const Json& table : json.at("tables")) document.tables.push_back(table_in(table));
  if (const Json& sections = member(json, "sections"); sections.is_array()) {
    for (const Json& section : sections) document.sections.push_back(section_in(section));
  }
  if (const Json& repairs = member(json, "repairs"); repairs.is_array()) {
    for (const Json& repair : repairs) document.repairs.push_back(repair_in(repair));
  }
  if (const Json& corrections = member(json, "corrections"); corrections.is_array()) {
    for (const Json& outcome : corrections) document.corrections.push_back(outcome_in(outcome));
  }
  return document;
}

std::vector<Record> records_in(const Json& json, const Document& document) {
  std::map<std::string, std::size_t> tables;
  for (std::size_t i = 0; i < document.tables.size(); ++i) tables.emplace(document.tables[i].id, i);
  std::vector<Record> out;
  for (const Json& record : json.at("records")) out.push_back(record_in(record, tables));
  return out;
}

// An unknown state counts as unmatched: a newer version may have more of them.
CorrectionOutcome outcome_in(const Json& json) {
  CorrectionOutcome out;
  out.correction = text(json, "correction_id");
  out.state = named(text(json, "state"), kStates, correction_state_name).value_or(CorrectionState::kUnmatched);
  out.table = text(json, "table");
  out.row = number(json, "row", -1);
  out.column = number(json, "column", -1);
  out.field = text(json, "field");
  out.before = text(json, "before");
  out.after = text(json, "after");
  if (const Json& places = member(json, "places"); places.is_number_unsigned()) out.places = whole_from<std::size_t>(places);
  out.record_ids = texts(json, "record_ids");
  out.vanished = changed_in(json, "findings_vanished");
  out.appeared = changed_in(json, "findings_appeared");
  if (const Json& message = member(json, "message"); message.is_object()) {
    out.message_ko = text(message, "ko");
    out.message_en = text(message, "en");
  }
  return out;
}

// The table's index is of no use without its document: the id stands beside the record.
FiledRecord filed_record_in(const Json& line) {
  const Json& source = line.at("source");
  return {record_in(line, {}), text(source, "path"), text(source, "table"), number_or_none(source, "row")};
}

// Nothing for a kind that this version does not know.
std::optional<Finding> finding_in(const Json& json) {
  const auto kind = named(text(json, "kind"), kKinds, finding_kind_name);
  if (!kind) return std::nullopt;
  Finding out;
  out.id = json.at("finding_id").get<std::string>();
  out.document_id = json.at("document_id").get<std::string>();
  out.kind = *kind;
  out.severity = named(text(json, "severity"), kSeverities, severity_name).value_or(Severity::kWarning);
  out.record_ids = texts(json, "record_ids");
  out.field = text(json, "field");
  out.printed = decimal(member(json, "printed"));
  out.computed = decimal(member(json, "computed"));
  out.tolerance = decimal(member(json, "tolerance"));
  out.message_ko = text(json.at("message"), "ko");
  out.message_en = text(json.at("message"), "en");
  out.table = text(json, "table");
  out.row = number(json, "row", -1);
  out.page = number_or_none(json, "page");
  if (json.contains("assessed")) out.assessed = named(text(json, "assessed"), kSeverities, severity_name);
  if (const Json& accepted = member(json, "accepted"); accepted.is_object()) {
    out.accepted = Acceptance{text(accepted, "correction_id"), text(accepted, "reason"), text(accepted, "author"), text(accepted, "date")};
  }
  return out;
}

Edition edition_in(const Json& json) { return {whole_from<int>(json.at("edition").at("number")), text(json.at("edition"), "supersedes")}; }

std::vector<std::string> paths_in(const Json& json) { return texts(json.at("source"), "paths"); }

}  // namespace jangbu
