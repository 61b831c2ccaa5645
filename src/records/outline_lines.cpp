// Blocks of a document → lines with signs, ready for the outline.
// A line end inside a paragraph or a cell may be a wrap or a new line: a sign begins a new line, a line that was unfinished goes on.
// Whether the two halves join with a blank is decided by the report's own words (broken_word): `활용` + `할` is one word if 활용할 stands
// elsewhere. Tables are read only where they serve as layout: a frame around a sentence, a heading in a box, cells that hold outlines of
// their own. Cost: linear; the set of words holds views into the document and copies nothing.
//
//   `□ 사업개요 ⏎ ○ 기간 : 2026. 3월`      two lines: sign □, text 사업개요; sign ○, text 기간 : 2026. 3월
//   `○ 시민이 활용 ⏎ 할 수 있는 공간`       one line: the second part has no sign, and the first is unfinished
#include "records/outline_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "text/appendix.h"
#include "text/broken_word.h"
#include "text/caption.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
#include "text/sign_order.h"
#include "text/unfinished.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// A paragraph, or what stands between two line ends of it.
struct Piece {
  std::string_view text;
  const Paragraph* paragraph;
  std::size_t block;
  bool first;  // of its paragraph
};

class Lines {
 public:
  explicit Lines(const Document& document) : document_(document) {}

  // `open_` says whether the next line may go on from the last: never over a table or a list of contents.
  std::vector<SignedLine> run() {
    // All words first: a broken word may be whole only on a later page.
    for (const Block& block : document_.blocks) look_at(block);
    for (std::size_t b = 0; b < document_.blocks.size(); ++b) {
      const Block& block = document_.blocks[b];
      if (block.in_contents) {
        open_ = false;
        continue;
      }
      if (block.kind == Block::Kind::kTable) {
        open_ = false;
        const Table& table = document_.tables[block.table];
        if (block.heading_rank > 0) {
          add_boxed_heading(block.heading_rank, block.heading, block.heading_title, table, b);
          out_.back().heading_level = block.heading_level;
          out_.back().appendix = opens_appendix(block.heading_title);
        } else if (const std::string title = boxed_appendix(table); !title.empty()) {
          add_boxed_heading(1, title, title, table, b);
          out_.back().appendix = true;
        } else if (table.rows == 1 && table.columns == 1 && !table.cells.empty() && says_something(table.cells.front().text)) {
          add_box(table, b);
        } else if (table.kind.empty()) {
          add_cells(table, b);
        }
        continue;
      }
      if (reads(block)) read_paragraph(block, b);
    }
    lift_numbers();
    lift_signs();
    return std::move(out_);
  }

 private:
  // ① stands deep in some reports; where □ or ○ stands below it more often than not, it is what others print as a boxed number.
  void lift_numbers() {
    int leads = 0, all = 0;
    for (std::size_t i = 0; i + 1 < out_.size(); ++i) {
      if (out_[i].kind != "①" || out_[i + 1].kind == "①") continue;
      ++all;
      leads += out_[i + 1].kind == "□" || out_[i + 1].kind == "○" ? 1 : 0;
    }
    // One ① above □ may be chance; of two or more, most must lead.
    if (all < 2 || 2 * leads <= all) return;
    for (SignedLine& line : out_) {
      if (line.kind == "①") line.rank = kBoxedNumberRank;
    }
  }

  static constexpr int kDeepestNumberedHeading = 4;  // 가.; □ is deeper

  // Which sign stands above which is a report's own choice (text/sign_order.h).
  void lift_signs() {
    const auto counts = [](const SignedLine& line) { return !line.in_cell && !line.boxed && !line.kind.empty(); };
    const auto class_of = [](const SignedLine& line) { return sign_class({line.kind, line.rank, 0, line.sign, {}}); };
    std::vector<SeenSign> seen;
    for (const SignedLine& line : out_) {
      if (line.heading_level > 0 && line.heading_rank <= kDeepestNumberedHeading) {
        seen.push_back({});
      } else if (counts(line)) {
        seen.push_back({class_of(line), line.rank});
      }
    }
    const auto lifted = lifted_signs(seen);
    if (lifted.empty()) return;
    for (SignedLine& line : out_) {
      if (!counts(line)) continue;
      if (const auto at = lifted.find(class_of(line)); at != lifted.end()) line.rank = at->second;
    }
  }

  static bool reads(const Block& block) {
    return block.kind == Block::Kind::kParagraph && (block.paragraph.where == Where::kBody || block.paragraph.where == Where::kTextBox);
  }

