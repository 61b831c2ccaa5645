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

struct NewWall {
  double x, y0, y1;
};

// Rows in which one cell covers the same columns, and only its own row.
struct Band {
  int column = 0, column_span = 0;
  std::vector<std::size_t> cells;
};

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

int index_of(const std::vector<double>& edges, double at) {
  return static_cast<int>(std::lower_bound(edges.begin(), edges.end(), at) - edges.begin());
}

// The walls between the cells of `from`, on the finer grid `to` (whose edges include those of `from`).
GridWalls walls_of(const Grid& from, const Grid& to) {
  GridWalls walls(to.rows(), to.columns());
  for (const GridCell& cell : from.cells) {
    const Box box = from.box_of(cell);
    const int x0 = index_of(to.xs, box.x0), x1 = index_of(to.xs, box.x1), y0 = index_of(to.ys, box.y0), y1 = index_of(to.ys, box.y1);
    walls.add_horizontal(y0, x0, x1);
    walls.add_horizontal(y1, x0, x1);
    walls.add_vertical(x0, y0, y1);
    walls.add_vertical(x1, y0, y1);
  }
  return walls;
}

std::vector<double> with(std::vector<double> edges, const std::vector<double>& more) {
  edges.insert(edges.end(), more.begin(), more.end());
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

void refill(FilledGrid& filled, Grid grid) {
  std::vector<const Run*> all;
  for (const auto& runs : filled.runs) all.insert(all.end(), runs.begin(), runs.end());
  std::sort(all.begin(), all.end());
  filled.runs.assign(grid.cells.size(), {});
  for (const Run* run : all) {
    const int cell = grid.cell_at((run->box.x0 + run->box.x1) / 2, (run->box.y0 + run->box.y1) / 2);
    if (cell >= 0) filled.runs[static_cast<std::size_t>(cell)].push_back(run);
  }
  filled.grid = std::move(grid);
  filled.guessed = true;
}

bool crossed(const std::vector<const Run*>& runs, double x) {
  for (const RunLine& line : lines_of(runs)) {
    for (const Segment& segment : segments_of(line)) {
      if (segment.x0 < x - 1 && segment.x1 > x + 1) return true;
    }
  }
  return false;
}

// A new border across the whole grid.
struct Cut {
  double y;
};

void cut_rows(FilledGrid& filled, const std::vector<Cut>& cuts) {
  const Grid& grid = filled.grid;
  if (cuts.empty()) return;
  std::vector<double> ys;
  for (const Cut& cut : cuts) ys.push_back(cut.y);
  Grid finer;
  finer.drawn = grid.drawn;
  finer.xs = grid.xs;
  finer.ys = with(grid.ys, ys);
  GridWalls all = walls_of(grid, finer);
  for (const Cut& cut : cuts) all.add_horizontal(index_of(finer.ys, cut.y), 0, finer.columns());
  build_cells(finer, all);
  refill(filled, std::move(finer));
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

// Korean word processors rule every cell, and what their cells hold side by side is one cell's text (`성명        (인)`): there
// only a border that other rows have is taken over.
bool in_hangul(const std::vector<RunLine>& lines) {
  std::size_t with = 0;
  for (const RunLine& line : lines) {
    const std::u32string text = to_code_points(line.text);
    with += std::any_of(text.begin(), text.end(), is_hangul) ? 1 : 0;
  }
  return 5 * with > lines.size();
}

}  // namespace

void split_columns(FilledGrid& filled) {
  const Grid& grid = filled.grid;
  std::vector<NewWall> walls;
  for (const Band& band : bands_of(grid)) {
    std::vector<RunLine> lines;
    for (const std::size_t cell : band.cells) {
      for (RunLine& line : lines_of(filled.runs[cell])) lines.push_back(std::move(line));
    }
    if (lines.size() < kFewestLines) continue;
    const auto first = grid.xs.begin() + band.column, last = first + band.column_span;
    const bool only_drawn = grid.drawn && in_hangul(lines);
    for (const double x : corridors(lines, std::vector<double>(first + 1, last))) {
      if (x <= *first + 1 || x >= *last - 1) continue;
      const bool told =
          std::any_of(band.cells.begin(), band.cells.end(), [&](std::size_t cell) { return centred_apart(filled.runs[cell], x); });
      if (only_drawn && !told && !std::binary_search(first, last, x)) continue;
      for (const std::size_t cell : band.cells) {
        const Box box = grid.box_of(grid.cells[cell]);
        if (!crossed(filled.runs[cell], x)) walls.push_back({x, box.y0, box.y1});
      }
    }
  }
  if (walls.empty()) return;
  std::vector<double> xs;
  for (const NewWall& wall : walls) xs.push_back(wall.x);
  Grid finer;
  finer.drawn = grid.drawn;
  finer.xs = with(grid.xs, xs);
  finer.ys = grid.ys;
  GridWalls all = walls_of(grid, finer);
  for (const NewWall& wall : walls) all.add_vertical(index_of(finer.xs, wall.x), index_of(finer.ys, wall.y0), index_of(finer.ys, wall.y1));
  build_cells(finer, all);
  refill(filled, std::move(finer));
}

void split_rows(FilledGrid& filled) {
  const Grid& grid = filled.grid;
  std::vector<Cut> cuts;
  for (int row = 0; row < grid.rows(); ++row) {
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
    std::vector<std::size_t> texts, counts;  // lines in each cell of text, and of figures
    for (const std::size_t cell : cells) {
      std::vector<RunLine> lines = lines_of(filled.runs[cell]);
      columns += lines.empty() ? 0 : 1;
      std::size_t plain = 0;
      for (const RunLine& line : lines) {
        const std::vector<Segment> segments = segments_of(line);
        plain += std::all_of(segments.begin(), segments.end(), [](const Segment& s) { return s.figure; }) ? 1 : 0;
      }
      if (plain < lines.size()) texts.push_back(lines.size());
      if (lines.size() < kFewestLines || static_cast<double>(plain) < 0.7 * static_cast<double>(lines.size())) {
        others.insert(others.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
        continue;
      }
      most = std::max(most, lines.size());
      counts.push_back(lines.size());
      figures.insert(figures.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    }
    if (figures.empty()) continue;
    const bool hangul = grid.drawn && !others.empty() && in_hangul(others);
    std::sort(figures.begin(), figures.end(), [](const RunLine& a, const RunLine& b) { return a.box.y0 < b.box.y0; });
    std::vector<Box> rows;
    for (const RunLine& line : figures) {
      if (!rows.empty() && line.box.y0 < (rows.back().y0 + rows.back().y1) / 2) {
        rows.back() = united(rows.back(), line.box);
      } else {
        rows.push_back(line.box);
      }
    }
    // There, rows that are not parted by lines show it in every cell: as many labels as figures.
    const auto one_a_row = [&](std::size_t lines) { return lines == rows.size(); };
    if (hangul && (texts.empty() || !std::all_of(texts.begin(), texts.end(), one_a_row) || std::count_if(counts.begin(), counts.end(), one_a_row) < 2)) {
      continue;
    }
    // Columns whose lines do not stand level with the others' are paragraphs, not rows.
    if (rows.size() > most + most / 2) continue;
    // Figures beside a picture or a paragraph make no rows: most of the row's columns have text at their height.
    std::size_t level = figures.size();
    for (const RunLine& line : others) {
      const double middle = (line.box.y0 + line.box.y1) / 2;
      level +=
          std::any_of(rows.begin(), rows.end(), [&](const Box& row_box) { return row_box.y0 < middle && middle < row_box.y1; }) ? 1 : 0;
    }
    if (columns < 2 || static_cast<double>(level) < 0.65 * static_cast<double>(rows.size() * columns)) continue;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      // Text between two lines of figures (a label's second line) stays with the upper one.
      cuts.push_back({(std::max(rows[i - 1].y1, rows[i].y0 - 2) + rows[i].y0) / 2});
    }
  }
  cut_rows(filled, cuts);
}

void split_lines(FilledGrid& filled) {
  const Grid& grid = filled.grid;
  std::vector<Cut> cuts;
  for (int row = grid.rows() > 1 ? 1 : 0; row < grid.rows(); ++row) {
    std::vector<const Run*> runs;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      if (grid.cells[i].row == row) runs.insert(runs.end(), filled.runs[i].begin(), filled.runs[i].end());
    }
    std::sort(runs.begin(), runs.end());
    const RunLine* before = nullptr;
    const std::vector<RunLine> lines = lines_of(runs);
    for (const RunLine& line : lines) {
      std::vector<int> columns;
      for (const Run* run : line.runs) {
        const int cell = grid.cell_at((run->box.x0 + run->box.x1) / 2,
                                      (grid.ys[static_cast<std::size_t>(row)] + grid.ys[static_cast<std::size_t>(row) + 1]) / 2);
        if (cell >= 0) columns.push_back(cell);
      }
      std::sort(columns.begin(), columns.end());
      columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
      const bool begins = 2 * static_cast<int>(columns.size()) >= grid.columns();
      if (begins && before != nullptr) cuts.push_back({(std::max(before->box.y1, line.box.y0 - 2) + line.box.y0) / 2});
      if (begins || before != nullptr) before = &line;
    }
  }
  cut_rows(filled, cuts);
}

}  // namespace jangbu
