// The grammar of a heading: what is no word. Years and their ends, letters and formulas, units, brackets and note marks are taken out of
// a heading's text; what is left are runs of letters, to be cut into words (lexicon.cpp).
//
//   "’25년 당초예산"        → period 2025, run 당초예산
//   "2024년도말 현재액"      → period end of 2024, run 현재액
//   "’23년 이전"            → period up to 2023          "2026~2027" → a range
//   "증감\n(B-A)/A"        → ratio (B-A)/A, run 증감
//   "예산액 (억원, A)"       → unit 억원, letter A, run 예산액
//   "예산액(구성비)"         → runs 예산액, 구성비 (in brackets)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meaning/facets.h"

namespace jangbu {

struct HeadingPiece {
  enum class Kind { kRun, kPeriod, kPercent };
  Kind kind = Kind::kRun;
  std::u32string run;  // letters only, no blanks
  FacetPeriod period;
  bool bracketed = false;
  bool divisor = false;  // behind a stroke in brackets: 현액 of (지출/현액)
  bool term = false;     // of a difference in brackets: 현원 and 정원 of (현원-정원)
};

struct HeadingText {
  std::vector<HeadingPiece> pieces;  // from left to right; what brackets hold after what stands outside
  Lettering letters;
  std::vector<Unit> units;
  bool percent = false;    // (%)
  bool month_end = false;  // 6월말
};

// At most kLongestHeading code points are looked at; a longer heading is no heading and gives its text as one run.
constexpr std::size_t kLongestHeading = 80;

// `part_words`: blanks part runs, as in a title; letters that stand apart (`예 산`) still make one.
HeadingText cut_heading(std::string_view text, bool part_words);

}  // namespace jangbu
