// Profile files (JSON) → Profile, and the lexicon with the words that profiles bring.
// Whatever is wrong becomes one message with the file's name and the place (Complaint is thrown and caught here only).
// Every name that a rule uses must be a field of the profile, and every pattern is checked before it is compiled: users write these files.
// Hard case: a user's folder without lexicon.json uses the built-in lexicon, with the words of the user's profiles added.
//
//   {"record_type": "budget", "fields": [{"name": "budget_amount", "measure": "amount", "says": ["budget amount?"], "additive": true}, …],
//    "identities": [{"field": "change_amount", "sum_of": ["budget_amount", "-prior_year_budget"]}]}
#include "records/profile.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "records/embedded_profiles.h"
#include "text/hash.h"
#include "text/json_text.h"
#include "text/label.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostLess = 6;  // each of them doubles the ways to work a rest out
constexpr std::string_view kLexiconFile = "lexicon.json";

// Thrown and caught in this file only: a profile is small and read once.
struct Complaint {
  std::string text;
};

// The member, if it is there and of that type.
const Json& need(const Json& object, const char* key, Json::value_t type) {
  const auto found = object.find(key);
  if (found == object.end()) throw Complaint{std::string("\"") + key + "\" is missing"};
  if (found->type() != type) throw Complaint{std::string("\"") + key + "\" has the wrong type"};
  return *found;
}

// A list of strings; a missing one is empty, a wrong one a complaint.
std::vector<std::string> strings(const Json& object, const char* key) {
  std::vector<std::string> out;
  const auto found = object.find(key);
  if (found == object.end()) return out;
  if (!found->is_array()) throw Complaint{std::string("\"") + key + "\" must be a list of strings"};
  for (const Json& item : *found) {
    if (!item.is_string()) throw Complaint{std::string("\"") + key + "\" must be a list of strings"};
    out.push_back(item.get<std::string>());
  }
  return out;
}

// The same as a set: lists of atoms have no order.
std::set<std::string> atoms(const Json& object, const char* key) {
  const std::vector<std::string> list = strings(object, key);
  return {list.begin(), list.end()};
}

// "budget amount?": budget must be said, amount may be.
Wording wording_from(const std::string& text) {
  Wording wording;
  for (std::string_view atom : words_of(text)) {
    if (atom.ends_with('?')) {
      wording.may.emplace(atom.substr(0, atom.size() - 1));
    } else {
      wording.needs.emplace(atom);
    }
  }
  return wording;
}

// The names of schemas/profiles/profile.schema.json; a misspelt one must not fall back to a default.
ProfileField::Period period_named(const std::string& name) {
  if (name == "this") return ProfileField::Period::kThis;
  if (name == "last") return ProfileField::Period::kLast;
  if (name == "next") return ProfileField::Period::kNext;
  if (name == "none") return ProfileField::Period::kNone;
  if (name == "any") return ProfileField::Period::kAny;
  throw Complaint{"period \"" + name + "\": use this, last, next, none or any"};
}

Measure measure_named(const std::string& name) {
  if (name == "amount") return Measure::kAmount;
  if (name == "rate") return Measure::kRate;
  if (name == "count") return Measure::kCount;
  if (name == "number") return Measure::kNumber;
  if (name == "text") return Measure::kText;
  if (name == "date") return Measure::kDate;
  throw Complaint{"measure \"" + name + "\": use amount, rate, count, number, text or date"};
}

// {"field": "change_amount", "sum_of": ["budget_amount", "-prior_year_budget"]}; {"field": "execution_rate", "ratio_of": "execution", "to":
// [bases]};
// {"field": "total_project_cost", "sum_of_years": true}. A minus before a name subtracts it.
Identity read_identity(const Json& item) {
  Identity identity;
  identity.result = need(item, "field", Json::value_t::string).get<std::string>();
  if (item.value("sum_of_years", false)) {
    identity.over_years = true;
    identity.before = item.value("before", "");
    identity.after = item.value("after", "");
  } else if (item.contains("sum_of")) {
    identity.kind = Identity::Kind::kDifference;
    for (std::string& term : strings(item, "sum_of")) {
      const bool minus = term.starts_with("-");
      identity.terms.emplace_back(minus ? -1 : 1, minus ? term.substr(1) : term);
    }
    if (identity.terms.empty()) throw Complaint{"identity of " + identity.result + ": \"sum_of\" is empty"};
  } else if (item.contains("ratio_of")) {
    identity.kind = Identity::Kind::kRatio;
    if (item.at("ratio_of").is_array()) {
      for (std::string& term : strings(item, "ratio_of")) {
        const bool minus = term.starts_with("-");
        identity.terms.emplace_back(minus ? -1 : 1, minus ? term.substr(1) : term);
      }
    } else {
      identity.numerator = need(item, "ratio_of", Json::value_t::string).get<std::string>();
    }
    identity.bases = strings(item, "to");
    if (identity.bases.empty()) throw Complaint{"identity of " + identity.result + ": \"to\" is empty"};
  } else {
    throw Complaint{"identity of " + identity.result + ": give \"sum_of\", \"ratio_of\" or \"sum_of_years\""};
  }
  return identity;
}

