#include "records/mapper.h"

#include <algorithm>
#include <map>

#include "records/columns.h"
#include "records/grid_view.h"
#include "records/hierarchy.h"
#include "text/caption.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

struct Reading {
  const Profile* profile = nullptr;
  bool sideways = false;
  ColumnReading columns;
};

// The year that tells ’21년 from ’20년 in headers: the fiscal year, or the next one where the headers reach to it (a report of
// late 2025 prints 2025 beside 2026); where no fiscal year is known, the latest that the headers name.
std::optional<int> year_of(const Table& table, const Document& document) {
  static const Pattern year(R"(20\d\d)");
  int latest = 0;
  for (const Cell& cell : table.cells) {
    if (cell.row >= table.header_rows) continue;
    const std::string key = header_key(cell.best_text());
    for (std::string_view match : year.all(key)) latest = std::max(latest, std::stoi(std::string(match)));
  }
  if (!document.fiscal_year) return latest > 0 ? std::optional(latest) : std::nullopt;
  return latest == *document.fiscal_year + 1 ? latest : *document.fiscal_year;
}

Reading best_reading(const Table& table, const Document& document, const std::vector<Profile>& profiles) {
  Reading best;
  TableContext context{year_of(table, document), {}};
  context.titles.push_back(label_key(table.caption));
  for (auto heading = table.section.rbegin(); heading != table.section.rend() && context.titles.size() < 3; ++heading) {
    context.titles.push_back(label_key(*heading));
  }
  for (const bool sideways : {false, true}) {
    if (sideways && (best.profile || table.rows < 2 || table.columns < 3)) break;
    const GridView grid(table, sideways);
    for (const Profile& profile : profiles) {
      if (profile.fields.empty()) continue;  // read from lines
      ColumnReading columns = read_columns(grid, profile, context);
      if (columns.score > best.columns.score) best = {&profile, sideways, std::move(columns)};
    }
  }
  return best;
}

struct TableUnit {
  Unit unit;
  bool printed = true;
};

class TableMapper {
 public:
  TableMapper(Document& document, std::size_t table_index, const Reading& reading, const std::string& usual_unit)
      : document_(document), table_(document.tables[table_index]), index_(table_index), reading_(reading), profile_(*reading.profile),
        grid_(table_, reading.sideways), year_(year_of(table_, document)) {
    table_.kind = profile_.type;
    const std::string own = std::to_string(index_);
    for (std::size_t i = 0; i < document_.repairs.size(); ++i) {
      if (document_.repairs[i].table == own) repairs_of_row_.emplace(document_.repairs[i].row, i);
    }
    settle_unit(usual_unit);
    log_headers();
  }

  std::vector<Record> run() {
    std::vector<Record> records;
    for (int r = grid_.header_rows(); r < grid_.rows(); ++r) {
      if (auto record = read_row(r)) records.push_back(std::move(*record));
    }
    place(records);
    return records;
  }

 private:
  void settle_unit(const std::string& usual) {
    if (!profile_.money) {
      unit_ = {"명", 1, false};
      if (table_.as_of.empty()) table_.as_of = table_.nearby_as_of;
      return;
    }
    auto unit = unit_named(table_.unit);
    if ((!unit || !unit->money) && !table_.nearby_unit.empty()) {
      if (const auto nearby = unit_named(table_.nearby_unit); nearby && nearby->money) {
        unit = nearby;
        table_.unit = nearby->name;
      }
    }
    if (table_.as_of.empty()) table_.as_of = table_.nearby_as_of;
    if (unit && unit->money) {
      unit_ = *unit;
      return;
    }
    unit_ = unit_named(usual).value_or(Unit{"원", 1, true});
    document_.diagnostics.push_back(
        {"unit_unknown",
         "표 " + std::to_string(index_ + 1) + ": 단위가 적혀 있지 않아 " + unit_.name + "(으)로 읽었습니다 / no unit is printed for this table; read as " +
             unit_.name,
         table_.pages.empty() ? std::nullopt : std::optional(table_.pages.front())});
  }

