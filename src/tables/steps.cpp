// Steps of a process: boxes side by side with arrows between them, and often a row of dates below.
//
//   ┌──────┐   ┌──────┐   ┌──────┐
//   │ 공고 │ → │ 심사 │ → │ 선정 │      one row of five columns; 3월 | | 4월 | | 5월 becomes its second row
//   └──────┘   └──────┘   └──────┘
//      3월        4월        5월
//
// A chain of boxes is a grid of one row in which every other cell is blank or an arrow. The row below it is taken line by
// line, as long as each piece of a line stands in the middle below one box; a note below the chain does not.
// Hard case: all steps in one cell, told apart by the arrows alone (borders_at_arrows): each step must stand beside its arrows at the
// same height, nothing may run over an arrow, and one step at least has several lines, for words in a line need no borders.
#include "tables/steps.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "tables/open_lines.h"
#include "tables/run_lines.h"
#include "text/private_use.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kFewestColumns = 5;                                // three steps
constexpr double kFirstGap = 1.2, kLineGap = 0.6;                // of the font size: below the boxes; between the lines of the row
constexpr double kOffMiddle = 0.7, kLevel = 0.6, kAround = 0.3;  // of the font size
constexpr std::size_t kMostArrows = 20;

double middle_x(const Box& box) { return (box.x0 + box.x1) / 2; }
double middle_y(const Box& box) { return (box.y0 + box.y1) / 2; }

// One sign that points to the right.
bool is_arrow(const Run& run) {
  const std::u32string text = to_code_points(run.text);
  if (text.size() != 1) return false;
  const char32_t plain = is_private_use(text[0]) ? plain_character(text[0]) : text[0];
  return std::u32string_view(U"→⇒➔➙➜➝➞➡➢➤➨⇨▶►▷▻⟶⟹").find(plain) != std::u32string_view::npos;
}

// Is every other cell a step, and the cells between them blank or arrows?
bool is_chain(const FilledGrid& steps) {
  const Grid& grid = steps.grid;
  if (grid.rows() != 1 || grid.columns() < kFewestColumns || grid.columns() % 2 == 0 ||
      grid.cells.size() != static_cast<std::size_t>(grid.columns()))
    return false;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const bool step = i % 2 == 0;
    if (step == steps.runs[i].empty()) return false;
    if (!step) continue;
    if (steps.runs[i].size() == 1 && is_arrow(*steps.runs[i].front())) return false;
  }
  return true;
}

// The step in the middle below which the piece stands; a text that reaches below the next step is of no one.
std::optional<std::size_t> step_above(const Grid& grid, const Piece& piece) {
  for (std::size_t i = 0; i < grid.cells.size(); i += 2) {
    if (std::abs(middle_x(grid.box_of(grid.cells[i])) - piece.centre()) > kOffMiddle * piece.size) continue;
    const bool free_left = i == 0 || grid.box_of(grid.cells[i - 2]).x1 < piece.x0;
    const bool free_right = i + 2 >= grid.cells.size() || grid.box_of(grid.cells[i + 2]).x0 > piece.x1;
    if (free_left && free_right) return i;
  }
  return std::nullopt;
}

