#include "records/header_meaning.h"

#include <algorithm>

namespace jangbu {
namespace {

constexpr std::size_t kMostKnown = 1'000;  // headers: what a report has beyond them is looked up each time

}  // namespace

bool HeaderMeaning::has(std::size_t field, std::uint8_t parts) const {
  return std::any_of(fields.begin(), fields.end(), [&](const OfField& of) { return of.field == field && (of.parts & parts) != 0; });
}

std::optional<std::size_t> HeaderMeaning::named(std::uint8_t parts, std::optional<std::size_t> but) const {
  for (const OfField& of : fields) {
    if (of.field != but && (of.parts & parts) != 0) return of.field;
  }
  return std::nullopt;
}

HeaderMeanings::HeaderMeanings(const Profile& profile, std::optional<int> year) {
  fields_.reserve(profile.fields.size());
  for (const ProfileField& field : profile.fields) {
    FieldPatterns& own = fields_.emplace_back();
    const auto add = [&](HeaderMeaning::Part part, const std::vector<HeaderPattern>& patterns) {
      for (const HeaderPattern& pattern : patterns) own.patterns.emplace_back(part, filled(pattern, year));
    };
    add(HeaderMeaning::kHeader, field.headers);
    add(HeaderMeaning::kWeak, field.weak_headers);
    add(HeaderMeaning::kUnder, field.under);
    add(HeaderMeaning::kNotUnder, field.not_under);
  }
  for (const ProfileGroup& group : profile.groups) {
    for (const HeaderPattern& pattern : group.headers) groups_.push_back(filled(pattern, year));
  }
}

HeaderMeaning HeaderMeanings::of(const std::string& key) {
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  HeaderMeaning meaning = look_up(key);
  if (known_.size() < kMostKnown) known_.emplace(key, meaning);
  return meaning;
}

HeaderMeaning HeaderMeanings::look_up(const std::string& key) const {
  HeaderMeaning meaning;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    std::uint8_t parts = 0;
    for (const auto& [part, pattern] : fields_[f].patterns) {
      if ((parts & part) == 0 && pattern.matches(key)) parts |= part;
    }
    if (parts != 0) meaning.fields.push_back({f, parts});
  }
  meaning.group = std::any_of(groups_.begin(), groups_.end(), [&](const Pattern& pattern) { return pattern.matches(key); });
  return meaning;
}

HeaderMeanings& HeaderMeaningsByProfile::of(const Profile& profile, std::optional<int> year) {
  return made_.try_emplace({&profile, year}, profile, year).first->second;
}

}  // namespace jangbu
