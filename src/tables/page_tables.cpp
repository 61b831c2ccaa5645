#include "tables/page_tables.h"

#include <utility>

#include "tables/page_layout.h"

namespace jangbu {

Status find_page_tables(Document& document, const Limits& limits) {
  std::size_t cells = 0;
  std::vector<Page> pages = std::exchange(document.pages, {});
  for (Page& page : pages) {
    PageLayout layout = lay_out(page);
    page = Page();  // pages are large: free each as soon as it is read
    std::size_t next_line = 0;
    const auto add_lines = [&](double until) {
      for (; next_line < layout.lines.size() && layout.lines[next_line].box.y0 < until; ++next_line) {
        PlacedLine& line = layout.lines[next_line];
        Block block;
        block.paragraph.text = std::move(line.text);
        block.paragraph.page = layout.number;
        block.paragraph.bbox = line.box;
        block.paragraph.font_size = line.font_size;
        block.paragraph.bold = line.bold;
        document.blocks.push_back(std::move(block));
      }
    };
    for (PlacedTable& placed : layout.tables) {
      cells += placed.table.cells.size();
      if (cells > limits.cells) return fail(ErrorCode::kLimitCells, "more cells in the document than allowed");
      if (placed.nested_in < 0) {
        add_lines(placed.box.y0);
        Block block;
        block.kind = Block::Kind::kTable;
        block.table = document.tables.size();
        document.blocks.push_back(std::move(block));
      }
      document.tables.push_back(std::move(placed.table));
    }
    add_lines(1e18);
  }
  return Done{};
}

}  // namespace jangbu
