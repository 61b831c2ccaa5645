// Pairs of rows a year apart → findings where last year's figure in the later report is not what the earlier one prints.
// Rows are grouped by office, kind of record and year, then by table. A path that stands twice in a table, in either one, tells nothing.
// Hard cases: totals, which have no path (they match if most names below them do), and tables that print budgets of another date (before or
// after a supplementary budget): where three of five shared figures or more differ, the two tables do not speak of the same thing.
//
//   report of 2021   합계 전년도 예산 1,000 | 교육 600 | 상담 330       report of 2020   합계 예산액 1,000 | 교육 600 | 상담 300
//   two of three agree: one budget, and 330 beside 300 is a finding of the report of 2021
#include "audit/cross_document.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "arithmetic/printed_figure.h"
#include "audit/message.h"
#include "records/hierarchy.h"
#include "text/finding_id.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kEnoughToJudge = 3;  // so many shared figures tell whether two tables print the same budget at all

// One table of one document, as far as it can be compared.
struct TableRows {
  std::vector<const YearRow*> rows;
  std::map<std::string, int> paths;   // how often each stands in it
  std::set<std::string> below_total;  // names of the rows right below the total
};

// Empty for the total. Keys ignore blanks and signs, which differ between years.
std::string path_key(const YearRow& row) {
  std::string key;
  for (const std::string& step : row.path) key += label_key(step) + "\x1f";
  return key;
}

// A total speaks of its parts: it is the same total only where most of their names are the same.
bool same_total(const TableRows& a, const TableRows& b) {
  std::size_t shared = 0;
  for (const std::string& name : a.below_total) shared += b.below_total.contains(name);
  return shared >= 2 && shared * 2 > std::max(a.below_total.size(), b.below_total.size());
}

// A figure with what last year's report prints for it.
struct Comparison {
  const YearRow* row;
  const Figure* value;
  const YearRow* before;
  const Figure* reference;
  bool agree;
};

class CrossDocumentCheck {
 public:
  CrossDocumentCheck(const std::vector<YearRow>& rows, const std::vector<Profile>& profiles) : profiles_(profiles) {
    for (const YearRow& row : rows) {
      TableRows& table = tables_[{row.organization.empty() ? "" : label_key(row.organization), row.record_type, row.fiscal_year}]
                                [{row.document_id, row.table}];
      table.rows.push_back(&row);
      ++table.paths[path_key(row)];
      if (row.path.size() == 1) table.below_total.insert(label_key(row.path.front()));
    }
  }

