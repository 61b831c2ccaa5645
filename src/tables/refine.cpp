// Puts in borders that a ruled table leaves out. split_columns looks through all rows in which one cell covers the
// same columns for corridors of white space (white_space.h); split_rows cuts a ruled row in which lines of figures
// stand level in their columns.
// The hard case is Korean text: word processors there rule every cell, and gaps inside of a cell are set on purpose
// (`성명        (인)`). So in Hangul a border needs more: another row that has it, texts that are centred each for
// itself, or gaps at one place in every row.
#include "tables/refine.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "tables/white_space.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kFewestLines = 3;

// Rows in which one cell covers the same columns, and only its own row.
struct Band {
  int column = 0, column_span = 0;
  std::vector<std::size_t> cells;
};

// Cells over several rows belong to no band: their text says nothing of one row's columns.
std::vector<Band> bands_of(const Grid& grid) {
  std::map<std::pair<int, int>, Band> bands;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.row_span != 1) continue;
    Band& band = bands[{cell.column, cell.column_span}];
    band.column = cell.column;
    band.column_span = cell.column_span;
    band.cells.push_back(i);
  }
  std::vector<Band> out;
  for (auto& [place, band] : bands) out.push_back(std::move(band));
  return out;
}

// Does a piece of text run over x? One point of tolerance on both sides.
bool crossed(const std::vector<const Run*>& runs, double x) {
  for (const RunLine& line : lines_of(runs)) {
    for (const Segment& segment : segments_of(line)) {
      if (segment.x0 < x - 1 && segment.x1 > x + 1) return true;
    }
  }
  return false;
}

// Borders across the whole grid.
void cut_rows(FilledGrid& filled, const std::vector<double>& ys) {
  std::vector<NewWall> walls;
  for (const double y : ys) walls.push_back({true, y, filled.grid.xs.front(), filled.grid.xs.back()});
  add_walls(filled, walls);
}

// Are the texts left and right of x centred each for itself, one line beside two? Then each has a cell of its own, whatever
// borders were drawn: within one cell they would share a baseline.
bool centred_apart(const std::vector<const Run*>& runs, double x) {
  std::vector<const Run*> sides[2];
  for (const Run* run : runs) sides[run->box.x0 < x ? 0 : 1].push_back(run);
  if (sides[0].empty() || sides[1].empty()) return false;
  const std::vector<RunLine> left = lines_of(sides[0]), right = lines_of(sides[1]);
  if (std::min(left.size(), right.size()) != 1 || left.size() + right.size() != 3) return false;
  const auto middle = [](const std::vector<RunLine>& lines) { return (lines.front().box.y0 + lines.back().box.y1) / 2; };
  return std::abs(middle(left) - middle(right)) < 0.2 * left.front().font_size;
}

// Does more than one line in five hold Hangul? Korean word processors rule every cell, and what their cells hold side
// by side is one cell's text (`성명        (인)`): there only a border that other rows have is taken over.
bool in_hangul(const std::vector<RunLine>& lines) {
  std::size_t with = 0;
  for (const RunLine& line : lines) {
    const std::u32string text = to_code_points(line.text);
    with += std::any_of(text.begin(), text.end(), is_hangul) ? 1 : 0;
  }
  return 5 * with > lines.size();
}

// x of the border behind a column of numbers (`1.1.2    무선설비`) in rows that were found without drawn lines; 0 if there is none.
double behind_numbers(const FilledGrid& filled, const Band& band) {
  constexpr std::size_t kFewestRows = 4;
  constexpr double kGap = 0.7;  // of the font size
  double from = 0, to = 1e18, size = 0;
  std::size_t rows = 0;
  for (const std::size_t cell : band.cells) {
    std::vector<const Run*> runs = filled.runs[cell];
    if (runs.empty()) continue;
    if (runs.size() < 2) return 0;
    std::sort(runs.begin(), runs.end(), [](const Run* a, const Run* b) { return a->box.x0 != b->box.x0 ? a->box.x0 < b->box.x0 : a < b; });
    if (runs[0]->text.find_first_not_of("0123456789.") != std::string::npos) return 0;
    from = std::max(from, runs[0]->box.x1);
    to = std::min(to, runs[1]->box.x0);
    size = std::max(size, runs[0]->font_size);
    ++rows;
  }
  return rows >= kFewestRows && to - from >= kGap * size ? (from + to) / 2 : 0;
}

// Every piece of the line: a label beside a figure makes it a line of words.
bool all_figures(const RunLine& line) {
  const std::vector<Segment> segments = segments_of(line);
  return std::all_of(segments.begin(), segments.end(), [](const Segment& s) { return s.figure; });
}

// Boxes of lines that stand level are one row.
std::vector<Box> rows_of(std::vector<RunLine> lines) {
  std::sort(lines.begin(), lines.end(), [](const RunLine& a, const RunLine& b) { return a.box.y0 < b.box.y0; });
  std::vector<Box> rows;
  for (const RunLine& line : lines) {
    if (!rows.empty() && line.box.y0 < (rows.back().y0 + rows.back().y1) / 2) {
      rows.back() = united(rows.back(), line.box);
    } else {
      rows.push_back(line.box);
    }
  }
  return rows;
}

