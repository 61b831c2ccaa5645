// Rows of a typed view → records with values, yearly figures, parts, notes and others. Nothing that a cell prints is dropped: what fits no
// field goes to `others` with its heading and place. A row is a record if it has labels and prints a figure in a typed column. Rows that
// compare other rows (증감, 구성비) and rows of months are none. Hard cases: two figures in a cell (read.second), figures with units of
// their own (1.2억원 in a table of 백만원), and rows that are members of one record (read_folded). Values: won, fractions (12.5% is 0.125)
// or counts; `step` is the size of the last printed place, in the same unit.
//
//   예산액 | 집행액 | 비고              figure 1,234.5 in 백만원 → value 1,234,500,000, step 100,000
//   1,200 (300)                         a figure and a second one in brackets: the heading 예산액(구성비) names it, else `others`
//   3억원                               has a unit of its own, whatever the table's is
//   미정                                no figure: field null, text in `others`
#include "records/row_reader.h"

#include <algorithm>
#include <set>

#include "meaning/cell_figures.h"
#include "records/figure_value.h"
#include "records/hierarchy.h"
#include "records/row_time.h"
#include "records/summed_members.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/printed_date.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

CellPlace place_of(const Cell& cell) { return {cell.row, cell.column, trim(cell.text), cell.page, cell.bbox, cell.corrected}; }

// The unit of an amount where it is another one than its record's: printed beside the figure (3억원), or named by its own column.
std::string own_unit(const PrintedFigure& print, const TypedColumn& column, const Record& record) {
  if (const auto printed = unit_named(print.suffix); printed && printed->money) return printed->name;
  return column.unit.money && column.unit.factor != record.unit_factor ? column.unit.name : std::string();
}

// A figure of the field at the cell, without a value so far.
Figure begun(std::string name, Measure measure, const Cell& cell, const CellFigures& read) {
  Figure figure{std::move(name), measure, std::nullopt, {}, place_of(cell)};
  figure.imprint = imprint_of(read);
  return figure;
}

// How a column is named in `others`: its path, or its number where no heading is left.
std::string header_text(const TypedColumn& column) {
  std::string text;
  for (const HeaderCell& cell : column.path) text += (text.empty() ? "" : " / ") + collapse_blanks(cell.text);
  return text.empty() ? "column " + std::to_string(column.index) : text;
}

// (2014∼) behind a name: since when there is one, and no level below it.
bool says_only_when(const std::string& label, const Lexicon& lexicon) {
  const std::string text = trim(label);
  if (!text.starts_with('(') && !text.starts_with('[')) return false;
  const Facets facets = lexicon.read(text);
  return facets.understood() && facets.period && facets.atoms.empty() && facets.members.empty();
}

}  // namespace

// `가사업*`, `가사업 주1)`, `가사업²⁾`: up to three marks. A label that is nothing but a mark stays.
std::string without_notes(std::string label, std::vector<std::string>& notes) {
  static const Pattern mark(R"((\s*(?:\*+|주\s?\d{0,2}\)|[¹²³\x{2070}-\x{207E}]+[)⁾]?))$)");
  // From the end; each mark is kept, in the order in which they are printed.
  for (int times = 0; times < 3; ++times) {
    const auto groups = mark.groups(label);
    if (groups.empty() || groups[0].size() == label.size()) break;
    const std::string name = trim(label.substr(0, label.size() - groups[0].size()));
    if (name.ends_with("(") || name.ends_with("（")) break;  // 가나물류(주)
    notes.insert(notes.begin(), trim(groups[0]));
    label = name;
  }
  return label;
}

// Repairs of the table by row, to be handed to the records that they are of; before ids are given a table is its number.
RowReader::RowReader(const Document& document, std::size_t table_index, const PartReading& reading, const TableContext& context,
                     const Lexicon& lexicon)
    : document_(document),
      table_(document.tables[table_index]),
      index_(table_index),
      reading_(reading),
      context_(context),
      lexicon_(lexicon),
      lettered_(rows_have_letters()),
      names_projects_(innermost_names_projects()) {
  const std::string own = std::to_string(index_);
  for (std::size_t i = 0; i < document.repairs.size(); ++i) {
    const Repair& repair = document.repairs[i];
    if (repair.table == own && repair.field != "header") repairs_of_row_.emplace(repair.row, i);
  }
}

