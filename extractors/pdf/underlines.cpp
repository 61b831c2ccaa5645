#include "extractors/pdf/underlines.h"

#include <algorithm>
#include <cmath>

namespace jangbu {
namespace {

constexpr double kBelow = 0.3, kAbove = 0.7;  // of the font size, from the baseline
constexpr double kEndSlack = 1.1;             // points
constexpr double kLargestFont = 40;           // larger text is a title and never underlined inside of a table
constexpr std::uint64_t kMostLooks = 20'000'000;

}  // namespace

Underlines::Underlines(const CapturedPage& page) : page_(page), looks_left_(kMostLooks) {
  by_baseline_.reserve(page.glyphs.size());
  for (std::uint32_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (glyph.advance_x <= 0 || std::abs(glyph.along_y) > 0.1 || glyph.size > kLargestFont) continue;
    by_baseline_.push_back(i);
    largest_ = std::max(largest_, glyph.size);
  }
  std::sort(by_baseline_.begin(), by_baseline_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Glyph &p = page_.glyphs[a], &q = page_.glyphs[b];
    if (p.y != q.y) return p.y < q.y;
    if (p.x != q.x) return p.x < q.x;
    return a < b;
  });
}

bool Underlines::underline(double y, double x0, double x1) const {
  auto next = std::lower_bound(by_baseline_.begin(), by_baseline_.end(), y - kBelow * largest_,
                               [&](std::uint32_t i, double from) { return page_.glyphs[i].y < from; });
  double first = 0, last = 0, covered = 0;
  bool any = false;
  for (; next != by_baseline_.end() && looks_left_ > 0; ++next, --looks_left_) {
    const Glyph& glyph = page_.glyphs[*next];
    if (glyph.y > y + kAbove * largest_) break;
    if (y < glyph.y - kAbove * glyph.size || y > glyph.y + kBelow * glyph.size) continue;
    const double begin = glyph.x, end = glyph.x + glyph.advance_x, middle = (begin + end) / 2;
    if (middle < x0 || middle > x1) continue;
    first = any ? std::min(first, begin) : begin;
    last = any ? std::max(last, end) : end;
    covered += end - begin;
    any = true;
  }
  if (!any) return false;
  return std::abs(first - x0) <= kEndSlack && std::abs(last - x1) <= kEndSlack && covered >= 0.6 * (x1 - x0);
}

}  // namespace jangbu
