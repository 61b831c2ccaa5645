// Two records → the fields in which they say different things.
// A record is turned into sayings (field, printed text, value), in the order of the record. What is not said of the office (ids, places,
// pages, repairs) is left out, so that a report read by a newer version shows only real differences. Values decide; texts only where
// neither side has a value: `1,200` and `1200` say the same.
//
//   before  예산액 `1,200` 1200000      after  예산액 `1200` 1200000      the same
//   before  예산액 `미정`  null         after  예산액 `-`    null         a change of the text
#include "loader/record_diff.h"

#include <map>
#include <nlohmann/json.hpp>

#include "loader/json_writer.h"
#include "text/json_text.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

struct Said {
  std::string text;   // as printed, or as a person has corrected it
  std::string value;  // JSON
};

// Fields in the order of the record; a map beside it finds them.
struct Sayings {
  std::vector<std::string> order;
  std::map<std::string, Said> said;

  void add(const std::string& field, Said what) {
    if (said.emplace(field, std::move(what)).second) order.push_back(field);
  }
};

// JSON of what is no figure: null says that nothing is told.
std::string quoted(const std::string& text) { return text.empty() ? "null" : json_text(Json(text)); }

// A list as a path: 합계 > 부서 > 사업.
Said path_said(const std::vector<std::string>& steps) {
  std::string shown;
  for (const std::string& step : steps) shown += (shown.empty() ? "" : " > ") + step;
  return {shown, json_text(Json(steps))};
}

// Objects are shown as they are written.
Said list_said(const std::vector<std::string>& objects) {
  std::string shown, json;
  for (const std::string& object : objects) {
    shown += (shown.empty() ? "" : " > ") + object;
    json += (json.empty() ? "" : ",") + object;
  }
  return {shown, "[" + json + "]"};
}

// What a line of an outline says besides its labels. What a duty is, its labels say.
void add_line_said(const OutlineLine& line, Sayings& out) {
  std::vector<std::string> periods, amounts;
  for (const Period& period : line.periods) periods.push_back(period_json(period));
  for (const Amount& amount : line.amounts) amounts.push_back(amount_json(amount));
  if (periods.size() > 1) {
    out.add("periods", list_said(periods));
  } else if (line.period) {
    out.add("period", {period_json(*line.period), period_json(*line.period)});
  }
  if (!amounts.empty()) out.add("amounts", list_said(amounts));
}

// What a record says, and nothing of where it stands or how it was read.
Sayings sayings_of(const Record& record) {
  Sayings out;
  const auto printed = [](const CellPlace& place) { return collapse_blanks(place.best_text()); };
  const std::string year = record.fiscal_year ? std::to_string(*record.fiscal_year) : std::string();
  out.add("organization", {record.organization, quoted(record.organization)});
  out.add("fiscal_year", {year, year.empty() ? "null" : year});
  out.add("as_of", {record.as_of, quoted(record.as_of)});
  out.add("section", path_said(record.section));
  out.add("path", path_said(record.path));
  out.add("name", {record.name, json_text(Json(record.name))});
  out.add("level", {record.level, json_text(Json(record.level))});
  out.add("row_role", {std::string(row_role_name(record.role)), json_text(Json(row_role_name(record.role)))});
  for (const Figure& value : record.values) out.add(value.field, {printed(value.place), value_json(value)});
  for (const Figure& part : record.breakdown) {
    out.add(part.dimension + " / " + part.member + " / " + part.field, {printed(part.place), number_json(part.value)});
  }
  for (const Figure& value : record.yearly)
    out.add(value.period + " / " + value.phase + " / " + value.field, {printed(value.place), number_json(value.value)});
  for (const OtherValue& other : record.others) out.add("other: " + other.header, {printed(other.place), number_json(other.value)});
  if (!record.remarks.empty()) out.add("remarks", {record.remarks, json_text(Json(record.remarks))});
  if (record.line) add_line_said(*record.line, out);
  return out;
}

// A value decides; texts do where neither is one.
bool same(const Said& a, const Said& b) { return a.value == b.value && (a.value != "null" || a.text == b.text); }

// Names the record: its office, path and place.
RecordChange head_of(const FiledRecord& filed, RecordChange::Kind kind) {
  const Record& record = filed.record;
  RecordChange out;
  out.kind = kind;
  out.record_id = record.id;
  out.type = record.type;
  out.name = record.name;
  out.path = record.path;
  out.organization = record.organization;
  out.table = filed.table;
  if (filed.row) out.row = *filed.row;
  return out;
}

}  // namespace

// Fields of the old record first, in its order; then those that only the new one has.
std::optional<RecordChange> changed_record(const FiledRecord& before, const FiledRecord& after) {
  const Sayings old_ones = sayings_of(before.record), new_ones = sayings_of(after.record);
  std::vector<FieldChange> fields;
  for (const std::string& field : old_ones.order) {
    const Said& was = old_ones.said.at(field);
    const auto is = new_ones.said.find(field);
    if (is == new_ones.said.end()) {
      fields.push_back({field, was.text, {}, was.value, {}});
    } else if (!same(was, is->second)) {
      fields.push_back({field, was.text, is->second.text, was.value, is->second.value});
    }
  }
  for (const std::string& field : new_ones.order) {
    const Said& is = new_ones.said.at(field);
    if (!old_ones.said.contains(field)) fields.push_back({field, {}, is.text, {}, is.value});
  }
  if (fields.empty()) return std::nullopt;
  RecordChange out = head_of(after, RecordChange::Kind::kChanged);
  out.fields = std::move(fields);
  return out;
}

// Its figures are told, and not each heading again: the line above names the record.
RecordChange lone_record(const FiledRecord& record, RecordChange::Kind kind) {
  RecordChange out = head_of(record, kind);
  const Sayings sayings = sayings_of(record.record);
  for (const std::string& field : sayings.order) {
    const Said& said = sayings.said.at(field);
    if (said.text.empty() || !(record.record.find(field) || field.starts_with("other: ") || field.find(" / ") != std::string::npos))
      continue;
    if (kind == RecordChange::Kind::kAdded) {
      out.fields.push_back({field, {}, said.text, {}, said.value});
    } else {
      out.fields.push_back({field, said.text, {}, said.value, {}});
    }
  }
  return out;
}

}  // namespace jangbu