// 사업명 over the innermost labels.
bool RowReader::innermost_names_projects() const {
  if (reading_.view.label_columns() < 2) return false;
  const auto path = reading_.view.header_path(reading_.view.label_columns() - 1);
  return !path.empty() && lexicon_.is_project_label(path.back().text);
}

// One row at least has to be a formula over letters, as headings have them: 가지구(A) and 나지구(B) are names.
bool RowReader::rows_have_letters() const {
  const GridView& view = reading_.view;
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    const auto labels = view.labels(r);
    if (!labels.empty() && lexicon_.read(labels.back()->best_text()).letters.sum.size() > 1) return true;
  }
  return false;
}

// 1,120,000 over 486,500 in one column, and two figures one above the other in a second one: rows that were read as one, whose figures are
// of none of them. Where a heading names a second figure (예산액(구성비)), or brackets hold it, the cell is meant so.
bool RowReader::holds_several_rows(int r) const {
  const GridView& view = reading_.view;
  int cells = 0;
  for (const TypedColumn& column : reading_.typing.columns) {
    const Cell* cell = view.cell(r, column.index);
    if (!column.typed() || column.second || !cell || !view.is_anchor(r, column.index)) continue;
    const std::string text = trim(cell->best_text());
    const std::size_t end = text.find('\n');
    if (end == std::string::npos || text.find('\n', end + 1) != std::string::npos) continue;
    const auto is_one = [](std::string_view line) {
      const CellFigures read = read_cell_figures(line);
      return read.dash || (read.figure && !read.figure->bracketed && !read.second && read.note.empty());
    };
    cells += is_one(std::string_view(text).substr(0, end)) && is_one(std::string_view(text).substr(end + 1));
  }
  return cells >= 2;
}

// Only the rows that this reading is of: a table of 세입 and 세출 as rows has a reading for each.
std::vector<ReadRow> RowReader::read() const {
  std::vector<ReadRow> rows;
  if (reading_.folded) {
    if (auto row = read_folded()) rows.push_back(std::move(*row));
    return rows;
  }
  bool first = true;
  for (int r = reading_.view.header_rows(); r < reading_.view.rows(); ++r) {
    if (!reading_.rows[static_cast<std::size_t>(r)]) continue;
    if (auto row = read_row(r, first)) rows.push_back(std::move(*row));
    first = false;
  }
  return rows;
}

// What all records of the table share; the unit factor is that of its first column of money.
void RowReader::start(Record& record) const {
  const Profile& profile = *reading_.typing.profile;
  record.type = profile.type;
  record.organization = document_.organization;
  record.fiscal_year = reading_.typing.year;
  record.as_of = table_.as_of;
  record.section = table_.section;
  record.money = profile.money;
  record.table_index = index_;
  record.project = profile.yearly.empty() ? std::string() : context_.project;
  record.unit_factor = 1;
  for (const TypedColumn& column : reading_.typing.columns) {
    if (column.typed() && column.field->measure == Measure::kAmount) {
      record.unit_factor = column.unit.factor;
      break;
    }
  }
}

void RowReader::finish(Record& record) const {
  // The profile's order of fields, not the table's: the same table printed otherwise gives the same record.
  const Profile& profile = *reading_.typing.profile;
  const auto order = [&](const std::string& field) { return profile.field(field) - profile.fields.data(); };
  std::stable_sort(record.values.begin(), record.values.end(),
                   [&](const Figure& a, const Figure& b) { return order(a.field) < order(b.field); });
  // 정무직 beside two others by class or more (일반직, 공무직) is one of these, and none of the grades.
  for (Figure& part : record.breakdown) {
    const auto other = lexicon_.other_dimension(part.member);
    if (!other || *other == part.dimension) continue;
    std::set<std::string> beside;
    for (const Figure& sibling : record.breakdown) {
      if (sibling.dimension == *other && sibling.member != part.member) beside.insert(sibling.member);
    }
    if (beside.size() >= 2) part.dimension = *other;
  }
}

