// The columns of the band's last row go on downwards as far as the lines of text keep to them: no piece crosses a border,
// each line follows the one before within a row's height, and no other table begins. Rules as wide as the band part
// rows; where there are none, lines of figures do.
// Hard cases: boxes above text that only look like a header (steps of a process, a title): figures have to stand in the columns,
// or rules as wide as the band below the rows; one is enough where it closes rows of words that fill the columns. A caption below the table
// crosses borders or stands alone in the first column: it ends the table and is not taken; a numbered heading by itself (나. 2)) is that of
// what comes. A label by itself is a row of its own, but where the label beside it filled its column and goes on.
#include "tables/header_band.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "tables/open_lines.h"

namespace jangbu {
namespace {

constexpr double kFirstGap = 2.2;  // of the font size: between the band and the first line
constexpr double kRowGap = 2.5;    // between two lines of which no rule parts them
constexpr double kRuledGap = 4.0;  // between two lines that a rule parts
constexpr double kAlike = 3.0;     // points that the ends of a rule may be off the band's
constexpr int kMostHeaderRows = 4;

// A height at which rules, of one piece or several, part rows: all of the band's width, or what a label over several rows leaves of it.
struct RuledHeight {
  double y = 0;
  std::vector<std::pair<double, double>> parts;  // what they cover, from left to right

  bool covers(double x) const {
    return std::any_of(parts.begin(), parts.end(), [x](const auto& part) { return part.first <= x && x <= part.second; });
  }
};

std::vector<RuledHeight> rules_below(const Page& page, const Box& band) {
  constexpr double kLeastCovered = 0.5;
  std::vector<const Rule*> across;
  for (const Rule& rule : page.rules) {
    if (rule.horizontal() && rule.box.y0 > band.y1 + 1 && rule.box.x0 >= band.x0 - kAlike && rule.box.x1 <= band.x1 + kAlike)
      across.push_back(&rule);
  }
  std::sort(across.begin(), across.end(),
            [](const Rule* a, const Rule* b) { return std::pair(a->box.y0, a->box.x0) < std::pair(b->box.y0, b->box.x0); });
  std::vector<RuledHeight> out;
  for (std::size_t i = 0; i < across.size();) {
    RuledHeight height{across[i]->box.y0, {}};
    double covered = 0, reached = band.x0;
    std::size_t end = i;
    for (; end < across.size() && across[end]->box.y0 == height.y; ++end) {
      const Box& rule = across[end]->box;
      covered += std::max(0.0, rule.x1 - std::max(reached, rule.x0));
      reached = std::max(reached, rule.x1);
      height.parts.emplace_back(rule.x0, rule.x1);
    }
    if (covered >= kLeastCovered * band.width() && reached >= band.x1 - kAlike && (out.empty() || height.y - out.back().y > 3))
      out.push_back(std::move(height));
    i = end;
  }
  return out;
}

// 2024: a heading of a column, though it is digits only.
bool is_year(const std::vector<const Run*>& runs) {
  std::string text;
  for (const Run* run : runs) text += run->text;
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

enum class Band { kNone, kHeadings, kWithTotal };

// Sums of groups that stand above their rows may be drawn like the header (columns_go_on.h): does the last row print figures in most
// columns, each by itself?
bool ends_with_figures(const FilledGrid& band) {
  const Grid& grid = band.grid;
  int figures = 0;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.row + cell.row_span != grid.rows()) continue;
    if (cell.column_span > 1 || cell.row_span > 1) return false;
    figures += !band.runs[i].empty() && is_figure_text(band.runs[i]) ? 1 : 0;
  }
  return grid.columns() > 2 && 2 * figures >= grid.columns();
}

// Do the cells that end with the row before `end` print something in two columns of three, and in two at least? None may span columns.
bool fills_row(const FilledGrid& band, int end) {
  std::size_t filled = 0, all = 0;
  for (std::size_t i = 0; i < band.grid.cells.size(); ++i) {
    const GridCell& cell = band.grid.cells[i];
    if (cell.row + cell.row_span != end) continue;
    if (cell.column_span > 1) return false;
    ++all;
    filled += band.runs[i].empty() ? 0 : 1;
  }
  return filled >= 2 && 3 * filled >= 2 * all;
}

// Every row of it is of headings: no figure stands by itself in a cell. A total may be shaded with its header: where lines are drawn
// between the columns too, that is a table of its own for all that is seen here, and only rules below it can tell.
Band kind_of(const FilledGrid& band) {
  const Grid& grid = band.grid;
  if (grid.columns() < 2) return Band::kNone;
  if (grid.rows() > kMostHeaderRows) return ends_with_figures(band) ? Band::kWithTotal : Band::kNone;
  int first_of_figures = grid.rows();
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (!band.runs[i].empty() && is_figure_text(band.runs[i]) && !is_year(band.runs[i]))
      first_of_figures = std::min(first_of_figures, grid.cells[i].row);
  }
  if (first_of_figures == 0) return Band::kNone;
  if (grid.rows() - first_of_figures > 1) return ends_with_figures(band) ? Band::kWithTotal : Band::kNone;
  // The label of a total may span columns; the headings right above it may not, since the columns below are theirs.
  const bool with_total = first_of_figures < grid.rows();
  if (with_total && (grid.sides_drawn || !fills_row(band, grid.rows())))
    return fills_row(band, first_of_figures) ? Band::kWithTotal : Band::kNone;
  return fills_row(band, grid.rows()) ? Band::kHeadings : Band::kNone;
}

