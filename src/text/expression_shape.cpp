// Asks the tree of an expression what all of its matches have in common: bounds, first and last characters,
// characters that none lacks, or the whole list of words. Each answer is worked out from the parts: a sequence asks
// its parts from one side in, a choice all of them.
// The hard case are parts that may be empty: behind them the next part counts as well.
//
//   (?:소|중)?계        words 계, 소계, 중계; first 소, 중 or 계, since the first part may be empty; needed 계
//   \s*예산액?          no list of words (blanks without end); needed 예, 산
#include "text/expression_shape.h"

#include <algorithm>
#include <utility>

#include "text/expression.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Kind = Expression::Kind;

constexpr std::size_t kMostWords = 128;
constexpr std::size_t kMostNeeded = 4;         // sets: each is looked for in every text
constexpr std::size_t kVagueWeight = 0x10000;  // sets this large may list more than the expression does (expression.h)
constexpr std::size_t kAnyWeight = weight_of({0, 0x10FFFF});

std::size_t count(const CharacterRange& range) { return range.to - range.from + 1; }

// ---- words -------------------------------------------------------------------------------------------------------------------------

// How many words a part stands for; more than kMostWords is kMostWords + 1.
std::size_t count_words(const Expression& part) {
  constexpr std::size_t kTooMany = kMostWords + 1;
  std::size_t words = 0;
  switch (part.kind) {
    case Kind::kCharacter: words = count(part.range); break;
    case Kind::kSet:
      for (const CharacterRange& range : part.ranges) words = std::min(words + count(range), kTooMany);
      break;
    case Kind::kSequence:
      words = 1;
      for (const Expression& inner : part.parts) words = std::min(words * count_words(inner), kTooMany);
      break;
    case Kind::kChoice:
      for (const Expression& inner : part.parts) words = std::min(words + count_words(inner), kTooMany);
      break;
    case Kind::kRepeat: words = part.least == 0 && part.most == 1 ? 1 + count_words(part.parts.front()) : kTooMany; break;
    case Kind::kStart:
    case Kind::kEnd: words = kTooMany; break;
  }
  return std::min(words, kTooMany);
}

// Fronts times characters: the count was bounded before.
void add_words(const CharacterRange& range, const std::vector<std::string>& fronts, std::vector<std::string>& out) {
  for (char32_t c = range.from; c <= range.to; ++c) {
    const std::string character = to_utf8(std::u32string_view(&c, 1));
    for (const std::string& front : fronts) out.push_back(front + character);
  }
}

// Each of `fronts` with each word of the part behind it.
std::vector<std::string> extended(std::vector<std::string> fronts, const Expression& part) {
  std::vector<std::string> out;
  switch (part.kind) {
    case Kind::kCharacter: add_words(part.range, fronts, out); break;
    case Kind::kSet:
      for (const CharacterRange& range : part.ranges) add_words(range, fronts, out);
      break;
    case Kind::kSequence:
      for (const Expression& inner : part.parts) fronts = extended(std::move(fronts), inner);
      return fronts;
    case Kind::kRepeat: out = fronts; [[fallthrough]];
    case Kind::kChoice:
      for (const Expression& inner : part.parts) {
        std::vector<std::string> more = extended(fronts, inner);
        out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
      }
      break;
    case Kind::kStart:
    case Kind::kEnd: break;
  }
  return out;
}

// ---- characters --------------------------------------------------------------------------------------------------------------------

// Anchors match nothing, so they are empty too.
bool may_be_empty(const Expression& part) {
  switch (part.kind) {
    case Kind::kCharacter:
    case Kind::kSet: return false;
    case Kind::kSequence: return std::all_of(part.parts.begin(), part.parts.end(), may_be_empty);
    case Kind::kChoice: return std::any_of(part.parts.begin(), part.parts.end(), may_be_empty);
    case Kind::kRepeat: return part.least == 0 || may_be_empty(part.parts.front());
    case Kind::kStart:
    case Kind::kEnd: break;
  }
  return true;
}

// Both ends of a match are looked at in the same way.
enum class Side { kFront, kBack };

// The parts of a sequence from the side in, until `visit` says that it has seen enough.
template <typename F>
void each_from(Side side, const std::vector<Expression>& parts, F&& visit) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (visit(parts[side == Side::kFront ? i : parts.size() - 1 - i])) return;
  }
}

