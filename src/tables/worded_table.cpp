// Tables whose blanks are all alike (`시 민 참 여 과 23 23 - 23`): the figures at the end of each line are the columns,
// the header is cut by the lexicon. Begins at a line whose first words name the rows (`구분`, `사업명`). Three steps:
// lines up to the first figures are header, or pieces of the first label; rows follow, as many figures in each as
// most have; then all ways to end the header are tried, and the one that reads best wins (header_tree.h). The hard
// case is a wrapped label: a line of words between rows is one only if a line of figures follows soon.
#include <algorithm>
#include <map>

#include "tables/figure_rows.h"
#include "tables/text_readers.h"
#include "text/caption.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kHeaderLines = 8;  // lines with text between the header's first line and the first row
constexpr std::size_t kLabelPieces = 3;  // lines over which one label may wrap

// Does the line open a header: its first words name the rows, and it holds no figures?
bool opens_header(const SourceLine& line, const Lexicon& lexicon) {
  if (line.blank || line.tail >= 2 || line.words.size() > 40 || line.tabbed) return false;
  // `사 업 명` is three words: they are put together until they are a row label.
  std::string key;
  for (std::size_t i = 0; i < std::min<std::size_t>(line.words.size(), 6); ++i) {
    key += header_key(line.words[i]);
    if (lexicon.is_row_label(key)) {
      // The rest of the line must be headers too, mostly: `사업명 : 도시 정비` is none.
      if (i + 1 == line.words.size()) return true;
      if (const auto next = line.words[i + 1]; next.starts_with(':') || next.starts_with("：")) return false;
      const std::vector<HeaderUnit> units = cut_header({line.text}, lexicon);
      std::size_t known = 0;
      for (const HeaderUnit& unit : units) known += unit.use.known();
      return known * 2 >= units.size();
    }
  }
  return false;
}

std::vector<std::string> tail_of(const SourceLine& line) {
  std::vector<std::string> figures;
  for (std::size_t i = line.words.size() - line.tail; i < line.words.size(); ++i) figures.emplace_back(line.words[i]);
  return figures;
}

// The whole line is the label when it has no figures at the end.
std::string full_label(const SourceLine& line) {
  // Indentation by wide blanks tells the level: keep what stands before the first word.
  const std::string_view label = label_of(line);
  if (label.empty()) return {};
  return std::string(line.text.substr(0, static_cast<std::size_t>(label.data() - line.text.data()))) + std::string(label);
}

// The number of figures that most lines with figures end in.
std::size_t usual_tail(std::span<const SourceLine> lines, std::size_t from) {
  std::map<std::size_t, std::size_t> votes;
  std::size_t seen = 0, silent = 0;
  // Six lines without figures end the table; 200 rows are enough to know.
  for (std::size_t i = from; i < lines.size() && seen < 200 && silent < 6; ++i) {
    const SourceLine& line = lines[i];
    if (line.blank) continue;
    if (line.opens_outline && line.tail < 2) break;
    if (line.tail >= 1 && !(line.tail == 1 && line.words.size() == 1)) {
      ++votes[line.tail];
      ++seen;
      silent = 0;
    } else {
      ++silent;
    }
  }
  std::size_t best = 0, most = 0;
  for (const auto& [tail, count] : votes) {
    if (count >= most) {  // ties: the longer
      best = tail;
      most = count;
    }
  }
  return best;
}

}  // namespace

