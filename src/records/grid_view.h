// A table looked at as rows with labels and columns with header paths, whichever way round it is printed.
//
// Sideways tables (정원 / 현원 as rows, units as columns) are looked at transposed: `cell(r, c)` then swaps, and everything
// above it reads units as rows.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"

namespace jangbu {

struct HeaderCell {
  std::string text;  // repaired
  std::string key;   // header_key(text)
};

class GridView {
 public:
  // `table` is borrowed.
  GridView(const Table& table, bool sideways);

  int rows() const { return rows_; }
  int columns() const { return columns_; }
  int header_rows() const { return header_rows_; }
  int label_columns() const { return label_columns_; }
  bool sideways() const { return sideways_; }

  // The cell that covers the place; nullptr only if the table does not tile.
  const Cell* cell(int row, int column) const;
  bool is_anchor(int row, int column) const;  // the covering cell starts here

  // Header cells above a column from the top down, each once, empty ones left out.
  std::vector<HeaderCell> header_path(int column) const;
  // The labels of a row from the outermost label column in; empty ones left out.
  std::vector<const Cell*> labels(int row) const;

 private:
  const Table& table_;
  bool sideways_;
  int rows_, columns_, header_rows_, label_columns_ = 1;
  std::vector<int> index_;  // into table.cells, by printed row and column; -1: none
};

}  // namespace jangbu
