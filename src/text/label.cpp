// Keys and repairs of labels. Letter spacing is told by single syllables: three or more in a row, or nothing else in
// the label; the narrowest gap between them is the stretch, and a wider one parts words (`주 요  업 무`). Keys drop what
// does not tell labels apart: blanks, quotes, units, formulas, note marks.
// Hard cases: `<주요사업>` is a title in brackets and no tag of HTML; ㆍ is a letter to Unicode.
#include "text/label.h"

#include "text/pattern.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kMostNested = 8;  // marks inside of marks

struct Marks {
  // Tags by name: <SaaS 템플릿 제공> is a title in brackets.
  Pattern tag{
      R"(</?(?i:a|b|i|u|s|p|em|strong|mark|sup|sub|span|font|div|del|ins|small|big|code|center|br|hr|td|th|tr|table|thead|tbody|ul|ol|li|h[1-6])(?:\s[^<>]{0,60})?/?>)"};
  Pattern tag_begins{R"(</?[A-Za-zſ])"};  // ſ is an s to (?i)
  // Only in pairs: ****** and a footnote's ** are not marks of a converter.
  Pattern strong{R"(\*\*([^*]+)\*\*)"};
  Pattern underlined{R"((^|[\s(])__([^_]+)__($|[\s)]))"};
  Pattern year{R"(['’‘`´′＇]\s*(\d\d)(?:년도?)?)"};
  Pattern full_year{R"((20\d\d)년도)"};
  Pattern growth{R"(\(B[-−–△]A\)[/÷]A)"};
  Pattern formula{R"(\((?:[A-Za-z0-9=+\-*/÷×%,.:~①-⑳㉠-㉻ⓐ-ⓩ\x{1100}-\x{1112}]|단위|조원|억원|백만원|십억원|천원|만원|원|명|건)*\))"};
  Pattern superscript{R"([¹²³\x{2070}-\x{207E}])"};
  Pattern footnote{R"((?:\*+|\d\)|주\d?\))$)"};
  Pattern noise{R"([\s'’‘`´′"“”·ㆍ\x{119E}‧・･․∙⋅•|*_]+)"};
};

// ㆍ, which Korean keyboards give for a middle dot, is a letter to Unicode, and NFKC makes it this one.
constexpr char32_t kAraea = U'\u119E';

const Marks& marks() {
  static const Marks instance;  // compiled once; immutable afterwards
  return instance;
}

}  // namespace

// Decodes only what is not ASCII; malformed bytes part nothing.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = std::string_view::npos, i = 0;
  while (i < text.size()) {
    // Length of the UTF-8 sequence from its first byte; a stray continuation byte counts as one.
    const auto lead = static_cast<unsigned char>(text[i]);
    std::size_t length = lead < 0x80 ? 1 : lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + length > text.size()) length = text.size() - i;
    const bool blank = is_blank(length == 1 ? char32_t{lead} : code_point_at(text, i).value_or(U'\uFFFD'));
    if (blank && begin != std::string_view::npos) {
      words.push_back(text.substr(begin, i - begin));
      begin = std::string_view::npos;
    } else if (!blank && begin == std::string_view::npos) {
      begin = i;
    }
    i += length;
  }
  if (begin != std::string_view::npos) words.push_back(text.substr(begin));
  return words;
}

// Works on words with the blanks before them.
std::string without_letter_spacing(std::string_view label) {
  const std::u32string text = to_code_points(label);
  struct Word {
    std::u32string text;
    int gap = 0;  // blanks in front of it
  };
  std::vector<Word> words;
  int gap = 0;
  for (char32_t c : text) {
    if (is_blank(c)) {
      ++gap;
      continue;
    }
    if (gap > 0 || words.empty()) words.push_back({{}, gap});
    words.back().text.push_back(c);
    gap = 0;
  }
  const auto single = [](const Word& word) { return word.text.size() == 1 && is_hangul_syllable(word.text.front()); };
  bool all_single = words.size() >= 2;
  for (const Word& word : words) all_single = all_single && single(word);

  std::u32string out;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    while (end < words.size() && single(words[end])) ++end;
    const std::size_t length = end - i;
    if (length < 3 && !(all_single && length >= 2)) {
      if (!out.empty()) out.push_back(U' ');
      out += words[i].text;
      ++i;
      continue;
    }
    // The narrowest gap inside the run is the stretch; a wider one parts words.
    int narrow = words[i + 1].gap;
    for (std::size_t k = i + 1; k < end; ++k) narrow = std::min(narrow, words[k].gap);
    if (!out.empty()) out.push_back(U' ');
    for (std::size_t k = i; k < end; ++k) {
      if (k > i && words[k].gap > narrow) out.push_back(U' ');
      out += words[k].text;
    }
    i = end;
  }
  return to_utf8(out);
}

// Again and again until nothing changes, a few times at most: marks stand inside of marks.
std::string without_markup(std::string_view text) {
  if (text.find_first_of("<*_") == std::string_view::npos) return std::string(text);
  std::string out(text);
  for (int pass = 0; pass < kMostNested; ++pass) {  // <b>**가**</b>, **<b>가</b>**
    std::string freed = marks().tag_begins.found_in(out) ? marks().tag.replaced(out, "") : out;
    freed = marks().underlined.replaced(marks().strong.replaced(freed, R"(\1)"), R"(\1\2\3)");
    if (freed == out) break;
    out = std::move(freed);
  }
  return out;
}

// Lower case for ASCII only: labels compare by their letters.
std::string label_key(std::string_view label) {
  std::u32string out;
  for (char32_t c : to_code_points(to_nfkc(without_markup(label)))) {
    if (!is_letter_or_digit(c) || c == kAraea) continue;
    out.push_back(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
  }
  return to_utf8(out);
}

// The order matters: years before quotes go as noise, the growth formula before other formulas.
std::string header_key(std::string_view header) {
  std::string key = without_blanks(to_nfkc(marks().superscript.replaced(without_markup(header), "")));
  key = marks().year.replaced(key, R"(20\1년)");
  key = marks().full_year.replaced(key, R"(\1년)");
  key = marks().growth.replaced(key, "증감률");
  key = marks().formula.replaced(key, "");
  key = marks().noise.replaced(key, "");
  key = marks().footnote.replaced(key, "");
  return key;
}

}  // namespace jangbu
