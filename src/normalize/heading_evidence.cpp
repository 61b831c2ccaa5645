// Collects headings from all that a document gives: numbers, contents, type, boxes, dividers. Blocks are looked at
// one by one (look_at), then larger type without any number (find_bars), then lists of titles are told from titles
// (heading_lists.h).
// Hard cases: a number in a box beside its title comes as a block of its own (pair_with_title); an agenda prints
// every title of the report, and opens nothing (heading_lists.h); large type may be a slogan, so a size counts only where most of its
// lines lead into a list. All sizes are in points, measured against the body's and the □ lines' (heading_pieces.h).
#include "normalize/heading_evidence.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "normalize/heading_forms.h"
#include "normalize/heading_groups.h"
#include "normalize/heading_lists.h"
#include "normalize/heading_pieces.h"
#include "normalize/heading_series.h"
#include "text/appendix.h"
#include "text/circled.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/sign_order.h"
#include "text/unfinished.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestTag = 7, kShortestTagged = 8;  // code points; the blank in front counts
constexpr std::size_t kLongestBar = 45;
constexpr std::size_t kShortestNamed = 4;  // code points of a line that the contents alone makes a heading
constexpr double kOneIndent = 6.0;         // points: lines that begin nearer to each other stand below one another
constexpr std::size_t kNear = 4;           // blocks between a number and its title
constexpr double kMostBarsAlone = 0.4;     // share of the lines of one size that lead into nothing

class Evidence {
 public:
  Evidence(const Document& document, const Contents& contents)
      : document_(document),
        contents_(contents),
        sizes_(type_sizes(document)),
        pieces_(pieces_of(document)),
        series_(headings_in_series(pieces_)) {}

  // Numbers that were paired with a title are skipped wherever they stand; later steps see what earlier ones found.
  HeadingEvidence run() {
    find_overview_items();
    find_circled_over_boxes();
    for (std::size_t b = 0; b < pieces_.size(); ++b) {
      if (!pieces_[b] || contents_.blocks.contains(b)) continue;
      if (!out_.numbers.contains(b)) look_at(b);
    }
    add_groups();
    find_bars();
    settle_signs();
    for (auto& [b, heading] : found_) {
      if (!out_.numbers.contains(b)) out_.headings.push_back(std::move(heading));
    }
    tell_lists(document_, contents_, pieces_, sizes_, out_);
    return std::move(out_);
  }

 private:
  // `- ① 안전하고 쾌적한 …`: items of an overview, whose words may stand as an unnumbered heading further down.
  void find_overview_items() {
    // Cells and numbered lines print a title alone, without the tag that may stand beside it at its heading. A row of figures is of
    // something that may be called as a title begins (가나시설 in a budget, 가나시설 증설사업 over its plan).
    for (const Table& table : document_.tables) {
      std::set<int> rows;
      for (const Cell& cell : table.cells) {
        if (cell.column > 0 && is_plain_figure(cell.text)) rows.insert(cell.row);
      }
      for (const Cell& cell : table.cells) {
        if (cell.text.size() <= 3 * kLongestTitle && !rows.contains(cell.row)) printed_alone_.insert(label_key(cell.text));
      }
    }
    for (const auto& piece : pieces_) {
      if (!piece || piece->text.size() > 3 * kLongestTitle) continue;
      static const Pattern numbered(R"(^\s*(?:\d{1,2}|[)" + std::string(kCircled) + R"(])\s*[.．]?\s*(.*?)(?:\s*/.*)?$)");
      const auto groups = numbered.groups(piece->text);
      if (!groups.empty()) printed_alone_.insert(label_key(groups[1]));
    }
    static const Pattern item(R"(^\s*[-–]?\s*[①-⑳]\s*(.+)$)");
    for (const auto& piece : pieces_) {
      if (!piece || piece->table) continue;
      if (const auto groups = item.groups(piece->text); !groups.empty()) overview_.insert(label_key(groups[1]));
    }
  }

