// Every corridor through all lines is tried from left to right. One parts two tables only where something says so: captions on both sides,
// rules that end at it, or lines of which the two sides do not stand level; and the right side needs labels of its own.
// Hard case: figures beside labels, which have a corridor between them, too, and are one table.
#include "tables/tables_beside.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tables/open_areas.h"
#include "tables/open_lines.h"

namespace jangbu {

double between_tables(const std::vector<const Run*>& runs, const std::vector<RunLine>& lines, const std::vector<Rule>& rules) {
  constexpr double kSideGap = 1.2;  // of the font size
  const auto middle = [](double a, double b) { return (a + b) / 2; };
  // Corridors through all lines.
  double from = 1e18, to = -1e18;
  std::vector<std::pair<double, double>> spans;
  for (const Run* run : runs) {
    from = std::min(from, run->box.x0);
    to = std::max(to, run->box.x1);
    spans.emplace_back(run->box.x0, run->box.x1);
  }
  std::sort(spans.begin(), spans.end());
  // Every corridor that no run crosses, from left to right; `gutter` is its middle.
  double end = from;
  const double size = lines.front().font_size;
  for (const auto& [x0, x1] : spans) {
    if (x0 - end < kSideGap * size) {
      end = std::max(end, x1);
      continue;
    }
    const double gutter = (x0 + end) / 2, right_margin = x0;
    end = std::max(end, x1);
    // Lines with text on the left, on the right, on both sides; `off` counts those whose sides do not stand level;
    // `labels` those that begin with words right of the gutter.
    std::size_t left_lines = 0, right_lines = 0, both = 0, off = 0, labels = 0, captions_left = 0, captions_right = 0;
    std::size_t stepped = 0;             // lines of one side that stand half beside the line before, one of the other side
    const RunLine* one_sided = nullptr;  // the line before, of one side
    for (const RunLine& line : lines) {
      const Run *left = nullptr, *right = nullptr, *left_first = nullptr;
      for (const Run* run : line.runs) {
        if (run->box.x1 < gutter) {
          left = run;
          left_first = left_first == nullptr ? run : left_first;
        } else if (right == nullptr) {
          right = run;
        }
      }
      left_lines += left != nullptr ? 1 : 0;
      right_lines += right != nullptr ? 1 : 0;
      const bool one = left == nullptr || right == nullptr;
      if (one && one_sided != nullptr && (one_sided->box.x1 < gutter) != (left != nullptr) && one_sided->box.y1 - line.box.y0 > 0.15 * size)
        ++stepped;
      one_sided = one ? &line : nullptr;
      if (right != nullptr) {
        labels += !is_figure_text({right}) && right->box.x0 < right_margin + 3 * size ? 1 : 0;
      }
      if (left == nullptr || right == nullptr) continue;
      ++both;
      // Level within 15 % of the font size; runs of another size have their middle elsewhere by themselves.
      const double step = std::abs(middle(left->box.y0, left->box.y1) - middle(right->box.y0, right->box.y1));
      off += step > 0.15 * size && std::abs(left->font_size - right->font_size) < 0.1 * size ? 1 : 0;
      RunLine caption;
      caption.text = left_first->text + " ";
      captions_left += begins_caption(caption) ? 1 : 0;
      caption.text = right->text + " ";
      captions_right += begins_caption(caption) ? 1 : 0;
    }
    // A column of figures beside labels is no second table: half of the right side's lines have to begin with words.
    if (left_lines < kFewestOpenRows || right_lines < kFewestOpenRows || 2 * labels < right_lines) continue;
    std::size_t rules_left = 0, rules_right = 0, rules_over = 0;
    // A rule tells of a side only if it is as long as most of that side.
    for (const Rule& rule : rules) {
      if (rule.box.x0 < gutter && rule.box.x1 > gutter) {
        ++rules_over;
      } else if (rule.box.x1 <= gutter) {
        rules_left += rule.box.width() >= 0.6 * (gutter - from) ? 1 : 0;
      } else {
        rules_right += rule.box.width() >= 0.6 * (to - gutter) ? 1 : 0;
      }
    }
    const bool captions = captions_left > 0 && captions_right > 0;
    const bool ruled = rules_over == 0 && rules_left > 0 && rules_right > 0;
    const bool unlevel = (both >= 4 && 2 * off > both) || (stepped >= 4 && stepped > both);
    if (captions || ruled || unlevel) return gutter;
  }
  return 0;
}

}  // namespace jangbu