  void log_headers() {
    for (const Column& column : reading_.columns.columns) {
      if (!column.field || column.proof == Proof::kHeader) continue;
      std::string before;
      for (const HeaderCell& cell : column.path) before += (before.empty() ? "" : " / ") + collapse_blanks(cell.text);
      Repair repair{"header_rebuilt", "header", before, column.field->korean, std::to_string(index_), 0, column.index,
                    column.proof == Proof::kIdentity ? 1.0 : 0.8};
      if (reading_.sideways) std::swap(repair.row, repair.column);
      document_.repairs.push_back(std::move(repair));
    }
  }

  CellPlace place_of(const Cell& cell) const { return {cell.row, cell.column, trim(cell.text), cell.page, cell.bbox}; }

  // The value in won, as a fraction, or as a count; with the size of its last printed place.
  static bool scale(const Figure& figure, Measure measure, const Unit& unit, Decimal& value, Decimal& step) {
    const Decimal printed = *figure.value, place{1, figure.value->scale};
    std::optional<Decimal> v, s;
    if (measure == Measure::kRate) {
      v = printed.shifted(-2);
      s = place.shifted(-2);
    } else if (figure.percent) {
      return false;
    } else {
      std::int64_t factor = measure == Measure::kAmount ? unit.factor : 1;
      if (measure == Measure::kAmount && !figure.suffix.empty()) {
        if (const auto own = unit_named(figure.suffix); own && own->money) factor = own->factor;
      }
      v = printed.times(factor);
      s = place.times(factor);
      if (v && v->scale > 0 && !v->whole()) return false;  // a fraction of a won, or of a head
      if (measure == Measure::kCount) s = Decimal{0, 0};   // heads are counted, not rounded
    }
    if (!v || !s) return false;
    value = *v;
    step = *s;
    return true;
  }

  std::optional<Record> read_row(int r) {
    const auto labels = grid_.labels(r);
    Record record;
    bool printed = false;
    for (const Column& column : reading_.columns.columns) {
      const Cell* cell = grid_.cell(r, column.index);
      if (!cell) continue;
      const std::string text = trim(cell->best_text());
      if (!column.field) {
        other(record, column, *cell, text, r);
        continue;
      }
      RecordValue value;
      value.field = column.field->name;
      value.measure = column.field->measure;
      value.place = place_of(*cell);
      const auto figure = grid_.is_anchor(r, column.index) ? read_figure(first_line(text)) : std::nullopt;
      if (figure) printed = true;
      if (figure && figure->bracketed && figure->value) {
        // Brackets name a second measure, not this one: `(31,800)` below `317,500`, or alone.
        record.others.push_back({header_text(column) + " ( )", text, figure->value, place_of(*cell)});
      } else if (figure && figure->value) {
        Decimal v, s;
        if (scale(*figure, column.field->measure, unit_, v, s)) {
          value.value = v;
          value.step = s;
        } else {
          record.others.push_back({header_text(column), text, figure->value, place_of(*cell)});
        }
      } else if (!figure && !text.empty()) {
        record.others.push_back({header_text(column), text, std::nullopt, place_of(*cell)});
      }
      if (const std::string rest = further_lines(text); !rest.empty()) {
        const auto second = read_figure(rest);
        record.others.push_back({header_text(column) + " (2)", rest, second ? second->value : std::nullopt, place_of(*cell)});
      }
      record.values.push_back(std::move(value));
    }
    if (!printed || labels.empty()) return std::nullopt;
    // The profile's order of fields, not the table's: the same table printed otherwise gives the same record.
    std::stable_sort(record.values.begin(), record.values.end(),
                     [&](const RecordValue& a, const RecordValue& b) { return order(a.field) < order(b.field); });
    record.type = profile_.type;
    record.organization = document_.organization;
    record.fiscal_year = year_;
    record.as_of = table_.as_of;
    record.section = table_.section;
    record.money = profile_.money;
    record.unit_factor = unit_.factor;
    record.table_index = index_;
    record.row = r;
    for (const Cell* label : labels) record.path.push_back(collapse_blanks(label->best_text()));
    record.name = record.path.back();
    const Cell* own = labels.back();
    const auto [first, last] = repairs_of_row_.equal_range(own->row);
    for (auto at = first; at != last; ++at) {
      const Repair& repair = document_.repairs[at->second];
      if (repair.column == own->column || (!reading_.sideways && repair.column == -1)) record.repairs.push_back(repair);
    }
    return record;
  }