// Is the text of each cell painted by itself, all lines of it, before that of the next? A program that paints cells so has one cell there.
bool painted_by_columns(const FilledGrid& filled, const std::vector<std::size_t>& cells) {
  std::vector<std::pair<const Run*, const Run*>> spans;
  for (const std::size_t cell : cells) {
    if (filled.runs[cell].empty()) continue;
    const auto [first, last] = std::minmax_element(filled.runs[cell].begin(), filled.runs[cell].end());
    spans.emplace_back(*first, *last);
  }
  std::sort(spans.begin(), spans.end());
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].first < spans[i - 1].second) return false;
  }
  return true;
}

// A figure of four digits or more, as amounts have.
bool amount(const RunLine& line) { return line.text.find(',') != std::string::npos; }

// Rows of a table whose columns are ruled and whose rows are not: each line of figures has a line of the labels beside it and these have no
// others, each cell has one line at most in each row. A label or a remark that wraps makes a paragraph of its cell. Cells that were painted
// each by itself hold such lines as one cell, unless they are amounts. Empty where it is none.
std::vector<Box> level_rows(const FilledGrid& filled, const std::vector<std::size_t>& cells) {
  std::vector<std::vector<RunLine>> columns;
  std::vector<RunLine> figures;
  bool labels = false;
  for (const std::size_t cell : cells) {
    std::vector<RunLine> lines = lines_of(filled.runs[cell]);
    if (lines.empty()) continue;
    const bool figure = std::all_of(lines.begin(), lines.end(), all_figures);
    labels = labels || !figure;
    if (figure) figures.insert(figures.end(), lines.begin(), lines.end());
    columns.push_back(std::move(lines));
  }
  if (!labels || columns.size() < 2 || figures.size() < kFewestLines) return {};
  if (painted_by_columns(filled, cells) && std::none_of(figures.begin(), figures.end(), amount)) return {};
  const std::vector<Box> rows = rows_of(std::move(figures));
  if (rows.size() < kFewestLines) return {};
  std::vector<std::size_t> filled_columns(rows.size(), 0);
  // A column of words needs a line for each row; one of figures may leave rows blank.
  for (const std::vector<RunLine>& lines : columns) {
    if (lines.size() > rows.size() || (lines.size() < rows.size() && !std::all_of(lines.begin(), lines.end(), all_figures))) return {};
    // Each line must lie in a row of its own, from top to bottom.
    std::size_t row = 0;
    for (const RunLine& line : lines) {
      const double middle = (line.box.y0 + line.box.y1) / 2;
      while (row < rows.size() && rows[row].y1 < middle) ++row;
      if (row == rows.size() || rows[row].y0 > middle) return {};
      ++filled_columns[row++];
    }
  }
  const bool full =
      std::all_of(filled_columns.begin(), filled_columns.end(), [&](std::size_t count) { return 2 * count > columns.size(); });
  return full ? rows : std::vector<Box>();
}

// The same for rows of words, in three columns and more: each column has a line in each row, most of them with room for another word behind
// them. What a program painted column by column is paragraphs.
std::vector<Box> level_rows_of_words(const FilledGrid& filled, const std::vector<std::size_t>& cells) {
  constexpr std::size_t kFewestRows = 4, kFewestColumns = 3;
  constexpr double kRoom = 2.0;  // of the font size, behind a line that no wrapping ended
  std::vector<RunLine> all;
  std::size_t count = 0, columns = 0, short_lines = 0;
  for (const std::size_t cell : cells) {
    std::vector<RunLine> lines = lines_of(filled.runs[cell]);
    if (lines.size() < kFewestRows || (count != 0 && lines.size() != count)) return {};
    count = lines.size();
    ++columns;
    const Box box = filled.grid.box_of(filled.grid.cells[cell]);
    for (const RunLine& line : lines) short_lines += box.x1 - line.box.x1 + line.box.x0 - box.x0 > kRoom * line.font_size ? 1 : 0;
    all.insert(all.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
  }
  if (columns < kFewestColumns || 5 * short_lines < 4 * all.size() || painted_by_columns(filled, cells)) return {};
  const std::vector<Box> rows = rows_of(std::move(all));
  return rows.size() == count ? rows : std::vector<Box>();
}

// Borders between rows; text between two lines of figures (a label's second line) stays with the upper one.
void cut_between(const std::vector<Box>& rows, std::vector<double>& cuts) {
  for (std::size_t i = 1; i < rows.size(); ++i) cuts.push_back((std::max(rows[i - 1].y1, rows[i].y0 - 2) + rows[i].y0) / 2);
}

// Does each cell of the band that has text hold one line of it, in two neighbouring rows at least?
bool one_line_each(const FilledGrid& filled, const Band& band) {
  std::size_t lines = 0;
  for (const std::size_t cell : band.cells) {
    const std::size_t own = lines_of(filled.runs[cell]).size();
    if (own > 1) return false;
    lines += own;
  }
  return lines >= 2;
}

}  // namespace

