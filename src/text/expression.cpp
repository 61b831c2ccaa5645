// A recursive-descent parser for the part of RE2's syntax that this program uses. What lies beyond throws Unknown,
// and the whole expression gives nothing: the caller then asks RE2 itself. The tree may list more characters than the
// expression (`\p{L}`, `(?i)`), never fewer, so that an answer of no stays certain.
//
//   (?:소|중)계\d{2,}     sequence [choice [소, 중], 계, repeat 2…∞ [0-9]]
//   [^가]                 every character, 가 as well: more than RE2 matches, never less
//   (?<name>…), \b        nothing: not known here
#include "text/expression.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/digits.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Kind = Expression::Kind;

constexpr char32_t kLastCharacter = 0x10FFFF;
constexpr int kDeepest = 100;     // groups in groups
constexpr int kMostTimes = 1000;  // as RE2

// Thrown and caught in this file only: outside of what it knows.
struct Unknown {};

bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_small(char32_t c) { return c >= U'a' && c <= U'z'; }

Expression one(char32_t c) { return {Kind::kCharacter, {c, c}}; }
Expression any() { return {Kind::kSet, {}, {{0, kLastCharacter}}}; }

const std::vector<CharacterRange> kDigits{{U'0', U'9'}}, kBlanks{{U'\t', U'\n'}, {U'\f', U'\r'}, {U' ', U' '}},
    kWord{{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}};

// What is in none of the ranges: of ASCII exactly that, beyond it all characters.
std::vector<CharacterRange> others_than(const std::vector<CharacterRange>& ranges) {
  std::vector<CharacterRange> out{{0x80, kLastCharacter}};
  for (char32_t c = 0; c < 0x80; ++c) {
    const bool listed =
        std::any_of(ranges.begin(), ranges.end(), [&](const CharacterRange& range) { return range.from <= c && c <= range.to; });
    if (!listed) out.push_back({c, c});
  }
  return out;
}

// (?i): the character in both cases. Hangul has none; of other scripts nothing is said.
Expression folded(char32_t c) {
  if (is_capital(c)) c += U'a' - U'A';
  if (is_small(c)) {
    Expression set{Kind::kSet, {}, {{c, c}, {c - U'a' + U'A', c - U'a' + U'A'}}};
    if (c == U'k') set.ranges.push_back({0x212A, 0x212A});  // the Kelvin sign
    if (c == U's') set.ranges.push_back({0x17F, 0x17F});    // the long s
    return set;
  }
  return c < 0x80 || is_hangul_syllable(c) ? one(c) : any();
}

// Grammar, a function each: choice = sequence ('|' sequence)*; sequence = (item repetition?)*; item = character, set, group, anchor or
// escape. A position only goes forward: work is linear in the expression.
class Parser {
 public:
  explicit Parser(std::u32string_view text) : text_(text) {}

  Expression run() {
    Expression whole = choice(false, 0);
    if (!done()) throw Unknown{};  // a ) too many
    return whole;
  }