  // ① 가나도서관 신축 over □ 사업개요, ② over □ again: lines of one size and indent, of which half or more lead right to □, are headings.
  void find_circled_over_boxes() {
    static const Pattern item(R"(^\s*[①-⑳]\s*(.+)$)");
    struct Lines {
      std::vector<std::size_t> all;
      std::size_t leading = 0;
    };
    std::map<std::pair<int, int>, Lines> alike;  // by size and left side
    for (std::size_t b = 0; b < pieces_.size(); ++b) {
      if (!pieces_[b] || pieces_[b]->table || contents_.blocks.contains(b)) continue;
      const BlockPiece& piece = *pieces_[b];
      const auto groups = item.groups(piece.text);
      if (groups.empty() || !reads_as_bar(groups[1]) || (sizes_.boxes > 0 && piece.size > 0 && piece.size < sizes_.boxes - kLarger))
        continue;
      const int left = piece.box ? static_cast<int>(std::lround(piece.box->x0 / kOneIndent)) : 0;
      Lines& lines = alike[{size_class(piece), left}];
      lines.all.push_back(b);
      lines.leading += b + 1 < pieces_.size() && pieces_[b + 1] && outline_sign(pieces_[b + 1]->text).rank == kBoxSignRank;
    }
    for (const auto& [place, lines] : alike) {
      if (lines.leading > 0 && lines.leading * 2 >= lines.all.size()) circled_.insert(lines.all.begin(), lines.all.end());
    }
  }

  // ---- one block -------------------------------------------------------------------------------------------------------------

  // By more than the rounding of sizes: programs write 11.9 and 12.
  bool larger(const BlockPiece& piece) const { return larger_than_body(piece, sizes_); }
  // A circled number is a heading's only in type above that of □: below it counts what stands in a list.
  bool above_boxes(const BlockPiece& piece) const { return larger(piece) && (sizes_.boxes <= 0 || piece.size > sizes_.boxes + kLarger); }
  bool smaller(const BlockPiece& piece) const { return sizes_.body > 0 && piece.size > 0 && piece.size < sizes_.body - kLarger; }

  // Keeps a heading of block `b`; a later one replaces it.
  void add(std::size_t b, Heading heading) {
    // `3 주거지원 <주택정책과>`: who does it is no part of the title.
    static const Pattern unit(R"(\s*[<〈]\s*[^<>〈〉]{1,30}(?:)" + any_of("doers") + R"()\s*[>〉]\s*$)");
    if (std::string shorter = unit.replaced(heading.title, ""); code_point_count(shorter) > 2) heading.title = std::move(shorter);
    // `3 주거지원 강화 핵심현안`: a tag beside it, where a list prints the title alone.
    if (const std::size_t blank = heading.title.rfind(' ');
        blank != std::string::npos && code_point_count(heading.title.substr(blank)) <= kLongestTag) {
      if (std::string shorter = heading.title.substr(0, blank);
          code_point_count(shorter) >= kShortestTagged && printed_alone_.contains(label_key(shorter)))
        heading.title = std::move(shorter);
    }
    seen_.insert(label_key(heading.title));
    found_.insert_or_assign(b, PlacedHeading{b, std::move(heading), pieces_[b]->page, pieces_[b]->size, false});
  }

