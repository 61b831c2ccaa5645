// After a document was read again with corrections: ids kept, each record with the corrections that changed it, findings that came and
// went. Records before and after are paired by table, row and number in the row, since a corrected label or heading changes the id that
// would be given. Hard case: a corrected header. Every record below it changes, whether or not its own cells do.
//
//   corrected cell      the records that print it, or stand below it if it is a header
//   corrected label     the records that had the old name, or are new in that row
//   corrected heading   the records of its section
#include "corrections/listing.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "text/hash.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Place = std::pair<int, int>;

// Row of a table, and which of its records in that row: tables that print two columns of rows side by side have two to a row.
class RowCount {
 public:
  std::tuple<std::size_t, int, int> next(const Record& record) {
    const int nth = seen_[{record.table_index, record.row}]++;
    return {record.table_index, record.row, nth};
  }

 private:
  std::map<std::pair<std::size_t, int>, int> seen_;
};

// Every cell that the record was read from, with the name by which it is called there.
template <typename Visit>
void for_each_place(const Record& record, const Visit& visit) {
  for (const Figure& value : record.values) visit(value.place, value.field);
  for (const OtherValue& other : record.others) visit(other.place, other.header);
  for (const Figure& part : record.breakdown) visit(part.place, part.field);
}

// The records of one table, by what they are made of.
struct TableRecords {
  std::map<Place, std::vector<std::size_t>> by_place;
  std::map<std::string, std::vector<std::size_t>> by_label;  // a step of the path, or the name
};

// One pass over all records, so that each changed cell is a look-up.
std::map<std::size_t, TableRecords> by_table(const std::vector<Record>& records) {
  std::map<std::size_t, TableRecords> tables;
  for (std::size_t i = 0; i < records.size(); ++i) {
    TableRecords& table = tables[records[i].table_index];
    for_each_place(records[i], [&](const CellPlace& place, const std::string&) { table.by_place[{place.row, place.column}].push_back(i); });
    std::set<std::string> labels(records[i].path.begin(), records[i].path.end());
    labels.insert(records[i].name);
    for (const std::string& label : labels) table.by_label[label].push_back(i);
  }
  return tables;
}

// Cells are sorted by row and column.
const Cell* cell_at(const Table& table, int row, int column) {
  const auto found = std::lower_bound(table.cells.begin(), table.cells.end(), std::pair(row, column),
                                      [](const Cell& cell, const Place& place) { return Place(cell.row, cell.column) < place; });
  return found != table.cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

// Without figures: a finding whose figures changed is still the same complaint, and is not told as new.
std::string finding_key(const Finding& finding) {
  std::string key = std::string(finding_kind_name(finding.kind)) + "|" + finding.field + "|";
  return key + (finding.record_ids.empty() ? finding.id : finding.record_ids.front());
}

}  // namespace

// An id that a record had before corrections is never given to another one.
void keep_ids(const std::vector<Record>& before, std::vector<Record>& after) {
  std::map<std::tuple<std::size_t, int, int>, const Record*> known;
  std::set<std::string> taken;
  RowCount rows, rows_after;
  for (const Record& record : before) {
    known.emplace(rows.next(record), &record);
    taken.insert(record.id);
  }
  for (Record& record : after) {
    if (const auto same = known.find(rows_after.next(record)); same != known.end()) {
      record.id = same->second->id;
      continue;
    }
    const std::string own = record.id;
    for (int n = 1; !taken.insert(record.id).second; ++n) record.id = sha256_hex(own + "\x1d" + std::to_string(n)).substr(0, own.size());
  }
}