// Does every match of the part stand at this end of the text?
bool is_bound(Side side, const Expression& part) {
  switch (part.kind) {
    case Kind::kStart: return side == Side::kFront;
    case Kind::kEnd: return side == Side::kBack;
    case Kind::kSequence: return !part.parts.empty() && is_bound(side, side == Side::kFront ? part.parts.front() : part.parts.back());
    case Kind::kChoice:
      return std::all_of(part.parts.begin(), part.parts.end(), [&](const Expression& inner) { return is_bound(side, inner); });
    case Kind::kRepeat: return part.least > 0 && is_bound(side, part.parts.front());
    default: return false;
  }
}

// The characters that a match of the part, if it is not empty, begins or ends with.
void add_outermost(Side side, const Expression& part, CharacterSet& out) {
  switch (part.kind) {
    case Kind::kCharacter: out.add(part.range.from, part.range.to); break;
    case Kind::kSet:
      for (const CharacterRange& range : part.ranges) out.add(range.from, range.to);
      break;
    case Kind::kSequence:
      each_from(side, part.parts, [&](const Expression& inner) {
        add_outermost(side, inner, out);
        return !may_be_empty(inner);
      });
      break;
    case Kind::kChoice:
    case Kind::kRepeat:
      for (const Expression& inner : part.parts) add_outermost(side, inner, out);
      break;
    case Kind::kStart:
    case Kind::kEnd: break;
  }
}

// Nothing where the set is as large as all of Unicode: it would refuse no text.
std::optional<CharacterSet> outermost(Side side, const Expression& part) {
  CharacterSet set;
  add_outermost(side, part, set);
  if (set.weight() >= kAnyWeight) return std::nullopt;
  set.settle();
  return set;
}

// A set of which each match holds a character; the lighter it is, the more texts it refuses.
struct Needed {
  CharacterSet set;
  std::size_t weight = 0;
};

// Lightest first.
std::vector<Needed> needed_by(const Expression& part) {
  std::vector<Needed> out;
  switch (part.kind) {
    case Kind::kCharacter:
    case Kind::kSet:
      out.emplace_back();
      add_outermost(Side::kFront, part, out.back().set);
      out.back().weight = out.back().set.weight();
      if (out.back().weight >= kAnyWeight) out.clear();
      break;
    case Kind::kSequence:
      for (const Expression& inner : part.parts) {
        std::vector<Needed> more = needed_by(inner);
        out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
      }
      break;
    case Kind::kChoice:
      // One of the lightest of each, one of the second lightest of each …, as far as all have them.
      // Of each alternative one set: a match holds a character of one of them, so of their union.
      for (bool first = true; const Expression& inner : part.parts) {
        std::vector<Needed> more = needed_by(inner);
        if (first)
          out = std::move(more);
        else if (more.size() < out.size())
          out.resize(more.size());
        for (std::size_t i = 0; i < out.size() && !first; ++i) {
          out[i].set.add(more[i].set);
          out[i].weight += more[i].weight;
        }
        first = false;
      }
      break;
    case Kind::kRepeat:
      if (part.least > 0) out = needed_by(part.parts.front());
      break;
    case Kind::kStart:
    case Kind::kEnd: break;
  }
  std::stable_sort(out.begin(), out.end(), [](const Needed& x, const Needed& y) { return x.weight < y.weight; });
  if (out.size() > kMostNeeded) out.resize(kMostNeeded);
  return out;
}

}  // namespace

ExpressionShape shape_of_expression(std::string_view expression) {
  ExpressionShape shape;
  const auto tree = parse_expression(expression);
  if (!tree) return shape;
  shape.at_start = is_bound(Side::kFront, *tree);
  shape.at_end = is_bound(Side::kBack, *tree);
  shape.may_be_empty = may_be_empty(*tree);
  shape.lists_words = count_words(*tree) <= kMostWords;
  if (shape.may_be_empty) return shape;
  shape.first = outermost(Side::kFront, *tree);
  shape.last = outermost(Side::kBack, *tree);
  const Kind kind = tree->kind == Kind::kSequence && tree->parts.size() == 1 ? tree->parts.front().kind : tree->kind;
  shape.one_of_first = shape.first && (kind == Kind::kCharacter || (kind == Kind::kSet && shape.first->weight() < kVagueWeight));
  return shape;
}

std::vector<CharacterSet> needed_by_expression(std::string_view expression) {
  std::vector<CharacterSet> out;
  if (const auto tree = parse_expression(expression)) {
    for (Needed& needed : needed_by(*tree)) out.push_back(std::move(needed.set));
  }
  for (CharacterSet& set : out) set.settle();
  return out;
}

// Sorted for the binary search of Pattern.
std::vector<std::string> words_of_expression(std::string_view expression) {
  std::vector<std::string> words;
  if (const auto tree = parse_expression(expression)) words = extended({std::string()}, *tree);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace jangbu
