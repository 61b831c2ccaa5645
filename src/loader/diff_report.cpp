// A difference → text for terminals (as diff prints it: ~ changed, + added, - removed) or JSON.
// Text is padded by display width and cut to kWidestText columns; JSON holds all.
//
//   ~ budget  가시: 가과 > 가사업
//       budget_amount  1,200  →  1,300   1200000 → 1300000
#include "jangbu/diff_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/json_text.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kWidestText = 40;  // columns; what is longer is cut in the text, never in the JSON

// One column is kept for the sign that something is missing.
std::string cut(const std::string& text) {
  if (display_width(text) <= kWidestText) return text;
  std::u32string out;
  int width = 1;
  for (const char32_t c : to_code_points(text)) {
    width += display_width(c);
    if (width > kWidestText) break;
    out.push_back(c);
  }
  return to_utf8(out) + "…";
}

// An empty value means that the record has no such field; an empty text means that the cell prints nothing.
std::string side(const Say& say, const std::string& text, const std::string& value) {
  return value.empty() ? say("diff.no_field") : text.empty() ? say("diff.nothing") : cut(text);
}

// Figures print in the report's unit; the value is said where the text alone does not.
std::string values_of(const Say& say, const FieldChange& change) {
  const auto is_number = [](const std::string& value) {
    return !value.empty() && (value.front() == '-' || (value.front() >= '0' && value.front() <= '9'));
  };
  if (!is_number(change.value_before) && !is_number(change.value_after)) return {};
  const auto shown = [&](const std::string& value) { return value.empty() ? say("diff.no_value") : value; };
  return "   " + shown(change.value_before) + " → " + shown(change.value_after);
}

// office: 합계 > 부서 > 사업
std::string place_of(const RecordChange& change) {
  std::string out = change.organization.empty() ? "" : change.organization + ": ";
  if (change.path.empty()) return out + change.name;
  for (std::size_t i = 0; i < change.path.size(); ++i) out += (i > 0 ? " > " : "") + change.path[i];
  return out;
}

}  // namespace

// A block for each record: what happened to it and where it stands, then its fields in aligned columns.
std::string diff_text(const Difference& difference, Language language) {
  const Say say{language};
  std::string out = "--- " + difference.a + "\n+++ " + difference.b + "\n\n";
  for (const RecordChange& change : difference.records) {
    const bool changed = change.kind == RecordChange::Kind::kChanged;
    out += changed ? "~ " : change.kind == RecordChange::Kind::kAdded ? "+ " : "- ";
    out += change.type + "  " + place_of(change) + "\n";
    // Widths of the three columns, over the fields of this record.
    int name = 0, before = 0, after = 0;
    for (const FieldChange& field : change.fields) {
      name = std::max(name, display_width(cut(field.field)));
      before = std::max(before, display_width(side(say, field.before, field.value_before)));
      after = std::max(after, display_width(side(say, field.after, field.value_after)));
    }
    for (const FieldChange& field : change.fields) {
      std::string line = "    " + padded(cut(field.field), name) + "  ";
      if (changed) {
        const std::string values = values_of(say, field), now = side(say, field.after, field.value_after);
        line += padded(side(say, field.before, field.value_before), before) + " → " + (values.empty() ? now : padded(now, after)) + values;
      } else {
        line += cut(change.kind == RecordChange::Kind::kAdded ? field.after : field.before);
      }
      out += line + "\n";
    }
    out += "\n";
  }
  return out +
         say("diff.totals",
             {{"changed", difference.changed}, {"added", difference.added}, {"removed", difference.removed}, {"same", difference.same}}) +
         "\n";
}

// null stands for "no such field"; an object with a null text for a cell that prints nothing.
std::string diff_json(const Difference& difference) {
  Json records = Json::array();
  // `value` is JSON text already.
  const auto said = [](const std::string& text, const std::string& value) {
    return value.empty() ? Json(nullptr) : Json{{"text", text.empty() ? Json(nullptr) : Json(text)}, {"value", json_from<Json>(value)}};
  };
  for (const RecordChange& change : difference.records) {
    Json fields = Json::array();
    for (const FieldChange& field : change.fields) {
      fields.push_back(
          {{"field", field.field}, {"before", said(field.before, field.value_before)}, {"after", said(field.after, field.value_after)}});
    }
    const char* const kind = change.kind == RecordChange::Kind::kAdded     ? "added"
                             : change.kind == RecordChange::Kind::kRemoved ? "removed"
                                                                           : "changed";
    records.push_back({{"change", kind},
                       {"record_id", change.record_id},
                       {"record_type", change.type},
                       {"organization", change.organization.empty() ? Json(nullptr) : Json(change.organization)},
                       {"path", change.path},
                       {"name", change.name},
                       {"table", change.table.empty() ? Json(nullptr) : Json(change.table)},
                       {"row", change.row < 0 ? Json(nullptr) : Json(change.row)},
                       {"fields", std::move(fields)}});
  }
  const Json out{
      {"a", difference.a},
      {"b", difference.b},
      {"records", std::move(records)},
      {"totals",
       {{"changed", difference.changed}, {"added", difference.added}, {"removed", difference.removed}, {"same", difference.same}}}};
  return json_text(out, 2) + "\n";
}

}  // namespace jangbu