// Borders are collected from all bands and put in at once, since each new one changes the grid.
void split_columns(FilledGrid& filled) {
  const Grid& grid = filled.grid;
  std::vector<NewWall> walls;
  for (const Band& band : bands_of(grid)) {
    std::vector<RunLine> lines;
    for (const std::size_t cell : band.cells) {
      for (RunLine& line : lines_of(filled.runs[cell])) lines.push_back(std::move(line));
    }
    // Edges inside of the band, from `first` to `last`, that other rows have drawn.
    const auto first = grid.xs.begin() + band.column, last = first + band.column_span;
    if (grid.drawn && in_hangul(lines) && one_line_each(filled, band)) {
      for (const double x : aligned_gaps(lines)) {
        for (const std::size_t cell : band.cells) {
          const Box box = grid.box_of(grid.cells[cell]);
          walls.push_back({false, x, box.y0, box.y1});
        }
      }
    }
    if (lines.size() < kFewestLines) continue;
    // Only in tables that were laid out without lines: a drawn table with numbers has drawn their border.
    if (const double x = filled.guessed ? behind_numbers(filled, band) : 0; x > 0) {
      for (const std::size_t cell : band.cells) {
        const Box box = grid.box_of(grid.cells[cell]);
        walls.push_back({false, x, box.y0, box.y1});
      }
      continue;
    }
    const bool only_drawn = grid.drawn && in_hangul(lines);
    // One point off the band's own sides is no new border.
    for (const double x : corridors(lines, std::vector<double>(first + 1, last))) {
      if (x <= *first + 1 || x >= *last - 1) continue;
      const bool told =
          std::any_of(band.cells.begin(), band.cells.end(), [&](std::size_t cell) { return centred_apart(filled.runs[cell], x); });
      if (only_drawn && !told && !std::binary_search(first, last, x)) continue;
      for (const std::size_t cell : band.cells) {
        // A row whose text crosses x keeps its cell whole there.
        const Box box = grid.box_of(grid.cells[cell]);
        if (!crossed(filled.runs[cell], x)) walls.push_back({false, x, box.y0, box.y1});
      }
    }
  }
  add_walls(filled, walls);
}

// Cuts go through the whole grid; rows with cells that span them are left alone.
void split_rows(FilledGrid& filled) {
  const Grid& grid = filled.grid;
  std::vector<double> cuts;
  for (int row = 0; row < grid.rows(); ++row) {
    // The cells of the row, each once, and only where none spans rows: its lines would be those of several rows.
    std::vector<std::size_t> cells;
    bool simple = true;
    for (int column = 0; column < grid.columns(); ++column) {
      const int owner = grid.owner[static_cast<std::size_t>(row * grid.columns() + column)];
      if (!cells.empty() && static_cast<int>(cells.back()) == owner) continue;
      cells.push_back(static_cast<std::size_t>(owner));
      simple = simple && grid.cells[static_cast<std::size_t>(owner)].row_span == 1;
    }
    if (!simple || cells.size() < 2) continue;
    // Lines of figures make rows; what stands between them belongs to the row above.
    std::vector<RunLine> figures, others;
    std::size_t most = 0, columns = 0;
    for (const std::size_t cell : cells) {
      std::vector<RunLine> lines = lines_of(filled.runs[cell]);
      columns += lines.empty() ? 0 : 1;
      const auto plain = std::count_if(lines.begin(), lines.end(), all_figures);
      // Three lines, seven in ten of them nothing but figures, make a column of figures.
      if (lines.size() < kFewestLines || static_cast<double>(plain) < 0.7 * static_cast<double>(lines.size())) {
        others.insert(others.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
        continue;
      }
      most = std::max(most, lines.size());
      figures.insert(figures.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    }
    if (figures.empty()) {
      if (grid.drawn) cut_between(level_rows_of_words(filled, cells), cuts);
      continue;
    }
    if (grid.drawn && !others.empty() && in_hangul(others)) {
      cut_between(level_rows(filled, cells), cuts);
      continue;
    }
    std::size_t count = figures.size();
    const std::vector<Box> rows = rows_of(std::move(figures));
    // Columns whose lines do not stand level with the others' are paragraphs, not rows.
    if (rows.size() > most + most / 2) continue;
    // Figures beside a picture or a paragraph make no rows: most of the row's columns have text at their height.
    std::size_t level = count;
    for (const RunLine& line : others) {
      const double middle = (line.box.y0 + line.box.y1) / 2;
      level +=
          std::any_of(rows.begin(), rows.end(), [&](const Box& row_box) { return row_box.y0 < middle && middle < row_box.y1; }) ? 1 : 0;
    }
    if (columns < 2 || static_cast<double>(level) < 0.65 * static_cast<double>(rows.size() * columns)) continue;
    cut_between(rows, cuts);
  }
  cut_rows(filled, cuts);
}

}  // namespace jangbu
