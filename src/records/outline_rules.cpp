// The parts "outline" and "duties" of a profile: lists of patterns that are compiled once and matched against whole keys.
// Every pattern of a user's profile is checked first (pattern_complaint), so that a wrong one is an error here and not a rule that never
// matches. Errors name the list and the expression, since a person wrote the file.
#include "records/outline_rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

// An empty key (a heading of signs alone) matches nothing, whatever the pattern allows.
bool any_matches(const std::vector<Pattern>& patterns, std::string_view key) {
  return !key.empty() && std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) { return pattern.matches(key); });
}

// An empty list is refused as well: a rule that can match nothing is a mistake.
Result<std::vector<Pattern>> patterns_of(const Json& object, const char* name, ProfileOrigin origin) {
  const auto invalid = [&](const std::string& why) { return fail(ErrorCode::kProfileInvalid, std::string("\"") + name + "\": " + why); };
  std::vector<Pattern> out;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array() || found->empty()) return invalid("must be a list of patterns");
  for (const Json& item : *found) {
    if (!item.is_string()) return invalid("must be a list of patterns");
    const std::string expression = item.get<std::string>();
    if (const std::string complaint = pattern_complaint(expression, origin); !complaint.empty())
      return invalid(expression + ": " + complaint);
    out.emplace_back(expression);
  }
  return out;
}

}  // namespace

bool OutlineRules::is_chapter(std::string_view key) const { return any_matches(chapters, key); }

bool OutlineRules::is_no_chapter(std::string_view key) const { return any_matches(no_chapters, key); }

bool OutlineRules::is_result(std::string_view key) const { return any_matches(results, key); }

bool OutlineRules::is_report(std::string_view key) const { return any_matches(reports, key); }

// The first part whose labels fit wins: the order in the profile is the order of preference.
std::string_view OutlineRules::level_of(std::string_view key) const {
  for (const OutlinePart& part : parts) {
    if (any_matches(part.labels, key)) return part.level;
  }
  return {};
}

bool DutyRules::is_title(std::string_view key) const { return any_matches(titles, key); }
bool DutyRules::is_unit(std::string_view key) const { return any_matches(units, key); }
bool DutyRules::heads_units(std::string_view key) const { return any_matches(unit_headers, key); }
bool DutyRules::heads_duties(std::string_view key) const { return any_matches(duty_headers, key); }

// "chapters" and "parts" are needed, "no_chapters" and "labels_needed" may be left out.
Result<OutlineRules> outline_rules_from(const Json& object, ProfileOrigin origin) {
  OutlineRules rules;
  if (!object.is_object()) return fail(ErrorCode::kProfileInvalid, "\"outline\" must be an object");
  auto chapters = patterns_of(object, "chapters", origin);
  if (!chapters) return chapters.forward();
  rules.chapters = std::move(*chapters);
  if (object.contains("no_chapters")) {
    auto others = patterns_of(object, "no_chapters", origin);
    if (!others) return others.forward();
    rules.no_chapters = std::move(*others);
  }
  if (object.contains("results")) {
    auto results = patterns_of(object, "results", origin);
    if (!results) return results.forward();
    rules.results = std::move(*results);
  }
  if (object.contains("reports")) {
    auto reports = patterns_of(object, "reports", origin);
    if (!reports) return reports.forward();
    rules.reports = std::move(*reports);
  }
  const auto parts = object.find("parts");
  if (parts == object.end() || !parts->is_array()) return fail(ErrorCode::kProfileInvalid, "\"parts\" must be a list");
  for (const Json& item : *parts) {
    if (!item.is_object() || !item.contains("level") || !item["level"].is_string())
      return fail(ErrorCode::kProfileInvalid, "a part needs a \"level\"");
    auto labels = patterns_of(item, "labels", origin);
    if (!labels) return labels.forward();
    rules.parts.push_back({item["level"].get<std::string>(), std::move(*labels)});
  }
  if (const auto needed = object.find("labels_needed"); needed != object.end()) {
    if (!needed->is_number_integer() || whole_from<int>(*needed) < 1)
      return fail(ErrorCode::kProfileInvalid, "\"labels_needed\" must be a positive number");
    rules.labels_needed = whole_from<int>(*needed);
  }
  return rules;
}

// All four lists are needed.
Result<DutyRules> duty_rules_from(const Json& object, ProfileOrigin origin) {
  DutyRules rules;
  if (!object.is_object()) return fail(ErrorCode::kProfileInvalid, "\"duties\" must be an object");
  for (const auto& [name, list] : {std::pair{"titles", &rules.titles}, std::pair{"unit_headers", &rules.unit_headers},
                                   std::pair{"duty_headers", &rules.duty_headers}, std::pair{"units", &rules.units}}) {
    auto read = patterns_of(object, name, origin);
    if (!read) return read.forward();
    *list = std::move(*read);
  }
  return rules;
}

}  // namespace jangbu
