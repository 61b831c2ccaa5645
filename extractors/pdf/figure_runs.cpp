// Puts figures together that came in pieces, where the figure itself proves it: `4,300,000` and `,000` at a cell's
// border are one, since the second cannot be a figure. Letter-spaced figures are told by equal gaps; those with
// commas prove the spacing, and short ones follow them.
// Hard case: two figures that touch at a border (`1,200` `950`): both stand by themselves, so they stay two. Raised
// marks behind a figure become raised characters, so that `2,000 1)` never reads as 20,001.
#include "extractors/pdf/figure_runs.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/digits.h"
#include "text/raised.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Shares of the font size.
constexpr double kNoGapInFigure = 0.06;
constexpr double kWidestSpacing = 1.2;
constexpr double kSameSpacing = 0.12;  // two gaps this near are one letter spacing
constexpr double kSameLine = 0.12;
constexpr double kRaised = 0.12, kSmaller = 0.85, kMarkGap = 0.25;

// `1,234` `12,345,678.9`: groups of three, and a comma at least. Signs and brackets around it are the caller's.
bool grouped(std::string_view text) {
  std::size_t at = 0, first = 0;
  while (at < text.size() && is_digit(text[at])) ++at, ++first;
  if (first == 0 || first > 3) return false;
  int groups = 0;
  while (at + 3 < text.size() && text[at] == ',' && is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3])) {
    at += 4;
    ++groups;
  }
  if (at < text.size() && text[at] == '.' && at + 1 < text.size()) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  return groups > 0 && at == text.size();
}

bool only_of(std::string_view text, std::string_view characters) { return text.find_first_not_of(characters) == std::string_view::npos; }

// Without a sign, brackets, and a per cent sign around it.
std::string_view bare(std::string_view text) {
  for (const std::string_view sign : {"(", "[", "-", "△", "▲", "−", "("}) {
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
  }
  while (!text.empty() && (text.back() == ')' || text.back() == ']' || text.back() == '%')) text.remove_suffix(1);
  return text;
}

// Of the text: the box reaches below it by the descent that glyph_runs.cpp assumed.
double baseline(const Run& run) { return run.box.y1 - kDescent * run.font_size; }

bool same_line(const Run& a, const Run& b) {
  return !a.vertical && !b.vertical && a.font_size == b.font_size && a.invisible == b.invisible && a.struck == b.struck &&
         std::abs(baseline(a) - baseline(b)) <= kSameLine * a.font_size;
}

// Below zero where the two overlap.
double gap_in_sizes(const Run& left, const Run& right) { return (right.box.x0 - left.box.x1) / left.font_size; }

// Between the middles of the two, since a figure may reach over the border of its cell.
bool rule_inside(const std::vector<Rule>& verticals, const Run& left, const Run& right) {
  const double y = baseline(left) - 0.3 * left.font_size;
  return rule_between(verticals, (left.box.x0 + left.box.x1) / 2, (right.box.x0 + right.box.x1) / 2, y);
}

void move_into(Run& left, Run& right) {
  left.text += right.text;
  left.box = united(left.box, right.box);
  right.text.clear();
}

// Two pieces at a border that are one figure only together: `4,300,000` `,000`, `4,30` `0,000`. The whole has to be
// grouped in threes, and one of the pieces must not stand by itself.
bool cut_figure(const Run& left, const Run& right) {
  if (std::abs(gap_in_sizes(left, right)) > kNoGapInFigure || !same_line(left, right)) return false;
  if (!only_of(right.text, "0123456789,.)%") || left.text.empty() || !(is_digit(left.text.back()) || left.text.back() == ',')) return false;
  const std::string whole = left.text + right.text;
  const bool left_stands = left.text.find(',') == std::string::npos || grouped(bare(left.text));
  const bool right_stands = is_digit(right.text.front()) && (right.text.find(',') == std::string::npos || grouped(bare(right.text)));
  return grouped(bare(whole)) && !(left_stands && right_stands);
}

// One sign of a figure.
bool figure_sign(const Run& run) {
  static constexpr std::string_view kSigns = "0123456789,.()%-";
  return run.text.size() == 1 ? kSigns.find(run.text.front()) != std::string_view::npos
                              : run.text == "△" || run.text == "▲" || run.text == "−";
}