// The column that holds the run whole; -1 where it crosses a border or stands outside.
int column_of(const Run& run, const std::vector<double>& xs) {
  const auto at = [&](double x) { return static_cast<int>(std::upper_bound(xs.begin(), xs.end(), x) - xs.begin()) - 1; };
  const int first = at(run.box.x0 + 1), last = at(run.box.x1 - 1);
  return first == last && first >= 0 && first + 1 < static_cast<int>(xs.size()) ? first : -1;
}

// 나. 소속별 현원, by itself.
bool is_section_heading(const OpenLine& line) {
  if (line.pieces.size() != 1) return false;
  std::string text;
  for (const Run* run : line.pieces.front().runs) text += run->text + " ";
  return begins_section(text);
}

struct HangingLine {
  const OpenLine* line;
  bool figures = false;   // in columns behind the first
  bool labelled = false;  // the first column is filled
  int filled = 0;         // columns
  std::set<int> columns;
};

// Does the second line go on with the label of the first? Its first word found no room there; text in another column goes on anyway.
bool goes_on(const HangingLine& first, const HangingLine& second, const std::vector<double>& xs) {
  const Piece &label = first.line->pieces.front(), &next = second.line->pieces.front();
  const auto in_labels = [&](const Piece& piece) { return piece.x0 < xs[1] && piece.x1 <= xs[1] + 1; };
  if (!in_labels(label) || !in_labels(next)) return !second.figures;
  constexpr double kBlank = 0.3;  // of the font size
  constexpr double kSides = 6;    // points: what the sides of a cell leave free
  const Run& word = *next.runs.front();
  if (word.text.starts_with("(") || word.text.starts_with("（")) return true;
  return label.x1 - label.x0 + kBlank * first.line->size + word.box.width() > xs[1] - xs[0] - kSides;
}