// A pattern that does not compile is the file's fault and is told as such; those that are built in are checked by a test instead.
Pattern pattern_from(const std::string& expression, ProfileOrigin origin) {
  if (const std::string complaint = pattern_complaint(expression, origin); !complaint.empty()) {
    throw Complaint{"pattern " + expression + ": " + complaint};
  }
  return Pattern(expression);
}

// Turns the Result of a nested part into a Complaint, so that one catch names the file.
template <typename Rules>
Rules read_rules(Result<Rules> rules) {
  if (!rules) throw Complaint{rules.error().message};
  return std::move(*rules);
}

// References are checked at the very end, when all fields are known.
Profile read_profile(const Json& root, ProfileOrigin origin) {
  if (!root.is_object()) throw Complaint{"must be an object"};
  Profile profile;
  profile.type = need(root, "record_type", Json::value_t::string).get<std::string>();
  if (!is_record_type(profile.type)) throw Complaint{"\"record_type\" must be made of a-z, 0-9 and _: files are named after it"};
  profile.korean = root.value("korean", profile.type);
  profile.money = root.value("money", true);
  profile.phase = root.value("phase", profile.phase);
  profile.closed_year = root.value("closed_year", false);
  if (const auto rank = root.find("rank"); rank != root.end()) profile.rank = whole_from<int>(*rank);
  if (const auto rules = root.find("outline"); rules != root.end()) profile.outline = read_rules(outline_rules_from(*rules, origin));
  if (const auto rules = root.find("duties"); rules != root.end()) profile.duties = read_rules(duty_rules_from(*rules, origin));
  if (profile.outline || profile.duties) return profile;  // no columns
  for (const Json& item : need(root, "fields", Json::value_t::array)) {
    ProfileField field;
    field.name = need(item, "name", Json::value_t::string).get<std::string>();
    if (!is_record_type(field.name)) throw Complaint{"the field \"" + field.name + "\" must be made of a-z, 0-9 and _"};
    field.korean = item.value("korean", field.name);
    field.measure = measure_named(need(item, "measure", Json::value_t::string).get<std::string>());
    if (item.contains("counts")) field.counts = strings(item, "counts");
    if (field.measure == Measure::kCount && field.counts.empty()) throw Complaint{"\"counts\" of " + field.name + " is empty"};
    field.additive = item.value("additive", false);
    field.never_negative = item.value("unsigned", false);
    if (field.additive && !is_figure(field.measure)) throw Complaint{field.name + ": words do not add up"};
    for (const std::string& text : strings(item, "says")) field.says.push_back(wording_from(text));
    for (const std::string& text : strings(item, "within")) field.within.push_back(wording_from(text));
    for (const std::string& text : strings(item, "undated")) field.undated.push_back(wording_from(text));
    field.beside = atoms(item, "beside");
    for (const std::string& text : strings(item, "proved")) field.proved.push_back(wording_from(text));
    field.of = item.value("of", "");
    field.less = strings(item, "less");
    if (field.less.size() > kMostLess) throw Complaint{"field " + field.name + ": \"less\" has too many names"};
    if (field.undated.empty() != field.beside.empty()) throw Complaint{field.name + ": \"undated\" and \"beside\" need each other"};
    field.period = period_named(item.value("period", "this"));
    field.against = strings(item, "against");
    field.prior_of = strings(item, "prior_of");
    field.prior_total_of = strings(item, "prior_total_of");
    field.year_before = item.contains("year_before") ? strings(item, "year_before") : field.prior_of;
    field.alone = item.value("alone", "");
    field.role = item.value("role", "");
    if (!field.role.empty() && ((field.role != "base" && field.role != "spent") || field.measure != Measure::kAmount))
      throw Complaint{field.name + ": \"role\" is \"base\" or \"spent\", of an amount"};
    field.bases = strings(item, "bases");
    profile.fields.push_back(std::move(field));
  }
  profile.may_say = atoms(root, "may_say");
  profile.subject = atoms(root, "subject");
  profile.refuses = atoms(root, "refuses");
  profile.owners = atoms(root, "owners");
  profile.refuses_in_titles = atoms(root, "refuses_in_titles");
  profile.refuses_beside = atoms(root, "refuses_beside");
  profile.certain = atoms(root, "certain");
  profile.known_rows = root.value("known_rows", false);
  profile.refuses_rows = atoms(root, "refuses_rows");
  profile.members = atoms(root, "members");
  profile.row_members = atoms(root, "row_members");
  if (const auto sets = root.find("any_of"); sets != root.end()) profile.any_of = sets->get<std::vector<std::vector<std::string>>>();
  if (const auto rules = root.find("yearly"); rules != root.end()) {
    for (const Json& item : *rules) {
      profile.yearly.push_back({wording_from(item.value("says", "")), need(item, "phase", Json::value_t::string).get<std::string>()});
    }
  }
  if (const auto orders = root.find("layouts"); orders != root.end()) {
    for (const Json& item : *orders) {
      Layout layout;
      // [field, letters of its heading]
      for (const Json& pair : item) {
        layout.fields.push_back(pair.at(0).get<std::string>());
        layout.headings.push_back(pair.at(1).get<std::string>());
      }
      profile.layouts.push_back(std::move(layout));
    }
  }
  if (const auto identities = root.find("identities"); identities != root.end()) {
    for (const Json& item : *identities) profile.identities.push_back(read_identity(item));
  }
  if (const auto proofs = root.find("proofs"); proofs != root.end()) {
    for (const Json& item : *proofs) profile.proofs.push_back(read_identity(item));
  }
  if (const auto levels = root.find("levels"); levels != root.end()) {
    for (const Json& item : *levels) {
      profile.levels.push_back({pattern_from(need(item, "labels", Json::value_t::string).get<std::string>(), origin),
                                need(item, "level", Json::value_t::string).get<std::string>()});
    }
  }
  profile.item_level = root.value("item_level", profile.item_level);
  profile.subtotal_level = root.value("subtotal_level", profile.subtotal_level);

  // A misspelt field in an identity would never be checked and nobody would notice.
  const auto known = [&](const std::string& name) {
    if (!profile.field(name) && !name.starts_with("@")) throw Complaint{"\"" + name + "\" is used but is no field"};
  };
  for (const auto& set : profile.any_of) std::for_each(set.begin(), set.end(), known);
  for (const Layout& layout : profile.layouts) std::for_each(layout.fields.begin(), layout.fields.end(), known);
  for (const ProfileField& field : profile.fields) {
    std::for_each(field.prior_of.begin(), field.prior_of.end(), known);
    std::for_each(field.prior_total_of.begin(), field.prior_total_of.end(), known);
    std::for_each(field.year_before.begin(), field.year_before.end(), known);
    std::for_each(field.bases.begin(), field.bases.end(), known);
    if (!field.alone.empty()) known(field.alone);
    if (!field.of.empty()) known(field.of);
    std::for_each(field.less.begin(), field.less.end(), known);
  }
  for (const Identity& identity : profile.identities) {
    known(identity.result);
    for (const auto& [sign, term] : identity.terms) known(term);
    if (!identity.numerator.empty()) known(identity.numerator);
    for (const std::string* end : {&identity.before, &identity.after}) {
      if (!end->empty()) known(*end);
    }
    std::for_each(identity.bases.begin(), identity.bases.end(), known);
  }
  return profile;
}

}  // namespace