  // The words of the document.
  void look_at(const Block& block) {
    if (!reads(block)) return;
    for (std::string_view word : words_of(block.paragraph.text)) words_.insert(word);
  }

  // `붙임 | 과제별 추진일정` in a box of its own.
  static std::string boxed_appendix(const Table& table) {
    if (table.rows > 2 || table.cells.size() > 4 || table.where != Where::kBody) return {};
    std::string title;
    for (const Cell& cell : table.cells) {
      const std::string text = collapse_blanks(cell.text);
      if (title.empty() && !text.empty() && !opens_appendix(text)) return {};
      if (!text.empty()) title += (title.empty() ? "" : " ") + text;
    }
    return title;
  }

  // What a box of one cell says: a line for each sign, or one.
  void add_box(const Table& table, std::size_t b) {
    std::string_view rest = table.cells.front().text;
    for (bool first = true; !rest.empty(); first = false) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const OutlineSign sign = outline_sign(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      // A wrapped line of the box: joined to the one before.
      if (!first && sign.kind.empty()) {
        const std::string more = collapse_blanks(sign.rest);
        if (!more.empty()) out_.back().text += (broken_word(out_.back().text, more) || out_.back().text.empty() ? "" : " ") + more;
        continue;
      }
      add_boxed_heading(0, {}, collapse_blanks(sign.rest), table, b);
      SignedLine& line = out_.back();
      line.heading_title.clear();
      line.boxed = true;
      line.kind = sign.kind;
      line.sign = sign.sign;
      line.rank = sign.rank;
    }
  }

