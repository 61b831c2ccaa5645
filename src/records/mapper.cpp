#include "records/mapper.h"

#include <algorithm>
#include <map>

#include "records/placing.h"
#include "records/row_reader.h"
#include "records/table_reading.h"
#include "text/caption.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// The unit that most tables of the document print: for the one that prints none.
std::string usual_unit(const Document& document) {
  std::map<std::string, int> units;
  for (const Table& table : document.tables) {
    if (const auto unit = unit_named(table.unit); unit && unit->money) ++units[unit->name];
  }
  std::string usual;
  int most = 0;
  for (const auto& [name, count] : units) {
    if (count > most) {
      most = count;
      usual = name;
    }
  }
  return usual;
}

Unit settle_unit(Document& document, std::size_t index, bool money, const std::string& usual) {
  Table& table = document.tables[index];
  if (table.as_of.empty()) table.as_of = table.nearby_as_of;
  if (!money) return {"명", 1, false};
  auto unit = unit_named(table.unit);
  if ((!unit || !unit->money) && !table.nearby_unit.empty()) {
    if (const auto nearby = unit_named(table.nearby_unit); nearby && nearby->money) {
      unit = nearby;
      table.unit = nearby->name;
    }
  }
  if (unit && unit->money) return *unit;
  const Unit guessed = unit_named(usual).value_or(Unit{"원", 1, true});
  document.diagnostics.push_back(
      {"unit_unknown",
       "표 " + std::to_string(index + 1) + ": 단위가 적혀 있지 않아 " + guessed.name + "(으)로 읽었습니다 / no unit is printed for this table; read as " + guessed.name,
       table.pages.empty() ? std::nullopt : std::optional(table.pages.front())});
  return guessed;
}

void log_headers(Document& document, std::size_t index, const PartReading& reading) {
  for (const ColumnReading& columns : reading.columns) {
    for (const Column& column : columns.columns) {
      if (!column.field || column.proof == Proof::kHeader) continue;
      std::string before;
      for (const HeaderCell& cell : column.path) before += (before.empty() ? "" : " / ") + collapse_blanks(cell.text);
      const Cell* place = reading.view.cell(0, column.index);
      document.repairs.push_back({"header_rebuilt", "header", before, column.field->korean, std::to_string(index), place ? place->row : 0,
                                  place ? place->column : column.index, column.proof == Proof::kIdentity ? 1.0 : 0.8});
    }
  }
}

// The fields that a reading gives, as one word: parts with the same ones are one table.
std::string shape_of(const PartReading& reading, std::size_t year) {
  std::vector<std::string> names;
  for (const Column& column : reading.columns[year].columns) {
    if (column.field && column.member.empty()) names.push_back(column.field->name);
  }
  std::sort(names.begin(), names.end());
  std::string shape = reading.profile->type + "\x1f" + std::to_string(reading.years[year].value_or(0));
  for (const std::string& name : names) shape += "\x1f" + name;
  return shape;
}

}  // namespace

std::vector<Record> map_records(Document& document, const std::vector<Profile>& profiles, const HeaderLexicon& lexicon) {
  const std::string usual = usual_unit(document);
  HeaderMeaningsByProfile meanings;
  std::vector<Record> records;
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    if (document.tables[t].rows < 2 || document.tables[t].columns < 2) continue;
    const std::vector<PartReading> readings = read_table(document.tables[t], document, profiles, lexicon, meanings);
    // Parts that go on from one another are placed together.
    struct Group {
      const Profile* profile;
      std::vector<ReadRow> rows;
    };
    std::vector<Group> groups;
    std::map<std::string, std::size_t> group_of;
    std::map<bool, Unit> units;  // by money
    for (const PartReading& reading : readings) {
      const bool money = reading.profile->money;
      if (!units.contains(money)) units[money] = settle_unit(document, t, money, usual);
      const Unit& unit = units[money];
      const RowReader reader(document, t, reading, unit);
      for (std::size_t year = 0; year < reading.columns.size(); ++year) {
        std::vector<ReadRow> rows = reader.read(year);
        if (rows.empty()) continue;
        const auto [at, fresh] = group_of.emplace(shape_of(reading, year), groups.size());
        if (fresh) groups.push_back({reading.profile, {}});
        auto& all = groups[at->second].rows;
        all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
      }
      log_headers(document, t, reading);
    }
    if (groups.empty()) continue;
    document.tables[t].kind = groups.front().profile->type;
    int first = 0;  // of the group among the table's records
    for (Group& group : groups) {
      place_records(group.rows, *group.profile);
      for (ReadRow& row : group.rows) {
        if (row.record.parent) *row.record.parent += first;
        records.push_back(std::move(row.record));
      }
      first += static_cast<int>(group.rows.size());
    }
  }
  return records;
}

}  // namespace jangbu
