#include "records/outline_lines.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "text/caption.h"
#include "text/label.h"
#include "text/outline_sign.h"
#include "text/pattern.h"
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

  std::vector<SignedLine> run() {
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
        } else if (const std::string title = boxed_appendix(table); !title.empty()) {
          add_boxed_heading(1, title, title, table, b);
        } else if (table.rows == 1 && table.columns == 1 && !table.cells.empty() && says_something(table.cells.front().text)) {
          add_box(table, b);
        }
        continue;
      }
      if (reads(block)) read_paragraph(block, b);
    }
    return std::move(out_);
  }

 private:
  static bool reads(const Block& block) {
    return block.kind == Block::Kind::kParagraph && (block.paragraph.where == Where::kBody || block.paragraph.where == Where::kTextBox);
  }

  // The right border of each page's text, and the words of the document.
  void look_at(const Block& block) {
    if (!reads(block)) return;
    const Paragraph& paragraph = block.paragraph;
    if (paragraph.bbox && paragraph.page) {
      double& right = right_[*paragraph.page];
      right = std::max(right, paragraph.bbox->x1);
    }
    for (std::string_view word : words_of(paragraph.text)) words_.insert(word);
  }

  static bool opens_appendix(std::string_view text) {
    static const Pattern appendix(R"(^\s*[\[【〔(<]?\s*(?:붙\s*임|별\s*첨|별\s*지|참\s*고|부\s*록)\s*\d{0,2}\s*(?:[\]】〕)>]\s*.*|\d?)$)");
    return code_point_count(text) <= 60 && appendix.matches(text);
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

  // ▲, ② and → stand inside of lines as well: where the line has one already, another goes on with it.
  bool inside_list(const OutlineSign& sign) const {
    if (sign.kind != "▲" && sign.kind != "①" && sign.kind != "→") return false;
    static const Pattern triangle(R"([▲△▴▵])"), circled(R"([①-⑳㉠-㉭])"), arrow(R"([→⇒⇨➜➡➔])");
    return (sign.kind == "▲" ? triangle : sign.kind == "①" ? circled : arrow).found_in(out_.back().text) && last_.paragraph->bbox.has_value();
  }

  void read_piece(const Piece& piece, const Block& block) {
    const bool heading = piece.first && block.heading_rank > 0;
    const OutlineSign sign = outline_sign(piece.text);
    if (!heading && open_ && inside_list(sign) && goes_on(piece, sign)) {
      join(piece, piece.text);
      return;
    }
    const bool appendix = !heading && sign.kind.empty() && piece.first && opens_appendix(piece.text);
    if (!heading && !appendix && open_ && sign.kind.empty() && goes_on(piece, sign)) {
      join(piece, sign.rest);
      return;
    }
    SignedLine line;
    line.text = collapse_blanks(sign.rest);
    line.kind = sign.kind;
    line.sign = sign.sign;
    line.rank = sign.rank;
    line.indent = sign.indent;
    if (appendix) {
      line.heading_rank = 1;
      line.heading = line.heading_title = line.text;
    }
    if (heading) {
      line.heading_rank = block.heading_rank;
      line.heading = block.heading;
      line.heading_title = block.heading_title;
    }
    line.block = piece.block;
    line.page = piece.paragraph->page;
    line.bbox = piece.paragraph->bbox;
    out_.push_back(std::move(line));
    open_ = out_.back().heading_rank == 0 || out_.back().heading_rank > 3;
    last_ = piece;
  }

  bool goes_on(const Piece& piece, const OutlineSign& sign) const {
    const Paragraph &before = *last_.paragraph, &here = *piece.paragraph;
    if (piece.first && before.bbox && here.bbox && before.page && here.page) {
      if (out_.back().kind.empty() && out_.back().heading_rank == 0 && before.font_size != here.font_size) return false;
      if (*here.page < *before.page || *here.page > *before.page + 1) return false;
      if (out_.back().bbox && *here.page == out_.back().page && here.bbox->x0 < out_.back().bbox->x0 - here.font_size / 2) return false;
      const auto words = words_of(here.text);
      const int all = display_width(here.text);
      if (words.empty() || all == 0) return false;
      const double word = (here.bbox->x1 - here.bbox->x0) * display_width(words.front()) / all;
      return before.bbox->x1 + word > right_.at(*before.page) - here.font_size || ends_unfinished(before.text);
    }
    if (piece.first && sign.indent > 0 && !before.bbox) return false;  // a sign was lost, or it stands below the line before
    return ends_unfinished(out_.back().text);
  }

  void join(const Piece& piece, std::string_view rest) {
    SignedLine& line = out_.back();
    const std::string text = collapse_blanks(rest);
    line.text += (broken_word(line.text, text) ? "" : " ") + text;
    if (line.bbox && piece.paragraph->bbox && line.page == piece.paragraph->page) line.bbox = united(*line.bbox, *piece.paragraph->bbox);
    last_ = piece;
  }

  static Box united(const Box& a, const Box& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
  }

  // `활용` | `할 수 있는`: 활용할 is a word of this document.
  bool broken_word(std::string_view before, std::string_view after) const {
    const auto left = words_of(before.substr(before.size() - std::min<std::size_t>(before.size(), 200)));
    const auto right = words_of(after.substr(0, 200));
    if (left.empty() || right.empty()) return false;
    static const Pattern closing(R"(^[,.)\]」』”:;%·])"), opening(R"([(\[「『‘“·]$)");
    if (closing.found_in(right.front()) || opening.found_in(left.back())) return true;
    static const Pattern closed(R"([)\]」』’”]$)"), particle(R"(^(?:으로|로|을|를|은|는|이|가|에|의|와|과|도|만|까지|부터|에서)(?:만|는|도|서|의)?$)");
    if (closed.found_in(left.back()) && particle.matches(right.front())) return true;
    const std::string whole = std::string(left.back()) + std::string(right.front());
    return words_.contains(std::string_view(whole));
  }

  bool about_table(std::size_t b) const {
    const std::string& text = document_.blocks[b].paragraph.text;
    static const Pattern unit(R"([(\[（〔]\s*[^()\[\]（）〔〕]{0,60}단\s*위\s*[:：;])");  // not `구 단위 계획 3건`
    if (unit.found_in(text) && unit_in(text)) return true;
    static const Pattern brackets(R"(^\s*[<〈《(\[【（〔].*[>〉》)\]】）〕]\s*$)");
    const bool bracketed = brackets.matches(text);
    if (bracketed && as_of_in(text)) return true;
    if (b + 1 >= document_.blocks.size() || document_.blocks[b + 1].kind != Block::Kind::kTable) return false;
    if (document_.blocks[b + 1].heading_rank > 0) return false;
    const Table& table = document_.tables[document_.blocks[b + 1].table];
    if (bracketed) return true;
    const auto sign = outline_sign(text);
    return sign.kind == "*" && !table.caption.empty() && label_key(table.caption) == label_key(text);
  }

  const Document& document_;
  std::map<int, double> right_;
  std::unordered_set<std::string_view> words_;  // views into the document; asked, never walked
  std::vector<SignedLine> out_;
  bool open_ = false;  // the last line may go on
  Piece last_{};
};

}  // namespace

