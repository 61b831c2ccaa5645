// The text of a paragraph with its controls in it, given out piece by piece. Positions are UTF-16 units, as the
// other records of the paragraph count them; so text that was deleted becomes zeros of the same length instead of
// being cut out.
// The hard case is a wide control at the end of a damaged record: eight units are claimed, and whoever steps over it
// must not go beyond the record (assign checks once that all widths add up).
#include "extractors/hwp/paragraph_text.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/raised.h"
#include "text/unicode.h"

namespace jangbu::hwp {
namespace {

constexpr std::size_t kWideControl = 8;  // units that inline and extended controls take

constexpr bool is_narrow_control(char16_t c) { return c == 0 || c == 10 || c == 13 || c >= 24; }  // REQUIRES: c < 32

constexpr bool is_extended(char16_t c) {  // REQUIRES: c < 32
  return (c >= 1 && c <= 3) || c == 11 || c == 12 || (c >= 14 && c <= 18) || (c >= 21 && c <= 23);
}

constexpr std::size_t width(char16_t c) { return c >= 32 || is_narrow_control(c) ? 1 : kWideControl; }

}  // namespace

void ParagraphText::clear() {
  units_.clear();
  removed_controls_.clear();
  removed_to_ = cursor_ = 0;
}

bool ParagraphText::assign(hangul::Bytes payload) {
  clear();
  units_.resize(payload.size() / 2);
  // Units stand in the file as the machine keeps them, but for big-endian machines.
  if constexpr (std::endian::native == std::endian::little) {
    if (!units_.empty()) std::memcpy(units_.data(), payload.data(), units_.size() * 2);
  } else {
    for (std::size_t i = 0; i < units_.size(); ++i) units_[i] = static_cast<char16_t>(hangul::u16_at(payload, i * 2));
  }
  std::size_t at = 0;
  while (at < units_.size()) at += width(units_[at]);
  return at == units_.size();
}

// Text gives way to zeros, which show nothing. An extended control stays, so that the record that belongs to it is recognised.
bool ParagraphText::remove(std::size_t first, std::size_t last) {
  bool removed = false;
  const std::size_t end = std::min(last, units_.size());
  for (std::size_t i = removed_to_, next = 0; i < end; i = next) {
    removed_to_ = next = i + width(units_[i]);
    if (i < first || units_[i] == u'\r') continue;
    removed = true;
    if (units_[i] < 32 && is_extended(units_[i]))
      removed_controls_.push_back(i);
    else
      std::fill(units_.begin() + static_cast<std::ptrdiff_t>(i), units_.begin() + static_cast<std::ptrdiff_t>(next), u'\0');
  }
  return removed;
}

// Ordinary characters are appended in runs; a control ends a run and adds what it shows.
void ParagraphText::decode(std::size_t first, std::size_t last, std::string& out) const {
  std::size_t plain = first;  // start of the run of ordinary characters
  const auto flush = [&](std::size_t end) {
    if (end > plain) append_utf16(out, std::u16string_view(units_).substr(plain, end - plain));
  };
  for (std::size_t i = first; i < last;) {
    const char16_t c = units_[i];
    if (c >= 32) {
      ++i;
      continue;
    }
    flush(i);
    switch (c) {
      case 9: out += '\t'; break;
      case 10: out += '\n'; break;
      case 24: out += '-'; break;
      case 30:
      case 31: out += ' '; break;  // non-breaking and fixed-width blanks: layout, not text
      default: break;
    }
    i += width(c);
    plain = i;
  }
  flush(last);
}

// Controls are told by their ids, in order: one that a damaged file left out does not stop those behind it.
ParagraphText::Control ParagraphText::take_until_control(std::uint32_t id, std::string& out) {
  for (std::size_t i = cursor_; i < units_.size(); i += width(units_[i])) {
    const char16_t c = units_[i];
    if (c >= 32 || !is_extended(c) || i + kWideControl > units_.size()) continue;
    // The id in two units, the lower half first.
    const std::uint32_t here = static_cast<std::uint32_t>(units_[i + 1]) | static_cast<std::uint32_t>(units_[i + 2]) << 16;
    if (here != id) continue;
    decode(cursor_, i, out);
    cursor_ = i + kWideControl;
    const bool removed = std::binary_search(removed_controls_.begin(), removed_controls_.end(), i);
    return removed ? Control::kRemoved : Control::kShown;
  }
  return Control::kMissing;
}

void ParagraphText::raise(std::size_t first, std::size_t last) {
  last = std::min(last, units_.size());
  // The end of the paragraph may have the look of its last letters.
  while (last > first && units_[last - 1] == u'\r') --last;
  // A mark of a note is short, and hangs on a digit: raised words are left as they are.
  constexpr std::size_t kLongest = 8;
  if (first == 0 || first >= last || last - first > kLongest || units_[first - 1] < u'0' || units_[first - 1] > u'9') return;
  const std::string mark = utf16_to_utf8(std::u16string_view(units_).substr(first, last - first));
  if (!is_raised_mark(mark)) return;
  const std::u32string letters = to_code_points(raised(mark));
  if (letters.size() != last - first) return;
  for (std::size_t i = 0; i < letters.size(); ++i) units_[first + i] = static_cast<char16_t>(letters[i]);
}

// Only the whole guidance counts, with the field's end right behind: a text that merely begins alike was typed by
// someone.
bool ParagraphText::pass_field(std::u16string_view text) {
  constexpr char16_t kFieldEnd = 4;
  if (text.empty() || cursor_ + text.size() >= units_.size() || units_[cursor_ + text.size()] != kFieldEnd) return false;
  if (std::u16string_view(units_).substr(cursor_, text.size()) != text) return false;
  cursor_ += text.size();
  return true;
}

void ParagraphText::take_rest(std::string& out) {
  decode(cursor_, units_.size(), out);
  cursor_ = units_.size();
}

std::uint32_t ParagraphText::first_visible() const {
  for (std::size_t i = 0; i < units_.size(); i += width(units_[i]))
    if (units_[i] > 32) return static_cast<std::uint32_t>(i);
  return 0;
}

}  // namespace jangbu::hwp
