// Scans running text for figures with what they count. A number is read with its groups and decimals, then a scale
// (억, 천만) and a counter; what stands before and behind may tell that it is none: dates, shares, ranges, names
// (`제10조`, `3층`), about so many (`30여명`). Each number is passed over as a whole, so that no part of one is read as
// another.
//
//   "총 1,234명, 12억 3,400만원"           1,234 명; 1,234,000,000 원
//   "30여명, 2025년, 제10조, 3~5층"         none: about so many, a year, a name, a range
#include "text/quantity.h"

#include <algorithm>
#include <array>

#include "text/digits.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr int kMostDigits = 15;
constexpr std::size_t kLongestCounter = 3;  // syllables of a counter that is not in the list

// Two-letter scales first: 천억 is not 천.
struct Scale {
  std::u32string_view word;
  long double factor;
};
constexpr std::array<Scale, 10> kScales{{{U"천억", 1e11L},
                                         {U"백억", 1e10L},
                                         {U"십억", 1e9L},
                                         {U"천만", 1e7L},
                                         {U"백만", 1e6L},
                                         {U"십만", 1e5L},
                                         {U"조", 1e12L},
                                         {U"억", 1e8L},
                                         {U"만", 1e4L},
                                         {U"천", 1e3L}}};

// Longest first.
constexpr std::array<std::u32string_view, 35> kCounters{U"기관", U"위원", U"분야", U"사업", U"과제", U"단체", U"개소", U"개동", U"개교",
                                                        U"개국", U"개사", U"개관", U"개팀", U"개월", U"세대", U"가구", U"필지", U"시간",
                                                        U"명",   U"인",   U"건",   U"개",   U"회",   U"곳",   U"동",   U"대",   U"호",
                                                        U"팀",   U"점",   U"종",   U"석",   U"원",   U"권",   U"편",   U"톤"};

// Behind a number these make a date, a rank or a name of it.
constexpr std::array<std::u32string_view, 22> kNames{U"년",   U"월",   U"일", U"분기", U"층", U"급", U"등급", U"위",
                                                     U"항",   U"호선", U"번", U"단계", U"차", U"기", U"학년", U"개년",
                                                     U"주년", U"세",   U"시", U"분",   U"길", U"절"};

bool is_latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

// From left to right, once: whatever a number turns out to be, the walk goes on behind it.
class Scanner {
 public:
  explicit Scanner(std::u32string_view text) : text_(text) {}