  // In this order: a number alone, the contents, a number with a title, circled numbers, a title of an overview.
  void look_at(std::size_t b) {
    const BlockPiece& piece = *pieces_[b];
    if (const auto number = number_alone(piece.text); !number.empty()) {
      if (pair_with_title(b, number)) return;
    }
    if (named_by_contents(b)) return;
    static const Pattern item(R"(^\s*[-–]?\s*[①-⑳]\s*(.+)$)");
    auto heading = heading_of(piece.text);
    if (const auto counted = series_.find(b); counted != series_.end()) heading = counted->second;
    if (!heading) heading = chip(piece);
    // `1. 시민이 참여하는` that a line end cut is no title.
    if (heading && heading->rank > 1 && unfinished(heading->title)) heading.reset();
    if (!heading && piece.table && titled_box(b)) heading = circled_title(piece.text);
    const bool lettered = piece.table && titled_box(b) && (!heading || heading->rank == kLetteredRank);
    if (lettered && !heading) heading = lettered_title(piece.text);
    // Of boxes only those with a number count here: `□` in a cell is the cell's own outline.
    if (heading && piece.table) {
      if (heading->rank <= kNumberedItemRank || lettered) add(b, *heading);
      return;
    }
    if (heading) {
      // 2-1 below 2., and 2-2 behind it; 현안 1, and 현안 2 behind it: the numbers say enough, whatever type they are set in.
      static const Pattern counted_word(R"(^\s*[가-힣]{2,4}\s?\d{1,2}\s*$)");
      if (series_.contains(b) && (counts_of(heading->number).size() > 1 || (counted_word.matches(heading->number) && !smaller(piece)))) {
        add(b, *heading);
        return;
      }
      if (heading->rank < kBoxRank && smaller(piece)) return;
      // On a page, `15 분 거리` is a title only where its type says so; a drawn `|` behind the number does as well.
      static const Pattern parted(R"(^\s*\d{1,2}\s*[|│ㅣ\]])");
      if (heading->rank == kNumberedItemRank && piece.box && sizes_.body > 0 && !larger(piece) && !parted.found_in(piece.text)) return;
      add(b, *heading);
      return;
    }
    if (piece.table) return;
    if (const auto groups = item.groups(piece.text); !groups.empty()) {
      if ((above_boxes(piece) && reads_as_bar(groups[1])) || circled_.contains(b)) {
        add(b, {kNumberedItemRank, circle_of(piece.text), collapse_blanks(without_letter_spacing(groups[1]))});
      } else {
        seen_.insert(label_key(groups[1]));
      }
      return;
    }
    static const Pattern filled_number(R"(^\s*([❶-❿⓫-⓴➀-➓])\s*(.+)$)");
    if (const auto groups = filled_number.groups(piece.text); !groups.empty() && above_boxes(piece) && reads_as_bar(groups[2])) {
      add(b, {kNumberedItemRank, std::string(groups[1]), collapse_blanks(without_letter_spacing(groups[2]))});
      return;
    }
    if (!overview_.empty() && overview_.contains(label_key(piece.text))) add(b, {kNumberedItemRank, "", collapse_blanks(piece.text)});
  }

  // The title at the number's right, at one height; without places the next line, if an agenda or the contents named it.
  bool pair_with_title(std::size_t b, const std::string& number) {
    const BlockPiece& chip = *pieces_[b];
    std::optional<std::size_t> best;
    if (chip.box && chip.page) {
      const double middle = (chip.box->y0 + chip.box->y1) / 2;
      // A number and its title are near in the order of blocks, whatever that is.
      const std::size_t from = b > kNear ? b - kNear : 0;
      for (std::size_t t = from; t < std::min(pieces_.size(), b + kNear + 1); ++t) {
        if (t == b || !pieces_[t] || out_.numbers.contains(t) || !pieces_[t]->box || pieces_[t]->page != chip.page) continue;
        const Box& box = *pieces_[t]->box;
        // A chip that is a table as wide as its line holds its title between its borders.
        const bool beside =
            chip.table ? box.x1 > chip.box->x1 || (box.x0 > chip.box->x0 && box.x1 <= chip.box->x1 + 1) : box.x0 > chip.box->x1 - 1;
        if (!beside || box.y0 > middle || box.y1 < middle || !reads_as_bar(pieces_[t]->text)) continue;
        if (!best || box.x0 < pieces_[*best]->box->x0) best = t;
      }
      // Beside a title in body type the number counts a list.
      if (best && sizes_.body > 0 && pieces_[*best]->size > 0 && !larger(*pieces_[*best]) && !chip.table) return false;
    } else if (b + 1 < pieces_.size() && pieces_[b + 1]) {
      const std::string key = label_key(pieces_[b + 1]->text);
      if (reads_as_bar(pieces_[b + 1]->text) && (seen_.contains(key) || contents_.entry_of(pieces_[b + 1]->text) != nullptr)) best = b + 1;
    }
    if (!best) return false;
    static const Pattern roman(R"([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])");
    add(*best, {roman.matches(number) ? 1 : kNumberedItemRank, number, collapse_blanks(without_letter_spacing(pieces_[*best]->text))});
    // A chip is as large as its digits; the title's size counts then.
    found_.at(*best).size = std::max(chip.table ? 0.0 : chip.size, pieces_[*best]->size);
    out_.numbers.insert(b);
    done_.insert(*best);
    return true;
  }

