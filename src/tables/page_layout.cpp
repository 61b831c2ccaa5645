// Reads one page: grids of drawn lines get the runs that stand in them; grids that are no table give their runs
// back; inner borders that nobody drew are put in (open_tables.h, painted_cells.h, refine.h); what remains outside
// is searched for tables without lines; the rest are lines of the body.
// The hard case is what only looks like a table: a frame around a page, shading behind words, an empty drawing. Such
// a grid is dropped from the inside out, and its text goes to the grid around it, or to the body.
#include "tables/page_layout.h"

#include <algorithm>
#include <cmath>

#include "tables/cell_text.h"
#include "tables/charts.h"
#include "tables/field_lines.h"
#include "tables/header_band.h"
#include "tables/lattice.h"
#include "tables/open_areas.h"
#include "tables/open_tables.h"
#include "tables/painted_cells.h"
#include "tables/refine.h"
#include "tables/run_lines.h"
#include "tables/stacked_forms.h"
#include "tables/steps.h"
#include "tables/turned_page.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// A box of one cell that is at least this share of the page's height is the frame of a page or of a chapter: what
// stands in it is the body.
constexpr double kFrameHeight = 0.4;
constexpr std::size_t kMostLooks = 5'000'000;  // at runs beside shaded rows

// A grid, and the grid and cell that it stands in; -1 for the body.
struct Placed : FilledGrid {
  int parent = -1, parent_cell = -1;
};

double area(const Box& box) { return box.width() * box.height(); }
double middle_x(const Box& box) { return (box.x0 + box.x1) / 2; }
double middle_y(const Box& box) { return (box.y0 + box.y1) / 2; }
bool holds(const Box& box, double x, double y) { return box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1; }

// Text below the visible one (a scan's) counts only where it is all there is.
std::vector<const Run*> runs_to_read(const Page& page) {
  std::size_t visible = 0, invisible = 0;
  for (const Run& run : page.runs) (run.invisible ? invisible : visible) += run.text.size();
  std::vector<const Run*> runs;
  runs.reserve(page.runs.size());
  for (const Run& run : page.runs) {
    if (!run.background && (!run.invisible || visible < invisible)) runs.push_back(&run);
  }
  return runs;
}

bool has_letter_or_digit(const std::string& text) {
  const std::u32string letters = to_code_points(text);
  return std::any_of(letters.begin(), letters.end(), is_letter_or_digit);
}

// The font of the longest line.
double size_of_most(const std::vector<RunLine>& lines) {
  const auto longest =
      std::max_element(lines.begin(), lines.end(), [](const RunLine& a, const RunLine& b) { return a.text.size() < b.text.size(); });
  return longest == lines.end() ? 0 : longest->font_size;
}

std::vector<PlacedLine> placed_lines(const std::vector<RunLine>& lines) {
  std::vector<PlacedLine> placed;
  for (const RunLine& line : lines) placed.push_back({line.text, line.box, line.font_size, line.bold});
  return placed;
}

// Watermarks as lines of their own, so that they part no word of the body.
std::vector<PlacedLine> background_of(const Page& page) {
  std::vector<const Run*> runs;
  for (const Run& run : page.runs) {
    if (run.background) runs.push_back(&run);
  }
  return placed_lines(lines_of(runs));
}

// White space above the first line and below the last, and how the last line lies in the cell.
Slack slack_of(const std::vector<RunLine>& lines, const Box& cell) {
  if (lines.empty()) return {};
  const RunLine& last = lines.back();
  return {lines.front().box.y0 - cell.y0, cell.y1 - last.box.y1, last.box.x0 - cell.x0,
          cell.x1 - last.box.x1,          last.box.width(),      last.font_size};
}

class PageReader {
 public:
  explicit PageReader(const Page& page) : page_(page) {
    for (Grid& grid : find_grids(page)) {
      Placed placed;
      placed.grid = std::move(grid);
      placed_.push_back(std::move(placed));
    }
  }

