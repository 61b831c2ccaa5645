// Lines → paragraphs: what was wrapped over several lines is joined again, also across a page's end.
//
//   - 누구나 쉽게 이해하도록 사례,            one paragraph: the first line ends in the middle of something,
//   효과 등 기초적인 내용으로 구성            the second has no sign
// PDF tells by geometry that a line was wrapped: the next word had no room beside it. Other formats keep a paragraph whole, and
// text tells by grammar only. A title in large type is wrapped where it reads best: its lines stand right below each other, in one
// size and one column. Where a word was broken over two lines, the document's own words say whether it was.
// Lines about tables (`※ 예산집행 현황 (단위 : 천원)`) and lines of a list of contents stay what they are. A paragraph keeps the
// page where it begins; its box is that of its lines on that page. Cost: linear in the text.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "normalize/heading.h"
#include "normalize/normalize.h"
#include "text/appendix.h"
#include "text/broken_word.h"
#include "text/caption.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/unfinished.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr double kSameSize = 0.6;     // points: sizes this close are one
constexpr double kTitleShare = 1.15;  // of the body's size: type from here on is a title's
constexpr double kTitleGap = 1.0;     // of its size: white space between two lines of one title
constexpr double kWrapGap = 2.5;      // of its size: between two lines of one paragraph

class Joiner {
 public:
  explicit Joiner(Document& document) : document_(document) {}

