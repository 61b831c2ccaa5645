// A table as a rectangle of places, each pointing at the cell that covers it; views of parts, turned or worked out, share the cells.
// Which columns hold labels is told by the figures: from the left, columns of mostly words. Then limit_labels() takes those back that head
// no labels. Hard case: a label printed once for several rows, blank below (labels()): it is carried down, but never past or into a total.
//
//   부서 | 사업명 | 예산액       labels of the last row: [가과, 나사업], since 가과 is printed once for both rows
//   가과 | 가사업 | 300          label columns: two, as 예산액 holds figures
//        | 나사업 | 200
#include "records/grid_view.h"

#include <algorithm>
#include <numeric>

#include "records/hierarchy.h"
#include "text/caption.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// 분야 | 부문 | 부서 | 사업명: a fifth column of words is text about the row.
constexpr int kMostLabelColumns = 4;

// A column of running numbers is neither a label nor a figure.
bool is_ordinal_header(const std::string& key) {
  static const Pattern ordinal("(?i)" + any_of("running_number_headings"));
  return ordinal.matches(key);
}

// 5본부 1센터, 3과 2팀, 2건, 12개 사업: how many of something; 4급 and 1분기 are none.
bool tells_how_many(const std::string& text) {
  static const Pattern counts(R"((?:\d[\d,]*\s?(?:[가-힣]\s)?[가-힣]{1,5}[\s,·ㆍ/]*)+)");
  return counts.matches(text) && !is_numbered(text);
}

}  // namespace

std::string text_of(const Cell* cell) { return cell ? trim(cell->best_text()) : std::string(); }

// Spans are clipped to the grid: they come from a file and may reach beyond it.
GridView::GridView(const Table& table, bool sideways)
    : rows_(table.rows),
      columns_(table.columns),
      header_rows_(table.header_rows),
      cells_(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), nullptr),
      printed_rows_(static_cast<std::size_t>(table.rows)) {
  for (const Cell& c : table.cells) {
    for (int r = c.row; r < std::min(c.row + c.row_span, table.rows); ++r) {
      for (int k = c.column; k < std::min(c.column + c.column_span, table.columns); ++k) cells_[place(r, k)] = &c;
    }
  }
  std::iota(printed_rows_.begin(), printed_rows_.end(), 0);
  printed_columns_.resize(static_cast<std::size_t>(table.columns));
  std::iota(printed_columns_.begin(), printed_columns_.end(), 0);
  find_label_columns();
  if (sideways) *this = transposed();
}

GridView::GridView(Places places)
    : sideways_(places.sideways),
      rows_(static_cast<int>(places.rows.size())),
      columns_(places.rows.empty() ? 0 : static_cast<int>(places.rows.front().size())),
      header_rows_(places.header_rows),
      label_columns_(places.label_columns),
      printed_rows_(std::move(places.printed_rows)),
      printed_columns_(std::move(places.printed_columns)) {
  for (const auto& row : places.rows) cells_.insert(cells_.end(), row.begin(), row.end());
}

// From the left until most cells are figures.
void GridView::find_label_columns() {
  label_columns_ = 0;
  while (label_columns_ < std::min(columns_ - 1, kMostLabelColumns)) {
    int figures = 0, texts = 0;
    for (int r = header_rows_; r < rows_; ++r) {
      if (!is_anchor(r, label_columns_)) continue;
      const std::string text = text_of(cell(r, label_columns_));
      if (text.empty()) continue;
      // `1. 공원 관리` begins with a figure and is a label.
      ++(read_counting_figure(text) && !names_itself(r, label_columns_) ? figures : texts);
    }
    const bool ordinal = is_ordinal(label_columns_);
    if (!ordinal && figures > texts) break;
    // An empty column says nothing: only the first one may be the labels' column all the same.
    if (!ordinal && label_columns_ > 0 && figures + texts == 0) break;
    ++label_columns_;
  }
  label_columns_ = std::max(label_columns_, 1);
}

// 1팀, 2팀 below 경영본부, 1공구 | 2공구: with one word and one after the other they are names, and count nothing.
bool GridView::names_itself(int row, int column) const {
  const auto number = [&](int r) -> std::optional<PrintedFigure> {
    auto figure = r < header_rows_ || r >= rows_ ? std::nullopt : read_figure(text_of(cell(r, column)));
    return figure && figure->value && figure->value->scale == 0 && !figure->suffix.empty() ? figure : std::nullopt;
  };
  const auto one_name = [&](int above) {
    if (column == 0) return true;
    const std::string below = text_of(cell(above + 1, column - 1));
    return below.empty() || below == text_of(cell(above, column - 1));
  };
  const auto follows = [&](int above) {
    const auto first = number(above), next = number(above + 1);
    return first && next && first->suffix == next->suffix && next->value->digits == first->value->digits + 1 && one_name(above);
  };
  return follows(row - 1) || follows(row);
}

