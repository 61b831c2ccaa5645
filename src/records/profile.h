// Profiles: which words of headings make which field of which record type, read from schemas/profiles/*.json.
//
// A new kind of table is a new file there and no code. schemas/README.md teaches how to write one; the file's own shape is
// schemas/profiles/profile.schema.json.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/record.h"
#include "jangbu/result.h"
#include "meaning/lexicon.h"
#include "records/outline_rules.h"
#include "records/profile_origin.h"
#include "text/pattern.h"

namespace jangbu {

// What the headings over a figure must say for it to be of a field: `needs` are atoms of the lexicon that must all be there, `may` those
// that may be there besides. Any other atom speaks against it.
struct Wording {
  std::set<std::string> needs, may;
};

struct ProfileField {
  // Whose figure the field holds, seen from the table's fiscal year. kNone: the heading names no year; kAny:
  // whatever it names, since the field is of no year.
  enum class Period { kThis, kLast, kNext, kNone, kAny };

  std::string name;    // "payment_rate"
  std::string korean;  // "지출 집행률": for messages and rebuilt headers
  Measure measure = Measure::kAmount;
  std::vector<std::string> counts{"명"};  // of a count: the units that its figures may name; the first is said in messages
  bool additive = false;                  // parts add up to their total
  bool never_negative = false;            // a sign in front of it is a way of writing (결원 △3)
  std::vector<Wording> says;              // alternatives
  std::vector<Wording> within;   // alternatives for a year whose end another column names: 조성액 below 2024년, beside 2024년말
  std::vector<Wording> undated;  // alternatives for a heading without a year, where another column says one of `beside`
  std::set<std::string> beside;
  std::vector<Wording> proved;  // alternatives that leave open what is meant: the field's where a difference of the profile holds
  std::string of;               // of a rate or a rest: without a year of its own it is of the year of this field's figure
  Period period = Period::kThis;
  std::vector<std::string> against;   // of a change: what it is measured against must say one of these (original, final); empty: anything
  std::vector<std::string> less;      // of a rest: what may be taken off it as well, each of these or none
  std::vector<std::string> prior_of;  // a figure of last year whose words say one of these fields
  std::vector<std::string> prior_total_of;  // the same, where what it amends stands beside it and the figures are new totals
  std::vector<std::string> year_before;     // of last year's figure: what that year's own report may call it, the likeliest first
  std::string alone;                        // the name where its sibling (the other field with this `alone`) is not printed
  std::string role;                         // of an amount that tables print under several names: "base" or "spent"; empty: it has one name
  std::vector<std::string> bases;           // of a rate, where two are printed: the letter of its heading must name one of these
};

// Figures of other years than the record's own: how the wording becomes `yearly` phases.
struct YearlyRule {
  Wording says;
  std::string phase;  // "budget", "execution", "plan", "settlement"
};

// printed = Σ sign·term (difference), printed = numerator / base (ratio), printed = numerator / base − 1 … all as terms.
struct Identity {
  enum class Kind { kDifference, kRatio };
  Kind kind = Kind::kDifference;
  std::string result;                              // the field that the identity explains
  std::vector<std::pair<int, std::string>> terms;  // difference: sign and field
  std::string numerator;                           // ratio; empty: `terms` are
  std::vector<std::string> bases;                  // ratio: the first that the table has
  bool over_years = false;                         // difference: the result is the sum of the row's yearly figures
  std::string before, after;                       // … and of these fields, which stand for the years before and after those listed
};

// A usual order of columns, for headings that are damaged: fields, and the letters that each heading shows ({year}, {last_year}: 19, 18).
struct Layout {
  std::vector<std::string> fields, headings;
};

struct LevelRule {
  Pattern label;  // over the repaired label without blanks
  std::string level;
};

struct Profile {
  std::string type;  // record type
  std::string korean;
  bool money = true;
  std::string phase = "budget";  // of figures of other years whose words name none
  bool closed_year = false;      // its figures are of a year that is over: 결산
  std::vector<ProfileField> fields;
  std::set<std::string> may_say;            // atoms that any heading of such a table may hold besides
  std::set<std::string> subject;            // one of these atoms must stand in a heading or in the title over the table; empty: none
  std::set<std::string> owners;             // atoms of `refuses` that only say whose the projects are, where the rows are projects
  std::set<std::string> refuses_in_titles;  // a title that says one of these does, though it names the subject, too
  std::set<std::string> refuses_beside;     // a column of figures that says one of these does
  std::set<std::string> certain;            // atoms of columns that say the kind whatever the rows are called, where known_rows asks
  bool known_rows = false;  // the heading over the labels is one that the lists know: rows of what they do not know are none of its
  std::set<std::string> refuses_rows;            // the heading over the labels says one of these: its rows are something else
  std::set<std::string> refuses;                 // a title, label or heading that says one of these makes it another kind of table
  std::vector<std::vector<std::string>> any_of;  // one of these sets must be there: fields, "@atom" of a title or the label heading,
                                                 // "@yearly", "@sources" (rows are sources of money), "@projects" (rows are projects)
  std::vector<YearlyRule> yearly;                // empty: figures of other years keep the field and the phase of their words
  std::vector<Layout> layouts;
  std::vector<Identity> identities;
  // Differences that only tell what a heading leaves open (ProfileField::proved). No row has to keep them: 예산현액 also holds what came
  // from reserves.
  std::vector<Identity> proofs;
  std::set<std::string> members;      // dimensions that its figures are parted by
  std::set<std::string> row_members;  // those whose members as rows below their total are parts of one record
  int rank = 0;                       // which profile goes first where two know equally many columns: the higher
  std::vector<LevelRule> levels;
  std::string item_level = "program", subtotal_level = "category";
  std::optional<OutlineRules> outline;  // records from outlines instead of tables
  std::optional<DutyRules> duties;      // records from lists of duties, in tables or not

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

// What they say of a field of such records, and its name in Korean; nullptr and `field` itself where none has it any more.
const ProfileField* field_of(const std::vector<Profile>& profiles, std::string_view type, std::string_view field);
std::string korean_of(const std::vector<Profile>& profiles, std::string_view type, const std::string& field);

// What the amount is of a programme: 예산현액 here and 예산액 there are its base. The field's role, or the field itself where it has none.
std::string amount_meant(const std::vector<Profile>& profiles, std::string_view type, const std::string& field);

// The words of headings: lexicon.json of the files, or the built-in one where they have none, with the words that the files' own profiles
// bring. No files: the built-in ones. Errors: profile_invalid.
Result<Lexicon> parse_lexicon(const std::vector<ProfileFile>& files);

}  // namespace jangbu
