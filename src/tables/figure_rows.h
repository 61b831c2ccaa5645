// Rows of labels and figures on their way into a table, and the header above them.
#pragma once

#include <string>
#include <vector>

#include "jangbu/document.h"
#include "tables/header_tree.h"

namespace jangbu {

struct FigureRow {
  std::vector<std::string> label;  // pieces, as they stand: a label may wrap over lines
  std::vector<std::string> figures;
};

std::string label_text(const FigureRow& row);  // pieces parted by \n

// Which of the first `columns` columns print per cents in most rows.
std::vector<bool> percent_columns(const std::vector<FigureRow>& rows, std::size_t columns);

// Header cells of a tree at row 0 (and 1 where there are groups), the row-label header at column 0. Returns the header's rows.
int put_header(const HeaderTree& tree, Table& table);

// The label at column 0, the figures behind it; cells without a figure are empty.
void put_row(const FigureRow& row, int index, std::size_t columns, Table& table);

}  // namespace jangbu
