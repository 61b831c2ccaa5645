// Types → JSON of schemas/v1: the file of a document, lines of records and findings. Pure functions.
// Members stand in one fixed order. What is usual or empty is left out where the schema lets it be; what is missing but always asked for is
// null. Hard case: size. A table of two million cells is never a tree in memory: documents are written as text, item by item
// (DocumentText).
//
//   "values": {"budget_amount": 1200000}, "cells": {"budget_amount": {"text": "1,200", "row": 3, "column": 2, "page": 12, "bbox": […]}},
//   "other_values": {"비고": {…}, "비고 #2": {…}}                        a second column of one heading gets a number
#include "loader/json_writer.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "loader/filed_parts.h"
#include "loader/json_object.h"
#include "model/record_status.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// null says that something is not known; "" and 0 would be values.
template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// A whole number stays one, so that no program sees 1.0E9 won. A fraction has at most the digits of the print.
Json number(const std::optional<Decimal>& value) {
  if (!value) return nullptr;
  if (const auto whole = value->whole()) return *whole;
  return value->to_double();
}

Json box(const std::optional<Box>& value) {
  if (!value) return nullptr;
  // Hundredths of a point are far below what any page shows; more digits would be noise.
  const auto tidy = [](double x) { return std::round(x * 100) / 100; };
  Json::array_t out;
  out.reserve(4);
  for (const double x : {value->x0, value->y0, value->x1, value->y1}) out.emplace_back(tidy(x));
  return Json(std::move(out));
}

Json place(const CellPlace& cell) {
  // The number is how many members there will be: objects are made at once in the right size.
  JsonObject out(6);
  out.add("text", cell.text);
  if (cell.corrected) out.add("corrected", *cell.corrected);
  return out.add("row", cell.row).add("column", cell.column).add("page", or_null(cell.page)).add("bbox", box(cell.bbox)).done();
}

// `applied` is told only where it is false: a repair that was proposed and not made.
Json repair_object(const Repair& repair) {
  JsonObject out(9);
  out.add("rule", repair.rule).add("field", repair.field).add("before", repair.before).add("after", repair.after);
  if (!repair.table.empty()) out.add("table", repair.table);
  if (repair.row >= 0) out.add("row", repair.row);
  if (repair.column >= 0) out.add("column", repair.column);
  out.add("confidence", std::round(repair.confidence * 100) / 100);
  if (!repair.applied) out.add("applied", false);
  return out.done();
}

Json section_object(const Section& section) {
  return JsonObject(5)
      .add("level", section.level)
      .add("number", or_null(section.number))
      .add("title", section.title)
      .add("page", or_null(section.page))
      .add("children", json_list(section.children, section_object))
      .done();
}

// A stretch of a cell's text of another kind: a note, or text that is struck out.
Json cell_part_object(const CellPart& part) {
  JsonObject out(3);
  out.add("where", where_name(part.where)).add("text", part.text);
  if (part.struck) out.add("struck", true);
  return out.done();
}

// `text` is what is printed, always; `repaired` and `corrected` stand beside it and never replace it.
Json cell_object(const Cell& cell) {
  JsonObject out(12);
  out.add("row", cell.row)
      .add("column", cell.column)
      .add("row_span", cell.row_span)
      .add("column_span", cell.column_span)
      .add("text", cell.text);
  if (cell.repaired) out.add("repaired", *cell.repaired);
  if (cell.corrected) out.add("corrected", *cell.corrected);
  if (!cell.drawn.empty()) out.add("drawn", cell.drawn);
  if (!cell.parts.empty()) out.add("parts", json_list(cell.parts, cell_part_object));
  out.add("page", or_null(cell.page)).add("bbox", box(cell.bbox));
  if (!cell.tables.empty()) out.add("tables", cell.tables);
  return out.done();
}

// A unit or date that no line beside the table gave came from one further up.
Json found_at(const std::string& what, const std::string& from) {
  if (what.empty()) return nullptr;
  return from.empty() ? "further_above" : from;
}

// Either a column or a row, with the stretch of rows or columns that the heading is over.
Json heading_object(const HeadingWords& heading) {
  JsonObject out(9);
  if (heading.column >= 0) out.add("column", heading.column);
  if (heading.row >= 0) out.add("row", heading.row);
  out.add("first", heading.first).add("last", heading.last);
  out.add("says", heading.says);
  if (!heading.period.empty()) out.add("period", heading.period);
  if (!heading.phase.empty()) out.add("phase", heading.phase);
  if (!heading.members.empty()) out.add("members", heading.members);
  if (!heading.unit.empty()) out.add("unit", heading.unit);
  if (!heading.unknown.empty()) out.add("unknown", heading.unknown);
  return out.done();
}

