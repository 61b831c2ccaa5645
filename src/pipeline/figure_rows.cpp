// Every printed figure of every table as a row: with its headings as they stand around it, and with record and field where a record was
// read from it. What no record explains keeps its number as printed and its headings, without a value: never guessed, never lost.
//
//   부서 | 2025년 예산 | 비율        row of 1,200: row heading 가과, column heading 2025년 예산, printed 1200, unit 천원,
//   가과 | 1,200       | 12%         and if a record has it: value 1200000, scale 1000, record, field, slot "values"
#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "meaning/number_behind.h"
#include "pipeline/ledger_rows.h"
#include "text/caption.h"
#include "text/figure.h"
#include "text/json_text.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr const char* kStep = " > ";

// Which cell covers which place of a table.
// By place, the index of the cell that covers it; -1 where the cells leave a gap. Spans are clipped to the table.
class Covering {
 public:
  // Later cells win where two overlap.
  explicit Covering(const Table& table) : table_(table), columns_(std::max(0, table.columns)), rows_(std::max(0, table.rows)) {
    places_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), -1);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const Cell& cell = table.cells[i];
      for (int r = std::max(0, cell.row); r < std::min(rows_, cell.row + cell.row_span); ++r) {
        for (int c = std::max(0, cell.column); c < std::min(columns_, cell.column + cell.column_span); ++c)
          places_[at(r, c)] = static_cast<int>(i);
      }
    }
  }
  const Cell* cell(int row, int column) const {
    if (row < 0 || column < 0 || row >= rows_ || column >= columns_) return nullptr;
    const int index = places_[at(row, column)];
    return index < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(index)];
  }

 private:
  std::size_t at(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }
  const Table& table_;
  int columns_, rows_;
  std::vector<int> places_;
};

// A dash prints that there is no figure.
std::optional<PrintedFigure> figure_in(const std::string& text) {
  auto figure = read_counting_figure(text);
  return figure && figure->value ? figure : std::nullopt;
}

void add_step(std::string& heading, const std::string& text) {
  const std::string step = collapse_blanks(text);
  if (!step.empty()) heading += (heading.empty() ? "" : kStep) + step;
}

// 2025년 > 예산액: each cell of the header once, from the top down.
std::string column_heading(const Table& table, const Covering& covering, int column) {
  std::string out;
  const Cell* last = nullptr;
  for (int row = 0; row < table.header_rows; ++row) {
    const Cell* cell = covering.cell(row, column);
    if (cell && cell != last) add_step(out, cell->best_text());
    last = cell;
  }
  return out;
}

// Labels of a row: the words that stand before a figure. One look at each cell, though a row may hold thousands of figures.
class RowLabels {
 public:
  RowLabels(const Table& table, const Covering& covering) : table_(table), covering_(covering) {}

  // REQUIRES: places in the order of rows and, within one, of columns.
  const std::string& before(int row, int column) {
    if (row != row_) {
      row_ = row;
      column_ = taken_ = 0;
      last_ = nullptr;
      heading_.clear();
    }
    for (; column_ < column && taken_ < kMostLabels; ++column_) {
      const Cell* cell = covering_.cell(row, column_);
      if (cell && cell != last_ && cell->row >= table_.header_rows && !figure_in(cell->best_text())) {
        add_step(heading_, cell->best_text());
        ++taken_;
      }
      last_ = cell;
    }
    return heading_;
  }

 private:
  static constexpr int kMostLabels = 8;  // what stands behind so many words is no label

  const Table& table_;
  const Covering& covering_;
  int row_ = -1, column_ = 0, taken_ = 0;
  const Cell* last_ = nullptr;
  std::string heading_;
};

// As documents/ have it: hundredths of a point.
std::optional<Box> tidy(const std::optional<Box>& box) {
  if (!box) return std::nullopt;
  const auto round = [](double x) { return std::round(x * 100) / 100; };
  return Box{round(box->x0), round(box->y0), round(box->x1), round(box->y1)};
}

// What headings say of the figures below or beside them, found by place: a table may be thousands of columns wide.
class Headings {
 public:
  explicit Headings(const Table& table) {
    for (const HeadingWords& heading : table.headings) {
      (heading.column >= 0 ? of_columns_ : of_rows_).emplace(heading.column >= 0 ? heading.column : heading.row, &heading);
    }
  }

  // The unit that they name, of any figure; the rest of one that no record explains.
  void tell(LedgerFigure& figure) const {
    tell(of_columns_, figure.column, figure.row, figure);
    tell(of_rows_, figure.row, figure.column, figure);
  }

 private:
  using ByPlace = std::multimap<int, const HeadingWords*>;

  // Only headings whose stretch of rows (or columns) holds the figure; later ones overwrite. Headings with unknown words tell no more than
  // a unit.
  static void tell(const ByPlace& headings, int place, int along, LedgerFigure& figure) {
    const auto [begin, end] = headings.equal_range(place);
    for (auto at = begin; at != end; ++at) {
      const HeadingWords& heading = *at->second;
      if (along < heading.first || along > heading.last) continue;
      if (!heading.unit.empty()) figure.unit = heading.unit;
      if (figure.record != LedgerFigure::kNoRecord || !heading.unknown.empty()) continue;
      figure.period = heading.period;
      figure.phase = heading.phase;
      if (heading.members.size() != 1) continue;
      const std::string& member = heading.members.front();
      const std::size_t sign = member.find('=');
      figure.members = json_text(nlohmann::ordered_json{{member.substr(0, sign), member.substr(sign + 1)}});
    }
  }

