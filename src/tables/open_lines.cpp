// Cuts each line into pieces. Whether two neighbouring words are of one piece depends on the gap against the font
// size and on what the words are: words need a wide gap to be parted, amounts only a blank (`1,450 1,380`), a sign
// of currency belongs to its figure however far it stands.
// The hard case is a blank inside of a figure (`1 234 567`, `1,200 (3.1)`): three digits or a bracket may go on the
// figure before.
//
//   가사업 추진   1,450 1,380   ₩ 25      →   가사업 추진 | 1,450 | 1,380 | ₩ 25
#include "tables/open_lines.h"

#include <algorithm>
#include <string_view>

#include "text/digits.h"
#include "text/outline_sign.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

// Shares of the font size.
constexpr double kBlank = 0.35;         // words of one text are no farther apart, if it is not justified
constexpr double kBeforeAmount = 0.45;  // between words and an amount: more than this, and the amount is a column
constexpr double kPieceGap = 0.7;       // whatever the words are
constexpr double kJoint = 0.2;          // less is none at all
constexpr double kCurrencyGap = 30;     // the sign stands at the left of the column, its figure at the right

// What may stand in a cell of figures besides digits: signs, brackets, marks of notes, currencies.
constexpr std::u32string_view kSigns = U".,%+-–—−()[]△▲▽▼*/:~'’€$£₩￦¢‡†§ⁱ¹²³⁴⁵⁶⁷⁸⁹⁰⁾⁽ ";

// What a run looks like by itself.
struct Word {
  bool figure = false;    // digits and signs
  bool digits = false;    // holds a digit
  bool amount = false;    // with a separator between digits
  bool currency = false;  // a sign of currency alone
  bool dash = false;      // a dash alone
  bool three = false;     // three digits: may go on a figure that blanks group
  bool opens = false;     // with a bracket
  std::size_t letters = 0;
};

// Signs around digits keep a word a figure; any letter ends it.
Word look_at(const std::u32string& text) {
  Word word;
  word.letters = text.size();
  word.figure = true;
  // `signs`: neither digit nor letter, so that `-` alone is a dash (no value) and `1-2` is a figure.
  bool signs = true, currency = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (is_digit(c)) {
      word.digits = true;
      signs = false;
    } else if (kSigns.find(c) == std::u32string_view::npos) {
      word.figure = false;
      signs = false;
    }
    if (i > 0 && i + 1 < text.size() && (c == U',' || c == U'.') && is_digit(text[i - 1]) && is_digit(text[i + 1])) word.amount = true;
    currency = currency && std::u32string_view(U"€$£₩￦¢").find(c) != std::u32string_view::npos;
  }
  word.currency = currency && !text.empty();
  word.dash = signs && !text.empty() && text.find_first_not_of(U"-–—−") == std::u32string::npos;
  word.figure = word.figure && (word.digits || word.dash);
  word.three = text.size() == 3 && std::all_of(text.begin(), text.end(), is_digit);
  word.opens = !text.empty() && (text[0] == U'(' || text[0] == U'[');
  return word;
}

}  // namespace

