// Lines of text of one area become a grid in three steps: how many lines are the header, which columns each heading
// covers (open_header.cpp), which lines begin a row (open_rows.h). Places are collected with their runs, and the
// grid is built at the end.
// The hard case is a text that runs over the border of its column (a long label, a remark): where its words stand
// close together or it is a single run, the cells that it passes through become one. A text with one column, or with
// heights that do not ascend, is one cell: what could not be laid out is kept, never dropped.
#include "tables/open_layout.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "tables/open_columns.h"
#include "tables/open_lines.h"
#include "tables/open_rows.h"

namespace jangbu {
namespace {

constexpr double kAcross = 0.7;   // of the table's width: a rule that parts rows
constexpr double kJoined = 0.42;  // of the font size: words nearer than this are of one cell even over a column's border

// A header of more is none.
constexpr std::size_t kMostHeaderLines = 12, kMostHeadings = 200;

// A cell before the grid exists: where it stands, and its runs.
struct Place {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  std::vector<const Run*> runs;
};

class Layout {
 public:
  Layout(const Box& box, const std::vector<const Run*>& runs, const std::vector<Rule>& rules)
      : box_(box), rules_(rules), lines_(open_lines_of(runs)), columns_(open_columns(lines_)) {}

  // A header that cannot be is given up, and its lines become rows.
  FilledGrid made() {
    if (lines_.empty() || columns_.count() < 2) return one_cell();
    parted_.assign(lines_.size(), false);
    for (std::size_t i = 1; i < lines_.size(); ++i) parted_[i] = rule_between(lines_[i - 1].box, lines_[i].box);
    std::size_t header = header_lines();
    // Bounds for hostile pages: header_blocks takes time with the square of lines and headings.
    if (header > kMostHeaderLines) header = 0;
    for (std::size_t i = 0; i < header; ++i) header = lines_[i].pieces.size() > kMostHeadings ? 0 : header;
    find_spanning(header);
    add_header(header);
    add_rows(header);
    return built();
  }

 private:
  // All text of the area, in one cell: the caller sees that it is no table.
  FilledGrid one_cell() {
    FilledGrid filled;
    filled.grid.xs = {box_.x0, box_.x1};
    filled.grid.ys = {box_.y0, box_.y1};
    GridWalls walls(1, 1);
    build_cells(filled.grid, walls);
    filled.runs.resize(filled.grid.cells.size());
    for (const OpenLine& line : lines_) {
      for (const Piece& piece : line.pieces) filled.runs[0].insert(filled.runs[0].end(), piece.runs.begin(), piece.runs.end());
    }
    filled.guessed = true;
    return filled;
  }

  // Rules of all columns together have to cover most of the table: short ones under single headings part no rows.
  bool rule_between(const Box& above, const Box& below) const {
    const double from = (above.y0 + above.y1) / 2, to = (below.y0 + below.y1) / 2;
    double covered = 0;
    for (const Rule& rule : rules_) {
      if (rule.box.y0 > from && rule.box.y0 < to) covered += std::max(0.0, std::min(rule.box.x1, box_.x1) - std::max(rule.box.x0, box_.x0));
    }
    return covered >= kAcross * box_.width();
  }

  // Is any rule between them drawn, not the edge of shading?
  bool drawn_between(const Box& above, const Box& below) const {
    const double from = (above.y0 + above.y1) / 2, to = (below.y0 + below.y1) / 2;
    return std::any_of(rules_.begin(), rules_.end(),
                       [&](const Rule& rule) { return rule.thickness > 0 && rule.box.y0 > from && rule.box.y0 < to; });
  }

  // Does the line begin in the column of labels?
  bool has_label(const OpenLine& line) const { return columns_.at(line.pieces.front().x0 + 1) == 0; }
  // Does it reach beyond that column?
  bool beyond_label(const OpenLine& line) const { return columns_.at(line.pieces.back().x1 - 1) > 0; }

  // Years beside the name of the labels: 2019 2020.
  static bool heads_years(const OpenLine& line) {
    return line.pieces.size() > 2 && std::all_of(line.pieces.begin() + 1, line.pieces.end(), [](const Piece& piece) {
             const std::string& text = piece.runs.front()->text;
             return piece.runs.size() == 1 && text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && piece.figure;
           });
  }

