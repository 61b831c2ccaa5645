// Sets of characters, and whether a text can hold one of them: answered for every byte string, malformed UTF-8 too.
//
//   CharacterSet set;  set.add(U'①', U'⑳');  set.settle();
//   set.may_stand_in("가 ② 나")  → true
//   set.may_stand_in("가 나")    → false: no character of the set is in it
//   set.may_stand_in("\xE2")     → true: malformed bytes that begin like one may be taken for one
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jangbu {

struct CharacterRange {
  char32_t from = 0, to = 0;  // both are of the range
};

// How much of a usual text is in the range, roughly. ASCII stands in texts of all languages and weighs more.
constexpr std::size_t weight_of(const CharacterRange& range) {
  constexpr std::size_t kAsciiWeight = 16;
  return (range.to - range.from + std::size_t{1}) * (range.from < 0x80 ? kAsciiWeight : 1);
}

class CharacterSet {
 public:
  void add(char32_t from, char32_t to) { ranges_.push_back({from, to}); }
  void add(const CharacterSet& other) { ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end()); }
  // Makes the set ready for questions, after all of it was added.
  void settle();

  // Of all its ranges; before settle() too.
  std::size_t weight() const;

  // REQUIRES: settled. False only where no character of the set stands in the text, at its beginning or at its end.
  bool may_stand_in(std::string_view text) const;
  bool may_begin(std::string_view text) const { return !text.empty() && may_stand_at(text, 0); }
  bool may_end(std::string_view text) const;

 private:
  bool may_stand_at(std::string_view text, std::size_t at) const;

  std::vector<CharacterRange> ranges_;
  std::array<std::uint64_t, 4> leads_{};  // by byte: a character of the set begins with it
};

}  // namespace jangbu