bool GridView::is_ordinal(int column) const {
  const auto path = header_path(column);
  return !path.empty() && is_ordinal_header(path.back().key);
}

// The top left place of a merged cell; its figure is read there alone, so that it is not counted once for every place.
bool GridView::is_anchor(int row, int column) const {
  const Cell* c = cell(row, column);
  return c && (row == 0 || cell(row - 1, column) != c) && (column == 0 || cell(row, column - 1) != c);
}

// A first row that holds nothing but the table's unit, over some of its columns, heads none of them.
bool GridView::is_unit_row(int row) const {
  if (row != 0) return false;
  const Cell* unit = nullptr;
  for (int c = 0; c < columns_; ++c) {
    const Cell* at = cell(row, c);
    if (!at || text_of(at).empty() || at == unit) continue;
    if (unit || at->row_span > 1 || !begins_with_unit(text_of(at))) return false;
    unit = at;
  }
  return unit != nullptr;
}

// A cell that reaches over several header rows is one step of the path.
std::vector<HeaderCell> GridView::header_path(int column) const {
  std::vector<HeaderCell> path;
  const Cell* last = nullptr;
  for (int r = 0; r < header_rows_; ++r) {
    const Cell* c = cell(r, column);
    if (!c || c == last) continue;
    last = c;
    if (begins_with_unit(c->best_text()) && is_unit_row(r)) continue;
    std::string text = trim(c->best_text());
    std::string key = header_key(text);
    // Programs that know no spans print a heading in each row that it reaches over.
    if (!key.empty() && (path.empty() || path.back().text != text)) path.push_back({std::move(text), std::move(key)});
  }
  return path;
}

// Does a label column behind this one hold more than a count?
bool GridView::names_row_behind(int row, int column) const {
  for (int c = column + 1; c < label_columns_; ++c) {
    const Cell* label = cell(row, c);
    const std::string text = text_of(label);
    if (!text.empty() && label != cell(row, column) && !tells_how_many(text)) return true;
  }
  return false;
}

// The innermost label column may be blank in a row; outer ones are then inherited from above, if the row has an inner label of its own.
std::vector<const Cell*> GridView::labels(int row) const {
  std::vector<const Cell*> out;
  for (int c = 0; c < label_columns_; ++c) {
    const Cell* label = cell(row, c);
    if (is_ordinal(c)) {
      // 계 | | 2건 below 연번 | 부서명 | 사업명.
      if (label && is_total_label(label->best_text()) && !names_row_behind(row, c)) return {label};
      continue;
    }
    if (c + 1 < label_columns_ && text_of(label).empty()) {
      // Printed once for the rows below it, unless a total ended it.
      int above = row - 1;
      while (above >= header_rows_ && text_of(cell(above, c)).empty()) --above;
      std::string inner;  // of the row itself, however deep it stands
      for (int deeper = c + 1; deeper < label_columns_ && inner.empty(); ++deeper) inner = text_of(cell(row, deeper));
      label = above < header_rows_ || inner.empty() || is_total_label(inner) ? nullptr : cell(above, c);
      if (label && is_total_label(label->best_text())) label = nullptr;
    }
    // A unit that an open table's header took with it is no name.
    if (text_of(label).empty() || begins_with_unit(label->best_text())) continue;
    if (out.empty() || (out.back() != label && text_of(out.back()) != text_of(label))) out.push_back(label);
  }
  // 합계 | 2건: how many there are is no name.
  if (out.size() > 1 && is_total_label(out.front()->best_text()) &&
      std::all_of(out.begin() + 1, out.end(), [](const Cell* label) { return tells_how_many(text_of(label)); }))
    return {out.front()};
  return out;
}

// Labels become the header and the header the labels; cells keep their printed row and column.
GridView GridView::transposed() const {
  GridView out;
  out.sideways_ = !sideways_;
  out.rows_ = columns_;
  out.columns_ = rows_;
  out.header_rows_ = label_columns_;
  out.label_columns_ = std::max(1, header_rows_);
  out.printed_rows_ = printed_columns_;
  out.printed_columns_ = printed_rows_;
  out.cells_.reserve(cells_.size());
  for (int c = 0; c < columns_; ++c) {
    for (int r = 0; r < rows_; ++r) out.cells_.push_back(cell(r, c));
  }
  return out;
}