// Runs of one sign each, in the same distance from each other.
struct Spaced {
  std::size_t begin = 0, end = 0;
  double gap = 0;  // the mean, in font sizes
  std::string text;
};

// Runs of one sign each, on one line, in equal distances, with no border between them.
std::vector<Spaced> spaced_figures(const std::vector<Run>& runs, const std::vector<Rule>& verticals) {
  std::vector<Spaced> found;
  for (std::size_t i = 0; i < runs.size();) {
    std::size_t end = i + 1;
    double least = 1e9, most = 0, sum = 0;
    if (figure_sign(runs[i])) {
      for (; end < runs.size() && figure_sign(runs[end]) && same_line(runs[end - 1], runs[end]); ++end) {
        // Gaps may differ by kSameSpacing, measured in font sizes.
        const double gap = gap_in_sizes(runs[end - 1], runs[end]);
        if (gap <= 0 || gap > kWidestSpacing || std::max(most, gap) - std::min(least, gap) > kSameSpacing) break;
        if (rule_inside(verticals, runs[end - 1], runs[end])) break;
        least = std::min(least, gap);
        most = std::max(most, gap);
        sum += gap;
      }
    }
    if (end - i >= 2) {
      Spaced spaced{i, end, sum / static_cast<double>(end - i - 1), {}};
      for (std::size_t j = i; j < end; ++j) spaced.text += runs[j].text;
      found.push_back(std::move(spaced));
    }
    i = end;
  }
  return found;
}

// Figures of fewer than four digits have no comma to prove them: they follow those that have.
void join_spaced(std::vector<Run>& runs, const std::vector<Rule>& verticals) {
  const std::vector<Spaced> found = spaced_figures(runs, verticals);
  std::vector<double> proved;
  for (const Spaced& spaced : found) {
    if (grouped(bare(spaced.text))) proved.push_back(spaced.gap);
  }
  if (proved.empty()) return;
  std::sort(proved.begin(), proved.end());
  for (const Spaced& spaced : found) {
    const auto near = std::lower_bound(proved.begin(), proved.end(), spaced.gap - kSameSpacing / 2);
    if (near == proved.end() || *near > spaced.gap + kSameSpacing / 2) continue;
    const std::string_view figure = bare(spaced.text);
    if (!grouped(figure) && !only_of(figure, "0123456789.")) continue;
    for (std::size_t j = spaced.begin + 1; j < spaced.end; ++j) move_into(runs[spaced.begin], runs[j]);
  }
}

}  // namespace

// The rules are sorted by x: only those between the two glyphs are looked at.
bool rule_between(const std::vector<Rule>& verticals, double x0, double x1, double y) {
  auto rule = std::upper_bound(verticals.begin(), verticals.end(), x0, [](double x, const Rule& r) { return x < r.box.x0; });
  for (; rule != verticals.end() && rule->box.x0 < x1; ++rule) {
    if (rule->box.y0 <= y && y <= rule->box.y1) return true;
  }
  return false;
}

// First figures cut at borders, which are neighbours in paint order, then those that were spaced.
void join_figures(std::vector<Run>& runs, const std::vector<Rule>& verticals) {
  for (std::size_t i = 1, left = 0; i < runs.size(); ++i) {
    if (cut_figure(runs[left], runs[i])) {
      move_into(runs[left], runs[i]);
    } else {
      left = i;
    }
  }
  std::erase_if(runs, [](const Run& run) { return run.text.empty(); });
  join_spaced(runs, verticals);
  std::erase_if(runs, [](const Run& run) { return run.text.empty(); });
}

// A mark is smaller, higher and close: all three, since small print beside a figure may be a unit.
void mark_raised(std::vector<Run>& runs) {
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const Run& before = runs[i - 1];
    Run& run = runs[i];
    if (run.vertical || before.vertical || run.font_size > kSmaller * before.font_size || !is_raised_mark(run.text)) continue;
    const double rise = baseline(before) - baseline(run), gap = (run.box.x0 - before.box.x1) / before.font_size;
    if (rise < kRaised * before.font_size || rise > before.font_size || std::abs(gap) > kMarkGap) continue;
    run.text = raised(run.text);
    run.glued = true;
  }
}

}  // namespace jangbu
