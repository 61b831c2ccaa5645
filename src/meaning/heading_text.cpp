// Scans a heading once: brackets are parted from the rest, formulas over column letters and units in them are taken,
// then periods and runs of letters. Circled numbers that name columns become letters: `(②/①)` is `(B/A)`.
// Hard cases: `(B-A)/A`, whose division stands outside of its bracket; `초` and `말`, which end a year (`’24년말`) but
// also begin words (`초등`); a digit that is no year and belongs to its word (`3·4급`); `예 산`, stretched by blanks, in
// a title whose other blanks part words.
//
//   "’24년말 현재액(B, 백만원)"   period: the end of 2024; run: 현재액; letter: B; unit: 백만원
//   "증감(C=B-A)"                 run: 증감; letters: C is B − A
//   "집행률(B/A)"                 run: 집행률; letters: B over A, without a name
#include "meaning/heading_text.h"

#include <algorithm>

#include "text/circled.h"
#include "text/digits.h"
#include "text/label.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/word_lists.h"

namespace jangbu {
namespace {

bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_quote(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'`' || c == U'´' || c == U'′'; }
bool is_tilde(char32_t c) { return c == U'~' || c == U'∼' || c == U'〜' || c == U'∽'; }
bool is_opening(char32_t c) { return c == U'(' || c == U'[' || c == U'〔' || c == U'【' || c == U'<' || c == U'〈'; }
bool is_closing(char32_t c) { return c == U')' || c == U']' || c == U'〕' || c == U'】' || c == U'>' || c == U'〉'; }
bool is_dot(char32_t c) {
  return c == U'·' || c == U'.' || c == U'․' || c == U'‧' || c == U'・' || c == U'･' || c == U'•' || c == U'∙' || c == U'⋅';
}

// One pass in this order, since each step takes out what the next would misread: a formula that is all of the text; (B-A)/A, whose division
// stands outside of its bracket; an equation behind the words; then brackets apart from the rest, and both letter by letter.
class Scanner {
 public:
  Scanner(std::u32string text, bool part_words) : text_(std::move(text)), part_words_(part_words) {}

  HeadingText run() {
    if (formula(text_)) return std::move(out_);  // B-A in a cell of its own
    take_growth();
    take_percent();
    take_equation();
    take_month_end();
    if (!part_words_) take_day();  // of a column: the day in a title is that of all figures below it
    take_counted_year();
    std::u32string outside;
    std::vector<std::u32string> inside;
    part_brackets(outside, inside);
    scan(outside, false);
    for (const std::u32string& content : inside) bracket(content);
    return std::move(out_);
  }

 private:
  // `found` is a part of `text`, which is the heading as it is.
  void put_in_place(const std::string& text, std::string_view found, const std::string& instead) {
    const auto at = static_cast<std::size_t>(found.data() - text.data());
    text_ = to_code_points(text.substr(0, at) + instead + text.substr(at + found.size()));
  }

  // (B-A)/A: the one formula whose division stands outside of its bracket.
  void take_growth() {
    if (text_.find(U'(') == std::u32string::npos) return;
    static const Pattern growth(R"((?:([A-Z])\s*=\s*)?\(\s*([A-Z])\s*([-−–△+])\s*([A-Z])\s*\)\s*[/÷]\s*([A-Z]))");
    const std::string text = to_utf8(text_);
    const auto groups = growth.groups(text);
    if (groups.empty()) return;
    if (!groups[1].empty()) out_.letters.name = groups[1][0];
    out_.letters.sum = {{1, groups[2][0]}, {groups[3] == "+" ? 1 : -1, groups[4][0]}};
    out_.letters.base = {{1, groups[5][0]}};
    put_in_place(text, groups[0], " ");
  }