// All but its cells.
Json table_object(const Table& table) {
  JsonObject out(17);
  out.add("table_id", table.id)
      .add("section", table.section)
      .add("where", where_name(table.where))
      .add("caption", or_null(table.caption))
      .add("unit", or_null(table.unit))
      .add("as_of", or_null(table.as_of))
      .add("unit_from", found_at(table.unit, table.unit_from))
      .add("as_of_from", found_at(table.as_of, table.as_of_from))
      .add("page", table.pages.empty() ? Json(nullptr) : Json(table.pages.front()))
      .add("pages", table.pages)
      .add("bbox", box(table.bbox))
      .add("rows", table.rows)
      .add("columns", table.columns)
      .add("header_rows", table.header_rows)
      .add("kind", or_null(table.kind));
  if (!table.headings.empty()) out.add("headings", json_list(table.headings, heading_object));
  return out.done();
}

// Tables are told by id: they stand in "tables", once.
Json block_object(const Document& document, const Block& block) {
  JsonObject out(1);
  if (block.kind == Block::Kind::kTable) return out.add("table", document.tables[block.table].id).done();
  const Paragraph& paragraph = block.paragraph;
  JsonObject said(6);
  said.add("text", paragraph.text);
  if (paragraph.repaired) said.add("repaired", *paragraph.repaired);
  said.add("page", or_null(paragraph.page)).add("bbox", box(paragraph.bbox));
  if (paragraph.where != Where::kBody) said.add("where", where_name(paragraph.where));
  said.add("heading", block.heading_level > 0 ? Json(block.heading_level) : Json(nullptr));
  return out.add("paragraph", said.done()).done();
}

// Headers, footers and page numbers.
Json furniture_object(const Furniture& furniture) {
  return JsonObject(3)
      .add("text", furniture.text)
      .add("page", or_null(furniture.page))
      .add("where", furniture_place_name(furniture.place))
      .done();
}