  // The order of the steps matters: runs have to be in cells before grids are judged, and grids judged before inner
  // borders are put in.
  PageLayout read() {
    PageLayout layout;
    layout.number = page_.number;
    layout.width = page_.width;
    layout.height = page_.height;
    std::vector<const Run*> outside = give_runs_to_cells(runs_to_read(page_));
    find_parents();
    drop_what_is_no_table(outside);
    // Programs that paint line by line tell nothing about cells by their order (painted_cells.h).
    const bool by_cells = paints_cell_by_cell(page_);
    std::size_t looks = 0;
    part_forms();
    hang_bodies_below(outside);
    // Inner grids are not refined where they hold tables: see below. Widening replaces the other steps, since it lays
    // the table out anew.
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      if (dropped_[i] || holds_tables(i)) continue;
      if (!placed_[i].grid.drawn && placed_[i].parent < 0 && looks < kMostLooks) {
        looks += outside.size();
        if (widen_shaded(page_, placed_[i], outside)) continue;
      }
      if (by_cells) split_painted_apart(placed_[i]);
      split_at_arrows(placed_[i]);
      split_columns(placed_[i]);
      split_rows(placed_[i]);
    }
    add_open_tables(outside);
    outside.insert(outside.end(), in_plots_.begin(), in_plots_.end());
    std::sort(outside.begin(), outside.end());
    // Indices of the page's layout, without the dropped grids; a parent comes before what it holds, so that its index
    // is known.
    std::vector<int> index(placed_.size(), -1);
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      if (dropped_[i]) continue;
      index[i] = static_cast<int>(layout.tables.size());
      layout.tables.push_back(table_of(placed_[i]));
      // What a dropped grid held stands on the page by itself.
      const int parent = placed_[i].parent < 0 ? -1 : index[static_cast<std::size_t>(placed_[i].parent)];
      if (parent >= 0) {
        layout.tables.back().nested_in = parent;
        layout.tables.back().nested_in_cell = placed_[i].parent_cell;
        layout.tables.back().table.where = Where::kCell;
        // Grids that hold tables are never refined: their cells are the table's cells.
        Table& holder = layout.tables[static_cast<std::size_t>(parent)].table;
        holder.cells[static_cast<std::size_t>(placed_[i].parent_cell)].tables.push_back(
            provisional_name(page_.number, layout.tables.size() - 1));
      }
    }
    layout.lines = placed_lines(body_lines_of(outside));
    layout.background = background_of(page_);
    return layout;
  }

 private:
  // Each run goes to the innermost cell that holds its middle; returns the others.
  std::vector<const Run*> give_runs_to_cells(const std::vector<const Run*>& runs) {
    // The smallest grid first: the first hit is the innermost.
    std::vector<std::size_t> by_area(placed_.size());
    for (std::size_t i = 0; i < placed_.size(); ++i) by_area[i] = i;
    std::sort(by_area.begin(), by_area.end(), [&](std::size_t a, std::size_t b) {
      const double p = area(placed_[a].grid.box()), q = area(placed_[b].grid.box());
      return p != q ? p < q : a < b;
    });
    for (Placed& placed : placed_) placed.runs.resize(placed.grid.cells.size());
    std::vector<const Run*> outside;
    for (const Run* run : runs) {
      const double x = middle_x(run->box), y = middle_y(run->box);
      bool inside = false;
      for (const std::size_t i : by_area) {
        const int cell = placed_[i].grid.cell_at(x, y);
        if (cell < 0) continue;
        placed_[i].runs[static_cast<std::size_t>(cell)].push_back(run);
        inside = true;
        break;
      }
      if (!inside) outside.push_back(run);
    }
    return outside;
  }

  // The parent is the smallest larger grid around the middle of a grid.
  void find_parents() {
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      const Box box = placed_[i].grid.box();
      double smallest = 0;
      for (std::size_t j = 0; j < placed_.size(); ++j) {
        const Box other = placed_[j].grid.box();
        if (j == i || area(other) <= area(box) || !holds(other, middle_x(box), middle_y(box))) continue;
        if (placed_[i].parent >= 0 && area(other) >= smallest) continue;
        placed_[i].parent = static_cast<int>(j);
        smallest = area(other);
      }
      if (placed_[i].parent >= 0) {
        placed_[i].parent_cell = placed_[static_cast<std::size_t>(placed_[i].parent)].grid.cell_at(middle_x(box), middle_y(box));
      }
    }
  }

  // Frames, highlighted words and drawings give their text back to what holds them.
  void drop_what_is_no_table(std::vector<const Run*>& outside) {
    dropped_.assign(placed_.size(), false);
    // Inner grids first: a box is empty or not only once its contents are settled.
    std::vector<std::size_t> order(placed_.size());
    for (std::size_t i = 0; i < placed_.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const double p = area(placed_[a].grid.box()), q = area(placed_[b].grid.box());
      return p != q ? p < q : a < b;
    });
    for (const std::size_t i : order) {
      Placed& placed = placed_[i];
      if (is_table(placed, i)) continue;
      dropped_[i] = true;
      // Grids that stood in the dropped one now stand in its parent.
      for (std::size_t j = 0; j < placed_.size(); ++j) {
        if (placed_[j].parent != static_cast<int>(i)) continue;
        placed_[j].parent = placed.parent;
        placed_[j].parent_cell = placed.parent_cell;
      }
      // What stands in a chart is in no table, and a box around it is its frame.
      const bool alone = placed.parent < 0 || placed_[static_cast<std::size_t>(placed.parent)].grid.cells.size() == 1;
      if (alone && (is_chart(placed) || is_diagram(placed))) {
        for (const auto& runs : placed.runs) in_plots_.insert(in_plots_.end(), runs.begin(), runs.end());
        continue;
      }
      std::vector<const Run*>& heir =
          placed.parent < 0 ? outside : placed_[static_cast<std::size_t>(placed.parent)].runs[static_cast<std::size_t>(placed.parent_cell)];
      for (auto& runs : placed.runs) heir.insert(heir.end(), runs.begin(), runs.end());
      // Paint order again.
      std::sort(heir.begin(), heir.end());
    }
  }

  // A grid with nothing in it is a drawing, unless it holds another table.
  bool is_table(const Placed& placed, std::size_t index) const {
    const std::size_t filled = filled_cells(placed);
    const bool holds_other = holds_tables(index);
    if (filled == 0 && !holds_other) return false;
    // A single cell is a table only as a drawn box around text, and only if it is no frame.
    if (!holds_other && is_chart(placed)) return false;
    if (placed.grid.cells.size() > 1) {
      if (!holds_other && is_diagram(placed)) return false;
      return holds_other || placed.grid.drawn || !highlighted(placed);
    }
    if (!placed.grid.drawn || holds_other || is_header_strip(placed)) return false;
    return placed.grid.box().height() < kFrameHeight * page_.height;
  }

  // A shaded line of headings between two rules, open at its sides: three pieces or more, which the columns below go on with.
  static bool is_header_strip(const Placed& placed) {
    constexpr double kApart = 1.0;  // of the font size
    if (placed.grid.sides_drawn || placed.runs.front().empty()) return false;
    std::size_t most = 0;
    for (const RunLine& line : lines_of(placed.runs.front())) {
      std::size_t pieces = 1;
      for (std::size_t i = 1; i < line.runs.size(); ++i)
        pieces += line.runs[i]->box.x0 - line.runs[i - 1]->box.x1 > kApart * line.font_size ? 1 : 0;
      most = std::max(most, pieces);
    }
    return most >= 3;
  }

  // Is this shading behind words of a line, in two pieces or more? Then the text goes on over the borders as if there were none.
  static bool highlighted(const Placed& placed) {
    constexpr double kWordGap = 0.4;  // of the font size
    if (placed.grid.rows() > 1) return false;
    const Run* last = nullptr;
    std::size_t filled = 0;
    for (const auto& runs : placed.runs) {
      if (runs.empty()) continue;
      ++filled;
      const std::vector<RunLine> lines = lines_of(runs);
      if (lines.size() > 1) return false;
      const Run* first = lines.front().runs.front();
      if (last != nullptr && first->box.x0 - last->box.x1 > kWordGap * first->font_size) return false;
      last = lines.front().runs.back();
    }
    return filled >= 2;
  }

  // Forms printed without a gap between them: each a table of its own, where the grid was.
  void part_forms() {
    std::vector<Placed> placed;
    std::vector<bool> dropped;
    std::vector<int> moved(placed_.size(), -1);
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      const bool may_be = !dropped_[i] && placed_[i].parent < 0 && !holds_tables(i);
      std::vector<FilledGrid> forms = may_be ? forms_of(placed_[i]) : std::vector<FilledGrid>();
      moved[i] = static_cast<int>(placed.size());
      if (forms.empty()) {
        placed.push_back(std::move(placed_[i]));
        dropped.push_back(dropped_[i]);
      }
      for (FilledGrid& form : forms) {
        placed.emplace_back();
        static_cast<FilledGrid&>(placed.back()) = std::move(form);
        dropped.push_back(false);
      }
    }
    for (Placed& one : placed) one.parent = one.parent < 0 ? -1 : moved[static_cast<std::size_t>(one.parent)];
    placed_ = std::move(placed);
    dropped_ = std::move(dropped);
  }

  // Headers of which the drawing ends above the rows.
  void hang_bodies_below(std::vector<const Run*>& outside) {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      if (!dropped_[i]) boxes.push_back(placed_[i].grid.box());
    }
    std::size_t looks = 0;
    for (std::size_t i = 0; i < placed_.size() && looks < kMostLooks; ++i) {
      if (dropped_[i] || holds_tables(i)) continue;
      Placed& placed = placed_[i];
      std::vector<const Run*>& around =
          placed.parent < 0 ? outside : placed_[static_cast<std::size_t>(placed.parent)].runs[static_cast<std::size_t>(placed.parent_cell)];
      looks += around.size() + page_.rules.size();
      if (!hang_row_below_steps(placed, around) && placed.parent < 0) hang_rows_below(page_, boxes, placed, outside);
    }
  }

  // Forms first, which would look like open tables.
  void add_open_tables(std::vector<const Run*>& outside) {
    std::vector<Box> taken;
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      if (!dropped_[i]) taken.push_back(placed_[i].grid.box());
    }
    const auto add = [&](std::vector<FilledGrid> found) {
      for (FilledGrid& filled : found) {
        Placed placed;
        static_cast<FilledGrid&>(placed) = std::move(filled);
        placed_.push_back(std::move(placed));
        dropped_.push_back(false);
      }
    };
    add(find_field_lines(page_, outside));
    add(find_open_tables(page_, taken, outside));
  }

  bool holds_tables(std::size_t index) const {
    for (std::size_t j = 0; j < placed_.size(); ++j) {
      if (!dropped_[j] && placed_[j].parent == static_cast<int>(index)) return true;
    }
    return false;
  }

  // Text and white space of each cell, from the lines of its runs.
  PlacedTable table_of(const Placed& placed) const {
    PlacedTable out;
    out.box = placed.grid.box();
    out.xs = placed.grid.xs;
    out.table.rows = placed.grid.rows();
    out.table.columns = placed.grid.columns();
    out.table.pages = {page_.number};
    out.table.bbox = out.box;
    out.table.guessed_grid = placed.guessed;
    for (std::size_t i = 0; i < placed.grid.cells.size(); ++i) {
      const GridCell& from = placed.grid.cells[i];
      Cell cell;
      cell.row = from.row;
      cell.column = from.column;
      cell.row_span = from.row_span;
      cell.column_span = from.column_span;
      // Struck text is kept as a part of the cell that says so: it is no value any more.
      std::vector<const Run*> struck, runs;
      for (const Run* run : placed.runs[i]) (run->struck ? struck : runs).push_back(run);
      // Dots that lead from a label to its figure are no text, where there is any; dots alone are to be written on.
      if (std::any_of(runs.begin(), runs.end(), [](const Run* run) { return has_letter_or_digit(run->text); })) {
        std::erase_if(runs, [](const Run* run) { return is_leader(*run); });
      }
      const std::vector<RunLine> lines = lines_of(runs);
      cell.text = cell_text(lines);
      cell.font_size = size_of_most(lines);
      if (!struck.empty()) cell.parts.push_back({Where::kCell, true, joined_text(lines_of(struck))});
      cell.page = page_.number;
      cell.bbox = placed.grid.box_of(from);
      out.slack.push_back(slack_of(lines, *cell.bbox));
      out.table.cells.push_back(std::move(cell));
    }
    return out;
  }

  const Page& page_;
  std::vector<Placed> placed_;
  std::vector<bool> dropped_;
  std::vector<const Run*> in_plots_;  // text in charts, which returns to the body
};

}  // namespace

std::string provisional_name(int page, std::size_t index) { return std::to_string(page) + "." + std::to_string(index); }

PageLayout lay_out(const Page& page) {
  const Turn turn = turn_of(page);
  if (turn == Turn::kNone) return PageReader(page).read();
  PageLayout layout = PageReader(turned(page, turn)).read();
  layout.turn = turn;
  return layout;
}

}  // namespace jangbu