  // B/A(%), 집행률 B/A (%): the sign of a rate behind its formula, which else would not end the heading.
  void take_percent() {
    static const Pattern percent(R"([A-Oa-f]\s*([(\[]\s*[%％]\s*[)\]]|[%％])\s*$)");
    const std::string text = to_utf8(text_);
    const auto groups = percent.groups(text);
    if (groups.size() < 2) return;
    put_in_place(text, groups[1], "");
    out_.percent = true;
  }

  // 잔액 C=A-B, 합계 D=(A+B), 집행률 B/A: a formula behind the words, without brackets around the whole of it.
  void take_equation() {
    static const Pattern equation(R"((?:^|[^A-Za-z0-9(\[])((?:[A-O]\s*=\s*)?\(?\s*[A-O](?:\s*[-−–△+/÷]\s*\(?\s*[A-O]\s*\)?)+\s*\)?)\s*$)");
    const std::string text = to_utf8(text_);
    const auto groups = equation.groups(text);
    if (groups.size() < 2 || groups[1].empty()) return;
    std::u32string plain;
    for (const char32_t c : to_code_points(groups[1])) {
      if (!is_opening(c) && !is_closing(c)) plain.push_back(c);
    }
    if (!formula(plain)) return;
    text_ = to_code_points(std::string_view(text).substr(0, static_cast<std::size_t>(groups[1].data() - text.data())));
  }

  // 1차년도(2025), 2차 연도 (’26년): the year that is counted, where it is printed.
  void take_counted_year() {
    if (text_.find(U'차') == std::u32string::npos) return;
    static const Pattern counted(R"((?:제\s*)?\d{1,2}\s*차\s*[년연]도?\s*[(\[]\s*((?:20\d\d|['’‘]\s?\d\d)\s*년?도?)\s*[)\]])");
    const std::string text = to_utf8(text_);
    const auto groups = counted.groups(text);
    if (groups.size() < 2) return;
    const bool whole = groups[1].find("년") != std::string_view::npos;
    put_in_place(text, groups[0], std::string(groups[1]) + (whole ? "" : "년"));
  }

  // 6월말 징수액, 2025년 9월 말 현재: what had come together by then.
  void take_month_end() {
    if (text_.find(U'월') == std::u32string::npos) return;
    static const Pattern month_end(R"((?:^|[\s(년.])((?:1[0-2]|[1-9])\s*월\s*말(?:\s*(?:현재|기준))?)(?:$|[\s)가-힣]))");
    const std::string text = to_utf8(text_);
    const auto groups = month_end.groups(text);
    if (groups.size() < 2) return;
    put_in_place(text, groups[1], " ");
    out_.month_end = true;
  }

  // 집행액(6.30.), 집행액(’26. 6. 30. 기준), 6.30. 현재 집행액: the same, up to a day. Its year stays, where it is printed.
  void take_day() {
    static const Pattern day(
        R"((?:^|\s|[(\[])\s*((?:(20\d\d|['’‘]\s?\d\d)\s*[.년]\s*)?(?:1[0-2]|0?[1-9])\s*[.월]\s*(?:3[01]|[12]\d|0?[1-9])(\s*[.일])?\s*(현재|기준|까지|[)\]])))");
    const std::string text = to_utf8(text_);
    const auto groups = day.groups(text);
    if (groups.empty()) return;
    const bool closed = groups[4] == ")" || groups[4] == "]";
    if (closed && groups[2].empty() && groups[3].empty()) return;  // (1.5) is a figure
    const std::string closing = closed ? std::string(groups[4]) : std::string(" ");
    put_in_place(text, groups[1], (groups[2].empty() ? std::string(" ") : std::string(groups[2]) + "년") + closing);
    out_.month_end = true;
  }