Json date(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json period_object(const Period& period) {
  return JsonObject(3).add("start", date(period.start)).add("end", date(period.end)).add("text", period.text).done();
}

Json part_object(const AmountPart& part) {
  return JsonObject(3).add("name", part.name).add("text", part.text).add("value", part.won).done();
}

// In won, with its parts: 656억원(국비 26억, 시비 630억).
Json amount_object(const Amount& amount) {
  JsonObject out(4);
  out.add("text", amount.text).add("value", amount.won);
  if (!amount.period.empty()) out.add("period", amount.period);
  if (!amount.parts.empty()) out.add("parts", json_list(amount.parts, part_object));
  return out.done();
}

// What the line of an item or a duty says, and where it stands among the others.
void add_line(JsonObject& out, const Record& record) {
  const OutlineLine& line = *record.line;
  out.add("order", line.order).add("above", or_null(line.above_id));
  if (record.level == "duty") return;
  out.add("period", line.period ? period_object(*line.period) : Json(nullptr));
  if (line.periods.size() > 1) out.add("periods", json_list(line.periods, period_object));
  out.add("amounts", json_list(line.amounts, amount_object));
}

Json breakdown_object(const Figure& part) {
  return JsonObject(9)
      .add("dimension", part.dimension)
      .add("member", part.member)
      .add("measure", part.field)
      .add("value", number(part.value))
      .add("text", part.place.text)
      .add("row", part.place.row)
      .add("column", part.place.column)
      .add("page", or_null(part.place.page))
      .add("bbox", box(part.place.bbox))
      .done();
}

Json yearly_object(const Figure& value) {
  return JsonObject(9)
      .add("period", value.period)
      .add("phase", value.phase)
      .add("field", value.field)
      .add("value", number(value.value))
      .add("text", value.place.text)
      .add("row", value.place.row)
      .add("column", value.place.column)
      .add("page", or_null(value.place.page))
      .add("bbox", box(value.place.bbox))
      .done();
}

Json other_object(const OtherValue& other) {
  return JsonObject(6)
      .add("text", other.text)
      .add("value", number(other.value))
      .add("row", other.place.row)
      .add("column", other.place.column)
      .add("page", or_null(other.place.page))
      .add("bbox", box(other.place.bbox))
      .done();
}

// Enough to find the row without the rest of the file: records are also filed alone, in records/.
Json source_object(const Document& document, const Record& record, const Table* table, std::optional<int> page) {
  JsonObject out(7);
  out.add("path", document.source.path).add("sha256", document.source.sha256).add("format", format_name(document.source.format));
  out.add("page", or_null(page)).add("table", table ? Json(table->id) : Json(nullptr)).add("row", table ? Json(record.row) : Json(nullptr));
  if (record.line) out.add("bbox", box(record.line->bbox));
  return out.done();
}

// Names that come again are told apart by number: "계", "계 #2", "계 #3". Each name goes on from its last number, so that thousands of one
// name cost no more than thousands of names.
class NamesApart {
 public:
  std::string name(const std::string& wanted) {
    if (taken_.insert(wanted).second) return wanted;
    for (int& n = last_.try_emplace(wanted, 1).first->second;;) {
      std::string numbered = wanted + " #" + std::to_string(++n);
      if (taken_.insert(numbered).second) return numbered;
    }
  }

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> last_;
};

Json value_object(const Figure& value) { return is_figure(value.measure) ? number(value.value) : or_null(value.words); }

// values: field → figure. cells: field → where and how it is printed. other_values: heading → what no field takes.
Json record_object(const Document& document, const Record& record) {
  const Table* table = record.in_table() ? &document.tables[record.table_index] : nullptr;
  Json::object_t values, cells, others;
  values.reserve(record.values.size());
  cells.reserve(record.values.size());
  others.reserve(record.others.size());
  std::optional<int> page;
  // The page of the record is that of its first figure.
  for (const Figure& value : record.values) {
    values[value.field] = value_object(value);
    cells[value.field] = place(value.place);
    if (!page) page = value.place.page;
  }
  NamesApart apart;
  for (const OtherValue& other : record.others) others.emplace_back(apart.name(other.header), other_object(other));
  if (!page && record.line) page = record.line->page;
  if (!page && table && !table->pages.empty()) page = table->pages.front();
  JsonObject out(33);
  out.add("record_id", record.id)
      .add("record_type", record.type)
      .add("document_id", record.document_id)
      .add("organization", or_null(record.organization))
      .add("fiscal_year", or_null(record.fiscal_year))
      .add("as_of", or_null(record.as_of))
      .add("section", record.section)
      .add("path", record.path)
      .add("name", record.name)
      .add("level", record.level)
      .add("row_role", row_role_name(record.role))
      .add("counted", record.counted)
      .add("repeats", or_null(record.repeats))
      .add("values", std::move(values));
  if (!record.yearly.empty()) out.add("yearly", json_list(record.yearly, yearly_object));
  if (!record.project.empty()) out.add("project", record.project);
  if (!record.notes.empty()) out.add("notes", record.notes);
  if (!record.breakdown.empty()) out.add("breakdown", json_list(record.breakdown, breakdown_object));
  out.add("other_values", std::move(others));
  if (!record.remarks.empty()) out.add("remarks", record.remarks);
  out.add("currency", record.money ? Json("KRW") : Json(nullptr)).add("unit_factor", record.unit_factor);
  if (record.line) add_line(out, record);
  return out.add("cells", std::move(cells))
      .add("source", source_object(document, record, table, page))
      .add("repairs", json_list(record.repairs, repair_object))
      .add("corrections", record.corrections)
      .add("status", status_of(record))
      .done();
}

Json diagnostic_object(const Diagnostic& diagnostic) {
  return JsonObject(3).add("code", diagnostic.code).add("message", diagnostic.message).add("page", or_null(diagnostic.page)).done();
}

Json changed_findings(const std::vector<ChangedFinding>& findings) {
  Json out = Json::array();
  for (const ChangedFinding& finding : findings) {
    out.push_back(
        {{"finding_id", finding.id}, {"kind", finding.kind}, {"message", {{"ko", finding.message_ko}, {"en", finding.message_en}}}});
  }
  return out;
}

// The text of a document, handed on as it grows. Lists are written item by item: a table of two million cells would be gigabytes as a tree.
class DocumentText {
 public:
  explicit DocumentText(const TakeText& take) : take_(take) {}

  void add(const char* key, const Json& value) {
    begin(key);
    append_json(out_, value, 1, 1);
  }

  template <typename T, typename F>
  void add_list(const char* key, const std::vector<T>& items, const F& append_item) {
    begin(key);
    list(items, 1, append_item);
  }

  template <typename T, typename F>
  void add_objects(const char* key, const std::vector<T>& items, const F& json_of) {
    add_list(key, items, [&](const T& item) { append_json(out_, json_of(item), 1, 2); });
  }

  // The table's object without its end, then its cells one by one, then the end.
  void add_tables(const std::vector<Table>& tables) {
    add_list("tables", tables, [&](const Table& table) {
      append_json(out_, table_object(table), 1, 2);
      out_.resize(out_.size() - kEndOfTable.size());
      out_ += ",\n   \"cells\": ";
      list(table.cells, 3, [&](const Cell& cell) { append_json(out_, cell_object(cell), 1, 4); });
      out_ += kEndOfTable;
    });
  }

  void done() {
    out_ += "\n}\n";
    take_(out_);
  }

 private:
  static constexpr std::string_view kEndOfTable = "\n  }";

  void begin(const char* key) {
    out_ += std::exchange(begun_, true) ? ",\n \"" : "{\n \"";
    out_ += key;
    out_ += "\": ";
  }

  // Between items, as what was written of one may still be taken back.
  void hand_on() {
    constexpr std::size_t kEnough = 64 << 10;
    if (out_.size() < kEnough) return;
    take_(out_);
    out_.clear();
  }

  // As json_text() would lay it out, so that a document that is parsed and written again has the same bytes.
  template <typename T, typename F>
  void list(const std::vector<T>& items, std::size_t depth, const F& append_item) {
    if (items.empty()) {
      out_ += "[]";
      return;
    }
    const char* separator = "[\n";
    for (const T& item : items) {
      out_ += separator;
      out_.append(depth + 1, ' ');
      append_item(item);
      hand_on();
      separator = ",\n";
    }
    out_ += '\n';
    out_.append(depth, ' ');
    out_ += ']';
  }

  const TakeText& take_;
  std::string out_;  // not handed on yet
  bool begun_ = false;
};

}  // namespace

