// corrections.ndjson for people: how many of which state, and those that someone has to look at.
//
//   stale      2026.json:12  record_id 1a2b… field payment
//              the message, in the language of who runs it
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "jangbu/audit_report.h"
#include "loader/atomic_file.h"
#include "text/json_text.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Json = nlohmann::ordered_json;

// The members of the target one behind the other: record id and field, or document, table, row and column.
std::string target_of(const Json& line) {
  const auto target = line.find("target");
  if (target == line.end() || !target->is_object()) return {};
  std::string out;
  for (const auto& [key, value] : target->items())
    out += (out.empty() ? "" : " ") + (value.is_string() ? value.get<std::string>() : json_text(value));
  return out;
}

// file.json:12, as editors jump to it.
std::string place_of(const Json& line) {
  std::string out = line.at("file").get<std::string>();
  if (line.at("line").is_number_integer() && line["line"].get<int>() > 0) out += ":" + std::to_string(line["line"].get<int>());
  return out;
}

// Indented below the line.
void add_message(const Say& say, const Json& message, std::string& out) {
  if (!message.is_object()) return;
  out += "         " + message.at(say.language == Language::kKorean ? "ko" : "en").get<std::string>() + "\n";
}

std::string shown(const Say& say, const Json& line, const std::string& state) {
  std::string out = say.of("correction", state);
  out += std::string(static_cast<std::size_t>(std::max(1, 11 - display_width(out))), ' ') + place_of(line);
  if (const std::string target = target_of(line); !target.empty()) out += "  " + target;
  return out + "\n";
}

}  // namespace

// Two lists: what waits for a person first, then applied corrections that changed findings. Empty where there were no corrections.
Result<std::string> corrections_text(const std::filesystem::path& output, Language language) {
  const Say say{language};
  const auto content = read_file(output / "corrections.ndjson", kLargestOwnFile);
  if (!content) return content.error().code == ErrorCode::kPathMissing ? Result<std::string>(std::string()) : content.forward();
  std::map<std::string, std::size_t> counts;
  std::size_t all = 0;
  // `telling`: applied corrections that changed findings; `text`: those that wait for a person.
  std::string telling, text;
  try {
    for (std::size_t from = 0; from < content->size();) {
      const std::size_t end = std::min(content->find('\n', from), content->size());
      const Json line = json_from<Json>(std::string_view(*content).substr(from, end - from));
      from = end + 1;
      const std::string state = line.at("state").get<std::string>();
      ++counts[state];
      ++all;
      // These wait for a person: all of them are shown. Applied ones only where a finding came or went with them.
      if (state != "applied") {
        text += shown(say, line, state);
        add_message(say, line.at("message"), text);
        text += "\n";
        continue;
      }
      std::string changed;
      for (const Json& outcome : line.at("outcomes")) {
        if (outcome.contains("of")) continue;  // its findings are none of the output's
        for (const bool vanished : {true, false}) {
          for (const Json& finding : outcome.at(vanished ? "findings_vanished" : "findings_appeared")) {
            const std::string kind = say.of("kind", finding.at("kind").get<std::string>());
            changed += "         " +
                       (vanished ? say("corrections.vanished", {{"kind", kind}}) : say("corrections.appeared", {{"kind", kind}})) + "\n";
            add_message(say, finding.at("message"), changed);
          }
        }
      }
      if (!changed.empty()) telling += shown(say, line, state) + changed + "\n";
    }
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kOutputDamaged, (output / "corrections.ndjson").string() + " is not what jangbu wrote: " + error.what(),
                "run ingest again");
  }
  if (all == 0) return std::string();
  text = say("corrections.title") + "\n\n" + text + telling + say("count.corrections", {{"count", all}});
  const char* separator = ": ";
  for (const char* state : {"applied", "stale", "unmatched", "conflict", "refused"}) {
    if (counts[state] == 0) continue;
    text += separator + say("count.of", {{"count", counts[state]}, {"what", say.of("correction", state)}});
    separator = ", ";
  }
  return text + "\n";
}

}  // namespace jangbu
