// corrections.ndjson for people: how many of which state, and those that someone has to look at.
//
//   stale      2026.json:12  record_id 1a2b… field payment
//              the message, in the language of who runs it
#include <algorithm>
#include <map>

#include "jangbu/audit_report.h"
#include "loader/filed_corrections.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Indented below the line.
void add_message(const Say& say, const std::string& korean, const std::string& english, std::string& out) {
  if (!english.empty()) out += "         " + (say.language == Language::kKorean ? korean : english) + "\n";
}

std::string shown(const Say& say, const FiledCorrection& correction) {
  std::string out = say.of("correction", correction.state);
  out += std::string(static_cast<std::size_t>(std::max(1, 11 - display_width(out))), ' ') + correction.place;
  if (!correction.target.empty()) out += "  " + correction.target;
  return out + "\n";
}

// The findings that came or went with a correction, a line each.
void add_changed(const Say& say, const CorrectionOutcome& outcome, std::string& out) {
  for (const bool vanished : {true, false}) {
    for (const ChangedFinding& finding : vanished ? outcome.vanished : outcome.appeared) {
      const std::string kind = say.of("kind", finding.kind);
      out +=
          "         " + (vanished ? say("corrections.vanished", {{"kind", kind}}) : say("corrections.appeared", {{"kind", kind}})) + "\n";
      add_message(say, finding.message_ko, finding.message_en, out);
    }
  }
}

}  // namespace

// Two lists: what waits for a person first, then applied corrections that changed findings. Empty where there were no corrections.
Result<std::string> corrections_text(const std::filesystem::path& output, Language language) {
  const Say say{language};
  const auto corrections = read_corrections(output);
  if (!corrections) return corrections.forward();
  if (corrections->empty()) return std::string();
  std::map<std::string, std::size_t> counts;
  // `telling`: applied corrections that changed findings; `text`: those that wait for a person.
  std::string telling, text;
  for (const FiledCorrection& correction : *corrections) {
    ++counts[correction.state];
    // These wait for a person: all of them are shown. Applied ones only where a finding came or went with them.
    if (correction.state != correction_state_name(CorrectionState::kApplied)) {
      text += shown(say, correction);
      add_message(say, correction.message_ko, correction.message_en, text);
      text += "\n";
      continue;
    }
    std::string changed;
    for (const FiledOutcome& one : correction.outcomes) {
      if (!one.of.empty()) continue;  // its findings are none of the output's
      add_changed(say, one.outcome, changed);
    }
    if (!changed.empty()) telling += shown(say, correction) + changed + "\n";
  }
  text = say("corrections.title") + "\n\n" + text + telling + say("count.corrections", {{"count", corrections->size()}});
  const char* separator = ": ";
  for (const char* state : {"applied", "stale", "unmatched", "conflict", "refused"}) {
    if (counts[state] == 0) continue;
    text += separator + say("count.of", {{"count", counts[state]}, {"what", say.of("correction", state)}});
    separator = ", ";
  }
  return text + "\n";
}

}  // namespace jangbu