// 증감 and 1/4분기 are worked out of other rows or are parts of them; 수지율 in a table of money, 충원율 in one of heads are other measures
// than the columns'. Where figures are of any kind (indicators), that is what a row is called.
bool RowReader::is_no_thing(const std::string& label) const {
  const Facets said = lexicon_.read(label);
  if (says_comparison(said) || is_part_of_year(label)) return true;
  bool money = false, heads = false;
  for (const TypedColumn& column : reading_.typing.columns) {
    if (!column.typed()) continue;
    money = money || column.field->measure == Measure::kAmount;
    heads = heads || column.field->measure == Measure::kCount;
  }
  return (money && tells_no_money(said, label)) || (heads && tells_rate(said, label));
}

// The year that the row above is of by its label.
std::optional<int> RowReader::year_above(int r) const {
  if (r <= reading_.view.header_rows()) return std::nullopt;
  const auto labels = reading_.view.labels(r - 1);
  if (labels.empty()) return std::nullopt;
  const Facets above = lexicon_.read(labels.back()->best_text());
  const bool year = above.understood() && above.atoms.empty() && above.period && above.period->kind == FacetPeriod::Kind::kYear;
  return year ? std::optional(above.period->year) : std::nullopt;
}

// Labels, then cells, then the path. Nothing is returned for a row that prints no figure in a typed column.
std::optional<ReadRow> RowReader::read_row(int r, bool first) const {
  const GridView& view = reading_.view;
  std::vector<const Cell*> labels;
  std::vector<std::string> since;
  for (const Cell* label : view.labels(r)) {
    if (!labels.empty() && says_only_when(label->best_text(), lexicon_)) {
      since.push_back(collapse_blanks(label->best_text()));
      continue;
    }
    // A heading that reaches down beside the row is no label of it, unless it is a name itself (식품진흥기금).
    if (!view.sideways() && label->row < table_.header_rows && label->row + label->row_span > table_.header_rows &&
        lexicon_.is_row_label(label->best_text()))
      continue;
    labels.push_back(label);
  }
  const auto to_date = labels.empty() ? std::nullopt : year_to_date(labels.back()->best_text(), year_above(r));
  if (!labels.empty() && !to_date && is_no_thing(labels.back()->best_text())) return std::nullopt;
  // A row without a label is read if it is the only one, or the first: a total often has none.
  const bool only = view.rows() - view.header_rows() == 1;
  if (labels.empty() && !only && !first) return std::nullopt;
  Record record;
  start(record);
  record.notes = std::move(since);
  bool printed = false;
  const bool several_rows = holds_several_rows(r);
  for (const TypedColumn& column : reading_.typing.columns) {
    const Cell* cell = view.cell(r, column.index);
    if (!cell) continue;
    const bool anchor = view.is_anchor(r, column.index);
    if (!column.typed()) {
      if (anchor) read_other(record, column, *cell);
      continue;
    }
    if (anchor) {
      const CellFigures figures = read_cell_figures(cell->best_text());
      printed = printed || figures.prints_figure();
    }
    if (!column.member) {
      read_cell(record, column, *cell, anchor, several_rows);
    } else if (anchor) {
      read_member(record, column, *column.member, *cell);
    }
  }
  // A row of headings, or of columns that no field takes.
  if (!printed) return std::nullopt;
  finish(record);
  record.row = view.printed_row(r);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    std::string text = without_notes(collapse_blanks(labels[i]->best_text()), record.notes);
    static const Pattern last_bracket(R"(\s*[(（][^()（）]*[)）]\s*$)");  // 총지출(A+B)
    if (lettered_ && !lexicon_.read(text).letters.empty()) {
      std::string plain = last_bracket.replaced(text, "");
      if (!plain.empty() && plain.size() < text.size()) {
        record.notes.push_back(trim(std::string_view(text).substr(plain.size())));
        text = std::move(plain);
      }
    }
    // 내역사업명 | 국비: the project of its rows, not a level above them; 부서명 | 사업명: each row is a project of its own.
    if (!reading_.typing.profile->yearly.empty() && i + 1 < labels.size() && !names_projects_) {
      if (record.project.empty()) record.project = text;
      continue;
    }
    record.path.push_back(text);
  }
  record.name = record.path.empty() ? std::string() : record.path.back();
  // Rows (or, turned, columns) that are years: 2025년; and 2025년 예산액, where no column names a time.
  const bool dated_columns = std::any_of(reading_.typing.columns.begin(), reading_.typing.columns.end(),
                                         [](const TypedColumn& column) { return column.typed() && column.facets.period; });
  if (const Facets own = lexicon_.read(record.name); own.understood() && (own.atoms.empty() || !dated_columns) && own.members.empty() &&
                                                     own.period && own.period->kind == FacetPeriod::Kind::kYear) {
    record.fiscal_year = own.period->year;
  }
  if (to_date) {
    record.fiscal_year = to_date->year;
    record.as_of = to_date->as_of;
  }
  if (!labels.empty()) {
    const Cell* own = labels.back();
    // Repairs of the label's cell, and those of the whole row.
    const auto [begin, end] = repairs_of_row_.equal_range(own->row);
    for (auto at = begin; at != end; ++at) {
      const Repair& repair = document_.repairs[at->second];
      if (repair.column == own->column || (!view.sideways() && repair.column == -1)) record.repairs.push_back(repair);
    }
    // How many label columns stand empty before the label: an indentation drawn with cells.
    int indent = 0;
    while (!view.sideways() && labels.size() == 1 && indent < view.label_columns() && view.cell(r, indent) != own) ++indent;
    return ReadRow{std::move(record), own->text, indent};
  }
  return ReadRow{std::move(record), {}, 0};
}

