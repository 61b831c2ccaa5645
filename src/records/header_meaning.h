// What a header means to the fields of a profile.
//
// A report prints the same few headers over and over, and every profile is asked about every table: each header is held against a
// profile's patterns once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "records/profile.h"

namespace jangbu {

struct HeaderMeaning {
  enum Part : std::uint8_t { kHeader = 1, kWeak = 2, kUnder = 4, kNotUnder = 8 };  // which patterns of a field match: ProfileField
  struct OfField {
    std::size_t field;   // of the profile
    std::uint8_t parts;
  };
  std::vector<OfField> fields;  // ascending; only those to which it means something
  bool group = false;           // one of the profile's groups

  bool has(std::size_t field, std::uint8_t parts) const;
  // The first field other than `but` that it names by itself; nothing if it names none.
  std::optional<std::size_t> named(std::uint8_t parts, std::optional<std::size_t> but = std::nullopt) const;
};

// The headers of one profile, in tables of one year.
class HeaderMeanings {
 public:
  // `profile` is borrowed.
  HeaderMeanings(const Profile& profile, std::optional<int> year);
  HeaderMeaning of(const std::string& key);

 private:
  struct FieldPatterns {
    std::vector<std::pair<HeaderMeaning::Part, Pattern>> patterns;
  };
  HeaderMeaning look_up(const std::string& key) const;

  std::vector<FieldPatterns> fields_;
  std::vector<Pattern> groups_;
  std::unordered_map<std::string, HeaderMeaning> known_;
};

// Those of all profiles and years, for one document.
class HeaderMeaningsByProfile {
 public:
  HeaderMeanings& of(const Profile& profile, std::optional<int> year);

 private:
  std::map<std::pair<const Profile*, std::optional<int>>, HeaderMeanings> made_;
};

}  // namespace jangbu