// Header and body need not touch: a second header below the first one's rows.
GridView GridView::part(int header, int body, int last, int from, int to) const {
  GridView out;
  out.sideways_ = sideways_;
  out.rows_ = last - header;
  out.columns_ = to - from;
  out.header_rows_ = body - header;
  for (int r = header; r < last; ++r) {
    for (int c = from; c < to; ++c) out.cells_.push_back(cell(r, c));
    out.printed_rows_.push_back(printed_row(r));
  }
  out.printed_columns_.assign(printed_columns_.begin() + from, printed_columns_.begin() + to);
  out.find_label_columns();
  return out;
}

// How many stretches of equal labels: a column that parts its rows more finely has more of them. The row of a total is none of them.
int GridView::runs(int column) const {
  int count = 0;
  std::string last;
  for (int r = header_rows_; r < rows_; ++r) {
    const std::string text = text_of(cell(r, column));
    if (text.empty() || text == last || is_total_label(text) || is_total_label(text_of(cell(r, 0)))) continue;
    last = text;
    ++count;
  }
  return count;
}

// All of its cells must be figures: one word among them makes it a column of labels.
void GridView::drop_labels_of_figures(const std::function<bool(const std::string&)>& measures) {
  if (sideways_ || label_columns_ != 1 || header_rows_ == 0) return;
  const auto path = header_path(0);
  if (path.empty() || !measures(path.back().text)) return;
  int figures = 0;
  for (int r = header_rows_; r < rows_; ++r) {
    const std::string text = text_of(cell(r, 0));
    if (text.empty()) continue;
    if (!read_figure(text)) return;
    ++figures;
  }
  if (figures > 0) label_columns_ = 0;
}

// How many of something most of the rows have that the column before names. Below one name (1팀, 2팀 of 수질과) they are names.
bool GridView::counts_things(int column) const {
  int all = 0, counting = 0;
  for (int r = header_rows_; r < rows_; ++r) {
    if (!is_anchor(r, column)) continue;
    const std::string text = text_of(cell(r, column)), named = text_of(cell(r, column - 1));
    if (text.empty()) continue;
    if (r > header_rows_ && named == text_of(cell(r - 1, column - 1))) return false;
    ++all;
    if (tells_how_many(text)) ++counting;
  }
  return 2 * counting > all;
}

// Column by column from the outside: each must part the rows more finely than the one before and have a heading of labels.
void GridView::limit_labels(const std::function<bool(const std::string&)>& heads_labels) {
  if (sideways_) return;
  static const Pattern office(".*(?:" + any_of("office_headings") + ")"), name(".*(?:" + any_of("name_headings") + ")"),
      details(any_of("detail_headings"));
  const auto heading = [&](int c) {
    const auto path = header_path(c);
    return path.empty() ? std::string() : path.back().key;
  };
  int before = is_ordinal(0) ? 0 : runs(0);
  bool named = before > 0 && name.matches(heading(0));
  for (int c = 1; c < label_columns_; ++c) {
    if (is_ordinal(c)) continue;
    const auto path = header_path(c);
    // 구분 over two columns heads both of them.
    const bool shared = header_rows_ > 0 && cell(header_rows_ - 1, c) == cell(header_rows_ - 1, c - 1);
    const int own = runs(c);
    // 센터명 | 자치구, as many of these as of those: the name has been printed, and this says more of it.
    const bool names = name.matches(heading(c)), more_of_it = named && !names;
    const bool finer = own > before || before == 0 || (own == before && !more_of_it && !office.matches(heading(c)) && !counts_things(c));
    // 구분 | 세부내역: labels where a name holds several, else words about it.
    const bool detail = !path.empty() && details.matches(path.back().key);
    const bool labels = detail ? own > before : shared || path.empty() || names || heads_labels(path.back().key);
    if (finer && (before == 0 || labels)) {
      before = own;
      named = named || names;
      continue;
    }
    // 단위사업 between 정책사업 and 세부사업, as many as of those or fewer: a level of one tree, since the next one parts it more finely.
    const auto heads = [&](int column) {
      const auto own_path = header_path(column);
      return !own_path.empty() && heads_labels(own_path.back().key);
    };
    bool level = false;
    for (int deeper = c + 1; deeper < label_columns_ && heads(c); ++deeper) level = level || (heads(deeper) && runs(deeper) > before);
    if (!level) label_columns_ = c;
  }
}

}  // namespace jangbu
