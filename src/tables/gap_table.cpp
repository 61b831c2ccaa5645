// Cells parted by runs of blanks and lined up under each other, as `pdftotext -layout` prints them.
#include <algorithm>

#include "tables/text_readers.h"
#include "text/figure.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLeastRows = 3;

struct Field {
  std::string text;
  int begin = 0, end = 0;  // terminal columns, half open
};

// Pieces parted by two or more blanks.
std::vector<Field> fields_of(std::string_view line) {
  std::vector<Field> fields;
  std::u32string piece;
  int at = 0, begin = 0, blanks = 2;
  const auto close = [&](int end) {
    while (!piece.empty() && is_blank(piece.back())) piece.pop_back();
    if (!piece.empty()) fields.push_back({to_utf8(piece), begin, end});
    piece.clear();
  };
  int last_ink = 0;
  for (char32_t c : to_code_points(line)) {
    if (is_blank(c)) {
      ++blanks;
      if (!piece.empty()) piece.push_back(U' ');
    } else {
      if (blanks >= 2) {
        close(last_ink);
        begin = at;
      }
      blanks = 0;
      piece.push_back(c);
      last_ink = at + display_width(c);
    }
    at += std::max(1, display_width(c));
  }
  close(last_ink);
  return fields;
}

bool has_figures(const std::vector<Field>& fields) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < fields.size(); ++i) count += is_plain_figure(fields[i].text);
  return count >= 1 && count * 2 >= fields.size() - 1;
}

}  // namespace

TextReading read_gap_table(std::span<const SourceLine> lines, std::size_t at) {
  TextReading reading;
  std::vector<std::vector<Field>> rows;
  std::size_t end = at, data_rows = 0;
  for (std::size_t i = at; i < lines.size(); ++i) {
    const SourceLine& line = lines[i];
    if (line.blank) {
      if (i + 1 < lines.size() && !lines[i + 1].blank) continue;
      break;
    }
    if (line.tabbed) break;
    auto fields = fields_of(line.text);
    if (fields.size() < 2) break;
    data_rows += has_figures(fields);
    rows.push_back(std::move(fields));
    end = i + 1;
  }
  if (data_rows < kLeastRows) return reading;

  // Columns are the stretches of the line that rows with figures fill; what no such row fills parts them.
  std::vector<std::pair<int, int>> spans;
  for (const auto& row : rows) {
    if (!has_figures(row)) continue;
    for (const Field& field : row) spans.emplace_back(field.begin, field.end);
  }
  std::sort(spans.begin(), spans.end());
  std::vector<std::pair<int, int>> columns;
  for (const auto& [begin, finish] : spans) {
    if (!columns.empty() && begin < columns.back().second) {
      columns.back().second = std::max(columns.back().second, finish);
    } else {
      columns.emplace_back(begin, finish);
    }
  }
  if (columns.size() < 3) return reading;

  Table& table = reading.table;
  table.guessed_grid = true;
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(columns.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t next = 0;
    for (const Field& field : rows[r]) {
      // First and last column that the field touches; the nearest one if it touches none.
      std::size_t first = columns.size(), last = 0;
      for (std::size_t c = next; c < columns.size(); ++c) {
        if (field.begin < columns[c].second && columns[c].first < field.end) {
          first = std::min(first, c);
          last = c;
        }
      }
      if (first == columns.size()) {
        first = next;
        while (first + 1 < columns.size() && columns[first].second <= field.begin) ++first;
        last = first;
      }
      if (first >= columns.size() || first < next) return TextReading{};  // two texts in one column: not lined up
      for (; next < first; ++next) {
        Cell empty;
        empty.row = static_cast<int>(r);
        empty.column = static_cast<int>(next);
        table.cells.push_back(std::move(empty));
      }
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(first);
      cell.column_span = static_cast<int>(last - first + 1);
      cell.text = field.text;
      table.cells.push_back(std::move(cell));
      next = last + 1;
    }
    for (; next < columns.size(); ++next) {
      Cell empty;
      empty.row = static_cast<int>(r);
      empty.column = static_cast<int>(next);
      table.cells.push_back(std::move(empty));
    }
  }
  reading.lines = end - at;
  return reading;
}

}  // namespace jangbu