// Where the borders around the arrows of a cell stand; empty where it holds no steps.
std::vector<double> borders_at_arrows(const std::vector<const Run*>& runs) {
  std::vector<const Run*> arrows, texts;
  for (const Run* run : runs) (is_arrow(*run) ? arrows : texts).push_back(run);
  if (arrows.size() < 2 || arrows.size() > kMostArrows || texts.size() <= arrows.size()) return {};
  std::sort(arrows.begin(), arrows.end(), [](const Run* a, const Run* b) { return a->box.x0 < b->box.x0; });
  const double level = middle_y(arrows.front()->box), size = arrows.front()->font_size;
  std::vector<double> borders;
  double from = -1e18;
  bool stacked = false;
  for (std::size_t i = 0; i <= arrows.size(); ++i) {
    const double to = i < arrows.size() ? arrows[i]->box.x0 : 1e18;
    if (i < arrows.size() && std::abs(middle_y(arrows[i]->box) - level) > kAround * size) return {};
    std::vector<const Run*> step;
    for (const Run* run : texts) {
      if (middle_x(run->box) > from && middle_x(run->box) < to) step.push_back(run);
    }
    if (step.empty()) return {};
    const std::vector<RunLine> lines = lines_of(step);
    Box box = lines.front().box;
    for (const RunLine& line : lines) box = united(box, line.box);
    // Nothing runs over an arrow, and each step stands with its middle beside it.
    if (box.x0 < from + kAround * size || box.x1 > to - kAround * size || std::abs(middle_y(box) - level) > kLevel * size) return {};
    stacked = stacked || lines.size() > 1;
    if (i > 0) borders.push_back((from + box.x0) / 2);
    if (i < arrows.size()) {
      borders.push_back((box.x1 + to) / 2);
      from = arrows[i]->box.x1;
    }
  }
  return stacked ? borders : std::vector<double>();
}

}  // namespace

// The lines below, one by one, end where one is too far down or stands below no step; then the grid is built anew with a second row.
bool hang_row_below_steps(FilledGrid& steps, std::vector<const Run*>& outside) {
  if (!is_chain(steps)) return false;
  const Box box = steps.grid.box();
  std::vector<const Run*> near;
  for (const Run* run : outside) {
    if (middle_y(run->box) > box.y1 && run->box.x1 > box.x0 && run->box.x0 < box.x1 && !run->vertical) near.push_back(run);
  }
  double bottom = box.y1;
  std::vector<std::pair<std::size_t, const Run*>> row;  // with the step above
  std::set<std::size_t> below;
  for (const OpenLine& line : open_lines_of(near)) {
    if (line.box.y0 - bottom > (row.empty() ? kFirstGap : kLineGap) * line.size) break;
    // One piece a step and line: two below one box are words of a sentence.
    std::vector<std::pair<std::size_t, const Run*>> runs;
    std::set<std::size_t> found;
    for (const Piece& piece : line.pieces) {
      const auto step = step_above(steps.grid, piece);
      if (!step || !found.insert(*step).second) {
        found.clear();
        break;
      }
      for (const Run* run : piece.runs) runs.emplace_back(*step, run);
    }
    if (found.empty()) break;
    row.insert(row.end(), runs.begin(), runs.end());
    below.insert(found.begin(), found.end());
    bottom = std::max(bottom, line.box.y1);
  }
  // Below most steps: a word or two in the middle of the page say nothing.
  if (below.size() < 2 || 4 * below.size() < steps.grid.cells.size()) return false;
  Grid grid = steps.grid;
  grid.ys.push_back(bottom + 1);
  GridWalls walls(2, grid.columns());
  for (int line = 0; line <= 2; ++line) walls.add_horizontal(line, 0, grid.columns());
  for (int column = 0; column <= grid.columns(); ++column) walls.add_vertical(column, 0, 2);
  if (build_cells(grid, walls) == 0) return false;
  std::vector<std::vector<const Run*>> runs(grid.cells.size());
  for (std::size_t i = 0; i < steps.runs.size(); ++i) runs[i] = std::move(steps.runs[i]);
  std::sort(row.begin(), row.end());
  for (const auto& [step, run] : row) runs[step + steps.runs.size()].push_back(run);
  steps.grid = std::move(grid);
  steps.runs = std::move(runs);
  steps.guessed = true;
  take_out(outside, steps);
  return true;
}

// Walls are only collected here and added at once: a new wall changes the numbers of the cells behind it.
void split_at_arrows(FilledGrid& filled) {
  std::vector<NewWall> walls;
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
    if (filled.runs[i].size() < 3) continue;
    const Box box = filled.grid.box_of(filled.grid.cells[i]);
    for (const double x : borders_at_arrows(filled.runs[i])) walls.push_back({false, x, box.y0, box.y1});
  }
  add_walls(filled, walls);
}

}  // namespace jangbu
