// Makes the cells of a table tile. First it is only asked whether they do, with a bit for each place: nearly all
// files need no more. If not, every cell gets an anchor of its own inside of the table (texts of cells with one
// anchor are joined, cells outside go to free places), then spans are laid out in order and cut before what is taken,
// and holes get empty cells. Text is never dropped, and each repair is told.
#include "extractors/hangul/grid.h"

#include <algorithm>
#include <utility>

namespace jangbu::hangul {
namespace {

constexpr int kFree = -1;

bool by_place(const Cell& a, const Cell& b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); }

std::string place_name(int row, int column) { return "(" + std::to_string(row) + ", " + std::to_string(column) + ")"; }

// What was wrong, the first few in words and the rest as a number: hostile tables have a million faults.
class Faults {
 public:
  void add(std::string what) {
    if (++count_ > kTold) return;
    if (!text_.empty()) text_ += "; ";
    text_ += what;
  }
  std::string text() const { return count_ > kTold ? text_ + "; and " + std::to_string(count_ - kTold) + " more" : text_; }

 private:
  static constexpr std::size_t kTold = 4;
  std::string text_;
  std::size_t count_ = 0;
};

// The other's text goes on a line of its own, its inner tables come behind.
void merge_into(Cell& kept, Cell&& other) {
  if (!other.text.empty()) kept.text += (kept.text.empty() ? "" : "\n") + other.text;
  kept.tables.insert(kept.tables.end(), std::make_move_iterator(other.tables.begin()), std::make_move_iterator(other.tables.end()));
}

// A bit for each place; the common case, and the only one in files as Hangul writes them, is that all get covered once.
class Cover {
 public:
  Cover(int rows, int columns)
      : rows_(rows), columns_(columns), taken_(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns), false) {}

  // False for a place outside of the table or one that is covered already.
  bool add(int row, int column, int row_span, int column_span) {
    // Differences instead of sums: a hostile span must not overflow.
    if (row < 0 || column < 0 || row_span < 1 || column_span < 1 || row >= rows_ || column >= columns_ || row_span > rows_ - row ||
        column_span > columns_ - column)
      return false;
    for (int y = row; y < row + row_span; ++y)
      for (int x = column; x < column + column_span; ++x) {
        const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
        if (taken_[at]) return false;
        taken_[at] = true;
        ++covered_;
      }
    return true;
  }
  bool whole() const { return covered_ == taken_.size(); }

 private:
  int rows_, columns_;
  std::vector<bool> taken_;
  std::size_t covered_ = 0;
};

// In two walks: first every cell gets a place of its own for its upper left corner, then spans are laid out as far as they are free, and
// what no cell covers becomes an empty one. Both only move forward, so that a hostile table costs no more than its size.
class Mender {
 public:
  explicit Mender(Table& table) : table_(table) {}

  std::string mend() {
    settle_anchors();
    cover();
    return faults_.text();
  }

 private:
  std::size_t at(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(table_.columns) + static_cast<std::size_t>(column);
  }

  // Gives every cell an anchor of its own inside the table; merges what shares one.
  void settle_anchors() {
    std::vector<Cell> cells = std::move(table_.cells);
    table_.cells.clear();
    std::vector<Cell> outside;
    anchor_.assign(at(table_.rows, 0), kFree);
    for (Cell& c : cells) {
      if (c.row < 0 || c.column < 0 || c.row >= table_.rows || c.column >= table_.columns) {
        outside.push_back(std::move(c));
        continue;
      }
      int& holder = anchor_[at(c.row, c.column)];
      if (holder != kFree) {
        faults_.add("two cells at " + place_name(c.row, c.column));
        merge_into(table_.cells[static_cast<std::size_t>(holder)], std::move(c));
        continue;
      }
      holder = static_cast<int>(table_.cells.size());
      table_.cells.push_back(std::move(c));
    }
    // `next` only moves forward: finding places for many cells takes one walk over the table.
    std::size_t next = 0;
    for (Cell& c : outside) {
      faults_.add("cell " + place_name(c.row, c.column) + " is outside of the table");
      while (next < anchor_.size() && anchor_[next] != kFree) ++next;
      if (next == anchor_.size()) {
        if (c.text.empty() && c.tables.empty()) continue;
        anchor_.resize(anchor_.size() + static_cast<std::size_t>(table_.columns), kFree);
        ++table_.rows;
      }
      c.row = static_cast<int>(next / static_cast<std::size_t>(table_.columns));
      c.column = static_cast<int>(next % static_cast<std::size_t>(table_.columns));
      c.row_span = c.column_span = 1;
      anchor_[next] = static_cast<int>(table_.cells.size());
      table_.cells.push_back(std::move(c));
    }
  }

