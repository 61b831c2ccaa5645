// Sorts runs by their middles, gathers rows of runs that overlap vertically, and joins the runs of a row from left
// to right with blanks.
// The hard case is a raised mark (`1)` behind a word): it overlaps the line above as well, so the tallest run of a
// row rules what may join it. body_lines_of also parts a line at a narrow gap where lines begin at one margin behind
// such gaps five times: there stands a second column.
#include "tables/run_lines.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/whole_number.h"

namespace jangbu {
namespace {

// By place, and by paint order where two begin at one x: the order must not depend on the sort.
bool before_in_line(const Run* a, const Run* b) {
  if (a->box.x0 != b->box.x0) return a->box.x0 < b->box.x0;
  return a < b;
}

// The runs of one line, from left to right; at least one.
RunLine line_of(const std::vector<const Run*>& runs) {
  RunLine line;
  line.box = runs.front()->box;
  line.bold = true;
  // The size of most of the text: raised marks and a word in small print do not count.
  std::map<double, double> extent_of_size;
  const Run* before = nullptr;
  for (const Run* run : runs) {
    // Two signs for "no blank": the extractor says so, and it was painted right after the run that stands before it.
    const bool glued = before != nullptr && run->glued && before + 1 == run && run->struck == before->struck;
    if (before != nullptr && !glued) line.text += ' ';
    line.text += run->text;
    line.box = united(line.box, run->box);
    line.bold = line.bold && run->bold;
    extent_of_size[run->font_size] += run->vertical ? run->box.height() : run->box.width();
    before = run;
  }
  double most = -1;
  for (const auto& [size, extent] : extent_of_size) {
    if (extent <= most) continue;
    most = extent;
    line.font_size = size;
  }
  line.runs = runs;
  return line;
}

// Rows of runs that overlap vertically, top to bottom.
// Twice the middle: only compared.
std::vector<std::vector<const Run*>> rows_of(std::vector<const Run*> runs) {
  const auto middle = [](const Run* run) { return run->box.y0 + run->box.y1; };
  std::sort(runs.begin(), runs.end(), [&](const Run* a, const Run* b) {
    if (middle(a) != middle(b)) return middle(a) < middle(b);
    return before_in_line(a, b);
  });
  std::vector<std::vector<const Run*>> rows;
  double top = 0, bottom = 0;
  for (const Run* run : runs) {
    const double overlap = std::min(bottom, run->box.y1) - std::max(top, run->box.y0);
    const double lower_height = std::min(bottom - top, run->box.height());
    if (rows.empty() || overlap < 0.5 * lower_height) {
      rows.emplace_back();
      top = run->box.y0;
      bottom = run->box.y1;
    } else if (run->box.height() > bottom - top && run->box.height() < 2 * (bottom - top)) {
      // The tallest run rules the line: a raised mark that came first would let the next line in.
      top = run->box.y0;
      bottom = run->box.y1;
    }
    rows.back().push_back(run);
  }
  return rows;
}

}  // namespace

// Rows by height first; a row is then cut at gaps wider than `widest_gap`.
std::vector<RunLine> lines_of(const std::vector<const Run*>& runs, double widest_gap) {
  std::vector<RunLine> lines;
  for (std::vector<const Run*>& row : rows_of(runs)) {
    std::sort(row.begin(), row.end(), before_in_line);
    std::vector<const Run*> part;
    double end = 0;
    for (const Run* run : row) {
      // In the larger of the two fonts: a small unit behind a heading stands apart by the heading's measure.
      if (!part.empty() && run->box.x0 - end > widest_gap * std::max(run->font_size, part.back()->font_size)) {
        lines.push_back(line_of(part));
        part.clear();
      }
      end = part.empty() ? run->box.x1 : std::max(end, run->box.x1);
      part.push_back(run);
    }
    lines.push_back(line_of(part));
  }
  return lines;
}

// Cut at every narrow gap first; pieces are joined again where no second column begins behind the gap.
std::vector<RunLine> body_lines_of(const std::vector<const Run*>& runs) {
  // Shares of the font size; columns of text stand about two letters apart, words of a justified line less than one.
  constexpr double kWide = 2.5, kGutter = 1.2;
  constexpr double kMargin = 3;             // points
  static constexpr double kFarthest = 1e8;  // margins: neighbours are asked for
  constexpr int kFewestLines = 5;           // that begin at a margin behind a gap
  std::vector<RunLine> pieces = lines_of(runs, kGutter);
  // Does `right` stand behind `left` at the same height?
  const auto follows = [](const RunLine& left, const RunLine& right) {
    return right.box.x0 > left.box.x1 && std::min(left.box.y1, right.box.y1) - std::max(left.box.y0, right.box.y0) > 0;
  };
  const auto margin_of = [](const RunLine& line) { return floor_to_int(std::clamp(line.box.x0 / kMargin, -kFarthest, kFarthest)); };
  std::map<int, int> margins;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (follows(pieces[i - 1], pieces[i])) ++margins[margin_of(pieces[i])];
  }
  const auto column_begins = [&](const RunLine& line) {
    int count = 0;
    // A margin may fall on either side of a step.
    for (const int near : {-1, 0, 1}) {
      const auto found = margins.find(margin_of(line) + near);
      count += found == margins.end() ? 0 : found->second;
    }
    return count >= kFewestLines;
  };
  std::vector<RunLine> lines;
  for (RunLine& piece : pieces) {
    if (!lines.empty() && follows(lines.back(), piece) && !column_begins(piece) &&
        piece.box.x0 - lines.back().box.x1 <= kWide * std::max(piece.font_size, lines.back().font_size)) {
      std::vector<const Run*> both = lines.back().runs;
      both.insert(both.end(), piece.runs.begin(), piece.runs.end());
      lines.back() = line_of(both);
    } else {
      lines.push_back(std::move(piece));
    }
  }
  return lines;
}

// As cells keep it: a line end for each line of the page.
std::string joined_text(const std::vector<RunLine>& lines) {
  std::string text;
  for (const RunLine& line : lines) {
    if (!text.empty()) text += '\n';
    text += line.text;
  }
  return text;
}

}  // namespace jangbu
