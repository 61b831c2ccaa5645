// One misprinted figure fails every sum and identity that it stands in; people are told of it once, where it stands.
// A cause is one cell: putting into it what the total wants of it must mend the total and all that fails in its own row.
//
//   합계   예산 900  집행 700  잔액 200        잔액 of 가과 is 96: it fails 500 − 404, and the total of 잔액 with it
//    가과  예산 500  집행 404  잔액  69        one finding: 가과's 69. That the total agrees is said with it
//    나과  예산 400  집행 296  잔액 104
//
// A part that is a total itself and misses its own parts by as much as it makes the total above it miss is the one cause of both.
// A total whose own row fails for the same figure is one cause as well: the sum tells it, and the row's identities say no more.
// A result that fails and makes what is worked out of it fail (증감 100 for 90, and its 증감률 with it) is one as well.
// Two checks that agree on one cell are proof: such a finding is an error.
// Hard case: a misprinted term (집행 of 가과). Then the row's 잔액 and 집행률 fail though they are right; the sum names the column, and its
// message the row.
#include <algorithm>
#include <map>
#include <set>

#include "audit/audit.h"
#include "audit/message.h"
#include "records/row_identities.h"

namespace jangbu {
namespace {

long double number(const std::optional<Decimal>& value) { return value ? static_cast<long double>(value->to_double()) : 0; }

bool of_a_row(const Finding& finding) { return finding.kind == FindingKind::kDifference || finding.kind == FindingKind::kRatio; }

class Causes {
 public:
  Causes(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles, std::vector<Finding>& findings)
      : document_(document), profiles_(profiles), findings_(findings) {
    for (const Record& record : records) by_id_.emplace(record.id, &record);
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (of_a_row(findings[i]) && findings[i].record_ids.size() == 1) of_row_[findings[i].record_ids.front()].push_back(i);
      if (findings[i].kind == FindingKind::kSum && findings[i].record_ids.size() == 1)
        by_members_.emplace(std::pair(findings[i].record_ids.front(), findings[i].field), i);
      if (findings[i].kind == FindingKind::kSum && !findings[i].record_ids.empty())
        sum_of_.emplace(std::pair(findings[i].record_ids.front(), findings[i].field), i);
    }
  }

