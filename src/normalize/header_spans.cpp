// A header that stands over several columns: text that keeps its tabs prints it once and leaves the other cells empty.
//   before: 사업명 | 예산현액 | 집행률  |        | ’19년말 집행예상액 |
//                  |          | 원인행위 | 지출액 | 예상액             | 집행률
//   after:  집행률 reaches over 원인행위 and 지출액, ’19년말 집행예상액 over 예상액 and 집행률
// Only grids that were worked out from text: where lines or the format tell the spans, an empty header is empty.
#include <algorithm>

#include "normalize/normalize.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

Cell* cell_at(Table& table, int row, int column) {
  for (Cell& cell : table.cells) {
    if (cell.row == row && cell.column == column) return &cell;
  }
  return nullptr;
}

bool is_empty(const Cell* cell) { return cell && cell->row_span == 1 && cell->column_span == 1 && trim(cell->text).empty(); }

}  // namespace

// Each group swallows blank cells to its right as long as a heading stands below them.
void repair_header_spans(Document& document) {
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    Table& table = document.tables[t];
    if (!table.guessed_grid || table.header_rows < 2) continue;
    for (int row = 0; row + 1 < table.header_rows; ++row) {
      for (int column = 1; column < table.columns; ++column) {
        Cell* group = cell_at(table, row, column);
        Cell* below = cell_at(table, row + 1, column);
        if (!group || !below || group->row_span > 1 || trim(group->text).empty() || trim(below->text).empty()) continue;
        int span = group->column_span;
        // The header reaches over blank cells that have a heading below; without one the column is another's.
        while (column + span < table.columns && is_empty(cell_at(table, row, column + span))) {
          const Cell* under = cell_at(table, row + 1, column + span);
          if (!under || trim(under->text).empty()) break;
          ++span;
        }
        if (span == group->column_span) continue;
        document.repairs.push_back({"header_span", "header", group->text, group->text, std::to_string(t), row, column, 0.9});
        const int first = column + group->column_span;
        group->column_span = span;
        std::erase_if(table.cells,
                      [&](const Cell& cell) { return cell.row == row && cell.column >= first && cell.column < column + span; });
      }
    }
  }
}

}  // namespace jangbu