  std::size_t order(const std::string& field) const { return static_cast<std::size_t>(profile_.field(field) - profile_.fields.data()); }

  static std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }
  static std::string further_lines(const std::string& text) {
    const std::size_t at = text.find('\n');
    return at == std::string::npos ? std::string() : trim(text.substr(at + 1));
  }

  static std::string header_text(const Column& column) {
    std::string text;
    for (const HeaderCell& cell : column.path) text += (text.empty() ? "" : " / ") + collapse_blanks(cell.text);
    return text.empty() ? "column " + std::to_string(column.index) : text;
  }

  void other(Record& record, const Column& column, const Cell& cell, const std::string& text, int r) const {
    if (text.empty() || !grid_.is_anchor(r, column.index)) return;
    static const Pattern remarks(R"(비고|참고(사항)?|특이사항)");
    if (!column.path.empty() && remarks.matches(column.path.back().key)) {
      record.remarks += (record.remarks.empty() ? "" : "\n") + text;
      return;
    }
    const auto figure = read_figure(text);
    // A member of a breakdown (행정직 under 직종별 현원), unless it is the members' own subtotal.
    if (column.path.size() >= 2 && figure && !is_subtotal_label(column.path.back().text) && !is_total_label(column.path.back().text)) {
      for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
        for (const BreakdownRule& rule : profile_.breakdowns) {
          if (!rule.header.matches(column.path[i].key)) continue;
          const auto groups = rule.header.groups(column.path[i].key);
          BreakdownPart part{groups.size() > 1 ? std::string(groups[1]) : std::string(), column.path.back().key, rule.measure, std::nullopt,
                             place_of(cell)};
          if (figure->value) part.value = figure->value->whole();
          record.breakdown.push_back(std::move(part));
          return;
        }
      }
    }
    record.others.push_back({header_text(column), text, figure ? figure->value : std::nullopt, place_of(cell)});
  }

  // One word: `민관협치 활성화 지원` ends like 의료원 but names a programme.
  bool names_office(const std::string& label) const {
    if (words_of(label).size() != 1) return false;
    const std::string key = label_key(label);
    return std::any_of(profile_.levels.begin(), profile_.levels.end(),
                       [&](const LevelRule& rule) { return rule.level == "department" && rule.label.matches(key); });
  }

  std::string level_of(const Record& record, bool siblings_are_offices) const {
    if (record.role == RowRole::kTotal) return "total";
    const std::string key = label_key(record.name);
    if (record.role == RowRole::kSubtotal || siblings_are_offices) {
      for (const LevelRule& rule : profile_.levels) {
        if (rule.label.matches(key)) return rule.level;
      }
    }
    return record.role == RowRole::kSubtotal ? profile_.subtotal_level : profile_.item_level;
  }

  void place(std::vector<Record>& records) const {
    if (records.empty()) return;
    const bool several_labels = std::any_of(records.begin(), records.end(), [](const Record& record) { return record.path.size() > 1; });
    std::vector<RowPlace> places;
    if (several_labels) {
      places = by_labels(records);
    } else {
      std::vector<HierarchyRow> rows;
      for (const Record& record : records) {
        HierarchyRow row{record.name, names_office(record.name), {}};
        for (const Column& column : reading_.columns.columns) {
          if (!column.field || !column.field->additive) continue;
          const RecordValue* value = record.find(column.field->name);
          row.figures.push_back(value && value->value ? std::optional(Printed::of(*value->value, value->step)) : std::nullopt);
        }
        rows.push_back(std::move(row));
      }
      places = find_hierarchy(rows);
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
      records[i].parent = places[i].parent;
      records[i].role = places[i].role;
    }
    if (!several_labels) {
      for (std::size_t i = 0; i < records.size(); ++i) {
        std::vector<std::string> path;
        for (std::optional<int> at = static_cast<int>(i); at; at = records[static_cast<std::size_t>(*at)].parent) {
          const Record& step = records[static_cast<std::size_t>(*at)];
          if (step.role == RowRole::kTotal) break;
          path.insert(path.begin(), step.name);
          if (path.size() > records.size()) break;
        }
        records[i].path = std::move(path);
      }
    }
    // Offices among offices: `자산관리과` beside `세무과` is one, `성과` among programmes is none.
    struct Siblings {
      int offices = 0, all = 0;
    };
    std::map<int, Siblings> siblings;  // by parent; -1: none
    for (const Record& record : records) {
      if (record.role == RowRole::kTotal) continue;
      Siblings& beside = siblings[record.parent.value_or(-1)];
      ++beside.all;
      beside.offices += names_office(record.name);
    }
    for (Record& record : records) {
      const Siblings& beside = siblings[record.parent.value_or(-1)];
      record.level = level_of(record, beside.offices * 2 > beside.all);
    }
  }

  // Two label columns print the hierarchy themselves: `시민참여과 | 소계`, `시민참여과 | 시민 제안 …`.
  static std::vector<RowPlace> by_labels(std::vector<Record>& records) {
    std::vector<RowPlace> places(records.size());
    std::optional<int> total;
    std::map<std::vector<std::string>, int> heads;
    for (std::size_t i = 0; i < records.size(); ++i) {
      Record& record = records[i];
      if (record.path.size() == 1 && is_total_label(record.name) && !total) {
        places[i].role = RowRole::kTotal;
        total = static_cast<int>(i);
        record.path.clear();
        continue;
      }
      if (record.path.size() > 1 && (is_subtotal_label(record.name) || is_total_label(record.name))) {
        record.path.pop_back();
        record.name = record.path.back();
        places[i].role = RowRole::kSubtotal;
      }
      if (places[i].role == RowRole::kSubtotal || record.path.size() == 1) heads.emplace(record.path, static_cast<int>(i));
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (places[i].role == RowRole::kTotal) continue;
      std::vector<std::string> above = records[i].path;
      while (!above.empty()) {
        above.pop_back();
        const auto head = heads.find(above);
        if (head != heads.end() && head->second != static_cast<int>(i)) {
          places[i].parent = head->second;
          places[static_cast<std::size_t>(head->second)].role = RowRole::kSubtotal;
          break;
        }
      }
      if (!places[i].parent && total) places[i].parent = total;
    }
    return places;
  }

  Document& document_;
  Table& table_;
  std::size_t index_;
  const Reading& reading_;
  const Profile& profile_;
  GridView grid_;
  std::optional<int> year_;
  std::multimap<int, std::size_t> repairs_of_row_;  // indices into document_.repairs as it was before this table's headers
  Unit unit_;
};

}  // namespace

std::vector<Record> map_records(Document& document, const std::vector<Profile>& profiles) {
  // The unit that most tables of the document print: for the one that prints none.
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
  std::vector<Record> records;
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    const Table& table = document.tables[t];
    if (table.rows < 2 || table.columns < 2) continue;
    const Reading reading = best_reading(table, document, profiles);
    if (!reading.profile) continue;
    std::vector<Record> rows = TableMapper(document, t, reading, usual).run();
    if (rows.empty()) {
      document.tables[t].kind.clear();
      continue;
    }
    for (Record& record : rows) records.push_back(std::move(record));
  }
  return records;
}

}  // namespace jangbu
