// The tables of initiatives and the list in the appendix name the same programmes, with small differences of spelling, and
// head their columns differently: 예산현액 and 예산, 지출액 and 집행액. Where most programmes that two kinds of table share print
// the same amount in two such columns, the columns mean the same, and a programme that differs is a finding.
//
//   initiative   가사업   예산현액 500 | 지출액 300        appendix   가사업   예산 500 | 집행액 290
//   예산현액 and 예산 agree for most programmes, so do 지출액 and 집행액: 300 beside 290 is a finding
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "arithmetic/printed_figure.h"
#include "audit/audit.h"
#include "audit/message.h"
#include "records/hierarchy.h"
#include "records/same_programme.h"
#include "text/label.h"

namespace jangbu {
namespace {

constexpr int kEnoughProgrammes = 4;  // so many shared programmes tell whether two columns mean the same
// Rows of one name are compared with so many before them: a report prints a programme in a few tables, and one that prints it in thousands
// would take the square of that.
constexpr std::size_t kMostBefore = 40;

// Two figures of one programme that mean one amount.
struct SharedAmount {
  const Record* a;  // of the later table: the appendix
  const Record* b;
  const Figure* x;
  const Figure* y;
  bool agree;
};

class ProgrammeCheck {
 public:
  ProgrammeCheck(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles)
      : document_(document), records_(records), profiles_(profiles) {}

  // Comparisons are collected by pair of fields; a pair is judged as a whole before any of its misses is told.
  void run(std::vector<Finding>& findings) {
    for (const SameProgramme& pair : same_programmes(records_, profiles_)) {
      // 1권역 and 2권역 are alike and print one budget: only a name that the other goes on from, and two figures of three.
      const bool same = pair.agreeing * 3 >= pair.compared * 2 &&
                        one_shortens_other(label_key(row_subject(records_[pair.a])), label_key(row_subject(records_[pair.b])));
      if (same) compare(records_[pair.b], records_[pair.a], true);
    }
    same_letters();
    for (const auto& [fields, comparisons] : by_fields_) {
      const auto agreeing = std::count_if(comparisons.begin(), comparisons.end(), [](const SharedAmount& c) { return c.agree; });
      // Fields of one name mean the same in any case; two names only where enough programmes agree in them.
      const bool one_meaning = fields.first == fields.second || (static_cast<int>(comparisons.size()) >= kEnoughProgrammes &&
                                                                 agreeing * 3 >= static_cast<std::ptrdiff_t>(comparisons.size()) * 2);
      for (const SharedAmount& c : comparisons) {
        if (!c.agree && one_meaning) findings.push_back(finding(c));
      }
    }
  }

 private:
  // Programmes with one name in both tables: their like-named columns are check_cross_tables' to compare.
  void same_letters() {
    std::map<std::pair<std::size_t, std::string>, int> times;
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<const Record*>> named;  // by type, name and date
    for (const Record& record : records_) ++times[{record.table_index, label_key(row_subject(record))}];
    for (const Record& record : records_) {
      const std::string key = label_key(row_subject(record));
      if (record.role == RowRole::kItem && times[{record.table_index, key}] == 1)
        named[{record.type + "|" + std::to_string(record.fiscal_year.value_or(0)) + "|" + label_key(record.project), key, record.as_of}]
            .push_back(&record);
    }
    for (const auto& [key, rows] : named) {
      // Worked out once a row: it is compared with up to kMostBefore others.
      std::vector<std::string> offices;
      for (const Record* row : rows) offices.push_back(office_of(*row));
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t end = std::min(rows.size(), i + 1 + kMostBefore);
        for (std::size_t j = i + 1; j < end; ++j) {
          if (offices[i].empty() || offices[j].empty() || offices[i] == offices[j]) compare(*rows[j], *rows[i], false);
        }
      }
    }
  }

  // Every amount of the one with every amount of the other that may mean the same (예산현액 and 예산).
  void compare(const Record& a, const Record& b, bool like_named_too) {
    for (const Figure& x : a.values) {
      if (x.measure != Measure::kAmount) continue;
      for (const Figure& y : b.values) {
        if (y.measure != Measure::kAmount || amount_meant(profiles_, a.type, x.field) != amount_meant(profiles_, b.type, y.field)) continue;
        const bool alike = x.field == y.field;
        if (alike && !like_named_too) continue;
        // A table that prints both columns itself tells them apart.
        if (!alike && (has(a, y.field) || has(b, x.field))) continue;
        const auto p = printed_figure(x), q = printed_figure(y);
        if (!p || !q) continue;
        by_fields_[{x.field, y.field}].push_back({&a, &b, &x, &y, agree(*p, *q)});
      }
    }
  }

  // 기본경비 of one office is not that of another.
  // The step above the programme in its path.
  static std::string office_of(const Record& record) {
    return record.path.size() < 2 ? std::string() : label_key(record.path[record.path.size() - 2]);
  }

  static bool has(const Record& record, const std::string& field) { return record.find(field) != nullptr; }

  // Both columns are named, as they are called differently.
  Finding finding(const SharedAmount& c) const {
    const Printed p = *printed_figure(*c.x), q = *printed_figure(*c.y);
    const Table &table = document_.tables[c.a->table_index], &other = document_.tables[c.b->table_index];
    Finding out = make_finding(FindingKind::kCrossTable, document_, {c.a, c.b}, *c.x, p.value, q.value, std::max(p.step, q.step));
    const Shown x = shown_printed(*c.x, *c.a, table), y = shown_printed(*c.y, *c.b, other);
    tell(out, told("finding.other_column", {{"place", shown_place(*c.a, table)},
                                            {"field", korean_of(profiles_, c.a->type, c.x->field), c.x->field},
                                            {"printed", x},
                                            {"other", shown_place(*c.b, other)},
                                            {"its_field", korean_of(profiles_, c.b->type, c.y->field), c.y->field},
                                            {"figure", y}}));
    return out;
  }

  const Document& document_;
  const std::vector<Record>& records_;
  const std::vector<Profile>& profiles_;
  std::map<std::pair<std::string, std::string>, std::vector<SharedAmount>> by_fields_;
};

}  // namespace

void check_programmes(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                      std::vector<Finding>& findings) {
  ProgrammeCheck(document, records, profiles).run(findings);
}

}  // namespace jangbu