void list_corrections(const Document& document, const std::vector<Record>& before, std::vector<Record>& after,
                      std::vector<ReplayedCorrection>& replayed) {
  const auto tables = by_table(after);
  std::map<std::string_view, const Record*> earlier;
  for (const Record& record : before) earlier.emplace(record.id, &record);
  for (Record& record : after) record.corrections.clear();

  for (ReplayedCorrection& one : replayed) {
    if (one.outcome.state != CorrectionState::kApplied) continue;
    std::set<std::size_t> touched;
    for (const ChangedCell& changed : one.cells) {
      const auto found = tables.find(changed.table);
      if (found == tables.end()) continue;
      const TableRecords& records = found->second;
      if (const auto at = records.by_place.find({changed.row, changed.column}); at != records.by_place.end())
        touched.insert(at->second.begin(), at->second.end());
      if (const auto named = records.by_label.find(changed.after); named != records.by_label.end()) {
        for (std::size_t i : named->second) {
          const auto was = earlier.find(after[i].id);
          const bool in_row = after[i].row == changed.row || after[i].row == changed.column;
          const bool renamed = was != earlier.end() &&
                               (was->second->name == changed.before ||
                                std::find(was->second->path.begin(), was->second->path.end(), changed.before) != was->second->path.end());
          if (renamed || (was == earlier.end() && in_row)) touched.insert(i);
        }
      }
      // A header: everything that stands below it, or beside it where the table is printed sideways.
      const Table& table = document.tables[changed.table];
      const Cell* header = cell_at(table, changed.row, changed.column);
      if (!header || changed.row >= std::max(1, table.header_rows)) continue;
      for (const auto& [place, members] : records.by_place) {
        const bool below =
            place.first > header->row && place.second >= header->column && place.second < header->column + header->column_span;
        if (below) touched.insert(members.begin(), members.end());
      }
    }
    for (const auto& [was, now] : one.headings) {
      for (std::size_t i = 0; i < after.size(); ++i) {
        for (const std::string& heading : after[i].section) {
          if (heading == now || heading.ends_with(" " + now)) touched.insert(i);
        }
      }
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (one.every_record || (one.correction->target == Correction::Target::kRecord && after[i].id == one.correction->record_id))
        touched.insert(i);
    }
    std::set<std::string> ids;
    for (std::size_t i : touched) {
      after[i].corrections.push_back(one.outcome.correction);
      ids.insert(after[i].id);
    }
    one.outcome.record_ids.assign(ids.begin(), ids.end());
  }
}

// Three circles, from the surest reason: figures changed, records changed, anything. The first that names a correction ends the search.
void tell_findings(const std::vector<Finding>& before, const std::vector<Finding>& after, const std::vector<Record>& records,
                   std::vector<ReplayedCorrection>& replayed) {
  std::set<std::string> was, is;
  for (const Finding& finding : before) was.insert(finding_key(finding));
  for (const Finding& finding : after) is.insert(finding_key(finding));
  // The figures that each correction changed, as record and field.
  const auto tables = by_table(records);
  std::vector<std::set<std::pair<std::string_view, std::string>>> figures(replayed.size());
  for (std::size_t n = 0; n < replayed.size(); ++n) {
    for (const ChangedCell& cell : replayed[n].cells) {
      const auto table = tables.find(cell.table);
      if (table == tables.end()) continue;
      const auto at = table->second.by_place.find({cell.row, cell.column});
      if (at == table->second.by_place.end()) continue;
      for (std::size_t i : at->second) {
        for_each_place(records[i], [&](const CellPlace& place, const std::string& field) {
          if (place.row == cell.row && place.column == cell.column) figures[n].emplace(records[i].id, field);
        });
      }
    }
  }

  const auto tell = [&](const Finding& finding, std::vector<ChangedFinding> CorrectionOutcome::*list) {
    const std::set<std::string> named(finding.record_ids.begin(), finding.record_ids.end());
    const auto changed_figure = [&](const ReplayedCorrection& one) {
      const auto& mine = figures[static_cast<std::size_t>(&one - replayed.data())];
      return std::any_of(named.begin(), named.end(), [&](const std::string& id) { return mine.contains({id, finding.field}); });
    };
    const auto changed_record = [&](const ReplayedCorrection& one) {
      return std::any_of(one.outcome.record_ids.begin(), one.outcome.record_ids.end(),
                         [&](const std::string& id) { return named.contains(id); }) ||
             (named.empty() && !finding.table.empty() && finding.table == one.outcome.table);
    };
    const auto any = [](const ReplayedCorrection&) { return true; };
    for (const std::function<bool(const ReplayedCorrection&)>& reason :
         {std::function<bool(const ReplayedCorrection&)>(changed_figure), {changed_record}, {any}}) {
      bool told = false;
      for (ReplayedCorrection& one : replayed) {
        if (one.outcome.state != CorrectionState::kApplied || !reason(one)) continue;
        (one.outcome.*list).push_back({finding.id, std::string(finding_kind_name(finding.kind)), finding.message_ko, finding.message_en});
        told = true;
      }
      if (told) return;
    }
  };
  for (const Finding& finding : before) {
    if (!is.contains(finding_key(finding))) tell(finding, &CorrectionOutcome::vanished);
  }
  for (const Finding& finding : after) {
    if (!was.contains(finding_key(finding))) tell(finding, &CorrectionOutcome::appeared);
  }
}

}  // namespace jangbu
