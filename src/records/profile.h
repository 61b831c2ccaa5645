// Profiles: what a kind of table looks like and what its columns mean, read from schemas/profiles/*.json.
//
// A new kind of table is a new file there and no code. schemas/README.md teaches how to write one; the file's own shape is
// schemas/profiles/profile.schema.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/record.h"
#include "jangbu/result.h"
#include "records/outline_rules.h"
#include "records/profile_origin.h"
#include "text/header_lexicon.h"
#include "text/pattern.h"

namespace jangbu {

// Header patterns match header_key() of a header, whole. `{year}` stands for the report's fiscal year, `{last_year}` for
// the one before, written as 2021; a table's year is only known once the report is, so they are filled in per table.
struct HeaderPattern {
  std::string expression;
  bool uses_year = false;
  std::optional<Pattern> any_year = std::nullopt;  // as filled() gives it without a year: once, not for every table
};

struct ProfileField {
  std::string name;    // "payment_rate"
  std::string korean;  // "지출 집행률": for messages and rebuilt headers
  Measure measure = Measure::kAmount;
  bool additive = false;  // parts add up to their total
  std::vector<HeaderPattern> headers, under, not_under;
  // Headers that mean this field only in a table that is of this kind for other reasons: a year alone heads many things.
  std::vector<HeaderPattern> weak_headers;
};

struct ProfileGroup {
  std::vector<HeaderPattern> headers, children;
};

// printed = Σ sign·term (difference), printed = numerator / base (ratio), printed = numerator / base − 1 … all as terms.
struct Identity {
  enum class Kind { kDifference, kRatio };
  Kind kind = Kind::kDifference;
  std::string result;                                       // the field that the identity explains
  std::vector<std::pair<int, std::string>> terms;           // difference: sign and field
  std::string numerator;                                    // ratio
  std::vector<std::string> bases;                           // ratio: the first that the table has
};

// Told by the header above the members (직종별 현원) or by the members themselves (4급, 5급).
struct BreakdownRule {
  std::optional<Pattern> header;   // over the header above the members; group 1, if any, is the dimension
  std::optional<Pattern> members;  // over the header of a member
  std::string dimension;           // for `members`, and where `header` has no group
  std::string measure;             // field that the members add up to; empty: whichever stands above, below or beside them
};

struct LevelRule {
  Pattern label;  // over the repaired label without blanks
  std::string level;
};

struct Profile {
  std::string type;  // record type
  std::string korean;
  bool money = true;
  std::vector<HeaderPattern> row_labels;
  std::vector<ProfileField> fields;
  std::vector<ProfileGroup> groups;
  std::vector<Pattern> titles;                     // over label_key() of the caption or the innermost heading
  std::vector<std::vector<std::string>> any_of;    // one of these sets of fields must be there; "@title": a title matches
  std::vector<std::string> none_of;                // a table with one of these fields is of another kind
  std::vector<std::vector<std::string>> layouts;   // usual orders of columns, for headers beyond reading
  std::vector<Identity> identities;
  std::vector<BreakdownRule> breakdowns;
  std::vector<LevelRule> levels;
  std::string item_level = "program", subtotal_level = "category";
  std::optional<OutlineRules> outline;             // records from outlines instead of tables
  std::optional<DutyRules> duties;                 // records from lists of duties, in tables or not

  const ProfileField* field(std::string_view name) const;
};

// A name that may be one of a record type or a field, and with that of a file, a table and a column: a-z, then a-z, 0-9 and _.
bool is_record_type(std::string_view name);

// `name` is for error messages. Errors: profile_invalid, naming the place and what is wrong.
Result<Profile> parse_profile(std::string_view json, std::string_view name, ProfileOrigin origin = ProfileOrigin::kFolder);

// A profile as it is written.
struct ProfileFile {
  std::string name, content;
  ProfileOrigin origin = ProfileOrigin::kFolder;
};

// Both sorted by name. Errors: profile_invalid, where the folder or a file of it cannot be read.
std::vector<ProfileFile> built_in_profiles();
Result<std::vector<ProfileFile>> profiles_in(const std::string& folder);

// Errors: profile_invalid, also where there is not one.
Result<std::vector<Profile>> parse_profiles(const std::vector<ProfileFile>& files);

// The profiles built into the program, or, where `folder` is not empty, those of that folder.
Result<std::vector<Profile>> load_profiles(const std::string& folder);

// Tells whether profiles are still those that a document was read with: over their names and bytes.
std::string profiles_digest(const std::vector<ProfileFile>& files);

// The profile that makes records of this type; nullptr if none does.
const Profile* profile_for(const std::vector<Profile>& profiles, std::string_view type);

HeaderLexicon make_lexicon(const std::vector<Profile>& profiles);

// `{year}` and `{last_year}` filled in; for a table whose year is unknown, any year.
Pattern filled(const HeaderPattern& pattern, std::optional<int> year);

}  // namespace jangbu