// The same letters in file names, SQL tables and CSV columns, on every system: no blanks, no case, nothing to quote.
bool is_record_type(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  return !name.empty() && name.size() <= kLongest && name.front() >= 'a' && name.front() <= 'z' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

const ProfileField* Profile::field(std::string_view name) const {
  for (const ProfileField& candidate : fields) {
    if (candidate.name == name) return &candidate;
  }
  return nullptr;
}

Result<Profile> parse_profile(std::string_view json, std::string_view name, ProfileOrigin origin) {
  const auto invalid = [&](const std::string& why) {
    return fail(ErrorCode::kProfileInvalid, "profile " + std::string(name) + ": " + why, "see schemas/README.md");
  };
  try {
    return read_profile(json_from<Json>(json), origin);
  } catch (const Complaint& complaint) {
    return invalid(complaint.text);
  } catch (const Json::exception& error) {
    return invalid(error.what());
  }
}

// Sorted: the order of profiles decides ties and must not depend on how they were embedded.
std::vector<ProfileFile> built_in_profiles() {
  std::vector<ProfileFile> files;
  for (const EmbeddedFile& file : embedded_profiles())
    files.push_back({std::string(file.name), std::string(file.content), ProfileOrigin::kBuiltIn});
  std::sort(files.begin(), files.end(), [](const ProfileFile& x, const ProfileFile& y) { return x.name < y.name; });
  return files;
}

// All *.json of the folder but the schema itself. One file that cannot be read fails all: reading a report without one profile would drop
// records.
Result<std::vector<ProfileFile>> profiles_in(const std::string& folder) {
  std::vector<ProfileFile> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".json" || entry.path().filename().string().ends_with(".schema.json")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    if (!in) return fail(ErrorCode::kProfileInvalid, "profile " + entry.path().string() + " cannot be read");
    files.push_back({entry.path().filename().string(), content.str()});
  }
  if (error) return fail(ErrorCode::kProfileInvalid, "profile folder " + folder + " cannot be read: " + error.message());
  if (files.empty()) return fail(ErrorCode::kProfileInvalid, "no profiles found in " + folder);
  std::sort(files.begin(), files.end(), [](const ProfileFile& x, const ProfileFile& y) { return x.name < y.name; });
  return files;
}