// The dimension that labels which no list knows are members of, where the rows add up to their total; empty: none.
std::string RowReader::summed_dimension() const {
  const GridView& view = reading_.view;
  std::map<std::string, int> dimensions;  // how many labels are of each
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    const auto labels = view.labels(r);
    if (labels.empty()) continue;
    if (const auto member = member_of_labels(labels, lexicon_)) ++dimensions[member->dimension];
  }
  const auto most =
      std::max_element(dimensions.begin(), dimensions.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most != dimensions.end() && rows_add_up(view, reading_.typing.columns, 1) ? most->first : std::string();
}

// 정원 and 현원 as rows, grades as columns: one record, whose parts are the grades.
std::optional<ReadRow> RowReader::read_folded() const {
  const GridView& view = reading_.view;
  const std::string dimension = reading_.dimension.empty() ? summed_dimension() : reading_.dimension;
  Record record;
  start(record);
  std::string printed_label;
  bool printed = false;
  for (int r = view.header_rows(); r < view.rows(); ++r) {
    const auto labels = view.labels(r);
    if (labels.empty()) continue;
    const std::string label = labels.back()->best_text();
    bool total = is_total_label(label);
    auto member = member_of_labels(labels, lexicon_);
    const bool of_all =
        labels.size() > 1 && !lexicon_.read(labels[labels.size() - 2]->best_text()).dimension.empty();  // 직급별 over 계 | 4급
    if (labels.size() > 1 && !of_all && (total || is_subtotal_label(label))) {  // 일반직 over 소계 | 4급 | 5급
      total = false;
      member = lexicon_.member(labels[labels.size() - 2]->best_text());
    }
    if (!total && !member && lexicon_.is_source(label)) {  // 기타 beside the grades
      for (int other = view.header_rows(); other < view.rows() && !member; ++other) {
        const auto beside = view.labels(other);
        if (!beside.empty()) member = lexicon_.member(beside.back()->best_text());
      }
      if (member) member->name = words_in("other_member").front();
    }
    if (!total && !member && !dimension.empty()) member = FacetMember{dimension, without_blanks(label)};
    for (const TypedColumn& column : reading_.typing.columns) {
      const Cell* cell = view.cell(r, column.index);
      if (!cell || !view.is_anchor(r, column.index)) continue;
      if (!column.typed() || (!total && !member)) {
        read_other(record, column, *cell);
      } else if (total && !column.yearly()) {
        read_cell(record, column, *cell, true);
      } else if (member) {
        read_member(record, column, *member, *cell);
      }
      printed = printed || (column.typed() && read_cell_figures(cell->best_text()).prints_figure());
    }
    // The row 계 gives the record its name and place.
    if (total) {
      record.name = collapse_blanks(label);
      record.row = view.printed_row(r);
      printed_label = labels.back()->text;
    }
  }
  if (!printed) return std::nullopt;
  finish(record);
  if (!record.name.empty()) record.path = {record.name};
  return ReadRow{std::move(record), std::move(printed_label), 0};
}

