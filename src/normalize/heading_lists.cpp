// Titles that come again → lines of a list.
// In: the headings of a document in the order of its blocks. Out: the same, those that only list titles marked; and a heading for each
// divider, which is a page that holds a title in large type and the titles of what follows, and nothing else.
// A run of headings with nothing between them is a list where two thirds of its titles come again behind it, or where it is long.
// Hard case: the last line of such a run may open the first chapter, since its text follows at once.
//
//   1 가사업            listed
//   2 나사업            listed
//   1 가사업            a heading: its list stood above
//     □ 현황
#include "normalize/heading_lists.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "normalize/heading_forms.h"
#include "text/circled.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kContentsRun = 3;  // so many headings of one rank without text between them are a list

class ListedTitles {
 public:
  ListedTitles(const Document& document, const Contents& contents, const std::vector<std::optional<BlockPiece>>& pieces,
               const TypeSizes& sizes, HeadingEvidence& evidence)
      : document_(document), contents_(contents), pieces_(pieces), sizes_(sizes), evidence_(evidence) {}

  // Dividers ask which titles are listed.
  void tell() {
    find_lists();
    find_dividers();
  }

 private:
  // The title comes again behind `b`, on another page where there are pages.
  bool comes_again(const PlacedHeading& heading) const {
    const std::string key = label_key(heading.heading.title);
    const auto found = last_of_.find(key);
    if (found == last_of_.end()) return false;
    const PlacedHeading& last = found->second;
    return last.block > heading.block && (!last.page || !heading.page || *last.page > *heading.page);
  }

  // A run of headings of one rank with nothing between them. Where two thirds come again behind, it is an agenda.
  void find_lists() {
    std::vector<PlacedHeading>& headings = evidence_.headings;
    for (std::size_t i = 0; i < headings.size(); ++i) last_of_[label_key(headings[i].heading.title)] = headings[i];
    const auto follows = [&](std::size_t a, std::size_t b) {
      for (std::size_t n = a + 1; n < b; ++n) {
        if (!evidence_.numbers.contains(n)) return false;
      }
      return true;
    };
    for (std::size_t begin = 0; begin < headings.size();) {
      std::size_t end = begin + 1;
      while (end < headings.size() && headings[end].heading.rank == headings[begin].heading.rank &&
             follows(headings[end - 1].block, headings[end].block))
        ++end;
      std::size_t again = 0;
      for (std::size_t i = begin; i < end; ++i) again += comes_again(headings[i]) ? 1 : 0;
      if (end - begin >= 2 && again * 3 >= (end - begin) * 2) {
        for (std::size_t i = begin; i < end; ++i) headings[i].listed = i + 1 < end || comes_again(headings[i]);
      } else if (end - begin >= kContentsRun && headings[begin].heading.rank != kNumberedItemRank) {
        // All but its last line, which opens the first chapter if text follows it.
        for (std::size_t i = begin; i + 1 < end; ++i) headings[i].listed = true;
      } else if (end - begin >= kContentsRun && !headings[begin].heading.number.empty() && !headings[begin].page) {
        for (std::size_t i = begin; i + 1 < end; ++i) headings[i].listed = true;
      }
      begin = end;
    }
  }

  // A divider: a page with a title in large type and the titles of what follows.
  void find_dividers() {
    std::map<int, std::vector<std::size_t>> blocks_of;
    for (std::size_t b = 0; b < pieces_.size(); ++b) {
      const Block& block = document_.blocks[b];
      const auto page = block.kind == Block::Kind::kParagraph         ? block.paragraph.page
                        : document_.tables[block.table].pages.empty() ? std::nullopt
                                                                      : std::optional(document_.tables[block.table].pages.front());
      if (page && !contents_.blocks.contains(b)) blocks_of[*page].push_back(b);
    }
    for (const auto& [page, blocks] : blocks_of) look_at_page(blocks);
  }

