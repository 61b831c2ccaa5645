// The target of a correction → texts that it may expect there, looked up in the document's file in the way in which replay.cpp will look.
// Several are possible: as printed, as repaired, and of a name what it was before a repair. A corrected text stands alone.
//
//   {"record_id", "field"}  {"document", "table", "row", "column"}  {"document", "metadata"}      looked up
//   {"term"}                                                                                   stands in many places: never asked for
#include "review/standing_text.h"

#include <algorithm>

#include "text/figure.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Null where there is none, so that look-ups can be chained.
const Json& member(const Json& object, const std::string& name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

void add_texts(const Json& cell, std::vector<std::string>& out) {
  // What an earlier correction has put there is all that a later one may expect.
  for (const char* name : {"corrected", "text", "repaired"}) {
    if (const Json& text = member(cell, name); text.is_string()) out.push_back(text.get<std::string>());
    if (!out.empty() && std::string_view(name) == "corrected") return;
  }
}

// A merged cell may be named by any of its places.
bool covers(const Json& cell, const Json& row, const Json& column) {
  const auto within = [&](const Json& at, const char* first, const char* span) {
    const Json &from = member(cell, first), &width = member(cell, span);
    if (!at.is_number_integer() || !from.is_number_integer()) return false;
    const auto place = at.get<std::int64_t>(), begin = from.get<std::int64_t>();
    return place >= begin && place < begin + (width.is_number_integer() ? width.get<std::int64_t>() : 1);
  };
  return within(row, "row", "row_span") && within(column, "column", "column_span");
}

void of_cell(const Json& document, const Json& table_id, const Json& row, const Json& column, std::vector<std::string>& out) {
  for (const Json& table : member(document, "tables")) {
    if (member(table, "table_id") != table_id) continue;
    for (const Json& cell : member(table, "cells")) {
      if (covers(cell, row, column)) return add_texts(cell, out);
    }
  }
}

// In the order in which replay.cpp looks for a field: a value, a part, a column without a field, the name.
void of_record(const Json& document, const Json& target, std::vector<std::string>& out) {
  const Json& field = member(target, "field");
  if (!field.is_string()) return;
  for (const Json& record : member(document, "records")) {
    if (member(record, "record_id") != member(target, "record_id")) continue;
    add_texts(member(member(record, "cells"), field.get<std::string>()), out);
    if (out.empty()) {
      for (const Json& part : member(record, "breakdown")) {
        if (member(part, "member") == field) add_texts(part, out);
      }
    }
    if (out.empty()) add_texts(member(member(record, "other_values"), field.get<std::string>()), out);
    if (field == "name") {
      if (const Json& name = member(record, "name"); name.is_string()) out.push_back(name.get<std::string>());
      for (const Json& repair : member(record, "repairs")) {
        if (member(repair, "field") == "name" && member(repair, "before").is_string()) out.push_back(repair["before"].get<std::string>());
      }
    }
    return;
  }
}

}  // namespace

// By the members of the target, as correction_fields.cpp tells the kinds apart. A word has no place and gives none.
std::vector<std::string> standing_texts(const Json& document, const Json& target) {
  std::vector<std::string> out;
  if (target.contains("record_id"))
    of_record(document, target, out);
  else if (target.contains("table"))
    of_cell(document, member(target, "table"), member(target, "row"), member(target, "column"), out);
  else if (const Json& name = member(target, "metadata"); name.is_string()) {
    const Json& value = member(document, name.get<std::string>());
    out.push_back(value.is_string()           ? value.get<std::string>()
                  : value.is_number_integer() ? std::to_string(value.get<std::int64_t>())
                                              : std::string());
  }
  return out;
}

// An empty expectation is met by an empty cell and by a dash.
bool is_expected(const std::vector<std::string>& standing, const Json& expect) {
  const std::string wanted = expect.is_string() ? collapse_blanks(expect.get<std::string>()) : std::string();
  return std::any_of(standing.begin(), standing.end(), [&](const std::string& text) {
    const std::string shown = collapse_blanks(text);
    if (!wanted.empty()) return shown == wanted;
    const auto figure = read_figure(shown);
    return shown.empty() || (figure && !figure->value);
  });
}

}  // namespace jangbu
