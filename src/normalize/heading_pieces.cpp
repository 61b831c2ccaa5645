// Prepares what headings are looked for in: each paragraph or small table as one piece of text with its place and
// size, and the sizes of type that most of the body and most □ lines are set in.
// The hard case is a shaded bar that a program painted in strips: its title lies in many narrow cells, letter by
// letter, and is put together without blanks.
//
//   a table of one row, | 1 | 공원 조성 | 신규 |        number 1, title 공원 조성
//   a line of text,     | 1 | 공원 조성 |                the same box, as a program wrote it out
//   a row of strips,    | 공 | 원 | 조 | 성 | … |        공원조성
#include "normalize/heading_pieces.h"

#include <algorithm>
#include <map>

#include "text/circled.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostTitleCells = 3;  // a number, a title, a tag
constexpr std::size_t kMostBoxCells = 80;
constexpr int kFewestStrips = 8;
constexpr std::size_t kLettersInStrip = 3;
constexpr std::size_t kMostBars = 4;  // that a heading's box has in text

// 1, 2-1, ②, Ⅳ, with or without a point: what stands in the first cell of a heading's box.
bool is_number(std::string_view text) {
  static const Pattern number(R"(^(?:\d{1,2}(?:-\d{1,2})?|[)" + std::string(kCircled) + R"(]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ](?:-\d{1,2})?)[.．]?$)");
  return number.matches(text);
}

// What stands in a row's filled cells, if the first is a number.
void read_chip(const std::vector<std::string>& cells, BlockPiece& piece) {
  if (cells.size() < 2 || cells.size() > kMostTitleCells || !is_number(cells.front())) return;
  static const Pattern stop(R"([.．]$)");
  piece.number = stop.replaced(cells.front(), "");
  piece.title = cells[1];
}

// `| 1 | 공원 조성 |`: what a box became in text, where no other such line makes a table of it. Nothing: another line.
std::vector<std::string> between_bars(std::string_view text) {
  const std::string line = trim(text);
  std::vector<std::string> cells;
  if (line.size() < 3 || line.front() != '|' || line.back() != '|') return cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = line.find('|', begin);
    if (std::string cell = collapse_blanks(line.substr(begin, end - begin)); !cell.empty()) cells.push_back(std::move(cell));
    if (cells.size() > kMostBars) return {};
    begin = end + 1;
  }
  return cells;
}

}  // namespace

bool in_body(const Paragraph& paragraph) { return paragraph.where == Where::kBody || paragraph.where == Where::kTextBox; }

// Sizes by how much is set in them: of □ lines by their number, of the body by its bytes, so that short lines in large type do not count
// for much.
TypeSizes type_sizes(const Document& document) {
  TypeSizes out;
  std::map<double, int> boxes;
  for (const Block& block : document.blocks) {
    if (block.kind == Block::Kind::kParagraph && block.paragraph.font_size > 0 && outline_sign(block.paragraph.text).kind == "□")
      ++boxes[block.paragraph.font_size];
  }
  int most_boxes = 0;
  for (const auto& [size, count] : boxes) {
    if (count > most_boxes) out.boxes = size;
    most_boxes = std::max(most_boxes, count);
  }
  // Lines with ○ are the body of a report; only a document without them is measured by all of its lines.
  for (const bool every : {false, true}) {
    std::map<double, std::size_t> sizes;
    for (const Block& block : document.blocks) {
      if (block.kind != Block::Kind::kParagraph || !in_body(block.paragraph) || block.paragraph.font_size <= 0) continue;
      if (every || outline_sign(block.paragraph.text).kind == "○") sizes[block.paragraph.font_size] += block.paragraph.text.size();
    }
    std::size_t most = 0;
    for (const auto& [size, bytes] : sizes) {
      if (bytes <= most) continue;
      most = bytes;
      out.body = size;
    }
    if (out.body > 0) return out;
  }
  return out;
}

bool in_strips(const Table& table) {
  return table.rows == 1 && table.columns >= kFewestStrips && std::all_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
           return code_point_count(trim(cell.text)) <= kLettersInStrip;
         });
}

// Paragraphs of one line, and small tables of the body: nothing else can be a heading.
std::vector<std::optional<BlockPiece>> pieces_of(const Document& document) {
  std::vector<std::optional<BlockPiece>> out(document.blocks.size());
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind == Block::Kind::kParagraph) {
      const Paragraph& p = block.paragraph;
      if (!in_body(p) || p.text.find('\n') != std::string::npos) continue;
      out[b] = BlockPiece{p.text, p.bbox, p.page, p.font_size, false, {}, {}};
      if (const auto cells = between_bars(p.text); !cells.empty() && cells.size() <= kMostTitleCells) {
        out[b]->text.clear();
        for (const std::string& cell : cells) out[b]->text += (out[b]->text.empty() ? "" : " ") + cell;
        read_chip(cells, *out[b]);
      }
      continue;
    }
    const Table& table = document.tables[block.table];
    if (table.where != Where::kBody || table.cells.size() > kMostBoxCells) continue;
    BlockPiece piece{{}, table.bbox, table.pages.empty() ? std::nullopt : std::optional(table.pages.front()), 0, true, {}, {}};
    std::size_t filled = 0;
    std::string close;
    std::vector<std::string> row;
    for (const Cell& cell : table.cells) {
      const std::string text = collapse_blanks(cell.text);
      if (text.empty()) continue;
      ++filled;
      piece.text += (piece.text.empty() ? "" : " ") + text;
      close += text;
      if (table.rows == 1 && row.size() <= kMostTitleCells) row.push_back(text);
      piece.size = std::max(piece.size, cell.font_size);
    }
    // A shaded bar is painted in strips, and its words or letters stand in some of them.
    const bool strips = in_strips(table);
    if (strips) piece.text = close;
    read_chip(row, piece);
    // Number, title and tag in a box of one or two rows; in one column title and subtitle; else a single cell.
    const std::size_t most = table.rows <= 2 ? kMostTitleCells : table.columns == 1 ? 2 : 1;
    if (filled > 0 && (strips || filled <= most)) out[b] = std::move(piece);
  }
  return out;
}

}  // namespace jangbu
