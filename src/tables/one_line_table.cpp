// A whole table that an extraction put on a single line, its cells out of order:
//   집행액 '19년말 집행예상액 사업명 예산현액 원인행위 지출액 … 서울혁신파크 운영 7,438,275 | 5,331,163 | … 서울적정기술 140,000 100% …
// Headers come first, as long as the lexicon knows the words; then labels and figures in turn. Words behind the last figures
// belong to the label before them. That cells may have changed places within a row is left to normalize/cell_order.
#include <map>

#include "tables/figure_rows.h"
#include "tables/text_readers.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {

// Everything has to fit, or nothing is read: a line of prose with figures must stay prose.
TextReading read_one_line_table(std::span<const SourceLine> lines, std::size_t at, const Lexicon& lexicon) {
  TextReading reading;
  const SourceLine& line = lines[at];
  // Eight words, four figures, four known headers with a row label among them: the least that proves a table in a
  // line of prose.
  if (line.blank || line.tabbed || line.opens_outline || line.words.size() < 8) return reading;
  std::size_t figures = 0;
  for (std::string_view word : line.words) figures += is_plain_figure(word);
  if (figures < 4 || figures == line.words.size()) return reading;

  // Headers first: as many words as the lexicon knows in a row.
  std::size_t head_words = 0;
  while (head_words < line.words.size() && !is_plain_figure(line.words[head_words]) && line.words[head_words] != "|") ++head_words;
  // The text from one word to another as it stands in the line: both are views into it.
  const auto text_of = [&](std::size_t from, std::size_t to) {
    const char* begin = line.words[from].data();
    const std::string_view last = line.words[to - 1];
    return std::string_view(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
  };
  if (head_words < 4) return reading;
  const auto all_units = cut_header({text_of(0, head_words)}, lexicon);
  std::vector<HeaderUnit> units;
  std::size_t used = 0, measures = 0;
  bool row_label = false;
  for (const HeaderUnit& unit : all_units) {
    if (!unit.use.known()) break;
    row_label = row_label || unit.use.row_label;
    ++measures;
    used += words_of(unit.text).size();
    units.push_back(unit);
  }
  if (!row_label || measures < 4) return reading;

  // Then rows: words, figures, words, figures … Words behind the last figures belong to the label before them.
  struct Piece {
    std::string label;
    std::vector<std::string> figures;
  };
  std::vector<Piece> pieces;
  bool stray = false;
  for (std::size_t i = used; i < line.words.size(); ++i) {
    if (line.words[i] == "|") {
      stray = true;
      continue;
    }
    const bool figure = is_plain_figure(line.words[i]);
    if (figure) {
      if (pieces.empty()) pieces.emplace_back();
      pieces.back().figures.emplace_back(line.words[i]);
    } else {
      if (pieces.empty() || !pieces.back().figures.empty()) pieces.emplace_back();
      Piece& piece = pieces.back();
      piece.label += (piece.label.empty() ? "" : " ") + std::string(line.words[i]);
    }
  }
  // How many figures most rows have; of equally many rows the larger number.
  std::map<std::size_t, std::size_t> votes;
  for (const Piece& piece : pieces) {
    if (!piece.figures.empty()) ++votes[piece.figures.size()];
  }
  std::size_t columns = 0, most = 0;
  for (const auto& [size, count] : votes) {
    if (count >= most) {
      columns = size;
      most = count;
    }
  }
  if (columns < 2) return reading;
  std::vector<FigureRow> rows;
  for (const Piece& piece : pieces) {
    if (piece.figures.empty()) {
      if (!rows.empty()) rows.back().label.push_back(piece.label);
      continue;
    }
    // One row with another number of figures, and nothing is read: which figure is missing cannot be told.
    if (piece.figures.size() != columns) return reading;
    rows.push_back({{piece.label}, piece.figures});
  }
  if (rows.empty()) return reading;
  // The rows need not print their cells in the same order: the one that fits the headers best shows the columns.
  std::optional<HeaderTree> tree;
  for (const FigureRow& row : rows) {
    auto candidate = resolve_header(units, columns, percent_columns({row}, columns), lexicon);
    if (candidate && (!tree || candidate->score > tree->score)) tree = std::move(candidate);
  }
  if (!tree) return reading;

  Table& table = reading.table;
  table.guessed_grid = true;
  table.columns = static_cast<int>(columns) + 1;
  table.header_rows = put_header(*tree, table);
  int r = table.header_rows;
  for (const FigureRow& row : rows) {
    put_row(row, r, columns, table);
    std::string after = collapse_blanks(label_text(row));
    for (const std::string& figure : row.figures) after += " | " + figure;
    reading.repairs.push_back({"row_split", "", std::string(line.text), after, "", r, -1, 0.8});
    ++r;
  }
  if (stray) reading.repairs.push_back({"stray_pipe", "", "|", "", "", -1, -1, 1});
  table.rows = r;
  reading.lines = 1;
  return reading;
}

}  // namespace jangbu
