// Gaps between words decide: where a column's border runs through one, it need be hardly wider than a blank.
#include "tables/header_pieces.h"

#include <algorithm>

namespace jangbu {
namespace {

constexpr double kCut = 1.35, kCutAnywhere = 1.6;  // of a blank: between words of neighbouring headings

}  // namespace

// The narrowest blank between two runs, as a share of the font size. Justified lines have wider ones.
double blank_of(const std::vector<OpenLine>& lines) {
  constexpr double kLeast = 0.2, kMost = 0.45;
  double blank = kMost;
  for (const OpenLine& line : lines) {
    for (const Piece& piece : line.pieces) {
      for (std::size_t i = 1; i < piece.runs.size(); ++i) {
        const double gap = (piece.runs[i]->box.x0 - piece.runs[i - 1]->box.x1) / std::max(piece.size, 0.1);
        if (gap >= kLeast) blank = std::min(blank, gap);
      }
    }
  }
  return blank;
}

// Cut where a column's border runs between two words that stand apart, or where a rule
// below ends between them. Without a border a gap has to be wider: `예산 현액` is one heading.
std::vector<Piece> cut_at_borders(const OpenLine& line, const OpenColumns& columns, double blank, const std::vector<Rule>& rules) {
  // Each heading has a rule of its own below it.
  const auto rule_ends = [&](double from, double to) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
      return rule.box.y0 >= line.box.y1 - 2 && rule.box.y0 <= line.box.y1 + line.size && rule.box.x1 > from - 1 && rule.box.x1 < to;
    });
  };
  std::vector<Piece> out;
  for (const Piece& piece : line.pieces) {
    Piece part;
    for (const Run* run : piece.runs) {
      if (!part.runs.empty()) {
        const double gap = run->box.x0 - part.x1;
        const bool border = columns.at(part.x1 - 0.5 * piece.size) != columns.at(run->box.x0 + 0.5 * piece.size);
        if (gap >= (border ? kCut : kCutAnywhere) * blank * piece.size || rule_ends(part.x1, run->box.x0)) {
          out.push_back(part);
          part = Piece();
        }
      }
      part.x0 = part.runs.empty() ? run->box.x0 : part.x0;
      part.x1 = std::max(part.runs.empty() ? run->box.x1 : part.x1, run->box.x1);
      part.size = run->font_size;
      part.runs.push_back(run);
    }
    out.push_back(part);
  }
  return out;
}

}  // namespace jangbu