  // Blocks in order; `out[last_]` is the open paragraph, to which lines are joined.
  void run() {
    look_around();
    std::vector<Block>& blocks = document_.blocks;
    std::vector<Block> out;
    out.reserve(blocks.size());
    open_ = false;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      Block& block = blocks[b];
      if (!reads(block)) {
        open_ = open_ && block.kind == Block::Kind::kParagraph;  // a note or a header stands between, a table does not
        out.push_back(std::move(block));
        continue;
      }
      const Paragraph& here = block.paragraph;
      const bool apart = about_table(b) || is_leader(here.text);
      if (open_ && !apart && lines_ == 1 && number_between(here)) {
        Paragraph& whole = out[last_].paragraph;
        static const Pattern numbered(R"(^\s*(\d{1,2}[.．]?)\s+(\S.*)$)");
        const auto groups = numbered.groups(here.text);
        whole.text = std::string(groups[1]) + " " + collapse_blanks(whole.text) + " " + std::string(groups[2]);
        whole.bbox = united(*whole.bbox, *here.bbox);
        begin(last_, whole);
        continue;
      }
      if (open_ && !apart && goes_on(out[last_].paragraph, here)) {
        join(out[last_].paragraph, here);
        continue;
      }
      open_ = !apart;
      out.push_back(std::move(block));
      if (open_) begin(out.size() - 1, out.back().paragraph);
    }
    blocks = std::move(out);
  }

 private:
  static bool reads(const Block& block) {
    return block.kind == Block::Kind::kParagraph && (block.paragraph.where == Where::kBody || block.paragraph.where == Where::kTextBox);
  }

  // The right border of each page's text, the size of most of it, and the words of the document.
  void look_around() {
    std::map<double, std::size_t> of_size;
    for (const Block& block : document_.blocks) {
      if (!reads(block)) continue;
      const Paragraph& paragraph = block.paragraph;
      if (paragraph.bbox && paragraph.page) {
        double& right = right_[*paragraph.page];
        right = std::max(right, paragraph.bbox->x1);
      }
      of_size[paragraph.font_size] += paragraph.text.size();
      for (const std::string_view word : words_of(paragraph.text)) words_.insert(std::string(word));
    }
    std::size_t most = 0;
    for (const auto& [size, bytes] : of_size) {
      if (bytes <= most || size <= 0) continue;
      most = bytes;
      body_size_ = size;
    }
  }

  // end_ keeps the place and type of the last line, tail_ its text: the joined text would not do for either.
  void begin(std::size_t at, const Paragraph& paragraph) {
    last_ = at;
    kind_ = outline_sign(paragraph.text).kind;
    first_box_.reset();
    const auto heading = heading_of(paragraph.text);
    numbered_ = heading && heading->rank <= kNumberedItemRank;
    end_ = paragraph;
    end_.text.clear();
    lines_ = 1;
    tail_ = paragraph.text;
  }

  // A number in the middle of the height of a title of two lines came out with the second.
  // `1` beside a title of two lines stands in the middle of their height, between the lines in the order of blocks.
  bool number_between(const Paragraph& here) const {
    static const Pattern numbered(R"(^\s*\d{1,2}[.．]?\s+\S)");
    if (!kind_.empty() || !end_.bbox || !here.bbox || end_.page != here.page || !numbered.found_in(here.text)) return false;
    const double overlap = end_.bbox->y1 - here.bbox->y0;
    return overlap > 0 && overlap < here.font_size && end_.bbox->x0 > here.bbox->x0 + here.font_size / 2 &&
           std::abs(end_.font_size - here.font_size) <= kSameSize;
  }

  // Type that is clearly larger than the body's.
  bool is_title(const Paragraph& paragraph) const { return body_size_ > 0 && paragraph.font_size > kTitleShare * body_size_; }

  // `end_` is the last line that was joined, `tail_` its text.
  bool goes_on(const Paragraph& whole, const Paragraph& here) const {
    // A line with a sign opens a paragraph, but for signs that also stand inside of lines.
    const OutlineSign sign = outline_sign(here.text);
    if (!sign.kind.empty()) return inside_list(whole, sign) && end_.bbox && wraps(here);
    if (says_number(here.text)) return false;
    if (const auto heading = heading_of(here.text)) {
      // `15 분 거리에서 …`: a line that is full goes on with a figure.
      if (heading->rank != kNumberedItemRank || !end_.bbox || is_title(here)) return false;
    }
    if (opens_appendix(here.text)) return false;
    if (end_.bbox && here.bbox) {
      if (is_title(end_) || is_title(here)) return title_goes_on(here);
      if (numbered_) return false;
      return wraps(here);
    }
    if (numbered_ || (sign.indent > 0 && !end_.bbox)) return false;  // a sign was lost, or it stands below the line before
    return unfinished(tail_);
  }

  // Was the line wrapped? The first word of `here` would not have fitted beside the last line. Its width is estimated
  // by its share of the line.
  bool wraps(const Paragraph& here) const {
    if (!end_.page || !here.page || !here.bbox) return false;
    // The end of a line may be in smaller type, not in larger.
    if (here.font_size > end_.font_size + kSameSize || (kind_.empty() && end_.font_size > here.font_size + kSameSize)) return false;
    if (*here.page < *end_.page || *here.page > *end_.page + 1) return false;
    if (*here.page == *end_.page) {
      if (here.bbox->x0 < first_x0() - here.font_size / 2) return false;
      if (here.bbox->y0 - end_.bbox->y1 > kWrapGap * std::max(here.font_size, end_.font_size)) return false;
      if (here.bbox->y1 < end_.bbox->y0) return false;  // the next column
    }
    const auto words = words_of(here.text);
    const int all = display_width(here.text);
    if (words.empty() || all == 0) return false;
    const double word = (here.bbox->x1 - here.bbox->x0) * display_width(words.front()) / all;
    // One font size of tolerance at the right border, for ragged lines.
    return end_.bbox->x1 + word > right_.at(*end_.page) - here.font_size || unfinished(tail_);
  }

  double first_x0() const { return first_box_.value_or(*end_.bbox).x0; }

  // Lines of a title: one size, right below each other, at one border or in one middle.
  bool title_goes_on(const Paragraph& here) const {
    if (end_.page != here.page || std::abs(end_.font_size - here.font_size) > kSameSize || end_.bold != here.bold) return false;
    const double gap = here.bbox->y0 - end_.bbox->y1;
    // Three lines at most: a longer title is a text.
    if (gap > kTitleGap * here.font_size || here.bbox->y0 < (end_.bbox->y0 + end_.bbox->y1) / 2 || lines_ >= 3) return false;
    const bool under = here.bbox->x0 > end_.bbox->x0 - here.font_size / 2 && here.bbox->x0 < end_.bbox->x0 + 4 * here.font_size;
    const bool centred = std::abs((here.bbox->x0 + here.bbox->x1) - (end_.bbox->x0 + end_.bbox->x1)) < here.font_size;
    return under || centred;
  }

  // ▲, ② and → stand inside of lines as well: where the line has one already, another goes on with it.
  static bool inside_list(const Paragraph& whole, const OutlineSign& sign) {
    if (sign.kind != "▲" && sign.kind != "①" && sign.kind != "→") return false;
    static const Pattern triangle(R"([▲△▴▵])"), circled(R"([①-⑳㉠-㉭])"), arrow(R"([→⇒⇨➜➡➔])");
    return (sign.kind == "▲" ? triangle : sign.kind == "①" ? circled : arrow).found_in(whole.text);
  }

  // The box grows only on its own page.
  void join(Paragraph& whole, const Paragraph& here) {
    const std::string more = collapse_blanks(here.text);
    whole.text += (broken_word(whole.text, more) ? "" : " ") + more;
    if (lines_ == 1) first_box_ = end_.bbox;
    if (whole.bbox && here.bbox && whole.page == here.page) whole.bbox = united(*whole.bbox, *here.bbox);
    tail_ = here.text;
    end_ = here;
    end_.text.clear();
    ++lines_;
  }

  static Box united(const Box& a, const Box& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
  }

  // `활용` | `할 수 있는`: 활용할 is a word of this document.
  bool broken_word(std::string_view before, std::string_view after) const {
    return is_broken_word(before, after, [&](const std::string& word) { return words_.contains(word); });
  }

  // A page's number, or that of a heading whose words stand elsewhere.
  static bool says_number(std::string_view text) {
    static const Pattern number(R"(^\s*\d{1,2}\s*$)");
    return number.found_in(text);
  }

  // `2. 현안 과제 · · · · · 19`
  static bool is_leader(std::string_view text) {
    static const Pattern leaders(R"((?:[·․‥….‧ㆍ]\s{0,3}){6,}\d{0,4}\s*$)");
    return leaders.found_in(text);
  }

  // Lines that speak about a table are read by captions.cpp and must stay whole.
  bool about_table(std::size_t b) const {
    const std::string& text = document_.blocks[b].paragraph.text;
    if (speaks_of_table(text)) return true;
    return is_bracketed(text) && b + 1 < document_.blocks.size() && document_.blocks[b + 1].kind == Block::Kind::kTable;
  }

  Document& document_;
  std::map<int, double> right_;
  double body_size_ = 0;
  std::unordered_set<std::string> words_;
  bool open_ = false;      // the last paragraph may go on
  std::size_t last_ = 0;   // its block
  std::string_view kind_;  // of its first line's sign
  bool numbered_ = false;  // it is a numbered heading
  int lines_ = 0;
  std::optional<Box> first_box_;
  Paragraph end_;     // its last line, without the text
  std::string tail_;  // the text of that
};

}  // namespace

void join_paragraphs(Document& document) { Joiner(document).run(); }

}  // namespace jangbu
