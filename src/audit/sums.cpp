// A total is the sum of its parts, in every additive column.
#include <map>

#include "audit/audit.h"
#include "audit/message.h"
#include "audit/printed_figure.h"
#include "model/interval.h"
#include "text/figure.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

void check_parent(const Document& document, const Record& parent, const std::vector<const Record*>& parts, const Profile& profile,
                  std::vector<Finding>& findings) {
  const Table& table = document.tables[parent.table_index];
  std::vector<Finding> failed;
  int held = 0;
  for (const RecordValue& value : parent.values) {
    const ProfileField* field = profile.field(value.field);
    const auto total = printed_figure(value);
    if (!field || !field->additive || !total) continue;
    std::vector<SignedTerm> terms;
    bool told = true;  // every part prints one figure or none
    for (const Record* part : parts) {
      const RecordValue* figure = part->find(value.field);
      if (!figure) continue;
      if (!figure->value) {
        const std::string text = trim(figure->place.text);
        told = told && (text.empty() || read_figure(text));  // a dash is none; 43S,O00 cannot be read
        continue;
      }
      const auto printed = printed_figure(*figure);
      told = told && printed;
      if (printed) terms.push_back({1, *printed});
    }
    if (terms.empty() || !told) continue;
    const Printed printed = *total;
    const Verdict verdict = check_sum(printed, terms);
    if (verdict.explained) {
      ++held;
      continue;
    }
    std::vector<const Record*> involved{&parent};
    involved.insert(involved.end(), parts.begin(), parts.end());
    Finding finding = make_finding(FindingKind::kSum, document, involved, value, printed.value, verdict.computed, verdict.tolerance);
    const Shown p = shown_printed(value, parent, table), c = shown_value(verdict.computed, value.measure, parent, table),
                d = shown_value(printed.value - verdict.computed, value.measure, parent, table);
    const std::string count = std::to_string(parts.size());
    finding.message_ko = shown_place_ko(parent, table) + "의 " + topic(field->korean) + " " + toward(p.ko) + " 적혀 있으나, 아래 " + count +
                         "개 항목의 합은 " + c.ko + "입니다 (차이 " + d.ko + ").";
    finding.message_en = shown_place_en(parent, table) + " prints " + value.field + " " + p.en + ", but its " + count + " parts add up to " + c.en +
                         " (difference " + d.en + ").";
    failed.push_back(std::move(finding));
  }
  // Rows that agree with their total in no column are more likely a list of which the total knows more than a miscount.
  if (held == 0 && failed.size() > 1) return;
  for (Finding& finding : failed) findings.push_back(std::move(finding));
}

}  // namespace

void check_sums(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles, std::vector<Finding>& findings) {
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    while (end < records.size() && records[end].table_index == records[begin].table_index) ++end;
    const Profile* profile = profile_for(profiles, records[begin].type);
    std::map<int, std::vector<const Record*>> parts;
    for (std::size_t i = begin; i < end; ++i) {
      if (records[i].parent) parts[*records[i].parent].push_back(&records[i]);
    }
    if (profile) {
      for (const auto& [parent, children] : parts) {
        check_parent(document, records[begin + static_cast<std::size_t>(parent)], children, *profile, findings);
      }
      // The members of a breakdown add up to its measure.
      for (std::size_t i = begin; i < end; ++i) {
        const Record& record = records[i];
        std::map<std::pair<std::string, std::string>, std::vector<SignedTerm>> sums;
        for (const BreakdownPart& part : record.breakdown) {
          auto& terms = sums[{part.measure, part.dimension}];
          if (part.value) terms.push_back({1, Printed::of(Decimal{*part.value, 0}, part.step)});
        }
        for (const auto& [key, terms] : sums) {
          const RecordValue* value = record.find(key.first);
          const ProfileField* field = profile->field(key.first);
          if (!value || !value->value || !field || terms.empty()) continue;
          // Heads are counted, not rounded: their step is 0 and any difference is one.
          const Verdict verdict = check_sum(Printed::of(*value->value, value->step), terms);
          if (verdict.explained) continue;
          const long double sum = verdict.computed, printed = Printed::of(*value->value, value->step).value;
          const Table& table = document.tables[record.table_index];
          Finding finding = make_finding(FindingKind::kSum, document, {&record}, *value, printed, sum, verdict.tolerance);
          const Shown p = shown_printed(*value, record, table), c = shown_value(sum, value->measure, record, table);
          finding.message_ko = shown_place_ko(record, table) + "의 " + topic(field->korean) + " " + toward(p.ko) + " 적혀 있으나, " + key.second + " 합은 " +
                               c.ko + "입니다.";
          finding.message_en = shown_place_en(record, table) + " prints " + value->field + " " + p.en + ", but " + key.second + " adds up to " + c.en + ".";
          findings.push_back(std::move(finding));
        }
      }
    }
    begin = end;
  }
}

}  // namespace jangbu
