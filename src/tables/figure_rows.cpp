// Helpers of the readers that know a row as a label and its figures: the label with its wrapped pieces, a vote per
// column whether it prints per cents, and the cells of a header of one or two rows.
#include "tables/figure_rows.h"

#include "text/figure.h"

namespace jangbu {

std::string label_text(const FigureRow& row) {
  std::string text;
  for (const std::string& piece : row.label) text += (text.empty() ? "" : "\n") + piece;
  return text;
}

std::vector<bool> percent_columns(const std::vector<FigureRow>& rows, std::size_t columns) {
  // Plus one for each figure with a percent sign, minus one for each without: a single misread sign does not turn a
  // column.
  std::vector<int> votes(columns, 0);
  for (const FigureRow& row : rows) {
    for (std::size_t c = 0; c < columns && c < row.figures.size(); ++c) {
      const auto figure = read_figure(row.figures[c]);
      if (figure && figure->value) votes[c] += figure->percent ? 1 : -1;
    }
  }
  std::vector<bool> percent(columns);
  for (std::size_t c = 0; c < columns; ++c) percent[c] = votes[c] > 0;
  return percent;
}

// The upper row first, then the lower one, so that cells come in order.
int put_header(const HeaderTree& tree, Table& table) {
  const int rows = tree.groups.empty() ? 1 : 2;
  const auto put = [&](int row, int column, int row_span, int column_span, const std::string& text) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.row_span = row_span;
    cell.column_span = column_span;
    cell.text = text;
    table.cells.push_back(std::move(cell));
  };
  // The row label and columns without a group reach down over both header rows; a group spans its neighbouring
  // columns.
  put(0, 0, rows, 1, tree.row_label.text);
  for (std::size_t c = 0; c < tree.columns.size(); ++c) {
    const HeaderColumn& column = tree.columns[c];
    if (!column.group) {
      put(0, static_cast<int>(c) + 1, rows, 1, column.leaf.text);
    } else if (c == 0 || tree.columns[c - 1].group != column.group) {
      std::size_t end = c;
      while (end < tree.columns.size() && tree.columns[end].group == column.group) ++end;
      put(0, static_cast<int>(c) + 1, 1, static_cast<int>(end - c), tree.groups[*column.group].text);
    }
  }
  for (std::size_t c = 0; c < tree.columns.size(); ++c) {
    if (tree.columns[c].group) put(1, static_cast<int>(c) + 1, 1, 1, tree.columns[c].leaf.text);
  }
  return rows;
}

// A row with fewer figures than columns has its blank cells at the end.
void put_row(const FigureRow& row, int index, std::size_t columns, Table& table) {
  Cell label;
  label.row = index;
  label.text = label_text(row);
  table.cells.push_back(std::move(label));
  for (std::size_t c = 0; c < columns; ++c) {
    Cell cell;
    cell.row = index;
    cell.column = static_cast<int>(c) + 1;
    if (c < row.figures.size()) cell.text = row.figures[c];
    table.cells.push_back(std::move(cell));
  }
}

}  // namespace jangbu