  // A line that the contents lists: its chapters are chapters, whatever became of their numbers.
  bool named_by_contents(std::size_t b) {
    if (done_.contains(b)) return true;
    if (const auto counted = series_.find(b); counted != series_.end() && counts_of(counted->second.number).size() > 1)
      return false;  // 2.1 is no 1 behind a 2.
    const BlockPiece& piece = *pieces_[b];
    if (contents_.entries.empty() || b < *contents_.blocks.begin() || code_point_count(piece.text) > kLongestTitle || smaller(piece))
      return false;
    static const Pattern number(R"(^\s*(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|[A-Za-z]{1,4}|\d{1,2}|[)" + std::string(kCircled) +
                                R"(])\s*[.．]\s*|^\s*[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]\s*|^\s*\d{1,2}\s+|^\s*제\s*\d{1,2}\s*[장편절]\s*[.．]?\s+)");
    const std::string title = collapse_blanks(without_letter_spacing(number.replaced(piece.text, "")));
    const ContentsEntry* entry = contents_.entry_of(title);
    if (entry == nullptr) return false;
    // In larger type, in a box, or with the number that the contents gives it.
    if (!larger(piece) && !piece.table && sizes_.body > 0 && piece.size > 0) return false;
    // Without sizes, by a number of its own or word by word.
    if (sizes_.body <= 0 && !heading_of(piece.text) && (entry->key != label_key(title) || code_point_count(entry->key) < kShortestNamed))
      return false;
    auto own = heading_of(piece.text);
    if (entry->level == 1) {
      add(b, {1, !entry->number.empty() ? entry->number : own && own->rank <= kNumberedItemRank ? own->number : std::string(), title});
    } else if (own) {
      add(b, *own);
    } else {
      add(b, {2, "", title});
    }
    return true;
  }

  // ---- larger type and boxes -------------------------------------------------------------------------------------------------

  // Does a list, a table or another heading begin right below?
  bool leads(std::size_t b) const {
    const BlockPiece& piece = *pieces_[b];
    for (std::size_t next = b + 1; next < pieces_.size() && next <= b + 3; ++next) {
      const Block& block = document_.blocks[next];
      if (block.kind == Block::Kind::kTable) return true;
      if (!in_body(block.paragraph)) continue;
      const Paragraph& p = block.paragraph;
      const bool beside = p.bbox && piece.box && p.page == piece.page && p.bbox->y0 < piece.box->y1 && p.bbox->y1 > piece.box->y0;
      if (beside) continue;
      const OutlineSign sign = outline_sign(p.text);
      return (!sign.kind.empty() && sign.rank < kNoteRank) || is_heading(next);
    }
    return false;
  }

  bool is_heading(std::size_t b) const { return found_.contains(b); }

  void add_groups() {
    const auto free = [&](std::size_t b) { return !is_heading(b) && !contents_.blocks.contains(b) && !out_.numbers.contains(b); };
    const auto begins_anew = [&](std::size_t b) {
      std::size_t next = b + 1;
      while (next < pieces_.size() && out_.numbers.contains(next)) ++next;
      const auto found = found_.find(next);
      if (found == found_.end() || found->second.heading.rank <= 1 || found->second.heading.rank >= kBoxRank) return false;
      return counts_of(found->second.heading.number) == std::vector{1} || found->second.heading.number == "가";
    };
    for (auto& [b, title] : bracketed_groups(pieces_, free, begins_anew)) add(b, {2, "", std::move(title), true});
  }