// One cell of a column of figures: its own figure, a second one in brackets, parts by name. An unread one still gives a value without a
// number.
void RowReader::read_cell(Record& record, const TypedColumn& column, const Cell& cell, bool anchor, bool several_rows) const {
  if (!is_figure(column.field->measure)) return read_words(record, column, cell);
  const std::string text = trim(cell.best_text());
  // A merged cell gives its figure to its first row; for the others the field is there and null.
  CellFigures in_cell = read_cell_figures(text);
  if (several_rows && !in_cell.blank && !in_cell.dash) {
    in_cell = CellFigures{};
    in_cell.text = true;
  }
  const CellFigures read = anchor ? in_cell : CellFigures{};
  Figure value = begun(column.name, column.field->measure, cell, in_cell);
  if (value.measure == Measure::kCount) value.unit = column.field->counts.front();
  if (value.measure == Measure::kNumber && read.figure) value.unit = read.figure->percent ? "%" : read.figure->suffix;
  if (value.measure == Measure::kAmount && read.figure) value.unit = own_unit(*read.figure, column, record);
  if (read.figure && read.figure->bracketed) {
    // Brackets name a second measure, not this one, unless the arithmetic says that they are a sign (brackets.h).
    value.printed = read.figure->value;
    record.others.push_back({header_text(column) + " ( )", text, read.figure->value, place_of(cell)});
  } else if (read.figure) {
    if (!set_value(value, *read.figure, *column.field, column.unit))
      record.others.push_back({header_text(column), text, read.figure->value, place_of(cell)});
    if (!read.note.empty()) record.notes.push_back(read.note);
  } else if (read.text) {
    record.others.push_back({header_text(column), text, std::nullopt, place_of(cell)});
  }
  // 317,500 over (31,800): the field that the heading names for it, else among the others.
  if (read.second) {
    Figure second;
    if (column.second && set_value(second, *read.second, *column.second, column.unit)) {
      second.field = column.second->name;
      second.measure = column.second->measure;
      if (second.measure == Measure::kAmount) second.unit = own_unit(*read.second, column, record);
      second.place = place_of(cell);
      record.values.push_back(std::move(second));
    } else {
      record.others.push_back({header_text(column) + " ( )", text, read.second->value, place_of(cell)});
    }
  }
  if (!read.parts.empty()) read_parts(record, column, cell, read.parts);
  if (column.yearly()) {
    value.period = column.period;
    value.phase = column.phase;
    if (!reading_.typing.profile->yearly.empty()) value.field = "project_cost";
    record.yearly.push_back(std::move(value));
  } else {
    record.values.push_back(std::move(value));
  }
}

