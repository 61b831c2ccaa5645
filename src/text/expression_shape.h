// What the text of an RE2 expression tells of its matches. Compiling an expression costs as much as comparing thousands of strings:
// with this most texts are refused, and plain words matched, without it.
//
//   "예산액?"                 lists words: 예산, 예산액
//   ".*[률율]|.*비율|%"        every match holds one of 률 율 비 %, and ends with 률 율 %
//   "^\s?(?:까지|이전|이내)"    stands at the start, begins with a blank, 까 or 이
// Only what is certain is said; where nothing is, every text may match.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/character_set.h"

namespace jangbu {

struct ExpressionShape {
  bool at_start = false, at_end = false;             // a match begins where the text does, ends where it does
  bool may_be_empty = true;                          // a match may be empty: nothing is said of its characters
  std::optional<CharacterSet> first = std::nullopt;  // one of these begins every match; nothing where any may
  std::optional<CharacterSet> last = std::nullopt;   // one of these ends it
  bool one_of_first = false;                         // a match is one character of `first`, and each of those is a match
  bool lists_words = false;                          // words_of_expression() has them all
};

ExpressionShape shape_of_expression(std::string_view expression);

// Sets of which every match of the expression holds one character each, the rarest first. Takes longer than the shape.
std::vector<CharacterSet> needed_by_expression(std::string_view expression);

// What the expression matches as a whole text, sorted. REQUIRES: its shape's lists_words.
std::vector<std::string> words_of_expression(std::string_view expression);

}  // namespace jangbu