// The lines that keep to the columns, from the band downwards.
std::vector<HangingLine> lines_below(const std::vector<OpenLine>& lines, const Box& band, const std::vector<double>& xs,
                                     const std::vector<RuledHeight>& rules, const std::vector<Box>& taken) {
  std::vector<HangingLine> out;
  double bottom = band.y1;
  for (const OpenLine& line : lines) {
    const double middle = (line.box.y0 + line.box.y1) / 2;
    if (middle < band.y1) continue;
    const double gap = line.box.y0 - bottom;
    const bool ruled =
        std::any_of(rules.begin(), rules.end(), [&](const RuledHeight& rule) { return rule.y > bottom - 1 && rule.y < middle; });
    const double most = out.empty() ? kFirstGap : ruled ? kRuledGap : kRowGap;
    if (gap > most * line.size) break;
    // Another table stands between.
    if (std::any_of(taken.begin(), taken.end(),
                    [&](const Box& box) { return box.y0 >= band.y1 - 1 && box.y0 < middle && box.x0 < band.x1 && box.x1 > band.x0; }))
      break;
    HangingLine hanging{&line, false, false, 0, {}};
    bool keeps = true;
    // A figure flush right and words flush left of the next column may look like one piece: the border is known, and parts them.
    std::map<int, std::vector<const Run*>> by_column;
    for (const Piece& piece : line.pieces) {
      for (const Run* run : piece.runs) by_column[column_of(*run, xs)].push_back(run);
    }
    for (const auto& [column, runs] : by_column) {
      keeps = keeps && column >= 0;
      hanging.figures = hanging.figures || (column > 0 && is_figure_text(runs));
      hanging.labelled = hanging.labelled || column == 0;
      ++hanging.filled;
      hanging.columns.insert(column);
    }
    if (!keeps || (!ruled && is_section_heading(line))) break;
    out.push_back(hanging);
    bottom = line.box.y1;
  }
  return out;
}

// A line of words begins a row where it stands clear of the lines above and the first column has its label; texts of several lines in the
// middle of their row overlap.
bool begins_row_of_words(const HangingLine& row, double above) { return row.labelled && row.line->box.y0 >= above; }

// Rows of words up to a rule as wide as the header, the only one: each fills most columns, as long as the rule closes them.
bool closed_by(const RuledHeight& rule, const std::vector<HangingLine>& rows, int columns) {
  if (columns < 3 || rule.y < rows.back().line->box.y1 - 1 || rule.parts.size() != 1) return false;
  std::set<int> filled;
  double above = rows.front().line->box.y0;
  bool full = true;
  for (std::size_t i = 0; i <= rows.size(); ++i) {
    if (i == rows.size() || begins_row_of_words(rows[i], above)) {
      full = full && (i == 0 || 3 * static_cast<int>(filled.size()) >= 2 * columns);
      if (i < rows.size()) filled.clear();
    }
    if (i == rows.size()) break;
    filled.insert(rows[i].columns.begin(), rows[i].columns.end());
    above = std::max(above, rows[i].line->box.y1);
  }
  return full;
}

}  // namespace

