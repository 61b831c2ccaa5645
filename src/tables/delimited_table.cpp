// Lines whose cells are parted by tabs or pipes become a table: as many columns as the longest row has filled cells.
// Tabs are certain, pipes are not: OCR prints stray ones between words. Pipes count if they frame every row or if
// most rows have as many.
// The hard case is a row short of a cell because one tab came out as a blank (`71.7% 71.7%`): figures that fill the
// row exactly are parted again, and a repair tells of it.
#include <algorithm>
#include <map>

#include "tables/text_readers.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// `|---|:--:|` between header and body of a Markdown table is drawn, not printed.
bool is_markdown_rule(const std::vector<std::string>& cells) {
  static const Pattern rule(R"(:?-{2,}:?)");
  bool any = false;
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    if (!rule.matches(cell)) return false;
    any = true;
  }
  return any;
}

// `71.7% 71.7%` in one cell while the row is short of one: the blank was a tab.
void part_glued_figures(std::vector<std::string>& cells, std::size_t columns) {
  // Empty cells at the end do not count: a spreadsheet pads its rows with tabs.
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  for (std::size_t i = 1; i < cells.size() && cells.size() < columns; ++i) {
    const std::string cell = cells[i];
    const auto words = words_of(cell);
    if (words.size() < 2 || cells.size() + words.size() - 1 > columns) continue;
    if (!std::all_of(words.begin(), words.end(), [](std::string_view word) { return is_plain_figure(word); })) continue;
    const std::vector<std::string> parts(words.begin(), words.end());
    cells[i] = parts.front();
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, parts.begin() + 1, parts.end());
  }
}

}  // namespace

// Lines with the same mark are gathered first, then cut into cells, then filled up to the width of the table.
TextReading read_delimited_table(std::span<const SourceLine> lines, std::size_t at) {
  TextReading reading;
  const auto delimited = [](const SourceLine& line) { return line.tabbed || line.pipes >= 2; };
  if (!delimited(lines[at])) return reading;
  const bool tabs = lines[at].tabbed;

  std::vector<std::vector<std::string>> rows;
  std::vector<const SourceLine*> taken;
  std::size_t end = at;
  for (std::size_t i = at; i < lines.size(); ++i) {
    const SourceLine& line = lines[i];
    if (line.blank) {
      // One blank line between rows is the extraction's; more part tables.
      if (i + 1 < lines.size() && delimited(lines[i + 1]) && lines[i + 1].tabbed == tabs) continue;
      break;
    }
    if (!(tabs ? line.tabbed : line.pipes >= 2)) break;
    taken.push_back(&line);
    end = i + 1;
  }
  // Bars at both ends are a frame if every row has them; else they part empty cells.
  const bool framed = std::all_of(taken.begin(), taken.end(), [](const SourceLine* line) { return trim(line->text).starts_with('|'); });
  for (const SourceLine* line : taken) rows.push_back(tabs ? cells_at_tabs(line->text) : cells_at_pipes(line->text, framed));
  std::erase_if(rows, is_markdown_rule);
  if (rows.size() < 2) return reading;
  if (!tabs) {
    // Stray pipes among words come and go; the pipes of a table do not: most rows have as many.
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows) ++counts[row.size()];
    const auto usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (!framed && usual->second * 2 <= rows.size()) {
      reading.looked = end - at;
      return reading;
    }
  }

  std::size_t columns = 0;
  for (const auto& row : rows) {
    std::size_t filled = row.size();
    while (filled > 0 && row[filled - 1].empty()) --filled;
    columns = std::max(columns, filled);
  }
  if (columns < 2) return reading;

  Table& table = reading.table;
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(columns);
  table.guessed_grid = true;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::vector<std::string> before = rows[r];
    part_glued_figures(rows[r], columns);
    if (rows[r].size() > 1 && before != rows[r]) {
      const auto filled = [](const std::vector<std::string>& row) {
        std::string text;
        for (const std::string& cell : row) text += (text.empty() ? "" : " | ") + cell;
        return text;
      };
      // Padding that was cut off is no repair; only cells that were parted are.
      std::vector<std::string> shown = before;
      while (!shown.empty() && shown.back().empty()) shown.pop_back();
      if (shown != rows[r]) {
        reading.repairs.push_back({"glued_cells", "", filled(shown), filled(rows[r]), "", static_cast<int>(r), -1, 0.9});
      }
    }
    rows[r].resize(columns);
    for (std::size_t c = 0; c < columns; ++c) {
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(c);
      cell.text = rows[r][c];
      table.cells.push_back(std::move(cell));
    }
  }
  reading.lines = end - at;
  return reading;
}

}  // namespace jangbu
