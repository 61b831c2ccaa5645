// One line → a heading with its rank and number, by the forms of numbering that Korean reports use (see the header).
// Forms are tried from chapter to box; the first that matches decides.
// The hard case is a line that begins like a heading and is none: `1 | 1,200 | 950` is a row of a table, `1. 기간: 3월`
// a labelled line, `2. 추진하였음.` a sentence (reads_as_title).
#include "normalize/heading.h"

#include <array>

#include "text/bullets.h"
#include "text/circled.h"
#include "text/figure.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

constexpr std::size_t kLongestHeading = 60;  // code points; longer lines are sentences
constexpr std::size_t kLongestBoxHeading = 30;

struct Form {
  int rank;
  Pattern pattern;  // group 1 the number, group 2 the title
};

// Ⅳ. · 제1장 · 1. · 1 | · 가. · □; the last one with signs of the Private Use Area, where Hangul fonts keep their boxes.
const std::array<Form, 7>& forms() {
  static const std::array<Form, 7> instance{{
      {1, Pattern(R"(^\s*([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|[IVX]{1,5})\s*[.．]?\s+(.+)$)")},
      {1, Pattern(R"(^\s*(제\s*\d{1,2}\s*[장편])\s*[.．]?\s+(.+)$)")},
      {2, Pattern(R"(^\s*(제\s*\d{1,2}\s*[절관])\s*[.．]?\s+(.+)$)")},
      {2, Pattern(R"(^\s*(\d{1,2})\s*[.．]\s*([^\d\s].*|20\d\d\s?(?:년도?|학년도|회계연도)\s+\p{Hangul}.*)$)")},
      {3, Pattern(R"(^\s*(\d{1,2})(?:\s*[|│ㅣ\]]\s*|\s+)([^\d\s].*|20\d\d\s?(?:년도?|학년도|회계연도)\s+\p{Hangul}.*)$)")},
      {4, Pattern(R"(^\s*([가나다라마바사아자차카타파하])\s*[.．]\s+(.+)$)")},
      {5, Pattern(R"(^\s*()" + class_of(kBoxes, "│") + R"(|__|[\x{E000}-\x{F8FF}]|[\x{F0000}-\x{FFFFD}])\s*(.+)$)")},
  }};
  return instance;
}

const std::array<Form, 4>& series_forms() {
  static const std::array<Form, 4> instance{{
      {3, Pattern(R"(^\s*((?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|\d{1,2})\s?[-–]\s?\d{1,2}(?:\s?[-–]\s?\d{1,2})?)\s*[.．)]?\s+([^\d\s].*)$)")},
      {3, Pattern(R"(^\s*(\d{1,2}(?:[.．]\d{1,2}){1,2})\s*[.．)]?\s+([^\d\s].*)$)")},
      {3, Pattern(R"(^\s*[\[【〔〖]\s*(\d{1,2})\s*[\]】〕〗]\s*([^\d\s].*)$)")},
      {3, Pattern(R"(^\s*((?:[가-힣]{1,4}\s?){1,2}\d{1,2})(?:\s*[.．:|│]\s*|\s+)([^\d\s].*)$)")},
  }};
  return instance;
}

// A sentence, a list of figures or a labelled line is no heading.
bool reads_as_title(std::string_view title, int rank) {
  static const Pattern no_title(R"([:：]\s*\S|[.!?。:：]$|[,;]$|\d[%,]\d|⇒|→|＝|=)");
  static const Pattern aside(R"(\s*\([^()]*\)\s*$)");  // 해안 정비 (프로그램 : 연안 관리)
  const std::size_t length = code_point_count(title);
  if (length < 2 || length > (rank == kBoxRank ? kLongestBoxHeading : kLongestHeading)) return false;
  const std::string outside = aside.replaced(title, "");
  if (outside.empty() || no_title.found_in(outside)) return false;
  std::size_t figures = 0;
  for (std::string_view word : words_of(title)) figures += is_plain_figure(word);
  return figures < 2;
}

}  // namespace

