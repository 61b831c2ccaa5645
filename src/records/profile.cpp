#include "records/profile.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "records/embedded_profiles.h"
#include "text/hash.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

using Json = nlohmann::json;

// Thrown and caught in this file only: a profile is small and read once.
struct Complaint {
  std::string text;
};

const Json& need(const Json& object, const char* key, Json::value_t type) {
  const auto found = object.find(key);
  if (found == object.end()) throw Complaint{std::string("\"") + key + "\" is missing"};
  if (found->type() != type) throw Complaint{std::string("\"") + key + "\" has the wrong type"};
  return *found;
}

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

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::vector<HeaderPattern> patterns(const Json& object, const char* key, ProfileOrigin origin) {
  std::vector<HeaderPattern> out;
  for (std::string& expression : strings(object, key)) {
    HeaderPattern pattern{expression, expression.find("year}") != std::string::npos};
    const std::string complaint =
        pattern_complaint(replaced(replaced(expression, "{year}", "2021"), "{last_year}", "2020"), origin);
    if (!complaint.empty()) throw Complaint{"pattern " + expression + ": " + complaint};
    pattern.any_year = filled(pattern, std::nullopt);
    out.push_back(std::move(pattern));
  }
  return out;
}

Measure measure_named(const std::string& name) {
  if (name == "amount") return Measure::kAmount;
  if (name == "rate") return Measure::kRate;
  if (name == "count") return Measure::kCount;
  throw Complaint{"measure \"" + name + "\": use amount, rate or count"};
}

Identity read_identity(const Json& item) {
  Identity identity;
  identity.result = need(item, "field", Json::value_t::string).get<std::string>();
  if (item.contains("sum_of")) {
    identity.kind = Identity::Kind::kDifference;
    for (std::string& term : strings(item, "sum_of")) {
      const bool minus = term.starts_with("-");
      identity.terms.emplace_back(minus ? -1 : 1, minus ? term.substr(1) : term);
    }
    if (identity.terms.empty()) throw Complaint{"identity of " + identity.result + ": \"sum_of\" is empty"};
  } else if (item.contains("ratio_of")) {
    identity.kind = Identity::Kind::kRatio;
    identity.numerator = need(item, "ratio_of", Json::value_t::string).get<std::string>();
    identity.bases = strings(item, "to");
    if (identity.bases.empty()) throw Complaint{"identity of " + identity.result + ": \"to\" is empty"};
  } else {
    throw Complaint{"identity of " + identity.result + ": give \"sum_of\" or \"ratio_of\""};
  }
  return identity;
}

Pattern pattern_from(const std::string& expression, ProfileOrigin origin) {
  if (const std::string complaint = pattern_complaint(expression, origin); !complaint.empty()) {
    throw Complaint{"pattern " + expression + ": " + complaint};
  }
  return Pattern(expression);
}

template <typename Rules>
Rules read_rules(Result<Rules> rules) {
  if (!rules) throw Complaint{rules.error().message};
  return std::move(*rules);
}

