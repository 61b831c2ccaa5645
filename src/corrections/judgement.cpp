// audit.json and acceptances → severity, `assessed` and `accepted` of each finding.
// A finding keeps the severity that the check gave it in `assessed`, so that judging it again under other rules starts from there.
#include "corrections/judgement.h"

#include <array>
#include <nlohmann/json.hpp>

#include "text/hash.h"
#include "text/json_text.h"

namespace jangbu {
namespace {

constexpr std::array kKinds{FindingKind::kSum,        FindingKind::kDifference,    FindingKind::kRatio,
                            FindingKind::kCrossTable, FindingKind::kCrossDocument, FindingKind::kCrossRendition,
                            FindingKind::kStructure,  FindingKind::kUnreadable,    FindingKind::kDoubt};
constexpr std::array kSeverities{Severity::kInfo, Severity::kWarning, Severity::kError};
constexpr std::size_t kLargest = 64 * 1024;  // nine kinds: what is longer is a file of another kind

// The value whose name the text is.
template <typename Values, typename Name>
auto named(const std::string& text, const Values& values, const Name& name) -> std::optional<typename Values::value_type> {
  for (const auto value : values) {
    if (name(value) == text) return value;
  }
  return std::nullopt;
}

// For messages: all names that would be right.
template <typename Values, typename Name>
std::string list_of(const Values& values, const Name& name) {
  std::string out;
  for (const auto value : values) out += (out.empty() ? "" : ", ") + std::string(name(value));
  return out;
}

Unexpected refused(const std::string& why) {
  return fail(ErrorCode::kCorrectionInvalid, std::string(kAuditFile) + ": " + why,
              "see schemas/v1/audit.schema.json; until then findings keep the severities of their own");
}

}  // namespace

// Refused as a whole where anything is unknown: a misspelt kind would be silently without effect.
Result<Severities> read_severities(std::string_view content) {
  using Json = nlohmann::json;
  if (content.size() > kLargest) return refused("is longer than " + std::to_string(kLargest) + " bytes");
  const Json json = json_if_any<Json>(content);
  if (!json.is_object()) return refused("must be an object like {\"severities\": {\"ratio\": \"info\"}}");
  Severities out;
  for (const auto& [key, value] : json.items()) {
    if (key == "$schema" && value.is_string()) continue;
    if (key != "severities") return refused("unknown key \"" + key + "\"");
    if (!value.is_object()) return refused("\"severities\" must be an object");
    for (const auto& [name, wanted] : value.items()) {
      const auto kind = named(name, kKinds, finding_kind_name);
      if (!kind) return refused("\"" + name + "\" is no kind of finding: " + list_of(kKinds, finding_kind_name));
      const auto severity = wanted.is_string() ? named(wanted.get<std::string>(), kSeverities, severity_name) : std::nullopt;
      if (!severity) return refused("the severity of \"" + name + "\" must be one of " + list_of(kSeverities, severity_name));
      out.emplace(*kind, *severity);
    }
  }
  return out;
}

// emplace keeps the first: corrections come in the order of replay.
Judgement::Judgement(const std::vector<Correction>& corrections, Severities severities) : severities_(std::move(severities)) {
  for (const Correction& one : corrections) {
    if (one.target == Correction::Target::kFinding) accepted_.emplace(one.finding, Acceptance{one.id, one.reason, one.author, one.date});
  }
}

// All that decides; equal digests judge alike.
std::string Judgement::digest() const {
  if (empty()) return {};
  std::string key;
  for (const auto& [finding, accepted] : accepted_) {
    for (const std::string* part : {&finding, &accepted.correction, &accepted.reason, &accepted.author, &accepted.date})
      key += *part + "\x1f";
  }
  for (const auto& [kind, severity] : severities_)
    key += "\x1e" + std::string(finding_kind_name(kind)) + "\x1f" + std::string(severity_name(severity));
  return sha256_hex(key);
}

std::vector<std::string> Judgement::findings() const {
  std::vector<std::string> out;
  for (const auto& [finding, accepted] : accepted_) out.push_back(finding);
  return out;
}

// Sets all three each time: what an earlier judgement said leaves no trace.
void Judgement::judge(Finding& finding) const {
  const Severity own = finding.assessed.value_or(finding.severity);
  const auto wanted = severities_.find(finding.kind);
  finding.severity = wanted == severities_.end() ? own : wanted->second;
  finding.assessed = finding.severity == own ? std::nullopt : std::optional(own);
  const auto accepted = accepted_.find(finding.id);
  finding.accepted = accepted == accepted_.end() ? std::nullopt : std::optional(accepted->second);
}

}  // namespace jangbu
