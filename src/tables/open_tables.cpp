// Asks open_areas.h where tables may stand, lays each area out (open_layout.h), and keeps what looks like a table.
// The check is by what stands in the cells: few letters, and where nothing is ruled a share of figures (30 %, with
// two columns 60 %).
// Hard cases are what keeps columns without being a table: the scales of a chart, equations, lists with dates
// (`- ’25. 2.~ 7. : 수립`), contents with page numbers; each has a test of its own below. widen_shaded serves tables
// of which only the header or every other row is shaded: the shading alone would be half of the table.
#include "tables/open_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

#include "tables/charts.h"
#include "tables/open_areas.h"
#include "tables/open_layout.h"
#include "tables/open_lines.h"
#include "tables/prose_beside.h"
#include "tables/run_lines.h"
#include "tables/white_space.h"
#include "text/outline_sign.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kSentence = 45;  // letters in a cell, on average: more is running text
constexpr std::size_t kRowsRuled = 3;
constexpr std::size_t kMostAbove = 6;  // lines of a header above shaded rows

// The scales of a chart: whole columns of figures in even steps, and nothing else.
bool is_scale(const FilledGrid& filled) {
  constexpr std::size_t kFewestSteps = 4;
  std::vector<std::vector<double>> columns(static_cast<std::size_t>(filled.grid.columns()));
  std::size_t uneven = 0;
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
    if (filled.runs[i].size() != 1) {
      uneven += filled.runs[i].empty() ? 0 : 1;
      continue;
    }
    std::string digits;
    for (const char c : filled.runs[i].front()->text) {
      // `1,000` and `50%` count as 1000 and 50; what strtod leaves over is no figure.
      if (c != ',' && c != '%') digits += c;
    }
    char* end = nullptr;
    const double value = std::strtod(digits.c_str(), &end);
    if (end == digits.c_str() || *end != 0) {
      ++uneven;
    } else {
      columns[static_cast<std::size_t>(filled.grid.cells[i].column)].push_back(value);
    }
  }
  // Two cells may be the names of the axes.
  if (uneven > 2) return false;
  for (const std::vector<double>& column : columns) {
    if (column.size() < kFewestSteps) return false;
    for (std::size_t i = 2; i < column.size(); ++i) {
      const double a = column[i - 1] - column[i - 2], b = column[i] - column[i - 1];
      if (a == 0 || std::abs(a - b) > 1e-6 * (1 + std::abs(a))) return false;
    }
  }
  return true;
}

// Are all columns, below their first row, running text?
bool columns_of_prose(const FilledGrid& filled) {
  for (int column = 0; column < filled.grid.columns(); ++column) {
    std::vector<const Run*> runs;
    for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
      const GridCell& cell = filled.grid.cells[i];
      if (cell.row > 0 && cell.column == column) runs.insert(runs.end(), filled.runs[i].begin(), filled.runs[i].end());
    }
    if (!is_prose(runs)) return false;
  }
  return true;
}

// Texts in three columns or more that begin (or end, or are centred) at the same place from row to row, hardly a place blank: a table of
// words, if a caption or a bold first row says that it is one; where texts go on over several lines, if both do.
bool keeps_word_columns(const FilledGrid& filled, bool captioned) {
  constexpr double kSamePlace = 1.5;  // points
  constexpr double kLongest = 18;     // letters in a cell, on average, where each is one line
  const Grid& grid = filled.grid;
  if (grid.columns() < 3 || grid.rows() < 4) return false;
  std::size_t cells = 0, letters = 0, lines = 0;
  std::vector<std::vector<Box>> columns(static_cast<std::size_t>(grid.columns()));
  bool bold_head = true, bold_body = false;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (filled.runs[i].empty()) continue;
    const GridCell& cell = grid.cells[i];
    if (cell.column_span > 1) return false;
    ++cells;
    for (const RunLine& line : lines_of(filled.runs[i])) {
      ++lines;
      for (const Segment& segment : segments_of(line)) letters += segment.letters;
      columns[static_cast<std::size_t>(cell.column)].push_back(line.box);
      (cell.row == 0 ? bold_head : bold_body) = cell.row == 0 ? bold_head && line.bold : bold_body || (cell.column > 0 && line.bold);
    }
  }
  const bool headed = bold_head && !bold_body;
  if (10 * cells < 9 * static_cast<std::size_t>(grid.rows() * grid.columns())) return false;
  if (lines == cells ? static_cast<double>(letters) > kLongest * static_cast<double>(cells)
                     : !captioned || !headed || columns_of_prose(filled))
    return false;
  for (const std::vector<Box>& column : columns) {
    if (column.empty()) return false;
    // Of all rows but one: a heading may stand otherwise.
    const auto most_alike = [&](auto place) {
      std::size_t most = 0;
      for (const Box& box : column) {
        most = std::max(most, static_cast<std::size_t>(std::count_if(column.begin(), column.end(), [&](const Box& other) {
                          return std::abs(place(box) - place(other)) <= kSamePlace;
                        })));
      }
      return most + 1 >= column.size();
    };
    if (!most_alike([](const Box& b) { return b.x0; }) && !most_alike([](const Box& b) { return b.x1; }) &&
        !most_alike([](const Box& b) { return (b.x0 + b.x1) / 2; }))
      return false;
  }
  return captioned || headed;
}