  std::vector<Quantity> run() {
    std::vector<Quantity> out;
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_digit(text_[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      auto quantity = read(at);  // moves past what is no quantity as well
      if (!quantity) continue;
      // `3억 5천만원`: a smaller scale goes on from a larger one.
      if (!out.empty() && out.back().counter.empty() && out.back().scale > quantity->scale && quantity->scale > 1 &&
          only_blank(out.back().end, begin)) {
        out.back().figure = {out.back().figure.value + quantity->figure.value, quantity->figure.step};
        out.back().scale = quantity->scale;
        out.back().counter = quantity->counter;
        out.back().end = quantity->end;
        continue;
      }
      out.push_back(std::move(*quantity));
    }
    return out;
  }

 private:
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }
  bool says(std::size_t i, std::u32string_view word) const { return text_.substr(std::min(i, text_.size())).starts_with(word); }
  // Do nothing but blanks stand between two places?
  bool only_blank(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (!is_blank(text_[i])) return false;
    }
    return true;
  }

  // Reads at `at_` and moves it behind what was read, quantity or not.
  std::optional<Quantity> read(std::size_t& at_) {
    const std::size_t begin = at_;
    bool good = good_before(begin);
    long double value = 0, step = 1;
    int digits = 0;
    std::size_t i = begin, group = 0;
    bool commas = false;
    while (is_digit(at(i)) || (at(i) == U',' && is_digit(at(i + 1)) && is_digit(at(i + 2)) && is_digit(at(i + 3)) && !is_digit(at(i + 4)) &&
                               (commas ? group == 3 : group <= 3))) {
      if (text_[i] == U',') {
        commas = true;
        group = 0;
      } else {
        value = value * 10 + static_cast<long double>(text_[i] - U'0');
        ++digits;
        ++group;
      }
      ++i;
    }
    bool decimals = false;
    if (at(i) == U'.' && is_digit(at(i + 1))) {
      decimals = true;
      for (++i; is_digit(at(i)); ++i) {
        step /= 10;
        value += step * static_cast<long double>(text_[i] - U'0');
        ++digits;
      }
      if (at(i) == U'.') good = false;  // 5.12.
    }
    good = good && digits <= kMostDigits && !says(i, U"여");  // 30여명: about thirty
    Quantity out;
    std::size_t end = i;
    if (is_blank(at(i)) && followed_by_unit(i + 1)) ++i;
    for (const Scale& scale : kScales) {
      if (!says(i, scale.word)) continue;
      // 천 and 만 scale a number only with 원 or a counter behind; 조 alone is an article of a law.
      out.scale = scale.factor;
      i += scale.word.size();
      end = i;
      if (is_blank(at(i)) && followed_by_counter(i + 1)) ++i;
      break;
    }
    for (const std::u32string_view name : kNames) {
      if (says(i, name) && known_counter(i) <= name.size()) good = false;
    }
    if (const std::size_t length = counter_length(i); length > 0) {
      out.counter = to_utf8(text_.substr(i, length));
      end = i + length;
    }
    if (out.scale == 1e12L && out.counter.empty() && !is_blank(at(end)) && !is_digit(at(end))) good = false;  // 제10조
    good = good && good_after(end);
    at_ = std::max(end, begin + 1);
    if (!good) return std::nullopt;
    out.begin = begin;
    out.end = end;
    // Heads and pieces are exact; money and measures are rounded to their last printed place.
    const bool counted = !decimals && out.scale == 1 && out.counter != "원";
    out.figure = {value * out.scale, counted ? 0 : step * out.scale};
    out.plain = out.counter.empty() && out.scale == 1;
    return out;
  }

  // What stands in front may make the number a part of something: a date, a range, a name.
  bool good_before(std::size_t begin) const {
    std::size_t i = begin;
    while (i > 0 && is_blank(text_[i - 1])) --i;
    if (i == 0) return true;
    const char32_t before = text_[i - 1];
    const bool close = i == begin;
    if (close && (is_latin(before) || before == U'.' || before == U',' || before == U'\'' || before == U'’' || before == U'‘' ||
                  before == U'`' || before == U'-' || before == U'–' || before == U'±' || before == U'#')) {
      return false;
    }
    if (before == U'~' || before == U'∼' || before == U'～' || before == U'△' || before == U'▲') return false;
    // 제10조, 약 20명: the words themselves, not the ends of 주제 and 예약.
    return !((before == U'제' || before == U'약') && (i < 2 || !is_hangul_syllable(text_[i - 2])));
  }

  // A range or a share goes on behind the number.
  bool good_after(std::size_t end) const {
    std::size_t i = end;
    while (is_blank(at(i))) ++i;
    const char32_t after = at(i);
    if (after == U'~' || after == U'∼' || after == U'%' || after == U'％') return false;
    if (i == end && (after == U':' || after == U'-' || after == U'/' || after == U'.') && is_digit(at(i + 1))) return false;
    if (i == end && after == U',' && is_digit(at(i + 1)) && is_digit(at(i + 2)) && is_digit(at(i + 3)) && is_digit(at(i + 4))) return false;
    if (i == end && is_latin(after)) return false;
    return true;
  }

  bool followed_by_counter(std::size_t i) const {
    for (const std::u32string_view word : kCounters) {
      if (says(i, word) && !is_hangul_syllable(at(i + word.size()))) return true;
    }
    return false;
  }

  // A blank may stand between a number and its unit only where the unit is surely one: `3 천원`, but not `3 천 번째`.
  bool followed_by_unit(std::size_t i) const {
    for (const Scale& scale : kScales) {
      if (says(i, scale.word) && says(i + scale.word.size(), U"원")) return true;
    }
    return followed_by_counter(i);
  }

  // Square and cubic metres are one character each.
  std::size_t known_counter(std::size_t i) const {
    if (at(i) == U'㎡' || at(i) == U'㎞' || at(i) == U'㎥') return 1;
    for (const std::u32string_view word : kCounters) {
      if (says(i, word)) return word.size();
    }
    return 0;
  }

  // Unknown words of up to three syllables may be counters (`신규19 팀원`); longer ones are the next word.
  std::size_t counter_length(std::size_t i) const {
    if (const std::size_t known = known_counter(i); known > 0) return known;
    std::size_t length = 0;
    while (is_hangul_syllable(at(i + length))) ++length;
    return length <= kLongestCounter ? length : 0;
  }

  std::u32string_view text_;
};

}  // namespace

std::u32string plain_width(std::u32string text) {
  for (char32_t& c : text) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFF01 - U'!';
  }
  return text;
}

std::vector<Quantity> quantities_in(std::u32string_view text) { return Scanner(text).run(); }

}  // namespace jangbu
