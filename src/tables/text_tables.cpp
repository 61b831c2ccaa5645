// Walks down the lines of a text and asks the readers in turn, the surest first: HTML, drawn boxes, and a whole file
// of fields say what they are by their first line; then tabs and pipes; then the guesses by gaps and by words. What
// no reader takes is a paragraph.
// The hard case is time: a long stretch that looks like a table and is none would be read again from each of its
// lines (Doubtful). A table with the same header behind a page break goes on with the one before.
#include "tables/text_tables.h"

#include <algorithm>

#include "tables/text_readers.h"
#include "tables/uniform_gaps.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Place and words of each header cell: two headers are one if all of these agree.
std::vector<std::string> header_keys(const Table& table) {
  std::vector<std::string> keys;
  for (const Cell& cell : table.cells) {
    if (cell.row < table.header_rows)
      keys.push_back(std::to_string(cell.row) + "," + std::to_string(cell.column) + ":" + header_key(cell.text));
  }
  return keys;
}

// The table that `next` goes on with, over a page break: nothing but a page number between, and the same header again.
Table* continued(Document& document, const Table& next) {
  if (next.header_rows == 0) return nullptr;
  std::size_t at = document.blocks.size();
  while (at > 0 && document.blocks[at - 1].kind == Block::Kind::kParagraph && is_page_number(document.blocks[at - 1].paragraph.text)) --at;
  if (at == 0 || document.blocks[at - 1].kind != Block::Kind::kTable) return nullptr;
  Table& table = document.tables[document.blocks[at - 1].table];
  const bool same = table.columns == next.columns && table.header_rows == next.header_rows && header_keys(table) == header_keys(next);
  return same ? &table : nullptr;
}

// A long stretch that looked like a table and was none is tried again from the next few lines, and then passed over: trying it
// from every line would take time with the square of its length.
struct Doubtful {
  std::size_t until = 0, end = 0;
  int tries = 0;

  void note(std::size_t at, const TextReading& reading) {
    constexpr std::size_t kLong = 50;
    constexpr int kMostTries = 12;
    if (reading.lines > 0 || reading.looked < kLong) return;
    if (at >= end) tries = 0;
    end = std::max(end, at + reading.looked);
    if (++tries >= kMostTries) until = end;
  }
};

// The header of `next` is left out.
void append_rows(Table& table, Table&& next) {
  const int shift = table.rows - next.header_rows;
  for (Cell& cell : next.cells) {
    if (cell.row < next.header_rows) continue;
    cell.row += shift;
    table.cells.push_back(std::move(cell));
  }
  table.rows += next.rows - next.header_rows;
}

constexpr std::size_t kTellingLines = 3;

// Lines that hold two figures or more.
std::size_t figure_lines(const std::vector<SourceLine>& lines) {
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const SourceLine& line) {
    return std::count_if(line.words.begin(), line.words.end(),
                         [](std::string_view word) { return word.find(',') != std::string_view::npos && is_plain_figure(word); }) >= 2;
  }));
}

}  // namespace

// False where cells lie over each other or outside; else every place without a cell gets a blank one, in order.
bool fill_places(Table& table) {
  const auto columns = static_cast<std::size_t>(table.columns);
  std::vector<char> covered(static_cast<std::size_t>(table.rows) * columns, 0);
  for (const Cell& cell : table.cells) {
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        if (row >= table.rows || column >= table.columns) return false;
        char& place = covered[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
        if (place != 0) return false;
        place = 1;
      }
    }
  }
  for (std::size_t place = 0; place < covered.size(); ++place) {
    if (covered[place] != 0) continue;
    Cell& cell = table.cells.emplace_back();
    cell.row = static_cast<int>(place / columns);
    cell.column = static_cast<int>(place % columns);
  }
  std::sort(table.cells.begin(), table.cells.end(),
            [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  return true;
}

// At each line the readers are asked in turn; the first that reads a table moves on behind it.
Status find_text_tables(Document& document, const Lexicon& lexicon, const Limits& limits) {
  restore_tabs(document.lines);
  std::vector<SourceLine> lines;
  lines.reserve(document.lines.size());
  for (const std::string& line : document.lines) lines.push_back(look_at(line));

  Doubtful doubtful;
  std::size_t cells = 0;
  const auto paragraph = [&](std::size_t i) {
    if (lines[i].blank) return;
    Block block;
    // Blanks in front may tell how deep the line stands.
    const std::string_view last = lines[i].words.back();
    block.paragraph.text = std::string(lines[i].text.substr(0, static_cast<std::size_t>(last.data() - lines[i].text.data()) + last.size()));
    document.blocks.push_back(std::move(block));
  };
  for (std::size_t at = 0; at < lines.size();) {
    if (lines[at].blank) {
      ++at;
      continue;
    }
    TextReading reading;
    reading = read_html_table(lines, at);
    if (reading.lines == 0 && reading.refused.empty()) reading = read_boxed_table(lines, at);
    if (reading.lines == 0 && reading.refused.empty()) reading = read_csv_table(lines, at);
    // A refusal is told as a diagnostic, and its lines stay paragraphs.
    if (!reading.refused.empty()) {
      document.diagnostics.push_back({"text_table_refused", "line " + std::to_string(at + 1) + ": " + reading.refused, {}});
      for (std::size_t i = at; i < at + reading.looked; ++i) paragraph(i);
      at += reading.looked;
      continue;
    }
    if (reading.lines == 0 && at >= doubtful.until) {
      reading = read_delimited_table(lines, at);
      doubtful.note(at, reading);
    }
    if (reading.lines == 0) reading = read_one_line_table(lines, at, lexicon);
    if (reading.lines == 0 && at >= doubtful.until) {
      reading = read_gap_table(lines, at, lexicon);
      doubtful.note(at, reading);
    }
    if (reading.lines == 0) reading = read_worded_table(lines, at, lexicon);
    if (reading.lines == 0) {
      paragraph(at);
      ++at;
      continue;
    }
    cells += reading.table.cells.size();
    if (cells > limits.cells) {
      return fail(ErrorCode::kLimitCells, "more than " + std::to_string(limits.cells) + " table cells in the text",
                  "raise the limit if the document is trusted");
    }
    for (std::size_t left : reading.left) paragraph(left);
    // A table with repairs of its own is not joined: its repairs name rows that would move.
    if (Table* table = reading.repairs.empty() ? continued(document, reading.table) : nullptr) {
      append_rows(*table, std::move(reading.table));
      at += reading.lines;
      continue;
    }
    const std::size_t index = document.tables.size();
    for (Repair& repair : reading.repairs) {
      repair.table = std::to_string(index);  // the pipeline turns indices into ids
      document.repairs.push_back(std::move(repair));
    }
    document.tables.push_back(std::move(reading.table));
    Block block;
    block.kind = Block::Kind::kTable;
    block.table = index;
    document.blocks.push_back(std::move(block));
    at += reading.lines;
  }
  // Amounts with commas in several lines and no table at all: the reader of the report should know.
  if (document.tables.empty() && figure_lines(lines) >= kTellingLines) {
    document.diagnostics.push_back(
        {"text_without_tables", "no table can be seen in the text, though lines of it hold figures: what wrote it may have lost them", {}});
  }
  document.lines.clear();
  return Done{};
}

}  // namespace jangbu
