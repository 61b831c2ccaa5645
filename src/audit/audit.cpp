// All checks of one document in their order, then findings sorted and records flagged. Each check stands in a file of its own.
// Findings are sorted by place, field, kind and id, so that the same report gives the same lines whatever the order of checks is.
// Programmes come after like-named figures, since they compare what those leave: columns of other names.
#include "audit/audit.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/record_status.h"

namespace jangbu {

std::vector<Finding> audit(Document& document, std::vector<Record>& records, const std::vector<Profile>& profiles) {
  std::vector<Finding> findings;
  check_sums(document, records, profiles, findings);
  check_breakdowns(document, records, profiles, findings);
  check_identities(document, records, profiles, findings);
  tell_each_cause_once(document, records, profiles, findings);
  check_cross_tables(document, records, profiles, findings);
  check_programmes(document, records, profiles, findings);
  check_prose(document, findings);
  check_structure(document, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.table, a.row, a.field, a.kind, a.id) < std::tie(b.table, b.row, b.field, b.kind, b.id);
  });
  flag_records(findings, records);
  return findings;
}

void flag_records(const std::vector<Finding>& findings, std::vector<Record>& records) {
  std::set<std::string> accused;
  for (const Finding& finding : findings) {
    for (std::string& id : accused_by(finding)) accused.insert(std::move(id));
  }
  for (Record& record : records) record.flagged = accused.contains(record.id);
}

}  // namespace jangbu