  // Cells that hold outlines of their own: a label at the left or a title on the first line, and signed lines.
  //   추진상황 | ○ 설계 완료(’24. 3.) ⏎ ○ 착공(’24. 9.)
  void add_cells(const Table& table, std::size_t b) {
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const Cell& cell = table.cells[i];
      // In a table of columns a cell says only half of it; one that takes most of a row is a form's.
      if ((table.columns > 2 && 2 * cell.column_span < table.columns) || !holds_outline(cell.text)) continue;
      // The cell at the left that reaches over this row.
      const Cell* label = nullptr;
      for (const Cell& other : table.cells) {
        if (&other != &cell && other.row <= cell.row && other.row + other.row_span > cell.row &&
            other.column + other.column_span == cell.column)
          label = &other;
      }
      if (label != nullptr && !holds_outline(label->text)) {
        const std::string text = collapse_blanks(label->text);
        static const Pattern words(R"(\p{Hangul}{2}|\p{Hangul}\s\p{Hangul})");
        if (words.found_in(text) && code_point_count(text) <= kLongestLabel && outline_sign(text).kind.empty())
          add_cell_line(text, *label, kCellLabelRank, b);
      }
      std::string_view rest = cell.text;
      for (bool first = true; !rest.empty(); first = false) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const OutlineSign sign = outline_sign(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::string text = collapse_blanks(sign.rest);
        if (text.empty()) continue;
        if (sign.kind.empty() && !first) {
          out_.back().text += (broken_word(out_.back().text, text) ? "" : " ") + text;
          continue;
        }
        add_cell_line(text, cell, table.columns <= 2 ? kBoxSignRank : kCellLabelRank, b);
        if (sign.kind.empty()) continue;
        SignedLine& line = out_.back();
        line.kind = sign.kind;
        line.sign = sign.sign;
        line.rank = sign.rank;
        line.indent = sign.indent;
      }
    }
  }

  static constexpr std::size_t kLongestLabel = 40;  // code points
  static constexpr int kCellLabelRank = 29;         // below all that may be an initiative, above ○

  // Two signed lines with words, of one kind.
  // One signed line alone is a remark; six letters keep `- 100` and other marked figures out.
  static bool holds_outline(std::string_view text) {
    std::map<std::string_view, int> kinds;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const OutlineSign sign = outline_sign(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!sign.kind.empty() && sign.rank >= kBoxSignRank && sign.rank < kNoteRank && code_point_count(sign.rest) >= 6 &&
          ++kinds[sign.kind] >= 2)
        return true;
    }
    return false;
  }

  // Without a sign it is a title or label of what follows in its cell; an initiative it may be in a box, not in a table of columns.
  void add_cell_line(const std::string& text, const Cell& cell, int rank, std::size_t b) {
    SignedLine line;
    line.text = text;
    line.kind = "□";
    line.rank = rank;
    line.block = b;
    line.page = cell.page;
    line.bbox = cell.bbox;
    line.in_cell = true;
    out_.push_back(std::move(line));
  }

  // The first page and the whole box of the table stand for the heading.
  void add_boxed_heading(int rank, const std::string& shown, const std::string& title, const Table& table, std::size_t b) {
    SignedLine line;
    line.text = title;
    line.heading_rank = rank;
    line.heading = shown;
    line.heading_title = title;
    line.block = b;
    if (!table.pages.empty()) line.page = table.pages.front();
    line.bbox = table.bbox;
    out_.push_back(std::move(line));
  }

  // Line by line as the source has them; captions of tables are left to these.
  void read_paragraph(const Block& block, std::size_t b) {
    const Paragraph& paragraph = block.paragraph;
    if (block.heading_rank == 0 && about_table(b)) {
      open_ = false;
      return;
    }
    std::string_view rest = paragraph.text;
    for (bool first = true; !rest.empty(); first = false) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view text = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (says_something(text)) read_piece({text, &paragraph, b, first}, block);
    }
  }

  // Not an arrow of a diagram, and not a line of a list of contents: `2. 현안 과제 · · · · · 19`.
  static bool says_something(std::string_view text) {
    // Nearly every line has one of the usual letters: they ask less than all letters there are.
    static const Pattern usual(R"([\da-zA-Z가-힣])"), letters(R"([\p{L}\d])"), leaders(R"((?:[·․‥….‧ㆍ]\s{0,3}){6,}\d{0,4}\s*$)");
    return (usual.found_in(text) || letters.found_in(text)) && !leaders.found_in(text);
  }

  // Either joined to the line before, or a line of its own with its sign, heading and place.
  void read_piece(const Piece& piece, const Block& block) {
    const bool heading = piece.first && block.heading_rank > 0;
    const OutlineSign sign = outline_sign(piece.text);
    const bool appendix = !heading && sign.kind.empty() && piece.first && opens_appendix(piece.text);
    if (!piece.first && open_ && sign.kind.empty() && unfinished(out_.back().text)) {
      const std::string more = collapse_blanks(sign.rest);
      out_.back().text += (broken_word(out_.back().text, more) ? "" : " ") + more;
      return;
    }
    SignedLine line;
    line.text = collapse_blanks(sign.rest);
    line.kind = sign.kind;
    line.sign = sign.sign;
    line.rank = sign.rank;
    line.indent = sign.indent;
    line.appendix = appendix;
    if (appendix) {
      line.heading_rank = 1;
      line.heading = line.heading_title = line.text;
    }
    if (heading) {
      line.heading_rank = block.heading_rank;
      line.heading_level = block.heading_level;
      line.heading = block.heading;
      line.heading_title = block.heading_title;
      line.appendix = opens_appendix(block.heading_title);
    }
    line.block = piece.block;
    line.page = piece.paragraph->page;
    line.bbox = piece.paragraph->bbox;
    out_.push_back(std::move(line));
    // Headings of rank 1 to 3 are complete as they stand: nothing goes on from them.
    open_ = out_.back().heading_rank == 0 || out_.back().heading_rank > 3;
  }

  // `활용` | `할 수 있는`: 활용할 is a word of this document.
  bool broken_word(std::string_view before, std::string_view after) const {
    return is_broken_word(before, after, [&](const std::string& word) { return words_.contains(std::string_view(word)); });
  }

  // `(단위 : 천원)`, `< 2025년 예산 >`, `[’25.1.1. 기준]` right above a table: of the table, no line of the outline.
  bool about_table(std::size_t b) const {
    const std::string& text = document_.blocks[b].paragraph.text;
    if (speaks_of_table(text)) return true;
    if (b + 1 >= document_.blocks.size() || document_.blocks[b + 1].kind != Block::Kind::kTable) return false;
    if (document_.blocks[b + 1].heading_rank > 0) return false;
    const Table& table = document_.tables[document_.blocks[b + 1].table];
    if (is_bracketed(text)) return true;
    const auto sign = outline_sign(text);
    return sign.kind == "*" && !table.caption.empty() && label_key(table.caption) == label_key(text);
  }

  const Document& document_;
  std::unordered_set<std::string_view> words_;  // views into the document; asked, never walked
  std::vector<SignedLine> out_;
  bool open_ = false;  // the last line may go on
};

}  // namespace

std::vector<SignedLine> outline_lines(const Document& document) { return Lines(document).run(); }

}  // namespace jangbu
