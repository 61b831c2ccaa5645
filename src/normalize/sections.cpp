// Headings → the tree of sections, and each table's place in it.
#include <set>

#include "normalize/heading.h"
#include "normalize/normalize.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kContentsRun = 3;  // so many headings of one rank without text between them are a list of contents

struct Placed {
  std::size_t block;
  Heading heading;
  std::optional<int> page;
};

// `- ① 안전하고 쾌적한 …`: items of an overview, whose words may stand as an unnumbered heading further down.
std::optional<std::string> overview_item(std::string_view text) {
  static const Pattern item(R"(^\s*[-–]?\s*[①-⑳]\s*(.+)$)");
  const auto groups = item.groups(text);
  if (groups.empty()) return std::nullopt;
  return label_key(groups[1]);
}

// A title in a box: `Ⅳ | 역점추진 과제` as a table of one row.
constexpr std::size_t kMostTitleCells = 4;
std::optional<Heading> boxed_heading(const Table& table) {
  if (table.rows > 2 || table.cells.size() > kMostTitleCells || table.where != Where::kBody) return std::nullopt;
  std::string joined;
  for (const Cell& cell : table.cells) {
    const std::string text = collapse_blanks(cell.text);
    if (!text.empty()) joined += (joined.empty() ? "" : " ") + text;
  }
  const auto heading = heading_of(joined);
  if (!heading || heading->rank > kNumberedItemRank) return std::nullopt;
  return heading;
}

struct Node {
  int rank;
  Section* section;
};

}  // namespace

void find_sections(Document& document) {
  std::vector<Placed> placed;
  std::set<std::string> overview;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind == Block::Kind::kTable) {
      const Table& table = document.tables[block.table];
      if (auto heading = boxed_heading(table)) {
        placed.push_back({b, std::move(*heading), table.pages.empty() ? std::nullopt : std::optional(table.pages.front())});
      }
      continue;
    }
    const Paragraph& paragraph = block.paragraph;
    if (paragraph.where != Where::kBody && paragraph.where != Where::kTextBox) continue;
    if (paragraph.text.find('\n') != std::string::npos) continue;
    if (auto item = overview_item(paragraph.text)) {
      overview.insert(std::move(*item));
      continue;
    }
    if (auto heading = heading_of(paragraph.text)) {
      placed.push_back({b, std::move(*heading), paragraph.page});
    } else if (!overview.empty() && overview.contains(label_key(paragraph.text))) {
      placed.push_back({b, {kNumberedItemRank, "", collapse_blanks(paragraph.text)}, paragraph.page});
    }
  }
  // A list of contents: all but its last line, which opens the first chapter if text follows it.
  std::vector<bool> listed(placed.size(), false);
  for (std::size_t begin = 0; begin < placed.size();) {
    std::size_t end = begin + 1;
    while (end < placed.size() && placed[end].block == placed[end - 1].block + 1 && placed[end].heading.rank == placed[begin].heading.rank) ++end;
    if (end - begin >= kContentsRun) {
      for (std::size_t i = begin; i + 1 < end; ++i) listed[i] = true;
    }
    begin = end;
  }

  for (std::size_t i = 0; i < placed.size(); ++i) {
    Block& block = document.blocks[placed[i].block];
    block.heading_rank = placed[i].heading.rank;
    block.heading = shown(placed[i].heading);
    block.heading_title = placed[i].heading.title;
    block.in_contents = listed[i];
  }

  std::vector<const Placed*> stack;
  std::size_t next = 0;
  // The tree is built beside the walk: children are appended to the section that is open.
  std::vector<Node> open;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    if (next < placed.size() && placed[next].block == b) {
      if (!listed[next]) {
        const Placed& here = placed[next];
        while (!open.empty() && open.back().rank >= here.heading.rank) {
          open.pop_back();
          stack.pop_back();
        }
        std::vector<Section>& siblings = open.empty() ? document.sections : open.back().section->children;
        siblings.push_back({static_cast<int>(open.size()) + 1, here.heading.number, here.heading.title, here.page, {}});
        open.push_back({here.heading.rank, &siblings.back()});
        stack.push_back(&here);
      }
      ++next;
    }
    if (document.blocks[b].kind != Block::Kind::kTable) continue;
    std::vector<std::string>& path = document.tables[document.blocks[b].table].section;
    path.clear();
    for (const Placed* heading : stack) path.push_back(shown(heading->heading));
  }
}

}  // namespace jangbu