  // Where another sign stands above □ in this report (◈ over ■), its lines are the titles and □ is a line of the list.
  void settle_signs() {
    std::vector<SeenSign> seen;
    for (std::size_t b = 0; b < pieces_.size(); ++b) {
      const auto heading = found_.find(b);
      if (heading != found_.end() && heading->second.heading.rank < kBoxRank) {
        seen.push_back({});
        continue;
      }
      if (!pieces_[b] || pieces_[b]->table || contents_.blocks.contains(b)) continue;
      const OutlineSign sign = outline_sign(pieces_[b]->text);
      if (!sign.kind.empty()) seen.push_back({sign_class(sign), sign.rank});
    }
    std::map<std::string_view, int> above;
    for (const auto& [kind, rank] : lifted_signs(seen)) {
      if (rank < kBoxSignRank) above.emplace(kind, rank);
    }
    if (above.empty()) return;
    std::erase_if(found_, [](const auto& found) { return found.second.heading.rank == kBoxRank; });
    for (std::size_t b = 0; b < pieces_.size(); ++b) {
      if (!pieces_[b] || pieces_[b]->table || is_heading(b) || contents_.blocks.contains(b)) continue;
      const OutlineSign sign = outline_sign(pieces_[b]->text);
      if (!above.contains(sign_class(sign)) || !reads_as_bar(sign.rest)) continue;
      add(b, {kBoxRank, std::string(sign.sign), collapse_blanks(without_letter_spacing(without_markup(sign.rest)))});
    }
  }

  // Lines in larger type without a sign or a number.
  void find_bars() {
    // Behind the cover: from the contents or the first chapter on.
    std::size_t begin = pieces_.size();
    if (!contents_.blocks.empty()) begin = *contents_.blocks.rbegin();
    for (const auto& [b, h] : found_) {
      if (h.heading.rank != 1) continue;
      begin = std::min(begin, b);
      break;
    }
    if (begin == pieces_.size()) begin = behind_first_page();
    // Of each size: how many lines there are and how many of them lead into a list.
    std::map<int, std::pair<std::size_t, std::size_t>> of_size;  // half points → lines that lead, all
    std::vector<std::size_t> bars;
    for (std::size_t b = begin; b < pieces_.size(); ++b) {
      if (!pieces_[b] || out_.numbers.contains(b) || is_heading(b) || contents_.blocks.contains(b)) continue;
      const BlockPiece& piece = *pieces_[b];
      // (1) may count headings as well as lines.
      const std::string_view sign = outline_sign(piece.text).kind;
      if ((!sign.empty() && sign != "(1)" && sign != "(가)") || code_point_count(piece.text) > kLongestBar || !reads_as_bar(piece.text))
        continue;
      if (piece.table ? !titled_box(b) : !larger(piece) || !begins_line(b)) continue;
      if (opens_appendix(piece.text)) continue;
      bars.push_back(b);
    }
    // From the end: a bar may lead to one in smaller type.
    std::set<std::size_t> leading_bars;
    for (auto b = bars.rbegin(); b != bars.rend(); ++b) {
      const auto next = leading_bars.upper_bound(*b);
      const bool to_smaller =
          next != leading_bars.end() && *next == *b + 1 && !pieces_[*b]->table && pieces_[*b]->size > pieces_[*next]->size + kLarger;
      const bool here = leads(*b) || to_smaller;
      auto& [leading, all] = of_size[size_class(*pieces_[*b])];
      ++all;
      leading += here ? 1 : 0;
      if (here) leading_bars.insert(*b);
    }
    bars.assign(leading_bars.begin(), leading_bars.end());
    std::vector<std::size_t> subtitles;
    for (std::size_t i = 0; i < bars.size(); ++i) {
      if (is_subtitle(bars, i)) subtitles.push_back(bars[i]);
    }
    for (const std::size_t b : bars) {
      if (std::binary_search(subtitles.begin(), subtitles.end(), b)) continue;
      const auto [leading, all] = of_size[size_class(*pieces_[b])];
      // More than two in five that lead into nothing: lines of this size are slogans or names.
      if (static_cast<double>(all - leading) > kMostBarsAlone * static_cast<double>(all)) continue;
      add(b, {kNumberedItemRank, "", collapse_blanks(without_letter_spacing(without_markup(pieces_[b]->text)))});
    }
  }

