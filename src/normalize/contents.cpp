// Finds a report's own table of contents by the word that stands over it (`목차`, `보고순서`), reads its entries, and
// gives each a level. With pages, all that stands on that page is taken together and put into lines by height, since
// number, title, dots and page number come as pieces in any order. Without pages, lines count as long as they look
// like entries.
// The hard case is where it ends: a page behind belongs to it if three lines of four end in a page number; a title
// that comes a second time is the chapter itself. A number that a damaged font destroyed (`a.` for `Ⅰ.`) is told by
// standing where the sound numbers do.
#include "normalize/contents.h"

#include <algorithm>
#include <map>
#include <optional>

#include "normalize/title_words.h"
#include "text/circled.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kLookedAt = 300;   // blocks: contents stand in front
constexpr std::size_t kMostLines = 200;  // of a contents without pages
constexpr int kMostPages = 12;
constexpr std::size_t kLongestEntry = 80;  // code points
constexpr std::size_t kFewestEntries = 2;
constexpr std::size_t kShortestPart = 5;  // code points of a key that may be a part of another
constexpr double kSameColumn = 8;         // points

struct Piece {
  std::size_t block;
  std::string text;
  std::optional<Box> box;
};

// The word that stands over a contents.
bool is_title(std::string_view text) {
  if (code_point_count(text) > 20) return false;
  return title_words().contents.matches(label_key(text));
}

struct Read {
  ContentsEntry entry;
  bool page = false;  // it ends in a page's number
};

// `Ⅳ. 2025년 주요업무계획 ······ 9`
std::optional<Read> read_entry(std::string_view text) {
  static const Pattern tail(R"(^(.*?)(?:\s*(?:[·․‥….‧ㆍ\-–—─━_･]\s*){3,}|\s{2,}|\s*[/|│]\s*|\s)(\d{1,3})\s*$)");
  static const Pattern leaders(R"((?:\s*[·․‥….‧ㆍ\-–—─━_･]){3,}\s*$)");
  static const Pattern roman(R"(^\s*([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|[IVX]{1,5})\s*[.．]?\s*(\S.*)$)");
  static const Pattern chapter(R"(^\s*(제\s*\d{1,2}\s*[장편절])\s*[.．]?\s*(\S.*)$)");
  static const Pattern boxed(R"(^\s*[\[【<〔(]\s*([^\]】>〕)]{1,12})[\]】>〕)]\s*(\S.*)$)");
  static const Pattern number(R"(^\s*(\d{1,2}(?:-\d{1,2})?|[)" + std::string(kCircled) + R"(]|[가-하])\s*[.．)]?\s+(\S.*)$)");
  static const Pattern close_number(R"(^\s*(\d{1,2}|[)" + std::string(kCircled) + R"(])[.．]?\s*([^\d\s.].*)$)");
  Read read;
  std::string rest(text);
  if (const auto groups = tail.groups(text); !groups.empty() && !trim(groups[1]).empty()) {
    rest = std::string(groups[1]);
    read.page = true;
  }
  rest = trim(leaders.replaced(rest, ""));
  read.entry.level = 0;
  for (const Pattern* form : {&roman, &chapter, &boxed}) {
    // Text in brackets (`[별첨]`) is a chapter's mark but no number.
    if (const auto groups = form->groups(rest); !groups.empty()) {
      read.entry.number = form == &boxed ? std::string() : std::string(groups[1]);
      read.entry.title = collapse_blanks(groups[2]);
      read.entry.level = 1;
      break;
    }
  }
  // `a. 2024년 주요 성과`: what a damaged font makes of Ⅰ, Ⅱ, Ⅲ is no part of the title.
  static const Pattern damaged(R"(^\s*[a-z]\s*[.．]\s*(\S.*)$)");
  if (const auto groups = damaged.groups(rest); read.entry.level == 0 && !groups.empty()) {
    read.entry.title = collapse_blanks(groups[1]);
    read.entry.level = 1;
  }
  if (read.entry.level == 0) {
    for (const Pattern* form : {&number, &close_number}) {
      if (const auto groups = form->groups(rest); !groups.empty()) {
        read.entry.number = std::string(groups[1]);
        read.entry.title = collapse_blanks(groups[2]);
        read.entry.level = 2;
        break;
      }
    }
  }
  // Without a number the whole line is the title; its level is settled later.
  if (read.entry.level == 0) read.entry.title = collapse_blanks(rest);
  read.entry.title = collapse_blanks(without_letter_spacing(read.entry.title));
  read.entry.key = label_key(read.entry.title);
  // A title has two letters of Hangul at least: dots and figures are none.
  static const Pattern words(R"(\p{Hangul}{2}|[A-Za-z]{3})");
  if (read.entry.title.empty() || code_point_count(read.entry.title) > kLongestEntry || !words.found_in(read.entry.title))
    return std::nullopt;
  return read;
}

