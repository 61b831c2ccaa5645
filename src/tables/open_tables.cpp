#include "tables/open_tables.h"

#include <algorithm>
#include <cmath>

#include "tables/refine.h"
#include "tables/run_lines.h"
#include "tables/white_space.h"

namespace jangbu {
namespace {

constexpr double kNarrowest = 0.15;       // of the page's width
constexpr double kTallestGap = 0.5;       // of the page's height, between two rules of one table
constexpr double kSentence = 45;          // letters in a cell, on average: more is running text
constexpr double kRowGap = 2.4;           // of the height of a line, between two lines of one table
constexpr std::size_t kMostStacks = 100;  // of rules on a page; more is a drawing
constexpr std::size_t kFewestRows = 3;

double middle(double a, double b) { return (a + b) / 2; }

std::vector<const Run*> runs_in(const std::vector<const Run*>& runs, const Box& box) {
  std::vector<const Run*> inside;
  for (const Run* run : runs) {
    const double x = middle(run->box.x0, run->box.x1), y = middle(run->box.y0, run->box.y1);
    if (box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1) inside.push_back(run);
  }
  return inside;
}

// A grid of one column, whose rows lie between `ys`.
FilledGrid stacked(double x0, double x1, std::vector<double> ys, const std::vector<const Run*>& runs) {
  FilledGrid filled;
  filled.grid.xs = {x0, x1};
  filled.grid.ys = std::move(ys);
  GridWalls walls(filled.grid.rows(), 1);
  for (int line = 0; line <= filled.grid.rows(); ++line) walls.add_horizontal(line, 0, 1);
  for (int side = 0; side < 2; ++side) walls.add_vertical(side, 0, filled.grid.rows());
  build_cells(filled.grid, walls);
  filled.runs.resize(filled.grid.cells.size());
  for (const Run* run : runs) {
    const int cell = filled.grid.cell_at(middle(run->box.x0, run->box.x1), middle(run->box.y0, run->box.y1));
    if (cell >= 0) filled.runs[static_cast<std::size_t>(cell)].push_back(run);
  }
  filled.guessed = true;
  return filled;
}

// Enough columns and rows, mostly filled, with words and figures instead of sentences. `ruled`: rules part it from the text
// around it. Without, figures have to show that it is no list: numbers and bullets before sentences keep corridors too.
bool looks_like_table(const FilledGrid& filled, bool ruled) {
  const Grid& grid = filled.grid;
  if (grid.columns() < 2 || grid.rows() < 2) return false;
  std::size_t cells = 0, letters = 0, figures = 0, beside_label = 0;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (filled.runs[i].empty()) continue;
    ++cells;
    bool figure = true;
    for (const RunLine& line : lines_of(filled.runs[i])) {
      for (const Segment& segment : segments_of(line)) {
        letters += segment.letters;
        figure = figure && segment.figure;
      }
    }
    if (grid.cells[i].column == 0) continue;
    ++beside_label;
    figures += figure ? 1 : 0;
  }
  const double places = static_cast<double>(grid.rows() * grid.columns());
  if (cells < 4 || static_cast<double>(cells) < 0.4 * places) return false;
  const double mean = static_cast<double>(letters) / static_cast<double>(cells);
  if (mean >= kSentence) return false;
  const double share = static_cast<double>(figures) / static_cast<double>(std::max<std::size_t>(beside_label, 1));
  if (ruled) return grid.columns() > 2 || share >= 0.2 || mean < kSentence / 3;
  return share >= (grid.columns() == 2 ? 0.6 : 0.3);
}

// Stacks of horizontal rules of the same width, from top to bottom.
std::vector<std::vector<Rule>> rule_stacks(const Page& page, const std::vector<Box>& taken) {
  std::vector<Rule> rules;
  for (const Rule& rule : page.rules) {
    if (!rule.horizontal() || rule.thickness <= 0 || rule.box.width() < kNarrowest * page.width) continue;
    const bool inside = std::any_of(taken.begin(), taken.end(), [&](const Box& box) {
      return box.x0 <= rule.box.x1 && rule.box.x0 <= box.x1 && box.y0 <= rule.box.y0 && rule.box.y0 <= box.y1;
    });
    if (!inside) rules.push_back(rule);
  }
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
    if (a.box.x0 != b.box.x0) return a.box.x0 < b.box.x0;
    if (a.box.x1 != b.box.x1) return a.box.x1 < b.box.x1;
    return a.box.y0 < b.box.y0;
  });
  std::vector<std::vector<Rule>> stacks;
  for (const Rule& rule : rules) {
    const bool below = !stacks.empty() && stacks.back().back().box.x0 == rule.box.x0 && stacks.back().back().box.x1 == rule.box.x1 &&
                       rule.box.y0 - stacks.back().back().box.y0 < kTallestGap * page.height;
    if (!below) stacks.emplace_back();
    stacks.back().push_back(rule);
  }
  std::erase_if(stacks, [](const std::vector<Rule>& stack) { return stack.size() < 2; });
  if (stacks.size() > kMostStacks) stacks.resize(kMostStacks);
  return stacks;
}

