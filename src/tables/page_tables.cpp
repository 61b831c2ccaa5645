#include "tables/page_tables.h"

#include <utility>

#include "tables/continuation.h"
#include "tables/page_layout.h"
#include "tables/running_lines.h"

namespace jangbu {

namespace {

void add_lines(Document& document, PageLayout& layout, std::size_t& next, double until) {
  for (; next < layout.lines.size() && layout.lines[next].box.y0 < until; ++next) {
    PlacedLine& line = layout.lines[next];
    Block block;
    block.paragraph.text = std::move(line.text);
    block.paragraph.page = layout.number;
    block.paragraph.bbox = line.box;
    block.paragraph.font_size = line.font_size;
    block.paragraph.bold = line.bold;
    document.blocks.push_back(std::move(block));
  }
}

void add_page(Document& document, PageLayout& layout) {
  std::size_t next = 0;
  for (PlacedTable& placed : layout.tables) {
    if (placed.joined_away) continue;
    if (placed.nested_in < 0) {
      add_lines(document, layout, next, placed.box.y0);
      Block block;
      block.kind = Block::Kind::kTable;
      block.table = document.tables.size();
      document.blocks.push_back(std::move(block));
    }
    document.tables.push_back(std::move(placed.table));
  }
  add_lines(document, layout, next, 1e18);
}

}  // namespace

Status find_page_tables(Document& document, const Limits& limits) {
  std::size_t cells = 0;
  std::vector<Page> pages = std::exchange(document.pages, {});
  std::vector<PageLayout> layouts;
  layouts.reserve(pages.size());
  for (Page& page : pages) {
    layouts.push_back(lay_out(page));
    page = Page();  // pages are large: free each as soon as it is read
    for (const PlacedTable& placed : layouts.back().tables) cells += placed.table.cells.size();
    if (cells > limits.cells) return fail(ErrorCode::kLimitCells, "more cells in the document than allowed");
  }
  drop_running_lines(layouts);
  join_continued_tables(layouts);
  for (PageLayout& layout : layouts) {
    add_page(document, layout);
    layout = PageLayout();
  }
  return Done{};
}

}  // namespace jangbu