  // Where a report without contents and chapters begins: on its second page, behind the cover.
  std::size_t behind_first_page() const {
    std::optional<int> first;
    for (std::size_t b = 0; b < pieces_.size(); ++b) {
      if (!pieces_[b] || !pieces_[b]->page) continue;
      if (!first) first = pieces_[b]->page;
      if (*pieces_[b]->page != *first) return b;
    }
    return pieces_.size();
  }

  // Right below a numbered title and alone of its kind there: what the title means, no heading of its own.
  bool is_subtitle(const std::vector<std::size_t>& bars, std::size_t i) const {
    const std::size_t b = bars[i];
    std::size_t above = b;
    while (above > 0 && out_.numbers.contains(above - 1)) --above;
    const auto title = above > 0 ? found_.find(above - 1) : found_.end();
    if (title == found_.end() || title->second.heading.rank == 1 || title->second.heading.rank == kBoxRank ||
        title->second.heading.number.empty())
      return false;
    auto next = found_.upper_bound(b);
    while (next != found_.end() && next->second.heading.rank == kBoxRank) ++next;
    const std::size_t end = next == found_.end() ? pieces_.size() : next->first;
    return i + 1 == bars.size() || bars[i + 1] >= end || size_class(*pieces_[bars[i + 1]]) != size_class(*pieces_[b]);
  }

  // Sizes in half points; all boxes are one class.
  static int size_class(const BlockPiece& piece) { return piece.table ? -1 : static_cast<int>(std::lround(piece.size * 2)); }

  // A box of one cell and one line.
  bool titled_box(std::size_t b) const {
    const Table& table = document_.tables[document_.blocks[b].table];
    std::size_t filled = 0;
    for (const Cell& cell : table.cells) {
      if (trim(cell.text).empty()) continue;
      ++filled;
      if (trim(cell.text).find('\n') != std::string::npos) return false;
    }
    return (filled == 1 || in_strips(table)) && (sizes_.body <= 0 || pieces_[b]->size <= 0 || !smaller(*pieces_[b]));
  }

  // Nothing stands at its left on the same line.
  bool begins_line(std::size_t b) const {
    const BlockPiece& piece = *pieces_[b];
    if (!piece.box) return true;
    for (std::size_t n = b > 3 ? b - 3 : 0; n < std::min(pieces_.size(), b + 4); ++n) {
      if (n == b || !pieces_[n] || !pieces_[n]->box || pieces_[n]->page != piece.page) continue;
      const Box& box = *pieces_[n]->box;
      const double middle = (piece.box->y0 + piece.box->y1) / 2;
      if (box.y0 < middle && box.y1 > middle && box.x1 <= piece.box->x0 && !pieces_[n]->table) return false;
    }
    return true;
  }

  const Document& document_;
  const Contents& contents_;
  TypeSizes sizes_;
  std::vector<std::optional<BlockPiece>> pieces_;  // by block
  std::map<std::size_t, Heading> series_;          // by block
  std::set<std::string> printed_alone_;            // keys of cells and of numbered lines
  std::set<std::size_t> circled_;                  // blocks of circled titles over boxes
  std::set<std::string> overview_;                 // keys of `① …` lines
  std::set<std::string> seen_;                     // keys of titles that an agenda named
  std::set<std::size_t> done_;                     // titles that have their number
  std::map<std::size_t, PlacedHeading> found_;     // by block
  HeadingEvidence out_;
};

}  // namespace

HeadingEvidence find_headings(const Document& document, const Contents& contents) { return Evidence(document, contents).run(); }

}  // namespace jangbu
