// Two records as JSON → the fields in which they say different things.
// A record is turned into sayings (field, printed text, value), in the order of the record. What is not said of the office (ids, places,
// pages, repairs) is left out, so that a report read by a newer version shows only real differences. Values decide; texts only where
// neither side has a value: `1,200` and `1200` say the same.
//
//   before  예산액 `1,200` 1200000      after  예산액 `1200` 1200000      the same
//   before  예산액 `미정`  null         after  예산액 `-`    null         a change of the text
#include "loader/record_diff.h"

#include <map>

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

// A list as a path: 합계 > 부서 > 사업.
std::string shown(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return json_text(value);
  std::string out;
  for (const Json& step : value) out += (out.empty() ? "" : " > ") + (step.is_string() ? step.get<std::string>() : json_text(step));
  return out;
}

// What a person has corrected stands for what is printed.
std::string text_in(const Json& cell) {
  const char* key = cell.contains("corrected") ? "corrected" : "text";
  return collapse_blanks(cell.value(key, ""));
}

// What a record says, and nothing of where it stands or how it was read.
Sayings sayings_of(const Json& record) {
  Sayings out;
  for (const char* key : {"organization", "fiscal_year", "as_of", "section", "path", "name", "level", "row_role"}) {
    out.add(key, {shown(record.at(key)), json_text(record.at(key))});
  }
  const Json& cells = record.at("cells");
  for (const auto& [field, value] : record.at("values").items()) {
    out.add(field, {cells.contains(field) ? text_in(cells[field]) : shown(value), json_text(value)});
  }
  if (const auto parts = record.find("breakdown"); parts != record.end()) {
    for (const Json& part : *parts) {
      out.add(part.at("dimension").get<std::string>() + " / " + part.at("member").get<std::string>() + " / " +
                  part.at("measure").get<std::string>(),
              {text_in(part), json_text(part.at("value"))});
    }
  }
  if (const auto years = record.find("yearly"); years != record.end()) {
    for (const Json& year : *years) {
      const auto said = [&](const char* key) {
        return year.contains(key) && year[key].is_string() ? year[key].get<std::string>() : std::string();
      };
      out.add(said("period") + " / " + said("phase") + " / " + said("field"), {text_in(year), json_text(year.at("value"))});
    }
  }
  if (const auto others = record.find("other_values"); others != record.end()) {
    for (const auto& [header, other] : others->items()) out.add("other: " + header, {text_in(other), json_text(other.at("value"))});
  }
  for (const char* key : {"remarks", record.contains("periods") ? "periods" : "period", "amounts"}) {
    if (const auto found = record.find(key); found != record.end() && !found->empty()) out.add(key, {shown(*found), json_text(*found)});
  }
  return out;
}

// A value decides; texts do where neither is one.
bool same(const Said& a, const Said& b) { return a.value == b.value && (a.value != "null" || a.text == b.text); }

// Names the record: its office, path and place.
RecordChange head_of(const Json& record, RecordChange::Kind kind) {
  RecordChange out;
  out.kind = kind;
  out.record_id = record.at("record_id").get<std::string>();
  out.type = record.at("record_type").get<std::string>();
  out.name = record.at("name").get<std::string>();
  out.path = record.at("path").get<std::vector<std::string>>();
  if (record.at("organization").is_string()) out.organization = record["organization"].get<std::string>();
  const Json& source = record.at("source");
  if (source.contains("table") && source["table"].is_string()) out.table = source["table"].get<std::string>();
  if (source.contains("row") && source["row"].is_number_integer()) out.row = source["row"].get<int>();
  return out;
}

}  // namespace

// Fields of the old record first, in its order; then those that only the new one has.
std::optional<RecordChange> changed_record(const Json& before, const Json& after) {
  const Sayings old_ones = sayings_of(before), new_ones = sayings_of(after);
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
RecordChange lone_record(const Json& record, RecordChange::Kind kind) {
  RecordChange out = head_of(record, kind);
  const Sayings sayings = sayings_of(record);
  for (const std::string& field : sayings.order) {
    const Said& said = sayings.said.at(field);
    if (said.text.empty() ||
        !(record.at("values").contains(field) || field.starts_with("other: ") || field.find(" / ") != std::string::npos))
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
