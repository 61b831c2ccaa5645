// A file of fields parted by commas (RFC 4180): from the first line to the last, as many fields in each.
//
//   사업명,예산현액,집행액
//   합계,"5,000","3,800"
//
// Prose has commas as well, and so have figures: the whole text has to be fields, some of them figures, and where no field is quoted the
// commas must not all be ones that stand in figures (`길 1,000 800`).
#include <algorithm>

#include "tables/text_readers.h"
#include "text/digits.h"
#include "text/figure.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostLines = 200'000;

// Fields of one line; a quoted field may hold commas and doubled quotes. A quotation with a line end inside is not
// read.
// Nothing where a quotation has no end.
std::vector<std::string> fields_of(std::string_view line, bool& quoted) {
  std::vector<std::string> fields(1);
  bool inside = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (inside) {
      if (c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
        fields.back() += line[i++];
      } else if (c == '"') {
        inside = false;
      } else {
        fields.back() += c;
      }
    } else if (c == '"' && fields.back().empty()) {
      inside = quoted = true;
    } else if (c == ',') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  if (inside) fields.clear();
  return fields;
}

// Could all of the line's commas stand in figures?
bool commas_of_figures(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != ',') continue;
    const bool group = i > 0 && is_digit(line[i - 1]) && i + 3 < line.size() && is_digit(line[i + 1]) && is_digit(line[i + 2]) &&
                       is_digit(line[i + 3]) && (i + 4 == line.size() || !is_digit(line[i + 4]));
    if (!group) return false;
  }
  return true;
}

}  // namespace

// Nothing is read unless all of it is: a text that is a table only from some line on belongs to other readers.
TextReading read_csv_table(std::span<const SourceLine> lines, std::size_t at) {
  TextReading reading;
  // The whole file is one table: every line has as many fields, and nothing but blanks stands before the first.
  constexpr std::size_t kFewestRows = 2, kFewestColumns = 2;
  if (lines[at].text.find(',') == std::string_view::npos || lines.size() > kMostLines) return reading;
  // The first line of the text that says anything.
  if (std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(at), [](const SourceLine& line) { return !line.blank; }))
    return reading;
  std::vector<std::vector<std::string>> rows;
  bool quoted = false, all_of_figures = true;
  for (std::size_t i = at; i < lines.size(); ++i) {
    if (lines[i].blank) continue;
    rows.push_back(fields_of(lines[i].text, quoted));
    all_of_figures = all_of_figures && commas_of_figures(lines[i].text);
    if (rows.back().size() < kFewestColumns || rows.back().size() != rows.front().size()) return reading;
  }
  if (rows.size() < kFewestRows || (!quoted && all_of_figures)) return reading;
  // Without quotes the file has to prove itself by figures: half of what stands beside the labels at least. Lists of
  // names have as many commas.
  std::size_t figures = 0, beside = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    for (std::size_t c = 1; c < rows[r].size(); ++c) {
      // Behind the comma of a sentence stands a blank.
      if (rows[r][c].starts_with(' ') && !quoted) return reading;
      if (is_all_blank(rows[r][c])) continue;
      ++beside;
      figures += is_plain_figure(rows[r][c]) ? 1 : 0;
    }
  }
  if (figures == 0 || (!quoted && 2 * figures < beside)) return reading;
  Table& table = reading.table;
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(rows.front().size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(c);
      cell.text = trim(rows[r][c]);
      table.cells.push_back(std::move(cell));
    }
  }
  reading.lines = lines.size() - at;
  return reading;
}

}  // namespace jangbu