// The lexicon is no profile and is read apart.
Result<std::vector<Profile>> parse_profiles(const std::vector<ProfileFile>& files) {
  std::vector<Profile> profiles;
  for (const ProfileFile& file : files) {
    if (file.name == kLexiconFile) continue;
    auto profile = parse_profile(file.content, file.name, file.origin);
    if (!profile) return profile.forward();
    profiles.push_back(std::move(*profile));
  }
  if (profiles.empty()) return fail(ErrorCode::kProfileInvalid, "no profiles found");
  return profiles;
}

Result<std::vector<Profile>> load_profiles(const std::string& folder) {
  if (folder.empty()) return parse_profiles(built_in_profiles());
  const auto files = profiles_in(folder);
  if (!files) return files.forward();
  return parse_profiles(*files);
}

// Changes whenever any profile changes, so that documents are read again.
std::string profiles_digest(const std::vector<ProfileFile>& files) {
  std::string digests;
  for (const ProfileFile& file : files) digests += file.name + "\n" + sha256_hex(file.content) + "\n";
  return sha256_hex(digests);
}

const Profile* profile_for(const std::vector<Profile>& profiles, std::string_view type) {
  for (const Profile& profile : profiles) {
    if (profile.type == type) return &profile;
  }
  return nullptr;
}

const ProfileField* field_of(const std::vector<Profile>& profiles, std::string_view type, std::string_view field) {
  const Profile* profile = profile_for(profiles, type);
  return profile ? profile->field(field) : nullptr;
}

std::string amount_meant(const std::vector<Profile>& profiles, std::string_view type, const std::string& field) {
  const ProfileField* known = field_of(profiles, type, field);
  return known && !known->role.empty() ? known->role : field;
}

std::string korean_of(const std::vector<Profile>& profiles, std::string_view type, const std::string& field) {
  const ProfileField* known = field_of(profiles, type, field);
  return known ? known->korean : field;
}

// A word list may be a list (row_labels) or an object of lists by atom (words); both grow by what profiles add.
Result<Lexicon> parse_lexicon(const std::vector<ProfileFile>& files) {
  if (files.empty()) return parse_lexicon(built_in_profiles());
  const auto named = std::find_if(files.begin(), files.end(), [](const ProfileFile& file) { return file.name == kLexiconFile; });
  std::string base = named == files.end() ? std::string() : named->content;
  if (named == files.end()) {
    for (const EmbeddedFile& file : embedded_profiles()) {
      if (file.name == kLexiconFile) base = std::string(file.content);
    }
  }
  // A profile may bring the words of its own headings.
  try {
    // Where no profile brings words the lexicon is parsed as it is, which is the usual case.
    bool added = false;
    Json lexicon = json_from<Json>(base);
    for (const ProfileFile& file : files) {
      if (file.name == kLexiconFile || file.content.find("\"words\"") == std::string::npos) continue;
      const Json profile = json_from<Json>(file.content);
      for (const char* list : {"words", "row_labels"}) {
        const auto own = profile.find(list);
        if (own == profile.end()) continue;
        added = true;
        if (own->is_array()) {
          for (const Json& word : *own) lexicon[list].push_back(word);
          continue;
        }
        for (const auto& [atoms_named, words] : own->items()) {
          for (const Json& word : words) lexicon[list][atoms_named].push_back(word);
        }
      }
    }
    return Lexicon::parse(added ? json_text(lexicon) : base, kLexiconFile);
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kProfileInvalid, std::string("words of profiles: ") + error.what(), "see schemas/README.md");
  }
}

}  // namespace jangbu