  void run() {
    const auto of_parts = [&](std::size_t i) { return findings_[i].kind == FindingKind::kSum && findings_[i].record_ids.size() > 1; };
    for (const auto& [id, failing] : of_row_) {
      members_agree(id, failing);
      if (failing.size() > 1) result_is_it(id, failing);
    }
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (of_parts(i)) total_is_it(i);
    }
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (of_parts(i) && !told_.contains(i) && !sum_of_a_part_is_it(i)) part_is_it(i);
    }
    std::size_t i = 0;
    std::erase_if(findings_, [&](const Finding&) { return told_.contains(i++); });
  }

 private:
  // Does what fails in the record's row hold once `field` says `value`? `result`: the finding that is of the field itself, if one is.
  bool mended(const Record& record, const std::string& field, long double value, long double tolerance,
              const std::vector<std::size_t>& failing, std::optional<std::size_t>& result) const {
    const Profile* profile = profile_for(profiles_, record.type);
    if (!profile) return false;
    for (const std::size_t f : failing) {
      const Finding& finding = findings_[f];
      if (finding.field == field) {
        const long double miss = number(finding.computed) - value;
        if ((miss < 0 ? -miss : miss) > tolerance + number(finding.tolerance)) return false;
        result = f;
        continue;
      }
      bool held = false;
      for (const IdentityForm& form : identities_of(document_, *profile, record)) {
        if (form.result != finding.field) continue;
        const auto verdict = check_identity(form, [&](const std::string& name) {
          auto figure = figure_of(record, name);
          if (figure && figure->printed && name == field) figure->figure.value = value;
          return figure;
        });
        held = held || (verdict && verdict->explained);
      }
      if (!held) return false;
    }
    return true;
  }

  // Findings of the record's own row; null: none.
  const std::vector<std::size_t>* failing_of(const std::string& id) const {
    const auto found = of_row_.find(id);
    return found == of_row_.end() ? nullptr : &found->second;
  }

  // 과부족 △2 where 현원 − 정원 is △3, and its grades add up to △3 as well: the row tells it.
  void members_agree(const std::string& id, const std::vector<std::size_t>& failing) {
    for (const std::size_t f : failing) {
      Finding& finding = findings_[f];
      const auto members = by_members_.find(std::pair(id, finding.field));
      if (finding.kind != FindingKind::kDifference || members == by_members_.end()) continue;
      const long double apart = number(finding.computed) - number(findings_[members->second].computed);
      if ((apart < 0 ? -apart : apart) > number(finding.tolerance) + number(findings_[members->second].tolerance)) continue;
      finding.severity = Severity::kError;
      told_.insert(members->second);
    }
  }

  // Of all that fails in a row one result is misprinted: what its terms make of it mends the others.
  void result_is_it(const std::string& id, const std::vector<std::size_t>& failing) {
    const auto record = by_id_.find(id);
    if (record == by_id_.end()) return;
    std::optional<std::size_t> cause;
    for (const std::size_t f : failing) {
      const Finding& finding = findings_[f];
      std::optional<std::size_t> own;
      if (finding.kind != FindingKind::kDifference ||
          !mended(*record->second, finding.field, number(finding.computed), number(finding.tolerance), failing, own))
        continue;
      if (cause) return;
      cause = f;
    }
    if (!cause) return;
    for (const std::size_t f : failing) {
      if (f != *cause) told_.insert(f);
    }
    findings_[*cause].severity = Severity::kError;
  }

  // The total itself is misprinted: what its parts add up to mends its row. The row's findings go, the sum stays.
  void total_is_it(std::size_t sum) {
    Finding& finding = findings_[sum];
    const auto record = by_id_.find(finding.record_ids.front());
    const auto* failing = failing_of(finding.record_ids.front());
    std::optional<std::size_t> result;
    if (record == by_id_.end() || !failing ||
        !mended(*record->second, finding.field, number(finding.computed), number(finding.tolerance), *failing, result))
      return;
    told_.insert(failing->begin(), failing->end());
    finding.severity = Severity::kError;
  }

  // One of the parts is misprinted, as its own parts say: what they add up to mends the total above. The part's sum stays, this one goes.
  bool sum_of_a_part_is_it(std::size_t sum) {
    const Finding& finding = findings_[sum];
    const long double missing = number(finding.printed) - number(finding.computed);
    std::optional<std::size_t> cause;
    for (std::size_t p = 1; p < finding.record_ids.size(); ++p) {
      const auto own = sum_of_.find(std::pair(finding.record_ids[p], finding.field));
      if (own == sum_of_.end()) continue;
      const Finding& part = findings_[own->second];
      const long double over = missing + number(part.printed) - number(part.computed);
      if ((over < 0 ? -over : over) > number(finding.tolerance) + number(part.tolerance)) continue;
      if (cause) return false;  // two parts would explain it: nobody knows which
      cause = own->second;
    }
    if (!cause) return false;
    findings_[*cause].severity = Severity::kError;
    tell_more(findings_[*cause], told("finding.total_too"));
    told_.insert(sum);
    return true;
  }

  // One of the parts is: what the total misses, put into it, mends the part's row. If the row's own result is the misprint, its finding
  // stays and the sum goes; if a term is, the sum stays, names the row, and the row's findings go.
  void part_is_it(std::size_t sum) {
    Finding& finding = findings_[sum];
    const long double missing = number(finding.printed) - number(finding.computed);
    std::optional<std::size_t> result;
    const Record* cause = nullptr;
    for (std::size_t p = 1; p < finding.record_ids.size(); ++p) {
      const auto record = by_id_.find(finding.record_ids[p]);
      const auto* failing = failing_of(finding.record_ids[p]);
      if (record == by_id_.end() || !failing) continue;
      const auto figure = figure_of(*record->second, finding.field);
      std::optional<std::size_t> own;
      if (!figure || !figure->printed ||
          !mended(*record->second, finding.field, figure->figure.value + missing, number(finding.tolerance), *failing, own))
        continue;
      if (cause) return;  // two rows would explain it: nobody knows which
      cause = record->second;
      result = own;
    }
    if (!cause) return;
    if (result) {  // the row tells it best: its own figure is the wrong one
      Finding& kept = findings_[*result];
      kept.severity = Severity::kError;
      tell_more(kept, told("finding.total_too"));
      told_.insert(sum);
      return;
    }
    const Table& table = document_.tables[cause->table_index];
    for (const std::size_t f : *failing_of(cause->id)) told_.insert(f);
    finding.severity = Severity::kError;
    tell_more(finding, told("finding.misprint", {{"place", shown_place(*cause, table)}}));
  }

  const Document& document_;
  const std::vector<Profile>& profiles_;
  std::vector<Finding>& findings_;
  std::map<std::string, const Record*> by_id_;
  std::map<std::string, std::vector<std::size_t>> of_row_;
  std::map<std::pair<std::string, std::string>, std::size_t> sum_of_;      // by total and field
  std::map<std::pair<std::string, std::string>, std::size_t> by_members_;  // by record and field: what its members add up to
  std::set<std::size_t> told_;                                             // by another finding
};

}  // namespace

void tell_each_cause_once(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                          std::vector<Finding>& findings) {
  Causes(document, records, profiles, findings).run();
}

}  // namespace jangbu
