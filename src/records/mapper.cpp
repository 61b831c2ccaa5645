// Tables of a document → records: context, readings of its parts, rows, brackets, places. Each step is a file of its own; here is their
// order. Parts with the same fields and year are one table cut in two and are placed together, so that 합계 of the first part may stand
// over rows of the second. Folded parts (정원 / 현원 by grade) give one record: the second half of a wide table adds its grades to the
// first. Parents are indices within a group; they are shifted by where the group begins among the records of the table.
//
//   table ─ read_table() ─▶ readings ─ RowReader ─▶ rows ─ settle_brackets(), place_records() ─▶ records
//   one table gives several readings where it holds several parts, or rows of 세입 and of 세출
#include "records/mapper.h"

#include <algorithm>
#include <map>

#include "records/brackets.h"
#include "records/printed_identities.h"
#include "records/record_places.h"
#include "records/row_reader.h"
#include "records/shortage_signs.h"
#include "records/table_reading.h"
#include "text/told.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// The fields that a reading gives, as one word: parts with the same ones are one table.
std::string shape_of(const PartReading& reading) {
  std::vector<std::string> names;
  for (const TypedColumn& column : reading.typing.columns) {
    if (column.typed() && !column.member) names.push_back(column.key());
  }
  std::sort(names.begin(), names.end());
  std::string shape = reading.typing.profile->type + "\x1f" + std::to_string(reading.typing.year.value_or(0));
  for (const std::string& name : names) shape += "\x1f" + name;
  return shape;
}

// 구분 | 3급 | 4급 above 구분 | 6급 | 7급: one table too wide for its page.
void add_breakdown(Record& record, const Record& more) {
  record.breakdown.insert(record.breakdown.end(), more.breakdown.begin(), more.breakdown.end());
  record.others.insert(record.others.end(), more.others.begin(), more.others.end());
  for (const Figure& value : more.values) {
    if (!record.find(value.field)) record.values.push_back(value);
  }
  if (record.name.empty()) {
    record.name = more.name;
    record.path = more.path;
  }
}

// A heading that was read although it is damaged is a repair: before is what is printed, after the field.
void log_rebuilt(Document& document, std::size_t index, const PartReading& reading) {
  for (const TypedColumn& column : reading.typing.columns) {
    if (!column.damaged) continue;
    std::string before;
    for (const HeaderCell& cell : column.path) before += (before.empty() ? "" : " / ") + collapse_blanks(cell.text);
    const Cell* place = reading.view.cell(0, column.index);
    document.repairs.push_back({"header_rebuilt", "header", before, column.field->korean, std::to_string(index), place ? place->row : 0,
                                place ? place->column : column.index, 1.0});
  }
}

}  // namespace

// Table by table; what is not understood of headings is collected over all of them.
std::vector<Record> map_records(Document& document, const std::vector<Profile>& profiles, const Lexicon& lexicon) {
  std::vector<Record> records;
  TableNotes notes;
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    Table& table = document.tables[t];
    // A single row or column has no header.
    if (table.rows < 2 || table.columns < 2) continue;
    const TableContext context = context_of(document, t, lexicon);
    notes.unit_missing = false;
    notes.headings.clear();
    const std::vector<PartReading> readings = read_table(table, context, profiles, lexicon, notes);
    table.headings = notes.headings;
    if (notes.unit_missing) {
      document.diagnostics.push_back({"unit_unknown",
                                      told("place.table", {{"table", t + 1}}).ko + ": " + in_both(told("reading.unit_unknown")),
                                      table.pages.empty() ? std::nullopt : std::optional(table.pages.front())});
    }
    // No profile takes the table: it stays in the output as cells.
    if (readings.empty()) continue;
    if (table.as_of.empty()) table.as_of = table.nearby_as_of;
    if (table.unit.empty() && context.money) table.unit = context.money->name;
    // Parts that go on from one another are placed together.
    struct Group {
      const Profile* profile;
      std::vector<ReadRow> rows;
    };
    std::vector<Group> groups;
    std::map<std::string, std::size_t> group_of;
    std::map<const Profile*, std::size_t> folded;  // the group that holds the profile's one record of a wide table cut in two
    for (const PartReading& reading : readings) {
      std::vector<ReadRow> rows = RowReader(document, t, reading, context, lexicon).read();
      if (rows.empty()) continue;
      for (ReadRow& row : rows) row.source = lexicon.source_of(row.record.name);
      add_printed_identities(reading, t, document.identities);
      log_rebuilt(document, t, reading);
      // A part with the fields of an earlier one goes on from it.
      const auto [at, fresh] = group_of.emplace(shape_of(reading), groups.size());
      if (fresh) groups.push_back({reading.typing.profile, {}});
      auto& all = groups[at->second].rows;
      if (reading.folded && folded.contains(reading.typing.profile)) {
        add_breakdown(groups[folded[reading.typing.profile]].rows.back().record, rows.front().record);
        if (fresh) groups.pop_back();
        group_of.erase(shape_of(reading));
        continue;
      }
      if (reading.folded) folded[reading.typing.profile] = at->second;
      all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    if (groups.empty()) continue;
    table.kind = groups.front().profile->type;
    int first = 0;  // of the group among the table's records
    for (Group& group : groups) {
      // Before places: a bracket that is a negative changes sums.
      settle_brackets(group.rows, *group.profile, document);
      settle_shortages(group.rows, *group.profile, document);
      place_records(group.rows, *group.profile);
      for (ReadRow& row : group.rows) {
        if (row.record.parent) *row.record.parent += first;
        records.push_back(std::move(row.record));
      }
      first += static_cast<int>(group.rows.size());
    }
  }
  document.unknown_words.clear();
  for (const auto& [word, columns] : notes.unknown) document.unknown_words.push_back({word, columns});
  std::stable_sort(document.unknown_words.begin(), document.unknown_words.end(),
                   [](const UnknownWord& a, const UnknownWord& b) { return a.columns > b.columns; });
  return records;
}

}  // namespace jangbu
