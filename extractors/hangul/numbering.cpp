// Writes the numbers that Hangul draws in front of paragraphs. A counter for each level of each numbering; the format
// string of the level says which levels are shown. A number beyond the signs of its shape (㉟, Ⓩ) comes as digits
// rather than as a wrong sign.
#include "extractors/hangul/numbering.h"

#include <algorithm>
#include <span>

#include "text/unicode.h"

namespace jangbu::hangul {
namespace {

// The signs of a shape stand in a row from `first` on.
std::string sign(char32_t first, std::uint32_t number, std::uint32_t count) {
  if (number < 1 || number > count) return std::to_string(number);
  const char32_t c = first + (number - 1);
  return to_utf8(std::u32string_view(&c, 1));
}

// Signs that do not follow each other in Unicode.
std::string sign_of(std::u32string_view signs, std::uint32_t number) {
  if (number < 1 || number > signs.size()) return std::to_string(number);
  return to_utf8(signs.substr(number - 1, 1));
}

// Beyond 3,999 there are no Roman numbers.
std::string roman(std::uint32_t number, bool upper) {
  if (number < 1 || number > 3999) return std::to_string(number);
  struct Step {
    std::uint32_t value;
    const char* upper;
    const char* lower;
  };
  static constexpr Step kSteps[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
                                    {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
                                    {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
  std::string out;
  for (const Step& step : kSteps)
    for (; number >= step.value; number -= step.value) out += upper ? step.upper : step.lower;
  return out;
}

// A … Z, AA … as in spreadsheets.
std::string latin(std::uint32_t number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>(first + static_cast<char>((number - 1) % 26)));
  return out.empty() ? "0" : out;
}

// 일, 이, … 십, 십일 …: a digit one is left out in front of a unit.
std::string spelled(std::uint32_t number, std::u32string_view digits, std::u32string_view units) {
  if (number == 0 || number > 99'999) return std::to_string(number);
  std::u32string out;
  for (std::size_t unit = 0; number > 0; number /= 10, ++unit) {
    const std::uint32_t digit = number % 10;
    if (digit == 0) continue;
    std::u32string piece;
    if (digit > 1 || unit == 0) piece += digits[digit - 1];
    if (unit > 0) piece += units[unit - 1];
    out.insert(0, piece);
  }
  return to_utf8(out);
}

// The order of Hangul's own list: fourteen consonants with ㅏ, then with ㅓ, and so on.
constexpr std::u32string_view kSyllables = U"가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호";

}  // namespace

NumberShape number_shape_from_code(std::uint32_t code) {
  return code <= static_cast<std::uint32_t>(NumberShape::kDecagonHanja) ? static_cast<NumberShape>(code) : NumberShape::kDigit;
}

// KS X 6101's names and HWPML's; what is neither counts in digits.
NumberShape number_shape_from_name(std::string_view name) {
  struct Entry {
    std::string_view name;
    NumberShape shape;
  };
  static constexpr Entry kNames[] = {
      {"DIGIT", NumberShape::kDigit},
      {"CIRCLED_DIGIT", NumberShape::kCircledDigit},
      {"ROMAN_CAPITAL", NumberShape::kRomanUpper},
      {"ROMAN_SMALL", NumberShape::kRomanLower},
      {"LATIN_CAPITAL", NumberShape::kLatinUpper},
      {"LATIN_SMALL", NumberShape::kLatinLower},
      {"CIRCLED_LATIN_CAPITAL", NumberShape::kCircledLatinUpper},
      {"CIRCLED_LATIN_SMALL", NumberShape::kCircledLatinLower},
      {"HANGUL_SYLLABLE", NumberShape::kHangulSyllable},
      {"CIRCLED_HANGUL_SYLLABLE", NumberShape::kCircledHangulSyllable},
      {"HANGUL_JAMO", NumberShape::kHangulJamo},
      {"CIRCLED_HANGUL_JAMO", NumberShape::kCircledHangulJamo},
      {"HANGUL_PHONETIC", NumberShape::kHangulNumber},
      {"IDEOGRAPH", NumberShape::kHanjaNumber},
      {"CIRCLED_IDEOGRAPH", NumberShape::kCircledHanjaNumber},
      {"DECAGON_CIRCLE", NumberShape::kDecagon},
      {"DECAGON_CIRCLE_HANJA", NumberShape::kDecagonHanja},
      // HWPML's spelling of the same
      {"Digit", NumberShape::kDigit},
      {"CircledDigit", NumberShape::kCircledDigit},
      {"RomanCapital", NumberShape::kRomanUpper},
      {"RomanSmall", NumberShape::kRomanLower},
      {"LatinCapital", NumberShape::kLatinUpper},
      {"LatinSmall", NumberShape::kLatinLower},
      {"HangulSyllable", NumberShape::kHangulSyllable},
      {"CircledHangulSyllable", NumberShape::kCircledHangulSyllable},
      {"HangulJamo", NumberShape::kHangulJamo},
      {"Ideograph", NumberShape::kHanjaNumber},
      {"HangulPhonetic", NumberShape::kHangulNumber},
  };
  for (const Entry& entry : kNames)
    if (entry.name == name) return entry.shape;
  return NumberShape::kDigit;
}

// The first twelve Roman numbers have characters of their own, which Hangul writes.
std::string numbered(std::uint32_t number, NumberShape shape) {
  switch (shape) {
    case NumberShape::kDigit: return std::to_string(number);
    case NumberShape::kCircledDigit:
      return number <= 20 ? sign(U'①', number, 20) : number <= 35 ? sign(U'㉑', number - 20, 15) : std::to_string(number);
    case NumberShape::kRomanUpper: return number <= 12 ? sign(U'Ⅰ', number, 12) : roman(number, true);
    case NumberShape::kRomanLower: return number <= 12 ? sign(U'ⅰ', number, 12) : roman(number, false);
    case NumberShape::kLatinUpper: return latin(number, 'A');
    case NumberShape::kLatinLower: return latin(number, 'a');
    case NumberShape::kCircledLatinUpper: return sign(U'Ⓐ', number, 26);
    case NumberShape::kCircledLatinLower: return sign(U'ⓐ', number, 26);
    case NumberShape::kHangulSyllable: return sign_of(kSyllables, number);
    case NumberShape::kCircledHangulSyllable: return sign(U'㉮', number, 14);
    case NumberShape::kHangulJamo: return sign_of(U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", number);
    case NumberShape::kCircledHangulJamo: return sign(U'㉠', number, 14);
    case NumberShape::kHangulNumber: return spelled(number, U"일이삼사오육칠팔구", U"십백천만");
    case NumberShape::kHanjaNumber: return spelled(number, U"一二三四五六七八九", U"十百千萬");
    case NumberShape::kCircledHanjaNumber: return sign(U'㊀', number, 10);
    case NumberShape::kDecagon: return sign_of(U"갑을병정무기경신임계", number);
    case NumberShape::kDecagonHanja: return sign_of(U"甲乙丙丁戊己庚辛壬癸", number);
  }
  return std::to_string(number);
}

// Counts first, then writes: the format may show numbers of the levels above.
std::string NumberCounter::next(std::uint32_t id, const Numbering& numbering, int level) {
  const auto at = static_cast<std::size_t>(std::clamp(level, 0, kOutlineLevels - 1));
  Counts& counts = counts_[id];
  // Counting a level begins the levels below it anew.
  ++counts[at];
  std::fill(counts.begin() + static_cast<std::ptrdiff_t>(at) + 1, counts.end(), 0U);
  // A level that was never counted shows its first number, as Hangul draws it.
  const auto shown = [&](std::size_t i) { return numbered(numbering[i].start + std::max(counts[i], 1U) - 1, numbering[i].shape); };

  const std::string& format = numbering[at].format;
  std::string out;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '^' || i + 1 >= format.size()) {
      out += format[i];
      continue;
    }
    const char what = format[i + 1];
    if (what >= '1' && what <= '9') {
      out += shown(static_cast<std::size_t>(what - '1'));
      ++i;
    } else if (what == 'n' || what == 'N') {
      for (std::size_t k = 0; k <= at; ++k) out += (k > 0 ? "." : "") + shown(k);
      if (what == 'N') out += ".";
      ++i;
    }  // a caret in front of anything else is not drawn
  }
  return out;
}

}  // namespace jangbu::hangul