  // Sorted at the end: rows may come in any order.
  std::vector<Finding> run() {
    std::vector<Finding> findings;
    for (const auto& [subject, own] : tables_) {
      const auto& [organization, type, year] = subject;
      const auto before = tables_.find({organization, type, year - 1});
      if (organization.empty() || before == tables_.end()) continue;
      for (const auto& [place, table] : own) compare(table, before->second, findings);
    }
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.document_id, a.table, a.row, a.field, a.id) < std::tie(b.document_id, b.table, b.row, b.field, b.id);
    });
    return findings;
  }

 private:
  using Tables = std::map<std::pair<std::string, std::string>, TableRows>;  // by document and table

  // All figures of a table first, then the judgement over them.
  void compare(const TableRows& table, const Tables& before, std::vector<Finding>& findings) const {
    std::vector<Comparison> comparisons;
    for (const YearRow* row : table.rows) {
      for (const Figure& value : row->values) {
        if (!value.value || value.measure == Measure::kRate) continue;
        const ProfileField* field = field_of(profiles_, row->record_type, value.field);
        if (!field || field->year_before.empty()) continue;
        if (auto comparison = compare(*row, value, field->year_before, table, before)) comparisons.push_back(*comparison);
      }
    }
    const auto differing =
        static_cast<std::size_t>(std::count_if(comparisons.begin(), comparisons.end(), [](const Comparison& c) { return !c.agree; }));
    if (comparisons.size() >= kEnoughToJudge && differing * 5 > comparisons.size() * 3) return;
    for (const Comparison& comparison : comparisons) {
      if (!comparison.agree) findings.push_back(finding(comparison));
    }
  }

  // `names`: what last year's report may call the figure; one that agrees is enough. The first reference that agrees, else the first of
  // all, which the finding then quotes.
  static std::optional<Comparison> compare(const YearRow& row, const Figure& value, const std::vector<std::string>& names,
                                           const TableRows& table, const Tables& before) {
    const std::string key = path_key(row);
    if (table.paths.at(key) > 1) return std::nullopt;
    const Printed own = as_printed(value);
    std::optional<Comparison> first;
    for (const auto& [place, candidates] : before) {
      if (const auto found = candidates.paths.find(key); found == candidates.paths.end() || found->second > 1) continue;
      if (key.empty() && !same_total(table, candidates)) continue;
      for (const YearRow* other : candidates.rows) {
        // A report does not speak of itself.
        if (other->document_id == row.document_id || path_key(*other) != key) continue;
        for (const std::string& name : names) {
          const auto reference =
              std::find_if(other->values.begin(), other->values.end(), [&](const Figure& v) { return v.field == name && v.value; });
          if (reference == other->values.end()) continue;
          const bool same = agree(own, as_printed(*reference));
          if (same) return Comparison{&row, &value, other, &*reference, true};
          if (!first) first = Comparison{&row, &value, other, &*reference, false};
        }
      }
    }
    return first;
  }

  // The id comes from figures and records: a reissued report with the same figures keeps its finding, and so its acceptance.
  Finding finding(const Comparison& c) const {
    Finding out;
    const Printed a = as_printed(*c.value), b = as_printed(*c.reference);
    const long double tolerance = std::max(a.step, b.step);
    out.kind = FindingKind::kCrossDocument;
    out.document_id = c.row->document_id;
    out.record_ids = {c.row->record_id, c.before->record_id};
    out.field = c.value->field;
    out.printed = c.value->value;
    out.computed = c.reference->value;
    out.tolerance = to_decimal(tolerance, 1);
    out.severity = severity_of(c.value->measure, a.value, b.value, tolerance);
    out.table = c.row->table;
    out.row = c.value->place.row;
    out.page = c.value->place.page;
    out.id = finding_id("cross_document|" + out.field + "|" + out.printed->to_string() + "|" + out.computed->to_string() + "|" +
                        c.row->record_id + "|" + c.before->record_id);
    const auto korean = [&](const std::string& field) { return korean_of(profiles_, c.row->record_type, field); };
    const Shown p = shown_figure(*c.value, c.row->unit_factor), q = shown_figure(*c.reference, c.before->unit_factor);
    tell(out, told("finding.year_before", {{"name", c.row->path.empty() ? c.row->name : c.row->path.back()},
                                           {"table", c.row->table},
                                           {"page", shown_page(c.value->place.page)},
                                           {"field", korean(out.field), out.field},
                                           {"printed", p},
                                           {"year", c.before->fiscal_year},
                                           {"document", c.before->document_id},
                                           {"its_table", c.before->table},
                                           {"its_page", shown_page(c.reference->place.page)},
                                           {"its_field", korean(c.reference->field), c.reference->field},
                                           {"its_figure", q}}));
    return out;
  }

  const std::vector<Profile>& profiles_;
  std::map<std::tuple<std::string, std::string, int>, Tables> tables_;  // by organization, kind of record and year
};

}  // namespace

// Without an office or a year there is nothing to find the other report by.
std::vector<YearRow> year_rows(const Document& document, const std::vector<Record>& records) {
  std::vector<YearRow> rows;
  for (const Record& record : records) {
    if (!record.in_table() || record.organization.empty() || !record.fiscal_year) continue;
    rows.push_back({record.id, document.id, record.organization, record.type, row_subject(record), document.tables[record.table_index].id,
                    record.path, *record.fiscal_year, record.unit_factor, record.values});
  }
  return rows;
}

std::vector<Finding> check_cross_documents(const std::vector<YearRow>& rows, const std::vector<Profile>& profiles) {
  return CrossDocumentCheck(rows, profiles).run();
}

}  // namespace jangbu