  // Returns early on anything that a divider does not have.
  void look_at_page(const std::vector<std::size_t>& blocks) {
    if (sizes_.body <= 0) return;
    std::optional<std::size_t> largest;
    bool lists = false;
    for (const std::size_t b : blocks) {
      const Block& block = document_.blocks[b];
      if (block.kind == Block::Kind::kTable && lists_again(document_.tables[block.table])) {
        lists = true;
        if (open_divider_in(b)) return;
        continue;
      }
      if (!pieces_[b]) {
        if (block.kind == Block::Kind::kTable) return;
        continue;
      }
      const BlockPiece& piece = *pieces_[b];
      const OutlineSign sign = outline_sign(piece.text);
      // A page with list signs is a page of text, and no divider.
      if (sign.kind == "○" || sign.kind == "-" || (sign.kind == "□" && !is_listed(b))) return;
      if (!largest || piece.size > pieces_[*largest]->size + kLarger) largest = b;
      lists = lists || (sign.kind == "①" && last_of_.contains(label_key(sign.rest)));
    }
    const auto by_block = [](const PlacedHeading& h, std::size_t b) { return h.block < b; };
    const auto first = std::lower_bound(evidence_.headings.begin(), evidence_.headings.end(), blocks.front(), by_block);
    const auto last = std::lower_bound(first, evidence_.headings.end(), blocks.back() + 1, by_block);
    lists = lists || std::any_of(first, last, [](const PlacedHeading& h) { return h.listed; });
    if (!lists || !largest || !larger_than_body(*pieces_[*largest], sizes_)) return;
    // Titles of the divider's list open nothing; its own title and chapters do.
    bool opened = false, chapter = false;
    for (auto h = first; h != last; ++h) {
      opened = opened || h->block == *largest;
      chapter = chapter || h->heading.rank == 1;
      h->listed = h->block != *largest && h->heading.rank != 1;
    }
    if (opened || chapter || !reads_as_bar(pieces_[*largest]->text)) return;
    const BlockPiece& piece = *pieces_[*largest];
    evidence_.headings.insert(std::lower_bound(first, last, *largest, by_block),
                              {*largest, {2, "", collapse_blanks(without_letter_spacing(piece.text))}, piece.page, piece.size, false});
  }

  // Title and list in one frame: the cell in the largest type that is no part of the list.
  bool open_divider_in(std::size_t b) {
    const Table& table = document_.tables[document_.blocks[b].table];
    const Cell* title = nullptr;
    for (const Cell& cell : table.cells) {
      if (cell.font_size <= sizes_.body + kLarger || (title != nullptr && cell.font_size <= title->font_size)) continue;
      if (reads_as_bar(collapse_blanks(cell.text)) && !last_of_.contains(label_key(cell.text))) title = &cell;
    }
    if (title == nullptr) return false;
    const auto at = std::lower_bound(evidence_.headings.begin(), evidence_.headings.end(), b,
                                     [](const PlacedHeading& h, std::size_t block) { return h.block < block; });
    if (at != evidence_.headings.end() && at->block == b) return true;
    evidence_.headings.insert(at, {b, {2, "", collapse_blanks(without_letter_spacing(title->text))}, title->page, title->font_size, false});
    return true;
  }

  bool is_listed(std::size_t b) const {
    const auto h = std::lower_bound(evidence_.headings.begin(), evidence_.headings.end(), b,
                                    [](const PlacedHeading& a, std::size_t at) { return a.block < at; });
    return h == evidence_.headings.end() || h->block != b || h->listed;
  }

  // A table whose lines are titles that come again.
  bool lists_again(const Table& table) const {
    std::size_t lines = 0, again = 0;
    static const Pattern number(R"(^\s*(?:\d{1,2}\s*[.．]?|[)" + std::string(kCircled) + R"(])\s*)");
    for (const Cell& cell : table.cells) {
      std::string_view rest = cell.text;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string line = number.replaced(rest.substr(0, end), "");
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (code_point_count(line) < 4) continue;
        ++lines;
        again += last_of_.contains(label_key(line)) ? 1 : 0;
      }
    }
    return again >= 2 && again * 2 >= lines;
  }

  const Document& document_;
  const Contents& contents_;
  const std::vector<std::optional<BlockPiece>>& pieces_;  // by block
  const TypeSizes& sizes_;
  HeadingEvidence& evidence_;
  std::map<std::string, PlacedHeading> last_of_;  // key → the last heading of that title
};

}  // namespace

void tell_lists(const Document& document, const Contents& contents, const std::vector<std::optional<BlockPiece>>& pieces,
                const TypeSizes& sizes, HeadingEvidence& evidence) {
  ListedTitles(document, contents, pieces, sizes, evidence).tell();
}

}  // namespace jangbu
