// Walks over the pages of a PDF: each is laid out and freed; running lines are taken out; pieces of tables are
// joined; then lines and tables become blocks and tables of the document in reading order.
// The hard case are tables in cells: until its place in the document is known, an inner table has a provisional name
// (page and index), which is replaced by its index at the end. Limits are checked after each page, before more
// memory is taken.
#include "tables/page_tables.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tables/continuation.h"
#include "tables/page_layout.h"
#include "tables/reading_order.h"
#include "tables/running_lines.h"

namespace jangbu {

namespace {

// Moves the text: lines are not needed afterwards.
Block block_of(PlacedLine& line, int page) {
  Block block;
  block.paragraph.text = std::move(line.text);
  block.paragraph.page = page;
  block.paragraph.bbox = line.box;
  block.paragraph.font_size = line.font_size;
  block.paragraph.bold = line.bold;
  return block;
}

// Where a table of a page came to stand in the document, as Cell::tables wants it: its index, in decimal.
using Names = std::map<std::string, std::string>;

// A table, and right behind it those that stand in its cells.
void add_table(Document& document, PageLayout& layout, std::size_t index, Names& names) {
  // A table that was joined away still hands on the tables in its cells.
  PlacedTable& placed = layout.tables[index];
  if (!placed.joined_away) {
    if (placed.nested_in >= 0) names[provisional_name(layout.number, index)] = std::to_string(document.tables.size());
    document.tables.push_back(std::move(placed.table));
  }
  for (std::size_t i = 0; i < layout.tables.size(); ++i) {
    if (layout.tables[i].nested_in == static_cast<int>(index)) add_table(document, layout, i, names);
  }
}

// A name without a table belongs to one that was joined away or dropped, and goes.
void name_inner_tables(Document& document, const Names& names) {
  for (Table& table : document.tables) {
    for (Cell& cell : table.cells) {
      std::vector<std::string> inner;
      for (const std::string& provisional : cell.tables) {
        const auto found = names.find(provisional);
        if (found != names.end()) inner.push_back(found->second);
      }
      cell.tables = std::move(inner);
    }
  }
}

// Boxes of a page that was turned to be read go back to the page as it lies.
void turn_back(PageLayout& layout) {
  if (layout.turn == Turn::kNone) return;
  const auto back = [&](std::optional<Box>& box) {
    if (box) box = turned_back(*box, layout.turn, layout.width, layout.height);
  };
  for (PlacedTable& placed : layout.tables) {
    // Of pieces that were joined, each cell is on the page that it says.
    if (placed.table.pages.empty() || placed.table.pages.front() == layout.number) back(placed.table.bbox);
    for (Cell& cell : placed.table.cells) back(cell.bbox);
  }
  for (std::vector<PlacedLine>* lines : {&layout.lines, &layout.background}) {
    for (PlacedLine& line : *lines) line.box = turned_back(line.box, layout.turn, layout.width, layout.height);
  }
}

// Watermarks come last, as blocks that say what they are.
void add_page(Document& document, PageLayout& layout, Names& names) {
  // Boxes of lines first, then those of tables: the index tells which it is.
  std::vector<Box> boxes;
  std::vector<std::size_t> body;
  for (const PlacedLine& line : layout.lines) boxes.push_back(line.box);
  for (std::size_t i = 0; i < layout.tables.size(); ++i) {
    if (layout.tables[i].nested_in >= 0 || layout.tables[i].running) continue;
    body.push_back(i);
    boxes.push_back(layout.tables[i].box);
  }
  const std::vector<std::size_t> order = reading_order(boxes, layout.lines.size());
  // After the order is known, since it is asked on the page as it is read.
  turn_back(layout);
  for (const std::size_t piece : order) {
    if (piece < layout.lines.size()) {
      document.blocks.push_back(block_of(layout.lines[piece], layout.number));
      continue;
    }
    const std::size_t table = body[piece - layout.lines.size()];
    // Printed again on each page, told once: furniture.
    if (std::string& again = layout.tables[table].left_out; !again.empty())
      document.furniture.push_back({std::move(again), layout.number, FurniturePlace::kHeader});
    if (!layout.tables[table].joined_away) {
      Block block;
      block.kind = Block::Kind::kTable;
      block.table = document.tables.size();
      document.blocks.push_back(std::move(block));
    }
    add_table(document, layout, table, names);
  }
  for (PlacedLine& line : layout.background) {
    document.blocks.push_back(block_of(line, layout.number));
    document.blocks.back().paragraph.where = Where::kMasterPage;
  }
}

// How many tables stand around the deepest one.
int nesting_of(const PageLayout& layout) {
  // A table comes after the one that holds it.
  std::vector<int> depth(layout.tables.size(), 0);
  int deepest = 0;
  for (std::size_t i = 0; i < layout.tables.size(); ++i) {
    const int outer = layout.tables[i].nested_in;
    if (outer >= 0) depth[i] = depth[static_cast<std::size_t>(outer)] + 1;
    deepest = std::max(deepest, depth[i]);
  }
  return deepest;
}

}  // namespace

// Pages are freed one by one as they are laid out; layouts stay until tables over several pages are joined.
Status find_page_tables(Document& document, const Limits& limits) {
  std::size_t cells = 0;
  std::vector<Page> pages = std::exchange(document.pages, {});
  std::vector<PageLayout> layouts;
  layouts.reserve(pages.size());
  for (Page& page : pages) {
    layouts.push_back(lay_out(page));
    page = Page();  // pages are large: free each as soon as it is read
    for (const PlacedTable& placed : layouts.back().tables) cells += placed.table.cells.size();
    if (nesting_of(layouts.back()) > limits.nesting) {
      return fail(ErrorCode::kLimitNesting, "tables in tables deeper than allowed (page " + std::to_string(layouts.back().number) + ")");
    }
    if (cells > limits.cells) return fail(ErrorCode::kLimitCells, "more cells in the document than allowed");
  }
  // Running lines stand between the pieces of a table: they have to go first.
  document.furniture = take_running_lines(layouts);
  join_continued_tables(layouts);
  Names names;
  for (PageLayout& layout : layouts) {
    add_page(document, layout, names);
    layout = PageLayout();
  }
  std::stable_sort(document.furniture.begin(), document.furniture.end(),
                   [](const Furniture& a, const Furniture& b) { return a.page < b.page; });
  name_inner_tables(document, names);
  // Cells came one by one, and each list has room for some more: together a good part of the document.
  for (Table& table : document.tables) table.cells.shrink_to_fit();
  return Done{};
}

}  // namespace jangbu
