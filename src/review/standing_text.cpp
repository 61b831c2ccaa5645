// The target of a correction → texts that it may expect there, looked up in the document's file in the way in which replay.cpp will look.
// Several are possible: as printed, as repaired, and of a name what it was before a repair. A corrected text stands alone.
//
//   {"record_id", "field"}  {"document", "table", "row", "column"}  {"document", "metadata"}      looked up
//   {"term"}                                                                                   stands in many places: never asked for
#include "review/standing_text.h"

#include <algorithm>

#include "corrections/replay.h"

namespace jangbu {
namespace {

// Empty where there is none.
std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void add_texts(const FiledValue& cell, std::vector<std::string>& out) {
  // What an earlier correction has put there is all that a later one may expect.
  for (const char* name : {"corrected", "text", "repaired"}) {
    if (const FiledValue text = cell[name]; text.is_text()) out.emplace_back(text.text());
    if (!out.empty() && std::string_view(name) == "corrected") return;
  }
}

// A merged cell may be named by any of its places.
bool covers(const FiledValue& cell, std::int64_t row, std::int64_t column) {
  const auto within = [&](std::int64_t place, const char* first, const char* span) {
    const std::int64_t from = cell[first].number(-1);
    return from >= 0 && place >= from && place - from < cell[span].number(1);
  };
  return within(row, "row", "row_span") && within(column, "column", "column_span");
}

void of_cell(const FiledValue& document, const Json& target, std::vector<std::string>& out) {
  const auto number = [&](const char* name) {
    return target.contains(name) && target[name].is_number_integer() ? target[name].get<std::int64_t>() : -1;
  };
  const std::string id = text_in(target, "table");
  for (const FiledValue& table : document["tables"].items()) {
    if (table["table_id"].text() != id) continue;
    for (const FiledValue& cell : table["cells"].items()) {
      if (covers(cell, number("row"), number("column"))) return add_texts(cell, out);
    }
  }
}

// In the order in which replay.cpp looks for a field: a value, a part, a column without a field, the name.
void of_record(const FiledValue& document, const Json& target, std::vector<std::string>& out) {
  const std::string id = text_in(target, "record_id"), field = text_in(target, "field");
  if (id.empty() || field.empty()) return;
  for (const FiledValue& record : document["records"].items()) {
    if (record["record_id"].text() != id) continue;
    add_texts(record["cells"][field], out);
    if (out.empty()) {
      for (const FiledValue& part : record["breakdown"].items()) {
        if (part["member"].text() == field) add_texts(part, out);
      }
    }
    if (out.empty()) add_texts(record["other_values"][field], out);
    if (field == "name") {
      if (const FiledValue name = record["name"]; name.is_text()) out.emplace_back(name.text());
      for (const FiledValue& repair : record["repairs"].items()) {
        if (repair["field"].text() == "name" && repair["before"].is_text()) out.emplace_back(repair["before"].text());
      }
    }
    return;
  }
}

}  // namespace

// By the members of the target, as correction_fields.cpp tells the kinds apart. A word has no place and gives none.
std::vector<std::string> standing_texts(const FiledValue& document, const Json& target) {
  std::vector<std::string> out;
  if (target.contains("record_id")) {
    of_record(document, target, out);
  } else if (target.contains("table")) {
    of_cell(document, target, out);
  } else if (const std::string name = text_in(target, "metadata"); !name.empty()) {
    const FiledValue value = document[name];
    const std::int64_t number = value.number(-1);
    out.push_back(value.is_text() ? std::string(value.text()) : number >= 0 ? std::to_string(number) : std::string());
  }
  return out;
}

// As the run that will read the correction judges it.
bool is_expected(const std::vector<std::string>& standing, const Json& expect) {
  const std::optional<std::string> written = expect.is_string() ? std::optional(expect.get<std::string>()) : std::nullopt;
  return std::any_of(standing.begin(), standing.end(), [&](const std::string& text) { return same_print(text, written); });
}

}  // namespace jangbu