Profile read_profile(const Json& root, ProfileOrigin origin) {
  if (!root.is_object()) throw Complaint{"must be an object"};
  Profile profile;
  profile.type = need(root, "record_type", Json::value_t::string).get<std::string>();
  if (!is_record_type(profile.type)) throw Complaint{"\"record_type\" must be made of a-z, 0-9 and _: files are named after it"};
  profile.korean = root.value("korean", profile.type);
  profile.money = root.value("money", true);
  if (const auto rules = root.find("outline"); rules != root.end()) profile.outline = read_rules(outline_rules_from(*rules, origin));
  if (const auto rules = root.find("duties"); rules != root.end()) profile.duties = read_rules(duty_rules_from(*rules, origin));
  if (profile.outline || profile.duties) return profile;  // no columns
  profile.row_labels = patterns(root, "row_labels", origin);
  for (const Json& item : need(root, "fields", Json::value_t::array)) {
    ProfileField field;
    field.name = need(item, "name", Json::value_t::string).get<std::string>();
    if (!is_record_type(field.name)) throw Complaint{"the field \"" + field.name + "\" must be made of a-z, 0-9 and _"};
    field.korean = item.value("korean", field.name);
    field.measure = measure_named(need(item, "measure", Json::value_t::string).get<std::string>());
    field.additive = item.value("additive", false);
    field.headers = patterns(item, "headers", origin);
    field.under = patterns(item, "under", origin);
    field.not_under = patterns(item, "not_under", origin);
    field.weak_headers = patterns(item, "weak_headers", origin);
    profile.fields.push_back(std::move(field));
  }
  if (const auto groups = root.find("groups"); groups != root.end()) {
    for (const Json& item : *groups) profile.groups.push_back({patterns(item, "headers", origin), patterns(item, "children", origin)});
  }
  if (const auto sets = root.find("any_of"); sets != root.end()) profile.any_of = sets->get<std::vector<std::vector<std::string>>>();
  for (const std::string& expression : strings(root, "titles")) profile.titles.push_back(pattern_from(expression, origin));
  profile.none_of = strings(root, "none_of");
  if (const auto orders = root.find("layouts"); orders != root.end()) {
    profile.layouts = orders->get<std::vector<std::vector<std::string>>>();
  }
  if (const auto identities = root.find("identities"); identities != root.end()) {
    for (const Json& item : *identities) profile.identities.push_back(read_identity(item));
  }
  if (const auto rules = root.find("breakdowns"); rules != root.end()) {
    for (const Json& item : *rules) {
      BreakdownRule rule;
      if (item.contains("header")) rule.header = pattern_from(need(item, "header", Json::value_t::string).get<std::string>(), origin);
      if (item.contains("members")) rule.members = pattern_from(need(item, "members", Json::value_t::string).get<std::string>(), origin);
      if (!rule.header && !rule.members) throw Complaint{"a breakdown needs \"header\" or \"members\""};
      rule.dimension = item.value("dimension", std::string());
      rule.measure = item.value("measure", std::string());
      if (rule.header && rule.measure.empty()) throw Complaint{"a breakdown with \"header\" needs \"measure\""};
      profile.breakdowns.push_back(std::move(rule));
    }
  }
  if (const auto levels = root.find("levels"); levels != root.end()) {
    for (const Json& item : *levels) {
      profile.levels.push_back({pattern_from(need(item, "labels", Json::value_t::string).get<std::string>(), origin),
                                need(item, "level", Json::value_t::string).get<std::string>()});
    }
  }
  profile.item_level = root.value("item_level", profile.item_level);
  profile.subtotal_level = root.value("subtotal_level", profile.subtotal_level);

  const auto known = [&](const std::string& name) {
    if (!profile.field(name) && name != "@title") throw Complaint{"\"" + name + "\" is used but is no field"};
  };
  for (const auto& set : profile.any_of) std::for_each(set.begin(), set.end(), known);
  std::for_each(profile.none_of.begin(), profile.none_of.end(), known);
  for (const auto& set : profile.layouts) std::for_each(set.begin(), set.end(), known);
  for (const Identity& identity : profile.identities) {
    known(identity.result);
    for (const auto& [sign, term] : identity.terms) known(term);
    if (!identity.numerator.empty()) known(identity.numerator);
    std::for_each(identity.bases.begin(), identity.bases.end(), known);
  }
  for (const BreakdownRule& rule : profile.breakdowns) {
    if (!rule.measure.empty()) known(rule.measure);
  }
  return profile;
}

}  // namespace

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

std::vector<ProfileFile> built_in_profiles() {
  std::vector<ProfileFile> files;
  for (const EmbeddedFile& file : embedded_profiles()) files.push_back({std::string(file.name), std::string(file.content), ProfileOrigin::kBuiltIn});
  std::sort(files.begin(), files.end(), [](const ProfileFile& x, const ProfileFile& y) { return x.name < y.name; });
  return files;
}

Result<std::vector<ProfileFile>> profiles_in(const std::string& folder) {
  std::vector<ProfileFile> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".json" || entry.path().filename() == "profile.schema.json") continue;
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

Result<std::vector<Profile>> parse_profiles(const std::vector<ProfileFile>& files) {
  std::vector<Profile> profiles;
  for (const ProfileFile& file : files) {
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

std::string profiles_digest(const std::vector<ProfileFile>& files) {
  std::string digests;
  for (const ProfileFile& file : files) digests += file.name + "\n" + sha256_hex(file.content) + "\n";
  return sha256_hex(digests);
}

Pattern filled(const HeaderPattern& pattern, std::optional<int> year) {
  if (pattern.any_year && (!pattern.uses_year || !year)) return *pattern.any_year;
  const std::string this_year = year ? std::to_string(*year) : R"(20\d\d)";
  const std::string last_year = year ? std::to_string(*year - 1) : R"(20\d\d)";
  return Pattern(replaced(replaced(pattern.expression, "{year}", this_year), "{last_year}", last_year));
}

const Profile* profile_for(const std::vector<Profile>& profiles, std::string_view type) {
  for (const Profile& profile : profiles) {
    if (profile.type == type) return &profile;
  }
  return nullptr;
}

HeaderLexicon make_lexicon(const std::vector<Profile>& profiles) {
  HeaderLexicon lexicon;
  const auto add = [&](HeaderRole role, const std::vector<HeaderPattern>& from, const std::vector<Pattern>& children = {}) {
    for (const HeaderPattern& pattern : from) lexicon.add({role, filled(pattern, std::nullopt), children});
  };
  for (const Profile& profile : profiles) {
    add(HeaderRole::kRowLabel, profile.row_labels);
    for (const ProfileField& field : profile.fields) {
      add(HeaderRole::kMeasure, field.headers);
      add(HeaderRole::kMeasure, field.weak_headers);
    }
    for (const ProfileGroup& group : profile.groups) {
      std::vector<Pattern> children;
      for (const HeaderPattern& pattern : group.children) children.push_back(filled(pattern, std::nullopt));
      add(HeaderRole::kGroup, group.headers, children);
    }
    for (const BreakdownRule& rule : profile.breakdowns) {
      if (rule.header) lexicon.add({HeaderRole::kGroup, *rule.header, {}});
    }
  }
  return lexicon;
}

}  // namespace jangbu
