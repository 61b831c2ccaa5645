// Hangul 3's own codes to Unicode: ASCII as it is, syllables by their johab parts, symbols and hanja by their place
// in KS X 1001, other signs by a list. What is none of these becomes U+FFFD and is counted.
// Hard cases: lone letters and syllables with the old vowel ᆞ, which fill the missing parts of a johab code with
// fillers (kNoInitial and the like).
#include "extractors/hwp3/character_codes.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/unicode.h"

namespace jangbu::hwp3 {
namespace {

constexpr std::size_t kRow = 94;
constexpr int kNone = -1;

// Johab's five bits for each part of a syllable → its number in Unicode's order. The first vowel group starts at 3, and both vowels
// and finals leave places out, so that bits 2 and 18 never look like control characters.
constexpr int initial_of(unsigned bits) { return bits >= 2 && bits <= 20 ? static_cast<int>(bits) - 2 : kNone; }

constexpr int vowel_of(unsigned bits) {
  if (bits >= 3 && bits <= 7) return static_cast<int>(bits) - 3;
  if (bits >= 10 && bits <= 15) return static_cast<int>(bits) - 5;
  if (bits >= 18 && bits <= 23) return static_cast<int>(bits) - 7;
  if (bits >= 26 && bits <= 29) return static_cast<int>(bits) - 9;
  return kNone;
}

constexpr int final_of(unsigned bits) {
  if (bits >= 1 && bits <= 17) return static_cast<int>(bits) - 1;
  if (bits >= 19 && bits <= 29) return static_cast<int>(bits) - 2;
  return kNone;
}

constexpr unsigned kNoInitial = 1, kNoVowel = 2, kNoFinal = 1, kOldA = 30;  // fillers, and the vowel ᆞ that has no syllables

constexpr std::uint16_t kLoneOldA = 0x87C1;  // written for a bullet, and so drawn

constexpr std::u32string_view kLoneInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view kLoneFinals = U"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

struct Known {
  std::uint16_t code;
  char32_t sign;
};

// Signs outside of the rules, or in their way. The private ones are those that Hangul itself writes for them into HWP 5 and HWPX.
constexpr Known kKnown[] = {
    {0x0081, U'“'},    {0x0082, U'”'},    {0x0083, U'‘'},    {0x0084, U'’'},    {0x2022, U'•'},    {0x203B, U'※'},
    {0x2F11, U'◦'},    {0x2F17, U'•'},    {0x2F67, U'▸'},    {0x303D, 0xF0827}, {0x3404, U'․'},    {0x37C0, 0xF03EF},
    {0x37C1, 0xF03F0}, {0x37C2, 0xF03F1}, {0x37C3, 0xF03F2}, {0x37C4, 0xF03F3}, {0x37C5, 0xF03F4}, {0x87C1, U'◦'},
};

// Runs of codes whose signs follow each other in Unicode as well; each is as long as documents that exist in two formats show.
struct Run {
  std::uint16_t first, last;
  char32_t sign;
};
constexpr Run kRuns[] = {
    {0x1F01, 0x1F53, U'ぁ'},    // hiragana
    {0x301C, 0x3027, 0xF080F},  // lines and branches of charts
    {0x3341, 0x3366, 0xF03A0},  // signs of keys and bullets
};

}  // namespace

CharacterCodes::CharacterCodes() : ksx_(ks_x_1001()) {}

// The list first: some of its codes lie within the rows of KS X 1001, where Hangul draws something else.
char32_t CharacterCodes::sign(std::uint16_t code) const {
  const auto known = std::find_if(std::begin(kKnown), std::end(kKnown), [code](const Known& k) { return k.code == code; });
  if (known != std::end(kKnown)) return known->sign;
  for (const Run& run : kRuns)
    if (code >= run.first && code <= run.last) return run.sign + (code - run.first);
  // The rows of symbols are 96 codes apart, though they hold 94 signs each.
  constexpr std::uint16_t kSymbols = 0x3401, kHanja = 0x4000;
  constexpr std::size_t kSymbolStride = 96, kSymbolRows = 12, kHanjaRow = 41, kHanjaRows = 52;
  if (code >= kSymbols && code < kSymbols + kSymbolStride * kSymbolRows) {
    const std::size_t at = code - kSymbols, row = at / kSymbolStride, place = at % kSymbolStride;
    if (place >= kRow) return 0;
    const char32_t c = ksx_[row * kRow + place];
    return c == 0x223C ? 0xFF5E : c;  // Hangul writes the full-width tilde where the standard has ∼
  }
  if (code >= kHanja && code < kHanja + kRow * kHanjaRows) return ksx_[kHanjaRow * kRow + (code - kHanja)];
  return 0;
}

void CharacterCodes::append(std::uint16_t code, std::u32string& out) {
  if (code < 0x80) {
    out += static_cast<char32_t>(code);
    return;
  }
  char32_t c = 0;
  if (code >= 0x8000 && code != kLoneOldA) {
    const unsigned first = code >> 10 & 31U, middle = code >> 5 & 31U, last = code & 31U;
    const int initial = initial_of(first), vowel = vowel_of(middle), final = final_of(last);
    if (initial != kNone && vowel != kNone && final != kNone) {
      // Unicode's formula for a syllable: 21 vowels and 28 finals, the first of these for none.
      c = static_cast<char32_t>(0xAC00 + (initial * 21 + vowel) * 28 + final);
    } else if (initial != kNone && middle == kOldA && final != kNone) {
      // Old Hangul is written in parts: initial, ᆞ, and a final if there is one.
      out += static_cast<char32_t>(0x1100 + initial);
      out += U'\u119E';
      if (final > 0) out += static_cast<char32_t>(0x11A7 + final);
      return;
    } else if (initial != kNone && middle == kNoVowel && last == kNoFinal) {
      c = kLoneInitials[static_cast<std::size_t>(initial)];
    } else if (first == kNoInitial && vowel != kNone && last == kNoFinal) {
      c = static_cast<char32_t>(0x314F + vowel);
    } else if (first == kNoInitial && middle == kNoVowel && final > 0) {
      c = kLoneFinals[static_cast<std::size_t>(final - 1)];
    }
  } else {
    c = sign(code);
  }
  if (c == 0) {
    ++unknown_;
    if (examples_.size() < 5 && std::find(examples_.begin(), examples_.end(), code) == examples_.end()) examples_.push_back(code);
    c = 0xFFFD;
  }
  out += c;
}

}  // namespace jangbu::hwp3
