// What people say of findings: some are accepted, and audit.json raises or lowers the severity of a kind. Nothing is read otherwise for it:
// findings are judged as they are filed, and again where the judgement changes.
//
// audit.json: {"severities": {"ratio": "info", "structure": "error"}}, in the corrections folder itself (schemas/v1/audit.schema.json).
// Thread rule: immutable once made; shared by all threads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction.h"
#include "jangbu/record.h"
#include "jangbu/result.h"

namespace jangbu {

inline constexpr std::string_view kAuditFile = "audit.json";

using Severities = std::map<FindingKind, Severity>;

// As strict as the reader of corrections: an unknown kind, severity or key refuses the file. Errors: correction_invalid, limit_nesting.
Result<Severities> read_severities(std::string_view content);

class Judgement {
 public:
  Judgement() = default;
  // Takes the corrections that accept a finding; of several for one finding the first in the order of replay counts.
  Judgement(const std::vector<Correction>& corrections, Severities severities);

  bool empty() const { return accepted_.empty() && severities_.empty(); }
  std::string digest() const;                 // empty where it is; two judgements of the same digest judge alike
  std::vector<std::string> findings() const;  // ids that it accepts, sorted
  const Severities& severities() const { return severities_; }

  // Sets severity, assessed and accepted, whatever an earlier judgement said.
  void judge(Finding& finding) const;

 private:
  std::map<std::string, Acceptance> accepted_;  // by the finding's id
  Severities severities_;
};

}  // namespace jangbu
