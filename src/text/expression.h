// An RE2 expression as a tree, for asking what its matches look like without compiling it (expression_shape.h).
//
//   "예산액?"  →  sequence [예, 산, repeat 0…1 [액]]
// Knows what the expressions of this program and of its profiles are made of: characters, sets, \d \s \w, groups, alternatives,
// repetition, ^ and $, (?i). Of an expression with anything else nothing is said. It need not tell a wrong one from a right one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/character_set.h"

namespace jangbu {

struct Expression {
  enum class Kind {
    kCharacter,  // one of `range`
    kSet,        // one of `ranges`, or of fewer: of sets that are not listed (\p{L}, [^가], .) the tree has all beyond ASCII
    kSequence,   // of `parts`; without any: nothing, which matches everywhere
    kChoice,     // between `parts`
    kRepeat,     // of the one part, `least` … `most` times
    kStart,      // ^
    kEnd,        // $
  };
  static constexpr int kNoMost = -1;

  Kind kind = Kind::kSequence;
  CharacterRange range{};
  std::vector<CharacterRange> ranges{};
  std::vector<Expression> parts{};
  int least = 1, most = 1;
};

std::optional<Expression> parse_expression(std::string_view text);

}  // namespace jangbu