bool hang_rows_below(const Page& page, const std::vector<Box>& taken, FilledGrid& band, std::vector<const Run*>& outside) {
  const Band kind = kind_of(band);
  if (kind == Band::kNone) return false;
  const Grid& head = band.grid;
  const Box box = head.box();
  std::vector<RuledHeight> rules = rules_below(page, box);
  if (kind == Band::kWithTotal && rules.size() < 2) return false;
  std::vector<const Run*> near;
  for (const Run* run : outside) {
    const double y = (run->box.y0 + run->box.y1) / 2;
    if (y > box.y1 && run->box.x1 > box.x0 && run->box.x0 < box.x1 && !run->vertical) near.push_back(run);
  }
  const std::vector<OpenLine> lines = open_lines_of(near);
  for (const Box& other : taken) {  // the edge of the next table
    if (other.y0 < box.y1 || other.x0 > box.x1 || other.x1 < box.x0) continue;
    std::erase_if(rules, [&](const RuledHeight& rule) { return rule.y > other.y0 - 2; });
  }
  std::vector<HangingLine> rows = lines_below(lines, box, head.xs, rules, taken);
  if (rows.empty()) return false;
  // Where rules part the rows, nothing behind the last of them belongs to the table; a rule alone is its end.
  const double reach = rows.back().line->box.y1 + rows.back().line->size;
  std::erase_if(rules, [&](const RuledHeight& rule) { return rule.y > reach || rule.y < rows.front().line->box.y1 - 1; });
  if (!rules.empty()) {
    std::erase_if(rows, [&](const HangingLine& row) { return (row.line->box.y0 + row.line->box.y1) / 2 > rules.back().y; });
  }
  // Without rules, what comes behind the last line of figures stands below the table: a caption, and the unit at the other end of its line.
  while (rules.empty() && !rows.empty() && !rows.back().figures) rows.pop_back();
  if (rows.empty()) return false;
  const auto with_figures = std::count_if(rows.begin(), rows.end(), [](const HangingLine& row) { return row.figures; });
  const auto several = std::count_if(rows.begin(), rows.end(), [](const HangingLine& row) { return row.filled >= 2; });
  const bool of_figures = with_figures > 0 && 2 * with_figures >= several;
  const bool of_words = !of_figures && rules.size() == 1 && closed_by(rules.front(), rows, head.columns());
  if (several == 0 || (!of_figures && !of_words && rules.size() < 2) || (head.columns() == 2 && rules.empty())) return false;
  if (kind == Band::kWithTotal && (!of_figures || rules.size() < 2)) return false;

  Grid grid;
  grid.drawn = head.drawn;
  grid.sides_drawn = head.sides_drawn;
  grid.xs = head.xs;
  grid.ys = head.ys;
  if (of_words) {
    double above = rows.front().line->box.y1;
    for (const HangingLine& row : rows) {
      if (begins_row_of_words(row, above)) grid.ys.push_back((above + row.line->box.y0) / 2);
      above = std::max(above, row.line->box.y1);
    }
    grid.ys.push_back(rules.back().y);
  } else if (rules.size() >= 2 || (rules.size() == 1 && several == 1)) {
    for (const RuledHeight& rule : rules) grid.ys.push_back(rule.y);
  } else {
    // A row begins with a line that has figures, or text in several columns; what stands alone goes on with the label beside it where that
    // filled its column, and is a row of its own else.
    double above = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool begins = rows[i].figures || rows[i].filled >= 2;
      const bool alone = !begins || (i > 0 && !rows[i - 1].figures && rows[i - 1].filled < 2);
      if (i > 0 && (begins || alone) && !(alone && goes_on(rows[i - 1], rows[i], head.xs))) {
        grid.ys.push_back((above + rows[i].line->box.y0) / 2);
      }
      above = rows[i].line->box.y1;
    }
    grid.ys.push_back(rules.empty() ? above + 2 : rules.back().y);
  }
  GridWalls walls(grid.rows(), grid.columns());
  for (const GridCell& cell : head.cells) {
    walls.add_horizontal(cell.row, cell.column, cell.column + cell.column_span);
    walls.add_horizontal(cell.row + cell.row_span, cell.column, cell.column + cell.column_span);
    walls.add_vertical(cell.column, cell.row, cell.row + cell.row_span);
    walls.add_vertical(cell.column + cell.column_span, cell.row, cell.row + cell.row_span);
  }
  for (int row = head.rows(); row <= grid.rows(); ++row) {
    const double y = grid.ys[static_cast<std::size_t>(row)];
    const auto rule = std::find_if(rules.begin(), rules.end(), [y](const RuledHeight& r) { return r.y == y; });
    for (int column = 0; column < grid.columns(); ++column) {
      const double middle = (grid.xs[static_cast<std::size_t>(column)] + grid.xs[static_cast<std::size_t>(column) + 1]) / 2;
      if (rule == rules.end() || row == grid.rows() || rule->covers(middle)) walls.add_horizontal(row, column, column + 1);
    }
  }
  for (int column = 0; column <= grid.columns(); ++column) walls.add_vertical(column, head.rows(), grid.rows());
  if (build_cells(grid, walls) == 0) return false;

  std::vector<const Run*> all;
  for (const auto& runs : band.runs) all.insert(all.end(), runs.begin(), runs.end());
  for (const HangingLine& row : rows) {
    for (const Piece& piece : row.line->pieces) all.insert(all.end(), piece.runs.begin(), piece.runs.end());
  }
  std::sort(all.begin(), all.end());
  band.runs.assign(grid.cells.size(), {});
  for (const Run* run : all) {
    const int cell = grid.cell_at((run->box.x0 + run->box.x1) / 2, (run->box.y0 + run->box.y1) / 2);
    if (cell >= 0) band.runs[static_cast<std::size_t>(cell)].push_back(run);
  }
  band.grid = std::move(grid);
  band.guessed = true;
  take_out(outside, band);
  return true;
}

}  // namespace jangbu