  // Text outside of brackets and the content of each outermost bracket. A bracket leaves a blank, so that words do
  // not grow together.
  void part_brackets(std::u32string& outside, std::vector<std::u32string>& inside) {
    int depth = 0;
    for (const char32_t c : text_) {
      if (is_opening(c)) {
        if (depth++ == 0) {
          inside.emplace_back();
          outside.push_back(U' ');
        } else {
          inside.back().push_back(U' ');
        }
      } else if (is_closing(c)) {
        if (depth == 0) {  // 1), 주2): a note mark, digits and all
          while (!outside.empty() && is_digit(outside.back())) outside.pop_back();
          if (!outside.empty() && outside.back() == U'주') outside.pop_back();
        } else if (--depth > 0) {
          inside.back().push_back(U' ');
        }
      } else {
        (depth > 0 ? inside.back() : outside).push_back(c);
      }
    }
  }

  // A whole formula over letters: A, A-B, C=A-B, B/A, A+B+C; small ones up to f as well, behind which units begin: (a-b), but (g), (m).
  bool formula(std::u32string_view text) {
    std::u32string plain;
    for (const char32_t c : text) {
      if (is_blank(c)) continue;
      plain.push_back(c == U'−' || c == U'–' || c == U'△' ? U'-' : c == U'÷' ? U'/' : c >= U'a' && c <= U'f' ? c - U'a' + U'A' : c);
    }
    if (plain.empty() || plain.size() > 16) return false;
    std::optional<char> name;
    std::size_t at = 0;
    if (plain.size() >= 2 && is_capital(plain[0]) && plain[1] == U'=') {
      name = static_cast<char>(plain[0]);
      at = 2;
    }
    // Letters and signs in turn; a second `/` or a `=` in the middle is no formula.
    std::vector<LetterTerm> sum, base;
    std::vector<LetterTerm>* side = &sum;
    int sign = 1;
    bool letter_due = true;
    for (; at < plain.size(); ++at) {
      const char32_t c = plain[at];
      if (letter_due && is_capital(c)) {
        side->push_back({sign, static_cast<char>(c)});
        letter_due = false;
      } else if (!letter_due && (c == U'+' || c == U'-')) {
        sign = c == U'+' ? 1 : -1;
        letter_due = true;
      } else if (!letter_due && c == U'/' && side == &sum) {
        side = &base;
        sign = 1;
        letter_due = true;
      } else {
        return false;
      }
    }
    if (letter_due) return false;
    if (sum.size() == 1 && base.empty() && !name) {
      out_.letters.name = sum.front().letter;
      return true;
    }
    if (name) out_.letters.name = name;
    out_.letters.sum = std::move(sum);
    out_.letters.base = std::move(base);
    return true;
  }

  // `(억원, A)`, `(단위: %)`: pieces between commas are a formula, a unit, or words.
  void bracket(const std::u32string& content) {
    std::size_t from = 0;
    while (from <= content.size()) {
      std::size_t end = content.find(U',', from);
      if (end == std::u32string::npos) end = content.size();
      std::u32string_view piece = std::u32string_view(content).substr(from, end - from);
      from = end + 1;
      const std::string text = trim(to_utf8(piece));
      if (text.empty() || formula(piece)) continue;
      static const Pattern unit_mark(R"(^단\s*위\s*[:：;]?\s*)");
      const std::string bare = unit_mark.replaced(text, "");
      if (bare == "%") {
        out_.percent = true;
      } else if (const auto unit = unit_named(bare)) {
        out_.units.push_back(*unit);
      } else if (!is_in("asides_in_headings", bare)) {
        scan(std::u32string(piece), true);
      }
    }
  }