// Marks in the place of figures: `Yes`, `No`, `X`, `●`, each at least three times.
std::size_t marks_of(const FilledGrid& filled) {
  constexpr std::size_t kLongestMark = 3, kOften = 3;
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
    if (filled.grid.cells[i].column == 0 || filled.runs[i].size() != 1 || is_figure_text(filled.runs[i])) continue;
    const std::string& text = filled.runs[i].front()->text;
    if (to_code_points(text).size() <= kLongestMark) ++counts[text];
  }
  std::size_t marks = 0;
  for (const auto& [text, count] : counts) marks += count >= kOften ? count : 0;
  return marks;
}

// Enough columns and rows, mostly filled, with words and figures instead of sentences. `ruled`: rules part it from the text
// around it. Without, figures have to show that it is no list: numbers and bullets before sentences keep corridors too.
bool looks_like_table(const FilledGrid& filled, const OpenArea& area) {
  const Grid& grid = filled.grid;
  if (grid.columns() < 2 || grid.rows() < 2) return false;
  std::size_t cells = 0, letters = 0, figures = 0, beside_label = 0, equations = 0, covered = 0;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (filled.runs[i].empty()) continue;
    ++cells;
    covered += static_cast<std::size_t>(grid.cells[i].row_span * grid.cells[i].column_span);
    bool figure = true;
    for (const RunLine& line : lines_of(filled.runs[i])) {
      for (const Segment& segment : segments_of(line)) {
        letters += segment.letters;
        figure = figure && segment.figure;
      }
    }
    const std::string& last = filled.runs[i].back()->text;
    equations += !last.empty() && last.back() == '=' ? 1 : 0;
    if (grid.cells[i].column == 0) continue;
    ++beside_label;
    figures += figure ? 1 : 0;
  }
  const double places = static_cast<double>(grid.rows() * grid.columns());
  // 40 % of the places have to be covered: scattered words of a drawing are not.
  if (cells < 4 || static_cast<double>(covered) < 0.4 * places) return false;
  if (2 * equations >= static_cast<std::size_t>(grid.rows()) || is_scale(filled)) return false;
  // Letters for each filled cell.
  const double mean = static_cast<double>(letters) / static_cast<double>(cells);
  if (mean >= kSentence) {
    // Cells of sentences are cells where rules part their rows.
    if (!area.ruled || area.rows_ruled < 2) return false;
    return area.rows_ruled >= kRowsRuled ? grid.rows() <= static_cast<int>(area.rows_ruled) + 1 : !columns_of_prose(filled);
  }
  figures += marks_of(filled);
  // Figures among the filled cells beside the labels.
  const double share = static_cast<double>(figures) / static_cast<double>(std::max<std::size_t>(beside_label, 1));
  if (area.ruled) return grid.columns() > 2 || share >= 0.2 || mean < kSentence / 3 || area.rows_ruled >= kRowsRuled;
  return share >= (grid.columns() == 2 ? 0.6 : 0.3) || keeps_word_columns(filled, area.captioned);
}

// Do most rows begin with the sign of a list? Dates behind such signs keep corridors of white space, and are prose all the same.
//   - ’25. 2.~ 7. : 세부계획 수립
//   - ’25. 8.     : 결과 분석
bool is_list(const FilledGrid& filled) {
  // Of each row the leftmost filled cell.
  std::vector<std::pair<int, std::string>> first(static_cast<std::size_t>(filled.grid.rows()),
                                                 {filled.grid.columns(), ""});  // column and text
  for (std::size_t i = 0; i < filled.grid.cells.size(); ++i) {
    const GridCell& cell = filled.grid.cells[i];
    auto& [column, text] = first[static_cast<std::size_t>(cell.row)];
    if (filled.runs[i].empty() || cell.column >= column) continue;
    column = cell.column;
    text = filled.runs[i].front()->text;
  }
  int rows = 0, signs = 0;
  for (const auto& [column, text] : first) {
    if (text.empty()) continue;
    ++rows;
    const std::string line = text + " x";  // a sign alone in its cell stands before the next
    const std::string_view kind = outline_sign(line).kind;
    if (kind.empty()) continue;
    const auto sign = code_point_at(kind, 0);
    signs += sign && !is_letter_or_digit(*sign) ? 1 : 0;  // numbers count rows of tables too
  }
  return 2 * signs >= rows;
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

// Lines with gaps next to a box, nearest first: how far they go on. A line without a gap is one of them if such a line follows it.
std::size_t lines_of_table(const std::vector<const OpenLine*>& lines, double edge, bool up) {
  constexpr double kNear = 1.1;  // of the height of a line, between two lines
  std::size_t count = 0, plain = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& box = lines[i]->box;
    const double gap = up ? edge - box.y1 : box.y0 - edge;
    if (gap > kNear * box.height()) break;
    edge = up ? box.y0 : box.y1;
    plain = lines[i]->pieces.size() > 1 ? 0 : plain + 1;
    if (plain > 1) break;
    if (plain == 0) count = i + 1;
  }
  return count;
}

