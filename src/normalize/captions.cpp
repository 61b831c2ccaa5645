// What the lines around a table say about it: its caption, unit and as-of date. In order: a cell of the table's own
// first rows, the format's caption, the table before (where this one goes on behind a page break), three lines
// above, two lines below. The nearest line wins.
// The hard case is a line between two tables: right above the next table it is that table's, so lines below are
// looked at with care and claimed once. Units further up are only kept as nearby: a table that has to have a unit
// may take them later. What one line says over several tables holds for each of them:
//
//   □ 예산 현황 (단위: 백만원)         further out than the captions below it
//     ○ 세입   [table]
//     ○ 세출   [table]                 its unit is that of the line over both
#include <algorithm>

#include "normalize/heading.h"
#include "normalize/normalize.h"
#include "text/bullets.h"
#include "text/caption.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLinesAbove = 3;
constexpr std::size_t kLinesBelow = 2;
constexpr std::size_t kLinesNearby = 40;
constexpr std::size_t kLongestCaption = 80;  // code points

struct Found {
  std::size_t block;
  std::string value;
};

// Longer lines are sentences, which may name a unit in passing.
// A line whose business is to say the unit or date: mostly in brackets, or a short title with brackets.
bool is_caption_line(std::string_view text) { return code_point_count(text) <= kLongestCaption; }

// The words of the last `rows` header rows.
std::vector<std::string> header_words(const Table& table, int rows) {
  std::vector<std::string> words;
  for (const Cell& cell : table.cells) {
    if (cell.row < table.header_rows - rows || cell.row >= table.header_rows) continue;
    words.push_back(header_key(cell.text));
  }
  return words;
}

// The header once more, with nothing between: the table before goes on behind a page break, and its caption with it.
bool goes_on(const Table& before, const Table& table) {
  return table.header_rows > 0 && before.columns == table.columns && before.header_rows >= table.header_rows &&
         header_words(before, table.header_rows) == header_words(table, table.header_rows);
}

// The unit, and where it was said.
void set_unit(Table& table, const std::string& unit, const char* from) {
  table.unit = unit;
  table.unit_from = unit.empty() ? "" : from;
}

// The date, and where it was said.
void set_as_of(Table& table, const std::string& date, const char* from) {
  table.as_of = date;
  table.as_of_from = date.empty() ? "" : from;
}

// Where a table got what it says from; blocks.
struct Sources {
  std::optional<std::size_t> unit, caption;
};

// The table before stands below a caption with the same sign, and got its unit from a line further out over that caption: then it is the
// unit of this one as well. Without a caption between them the line above the first speaks for both.
bool shares_unit(const std::vector<Block>& blocks, const Sources& before, std::optional<std::size_t> caption, bool adjacent) {
  if (!before.unit) return false;
  if (adjacent) return true;
  if (!caption || !before.caption || *before.unit >= *before.caption) return false;
  const auto sign = [&](std::size_t b) { return outline_sign(blocks[b].paragraph.text); };
  const OutlineSign own = sign(*caption), other = sign(*before.caption), outer = sign(*before.unit);
  return !own.kind.empty() && own.kind == other.kind && !outer.kind.empty() && outer.rank < own.rank;
}

}  // namespace