// Dots that lead from a label to its figure, or a rule that a typewriter drew.
bool is_leader(const Run& run) { return run.text.size() >= 4 && run.text.find_first_not_of(".·…‥⋅ㆍ") == std::string::npos; }

std::vector<const Run*> without_leaders(const std::vector<const Run*>& runs) {
  std::vector<const Run*> out;
  std::copy_if(runs.begin(), runs.end(), std::back_inserter(out), [](const Run* run) { return !is_leader(*run); });
  return out;
}

// A list of contents leads to pages: whole numbers that only grow.
bool leads_to_pages(const FilledGrid& filled) {
  long before = -1;
  std::size_t pages = 0;
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
    if (filled.grid.cells[i].column + filled.grid.cells[i].column_span < filled.grid.columns() || filled.runs[i].empty()) continue;
    const std::string& text = filled.runs[i].back()->text;
    if (text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos) return false;
    const long page = std::stol(text);
    if (page < before) return false;
    before = page;
    ++pages;
  }
  return pages > 0;
}

// Lines of text that follow each other closely and, but for single ones, have wide gaps. A rule of dots is no line, and leaves no gap.
std::vector<std::vector<RunLine>> gapped_areas(const std::vector<const Run*>& runs) {
  std::vector<std::vector<RunLine>> areas;
  std::vector<RunLine> area;
  std::size_t gapped = 0;
  double bottom = 0;  // of the area
  const auto finish = [&] {
    // Lines without a gap at the end are what follows the table.
    while (!area.empty() && segments_of(area.back()).size() < 2) area.pop_back();
    if (gapped >= kFewestRows && area.size() >= kFewestRows) areas.push_back(std::move(area));
    area.clear();
    gapped = 0;
  };
  int plain = 0;
  for (RunLine& line : lines_of(runs)) {
    const bool near = area.empty() || line.box.y0 - bottom < kRowGap * std::max(line.box.height(), area.back().box.height());
    if (near) bottom = line.box.y1;
    if (std::all_of(line.runs.begin(), line.runs.end(), [](const Run* run) { return is_leader(*run); })) continue;
    bottom = line.box.y1;
    // Dots fill a gap, and are none of the text.
    if (std::any_of(line.runs.begin(), line.runs.end(), [](const Run* run) { return is_leader(*run); })) {
      line = lines_of(without_leaders(line.runs)).front();
    }
    const bool wide = segments_of(line).size() >= 2;
    if (!near || (!wide && plain >= 1)) finish();
    if (area.empty() && !wide) continue;
    plain = wide ? 0 : plain + 1;
    gapped += wide ? 1 : 0;
    area.push_back(std::move(line));
  }
  finish();
  return areas;
}

}  // namespace

std::vector<FilledGrid> find_open_tables(const Page& page, const std::vector<Box>& taken, std::vector<const Run*>& outside) {
  std::vector<FilledGrid> found;
  for (const std::vector<Rule>& stack : rule_stacks(page, taken)) {
    std::vector<double> ys;
    for (const Rule& rule : stack) {
      if (ys.empty() || rule.box.y0 - ys.back() > 3) ys.push_back(rule.box.y0);
    }
    if (ys.size() < 2) continue;
    const Box box{stack.front().box.x0, ys.front(), stack.front().box.x1, ys.back()};
    FilledGrid filled = stacked(box.x0 - 2, box.x1 + 2, ys, runs_in(outside, {box.x0 - 2, box.y0, box.x1 + 2, box.y1}));
    split_columns(filled);
    split_lines(filled);
    if (!looks_like_table(filled, true)) continue;
    take_out(outside, filled);
    found.push_back(std::move(filled));
  }
  for (const std::vector<RunLine>& area : gapped_areas(outside)) {
    Box box = area.front().box;
    std::vector<const Run*> runs;
    for (const RunLine& line : area) {
      box = united(box, line.box);
      runs.insert(runs.end(), line.runs.begin(), line.runs.end());
    }
    std::sort(runs.begin(), runs.end());
    FilledGrid filled = stacked(box.x0 - 1, box.x1 + 1, {box.y0 - 1, box.y1 + 1}, runs);
    split_columns(filled);
    split_lines(filled);
    if (filled.grid.rows() < static_cast<int>(kFewestRows) || !looks_like_table(filled, false)) continue;
    const std::vector<const Run*> inside = runs_in(outside, filled.grid.box());
    const bool leaders = without_leaders(inside).size() < inside.size();
    if (leaders && leads_to_pages(filled)) continue;
    take_out(outside, filled);
    // The dots are lines, drawn by a typewriter.
    if (leaders)
      std::erase_if(outside, [&](const Run* run) { return is_leader(*run) && std::binary_search(inside.begin(), inside.end(), run); });
    found.push_back(std::move(filled));
  }
  return found;
}

}  // namespace jangbu