  ByPlace of_columns_, of_rows_;
};

class FigureRows {
 public:
  // Records by table: a table with thousands of figures must not search all records for each.
  explicit FigureRows(const Document& document, const std::vector<Record>& records) : document_(document) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (records[i].in_table() && records[i].table_index < document.tables.size())
        typed_by_table_[records[i].table_index].push_back({i, &records[i]});
    }
  }

  // A cell has a figure, as a rule. Room for so many at once, as a list of large rows should not move as it grows; what is not used of it
  // is never touched.
  std::vector<LedgerFigure> all() {
    constexpr std::size_t kMostAtOnce = 16'384;
    std::size_t cells = 0;
    for (const Table& table : document_.tables) cells += table.cells.size();
    out_.reserve(std::min(cells, kMostAtOnce));
    for (std::size_t t = 0; t < document_.tables.size(); ++t) read(t);
    return std::move(out_);
  }

 private:
  using Place = std::tuple<int, int>;

  // First the figures that records explain, then the remaining cells with figures; both in one map by place, which gives the order of the
  // rows. Two figures of one cell (1,200 (300)) share a place and are numbered by `nth`.
  void read(std::size_t index) {
    const Table& table = document_.tables[index];
    const Covering covering(table);
    const Headings headings_of(table);
    std::multimap<Place, LedgerFigure> figures;
    // `place`: of a record's figure, or a cell.
    const auto at = [](const auto& place) {
      LedgerFigure figure;
      figure.row = place.row;
      figure.column = place.column;
      figure.page = place.page;
      figure.bbox = tidy(place.bbox);
      figure.text = place.text;
      return figure;
    };
    const auto add = [&](const CellPlace& place, std::size_t record, const std::string& field, const char* slot) -> LedgerFigure& {
      LedgerFigure figure = at(place);
      figure.record = record;
      figure.field = field;
      figure.slot = slot;
      return figures.emplace(Place{place.row, place.column}, std::move(figure))->second;
    };
    // Of records that were just read, and of those that come back from their files: what they print follows from value and text.
    const auto add_all = [&](const std::vector<Figure>& of_record, std::size_t number, const Record& record, const char* slot) {
      for (const Figure& figure : of_record) {
        // Nothing printed gives no row. A text or a date gives one without a number.
        if (!figure.value && figure.words.empty()) continue;
        LedgerFigure& row = add(figure.place, number, figure.field, slot);
        if (!figure.value) {
          row.text = figure.words;
          continue;
        }
        row.value = figure.value;
        if (auto behind = number_behind(figure.place.best_text(), *figure.value, record.unit_factor)) {
          row.printed = behind->printed;
          row.scale = behind->scale;
          row.unit = std::move(behind->unit);
        }
        row.period = figure.period;
        row.phase = figure.phase;
        if (!figure.dimension.empty()) row.members = json_text(nlohmann::ordered_json{{figure.dimension, figure.member}});
      }
    };
    for (const auto& [number, record] : typed_by_table_[index]) {
      add_all(record->values, number, *record, "values");
      add_all(record->breakdown, number, *record, "breakdown");
      add_all(record->yearly, number, *record, "yearly");
      std::map<std::string, int> headers;  // a second column of one header is "비고 #2", as in the record's JSON
      for (const OtherValue& other : record->others) {
        const int n = ++headers[other.header];
        if (other.value)
          add(other.place, number, n > 1 ? other.header + " #" + std::to_string(n) : other.header, "other_values").printed = other.value;
      }
    }
    for (const Cell& cell : table.cells) {
      if (cell.row < table.header_rows || figures.contains({cell.row, cell.column})) continue;
      const auto read = figure_in(cell.best_text());
      if (!read) continue;
      LedgerFigure figure = at(cell);
      figure.printed = read->value;
      figures.emplace(Place{cell.row, cell.column}, std::move(figure));
    }
    Place last{-1, -1};
    int nth = 0;
    // By column, worked out once.
    std::map<int, std::string> headings;
    RowLabels row_labels(table, covering);
    // In the order of places: labels of a row are then read once.
    for (auto& [place, figure] : figures) {
      nth = place == last ? nth + 1 : 0;
      last = place;
      figure.nth = nth;
      figure.table = table.id;
      const std::string beside = std::exchange(figure.unit, table.unit);  // printed beside the figure: it speaks before all others
      headings_of.tell(figure);
      if (!beside.empty()) figure.unit = beside;
      // A column with a unit of its own, in a record that counts in another one.
      if (const auto own = unit_named(figure.unit); figure.value && figure.printed && !figure.scale && own && own->money)
        figure.scale = scale_between(*figure.printed, *figure.value, own->factor);
      auto heading = headings.find(figure.column);
      if (heading == headings.end()) heading = headings.emplace(figure.column, column_heading(table, covering, figure.column)).first;
      figure.column_heading = heading->second;
      figure.row_heading = row_labels.before(figure.row, figure.column);
      out_.push_back(std::move(figure));
    }
  }

  const Document& document_;
  std::map<std::size_t, std::vector<std::pair<std::size_t, const Record*>>> typed_by_table_;
  std::vector<LedgerFigure> out_;
};

}  // namespace

std::vector<LedgerFigure> figure_rows(const Document& document, const std::vector<Record>& records) {
  return FigureRows(document, records).all();
}

}  // namespace jangbu