// By the middle of the run, as everywhere that runs are given to boxes.
bool in_box(const Run* run, const Box& box) {
  const double x = (run->box.x0 + run->box.x1) / 2, y = (run->box.y0 + run->box.y1) / 2;
  return box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1;
}

}  // namespace

std::vector<FilledGrid> find_open_tables(const Page& page, const std::vector<Box>& taken, std::vector<const Run*>& outside) {
  std::vector<FilledGrid> found;
  std::vector<const Run*> leaders;
  std::copy_if(outside.begin(), outside.end(), std::back_inserter(leaders), [](const Run* run) { return is_leader(*run); });
  // Leaders lead from `제1장` to its page, but also from a label to its amount: they only raise the question of
  // contents.
  const auto led = [&](const OpenArea& area) {
    return std::any_of(leaders.begin(), leaders.end(), [&](const Run* run) { return in_box(run, area.box); });
  };
  const auto take = [&](const OpenArea& area, FilledGrid filled) {
    take_out(outside, filled);
    // Leaders are lines, drawn by a typewriter.
    if (!leaders.empty()) std::erase_if(outside, [&](const Run* run) { return is_leader(*run) && in_box(run, area.box); });
    found.push_back(std::move(filled));
  };
  for (const OpenArea& area : ruled_areas(page, taken, outside)) {
    FilledGrid filled = lay_out_open(area.box, area.runs, area.rules);
    if (looks_like_table(filled, area) && !is_row_of_charts(filled)) take(area, std::move(filled));
  }
  for (const OpenArea& area : gapped_areas(page, outside)) {
    FilledGrid filled = lay_out_open(area.box, area.runs, area.rules);
    if (filled.grid.rows() < kFewestOpenRows || !looks_like_table(filled, area) || is_list(filled) || is_row_of_charts(filled)) continue;
    if (led(area) && leads_to_pages(filled)) continue;
    take(area, std::move(filled));
  }
  return found;
}

bool widen_shaded(const Page& page, FilledGrid& shaded, std::vector<const Run*>& outside) {
  const Box box = shaded.grid.box();
  std::vector<const Run*> near;
  for (const Run* run : outside) {
    const double x = (run->box.x0 + run->box.x1) / 2;
    if (box.x0 - 2 <= x && x <= box.x1 + 2 && !run->vertical && !is_leader(*run)) near.push_back(run);
  }
  const std::vector<OpenLine> lines = open_lines_of(near);
  // `above` from the shading upwards, `below` downwards: both nearest first.
  std::vector<const OpenLine*> above, below;
  for (const OpenLine& line : lines) {
    const double y = (line.box.y0 + line.box.y1) / 2;
    if (y < box.y0) above.insert(above.begin(), &line);
    if (y > box.y1) below.push_back(&line);
    if (above.size() > kMostAbove) above.pop_back();
  }
  above.resize(lines_of_table(above, box.y0, true));
  below.resize(lines_of_table(below, box.y1, false));
  if (above.empty() && below.empty()) return false;
  OpenArea area;
  area.box = box;
  area.captioned = shaded.grid.rows() > 1;  // stripes say as much as a caption
  for (const auto& runs : shaded.runs) area.runs.insert(area.runs.end(), runs.begin(), runs.end());
  for (const auto* side : {&above, &below}) {
    for (const OpenLine* line : *side) {
      area.box = {std::min(area.box.x0, line->box.x0 - 1), std::min(area.box.y0, line->box.y0 - 1), std::max(area.box.x1, line->box.x1 + 1),
                  std::max(area.box.y1, line->box.y1 + 1)};
      for (const Piece& piece : line->pieces) area.runs.insert(area.runs.end(), piece.runs.begin(), piece.runs.end());
    }
  }
  std::sort(area.runs.begin(), area.runs.end());
  // Edges of shading part rows as lines do.
  for (const Rule& rule : page.rules) {
    if (rule.horizontal() && area.box.y0 <= rule.box.y0 && rule.box.y0 <= area.box.y1 && rule.box.x0 < area.box.x1 &&
        rule.box.x1 > area.box.x0)
      area.rules.push_back(rule);
  }
  FilledGrid wider = lay_out_open(area.box, area.runs, area.rules);
  if (wider.grid.rows() < kFewestOpenRows || !looks_like_table(wider, area)) return false;
  shaded = std::move(wider);
  take_out(outside, shaded);
  return true;
}

}  // namespace jangbu