class Finder {
 public:
  explicit Finder(const Document& document) : document_(document) {}

  // The first place that lists at least two entries; the word alone may stand over anything.
  Contents run() {
    const std::size_t end = std::min(document_.blocks.size(), kLookedAt);
    for (std::size_t b = 0; b < end; ++b) {
      if (!heads_contents(b)) continue;
      Contents contents = page_of(b) ? on_pages(b) : behind(b);
      if (contents.entries.size() < kFewestEntries) continue;
      settle_levels(contents);
      return contents;
    }
    return {};
  }

 private:
  // The page on which a block begins.
  std::optional<int> page_of(std::size_t b) const {
    const Block& block = document_.blocks[b];
    if (block.kind == Block::Kind::kParagraph) return block.paragraph.page;
    const Table& table = document_.tables[block.table];
    return table.pages.empty() ? std::nullopt : std::optional(table.pages.front());
  }

  // `목 차` in large type is often set in a box of its own.
  bool heads_contents(std::size_t b) const {
    const Block& block = document_.blocks[b];
    if (block.kind == Block::Kind::kParagraph) return is_title(block.paragraph.text);
    // In a box of its own, or as the first words of the box that holds the list.
    for (const Cell& cell : document_.tables[block.table].cells) {
      if (trim(cell.text).empty()) continue;
      return is_title(cell.text) || is_title(cell.text.substr(0, cell.text.find('\n')));
    }
    return false;
  }