  // How many lines are the header: those before the first rows, or before the first rule across if no amount stands above it.
  std::size_t header_lines() const {
    bool of_figures = false;
    const std::vector<bool> body = body_lines(lines_, of_figures);
    std::size_t count = 0;
    // Rows of words tell no header by themselves: only a rule across the upper half does.
    if (!columns_.of_figures) {
      for (std::size_t i = 1; i < lines_.size() && 2 * i <= lines_.size(); ++i) {
        if (parted_[i]) return i;
      }
      return 0;
    }
    // The first line with a label and figures is the first row; lines of figures before it are years or numbers of
    // columns.
    while (count < lines_.size() && !(body[count] && has_label(lines_[count]))) ++count;
    if (count == 0 && lines_.size() > 1 && heads_years(lines_[0])) count = 1;
    // No line has both: the first line of figures counts.
    if (count == lines_.size()) {
      count = 0;
      while (count < lines_.size() && !body[count]) ++count;
    }
    // A rule within two lines of that end moves it down to the rule, never up: a group's own rule stands inside of
    // the header.
    for (std::size_t i = 1; i < lines_.size() && i <= std::max<std::size_t>(count, 1) + 2; ++i) {
      if (!parted_[i]) continue;
      // Years in a line with the label of the stub are headings too. The edge of a stripe parts any two rows.
      if (i >= count && (i <= 1 || i == count || drawn_between(lines_[i - 1].box, lines_[i].box))) count = i;
      break;
    }
    // A header longer than half of the lines was told by chance.
    if (2 * count > lines_.size() + 1) count = std::min(count, lines_.size() / 2);
    // A text beside the first figures, half a line higher, is no heading.
    while (count > 0 && lines_[count - 1].box.y1 - lines_[count].box.y0 > 0.15 * lines_[count].box.height()) --count;
    // A label alone in the lines right above the rows is one of them.
    while (count > 0 && !parted_[count] && !beyond_label(lines_[count - 1])) --count;
    // A subheading between rule and rows (`Expenditure`) is a row of the body.
    for (std::size_t i = 1; i < count; ++i) {
      if (parted_[i] && std::none_of(lines_.begin() + static_cast<std::ptrdiff_t>(i), lines_.begin() + static_cast<std::ptrdiff_t>(count),
                                     [&](const OpenLine& line) { return line.pieces.size() > 1 || beyond_label(line); }))
        return i;
    }
    return count;
  }

  // Headings of rows that stand centred over the columns: `Male` over all figures of the rows below it. Such a line is
  // a row of its own. It is one text, where columns of figures stand above or below it, and no label.
  void find_spanning(std::size_t& header) {
    spans_.assign(lines_.size(), {0, 0});
    const int columns = columns_.count();
    if (!columns_.of_figures || columns < 3) return;
    bool of_figures = false;
    const std::vector<bool> body = body_lines(lines_, of_figures);
    const double left = std::min(columns_.extents[0].x0, lines_.back().box.x0), right = columns_.extents.back().x1,
                 stub = columns_.borders[0];
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
      const OpenLine& line = lines_[i];
      if (line.pieces.size() != 1 || line.pieces[0].figure || body[i]) continue;
      const Piece& piece = line.pieces[0];
      // Beyond where labels begin, rows of figures next to it, and not level with them.
      if (piece.x0 < left + 3 * piece.size || !(body[i + 1] || (parted_[i + 1] && parted_[i]))) continue;
      if (lines_[i - 1].box.y1 - line.box.y0 > 0.3 * piece.size || line.box.y1 - lines_[i + 1].box.y0 > 0.3 * piece.size) continue;
      const double off_all = std::abs(piece.centre() - (left + right) / 2), off_body = std::abs(piece.centre() - (stub + right) / 2);
      const double room = std::max(1.5 * piece.size, 0.05 * (right - left));
      // Flush left behind the stub, it is a column's second line.
      if (std::min(off_all, off_body) > room) continue;
      spans_[i] = off_body < off_all && piece.x0 > stub ? std::pair(1, columns - 1) : std::pair(0, columns);
    }
    // Above the first row it may be a heading of the columns, if no other line in the body is of its kind.
    std::size_t in_body = 0;
    for (std::size_t i = header; i < lines_.size(); ++i) in_body += spans_[i].second > 0 ? 1 : 0;
    while (header > 1 && in_body > 0 && spans_[header - 1].second > 0 && lines_[header - 1].bold == lines_[first_span(header)].bold)
      --header;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (spans_[i].second == 0) continue;
      if (i < header) {
        spans_[i] = {0, 0};
        continue;
      }
      parted_[i] = true;
      if (i + 1 < lines_.size()) parted_[i + 1] = true;
    }
  }
  std::size_t first_span(std::size_t from) const {
    while (from + 1 < lines_.size() && spans_[from].second == 0) ++from;
    return from;
  }

