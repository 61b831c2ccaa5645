// The parts "outline" and "duties" of a profile: lists of patterns that are compiled once and matched against whole keys.
// Every pattern of a user's profile is checked first (pattern_complaint), so that a wrong one is an error here and not a rule that never
// matches. Errors name the list and the expression, since a person wrote the file.
#include "records/outline_rules.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostClasses = 16;       // of the words of compounds
constexpr std::size_t kLongestCompound = 120;  // bytes; 40 syllables

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

// A list that may be left out.
Result<std::vector<Pattern>> patterns_if_any(const Json& object, const char* name, ProfileOrigin origin) {
  return object.contains(name) ? patterns_of(object, name, origin) : std::vector<Pattern>();
}

Result<CompoundTitles> compound_titles_from(const Json& object, ProfileOrigin origin) {
  const auto invalid = [](const std::string& why) { return fail(ErrorCode::kProfileInvalid, "\"chapter_words\": " + why); };
  if (!object.is_object() || !object.contains("classes") || !object["classes"].is_object() || !object.contains("needs") ||
      !object["needs"].is_array())
    return invalid("must have \"classes\" and \"needs\"");
  if (object["classes"].size() > kMostClasses) return invalid("has more classes than " + std::to_string(kMostClasses));
  CompoundTitles titles;
  std::map<std::string, CompoundTitles::Classes> bits, words;
  for (const auto& [name, list] : object["classes"].items()) {
    auto patterns = patterns_of(object["classes"], name.c_str(), origin);
    if (!patterns) return patterns.forward();
    const CompoundTitles::Classes bit = 1U << bits.size();
    bits.emplace(name, bit);
    for (const Pattern& pattern : *patterns) words[pattern.expression()] |= bit;
  }
  for (const auto& [word, classes] : words) titles.words.push_back({Pattern("^(?:" + word + ")"), classes});
  for (const Json& list : object["needs"]) {
    if (!list.is_array() || list.empty()) return invalid("\"needs\" must be a list of lists");
    CompoundTitles::Need need{};
    for (const Json& name : list) {
      const auto bit = name.is_string() ? bits.find(name.get<std::string>()) : bits.end();
      if (bit == bits.end()) return invalid("\"needs\" has a class that is none: " + json_text(name));
      need.classes |= bit->second;
      need.last = bit->second;
    }
    titles.needs.push_back(need);
  }
  return titles;
}

}  // namespace

// Every way to cut the key into words is followed at once: at each place, which classes may have been seen up to there.
std::set<CompoundTitles::Reading> CompoundTitles::readings(std::string_view key) const {
  if (words.empty() || key.empty() || key.size() > kLongestCompound) return {};
  std::vector<std::set<Reading>> seen(key.size() + 1);
  seen[0].emplace(0, 0);
  for (std::size_t at = 0; at < key.size(); ++at) {
    if (seen[at].empty()) continue;
    for (const Word& word : words) {
      const auto groups = word.at_start.groups(key.substr(at));
      if (groups.empty() || groups[0].empty()) continue;
      for (const auto& [classes, last] : seen[at]) seen[at + groups[0].size()].emplace(classes | word.classes, word.classes);
    }
  }
  return seen.back();
}

bool CompoundTitles::matches(std::string_view key) const {
  const std::set<Reading> read = readings(key);
  return std::any_of(read.begin(), read.end(), [&](const Reading& one) {
    return std::any_of(needs.begin(), needs.end(),
                       [&](const Need& need) { return (one.first & need.classes) == need.classes && (one.second & need.last) != 0; });
  });
}

bool CompoundTitles::holds_no_other_word(std::string_view key) const { return !readings(key).empty(); }

bool OutlineRules::is_chapter(std::string_view key) const { return chapter_words.matches(key) || any_matches(chapters, key); }

bool OutlineRules::is_no_chapter(std::string_view key) const { return any_matches(no_chapters, key); }

bool OutlineRules::is_result(std::string_view key) const { return any_matches(results, key); }

bool OutlineRules::is_report(std::string_view key) const { return any_matches(reports, key); }

bool OutlineRules::is_no_report(std::string_view key) const { return any_matches(no_reports, key); }

bool OutlineRules::is_own_fact(std::string_view key) const { return any_matches(own_facts, key); }

bool OutlineRules::is_shared_fact(std::string_view key) const { return any_matches(shared_facts, key); }

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

// "chapters" and "parts" are needed, all else may be left out.
Result<OutlineRules> outline_rules_from(const Json& object, ProfileOrigin origin) {
  OutlineRules rules;
  if (!object.is_object()) return fail(ErrorCode::kProfileInvalid, "\"outline\" must be an object");
  auto chapters = patterns_of(object, "chapters", origin);
  if (!chapters) return chapters.forward();
  rules.chapters = std::move(*chapters);
  for (const auto& [name, list] : {std::pair{"no_chapters", &rules.no_chapters}, std::pair{"results", &rules.results},
                                   std::pair{"reports", &rules.reports}, std::pair{"no_reports", &rules.no_reports}}) {
    auto read = patterns_if_any(object, name, origin);
    if (!read) return read.forward();
    *list = std::move(*read);
  }
  if (const auto words = object.find("chapter_words"); words != object.end()) {
    auto titles = compound_titles_from(*words, origin);
    if (!titles) return titles.forward();
    rules.chapter_words = std::move(*titles);
  }
  if (const auto facts = object.find("facts"); facts != object.end()) {
    if (!facts->is_object()) return fail(ErrorCode::kProfileInvalid, "\"facts\" must be an object");
    for (const auto& [name, list] : {std::pair{"own", &rules.own_facts}, std::pair{"shared", &rules.shared_facts}}) {
      auto read = patterns_of(*facts, name, origin);
      if (!read) return read.forward();
      *list = std::move(*read);
    }
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