 private:
  bool done() const { return at_ == text_.size(); }
  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0'; }
  char32_t next() {
    if (done()) throw Unknown{};
    return text_[at_++];
  }
  bool take(std::u32string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  // One or several alternatives; the stack is bounded by kDeepest.
  Expression choice(bool fold, int depth) {
    if (depth > kDeepest) throw Unknown{};
    Expression out{Kind::kChoice};
    out.parts.push_back(sequence(fold, depth));
    while (take(U"|")) out.parts.push_back(sequence(fold, depth));
    return out.parts.size() == 1 ? Expression(std::move(out.parts.front())) : out;
  }

  // `fold` holds to the end of the group that (?i) stands in.
  Expression sequence(bool& fold, int depth) {
    Expression out{Kind::kSequence};
    out.parts.reserve(8);  // as most sequences have
    while (!done() && peek() != U'|' && peek() != U')') {
      if (take(U"(?i)")) {
        fold = true;
        continue;
      }
      out.parts.push_back(repeated(item(fold, depth)));
    }
    return out;
  }

  // One character, set, group, anchor or escape.
  Expression item(bool fold, int depth) {
    const char32_t c = next();
    switch (c) {
      case U'(': {
        bool inner = fold;
        if (take(U"?i:")) {
          inner = true;
        } else if (!take(U"?:") && peek() == U'?') {
          throw Unknown{};
        }
        Expression group = choice(inner, depth + 1);
        if (!take(U")")) throw Unknown{};
        return group;
      }
      case U'[': return set(fold);
      case U'.': return any();
      case U'^': return {Kind::kStart};
      case U'$': return {Kind::kEnd};
      case U'*':
      case U'+':
      case U'?': throw Unknown{};
      case U'\\': {
        Expression out{Kind::kSet};
        if (const auto escaped = escape(out.ranges)) return fold ? folded(*escaped) : one(*escaped);
        return fold ? any() : out;  // (?i)\w has more than the letters of ASCII
      }
      default: return fold ? folded(c) : one(c);
    }
  }

  // The repetition behind an item. `{` without a digit means itself in RE2, and is not known here.
  Expression repeated(Expression part) {
    int least = 1, most = 1;
    if (take(U"*")) {
      least = 0, most = Expression::kNoMost;
    } else if (take(U"+")) {
      most = Expression::kNoMost;
    } else if (take(U"?")) {
      least = 0;
    } else if (peek() == U'{') {
      if (!is_digit(peek(1))) throw Unknown{};  // a brace that means itself
      ++at_;
      least = most = number();
      if (take(U",")) most = is_digit(peek()) ? number() : Expression::kNoMost;
      if (!take(U"}") || (most != Expression::kNoMost && most < least)) throw Unknown{};
    } else {
      return part;
    }
    take(U"?");  // lazy: the same texts
    if (const char32_t more = peek(); more == U'*' || more == U'+' || more == U'?' || more == U'{') throw Unknown{};
    Expression out{Kind::kRepeat};
    out.parts.push_back(std::move(part));
    out.least = least;
    out.most = most;
    return out;
  }

  // RE2 refuses more than a thousand repetitions; so does this, before the number can overflow.
  int number() {
    int n = 0;
    while (is_digit(peek())) {
      n = n * 10 + static_cast<int>(next() - U'0');
      if (n > kMostTimes) throw Unknown{};
    }
    return n;
  }

  // Behind a backslash: a character, or nothing and the characters of a set.
  std::optional<char32_t> escape(std::vector<CharacterRange>& ranges) {
    const char32_t c = next();
    switch (c) {
      case U'd': add(ranges, kDigits); return std::nullopt;
      case U's': add(ranges, kBlanks); return std::nullopt;
      case U'w': add(ranges, kWord); return std::nullopt;
      case U'D': add(ranges, others_than(kDigits)); return std::nullopt;
      case U'S': add(ranges, others_than(kBlanks)); return std::nullopt;
      case U'W': add(ranges, others_than(kWord)); return std::nullopt;
      case U'p':
      case U'P':
        if (c == U'p' && take(U"{L}")) {
          add(ranges, {{U'A', U'Z'}, {U'a', U'z'}, {0x80, kLastCharacter}});
          return std::nullopt;
        }
        if (next() == U'{') {
          while (next() != U'}') {
          }
        }
        ranges.push_back({0, kLastCharacter});
        vague_ = true;
        return std::nullopt;
      case U'n': return U'\n';
      case U't': return U'\t';
      case U'x': return hexadecimal();
      default:
        if (c >= 0x80 || is_digit(c) || is_capital(c) || is_small(c) || c == U'_') throw Unknown{};
        return c;
    }
  }

  // x{F0000}
  char32_t hexadecimal() {
    if (!take(U"{")) throw Unknown{};
    char32_t value = 0;
    for (char32_t c = next(); c != U'}'; c = next()) {
      if (c >= U'a' && c <= U'f') c -= U'a' - U'A';
      if (!is_digit(c) && !(c >= U'A' && c <= U'F')) throw Unknown{};
      value = value * 16 + (is_digit(c) ? c - U'0' : c - U'A' + 10);
      if (value > kLastCharacter) throw Unknown{};
    }
    if (value >= 0xD800 && value <= 0xDFFF) throw Unknown{};
    return value;
  }

  // vague_ tells that a member listed too much, so that what is left outside of the set is not known either.
  Expression set(bool fold) {
    Expression out{Kind::kSet};
    vague_ = false;
    const bool negated = take(U"^");
    // A `]` right behind `[` or `[^` means itself.
    for (bool first = true; first || peek() != U']'; first = false) {
      if (peek() == U'[' && peek(1) == U':') throw Unknown{};
      const auto from = member(out.ranges);
      if (!from) continue;
      char32_t to = *from;
      if (peek() == U'-' && peek(1) != U']') {
        ++at_;
        const auto last = member(out.ranges);
        if (!last || *last < *from) throw Unknown{};
        to = *last;
      }
      out.ranges.push_back({*from, to});
    }
    ++at_;
    if (fold || (negated && vague_)) return any();
    if (negated) out.ranges = others_than(out.ranges);
    return out;
  }

  // One member of a set; an escape such as \d adds its ranges and gives none.
  std::optional<char32_t> member(std::vector<CharacterRange>& ranges) {
    const char32_t c = next();
    return c == U'\\' ? escape(ranges) : c;
  }

  static void add(std::vector<CharacterRange>& ranges, const std::vector<CharacterRange>& more) {
    ranges.insert(ranges.end(), more.begin(), more.end());
  }

  std::u32string_view text_;
  std::size_t at_ = 0;
  bool vague_ = false;  // the set being read lists more than it has, of ASCII too
};

}  // namespace

std::optional<Expression> parse_expression(std::string_view text) {
  if (!is_valid_utf8(text)) return std::nullopt;
  const std::u32string points = to_code_points(text);
  try {
    return Parser(points).run();
  } catch (const Unknown&) {
    return std::nullopt;
  }
}

}  // namespace jangbu
