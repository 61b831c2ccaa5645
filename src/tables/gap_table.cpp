// Cells parted by runs of blanks and lined up under each other, as `pdftotext -layout` prints them.
//
// Goes in: lines of text. Comes out: a table with its header. Lines are gathered until something other than a table
// begins; columns are the stretches of the line that rows with figures fill; headers above are placed by
// gap_header.h.
// The hard case is a label that wraps: it stands alone on lines above and below its figures, and each such line has
// to go to the row above or to the one below. Blank lines tell, else the fact that labels are centred beside their
// figures. The whole is tried under two measures of width, since pdftotext counts characters and people line up what
// they see.
#include <algorithm>
#include <map>
#include <optional>

#include "tables/gap_header.h"
#include "tables/text_readers.h"
#include "text/caption.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLeastRows = 3;  // of figures, where no header names the rows
constexpr std::size_t kMostHeaderLines = 6;
constexpr std::size_t kMostBlankLines = 5;   // between rows that are set far apart
constexpr std::size_t kMostLabelPieces = 4;  // lines of labels alone, in a row: the end of one and the beginning of the next

struct GapLine {
  std::vector<GapField> fields;
  std::size_t index = 0;
  bool data = false;         // figures, with or without a label
  bool blank_above = false;  // a blank line stands between this line and the one before
};

// About one in three pieces may be words besides the label (`추진중` in a column of remarks).
bool has_figures(const std::vector<GapField>& fields) {
  if (fields.size() < 2) return false;
  std::size_t figures = 0;
  for (const GapField& field : fields) figures += is_plain_figure(field.text);
  return figures >= 1 && figures + 1 >= fields.size() - fields.size() / 3;
}

struct Row {
  std::vector<std::string> label;
  std::vector<std::string> cells;    // without the label column
  std::size_t above = 0, below = 0;  // pieces of the label on lines of their own
};