  // The lines of a block, those of a table row by row.
  std::vector<Piece> pieces_of(std::size_t b) const {
    const Block& block = document_.blocks[b];
    std::vector<Piece> out;
    const auto add_lines = [&](std::string_view text, const std::optional<Box>& box) {
      const bool single = text.find('\n') == std::string_view::npos;
      while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (std::string line = trim(text.substr(0, end)); !line.empty()) out.push_back({b, std::move(line), single ? box : std::nullopt});
        text.remove_prefix(std::min(end + 1, text.size()));
      }
    };
    if (block.kind == Block::Kind::kParagraph) {
      add_lines(block.paragraph.text, block.paragraph.bbox);
      return out;
    }
    const Table& table = document_.tables[block.table];
    // A row of a table is a line; a cell of several lines is taken apart.
    std::map<int, std::string> rows;
    for (const Cell& cell : table.cells) {
      if (cell.text.find('\n') != std::string::npos) {
        add_lines(cell.text, std::nullopt);
      } else if (const std::string text = trim(cell.text); !text.empty()) {
        std::string& row = rows[cell.row];
        row += (row.empty() ? "" : "  ") + text;
      }
    }
    for (const auto& [row, text] : rows) out.push_back({b, text, std::nullopt});
    return out;
  }

  // Pieces at one height are one line: number, title, dots and page may each stand alone.
  static std::vector<Piece> in_lines(std::vector<Piece> pieces) {
    std::vector<Piece> placed, out;
    for (Piece& piece : pieces) (piece.box ? placed : out).push_back(std::move(piece));
    std::sort(placed.begin(), placed.end(), [](const Piece& a, const Piece& b) {
      const double p = a.box->y0 + a.box->y1, q = b.box->y0 + b.box->y1;
      return p != q ? p < q : a.block < b.block;
    });
    for (std::size_t i = 0; i < placed.size();) {
      std::size_t end = i + 1;
      // The next piece still begins its middle above the lower edge of the first.
      while (end < placed.size() && (placed[end].box->y0 + placed[end].box->y1) / 2 < placed[i].box->y1) ++end;
      std::sort(placed.begin() + static_cast<std::ptrdiff_t>(i), placed.begin() + static_cast<std::ptrdiff_t>(end),
                [](const Piece& a, const Piece& b) { return a.box->x0 != b.box->x0 ? a.box->x0 < b.box->x0 : a.block < b.block; });
      Piece line = placed[i];
      for (std::size_t k = i + 1; k < end; ++k) line.text += "  " + placed[k].text;
      out.push_back(std::move(line));
      i = end;
    }
    return out;
  }

  // All of a page is taken: what stands beside the entries is part of the contents page too.
  Contents on_pages(std::size_t head) {
    Contents contents;
    const int first = *page_of(head);
    for (int page = first; page < first + kMostPages; ++page) {
      std::vector<Piece> pieces;
      std::set<std::size_t> blocks;
      for (std::size_t b = 0; b < document_.blocks.size(); ++b) {
        if (page_of(b) != page) continue;
        blocks.insert(b);
        for (Piece& piece : pieces_of(b)) pieces.push_back(std::move(piece));
      }
      std::size_t paged = 0, lines = 0;
      std::vector<ContentsEntry> entries;
      for (const Piece& line : in_lines(std::move(pieces))) {
        if (is_title(line.text)) continue;
        auto read = read_entry(line.text);
        if (!read) continue;
        ++lines;
        paged += read->page ? 1 : 0;
        x_of_[read->entry.key] = line.box ? line.box->x0 : -1;
        if (read->page || !read->entry.number.empty() || read->entry.level == 1) entries.push_back(std::move(read->entry));
      }
      // A page behind belongs to it if nearly all of its lines end in a page number; the first if it lists anything.
      if (page == first ? entries.empty() : (paged < 3 || paged * 4 < lines * 3)) break;
      contents.blocks.insert(blocks.begin(), blocks.end());
      contents.entries.insert(contents.entries.end(), entries.begin(), entries.end());
    }
    return contents;
  }

  // Without pages only the form of the lines tells where the contents ends.
  Contents behind(std::size_t head) {
    Contents contents;
    std::set<std::string> keys;
    std::set<std::size_t> blocks{head};
    for (std::size_t b = head; b < document_.blocks.size() && b < head + kMostLines; ++b) {
      bool all = true;
      for (const Piece& piece : pieces_of(b)) {
        if (b == head && is_title(piece.text)) continue;
        const auto read = read_entry(piece.text);
        // A title for the second time is the chapter itself.
        if (!read || (!read->page && read->entry.number.empty() && read->entry.level != 1) || keys.contains(read->entry.key)) {
          all = false;
          break;
        }
        keys.insert(read->entry.key);
        contents.entries.push_back(read->entry);
      }
      if (!all) break;
      blocks.insert(b);
    }
    contents.blocks = std::move(blocks);
    return contents;
  }

  // Where no Roman number or chapter leads, the numbers do; a damaged number stands where the sound ones do.
  void settle_levels(Contents& contents) const {
    const bool led = std::any_of(contents.entries.begin(), contents.entries.end(), [](const ContentsEntry& e) { return e.level == 1; });
    double left = -1;
    for (const ContentsEntry& entry : contents.entries) {
      const auto x = x_of_.find(entry.key);
      if (entry.level == 1 && !entry.number.empty() && x != x_of_.end() && x->second >= 0)
        left = left < 0 ? x->second : std::min(left, x->second);
    }
    for (ContentsEntry& entry : contents.entries) {
      if (entry.level == 1) continue;
      const auto x = x_of_.find(entry.key);
      const bool outside = left >= 0 && x != x_of_.end() && x->second >= 0 && x->second < left + kSameColumn;
      entry.level = !led ? 1 : outside && entry.number.empty() ? 1 : 2;
    }
  }

  const Document& document_;
  std::map<std::string, double> x_of_;  // where the entry of a key begins; below 0: not known
};

}  // namespace

// A heading may be shortened or carry more than the contents says: two thirds of the longer one have to agree.
const ContentsEntry* Contents::entry_of(std::string_view title) const {
  const std::string key = label_key(title);
  if (key.empty()) return nullptr;
  for (const ContentsEntry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  const std::size_t length = code_point_count(key);
  for (const ContentsEntry& entry : entries) {
    const std::size_t other = code_point_count(entry.key);
    if (std::min(length, other) < kShortestPart || 3 * std::min(length, other) < 2 * std::max(length, other)) continue;
    if (key.find(entry.key) != std::string::npos || entry.key.find(key) != std::string::npos) return &entry;
  }
  return nullptr;
}

// Only the first blocks are looked at: contents stand in front.
Contents find_contents(const Document& document) { return Finder(document).run(); }

}  // namespace jangbu