bool ends_unfinished(std::string_view text) {
  const std::string end = trim(text);
  if (end.empty()) return false;
  static const Pattern unfinished(
      R"((?:[,·ㆍ/(\[「『‘“]|[가-힣](?:을|를|의|와|및|으로|에서|에게|부터|하는|되는|있는|없는|하여|되어|하고|되고|이고|하며|되며|이며|에|는|은|고|도록)|(?:위한|위해|통한|통해|따른|따라|대한|대해|관한|관해)|(?:^|\s)(?:및|등의|또는|그리고|더))$)");
  static const Pattern noun(R"((?:협|논|회|동|주|건|문|합|결|정|심|토|유|창|강|편|제|거|호|성|도|예)의$|(?:마|가|고)을$|(?:보|재|광|창|권|공|금|사|참|최|중|제|신|예|경|원|피|수|지|충|통|선|노|포|상|무|투|문|서|냉)고$)");  // 협의 is a word, no 협 with a particle
  if (unfinished.found_in(end) && !noun.found_in(end)) return true;
  int open = 0;
  for (const char c : end) open += c == '(' ? 1 : c == ')' ? -1 : 0;
  return open > 0;
}

std::vector<SignedLine> outline_lines(const Document& document) { return Lines(document).run(); }

}  // namespace jangbu