// Where most rows have as many pieces, the k-th piece of each is the k-th column, however loosely they are lined up; else
// columns are the stretches of the line that pieces of any row fill.
std::vector<ColumnExtent> columns_of(const std::vector<GapLine>& lines) {
  std::map<std::size_t, std::size_t> counts;  // by columns: a row whose label stands elsewhere has one piece less
  // A row that begins with a figure has its label on another line: one piece less.
  std::size_t rows = 0, labelled = 0;
  const auto bare = [](const GapLine& line) -> std::size_t { return is_plain_figure(line.fields.front().text) ? 1 : 0; };
  for (const GapLine& line : lines) {
    if (!line.data) continue;
    ++counts[line.fields.size() + bare(line)];
    ++rows;
    labelled += 1 - bare(line);
  }
  const auto usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  // Two thirds of the rows with equally many pieces are enough to trust the order of the pieces.
  if (usual->second * 3 >= rows * 2) {               // loosely set: the k-th pieces need not lie apart from their neighbours
    const std::size_t first = labelled > 0 ? 0 : 1;  // without any label beside figures the label column is the caller's to find
    std::vector<std::optional<ColumnExtent>> found(usual->first - first);
    for (const GapLine& line : lines) {
      if (!line.data || line.fields.size() + bare(line) != usual->first) continue;
      for (std::size_t f = 0; f < line.fields.size(); ++f) {
        auto& column = found[f + bare(line) - first];
        const GapField& field = line.fields[f];
        column = column ? ColumnExtent{std::min(column->begin, field.begin), std::max(column->end, field.end)}
                        : ColumnExtent{field.begin, field.end};
      }
    }
    std::vector<ColumnExtent> columns;
    for (const auto& column : found) {
      if (column) columns.push_back(*column);
    }
    // Where two stretches overlap, they meet in the middle.
    for (std::size_t c = 1; c < columns.size(); ++c) {
      if (columns[c - 1].end > columns[c].begin) columns[c - 1].end = columns[c].begin = (columns[c - 1].end + columns[c].begin) / 2;
    }
    return columns;
  }
  std::vector<ColumnExtent> spans, columns;
  for (const GapLine& line : lines) {
    if (!line.data) continue;
    for (const GapField& field : line.fields) spans.push_back({field.begin, field.end});
  }
  std::sort(spans.begin(), spans.end(),
            [](const ColumnExtent& a, const ColumnExtent& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  for (const ColumnExtent& span : spans) {
    if (!columns.empty() && span.begin < columns.back().end) {
      columns.back().end = std::max(columns.back().end, span.end);
    } else {
      columns.push_back(span);
    }
  }
  return columns;
}

// Gathers lines, finds columns, parts head and body, reads rows, places headers; any contradiction gives the attempt
// up.
TextReading attempt(std::span<const SourceLine> lines, std::size_t at, const Lexicon& lexicon, CharacterWidth width) {
  TextReading reading;
  std::vector<GapLine> gathered;
  // `alone`: lines of a single piece in a row; `blanks`: blank lines since the last line of text.
  std::size_t alone = 0, data_rows = 0, blanks = 0;
  for (std::size_t i = at; i < lines.size(); ++i) {
    const SourceLine& line = lines[i];
    if (line.blank) {
      if (++blanks > (data_rows > 0 || !gathered.empty() ? kMostBlankLines : 1)) break;
      continue;
    }
    if (line.tabbed || is_page_number(line.text)) break;
    GapLine next{gap_fields(line.text, width), i, false, blanks > 0};
    blanks = 0;
    next.data = has_figures(next.fields);
    // `(단위: 천원)` or `2024. 6. 30. 기준` belongs to the next table, and an outline sign opens a section.
    if (!next.data && (line.opens_outline || unit_in(line.text) || as_of_in(line.text))) break;
    if (next.fields.size() == 1) {
      if (++alone > kMostLabelPieces) break;
    } else {
      alone = 0;
      // Words over words, with no figures yet for long, are no header.
      if (!next.data && data_rows == 0 && gathered.size() >= kMostHeaderLines) break;
      // Words in several columns below figures: another header begins.
      if (!next.data && data_rows > 0) break;
    }
    data_rows += next.data;
    gathered.push_back(std::move(next));
  }
  reading.looked = gathered.size();
  if (data_rows == 0) return reading;
  // No table, but it says how many lines were looked at, which bounds the attempts (text_tables.cpp).
  TextReading given_up;
  given_up.looked = gathered.size();
  const std::size_t first_data = static_cast<std::size_t>(
      std::find_if(gathered.begin(), gathered.end(), [](const GapLine& line) { return line.data; }) - gathered.begin());

  std::vector<ColumnExtent> columns = columns_of(gathered);
  // Labels that stand alone make the first column, where no row prints its label beside its figures.
  const bool labels_beside = std::any_of(gathered.begin(), gathered.end(),
                                         [](const GapLine& line) { return line.data && !is_plain_figure(line.fields.front().text); });
  std::vector<GapLine> head(gathered.begin(), gathered.begin() + static_cast<std::ptrdiff_t>(first_data));
  std::vector<GapLine> body(gathered.begin() + static_cast<std::ptrdiff_t>(first_data), gathered.end());
  // A single field at the left directly above the first figures is a piece of their label if they have none beside them.
  std::vector<std::string> first_label;
  if (!labels_beside || is_plain_figure(body.front().fields.front().text)) {
    while (!head.empty() && head.back().fields.size() == 1 && head.size() > 1 && head.back().fields.front().begin < columns.front().begin) {
      first_label.insert(first_label.begin(), head.back().fields.front().text);
      head.pop_back();
    }
  }
  if (!labels_beside) {
    int begin = columns.front().begin, end = 0;
    for (const GapLine& line : gathered) {
      if (line.data || line.fields.front().begin >= columns.front().begin) continue;
      begin = std::min(begin, line.fields.front().begin);
      end = std::max(end, std::min(line.fields.front().end, columns.front().begin));
    }
    if (end == 0) return reading;
    columns.insert(columns.begin(), {begin, end});
  }
  if (columns.size() < 3) return reading;
  // Without a word like `구분` or `사업명` in the header, three rows of figures have to prove the table.
  bool named = false;
  for (const GapLine& line : head) named = named || lexicon.is_row_label(header_key(line.fields.front().text));
  if (!named && data_rows < kLeastRows) return reading;

  // Rows.
  std::vector<Row> rows;
  std::vector<std::string> pending = first_label;
  std::size_t end = at;
  for (std::size_t b = 0; b < body.size(); ++b) {
    const GapLine& line = body[b];
    if (!line.data) {
      // A label alone (never the first line of the body). Where a blank line parts it from one side only, it belongs
      // to the other side. Else labels are centred beside their figures: as many pieces below as there were above,
      // and the rest begins the label of the next row. A bracket opens no label.
      const std::string& text = line.fields.front().text;
      const bool parted_below = b + 1 >= body.size() || body[b + 1].blank_above;
      const bool even = line.blank_above == parted_below;  // blank lines do not tell
      const bool of_above = even ? rows.back().below < rows.back().above || text.starts_with('(') : parted_below;
      if (pending.empty() && of_above) {
        ++rows.back().below;
        rows.back().label.push_back(text);
        end = line.index + 1;
      } else {
        pending.push_back(text);
      }
      continue;
    }
    Row row;
    row.label = std::move(pending);
    row.above = row.label.size();
    pending.clear();
    row.cells.resize(columns.size() - 1);
    // A full row needs no measuring: its pieces are the columns in order.
    const std::size_t skipped = is_plain_figure(line.fields.front().text) && line.fields.size() + 1 == columns.size() ? 1 : 0;
    if (line.fields.size() + skipped == columns.size()) {
      for (std::size_t f = 0; f < line.fields.size(); ++f) {
        if (f + skipped == 0) {
          row.label.push_back(line.fields[f].text);
        } else {
          row.cells[f + skipped - 1] = line.fields[f].text;
        }
      }
      rows.push_back(std::move(row));
      end = line.index + 1;
      continue;
    }
    // A row with blank cells: each piece goes to the first column that it overlaps, from left to right.
    std::size_t next = 0;
    for (const GapField& field : line.fields) {
      std::size_t chosen = columns.size();
      for (std::size_t c = next; c < columns.size() && chosen == columns.size(); ++c) {
        if (field.begin < columns[c].end && columns[c].begin < field.end) chosen = c;
      }
      if (chosen == columns.size() && next < columns.size() && field.begin >= (next > 0 ? columns[next - 1].end : 0)) {
        chosen = next;  // between two columns: a narrower figure than its neighbours above and below
        while (chosen + 1 < columns.size() && columns[chosen].end <= field.begin) ++chosen;
      }
      if (chosen == columns.size()) return given_up;  // two texts in one column: not lined up after all
      if (chosen == 0) {
        row.label.push_back(field.text);
      } else {
        row.cells[chosen - 1] = field.text;
      }
      next = chosen + 1;
    }
    rows.push_back(std::move(row));
    end = line.index + 1;
  }

  // Headers.
  std::vector<std::vector<GapField>> header_lines;
  for (GapLine& line : head) header_lines.push_back(std::move(line.fields));
  const auto placed = place_headers(header_lines, columns);
  if (!placed) return given_up;

  Table& table = reading.table;
  table.guessed_grid = true;
  table.columns = static_cast<int>(columns.size());
  table.header_rows = static_cast<int>(header_lines.size());
  table.rows = table.header_rows + static_cast<int>(rows.size());
  const auto put = [&](int row, std::size_t column, std::size_t span, std::string text) {
    Cell cell;
    cell.row = row;
    cell.column = static_cast<int>(column);
    cell.column_span = static_cast<int>(span);
    cell.text = std::move(text);
    table.cells.push_back(std::move(cell));
  };
  // Places of the header that no heading covers become blank cells: the cells of a table tile it.
  for (std::size_t h = 0; h < header_lines.size(); ++h) {
    std::size_t next = 0;
    for (std::size_t f = 0; f < header_lines[h].size(); ++f) {
      const auto [first, last] = (*placed)[h][f];
      // Two headings that claim one place prove that the columns are wrong.
      if (first < next) return given_up;
      for (; next < first; ++next) put(static_cast<int>(h), next, 1, "");
      put(static_cast<int>(h), first, last - first + 1, header_lines[h][f].text);
      next = last + 1;
    }
    for (; next < columns.size(); ++next) put(static_cast<int>(h), next, 1, "");
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const int row = table.header_rows + static_cast<int>(r);
    std::string label;
    for (const std::string& piece : rows[r].label) label += (label.empty() ? "" : "\n") + piece;
    put(row, 0, 1, std::move(label));
    for (std::size_t c = 0; c < rows[r].cells.size(); ++c) put(row, c + 1, 1, std::move(rows[r].cells[c]));
  }
  reading.lines = end - at;
  return reading;
}

}  // namespace

// Cheap looks first: most lines of a text have no gap.
TextReading read_gap_table(std::span<const SourceLine> lines, std::size_t at, const Lexicon& lexicon) {
  const SourceLine& first = lines[at];
  if (first.blank || first.tabbed || first.text.find("  ") == std::string_view::npos) return {};
  if (gap_fields(first.text, CharacterWidth::kOne).size() < 2) {
    // A group's name may stand alone above the other headers: far in, and right above a line of several pieces.
    constexpr int kFarIn = 12;
    const auto fields = gap_fields(first.text, CharacterWidth::kOne);
    if (fields.empty() || fields.front().begin < kFarIn || first.opens_outline || at + 1 >= lines.size() || lines[at + 1].blank) return {};
    if (gap_fields(lines[at + 1].text, CharacterWidth::kOne).size() < 2 || unit_in(first.text) || as_of_in(first.text)) return {};
  }
  TextReading by_characters = attempt(lines, at, lexicon, CharacterWidth::kOne);
  TextReading as_displayed = attempt(lines, at, lexicon, CharacterWidth::kDisplayed);
  // The measure under which the columns stand apart is the one they were lined up with.
  return as_displayed.table.columns > by_characters.table.columns ? std::move(as_displayed) : std::move(by_characters);
}

}  // namespace jangbu