// `severity` is what counts; `assessed` is what the check itself said, where a person has changed it.
Json finding_object(const Finding& finding) {
  Json out{{"finding_id", finding.id},
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
  if (finding.assessed) out["assessed"] = severity_name(*finding.assessed);
  if (const auto& accepted = finding.accepted) {
    out["accepted"] = {
        {"correction_id", accepted->correction}, {"reason", accepted->reason}, {"author", accepted->author}, {"date", accepted->date}};
  }
  return out;
}

// before and after are null where nothing was or is printed.
Json outcome_object(const CorrectionOutcome& outcome) {
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

std::string record_json(const Document& document, const Record& record) { return json_text(record_object(document, record)); }
std::string outcomes_json(const Document& document) {
  return document.corrections.empty() ? std::string() : json_text(json_list(document.corrections, outcome_object));
}
std::string finding_json(const Finding& finding) { return json_text(finding_object(finding)); }
std::string findings_json(const std::vector<Finding>& findings) { return json_text(json_list(findings, finding_object), 2); }
std::string value_json(const Figure& value) { return json_text(value_object(value)); }
std::string number_json(const std::optional<Decimal>& value) { return json_text(number(value)); }
std::string period_json(const Period& period) { return json_text(period_object(period)); }
std::string amount_json(const Amount& amount) { return json_text(amount_object(amount)); }

// The order of members is that of the schema; records and findings stand behind the tables that they are of.
void write_document_json(const Document& document, const std::vector<Record>& records, const std::vector<Finding>& findings,
                         const Edition& edition, const std::vector<std::string>& paths, const TakeText& take) {
  const Source& s = document.source;
  Json source{{"path", s.path},
              {"sha256", s.sha256},
              {"bytes", s.bytes},
              {"format", format_name(s.format)},
              {"pages", or_null(s.pages)},
              {"producer", or_null(s.producer)}};
  if (!paths.empty()) source["paths"] = paths;
  DocumentText out(take);
  out.add("document_id", document.id);
  out.add("source", source);
  out.add("title", document.title);
  out.add("organization", or_null(document.organization));
  out.add("report_kind", or_null(document.report_kind));
  out.add("report_date", or_null(document.report_date));
  out.add("fiscal_year", or_null(document.fiscal_year));
  out.add("metadata", {{"title", or_null(document.metadata.title)},
                       {"author", or_null(document.metadata.author)},
                       {"created", or_null(document.metadata.created)},
                       {"modified", or_null(document.metadata.modified)}});
  out.add("origins", {{"title", or_null(document.origins.title)},
                      {"organization", or_null(document.origins.organization)},
                      {"report_kind", or_null(document.origins.report_kind)},
                      {"report_date", or_null(document.origins.report_date)},
                      {"fiscal_year", or_null(document.origins.fiscal_year)}});
  out.add("degraded", document.degraded);
  out.add_objects("diagnostics", document.diagnostics, diagnostic_object);
  out.add_objects("blocks", document.blocks, [&](const Block& block) { return block_object(document, block); });
  out.add_objects("furniture", document.furniture, furniture_object);
  out.add_objects("sections", document.sections, section_object);
  out.add_tables(document.tables);
  out.add_objects("records", records, [&](const Record& record) { return record_object(document, record); });
  out.add_objects("findings", findings, finding_object);
  out.add_objects("repairs", document.repairs, repair_object);
  out.add("edition", {{"number", edition.number}, {"supersedes", or_null(edition.supersedes)}});
  if (!document.corrections.empty()) out.add_objects("corrections", document.corrections, outcome_object);
  out.done();
}

std::string document_json(const Document& document, const std::vector<Record>& records, const std::vector<Finding>& findings,
                          const Edition& edition) {
  std::string out;
  write_document_json(document, records, findings, edition, {}, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace jangbu
