// A table, or a part of one, looked at as rows with labels and columns with header paths, whichever way round it is printed.
//
// A view is a rectangle of places, each showing a cell of the table. Sideways tables (정원 / 현원 as rows, units as columns) are
// looked at transposed, halves that stand side by side one by one: everything above reads units as rows. Cells keep their own
// row and column, so a value can always say where it was printed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

// What a cell says, repaired and trimmed; nothing where there is none.
std::string text_of(const Cell* cell);

struct HeaderCell {
  std::string text;  // repaired
  std::string key;   // header_key(text)
};

class GridView {
 public:
  // `table` is borrowed, by this view and by all that are made from it.
  GridView(const Table& table, bool sideways);

  int rows() const { return rows_; }
  int columns() const { return columns_; }
  int header_rows() const { return header_rows_; }
  int label_columns() const { return label_columns_; }
  bool sideways() const { return sideways_; }

  // The cell that covers the place; nullptr only if the table does not tile.
  const Cell* cell(int row, int column) const { return cells_[place(row, column)]; }
  bool is_anchor(int row, int column) const;  // the covering cell starts here
  // Where a row of the view is printed: the table's row, or its column where the view is sideways.
  int printed_row(int row) const { return printed_rows_[static_cast<std::size_t>(row)]; }

  // Header cells above a column from the top down, each once, empty ones left out.
  std::vector<HeaderCell> header_path(int column) const;
  // The labels of a row from the outermost label column in; empty ones left out. A label that is printed once for several
  // rows (`가과 | 교육`, below it ` | 상담`) holds for all of them.
  std::vector<const Cell*> labels(int row) const;

  GridView transposed() const;
  // The rows [header, body) as header, then the rows [body, last), of the columns [from, to). REQUIRES: places inside of the view.
  GridView part(int header, int body, int last, int from, int to) const;

  // Text behind the first label is a label only under a header that heads labels (부서 | 사업명), not under 사업기간, and
  // only if it parts its rows at least as finely: a 담당부서 behind the 사업명 is no part of it.
  void limit_labels(const std::function<bool(const std::string& header_key)>& heads_labels);

  // A first column of figures below a heading that says what they are is no label: 총사업비 | 기투자 | 2025 over 400 | 112 | 126.
  void drop_labels_of_figures(const std::function<bool(const std::string& heading)>& measures);

  // For views whose places are worked out (table_views.h).
  struct Places {
    std::vector<std::vector<const Cell*>> rows;
    std::vector<int> printed_rows, printed_columns;
    int header_rows = 0, label_columns = 1;
    bool sideways = false;
  };
  explicit GridView(Places places);

 private:
  GridView() = default;
  std::size_t place(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }
  bool counts_things(int column) const;
  bool is_ordinal(int column) const;
  bool names_row_behind(int row, int column) const;
  bool names_itself(int row, int column) const;
  bool is_unit_row(int row) const;
  void find_label_columns();
  int runs(int column) const;  // of rows with one label

  bool sideways_ = false;
  int rows_ = 0, columns_ = 0, header_rows_ = 0, label_columns_ = 1;
  std::vector<const Cell*> cells_;
  std::vector<int> printed_rows_, printed_columns_;
};

}  // namespace jangbu