// Each table in order, so that a line claimed by one is not taken by the next.
void find_captions(Document& document) {
  const std::vector<Block>& blocks = document.blocks;
  std::vector<bool> claimed(blocks.size(), false);
  Sources before;                        // of the table before
  std::optional<std::size_t> before_at;  // its block
  const auto is_paragraph = [&](std::size_t b) { return blocks[b].kind == Block::Kind::kParagraph; };
  const auto text = [&](std::size_t b) { return trim(blocks[b].paragraph.text); };

  // The unit or the date that paragraph `b` says; nothing where it is too long to be a caption.
  const auto look = [&](std::size_t b, bool unit) -> std::optional<std::string> {
    if (!is_caption_line(text(b))) return std::nullopt;
    if (unit) {
      const auto found = unit_mark_in(text(b));
      return found ? std::optional(found->name) : std::nullopt;
    }
    return as_of_in(text(b));
  };

  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind != Block::Kind::kTable) continue;
    Table& table = document.tables[blocks[b].table];
    Sources own;
    // The table's own first rows: a cell that is nothing but the unit.
    for (const Cell& cell : table.cells) {
      if (cell.row > std::max(1, table.header_rows)) break;
      if (table.unit.empty()) {
        const bool corner = cell.row == 0 && cell.column == 0 && table.header_rows > 0;  // 구분(백만원): of all figures beside it
        const auto unit = corner ? unit_mark_in(collapse_blanks(cell.text)) : unit_in(cell.text);
        if (unit && (!corner || unit->money || counts_people(*unit) || unit_in(cell.text))) set_unit(table, unit->name, "cell");
      }
      if (table.as_of.empty()) {
        if (const auto date = as_of_in(cell.text)) set_as_of(table, *date, "cell");
      }
    }
    if (!table.caption.empty() && table.nearby_unit.empty()) {  // the format's own caption
      if (table.unit.empty()) {
        if (const auto unit = unit_mark_in(table.caption)) set_unit(table, unit->name, "caption");
      }
      if (table.as_of.empty()) {
        if (const auto date = as_of_in(table.caption)) set_as_of(table, *date, "caption");
      }
    }
    // Two tables one behind the other with the same header: `(단위: 천원)` above the first holds for both.
    if (b > 0 && !is_paragraph(b - 1)) {
      const Table& previous = document.tables[blocks[b - 1].table];
      if (goes_on(previous, table)) {
        if (table.unit.empty()) set_unit(table, previous.unit, "page_before");
        if (table.as_of.empty()) set_as_of(table, previous.as_of, "page_before");
      }
    }
    for (const bool unit : {true, false}) {
      std::string& slot = unit ? table.unit : table.as_of;
      std::string& from = unit ? table.unit_from : table.as_of_from;
      if (!slot.empty()) continue;
      for (std::size_t back = 1; back <= kLinesAbove && back <= b && slot.empty(); ++back) {
        if (!is_paragraph(b - back)) break;
        if (claimed[b - back]) continue;
        if (const auto value = look(b - back, unit)) {
          slot = *value;
          from = "above";
          if (unit) own.unit = b - back;
        }
      }
      for (std::size_t ahead = 1; ahead <= kLinesBelow && b + ahead < blocks.size() && slot.empty(); ++ahead) {
        if (!is_paragraph(b + ahead)) break;
        // A caption right above the next table is that table's.
        if (b + ahead + 1 < blocks.size() && blocks[b + ahead + 1].kind == Block::Kind::kTable) break;
        if (heading_of(text(b + ahead))) break;
        if (const auto value = look(b + ahead, unit)) {
          slot = *value;
          from = "below";
          claimed[b + ahead] = true;
        }
      }
      // Further up, past lines that came between: taken later, and only by a table that has to have a unit.
      std::string& nearby = unit ? table.nearby_unit : table.nearby_as_of;
      std::size_t above = 0;  // paragraphs between this table and the one before
      while (above < kLinesNearby && above < b && is_paragraph(b - above - 1)) ++above;
      for (std::size_t back = kLinesAbove + 1; slot.empty() && back <= above && nearby.empty(); ++back) {
        if (claimed[b - back]) continue;
        if (const auto value = look(b - back, unit)) {
          nearby = *value;
          if (unit && table.caption.empty()) table.caption = collapse_blanks(text(b - back));
        }
      }
    }
    // A caption has a sign (`※`, `<표 1>`) or is a heading; lines that are nothing but brackets are passed over.
    if (table.caption.empty()) {
      for (std::size_t back = 1; back <= kLinesAbove && back <= b; ++back) {
        if (!is_paragraph(b - back)) break;
        static const Pattern only_brackets(R"(^\s*[(\[（〔].*[)\]）〕]\s*$)");
        const std::string& line = text(b - back);
        if (only_brackets.matches(line) || code_point_count(line) > kLongestCaption) continue;
        static const Pattern mark(R"(^\s*(?:)" + class_of(kBoxes, R"(※○▶◆<〈《\[【)") + R"(|[\x{E000}-\x{F8FF}]|[\x{F0000}-\x{FFFFD}]))");
        if (!mark.found_in(line) && !heading_of(line)) break;
        table.caption = collapse_blanks(line);
        own.caption = b - back;
        break;
      }
    }
    const bool adjacent = before_at && *before_at + 1 == b && table.where == Where::kBody;
    if (table.unit.empty() && table.nearby_unit.empty() && before_at && shares_unit(blocks, before, own.caption, adjacent)) {
      table.nearby_unit = document.tables[blocks[*before_at].table].unit;
      own.unit = before.unit;
    }
    if (adjacent && table.caption.empty() && before.caption) {
      table.caption = document.tables[blocks[*before_at].table].caption;
      own.caption = before.caption;
    }
    before = own;
    before_at = b;
  }
}

}  // namespace jangbu
