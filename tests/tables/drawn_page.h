// Pages drawn in text, for tests that speak of tables and not of coordinates.
//
//   +------+-----+        `-` and `=` draw horizontal lines, `|` vertical ones, `+` joins them (and is an end of each line that
//   | name | 12  |        reaches it). Everything else is text: words, parted by one blank, become runs.
//   +------+-----+        One character is 6 points wide, one line 12 points high; the font size is 10.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "jangbu/document.h"
#include "text/unicode.h"

namespace jangbu::test {

using Lines = std::vector<std::string>;  // what a table or a page says, a text for each cell or line

inline constexpr double kAcross = 6, kDown = 12;

inline constexpr char32_t kSecondHalf = 1;  // of a wide character, so that Hangul lines up with the drawing around it

inline std::vector<std::u32string> lines_of_drawing(const std::string& drawing) {
  std::vector<std::u32string> lines;
  for (std::size_t from = 0; from < drawing.size();) {
    std::size_t end = drawing.find('\n', from);
    if (end == std::string::npos) end = drawing.size();
    lines.emplace_back();
    for (const char32_t c : to_code_points(drawing.substr(from, end - from))) {
      lines.back().push_back(c);
      if (display_width(c) == 2) lines.back().push_back(kSecondHalf);
    }
    from = end + 1;
  }
  return lines;
}

// The first line of the drawing stands at `top`.
inline Page drawn_page(const std::string& drawing, int number = 1, double top = 72) {
  const std::vector<std::u32string> lines = lines_of_drawing(drawing);
  const auto at = [&](std::size_t row, std::size_t column) {
    return row < lines.size() && column < lines[row].size() ? lines[row][column] : U' ';
  };
  const auto x = [](std::size_t column) { return static_cast<double>(column) * kAcross + kAcross / 2; };
  const auto y = [&](std::size_t row) { return top + static_cast<double>(row) * kDown + kDown / 2; };
  const auto across = [](char32_t c) { return c == U'-' || c == U'=' || c == U'+'; };
  const auto down = [](char32_t c) { return c == U'|' || c == U'+'; };
  std::size_t widest = 0;
  for (const auto& line : lines) widest = std::max(widest, line.size());

  Page page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    for (std::size_t column = 0; column < widest;) {
      std::size_t end = column;
      while (across(at(row, end))) ++end;
      if (end - column >= 3) page.rules.push_back({{x(column), y(row), x(end - 1), y(row)}, 0.5});
      column = std::max(end, column + 1);
    }
  }
  for (std::size_t column = 0; column < widest; ++column) {
    for (std::size_t row = 0; row < lines.size();) {
      std::size_t end = row;
      while (down(at(end, column))) ++end;
      if (end - row >= 2) page.rules.push_back({{x(column), y(row), x(column), y(end - 1)}, 0.5});
      row = std::max(end, row + 1);
    }
  }
  const auto text = [&](char32_t c) { return c != U' ' && c != U'|' && c != U'+'; };
  for (std::size_t row = 0; row < lines.size(); ++row) {
    for (std::size_t column = 0; column < widest;) {
      std::size_t end = column;
      std::u32string word;
      for (; text(at(row, end)); ++end) {
        if (at(row, end) != kSecondHalf) word.push_back(at(row, end));
      }
      const bool line = word.find_first_not_of(U"-=") == std::u32string::npos;
      if (!word.empty() && (!line || word.size() == 1)) {
        Run run;
        run.text = to_utf8(word);
        run.box = {static_cast<double>(column) * kAcross, y(row) - 5, static_cast<double>(end) * kAcross, y(row) + 5};
        run.font_size = 10;
        page.runs.push_back(run);
      }
      column = std::max(end, column + 1);
    }
  }
  return page;
}

// "r,c text" or "r,c RxC text" for each cell, with line ends as "/"; blank cells as "r,c".
inline std::vector<std::string> cells_of(const Table& table) {
  std::vector<std::string> out;
  for (const Cell& cell : table.cells) {
    std::string line = std::to_string(cell.row) + "," + std::to_string(cell.column);
    if (cell.row_span > 1 || cell.column_span > 1) line += " " + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
    std::string words = cell.text;
    for (char& c : words) c = c == '\n' ? '/' : c;
    if (!words.empty()) line += " " + words;
    out.push_back(line);
  }
  return out;
}

inline std::vector<std::string> texts_of(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    out.push_back(block.kind == Block::Kind::kTable ? "[table " + std::to_string(document.tables[block.table].rows) + "x" +
                                                          std::to_string(document.tables[block.table].columns) + "]"
                                                    : block.paragraph.text);
  }
  return out;
}

// Do the cells cover every place of the table, each once?
inline bool tiles(const Table& table) {
  std::vector<int> covered(static_cast<std::size_t>(table.rows * table.columns), 0);
  for (const Cell& cell : table.cells) {
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        if (row < 0 || column < 0 || row >= table.rows || column >= table.columns) return false;
        ++covered[static_cast<std::size_t>(row * table.columns + column)];
      }
    }
  }
  for (const int times : covered) {
    if (times != 1) return false;
  }
  return true;
}

}  // namespace jangbu::test
