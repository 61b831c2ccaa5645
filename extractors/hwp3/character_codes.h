// Hangul 3's character codes (hchar, 16 bits) → Unicode.
//
// Facts (HWP 3.0 specification, character codes; published readers; checked on documents that exist as HWP 3 and HWP 5):
//   below 0x80        ASCII
//   from 0x8000       johab: 5 bits each for the initial, the vowel and the final of a syllable
//   0x3401…           the symbol rows of KS X 1001 (1–12), 96 codes a row
//   0x4000…           its hanja rows (42–93), 94 codes a row
//   others            signs of Hangul's own fonts; those whose Unicode is known from real documents are in a short list
// A code that is none of these becomes U+FFFD and is counted: the caller tells of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace jangbu::hwp3 {

class CharacterCodes {
 public:
  CharacterCodes();
  // Appends the character (an old Hangul syllable gives two or three) to `out`.
  void append(std::uint16_t code, std::u32string& out);

  std::size_t unknown() const { return unknown_; }
  const std::vector<std::uint16_t>& unknown_examples() const { return examples_; }  // the first few

 private:
  char32_t sign(std::uint16_t code) const;

  std::vector<char32_t> ksx_;
  std::size_t unknown_ = 0;
  std::vector<std::uint16_t> examples_;
};

}  // namespace jangbu::hwp3
