// A set of characters as sorted ranges, with a table of the first bytes that their UTF-8 has. A text is searched byte
// by byte: most are refused by the table alone. Malformed UTF-8 may be anything, so the answer for it is that it may.
#include "text/character_set.h"

#include <algorithm>

#include "text/unicode.h"

namespace jangbu {
namespace {

// The first byte of a character's UTF-8.
unsigned lead(char32_t c) { return c < 0x80 ? c : c < 0x800 ? 0xC0 | c >> 6 : c < 0x10000 ? 0xE0 | c >> 12 : 0xF0 | c >> 18; }

}  // namespace

// Sorted and merged ranges, and the bytes that their characters begin with.
void CharacterSet::settle() {
  std::sort(ranges_.begin(), ranges_.end(), [](const CharacterRange& x, const CharacterRange& y) { return x.from < y.from; });
  std::size_t last = 0;  // ranges that meet become one
  for (std::size_t i = 1; i < ranges_.size(); ++i) {
    if (ranges_[i].from <= ranges_[last].to + 1) {
      ranges_[last].to = std::max(ranges_[last].to, ranges_[i].to);
    } else {
      ranges_[++last] = ranges_[i];
    }
  }
  if (!ranges_.empty()) ranges_.resize(last + 1);
  for (const CharacterRange& range : ranges_) {
    for (unsigned byte = lead(range.from); byte <= lead(range.to); ++byte) leads_[byte / 64] |= std::uint64_t{1} << byte % 64;
  }
}

// A sum over ranges: before settle() what overlaps counts twice, which only makes the set look larger.
std::size_t CharacterSet::weight() const {
  std::size_t weight = 0;
  for (const CharacterRange& range : ranges_) weight += weight_of(range);
  return weight;
}

bool CharacterSet::may_stand_in(std::string_view text) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (may_stand_at(text, i)) return true;
  }
  return false;
}

// Back over continuation bytes to where the last character begins, three at most.
bool CharacterSet::may_end(std::string_view text) const {
  const auto goes_on = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; };
  if (text.empty()) return false;
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && goes_on(at)) --at;
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return goes_on(at) || length != text.size() - at || may_stand_at(text, at);
}

// The table of first bytes refuses most; malformed bytes may be anything.
bool CharacterSet::may_stand_at(std::string_view text, std::size_t at) const {
  const auto byte = static_cast<unsigned char>(text[at]);
  if ((leads_[byte / 64] >> byte % 64 & 1) == 0) return false;
  if (byte < 0x80) return true;
  const auto c = code_point_at(text, at);
  if (!c) return true;
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), *c, [](char32_t x, const CharacterRange& range) { return x < range.from; });
  return after != ranges_.begin() && *c <= std::prev(after)->to;
}

}  // namespace jangbu
