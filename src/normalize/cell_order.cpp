// Rows whose cells came out of order.
//   before: 서울적정기술 … | 140,000 | 100% | 100% | 140,000 | 100% | 140,000 | 140,000
//   after:  서울적정기술 … | 140,000 | 140,000 | 140,000 | 100% | 100% | 140,000 | 100%
// Most columns print either amounts or per cents throughout. A row that has as many of both as the others, but elsewhere,
// is put back: amounts keep their order among themselves, and so do per cents. Only grids that were worked out from text.
#include <algorithm>
#include <map>

#include "normalize/normalize.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// As letters, the kinds of a row make a word: `aapp` is two amounts and two per cents.
enum class Kind : char { kAmount = 'a', kPercent = 'p', kOther = '?' };

// A blank or a dash is neither, and its row does not vote.
Kind kind_of(const std::string& text) {
  const auto figure = read_figure(text);
  if (!figure || !figure->value) return Kind::kOther;
  return figure->percent ? Kind::kPercent : Kind::kAmount;
}

// What the header's own word says of the column.
Kind header_kind(const std::string& key) {
  static const Pattern rate(any_of("rate_headings"));
  static const Pattern amount(any_of("amount_headings"));
  if (rate.matches(key)) return Kind::kPercent;
  if (amount.matches(key)) return Kind::kAmount;
  return Kind::kOther;
}

// The usual order of kinds is voted by the full rows; rows that differ in order only are put into it.
void repair_table(Table& table, std::size_t index, std::vector<Repair>& repairs) {
  if (!table.guessed_grid || table.columns < 4) return;
  const auto columns = static_cast<std::size_t>(table.columns);
  std::map<int, std::vector<Cell*>> rows;
  std::vector<std::string> leaf(columns);
  for (Cell& cell : table.cells) {
    if (cell.row >= table.header_rows) {
      rows[cell.row].push_back(&cell);
    } else if (cell.row + cell.row_span == table.header_rows && cell.column_span == 1) {
      leaf[static_cast<std::size_t>(cell.column)] = header_key(cell.text);
    }
  }
  // The kinds of each full row, counted; the header's words break ties.
  std::map<std::string, int> votes;
  std::map<int, std::string> kinds;
  for (const auto& [row, cells] : rows) {
    if (cells.size() != columns) continue;
    std::string text;
    for (std::size_t c = 1; c < columns; ++c) text.push_back(static_cast<char>(kind_of(cells[c]->text)));
    kinds[row] = text;
    if (text.find('?') == std::string::npos) ++votes[text];
  }
  std::string usual;
  int most = -1;
  // A row counts 100, a header's word 10: headers only decide between orders that equally many rows have.
  for (const auto& [text, count] : votes) {
    int score = count * 100;
    for (std::size_t c = 1; c < columns; ++c) {
      const Kind wanted = header_kind(leaf[c]);
      if (wanted != Kind::kOther) score += text[c - 1] == static_cast<char>(wanted) ? 10 : -10;
    }
    if (score > most) {
      most = score;
      usual = text;
    }
  }
  // Without per cents there is no order to tell from.
  if (usual.empty() || usual.find('p') == std::string::npos) return;
  for (auto& [row, text] : kinds) {
    if (text == usual || text.find('?') != std::string::npos) continue;
    // As many per cents as usual: else a cell is missing, and no order is right.
    if (std::count(text.begin(), text.end(), 'p') != std::count(usual.begin(), usual.end(), 'p')) continue;
    std::vector<std::string> amounts, percents;
    std::string before, after;
    for (std::size_t c = 1; c < columns; ++c) {
      (text[c - 1] == 'p' ? percents : amounts).push_back(rows[row][c]->text);
      before += (c > 1 ? " | " : "") + rows[row][c]->text;
    }
    std::size_t a = 0, p = 0;
    for (std::size_t c = 1; c < columns; ++c) {
      rows[row][c]->text = usual[c - 1] == 'p' ? percents[p++] : amounts[a++];
      after += (c > 1 ? " | " : "") + rows[row][c]->text;
    }
    repairs.push_back({"cell_order", "", before, after, std::to_string(index), row, -1, 0.8});
  }
}

}  // namespace

void repair_cell_order(Document& document) {
  for (std::size_t t = 0; t < document.tables.size(); ++t) repair_table(document.tables[t], t, document.repairs);
}

}  // namespace jangbu