  // Lays the cells out one after the other; a span stops before places that are taken or are another's anchor.
  void cover() {
    std::sort(table_.cells.begin(), table_.cells.end(), by_place);
    std::vector<bool> taken(anchor_.size(), false);
    for (Cell& c : table_.cells) {
      // Another cell's anchor is never covered, or its text would have no place.
      const int want_rows = c.row_span, want_columns = c.column_span;
      c.row_span = std::clamp(want_rows, 1, table_.rows - c.row);
      c.column_span = std::clamp(want_columns, 1, table_.columns - c.column);
      const auto is_open = [&](int y, int x) { return !taken[at(y, x)] && anchor_[at(y, x)] == kFree; };
      for (int x = c.column + 1; x < c.column + c.column_span; ++x)
        if (!is_open(c.row, x)) c.column_span = x - c.column;
      for (int y = c.row + 1; y < c.row + c.row_span; ++y)
        for (int x = c.column; x < c.column + c.column_span; ++x)
          if (!is_open(y, x)) {
            c.row_span = y - c.row;
            break;
          }
      if (c.row_span != want_rows || c.column_span != want_columns)
        faults_.add("cell " + place_name(c.row, c.column) + " spans " + std::to_string(want_rows) + " x " + std::to_string(want_columns) +
                    ", cut to " + std::to_string(c.row_span) + " x " + std::to_string(c.column_span));
      for (int y = c.row; y < c.row + c.row_span; ++y)
        for (int x = c.column; x < c.column + c.column_span; ++x) taken[at(y, x)] = true;
    }
    const std::size_t real = table_.cells.size();
    for (int y = 0; y < table_.rows; ++y)
      for (int x = 0; x < table_.columns; ++x)
        if (!taken[at(y, x)]) {
          faults_.add("no cell at " + place_name(y, x));
          Cell empty;
          empty.row = y;
          empty.column = x;
          table_.cells.push_back(std::move(empty));
        }
    if (table_.cells.size() != real) std::sort(table_.cells.begin(), table_.cells.end(), by_place);
  }

  Table& table_;
  std::vector<int> anchor_;  // for each place the cell whose anchor it is
  Faults faults_;
};

}  // namespace

bool places_tile(const std::vector<CellPlace>& places, int rows, int columns) {
  if (rows <= 0 || columns <= 0) return places.empty();
  Cover cover(rows, columns);
  return std::all_of(places.begin(), places.end(),
                     [&](const CellPlace& p) { return cover.add(p.row, p.column, p.row_span, p.column_span); }) &&
         cover.whole();
}

// A table without rows or columns tiles if it has no cells.
bool cells_tile(const Table& table) {
  if (table.rows <= 0 || table.columns <= 0) return table.cells.empty();
  Cover cover(table.rows, table.columns);
  return std::all_of(table.cells.begin(), table.cells.end(),
                     [&](const Cell& c) { return cover.add(c.row, c.column, c.row_span, c.column_span); }) &&
         cover.whole();
}

// At least one row and one column, so that text of a table of no size has a place to go to.
std::string make_cells_tile(Table& table) {
  // Sorted by row and column, in file order where two are equal.
  if (!std::is_sorted(table.cells.begin(), table.cells.end(), by_place)) std::stable_sort(table.cells.begin(), table.cells.end(), by_place);
  if (cells_tile(table)) return {};
  table.rows = std::max(table.rows, 1);
  table.columns = std::max(table.columns, 1);
  return Mender(table).mend();
}

}  // namespace jangbu::hangul
