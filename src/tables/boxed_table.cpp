// Tables drawn in boxes, as terminals and some converters print them:
//
//   ┌────────┬──────────┐        +--------+----------+
//   │ 사업명 │ 예산현액 │        | name   | budget   |
//   ├────────┼──────────┤        +--------+----------+
//   │ 합계   │    5,000 │        | total  | 5,000    |
//   └────────┴──────────┘        +--------+----------+
//
// A line of text is a row. Where no rule stands above it and its first cell is blank, it goes on with the row above.
// Bars tell where cells over several columns end.
// The hard case is a box over several rows, drawn as a rule with text beside it: it is refused with a word, since a
// line of text then belongs to two rows at once.
#include <algorithm>

#include "tables/text_readers.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

bool is_bar(char32_t c) { return c == U'│' || c == U'┃' || c == U'║' || c == U'|' || c == U'╎' || c == U'┆'; }
bool is_corner(char32_t c) {
  return c == U'+' || (c >= 0x250C && c <= 0x254B) || (c >= 0x2552 && c <= 0x256C) || (c >= 0x256D && c <= 0x2570);
}
bool is_line(char32_t c) { return c == U'-' || c == U'=' || c == U'─' || c == U'━' || c == U'═' || c == U'┄' || c == U'┈'; }

// kOther: no part of the drawing. kRule: `├──┼──┤`. kText: `│ 합계 │ 5,000 │`. kBoth: a rule that stops beside text
// (`│ 합계 ├──────┤`).
enum class Kind { kOther, kRule, kText, kBoth };

// What a line of text is in a drawing: by its ends, then by what stands between them.
Kind kind_of(const std::u32string& line) {
  const std::size_t first = line.find_first_not_of(U" \t"), last = line.find_last_not_of(U" \t\r");
  if (first == std::u32string::npos || first == last) return Kind::kOther;
  // A drawn line has a bar or a corner at both ends; a sentence with one `|` in it has not.
  if (!is_bar(line[first]) && !is_corner(line[first])) return Kind::kOther;
  if (!is_bar(line[last]) && !is_corner(line[last])) return Kind::kOther;
  std::size_t drawn = 0, words = 0, blanks = 0, longest = 0, run = 0;
  for (std::size_t i = first; i <= last; ++i) {
    run = is_line(line[i]) ? run + 1 : 0;
    longest = std::max(longest, run);
    if (is_line(line[i]) || is_corner(line[i]))
      ++drawn;
    else if (line[i] == U' ')
      ++blanks;
    else if (!is_bar(line[i]))
      ++words;
  }
  // Three signs of a rule in a row: a lone `-` is a nil figure, and `+` may open an increase.
  const bool rule = is_corner(line[first]) || is_corner(line[last]);
  if (words + blanks == 0 && drawn > 2 && is_corner(line[first])) return Kind::kRule;
  return rule && longest >= 3 ? Kind::kBoth : is_bar(line[first]) ? Kind::kText : Kind::kOther;
}

struct Bar {
  std::size_t at = 0;     // index into the line
  std::size_t shown = 0;  // where it stands
};

// The bars of one line. `wide` counts a Hangul syllable as two places, as a terminal shows it; else every character
// is one place.
std::vector<Bar> bars_of(const std::u32string& line, bool wide) {
  std::vector<Bar> bars;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_bar(line[i])) bars.push_back({i, shown});
    shown += wide ? static_cast<std::size_t>(std::max(display_width(line[i]), 0)) : 1;
  }
  return bars;
}

// The places of bars of the rows that have most of them, if all rows keep to these.
std::vector<std::size_t> places_of(const std::vector<std::u32string>& rows, bool wide) {
  std::vector<std::size_t> places;
  for (const std::u32string& row : rows) {
    const std::vector<Bar> bars = bars_of(row, wide);
    if (bars.size() <= places.size()) continue;
    places.clear();
    for (const Bar& bar : bars) places.push_back(bar.shown);
  }
  // A bar where no other row has one means that the columns do not line up under this measure.
  for (const std::u32string& row : rows) {
    for (const Bar& bar : bars_of(row, wide)) {
      if (!std::binary_search(places.begin(), places.end(), bar.shown)) return {};
    }
  }
  return places;
}