// Lines about units and dates inside of the header stay paragraphs: they are handed back in `left`.
TextReading read_worded_table(std::span<const SourceLine> lines, std::size_t at, const Lexicon& lexicon) {
  TextReading reading;
  if (!opens_header(lines[at], lexicon)) return reading;

  // 1. Everything up to the first line with figures: header lines, then perhaps the pieces of the first label.
  std::vector<std::size_t> head;
  std::size_t i = at;
  for (; i < lines.size() && head.size() <= kHeaderLines; ++i) {
    const SourceLine& line = lines[i];
    if (line.blank) continue;
    if (line.tail >= 2) break;
    if (line.opens_outline || line.tabbed) return reading;
    if (unit_in(line.text) || as_of_in(line.text)) {
      reading.left.push_back(i);
      continue;
    }
    head.push_back(i);
  }
  if (i == lines.size() || head.size() > kHeaderLines) return reading;
  const std::size_t first_row = i;
  const std::size_t columns = usual_tail(lines, first_row);
  if (columns < 2) return reading;

  // 2. Rows. A label may be wrapped over lines in front of its figures; what no row claims ends the table.
  std::vector<FigureRow> rows;
  std::vector<std::string> pending;
  std::size_t end = first_row, blanks = 0;
  const auto header_line_key = [&](std::size_t index) { return header_key(lines[index].text); };
  for (i = first_row; i < lines.size(); ++i) {
    const SourceLine& line = lines[i];
    if (line.blank) {
      ++blanks;
      continue;
    }
    if (line.tabbed) break;
    // `- 12 -` looks like three figures, but nothing waits for them.
    if (pending.empty() && is_page_number(line.text)) continue;
    // A row may be short of figures, since a blank cell leaves no trace: more than half of them are enough, two at
    // least.
    const bool row = line.tail >= columns || (line.tail >= 2 && line.tail * 2 > columns && !line.opens_outline);
    if (row) {
      FigureRow next;
      next.figures = tail_of(line);
      next.label = pending;
      pending.clear();
      std::string label = full_label(line);
      while (next.figures.size() > columns) {  // `… 100인 100색 3` with a label that ends in a figure
        label += (label.empty() ? "" : " ") + next.figures.front();
        next.figures.erase(next.figures.begin());
      }
      if (!label.empty()) next.label.push_back(label);
      if (next.label.empty() && !rows.empty()) break;  // figures without any label belong to something else
      rows.push_back(std::move(next));
      end = i + 1;
      blanks = 0;
      continue;
    }
    // The header again, after a page break: one table.
    if (opens_header(line, lexicon) && header_line_key(i) == header_line_key(head.front())) {
      std::size_t k = i, matched = 0;
      while (k < lines.size() && matched < head.size()) {
        if (lines[k].blank) {
          ++k;
        } else if (header_line_key(k) == header_line_key(head[matched])) {
          ++matched;
          ++k;
        } else {
          break;
        }
      }
      // The first table's header may be followed by pieces of its first label: those are not repeated.
      // Only where rows follow: the same words may open another table.
      if (matched >= 1 && k < lines.size()) {
        std::size_t next = k;
        while (next < lines.size() && lines[next].blank) ++next;
        if (next < lines.size() && lines[next].tail >= columns) {
          i = k - 1;
          blanks = 0;
          continue;
        }
      }
      break;
    }
    if (is_page_number(line.text)) continue;
    if (line.opens_outline || line.tail >= 2 || unit_in(line.text) || opens_header(line, lexicon)) break;
    // A piece of a label, if figures follow soon.
    if (pending.size() + 1 > kLabelPieces || blanks > 3) break;
    std::size_t ahead = i + 1, steps = 0;
    bool claimed = false;
    while (ahead < lines.size() && steps <= kLabelPieces) {
      if (!lines[ahead].blank) {
        if (lines[ahead].tail >= columns && !lines[ahead].opens_outline) {
          claimed = true;
          break;
        }
        if (lines[ahead].opens_outline || lines[ahead].tail > 0) break;
        ++steps;
      }
      ++ahead;
    }
    if (!claimed) break;
    pending.push_back(std::string(line.text));
  }
  if (rows.empty()) return TextReading{};

  // 3. Where the header ends: of all cuts that give the right number of columns, the one that reads best.
  const std::vector<bool> percent = percent_columns(rows, columns);
  std::optional<HeaderTree> tree;
  std::size_t header_lines = 0;
  double best = 0;
  for (std::size_t count = head.size(); count >= 1; --count) {
    std::vector<std::string_view> texts;
    for (std::size_t k = 0; k < count; ++k) texts.push_back(lines[head[k]].text);
    for (const auto& units : cuts_of_header(texts, lexicon)) {
      auto candidate = resolve_header(units, columns, percent, lexicon);
      if (!candidate) continue;
      double score = candidate->score;
      for (const HeaderUnit& unit : units) score += unit.use.known() ? 1 : -1;
      if (!tree || score > best) {
        best = score;
        tree = std::move(candidate);
        header_lines = count;
      }
    }
  }
  Table& table = reading.table;
  table.guessed_grid = true;
  table.columns = static_cast<int>(columns) + 1;
  if (tree) {
    table.header_rows = put_header(*tree, table);
    std::vector<std::string> pieces;
    // Lines of the head that the header did not take are the first label's.
    for (std::size_t k = header_lines; k < head.size(); ++k) pieces.emplace_back(lines[head[k]].text);
    rows.front().label.insert(rows.front().label.begin(), pieces.begin(), pieces.end());
    if (rows.front().label.empty()) return TextReading{};
  } else {
    // No reading fits: keep the words, one cell over all columns, and let the records stage prove the columns.
    std::string words;
    for (std::size_t k : head) words += (words.empty() ? "" : "\n") + std::string(lines[k].text);
    Cell cell;
    cell.column_span = table.columns;
    cell.text = words;
    table.cells.push_back(std::move(cell));
    table.header_rows = 1;
  }
  int r = table.header_rows;
  for (const FigureRow& row : rows) put_row(row, r++, columns, table);
  table.rows = r;
  reading.lines = end - at;
  std::erase_if(reading.left, [&](std::size_t k) { return k >= end; });
  return reading;
}

}  // namespace jangbu
