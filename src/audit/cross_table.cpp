// The same measure of the same thing, printed in two tables of one report.
//
//   표 t003 (백만원)   가사업 예산액     12,346
//   표 t017 (천원)     가사업 예산액 12,345,678      agree: 12,346 is 12,345,678 rounded
//   표 t021 (천원)     가사업 예산액 12,354,678      a finding against t017, the first of the finest
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "arithmetic/interval.h"
#include "arithmetic/printed_figure.h"
#include "audit/audit.h"
#include "audit/message.h"
#include "records/hierarchy.h"
#include "text/label.h"

namespace jangbu {
namespace {

// What a record speaks of, apart from where it stands. The total row speaks of whatever its rows are: its children's names.
std::string subject_of(const Record& record, const std::set<std::string>& children) {
  if (is_rest_label(record.name)) return {};  // of two tables it is two rests
  if (record.role != RowRole::kTotal) return label_key(row_subject(record));
  if (children.size() < 2) return {};
  std::string key = "total:";
  for (const std::string& child : children) key += child + "\x1f";
  return key;
}

// The name above the row, which tells 기본경비 of one office from that of another. A total above tells nothing.
std::string parent_of(const std::vector<Record>& records, std::size_t begin, const Record& record) {
  if (!record.parent) return {};
  const Record& parent = records[begin + static_cast<std::size_t>(*record.parent)];
  return parent.role == RowRole::kTotal ? std::string() : label_key(row_subject(parent));
}

// One printed figure of a subject.
struct Entry {
  const Record* record;
  const Figure* value;
  std::string parent;  // empty: the table does not say
};

// How many printed figures a figure may have been computed from: a balance taken from two rounded figures misses the true
// one by more than its own rounding, and so does a total of rounded parts.
int made_from(const std::map<const Record*, int>& parts, const Record& record, const std::string& field, const Profile* profile) {
  const auto found = parts.find(&record);
  int most = found == parts.end() ? 0 : found->second;
  if (profile) {
    for (const Identity& identity : profile->identities) {
      if (identity.result == field && identity.kind == Identity::Kind::kDifference)
        most = std::max(most, static_cast<int>(identity.terms.size()));
    }
  }
  return most;
}

// Widened by half a step for each figure that the one at hand may have been added up from.
bool within(const Printed& a, int a_parts, const Printed& b, int b_parts) {
  const auto widened = [](Interval interval, long double by) { return Interval{interval.low - by, interval.high + by}; };
  // Two tables in the same unit print the same figure, but for the last place of one that was added up from rounded parts.
  if (a.step == b.step) return std::fabs(a.value - b.value) <= (a_parts + b_parts > 0 ? a.step : 0);
  return widened(either(a), a.step * a_parts / 2).meets(widened(either(b), b.step * b_parts / 2));
}

}  // namespace

// First all figures by what they speak of, over all tables; then each group against its finest figure.
void check_cross_tables(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                        std::vector<Finding>& findings) {
  std::map<std::string, std::vector<Entry>> subjects;
  std::map<const Record*, int> parts;  // how many rows a row is the parent of
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    while (end < records.size() && records[end].table_index == records[begin].table_index) ++end;
    std::map<const Record*, std::set<std::string>> children;  // names, of total rows
    for (std::size_t i = begin; i < end; ++i) {
      if (!records[i].parent) continue;
      const Record& parent = records[begin + static_cast<std::size_t>(*records[i].parent)];
      ++parts[&parent];
      if (parent.role == RowRole::kTotal) children[&parent].insert(label_key(row_subject(records[i])));
    }
    std::map<std::string, int> names;
    std::vector<std::string> subject(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      subject[i - begin] = subject_of(records[i], children[&records[i]]);
      ++names[subject[i - begin]];
    }
    for (std::size_t i = begin; i < end; ++i) {
      const Record& record = records[i];
      // 계, 국비, 기타 of two plans are two things, unless the report says that they are of one project.
      if (!record.yearly.empty() && record.project.empty()) continue;
      // A name that stands twice in a table (기본경비 of each office) says nothing by itself.
      if (subject[i - begin].empty() || names[subject[i - begin]] > 1) continue;
      for (const Figure& value : record.values) {
        if (!printed_figure(value)) continue;
        // Heads are compared office by office: two tables of grades may speak of two offices.
        if (value.measure == Measure::kCount && record.level != "department" && record.level != "total") continue;
        // Only figures of one kind, date, year and project are the same thing.
        const std::string key = record.type + "\x1d" + subject[i - begin] + "\x1d" + value.field + "\x1d" + record.as_of + "\x1d" +
                                std::to_string(record.fiscal_year.value_or(0)) + "\x1d" + label_key(record.project);
        subjects[key].push_back({&record, &value, parent_of(records, begin, record)});
      }
    }
    begin = end;
  }
  // Amounts first: where they differ, the rates made from them must differ too and are not told again.
  // Pairs of records whose amounts differ.
  std::set<std::pair<const Record*, const Record*>> differing;
  for (const bool rates : {false, true}) {
    for (const auto& [key, entries] : subjects) {
      if (entries.size() < 2 || (entries.front().value->measure == Measure::kRate) != rates) continue;
      // The finest printed figure is the measure of the others; among equals the first.
      const Entry* reference = &entries.front();
      for (const Entry& entry : entries) {
        if (as_printed(*entry.value).step < as_printed(*reference->value).step) {
          reference = &entry;
        }
      }
      for (const Entry& entry : entries) {
        if (&entry == reference || entry.record->table_index == reference->record->table_index) continue;
        // Below two offices the same name is two things.
        if (!entry.parent.empty() && !reference->parent.empty() && entry.parent != reference->parent) continue;
        if (rates && differing.contains({entry.record, reference->record})) continue;
        const Profile* profile = profile_for(profiles, entry.record->type);
        const Printed a = as_printed(*entry.value), b = as_printed(*reference->value);
        if (within(a, made_from(parts, *entry.record, entry.value->field, profile), b,
                   made_from(parts, *reference->record, reference->value->field, profile))) {
          continue;
        }
        differing.insert({entry.record, reference->record});
        const Table& table = document.tables[entry.record->table_index];
        const Table& other = document.tables[reference->record->table_index];
        Finding finding = make_finding(FindingKind::kCrossTable, document, {entry.record, reference->record}, *entry.value, a.value,
                                       b.value, std::max(a.step, b.step));
        const Shown x = shown_printed(*entry.value, *entry.record, table), y = shown_printed(*reference->value, *reference->record, other);
        tell(finding,
             told("finding.other_table", {{"place", shown_place(*entry.record, table)},
                                          {"field", korean_of(profiles, entry.record->type, entry.value->field), entry.value->field},
                                          {"printed", x},
                                          {"other", shown_place(*reference->record, other)},
                                          {"figure", y}}));
        findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace jangbu
