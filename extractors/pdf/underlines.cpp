// Tells underlines from borders by the glyphs near a line: together they begin and end where it does, within about a
// point, and cover most of it. Glyphs are sorted by baseline once; a question looks at those within reach of the
// line's height. Looks are counted, so that a page of nothing but lines and letters stays bounded; beyond that lines
// are borders.
#include "extractors/pdf/underlines.h"

#include <algorithm>
#include <cmath>

namespace jangbu {
namespace {

constexpr double kBelow = 0.3, kAbove = 0.7;             // of the font size, from the baseline
constexpr double kThroughFrom = 0.15, kThroughTo = 0.6;  // above the baseline: what lies there strikes out
constexpr double kEndSlack = 1.1;                        // points
constexpr double kLargestFont = 40;                      // larger text is a title and never underlined inside of a table
constexpr std::uint64_t kMostLooksAtRules = 20'000'000;

}  // namespace

Underlines::Underlines(const CapturedPage& page) : looks_left_(kMostLooksAtRules), page_(page) {}

void Underlines::sort_glyphs() const {
  sorted_ = true;
  by_baseline_.reserve(page_.glyphs.size());
  for (std::uint32_t i = 0; i < page_.glyphs.size(); ++i) {
    const Glyph& glyph = page_.glyphs[i];
    if (glyph.advance_x <= 0 || std::abs(glyph.along_y) > 0.1 || glyph.size > kLargestFont) continue;
    by_baseline_.push_back({glyph.y, i});
    largest_ = std::max(largest_, glyph.size);
  }
  // The order among glyphs of one baseline does not matter: all of them are looked at.
  std::sort(by_baseline_.begin(), by_baseline_.end(), [](const Baseline& a, const Baseline& b) { return a.y < b.y; });
}

// Glyphs within reach above and below, by the largest font; each is then measured by its own size.
Underlines::Kind Underlines::kind(double y, double x0, double x1) const {
  if (!sorted_) sort_glyphs();
  auto next = std::lower_bound(by_baseline_.begin(), by_baseline_.end(), y - kBelow * largest_,
                               [](const Baseline& baseline, double from) { return baseline.y < from; });
  // What the glyphs beside the line cover, and of that the part whose letters the line runs through.
  double first = 0, last = 0, covered = 0, through = 0;
  bool any = false;
  for (; next != by_baseline_.end() && looks_left_ > 0; ++next, --looks_left_) {
    const Glyph& glyph = page_.glyphs[next->glyph];
    if (glyph.y > y + kAbove * largest_) break;
    if (y < glyph.y - kAbove * glyph.size || y > glyph.y + kBelow * glyph.size) continue;
    const double begin = glyph.x, end = glyph.x + glyph.advance_x, middle = (begin + end) / 2;
    if (middle < x0 || middle > x1) continue;
    first = any ? std::min(first, begin) : begin;
    last = any ? std::max(last, end) : end;
    covered += end - begin;
    if (y < glyph.y - kThroughFrom * glyph.size && y > glyph.y - kThroughTo * glyph.size) through += end - begin;
    any = true;
  }
  if (!any || std::abs(first - x0) > kEndSlack || std::abs(last - x1) > kEndSlack || covered < 0.6 * (x1 - x0)) return Kind::kNone;
  return 2 * through > covered ? Kind::kThrough : Kind::kUnder;
}

}  // namespace jangbu
