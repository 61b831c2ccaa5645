// Paragraph numbers and bullets: what Hangul draws in front of a paragraph and does not store in its text.
//
// A numbering has a format for each of ten levels, such as "^1." or "제^2장", where ^1…^9 stand for the number of that level, ^n for
// all numbers down to this level parted by full stops, ^N for the same with a full stop at its end (HWP 5.0 specification, 4.2.8;
// KS X 6101, numbering/paraHead). HWP 5 and HWPX share codes and rules; HWPX writes the codes as names.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace jangbu::hangul {

inline constexpr int kOutlineLevels = 10;

// How one number is written. The order is that of the codes in the HWP 5.0 specification (numbering shapes).
enum class NumberShape : std::uint8_t {
  kDigit,
  kCircledDigit,
  kRomanUpper,
  kRomanLower,
  kLatinUpper,
  kLatinLower,
  kCircledLatinUpper,
  kCircledLatinLower,
  kHangulSyllable,
  kCircledHangulSyllable,
  kHangulJamo,
  kCircledHangulJamo,
  kHangulNumber,
  kHanjaNumber,
  kCircledHanjaNumber,
  kDecagon,
  kDecagonHanja,
};

NumberShape number_shape_from_code(std::uint32_t code);         // unknown codes are digits
NumberShape number_shape_from_name(std::string_view name);      // "DIGIT", "HANGUL_SYLLABLE", …
std::string numbered(std::uint32_t number, NumberShape shape);  // UTF-8; a number beyond the shape's signs comes as digits

struct NumberingLevel {
  std::string format;  // UTF-8
  NumberShape shape = NumberShape::kDigit;
  std::uint32_t start = 1;
};
using Numbering = std::array<NumberingLevel, kOutlineLevels>;

// Counts as the document is read. One object for a whole document: numbers go on over sections and through cells.
class NumberCounter {
 public:
  // The label of the next paragraph at `level` (from 0) of the numbering with this id.
  std::string next(std::uint32_t id, const Numbering& numbering, int level);

 private:
  using Counts = std::array<std::uint32_t, kOutlineLevels>;
  std::map<std::uint32_t, Counts> counts_;
};

}  // namespace jangbu::hangul