  void add_header(std::size_t count) {
    if (count == 0) return;
    const std::vector<HeaderBlock> blocks = header_blocks(lines_, count, columns_, rules_);
    // A row ends where one heading stands below another.
    std::vector<bool> cut(count + 1, false);
    for (const HeaderBlock& a : blocks) {
      for (const HeaderBlock& b : blocks) {
        if (b.first_line > a.last_line && a.first_column <= b.last_column && b.first_column <= a.last_column)
          cut[static_cast<std::size_t>(b.first_line)] = true;
      }
    }
    std::vector<int> row_of(count, 0);
    int row = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 && cut[i]) {
        cuts_.push_back((lines_[i - 1].box.y1 + lines_[i].box.y0) / 2);
        ++row;
      }
      row_of[i] = row;
    }
    rows_ = row + 1;
    for (const HeaderBlock& block : blocks) {
      Place place;
      place.row = row_of[static_cast<std::size_t>(block.first_line)];
      place.row_span = row_of[static_cast<std::size_t>(block.last_line)] - place.row + 1;
      place.column = block.first_column;
      place.column_span = block.last_column - block.first_column + 1;
      place.runs = block.runs;
      places_.push_back(std::move(place));
    }
  }

  // Lines from one beginning of a row up to the next are one row.
  void add_rows(std::size_t header) {
    if (header >= lines_.size()) return;
    const std::vector<bool> begins = row_beginnings(lines_, header, columns_, parted_);
    for (std::size_t i = header; i < lines_.size();) {
      std::size_t end = i + 1;
      while (end < lines_.size() && !begins[end]) ++end;
      if (i > 0) cuts_.push_back((lines_[i - 1].box.y1 + lines_[i].box.y0) / 2);
      add_row(i, end, rows_++);
      i = end;
    }
  }

  // cells[c]: runs of column c on all lines of the row. joined[c]: column c is one cell with the column before it.
  void add_row(std::size_t first, std::size_t end, int row) {
    if (spans_[first].second > 0) {
      places_.push_back({row, spans_[first].first, 1, spans_[first].second, lines_[first].pieces[0].runs});
      return;
    }
    std::vector<std::vector<const Run*>> cells(static_cast<std::size_t>(columns_.count()));
    std::vector<bool> joined(static_cast<std::size_t>(columns_.count()), false);  // with the column before
    for (std::size_t i = first; i < end; ++i) {
      for (const Piece& piece : lines_[i].pieces) {
        const Run* before = nullptr;
        for (const Run* run : piece.runs) {
          const int column = columns_.at((run->box.x0 + run->box.x1) / 2);
          cells[static_cast<std::size_t>(column)].push_back(run);
          if (before != nullptr) {
            const int last = columns_.at((before->box.x0 + before->box.x1) / 2);
            if (last != column && run->box.x0 - before->box.x1 < kJoined * run->font_size) {
              for (int c = last + 1; c <= column; ++c) joined[static_cast<std::size_t>(c)] = true;
            }
          }
          before = run;
        }
        // A single run cannot be parted: all columns that it covers by more than a letter are one.
        if (piece.runs.size() == 1) {
          const int a = columns_.at(piece.x0 + piece.size), b = columns_.at(piece.x1 - piece.size);
          for (int c = a + 1; c <= b; ++c) joined[static_cast<std::size_t>(c)] = true;
        }
      }
    }
    for (int c = 0; c < columns_.count();) {
      int last = c;
      Place place;
      place.row = row;
      place.column = c;
      place.runs = cells[static_cast<std::size_t>(c)];
      while (last + 1 < columns_.count() && joined[static_cast<std::size_t>(last) + 1]) {
        ++last;
        place.runs.insert(place.runs.end(), cells[static_cast<std::size_t>(last)].begin(), cells[static_cast<std::size_t>(last)].end());
      }
      place.column_span = last - c + 1;
      places_.push_back(std::move(place));
      c = last + 1;
    }
  }

  // Edges, then owners of places, then blank cells, then order.
  FilledGrid built() {
    FilledGrid filled;
    Grid& grid = filled.grid;
    grid.xs.push_back(box_.x0);
    for (const double x : columns_.borders) {
      if (x > grid.xs.back() + 0.1 && x < box_.x1 - 0.1) grid.xs.push_back(x);
    }
    grid.xs.push_back(box_.x1);
    grid.ys.push_back(box_.y0);
    // 0.1 point apart at least: edges have to ascend strictly.
    for (const double y : cuts_) grid.ys.push_back(std::max(y, grid.ys.back() + 0.1));
    grid.ys.push_back(std::max(box_.y1, grid.ys.back() + 0.1));
    const int rows = grid.rows(), columns = grid.columns();
    // Columns that fell together at the table's sides would leave places without a column.
    if (rows != rows_ || columns != columns_.count()) return one_cell();
    grid.owner.assign(static_cast<std::size_t>(rows * columns), -1);
    const auto owner = [&](int r, int c) -> int& { return grid.owner[static_cast<std::size_t>(r * columns + c)]; };
    // Two texts that claim one place are one.
    std::vector<Place> kept;
    for (Place& place : places_) {
      int holder = -1;
      for (int r = place.row; r < place.row + place.row_span && holder < 0; ++r) {
        for (int c = place.column; c < place.column + place.column_span && holder < 0; ++c) holder = owner(r, c);
      }
      if (holder >= 0) {
        std::vector<const Run*>& runs = kept[static_cast<std::size_t>(holder)].runs;
        runs.insert(runs.end(), place.runs.begin(), place.runs.end());
        continue;
      }
      for (int r = place.row; r < place.row + place.row_span; ++r) {
        for (int c = place.column; c < place.column + place.column_span; ++c) owner(r, c) = static_cast<int>(kept.size());
      }
      kept.push_back(std::move(place));
    }
    // Places that nobody claimed are blank cells.
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) {
        if (owner(r, c) >= 0) continue;
        owner(r, c) = static_cast<int>(kept.size());
        kept.push_back({r, c, 1, 1, {}});
      }
    }
    // Cells by row and column, as Grid promises; `at` tells where each kept place went.
    std::vector<std::size_t> order(kept.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return kept[a].row != kept[b].row ? kept[a].row < kept[b].row : kept[a].column < kept[b].column;
    });
    std::vector<int> at(kept.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      Place& place = kept[order[i]];
      at[order[i]] = static_cast<int>(i);
      grid.cells.push_back({place.row, place.column, place.row_span, place.column_span});
      std::sort(place.runs.begin(), place.runs.end());
      filled.runs.push_back(std::move(place.runs));
    }
    for (int& i : grid.owner) i = at[static_cast<std::size_t>(i)];
    filled.guessed = true;
    return filled;
  }

  Box box_;
  const std::vector<Rule>& rules_;
  std::vector<OpenLine> lines_;
  OpenColumns columns_;
  std::vector<bool> parted_;                // a rule stands above the line
  std::vector<std::pair<int, int>> spans_;  // of lines that head the rows below them: first column, columns
  std::vector<double> cuts_;
  std::vector<Place> places_;
  int rows_ = 0;
};

}  // namespace

FilledGrid lay_out_open(const Box& box, const std::vector<const Run*>& runs, const std::vector<Rule>& rules) {
  return Layout(box, runs, rules).made();
}

}  // namespace jangbu