// A cell that reaches over several rows says the same of each.
void RowReader::read_words(Record& record, const TypedColumn& column, const Cell& cell) const {
  const std::string text = collapse_blanks(cell.best_text());
  const CellFigures read = read_cell_figures(text);
  Figure value = begun(column.name, column.field->measure, cell, read);
  if (!read.blank && !read.dash) {
    if (value.measure == Measure::kText) {
      value.words = text;
    } else {
      const std::string plain = trim(to_nfkc(text));
      // A date must be the whole text, exist, and print its year; else it is told as words among the others.
      const auto date = date_at(plain, record.fiscal_year);
      if (date && date->year_printed && date->exists() && date->last_month == 0 &&
          trim(std::string_view(plain).substr(date->length)).empty()) {
        value.words = date->first();
      } else {
        record.others.push_back({header_text(column), text, std::nullopt, place_of(cell)});
      }
    }
  }
  record.values.push_back(std::move(value));
}

// 13,971 (시비 10,541, 국비 3,430): shares of the record's own figure, where the profile has fields of these names.
void RowReader::read_parts(Record& record, const TypedColumn& column, const Cell& cell, const std::vector<NamedFigure>& parts) const {
  const Profile& profile = *reading_.typing.profile;
  std::vector<Facets> names;
  for (const NamedFigure& part : parts) names.push_back(lexicon_.read(part.name));
  std::vector<Facets*> beside;
  for (Facets& name : names) beside.push_back(&name);
  lexicon_.read_beside(beside);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const NamedFigure& part = parts[i];
    const Facets& facets = names[i];
    const ProfileField* field = nullptr;
    if (!column.yearly() && column.field->period == ProfileField::Period::kThis && facets.understood() && facets.atoms.size() == 1 &&
        lexicon_.is_source(part.name)) {
      for (const ProfileField& candidate : profile.fields) {
        for (const Wording& wording : candidate.says) {
          if (wording.needs == facets.atoms && candidate.period == ProfileField::Period::kThis) field = &candidate;
        }
      }
    }
    Figure value;
    if (!field || record.find(field->name) || !set_value(value, part.figure, *field, column.unit)) {
      record.others.push_back({header_text(column) + " (" + part.name + ")", trim(cell.best_text()), part.figure.value, place_of(cell)});
      continue;
    }
    value.field = field->name;
    value.measure = field->measure;
    value.place = place_of(cell);
    if (field->measure == Measure::kAmount) value.unit = own_unit(part.figure, column, record);
    record.values.push_back(std::move(value));
  }
}

// A part of the record's own figure by dimension: 4급 of 정원. Of other years there is no breakdown: such figures go to `others`.
void RowReader::read_member(Record& record, const TypedColumn& column, const FacetMember& member, const Cell& cell) const {
  const std::string text = trim(cell.best_text());
  const CellFigures read = read_cell_figures(text);
  if (read.blank) return;
  if (read.text || column.yearly()) {
    record.others.push_back({header_text(column), text, read.figure ? read.figure->value : std::nullopt, place_of(cell)});
    return;
  }
  Figure part = begun(column.name, column.field->measure, cell, read);
  part.dimension = member.dimension;
  part.member = member.name;
  if (read.figure) {
    if (part.measure == Measure::kAmount) part.unit = own_unit(*read.figure, column, record);
    if (!read.figure->bracketed && set_value(part, *read.figure, *column.field, column.unit)) {
      const auto whole = part.value->whole();  // a share of the whole is no part that adds up
      part.value = whole ? std::optional(Decimal{*whole, 0}) : std::nullopt;
    }
    if (!part.value) record.others.push_back({header_text(column), text, read.figure->value, place_of(cell)});
    if (!read.note.empty()) record.notes.push_back(read.note);
  }
  record.breakdown.push_back(std::move(part));
}

// Columns without a field: remarks as text, all else with its heading.
void RowReader::read_other(Record& record, const TypedColumn& column, const Cell& cell) const {
  const std::string text = trim(cell.best_text());
  if (text.empty() || column.elsewhere) return;
  if (column.facets.has("remarks") && column.facets.understood()) {
    record.remarks += (record.remarks.empty() ? "" : "\n") + text;
    return;
  }
  const auto figure = read_figure(text);
  record.others.push_back({header_text(column), text, figure ? figure->value : std::nullopt, place_of(cell)});
}

}  // namespace jangbu