// One line of text as the next row of `table`, or as the second line of the row above (`goes_on`). A bar that is
// missing at one of `places` makes a cell over several columns.
void add_row(const std::u32string& line, bool wide, const std::vector<std::size_t>& places, bool goes_on, Table& table) {
  const std::vector<Bar> bars = bars_of(line, wide);
  std::vector<Cell> cells;
  for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
    Cell cell;
    cell.column = static_cast<int>(std::lower_bound(places.begin(), places.end(), bars[i].shown) - places.begin());
    cell.column_span = static_cast<int>(std::lower_bound(places.begin(), places.end(), bars[i + 1].shown) - places.begin()) - cell.column;
    cell.text = trim(to_utf8(line.substr(bars[i].at + 1, bars[i + 1].at - bars[i].at - 1)));
    cells.push_back(std::move(cell));
  }
  if (goes_on && cells.front().text.empty()) {
    // Only where each piece has a cell above it to go on with.
    std::vector<Cell*> above;
    for (const Cell& cell : cells) {
      Cell* found = nullptr;
      for (auto other = table.cells.rbegin(); other != table.cells.rend() && other->row == table.rows - 1; ++other) {
        if (other->column == cell.column && other->column_span == cell.column_span) found = &*other;
      }
      if (found == nullptr) break;
      above.push_back(found);
    }
    if (above.size() == cells.size()) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].text.empty()) above[i]->text += (above[i]->text.empty() ? "" : "\n") + cells[i].text;
      }
      return;
    }
  }
  for (Cell& cell : cells) {
    cell.row = table.rows;
    table.cells.push_back(std::move(cell));
  }
  ++table.rows;
}

}  // namespace

// `looked` without `lines` says: these lines are a drawing, and no other reader has to try them.
TextReading read_boxed_table(std::span<const SourceLine> lines, std::size_t at) {
  TextReading reading;
  constexpr std::size_t kMostLines = 20'000;
  // It begins with a rule.
  if (kind_of(to_code_points(lines[at].text)) != Kind::kRule) return reading;
  std::vector<std::u32string> drawn;
  std::vector<Kind> kinds;
  std::size_t end = at;
  for (; end < lines.size() && end - at < kMostLines; ++end) {
    std::u32string line = to_code_points(lines[end].text);
    const Kind kind = kind_of(line);
    if (kind == Kind::kOther) break;
    // One rule below the other: another table begins.
    if (kind == Kind::kRule && !kinds.empty() && kinds.back() == Kind::kRule) break;
    kinds.push_back(kind);
    drawn.push_back(std::move(line));
  }
  std::vector<std::u32string> rows;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (kinds[i] == Kind::kText) rows.push_back(drawn[i]);
  }
  if (rows.empty()) return reading;
  reading.looked = end - at;
  if (std::find(kinds.begin(), kinds.end(), Kind::kBoth) != kinds.end()) {
    reading.refused = "a table drawn in boxes has cells over several rows";
    return reading;
  }
  // Programs line boxes up by shown width; some converters count characters. The first measure that fits all rows is
  // taken.
  bool wide = true;
  std::vector<std::size_t> places = places_of(rows, wide);
  if (places.empty()) places = places_of(rows, wide = false);
  if (places.size() < 2) {
    reading.refused = "the bars of a table drawn in boxes do not line up";
    return reading;
  }
  Table& table = reading.table;
  table.columns = static_cast<int>(places.size()) - 1;
  int rules = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (kinds[i] == Kind::kRule) {
      ++rules;
      continue;
    }
    add_row(drawn[i], wide, places, i > 0 && kinds[i - 1] == Kind::kText, table);
  }
  if (table.columns < 2 && table.rows < 2) {
    // A box around words.
    return TextReading();
  }
  fill_places(table);
  reading.lines = end - at;
  return reading;
}

}  // namespace jangbu
