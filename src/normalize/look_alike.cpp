// Characters that look like others: full-width letters, digits and signs, Greek and Cyrillic capitals in a Latin word, blanks
// without width.
//   before: ＮＰＯ 지원（운영）            after: NPO 지원(운영)
//   before: NPО (with a Cyrillic О)     after: NPO
//   before: α, Ω, ～                     after: (unchanged: they stand for themselves)
#include <array>

#include "normalize/repair_rule.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

struct Pair {
  char32_t like, latin;
};
constexpr std::array<Pair, 24> kCapitals{{{U'А', U'A'}, {U'В', U'B'}, {U'С', U'C'}, {U'Е', U'E'}, {U'Н', U'H'}, {U'І', U'I'},
                                          {U'К', U'K'}, {U'М', U'M'}, {U'О', U'O'}, {U'Р', U'P'}, {U'Т', U'T'}, {U'Х', U'X'},
                                          {U'Α', U'A'}, {U'Β', U'B'}, {U'Ε', U'E'}, {U'Η', U'H'}, {U'Ι', U'I'}, {U'Κ', U'K'},
                                          {U'Μ', U'M'}, {U'Ν', U'N'}, {U'Ο', U'O'}, {U'Ρ', U'P'}, {U'Τ', U'T'}, {U'Χ', U'X'}}};

bool is_latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
// The full-width forms of ASCII, one for one.
bool is_wide_plain(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E && c != 0xFF5E; }  // ～ is Korean for a range
bool has_no_width(char32_t c) { return c == 0x200B || c == 0xFEFF || c == 0x00AD || c == 0x2060; }

}  // namespace

// First what can be told by itself, then capitals that only their neighbours tell.
std::optional<std::string> repair_look_alike(std::string_view text) {
  std::u32string points = to_code_points(text);
  bool changed = false;
  std::u32string out;
  for (char32_t c : points) {
    if (has_no_width(c)) {
      changed = true;
      continue;
    }
    if (is_wide_plain(c)) {
      c -= 0xFF01 - U'!';
      changed = true;
    }
    out.push_back(c);
  }
  // From both ends: what was changed makes its neighbour stand beside a Latin letter.
  const auto settle = [&](std::size_t i, std::size_t beside) {
    if (!is_latin(out[beside])) return;
    for (const Pair& pair : kCapitals) {
      if (out[i] != pair.like) continue;
      out[i] = pair.latin;
      changed = true;
    }
  };
  for (std::size_t i = 1; i < out.size(); ++i) settle(i, i - 1);
  for (std::size_t i = out.size(); i-- > 1;) settle(i - 1, i);
  if (!changed) return std::nullopt;
  return to_utf8(out);
}

}  // namespace jangbu