// Markdown first, whose marks may stand before any of the forms.
std::optional<Heading> heading_of(std::string_view line) {
  // Markdown: what stands behind the marks may be numbered; if not, the marks tell the rank.
  static const Pattern markdown(R"(^\s*(#{1,6})\s+(.+?)\s*#*\s*$)");
  if (line.find('#') != std::string_view::npos) {
    if (const auto groups = markdown.groups(line); !groups.empty()) {
      if (auto heading = heading_of(groups[2])) return heading;
      return Heading{static_cast<int>(groups[1].size()), "", collapse_blanks(without_letter_spacing(without_markup(groups[2])))};
    }
  }
  // `2019년도 서울혁신기획관 예산현황`: the title of an appendix, which needs no number.
  static const Pattern appendix(R"(^\s*20\d\d\s*(?:년도?|회계연도)?\s[^:：]{2,30}(?:)" + any_of("appendix_endings") + R"()\s*$)");
  if (appendix.found_in(line)) return Heading{2, "", collapse_blanks(without_letter_spacing(without_markup(line)))};
  // The standing headings of an initiative, whose bullet the extraction may have lost.
  static const Pattern standing(R"(^\s*(?:)" + any_of("standing_headings") + R"()\s*$)");
  if (standing.found_in(line)) return Heading{kBoxRank, "□", collapse_blanks(without_letter_spacing(without_markup(line)))};
  // A title has two syllables of Hangul, or three Latin letters.
  static const Pattern hangul(R"(\p{Hangul}{2}|[A-Za-z]{3})");
  for (const Form& form : forms()) {
    const auto groups = form.pattern.groups(line);
    if (groups.empty()) continue;
    Heading heading;
    heading.rank = form.rank;
    heading.number = std::string(groups[1]);
    heading.title = collapse_blanks(without_letter_spacing(without_markup(groups[2])));
    // Which box a font draws does not matter: all are one rank.
    if (form.rank == kBoxRank) heading.number = "□";
    if (!reads_as_title(heading.title, form.rank) || !hangul.found_in(heading.title)) return std::nullopt;
    return heading;
  }
  return std::nullopt;
}

std::optional<Heading> series_heading_of(std::string_view line) {
  static const Pattern words(R"(\p{Hangul}{2}|[A-Za-z]{3})");
  for (const Form& form : series_forms()) {
    const auto groups = form.pattern.groups(line);
    if (groups.empty()) continue;
    Heading heading{form.rank, collapse_blanks(groups[1]), collapse_blanks(without_letter_spacing(without_markup(groups[2])))};
    if (!reads_as_title(heading.title, form.rank) || !words.found_in(heading.title)) return std::nullopt;
    return heading;
  }
  return std::nullopt;
}

std::vector<int> counts_of(std::string_view number) {
  std::vector<int> out;
  bool in_digits = false;
  for (const char32_t point : to_code_points(number)) {
    const bool digit = point >= U'0' && point <= U'9';
    if (digit && in_digits) {
      if (out.back() < 100) out.back() = out.back() * 10 + static_cast<int>(point - U'0');
    } else if (digit) {
      out.push_back(static_cast<int>(point - U'0'));
    } else if (point >= U'Ⅰ' && point <= U'Ⅻ') {
      out.push_back(static_cast<int>(point - U'Ⅰ') + 1);
    } else if (const int circled = circled_number(point); circled > 0) {
      out.push_back(circled);
    }
    in_digits = digit;
  }
  return out;
}

int part_depth(std::string_view number) {
  if (!number.starts_with("제")) return 0;
  if (number.ends_with("편")) return 1;
  if (number.ends_with("장")) return 2;
  if (number.ends_with("절")) return 3;
  return number.ends_with("관") ? 4 : 0;
}

// With the stop that belongs to the kind of number, whatever the page printed.
std::string shown(const Heading& heading) {
  if (heading.number.empty()) return heading.title;
  const bool dotted = (heading.rank == 1 || heading.rank == 2 || heading.rank == 4) && part_depth(heading.number) == 0;
  return heading.number + (dotted ? ". " : " ") + heading.title;
}

}  // namespace jangbu
