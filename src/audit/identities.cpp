// Differences and ratios inside one row. What the table prints itself, by letters, comes before what the profile knows of its fields;
// several identities of one field are alternatives, and one that holds is enough: unless it holds in this row by chance, as it does in
// hardly any other, while another one holds in all rows but this.
//
// A field whose rows mostly fail is not wrong in the source but misread, or computed in another way: one doubt for the table says so.
//
//   2025년(A) 500 | 2026년(B) 550 | 증감(B-A) 60      the table's own letters: an error
//   예산현액 1,000 | 집행액 800 | 집행률 85.0%         by the profile, whichever of its bases fits: a warning
#include <cmath>
#include <map>

#include "audit/audit.h"
#include "audit/message.h"
#include "records/row_identities.h"

namespace jangbu {
namespace {

// An identity that does not hold, and by how much.
struct Miss {
  IdentityForm form;
  Verdict verdict;
};

std::string korean(const Profile& profile, const std::string& field) {
  if (const ProfileField* known = profile.field(field)) return known->korean;
  return field;
}

// 예산액 − 전년도예산액: the terms of one side, in Korean or by field names.
std::string side(const Profile& profile, const SignedFields& terms, bool in_korean) {
  std::string text;
  for (const auto& [sign, field] : terms) {
    text += (text.empty() ? (sign < 0 ? "−" : "") : sign < 0 ? " − " : " + ") + (in_korean ? korean(profile, field) : field);
  }
  return text;
}

// (예산액 − 전년도예산액) ÷ 전년도예산액
std::string formula(const Profile& profile, const IdentityForm& form, bool in_korean) {
  const std::string top = side(profile, form.terms, in_korean);
  if (!form.is_ratio()) return top;
  return (form.terms.size() > 1 ? "(" + top + ")" : top) + " ÷ " + side(profile, form.base, in_korean);
}

// An identity that the table prints itself is the office's own claim: to miss it is an error. One that only the profile knows is a warning.
Finding finding_of(const Document& document, const Record& record, const Profile& profile, const Figure& value, const Miss& miss,
                   long double printed) {
  const Table& table = document.tables[record.table_index];
  Finding finding = make_finding(miss.form.is_ratio() ? FindingKind::kRatio : FindingKind::kDifference, document, {&record}, value, printed,
                                 miss.verdict.computed, miss.verdict.tolerance);
  finding.severity = miss.form.from_source ? Severity::kError : Severity::kWarning;
  const Shown p = shown_printed(value, record, table), c = shown_value(miss.verdict.computed, value, record, table);
  tell(finding, told("finding.identity", {{"place", shown_place(record, table)},
                                          {"field", korean(profile, value.key()), value.key()},
                                          {"printed", p},
                                          {"formula", formula(profile, miss.form, true), formula(profile, miss.form, false)},
                                          {"computed", c}}));
  return finding;
}

// One finding for the column, without figures: it is about the reading and not about a row.
Finding doubt_of(const Document& document, const Record& record, const Profile& profile, const Figure& value, std::size_t failed,
                 std::size_t checked) {
  const Table& table = document.tables[record.table_index];
  Finding finding = make_finding(FindingKind::kDoubt, document, {&record}, value, 0, 0, 0);
  finding.printed = finding.computed = finding.tolerance = std::nullopt;
  finding.severity = Severity::kInfo;
  tell(finding,
       told("finding.identity_doubt",
            {{"table", table.id}, {"field", korean(profile, value.key()), value.key()}, {"failed", failed}, {"checked", checked}}));
  return finding;
}

// What each alternative says of a figure.
struct Tried {
  IdentityForm form;
  Verdict verdict;
  std::string key;  // the same for the same form in all rows
};

// Over the rows of a table, by form.
struct Tally {
  int held = 0, failed = 0;
};

// 증감률 of 20,982 from 147,770 to 168,752 printed 12.4: by chance that is 증감 ÷ 올해, but all other rows divide by last year. The form
// that all other rows keep; nullptr: this row keeps one that others keep, too, or nobody can tell.
const Tried* kept_by_all_others(const std::vector<Tried>& row, std::map<std::string, Tally>& tallies) {
  constexpr int kEnough = 3;
  const Tried* regular = nullptr;
  for (const Tried& tried : row) {
    const Tally& tally = tallies[tried.key];
    if (tried.verdict.explained && tally.held - 1 > tally.failed) return nullptr;
    if (!tried.verdict.explained && tally.failed == 1 && tally.held >= kEnough && !regular) regular = &tried;
  }
  return regular;
}

bool missed_by_an_unread_figure(const Record& record, long double printed, const Miss& miss) {
  const long double by = printed - miss.verdict.computed;
  return std::any_of(record.others.begin(), record.others.end(), [&](const OtherValue& other) {
    if (!other.value || other.value->is_zero()) return false;
    const long double figure = static_cast<long double>(other.value->to_double()) * static_cast<long double>(record.unit_factor);
    const long double off = std::abs(std::abs(by) - std::abs(figure));
    return off <= miss.verdict.tolerance + static_cast<long double>(record.unit_factor);
  });
}

}  // namespace

// By table and type. Misses are collected by field before they are told, since many of them mean something else than one.
void check_identities(Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                      std::vector<Finding>& findings) {
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    while (end < records.size() && records[end].table_index == records[begin].table_index && records[end].type == records[begin].type)
      ++end;
    const Profile* profile = profile_for(profiles, records[begin].type);
    struct Failures {
      std::vector<Finding> findings;
      std::size_t checked = 0, failed = 0;  // of the rows that are no sums of others: those say nothing of their own
      const Record* first = nullptr;
      const Figure* value = nullptr;
    };
    std::map<std::string, Failures> by_field;
    // Alternatives of one field stand together, in the order of the rows.
    std::vector<std::map<std::string, std::vector<Tried>>> tried_by_row;
    std::map<std::string, Tally> tallies;
    for (std::size_t i = begin; profile && i < end; ++i) {
      const Record& record = records[i];
      auto& tried = tried_by_row.emplace_back();
      for (IdentityForm& form : identities_of(document, *profile, record)) {
        const auto verdict = check_identity(form, [&](const std::string& name) { return figure_of(record, name); });
        if (!verdict) continue;
        std::string key = form.result + " = " + formula(*profile, form, false);
        Tally& tally = tallies[key];
        ++(verdict->explained ? tally.held : tally.failed);
        const std::string field = form.result;
        tried[field].push_back({std::move(form), *verdict, std::move(key)});
      }
    }
    for (std::size_t i = begin; profile && i < end; ++i) {
      const Record& record = records[i];
      const bool own = record.role == RowRole::kItem;
      for (auto& [field, row] : tried_by_row[i - begin]) {
        const Figure* value = record.find_key(field);
        const auto printed = figure_of(record, field);
        if (!value || !printed || !printed->printed) continue;
        std::optional<Miss> miss;
        // One form that holds settles the field; else the first that fails is told.
        bool held = std::any_of(row.begin(), row.end(), [](const Tried& tried) { return tried.verdict.explained; });
        if (const Tried* regular = held ? kept_by_all_others(row, tallies) : nullptr) {
          miss = Miss{regular->form, regular->verdict};
          held = false;
        }
        for (const Tried& tried : row) {
          if (!tried.verdict.explained && !miss) miss = Miss{tried.form, tried.verdict};
        }
        // What fails by a figure that no field took may take it in as well: 잔액 less 차기 이월, whose heading nobody understood.
        if (!held && miss && !miss->form.is_ratio() && missed_by_an_unread_figure(record, printed->figure.value, *miss)) continue;
        if (!held && !miss) continue;
        Failures& failures = by_field[field];
        failures.checked += own;
        if (held) continue;
        failures.failed += own;
        if (!failures.first) {
          failures.first = &record;
          failures.value = value;
        }
        failures.findings.push_back(finding_of(document, record, *profile, *value, *miss, printed->figure.value));
      }
    }
    for (auto& [field, failures] : by_field) {
      if (failures.findings.empty()) continue;
      // More than three of five rows fail: the column is doubted, not the report.
      if (failures.checked >= 3 && failures.failed * 5 > failures.checked * 3) {
        findings.push_back(doubt_of(document, *failures.first, *profile, *failures.value, failures.failed, failures.checked));
        continue;
      }
      for (Finding& finding : failures.findings) findings.push_back(std::move(finding));
    }
    begin = end;
  }
}

}  // namespace jangbu
