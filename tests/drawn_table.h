// Tables and documents drawn as text, so that a test shows what it is about.
//
//   | 사업명 | 집행액   | <      |      `<` goes on from the cell to the left, `^` from the cell above
//   | ^      | 원인행위 | 지출액 |
//   | ------ |                         the rows above are headers
//   | 운영   | 95       | 86     |      `⏎` is a line end inside of a cell
//
// Widths do not matter. In a document, lines that begin with `|` are tables and all others paragraphs; an empty line parts tables.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "jangbu/document.h"

namespace jangbu::drawing {

inline std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

inline std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// A drawing without its margin: the blanks that every line begins with, and a first line that is empty.
inline std::string flush_left(std::string_view drawing) {
  std::vector<std::string> lines = lines_of(drawing);
  std::size_t margin = std::string::npos;
  for (const std::string& line : lines) {
    if (const auto at = line.find_first_not_of(' '); at != std::string::npos) margin = std::min(margin, at);
  }
  if (!lines.empty() && trimmed(lines.front()).empty()) lines.erase(lines.begin());
  if (!lines.empty() && trimmed(lines.back()).empty()) lines.pop_back();
  std::string out;
  for (const std::string& line : lines) out += (line.size() > margin ? line.substr(margin) : "") + "\n";
  return out;
}

inline Table table_from(const std::vector<std::string>& lines) {
  std::vector<std::vector<std::string>> rows;
  Table table;
  for (const std::string& line : lines) {
    std::vector<std::string> cells;
    const std::string body = trimmed(line);
    for (std::size_t from = 1; from < body.size();) {
      const std::size_t end = std::min(body.find('|', from), body.size());
      cells.push_back(replaced(trimmed(std::string_view(body).substr(from, end - from)), "⏎", "\n"));
      from = end + 1;
    }
    if (!cells.empty() && cells.front().size() >= 3 && cells.front().find_first_not_of('-') == std::string::npos) {
      table.header_rows = static_cast<int>(rows.size());
      continue;
    }
    rows.push_back(std::move(cells));
  }
  table.rows = static_cast<int>(rows.size());
  for (const auto& row : rows) table.columns = std::max(table.columns, static_cast<int>(row.size()));
  for (auto& row : rows) row.resize(static_cast<std::size_t>(table.columns));
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      const auto at = [&](int row, int column) -> const std::string& {
        return rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
      };
      if (at(r, c) == "<" || at(r, c) == "^") continue;
      Cell cell;
      cell.row = r;
      cell.column = c;
      cell.text = at(r, c);
      while (c + cell.column_span < table.columns && at(r, c + cell.column_span) == "<") ++cell.column_span;
      while (r + cell.row_span < table.rows && at(r + cell.row_span, c) == "^") ++cell.row_span;
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

inline Table drawn_table(std::string_view drawing) { return table_from(lines_of(flush_left(drawing))); }

// The drawing of a table. `repaired`: cells as repair left them.
inline std::string as_drawn(const Table& table, bool repaired = false) {
  std::vector<std::vector<std::string>> grid(static_cast<std::size_t>(std::max(0, table.rows)),
                                             std::vector<std::string>(static_cast<std::size_t>(std::max(0, table.columns)), "(gap)"));
  for (const Cell& cell : table.cells) {
    for (int r = cell.row; r < std::min(cell.row + cell.row_span, table.rows); ++r) {
      for (int c = cell.column; c < std::min(cell.column + cell.column_span, table.columns); ++c) {
        std::string& place = grid[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
        if (place != "(gap)") {
          place = "(overlap)";
        } else if (r == cell.row && c == cell.column) {
          place = replaced(repaired ? cell.best_text() : cell.text, "\n", "⏎");
        } else {
          place = c > cell.column ? "<" : "^";
        }
      }
    }
  }
  std::string out;
  for (int r = 0; r < table.rows; ++r) {
    if (r == table.header_rows && r > 0) out += "| --- |\n";
    for (const std::string& text : grid[static_cast<std::size_t>(r)]) out += text.empty() ? "| " : "| " + text + " ";
    out += "|\n";
  }
  return out;
}

inline std::string redrawn(std::string_view drawing) { return as_drawn(drawn_table(drawing)); }

inline Document drawn_document(std::string_view drawing) {
  Document document;
  std::vector<std::string> rows;
  const auto close = [&] {
    if (rows.empty()) return;
    Block block;
    block.kind = Block::Kind::kTable;
    block.table = document.tables.size();
    document.tables.push_back(table_from(rows));
    document.blocks.push_back(std::move(block));
    rows.clear();
  };
  for (const std::string& line : lines_of(flush_left(drawing))) {
    if (trimmed(line).starts_with('|')) {
      rows.push_back(line);
      continue;
    }
    close();
    if (trimmed(line).empty()) continue;
    Block block;
    block.paragraph.text = trimmed(line);
    document.blocks.push_back(std::move(block));
  }
  close();
  return document;
}

// Repairs as lines: "letter_spacing: 합 계 → 합계".
inline std::string as_lines(const std::vector<Repair>& repairs) {
  std::string out;
  for (const Repair& repair : repairs) {
    out += replaced(repair.rule + (repair.applied ? ": " : " proposed: ") + repair.before + " → " + repair.after, "\n", "⏎") + "\n";
  }
  return out;
}

// gtest prints Hangul as bytes where the locale is C: this prints both drawings as they are.
inline ::testing::AssertionResult same_text(const std::string& actual, const std::string& expected) {
  if (actual == expected) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "got:\n" << actual << "expected:\n" << expected;
}

#define EXPECT_DRAWN(table, expected) \
  EXPECT_TRUE(::jangbu::drawing::same_text(::jangbu::drawing::as_drawn(table), ::jangbu::drawing::redrawn(expected)))
#define EXPECT_TEXT(actual, expected) EXPECT_TRUE(::jangbu::drawing::same_text(actual, ::jangbu::drawing::flush_left(expected)))

}  // namespace jangbu::drawing