  // A year at `at`: 2024, ’24, 24년; with 년, 년도, 연도, 학년도, 회계연도 behind. Gives where it ends.
  std::optional<std::pair<int, std::size_t>> year_at(const std::u32string& text, std::size_t at) const {
    const std::size_t start = at;
    const bool quoted = is_quote(text[at]);
    if (quoted) {
      ++at;
      while (at < text.size() && is_blank(text[at])) ++at;
    }
    std::size_t digits = 0;
    int number = 0;
    // The figure itself: 24, ’24 or 2024.
    // Two digits or four: `5` may be anything.
    while (at + digits < text.size() && digits < 5 && is_digit(text[at + digits]))
      number = number * 10 + static_cast<int>(text[at + digits++] - U'0');
    if (digits != 2 && digits != 4) return std::nullopt;
    // A digit before it makes it the tail of a figure: `1,2024`.
    if (start > 0 && (is_digit(text[start - 1]) || text[start - 1] == U',' || text[start - 1] == U'.')) return std::nullopt;
    std::size_t end = at + digits;
    const std::size_t bare_end = end;
    while (end < text.size() && is_blank(text[end])) ++end;
    const auto follows = [&](std::u32string_view word) { return std::u32string_view(text).substr(end).starts_with(word); };
    bool named = false;
    for (const std::u32string_view word : {U"회계연도", U"회계년도", U"학년도", U"년도", U"연도", U"년"}) {
      if (!follows(word)) continue;
      end += word.size();
      named = true;
      break;
    }
    if (!named) end = bare_end;
    if (digits == 4 && (number < 1950 || number > 2099)) return std::nullopt;
    if (digits == 4 && !named && end < text.size() && (text[end] == U',' || text[end] == U'.' || is_digit(text[end]))) return std::nullopt;
    if (digits == 2 && !quoted && !named) return std::nullopt;
    // ’70 to ’99 are years of the last century.
    if (digits == 2) number += number >= 70 ? 1900 : 2000;
    return std::pair(number, end);
  }

  // A period at `at`: a year with what stands around it (`~2024`, `2026~2027`, `2024년 이전`). Moves `at` behind it.
  bool period_at(const std::u32string& text, std::size_t& at) {
    std::size_t begin = at;
    bool open_front = false;
    if (is_tilde(text[at])) {
      begin = at + 1;
      while (begin < text.size() && is_blank(text[begin])) ++begin;
      if (begin >= text.size()) return false;
      open_front = true;
    }
    const auto first = year_at(text, begin);
    if (!first) return false;
    FacetPeriod period{open_front ? FacetPeriod::Kind::kBefore : FacetPeriod::Kind::kYear, first->first, 0};
    std::size_t end = first->second, next = end;
    const auto skip = [&] {
      next = end;
      while (next < text.size() && (is_blank(text[next]) || text[next] == U'.')) ++next;
    };
    // Where the word ends that begins there; a line may end within it (이⏎후). 0: another stands there.
    const auto behind = [&](std::u32string_view word) {
      std::size_t after = next;
      for (std::size_t i = 0; i < word.size(); ++i, ++after) {
        while (i > 0 && after < text.size() && is_blank(text[after])) ++after;
        if (after >= text.size() || text[after] != word[i]) return std::size_t{0};
      }
      return after;
    };
    skip();
    if (!open_front && next < text.size() && is_tilde(text[next])) {
      std::size_t second_at = next + 1;
      while (second_at < text.size() && is_blank(text[second_at])) ++second_at;
      const auto second = second_at < text.size() ? year_at(text, second_at) : std::nullopt;
      if (second) {
        period = {FacetPeriod::Kind::kRange, first->first, second->first};
        end = second->second;
      } else {
        period.kind = FacetPeriod::Kind::kAfter;
        end = next + 1;
      }
    } else if (!open_front) {
      struct Ending {
        std::u32string_view word;
        FacetPeriod::Kind kind;
      };
      static constexpr Ending kEndings[] = {
          {U"이전", FacetPeriod::Kind::kBefore}, {U"까지", FacetPeriod::Kind::kBefore}, {U"이후", FacetPeriod::Kind::kAfter},
          {U"부터", FacetPeriod::Kind::kAfter},  {U"도말", FacetPeriod::Kind::kEnd},    {U"연말", FacetPeriod::Kind::kEnd},
          {U"말", FacetPeriod::Kind::kEnd},      {U"초", FacetPeriod::Kind::kStart},    {U"중", FacetPeriod::Kind::kYear}};
      for (const Ending& ending : kEndings) {
        const std::size_t after = behind(ending.word);
        if (after == 0) continue;
        // 초, 말 and 중 begin words, too: ’24년 초등, ’24년 말뭉치, ’24년 중점과제.
        if (ending.word.size() == 1 && after < text.size() && is_hangul_syllable(text[after]) && !end_word_may_follow(text, after))
          continue;
        period.kind = ending.kind;
        end = after;
        break;
      }
      // `2024년 3월`, `2024. 3.`, `2024년 1분기`: a part of the year, which no field keeps.
      if (period.kind == FacetPeriod::Kind::kYear && next < text.size() && is_digit(text[next])) {
        std::size_t month = next;
        while (month < text.size() && is_digit(text[month])) ++month;
        if (month - next <= 2 && month < text.size() &&
            (text[month] == U'월' || std::u32string_view(text).substr(month).starts_with(U"분기") || text[month] == U'.')) {
          period.kind = FacetPeriod::Kind::kPart;
          end = month + (text[month] == U'분' ? 2 : 1);
        }
      }
    }
    out_.pieces.push_back({HeadingPiece::Kind::kPeriod, {}, period, false});
    at = end;
    return true;
  }

