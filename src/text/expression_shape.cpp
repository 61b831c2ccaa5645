#include "text/expression_shape.h"

#include <algorithm>
#include <utility>

#include "text/expression.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

using Kind = Expression::Kind;

constexpr std::size_t kMostWords = 128;
constexpr std::size_t kAnyWeight = 0x10FFFF;  // of a set that refuses next to nothing
constexpr std::size_t kMostNeeded = 2;        // sets: each is looked for in every text

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

bool is_bound(Side side, const Expression& part) {
  switch (part.kind) {
    case Kind::kStart: return side == Side::kFront;
    case Kind::kEnd: return side == Side::kBack;
    case Kind::kSequence: return !part.parts.empty() && is_bound(side, side == Side::kFront ? part.parts.front() : part.parts.back());
    case Kind::kChoice: return std::all_of(part.parts.begin(), part.parts.end(), [&](const Expression& inner) { return is_bound(side, inner); });
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

std::optional<CharacterSet> outermost(Side side, const Expression& part) {
  CharacterSet set;
  add_outermost(side, part, set);
  if (set.weight() >= kAnyWeight) return std::nullopt;
  set.settle();
  return set;
}

// How heavy the lightest set is of which every match of the part holds one character.
std::size_t weight_of_needed(const Expression& part) {
  std::size_t weight = kAnyWeight;
  switch (part.kind) {
    case Kind::kCharacter: return weight_of(part.range);
    case Kind::kSet:
      weight = 0;
      for (const CharacterRange& range : part.ranges) weight += weight_of(range);
      break;
    case Kind::kSequence:
      for (const Expression& inner : part.parts) weight = std::min(weight, weight_of_needed(inner));
      break;
    case Kind::kChoice:
      weight = 0;
      for (const Expression& inner : part.parts) weight += weight_of_needed(inner);
      break;
    case Kind::kRepeat:
      if (part.least > 0) return weight_of_needed(part.parts.front());
      break;
    case Kind::kStart:
    case Kind::kEnd: break;
  }
  return weight;
}

// REQUIRES: there is one, lighter than kAnyWeight.
void add_needed(const Expression& part, CharacterSet& out) {
  switch (part.kind) {
    case Kind::kCharacter:
    case Kind::kSet: add_outermost(Side::kFront, part, out); break;
    case Kind::kSequence:
      add_needed(*std::min_element(part.parts.begin(), part.parts.end(), [](const Expression& x, const Expression& y) { return weight_of_needed(x) < weight_of_needed(y); }), out);
      break;
    case Kind::kChoice:
    case Kind::kRepeat:
      for (const Expression& inner : part.parts) add_needed(inner, out);
      break;
    case Kind::kStart:
    case Kind::kEnd: break;
  }
}

// Of the parts of a sequence the lightest, lightest first; of anything else one set.
std::vector<CharacterSet> needed_by(const Expression& whole) {
  std::vector<std::pair<std::size_t, const Expression*>> parts;
  const auto look_at = [&](const Expression& part) {
    if (const std::size_t weight = weight_of_needed(part); weight < kAnyWeight) parts.emplace_back(weight, &part);
  };
  if (whole.kind == Kind::kSequence) {
    for (const Expression& part : whole.parts) look_at(part);
  } else {
    look_at(whole);
  }
  std::stable_sort(parts.begin(), parts.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  if (parts.size() > kMostNeeded) parts.resize(kMostNeeded);
  std::vector<CharacterSet> out(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    add_needed(*parts[i].second, out[i]);
    out[i].settle();
  }
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
  shape.needed = needed_by(*tree);
  const Kind kind = tree->kind == Kind::kSequence && tree->parts.size() == 1 ? tree->parts.front().kind : tree->kind;
  shape.one_of_needed = !shape.needed.empty() && (kind == Kind::kCharacter || kind == Kind::kSet);
  return shape;
}

std::vector<std::string> words_of_expression(std::string_view expression) {
  std::vector<std::string> words;
  if (const auto tree = parse_expression(expression)) words = extended({std::string()}, *tree);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace jangbu
