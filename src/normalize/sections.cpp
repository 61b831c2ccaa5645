// Headings → the tree of sections, and each table's place in it.
//
// What stands inside what: a chapter above all else; □ below all that has a number; between them larger type stands above smaller,
// and where sizes are one or unknown the form of the number decides (1. above 1 above 가.).
// Numbers that follow each other stand side by side.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "normalize/contents.h"
#include "normalize/heading_evidence.h"
#include "normalize/normalize.h"
#include "text/circled.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kSameHeading = 1.0;  // points
constexpr std::size_t kDeepest = 12;  // levels; no report needs more, and types that shrink from line to line could make thousands
constexpr double kShrunk = 0.35;      // share of its size that a title may lose to fit on its line

struct Node {
  const PlacedHeading* heading = nullptr;
  Section* section = nullptr;
};

// 4 of `4`, `현안 4`, `④`, `2-4`; 0: none.
int number_of(const PlacedHeading& heading) {
  const std::vector<int> counts = counts_of(heading.heading.number);
  return counts.empty() ? 0 : counts.back();
}

// The number of `below` begins with that of `above`: Ⅱ and Ⅱ-1, 정책 2 and 2-1, 2.1 and 2.1.3.
bool names(const PlacedHeading& below, const PlacedHeading& above) {
  std::vector<int> counts = counts_of(below.heading.number);
  if (counts.size() < 2) return false;
  counts.pop_back();
  return counts == counts_of(above.heading.number);
}

bool beside(const PlacedHeading& a, const PlacedHeading& b) {
  std::vector<int> p = counts_of(a.heading.number), q = counts_of(b.heading.number);
  if (p.empty() || q.empty() || p.back() + 1 != q.back()) return false;
  p.pop_back();
  q.pop_back();
  return p == q;
}

// 추진전략 of `추진전략 2`; empty: a number by itself, or with the letter that numbers are written with (제2, 2-1).
std::string word_of(std::string_view number) {
  std::string word;
  std::size_t letters = 0;
  for (const char32_t c : to_code_points(number)) {
    if (!is_hangul_syllable(c)) continue;
    word += to_utf8(std::u32string(1, c));
    ++letters;
  }
  return letters < 2 ? std::string() : word;
}

bool circled(std::string_view number) {
  const auto first = code_point_at(number, 0);
  return first && circled_number(*first) > 0;
}

// Does `a` hold `b`? Chapters hold all else, boxes nothing; between them size decides, then the form of the number.
bool stands_above(const PlacedHeading& a, const PlacedHeading& b) {
  const int p = a.heading.rank, q = b.heading.rank;
  if (const int x = part_depth(a.heading.number), y = part_depth(b.heading.number); x > 0 && y > 0) return x < y;
  if (p == 1 || q == 1 || p == kBoxRank || q == kBoxRank) return p < q;
  if (a.heading.group != b.heading.group) return a.heading.group;
  if (const bool part = part_depth(a.heading.number) > 0; part != (part_depth(b.heading.number) > 0)) return part;
  if (names(b, a)) return true;
  const std::size_t deep = counts_of(a.heading.number).size(), deeper = counts_of(b.heading.number).size();
  if (deep > 1 && deeper > 1) return deep < deeper;
  if (a.size > 0 && b.size > 0 && std::abs(a.size - b.size) > kSameHeading) return a.size > b.size;
  // 추진전략 1 holds 1., 2.; 추진전략 2 holds 3.: what counts with a word stands above what counts on below it.
  if (!b.heading.number.empty() && word_of(b.heading.number).empty() && !word_of(a.heading.number).empty()) return true;
  if (p != q || p != kNumberedItemRank) return p < q;
  if (const bool circle = circled(a.heading.number); !a.heading.number.empty() && circle != circled(b.heading.number)) return !circle;
  // A bar without a number stands below a numbered title, but above one that begins to count.
  if (a.heading.number.empty() && b.size <= 0) return number_of(b) == 1;
  return !a.heading.number.empty() && b.heading.number.empty();
}

// The open heading whose number comes right before: the two stand side by side, whatever size a long title was set in. Of several the
// one in the nearest size, then the innermost.
std::optional<std::size_t> predecessor(const std::vector<Node>& open, const PlacedHeading& here) {
  const int number = number_of(here);
  if (number < 2 || here.heading.rank == 1 || here.heading.rank == kBoxRank) return std::nullopt;
  std::optional<std::size_t> best;
  double least = 0;
  for (std::size_t i = open.size(); i-- > 0;) {
    const PlacedHeading& other = *open[i].heading;
    if (other.heading.rank != here.heading.rank || !beside(other, here) || word_of(other.heading.number) != word_of(here.heading.number))
      continue;
    const bool sized = other.size > 0 && here.size > 0;
    const double apart = sized ? std::abs(other.size - here.size) : 0;
    if (sized && apart > kShrunk * std::max(other.size, here.size)) continue;
    if (best && apart >= least) continue;
    best = i;
    least = apart;
  }
  return best;
}

}  // namespace

// Headings first, the tree next, and with it the path of each table.
void find_sections(Document& document) {
  const Contents contents = find_contents(document);
  const HeadingEvidence evidence = find_headings(document, contents);
  for (const std::size_t b : contents.blocks) document.blocks[b].in_contents = true;
  for (const std::size_t b : evidence.numbers) document.blocks[b].in_contents = true;
  for (const PlacedHeading& placed : evidence.headings) {
    Block& block = document.blocks[placed.block];
    block.heading_rank = placed.heading.rank;
    block.heading = shown(placed.heading);
    block.heading_title = placed.heading.title;
    block.in_contents = block.in_contents || placed.listed;
  }

  // The tree is built beside the walk: children are appended to the section that is open.
  std::vector<Node> open;
  std::size_t next = 0;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    Block& block = document.blocks[b];
    if (next < evidence.headings.size() && evidence.headings[next].block == b) {
      const PlacedHeading& here = evidence.headings[next++];
      if (!here.listed) {
        if (const auto before = predecessor(open, here)) {
          // It closes its predecessor and everything inside of it.
          open.resize(*before);
        } else {
          while (!open.empty() && !stands_above(*open.back().heading, here)) open.pop_back();
        }
        if (open.size() >= kDeepest) open.resize(kDeepest - 1);
        std::vector<Section>& siblings = open.empty() ? document.sections : open.back().section->children;
        block.heading_level = static_cast<int>(open.size()) + 1;
        siblings.push_back({block.heading_level, here.heading.number, here.heading.title, here.page, {}});
        open.push_back({&here, &siblings.back()});
      }
    }
    // Tables take the path of the section that is open where they stand.
    if (block.kind != Block::Kind::kTable) continue;
    std::vector<std::string>& path = document.tables[block.table].section;
    path.clear();
    for (const Node& node : open) path.push_back(shown(node.heading->heading));
  }
  // A table in a cell stands where the one does that holds it. Holders come first in the document.
  for (const Table& holder : document.tables) {
    for (const Cell& cell : holder.cells) {
      for (const std::string& name : cell.tables) {
        std::size_t inner = document.tables.size();  // so far a name is an index, in decimal
        std::from_chars(name.data(), name.data() + name.size(), inner);
        if (inner < document.tables.size() && document.tables[inner].section.empty()) document.tables[inner].section = holder.section;
      }
    }
  }
}

}  // namespace jangbu