// From left to right: each run joins the last piece or begins another.
OpenLine open_line_of(const RunLine& line) {
  OpenLine out;
  out.box = line.box;
  out.size = line.font_size;
  out.bold = line.bold;
  Word last;
  bool figures = true, digits = false, dash = false;
  // A piece is a figure if all its words are, and one of them holds a digit or a dash.
  const auto finish = [&] {
    if (!out.pieces.empty()) out.pieces.back().figure = figures && (digits || dash);
  };
  for (const Run* run : line.runs) {
    const Word word = look_at(to_code_points(run->text));
    bool joins = false;
    if (!out.pieces.empty()) {
      const double gap = (run->box.x0 - out.pieces.back().x1) / std::max(run->font_size, 0.1);
      // Two figures side by side: in prose they are one text, in a table nearly always two columns.
      const bool both = figures && last.figure && word.figure && (last.digits || last.dash) && (word.digits || word.dash);
      if (gap <= kJoint) {
        joins = true;
      } else if (last.currency && word.digits && word.figure) {
        joins = gap <= kCurrencyGap;
      } else if (gap > kPieceGap) {
        joins = false;
      } else if (both) {
        joins = gap <= kBlank && !(last.amount && word.amount && !word.three);
        if (word.opens && word.digits) joins = true;
      } else {
        joins = !(word.figure && word.amount && gap > kBeforeAmount) && !(word.currency && gap > kBeforeAmount);
      }
    }
    if (joins) {
      out.pieces.back().x1 = std::max(out.pieces.back().x1, run->box.x1);
    } else {
      finish();
      figures = true;
      digits = dash = false;
      out.pieces.push_back({{}, run->box.x0, run->box.x1, run->font_size, 0, false});
    }
    out.pieces.back().runs.push_back(run);
    out.pieces.back().letters += word.letters;
    figures = figures && (word.figure || word.currency);
    digits = digits || word.digits;
    dash = dash || word.dash;
    last = word;
  }
  finish();
  return out;
}

// May err towards true only: a caller that hears false skips the cutting.
bool may_part(const RunLine& line) {
  const auto has_digit = [](const Run* run) { return run->text.find_first_of("0123456789") != std::string::npos; };
  for (std::size_t i = 1; i < line.runs.size(); ++i) {
    const Run *left = line.runs[i - 1], *right = line.runs[i];
    const double gap = right->box.x0 - left->box.x1;
    if (gap > kBlank * right->font_size) return true;
    if (gap > kJoint * right->font_size && has_digit(left) && has_digit(right)) return true;
  }
  return false;
}

std::vector<OpenLine> open_lines_of(const std::vector<const Run*>& runs) {
  std::vector<OpenLine> lines;
  for (const RunLine& line : lines_of(runs)) lines.push_back(open_line_of(line));
  return lines;
}

// Nothing but figures, dashes and signs of currency; a sign of currency alone is none.
bool is_figure_text(const std::vector<const Run*>& runs) {
  bool any = false;
  for (const Run* run : runs) {
    const Word word = look_at(to_code_points(run->text));
    if (!word.figure && !word.currency) return false;
    any = any || word.figure;
  }
  return any;
}

// A numbered heading, or one with a sign that ranks as high as □. Signs of lists (·, -) open no section.
bool begins_section(std::string_view line) {
  const OutlineSign sign = outline_sign(line);
  if (sign.kind.empty()) return false;
  const auto first = code_point_at(sign.kind, 0);
  return first && (is_letter_or_digit(*first) || sign.rank <= kBoxSignRank);
}

// □ 예산 현황, 〈표 1〉: one piece behind its sign, since what falls into several is a row that begins with a sign.
bool is_title(const RunLine& line) {
  const OutlineSign sign = outline_sign(line.text);
  const bool signed_title = sign.rank <= kCircleSignRank && !sign.kind.empty() && !sign.rest.empty();
  const bool bracketed =
      line.text.starts_with("<") || line.text.starts_with("〈") || line.text.starts_with("《") || line.text.starts_with("【");
  return (signed_title || bracketed) && open_line_of(line).pieces.size() == 1;
}

// Three pieces side by side in one of the lines, and no figure anywhere.
bool are_headings(const std::vector<RunLine>& lines) {
  std::size_t pieces = 0;
  for (const RunLine& line : lines) {
    const OpenLine look = open_line_of(line);
    pieces = std::max(pieces, look.pieces.size());
    if (std::any_of(look.pieces.begin(), look.pieces.end(), [](const auto& piece) { return piece.figure; })) return false;
  }
  return pieces >= 3;
}

bool begins_caption(const RunLine& line) { return begins_in("caption_openers", line.text); }

}  // namespace jangbu
