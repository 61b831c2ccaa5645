// The same measure of the same thing, printed in two tables of one report.
#include <algorithm>
#include <map>
#include <set>

#include "audit/audit.h"
#include "audit/message.h"
#include "model/interval.h"
#include "text/label.h"

namespace jangbu {
namespace {

// What a record speaks of, apart from where it stands. The total row speaks of whatever its rows are: its children's names.
std::string subject_of(const std::vector<Record>& records, std::size_t begin, std::size_t end, const Record& record) {
  if (record.role != RowRole::kTotal) return label_key(record.name);
  std::set<std::string> children;
  for (std::size_t i = begin; i < end; ++i) {
    if (records[i].parent && &records[begin + static_cast<std::size_t>(*records[i].parent)] == &record) children.insert(label_key(records[i].name));
  }
  if (children.size() < 2) return {};
  std::string key = "total:";
  for (const std::string& child : children) key += child + "\x1f";
  return key;
}

std::string parent_of(const std::vector<Record>& records, std::size_t begin, const Record& record) {
  if (!record.parent) return {};
  const Record& parent = records[begin + static_cast<std::size_t>(*record.parent)];
  return parent.role == RowRole::kTotal ? std::string() : label_key(parent.name);
}

struct Entry {
  const Record* record;
  const RecordValue* value;
  std::string parent;  // empty: the table does not say
};

}  // namespace

void check_cross_tables(const Document& document, const std::vector<Record>& records, const std::vector<Profile>& profiles,
                        std::vector<Finding>& findings) {
  std::map<std::string, std::vector<Entry>> subjects;
  for (std::size_t begin = 0; begin < records.size();) {
    std::size_t end = begin;
    while (end < records.size() && records[end].table_index == records[begin].table_index) ++end;
    std::map<std::string, int> names;
    std::vector<std::string> subject(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      subject[i - begin] = subject_of(records, begin, end, records[i]);
      ++names[subject[i - begin]];
    }
    for (std::size_t i = begin; i < end; ++i) {
      const Record& record = records[i];
      // A name that stands twice in a table (기본경비 of each office) says nothing by itself.
      if (subject[i - begin].empty() || names[subject[i - begin]] > 1) continue;
      for (const RecordValue& value : record.values) {
        if (!value.value) continue;
        const std::string key = record.type + "\x1d" + subject[i - begin] + "\x1d" + value.field + "\x1d" + record.as_of;
        subjects[key].push_back({&record, &value, parent_of(records, begin, record)});
      }
    }
    begin = end;
  }
  for (const auto& [key, entries] : subjects) {
    if (entries.size() < 2) continue;
    // The finest printed figure is the measure of the others; among equals the first.
    const Entry* reference = &entries.front();
    for (const Entry& entry : entries) {
      if (Printed::of(*entry.value->value, entry.value->step).step <
          Printed::of(*reference->value->value, reference->value->step).step) {
        reference = &entry;
      }
    }
    for (const Entry& entry : entries) {
      if (&entry == reference || entry.record->table_index == reference->record->table_index) continue;
      if (!entry.parent.empty() && !reference->parent.empty() && entry.parent != reference->parent) continue;
      const Printed a = Printed::of(*entry.value->value, entry.value->step), b = Printed::of(*reference->value->value, reference->value->step);
      if (either(a).meets(either(b))) continue;
      const Table& table = document.tables[entry.record->table_index];
      const Table& other = document.tables[reference->record->table_index];
      Finding finding = make_finding(FindingKind::kCrossTable, document, {entry.record, reference->record}, *entry.value, a.value, b.value,
                                     std::max(a.step, b.step));
      std::string korean = entry.value->field;
      for (const Profile& profile : profiles) {
        if (profile.type != entry.record->type) continue;
        if (const ProfileField* field = profile.field(entry.value->field)) korean = field->korean;
      }
      const std::string x = shown_value(a.value, entry.value->measure, *entry.record, table),
                        y = shown_value(b.value, reference->value->measure, *reference->record, other);
      finding.message_ko = shown_place_ko(*entry.record, table) + "의 " + korean + "은(는) " + x + "이나, " +
                           shown_place_ko(*reference->record, other) + "에는 " + y + "(으)로 적혀 있습니다.";
      finding.message_en = shown_place_en(*entry.record, table) + " prints " + entry.value->field + " " + x + ", but " +
                           shown_place_en(*reference->record, other) + " prints " + y + ".";
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace jangbu
