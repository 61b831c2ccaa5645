// jangbu fields [TYPE...]
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/print.h"
#include "jangbu/fields.h"
#include "text/json_text.h"
#include "text/told.h"
#include "text/unicode.h"

namespace jangbu::cli {
namespace {

// In both languages, with the units that a count has.
std::string what_it_measures(const FieldEntry& field) {
  const auto both = [](const Told& told) { return told.en + " " + told.ko; };
  if (field.measure == "amount") return both(told("fields.amount"));
  if (field.measure == "rate") return both(told("fields.rate"));
  if (field.measure == "number") return both(told("fields.number"));
  if (field.measure == "text") return both(told("fields.text"));
  if (field.measure == "date") return both(told("fields.date"));
  std::string units;
  for (const std::string& unit : field.counts) units += (units.empty() ? "" : ", ") + unit;
  return both(told("fields.count")) + " (" + units + ")";
}

// A heading for each type, a line for each field.
std::string text_of(const std::vector<FieldEntry>& fields) {
  std::string out, type;
  for (const FieldEntry& field : fields) {
    if (field.record_type != type) out += (type.empty() ? "" : "\n") + field.record_type + "  " + field.type_korean + "\n";
    type = field.record_type;
    out += "  " + padded(field.name, 30, 1) + padded(field.korean, 24, 1) + what_it_measures(field) + "\n";
  }
  return out;
}

std::string json_of(const std::vector<FieldEntry>& fields) {
  auto out = nlohmann::ordered_json::array();
  for (const FieldEntry& field : fields) {
    nlohmann::ordered_json entry{{"record_type", field.record_type}, {"type_korean", field.type_korean}, {"name", field.name},
                                 {"korean", field.korean},           {"measure", field.measure},         {"additive", field.additive}};
    if (!field.counts.empty()) entry["counts"] = field.counts;
    out.push_back(std::move(entry));
  }
  return json_text(out, 2) + "\n";
}

}  // namespace

std::function<int()> add_fields(CLI::App& app, const Say& say) {
  struct Arguments {
    std::vector<std::string> types;
    std::string profiles;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("fields", say("help.fields"));
  command->add_option("TYPE", arguments->types, say("help.fields.type"));
  command->add_option("--profiles", arguments->profiles, say("help.profiles"));
  command->add_flag("--json", arguments->json, say("help.json"));
  command->footer(say("help.fields.footer"));
  add_language(*command, say);
  return [arguments, say] {
    auto fields = field_dictionary(arguments->profiles);
    if (!fields) {
      complain(say, fields.error());
      return kNothingIn;
    }
    // A misspelt type is wrong usage, rather than an empty answer.
    for (const std::string& type : arguments->types) {
      if (std::any_of(fields->begin(), fields->end(), [&](const FieldEntry& field) { return field.record_type == type; })) continue;
      tell("jangbu: " + say("fields.unknown_type", {{"type", type}}) + "\n");
      return kUsage;
    }
    if (!arguments->types.empty()) {
      std::erase_if(*fields, [&](const FieldEntry& field) {
        return std::find(arguments->types.begin(), arguments->types.end(), field.record_type) == arguments->types.end();
      });
    }
    return (arguments->json ? print_json(json_of(*fields)) : print(text_of(*fields))) ? kAllIn : kNothingIn;
  };
}

}  // namespace jangbu::cli