  // What may follow ’24년말 in one word: 현재, 조성, 예상, 집행 …; told by a small list of beginnings, since words come later.
  static bool end_word_may_follow(const std::u32string& text, std::size_t at) {
    const std::u32string_view rest = std::u32string_view(text).substr(at);
    return begins_in("behind_end_of_year", to_utf8(std::u32string(rest)));
  }

  // 1~2급: a sign between two digits, and 급 behind them.
  static bool joins_grades(const std::u32string& text, std::size_t at) {
    return at > 0 && at + 2 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]) && text[at + 2] == U'급';
  }

  // A digit may begin a year or belong to a word: the run is put aside, the year is tried, and where there is none the run goes on.
  // A stroke within a bracket is remembered, since (지출/현액) says of what a rate is.
  // One walk over letters: what is a period, a sign or a blank ends the run before it.
  void scan(const std::u32string& text, bool bracketed) {
    std::u32string run;
    std::size_t word_length = 0;  // of the last word of the run, where blanks part words
    bool behind_stroke = false, difference = false;
    const std::size_t first = out_.pieces.size();
    const auto flush = [&] {
      if (!run.empty()) out_.pieces.push_back({HeadingPiece::Kind::kRun, run, {}, bracketed, behind_stroke});
      if (!run.empty()) behind_stroke = false;
      run.clear();
      word_length = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = text[at];
      if (is_quote(c) || is_digit(c) || is_tilde(c)) {
        const std::size_t before = out_.pieces.size();
        std::size_t end = at;
        flush();
        const std::size_t flushed = out_.pieces.size();
        if (period_at(text, end)) {
          out_.pieces.back().bracketed = bracketed;
          at = end;
          continue;
        }
        if (flushed != before && out_.pieces.back().kind == HeadingPiece::Kind::kRun && !is_tilde(c) && !is_quote(c)) {
          run = std::move(out_.pieces.back().run);  // no year: the run goes on with its digit
          out_.pieces.pop_back();
          word_length = run.size();
        }
        if (is_digit(c)) {
          run.push_back(c);
          ++word_length;
        } else if (is_tilde(c) && flushed != before && joins_grades(text, at)) {
          run = std::move(out_.pieces.back().run);  // 1~2급 is neither 1 nor 2급
          out_.pieces.pop_back();
          run.push_back(U'~');
          word_length = run.size();
        }
        ++at;
        continue;
      }
      if (is_blank(c)) {
        // In a title blanks part words; letters that stand apart are stretched over their line (예 산).
        if (part_words_ && !run.empty()) {
          std::size_t next = at;
          while (next < text.size() && is_blank(text[next])) ++next;
          std::size_t end = next;
          while (end < text.size() && is_letter_or_digit(text[end])) ++end;
          if (!(word_length == 1 && end - next == 1)) flush();
          word_length = 0;
        }
        ++at;
        continue;
      }
      if (c == U'%' || c == U'％') {
        flush();
        out_.pieces.push_back({HeadingPiece::Kind::kPercent, {}, {}, bracketed});
        ++at;
        continue;
      }
      if (c == U'/' || c == U',' || c == U':' || c == U';') {
        flush();
        behind_stroke = bracketed && c == U'/';
        ++at;
        continue;
      }
      // (현원-정원): how the figure is worked out, in words.
      if (bracketed && (c == U'-' || c == U'−' || c == U'–') && at + 1 < text.size() && (!run.empty() || out_.pieces.size() > first)) {
        flush();
        difference = true;
        ++at;
        continue;
      }
      if (is_letter_or_digit(c) && c != U'\u119E' && c != U'ㆍ') {
        run.push_back(c);
        ++word_length;
      } else if (is_dot(c) && !run.empty() && is_digit(run.back()) && at + 1 < text.size() && is_digit(text[at + 1])) {
        run.push_back(U'·');  // 3·4급 is not 34급
        ++word_length;
      }
      ++at;
    }
    flush();
    for (std::size_t i = first; difference && i < out_.pieces.size(); ++i) out_.pieces[i].term = true;
    // A letter by itself names the column: 예산 A.
    for (std::size_t i = out_.pieces.size(); i-- > 0;) {
      HeadingPiece& piece = out_.pieces[i];
      if (piece.kind == HeadingPiece::Kind::kRun && piece.run.size() == 1 && is_capital(piece.run.front()) && !out_.letters.name) {
        out_.letters.name = static_cast<char>(piece.run.front());
        out_.pieces.erase(out_.pieces.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  std::u32string text_;
  bool part_words_;
  HeadingText out_;
};

// ㉰=㉮-㉯: a sign of arithmetic stands beside the letter.
bool in_equation(const std::u32string& text, std::size_t at) {
  const auto is_sign = [](char32_t c) { return c == U'=' || c == U'-' || c == U'−' || c == U'–' || c == U'+' || c == U'/' || c == U'÷'; };
  std::size_t before = at, after = at + 1;
  while (before > 0 && is_blank(text[before - 1])) --before;
  while (after < text.size() && is_blank(text[after])) ++after;
  return (before > 0 && is_sign(text[before - 1])) || (after < text.size() && is_sign(text[after]));
}

}  // namespace

// Signs that NFKC would spoil are replaced first; then the rest is folded and scanned.
HeadingText cut_heading(std::string_view text, bool part_words) {
  std::u32string plain;
  int depth = 0;
  const std::u32string points_of_text = to_code_points(without_markup(text));
  for (std::size_t i = 0; i < points_of_text.size(); ++i) {
    const char32_t c = points_of_text[i];
    depth += is_opening(c) ? 1 : is_closing(c) ? -1 : 0;
    if (const char32_t letter = column_letter(c)) {  // ① names a column as (A) does, and (②/①) is (B/A)
      plain += depth > 0 || in_equation(points_of_text, i) ? std::u32string(1, letter) : std::u32string{U'(', letter, U')'};
    } else if (!is_superscript(c)) {
      plain.push_back(c == U'ㆍ' ? U'·' : c);
    }
  }
  // NFKC last: it would turn circled numbers and raised marks into plain digits.
  std::u32string points = to_code_points(to_nfkc(to_utf8(plain)));
  if (points.size() > kLongestHeading) {
    if (!part_words) {
      HeadingText whole;
      points.resize(kLongestHeading);
      whole.pieces.push_back({HeadingPiece::Kind::kRun, std::move(points), {}, false});
      return whole;
    }
    points.resize(kLongestHeading);
  }
  return Scanner(std::move(points), part_words).run();
}

}  // namespace jangbu
