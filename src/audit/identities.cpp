// Differences and ratios inside one row: change = budget − prior, rate = numerator / base.
#include <map>

#include "audit/audit.h"
#include "audit/message.h"
#include "audit/printed_figure.h"
#include "model/interval.h"
#include "text/figure.h"

namespace jangbu {
namespace {

struct Check {
  const Identity* identity;
  Verdict verdict;
  std::string base;  // of a ratio
};

std::optional<Printed> printed(const Record& record, const std::string& field) {
  const RecordValue* value = record.find(field);
  return value ? printed_figure(*value) : std::nullopt;
}

// As a term of a difference a printed dash is nothing, or less than half of the unit: 정원 1, 현원 -, 과부족 △1. A blank says nothing.
std::optional<Printed> printed_or_dash(const Record& record, const std::string& field) {
  const RecordValue* value = record.find(field);
  if (!value || value->value) return printed(record, field);
  const auto figure = read_figure(value->place.text);
  if (!figure || figure->value) return std::nullopt;
  return Printed{0, value->measure == Measure::kCount ? 0 : static_cast<long double>(record.unit_factor)};
}

// Nothing where the row does not print all that the identity needs.
std::optional<Check> check(const Identity& identity, const Record& record, const Printed& result) {
  if (identity.kind == Identity::Kind::kDifference) {
    std::vector<SignedTerm> terms;
    bool figures = false;  // two dashes are no evidence of anything
    for (const auto& [sign, name] : identity.terms) {
      const auto figure = printed_or_dash(record, name);
      if (!figure) return std::nullopt;
      figures = figures || record.find(name)->value;
      terms.push_back({sign, *figure});
    }
    if (!figures) return std::nullopt;
    return Check{&identity, check_sum(result, terms), {}};
  }
  const auto numerator = printed(record, identity.numerator);
  if (!numerator) return std::nullopt;
  std::optional<Check> first;
  for (const std::string& name : identity.bases) {
    const auto base = printed(record, name);
    if (!base) continue;
    const auto verdict = check_ratio(result, *numerator, *base);
    if (!verdict) continue;
    if (verdict->explained) return Check{&identity, *verdict, name};
    if (!first) first = Check{&identity, *verdict, name};
  }
  return first;
}

std::string korean(const Profile& profile, const std::string& field) {
  const ProfileField* known = profile.field(field);
  return known ? known->korean : field;
}

std::string formula(const Profile& profile, const Check& check, bool in_korean) {
  const auto name = [&](const std::string& field) { return in_korean ? korean(profile, field) : field; };
  if (check.identity->kind == Identity::Kind::kRatio) return name(check.identity->numerator) + " ÷ " + name(check.base);
  std::string text;
  for (const auto& [sign, field] : check.identity->terms) text += (text.empty() ? (sign < 0 ? "−" : "") : sign < 0 ? " − " : " + ") + name(field);
  return text;
}

}  // namespace

void check_identities(Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles, std::vector<Finding>& findings) {
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    while (end < records.size() && records[end].table_index == records[begin].table_index) ++end;
    const Profile* profile = profile_for(profiles, records[begin].type);
    const Table& table = document.tables[records[begin].table_index];
    std::map<std::string, std::vector<const Identity*>> by_result;
    if (profile) {
      for (const Identity& identity : profile->identities) by_result[identity.result].push_back(&identity);
    }
    for (const auto& [field, identities] : by_result) {
      std::vector<Finding> failed;
      std::size_t checked = 0;
      for (std::size_t i = begin; i < end; ++i) {
        const Record& record = records[i];
        const auto result = printed(record, field);
        if (!result) continue;
        // Several identities for one field are alternatives: one that holds is enough.
        std::optional<Check> miss;
        bool held = false;
        for (const Identity* identity : identities) {
          auto outcome = check(*identity, record, *result);
          if (!outcome) continue;
          held = held || outcome->verdict.explained;
          if (!outcome->verdict.explained && !miss) miss = std::move(outcome);
        }
        if (!held && !miss) continue;
        ++checked;
        if (held) continue;
        const RecordValue& value = *record.find(field);
        const bool ratio = miss->identity->kind == Identity::Kind::kRatio;
        Finding finding = make_finding(ratio ? FindingKind::kRatio : FindingKind::kDifference, document, {&record}, value, result->value,
                                       miss->verdict.computed, miss->verdict.tolerance);
        const Shown p = shown_printed(value, record, table), c = shown_value(miss->verdict.computed, value.measure, record, table);
        finding.message_ko = shown_place_ko(record, table) + "의 " + topic(korean(*profile, field)) + " " + toward(p.ko) + " 적혀 있으나, " +
                             formula(*profile, *miss, true) + " = " + c.ko + "입니다.";
        finding.message_en = shown_place_en(record, table) + " prints " + field + " " + p.en + ", but " + formula(*profile, *miss, false) + " = " + c.en + ".";
        failed.push_back(std::move(finding));
      }
      // An identity that most rows break is not one that this table keeps: another base, another meaning of the header.
      if (checked >= 3 && failed.size() * 5 > checked * 3) {
        document.diagnostics.push_back({"identity_not_kept", "표 " + table.id + ": " + topic(korean(*profile, field)) +
                                                                 " 다른 기준으로 계산된 것으로 보입니다 / " + field + " of table " + table.id +
                                                                 " seems to be computed in another way",
                                        table.pages.empty() ? std::nullopt : std::optional(table.pages.front())});
        continue;
      }
      for (Finding& finding : failed) findings.push_back(std::move(finding));
    }
    begin = end;
  }
}

}  // namespace jangbu
