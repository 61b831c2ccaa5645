#include "records/row_reader.h"

#include <algorithm>

#include "records/hierarchy.h"
#include "records/year_columns.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

CellPlace place_of(const Cell& cell) { return {cell.row, cell.column, trim(cell.text), cell.page, cell.bbox, cell.corrected}; }

// The value in won, as a fraction, or as a count; with the size of its last printed place.
bool scale(const Figure& figure, Measure measure, const Unit& unit, Decimal& value, Decimal& step) {
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

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string further_lines(const std::string& text) {
  const std::size_t at = text.find('\n');
  return at == std::string::npos ? std::string() : trim(text.substr(at + 1));
}

std::string header_text(const Column& column) {
  std::string text;
  for (const HeaderCell& cell : column.path) text += (text.empty() ? "" : " / ") + collapse_blanks(cell.text);
  return text.empty() ? "column " + std::to_string(column.index) : text;
}

}  // namespace

RowReader::RowReader(const Document& document, std::size_t table_index, const PartReading& reading, const Unit& unit)
    : document_(document), table_(document.tables[table_index]), index_(table_index), reading_(reading), unit_(unit) {
  const std::string own = std::to_string(index_);
  for (std::size_t i = 0; i < document.repairs.size(); ++i) {
    const Repair& repair = document.repairs[i];
    if (repair.table == own && repair.field != "header") repairs_of_row_.emplace(repair.row, i);
  }
}

std::vector<ReadRow> RowReader::read(std::size_t year) const {
  std::vector<ReadRow> rows;
  for (int r = reading_.view.header_rows(); r < reading_.view.rows(); ++r) {
    if (auto row = read_row(r, reading_.columns[year], reading_.years[year])) rows.push_back(std::move(*row));
  }
  return rows;
}

std::optional<ReadRow> RowReader::read_row(int r, const ColumnReading& columns, std::optional<int> year) const {
  const GridView& view = reading_.view;
  const Profile& profile = *reading_.profile;
  const auto labels = view.labels(r);
  if (labels.empty()) return std::nullopt;
  Record record;
  bool printed = false;
  for (const Column& column : columns.columns) {
    const Cell* cell = view.cell(r, column.index);
    if (!cell) continue;
    const bool anchor = view.is_anchor(r, column.index);
    if (!column.field) {
      if (anchor) read_other(record, column, *cell);
      continue;
    }
    printed = printed || (anchor && read_figure(first_line(trim(cell->best_text()))));
    if (column.member.empty()) {
      read_cell(record, column, *cell, anchor);
    } else if (anchor) {
      read_member(record, column, *cell);
    }
  }
  if (!printed) return std::nullopt;
  // The profile's order of fields, not the table's: the same table printed otherwise gives the same record.
  const auto order = [&](const std::string& field) { return profile.field(field) - profile.fields.data(); };
  std::stable_sort(record.values.begin(), record.values.end(),
                   [&](const RecordValue& a, const RecordValue& b) { return order(a.field) < order(b.field); });
  record.type = profile.type;
  record.organization = document_.organization;
  record.fiscal_year = year;
  record.as_of = table_.as_of;
  record.section = table_.section;
  record.money = profile.money;
  record.unit_factor = unit_.factor;
  record.table_index = index_;
  record.row = view.printed_row(r);
  for (const Cell* label : labels) record.path.push_back(collapse_blanks(label->best_text()));
  record.name = record.path.back();
  // Rows (or, sideways, columns) that are years.
  if (const auto own = only_year(header_key(record.name))) record.fiscal_year = own;
  const Cell* own = labels.back();
  const auto [first, last] = repairs_of_row_.equal_range(own->row);
  for (auto at = first; at != last; ++at) {
    const Repair& repair = document_.repairs[at->second];
    if (repair.column == own->column || (!view.sideways() && repair.column == -1)) record.repairs.push_back(repair);
  }
  return ReadRow{std::move(record), own->text};
}

// A header may name the unit of its column: 예산액(백만원).
const Unit& RowReader::unit_of(const Column& column, std::optional<Unit>& own) const {
  static const Pattern bracketed(R"([(\[（]\s*((?:십|백|천|만|백만|십억|억|조)?\s*원)\s*[)\]）])");
  for (auto cell = column.path.rbegin(); cell != column.path.rend() && !own; ++cell) {
    if (const auto found = bracketed.groups(cell->text); found.size() > 1) own = unit_named(found[1]);
  }
  return own && own->money ? *own : unit_;
}

void RowReader::read_cell(Record& record, const Column& column, const Cell& cell, bool anchor) const {
  const std::string text = trim(cell.best_text());
  RecordValue value;
  value.field = column.field->name;
  value.measure = column.field->measure;
  value.place = place_of(cell);
  const auto figure = anchor ? read_figure(first_line(text)) : std::nullopt;
  if (figure && figure->bracketed && figure->value) {
    // Brackets name a second measure, not this one: `(31,800)` below `317,500`, or alone.
    record.others.push_back({header_text(column) + " ( )", text, figure->value, place_of(cell)});
  } else if (figure && figure->value) {
    Decimal v, s;
    std::optional<Unit> own;
    if (scale(*figure, column.field->measure, unit_of(column, own), v, s)) {
      value.value = v;
      value.step = s;
    } else {
      record.others.push_back({header_text(column), text, figure->value, place_of(cell)});
    }
  } else if (!figure && !text.empty()) {
    record.others.push_back({header_text(column), text, std::nullopt, place_of(cell)});
  }
  if (const std::string rest = further_lines(text); !rest.empty()) {
    const auto second = read_figure(rest);
    record.others.push_back({header_text(column) + " (2)", rest, second ? second->value : std::nullopt, place_of(cell)});
  }
  record.values.push_back(std::move(value));
}

void RowReader::read_member(Record& record, const Column& column, const Cell& cell) const {
  const std::string text = trim(cell.best_text());
  const auto figure = read_figure(text);
  if (!figure) {
    if (!text.empty()) record.others.push_back({header_text(column), text, std::nullopt, place_of(cell)});
    return;
  }
  BreakdownPart part{column.dimension, column.member, column.field->name, std::nullopt, place_of(cell), {}};
  if (figure->value) {
    Decimal v, s;
    std::optional<Unit> own;
    if (scale(*figure, column.field->measure, unit_of(column, own), v, s)) {
      part.value = v.whole();
      part.step = s;
    }
    if (!part.value) record.others.push_back({header_text(column), text, figure->value, place_of(cell)});
  }
  record.breakdown.push_back(std::move(part));
}

void RowReader::read_other(Record& record, const Column& column, const Cell& cell) const {
  const std::string text = trim(cell.best_text());
  if (text.empty()) return;
  static const Pattern remarks(R"(비고|참고(사항)?|특이사항)");
  if (!column.path.empty() && remarks.matches(column.path.back().key)) {
    record.remarks += (record.remarks.empty() ? "" : "\n") + text;
    return;
  }
  const auto figure = read_figure(text);
  record.others.push_back({header_text(column), text, figure ? figure->value : std::nullopt, place_of(cell)});
}

}  // namespace jangbu
