// Finds the columns of a table that nobody ruled. All rows are laid over each other in bins of half a point: a bin
// through which few rows print text and in which enough rows have a gap belongs to a corridor, and the middle of the
// corridor is a border.
// The hard case is a single long label or title that crosses a corridor: up to 15 % of the rows may (one of four at
// least). Where figures tell the rows, corridors may be narrow; rows of words need twice the width, since words
// leave gaps by chance.
#include "tables/open_columns.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jangbu {
namespace {

constexpr double kBin = 0.5;        // points
constexpr double kMostBins = 8000;  // wider pages are posters, and hostile
constexpr std::size_t kMostColumns = 64;
// Shares of the font size.
constexpr double kCorridor = 0.35, kTextCorridor = 0.7;
// Shares of the lines.
constexpr double kMostCrossings = 0.15, kFewestGaps = 0.25;

// How many lines print text there, and how many have a gap between two pieces there.
struct Bin {
  int text = 0, gap = 0;
};

std::vector<Bin> profile_of(const std::vector<const OpenLine*>& lines, double from, double to) {
  std::vector<Bin> bins(static_cast<std::size_t>(std::min(kMostBins, std::ceil((to - from) / kBin) + 1)));
  const auto bin = [&](double x) {
    return static_cast<std::size_t>(std::clamp((x - from) / kBin, 0.0, static_cast<double>(bins.size() - 1)));
  };
  for (const OpenLine* line : lines) {
    for (std::size_t i = 0; i < line->pieces.size(); ++i) {
      const Piece& piece = line->pieces[i];
      for (std::size_t b = bin(piece.x0); b <= bin(piece.x1); ++b) ++bins[b].text;
      if (i + 1 == line->pieces.size()) continue;
      const Piece& next = line->pieces[i + 1];
      for (std::size_t b = bin(piece.x1) + 1; b < bin(next.x0); ++b) ++bins[b].gap;
    }
  }
  return bins;
}

bool is_dash(const Piece& piece) {
  return piece.letters == 1 && piece.runs.size() == 1 && piece.runs.front()->text.find_first_of("0123456789") == std::string::npos &&
         piece.figure;
}

// Dashes (no value) that stand elsewhere in their column than the figures do make no column: no row has both.
void drop_columns_of_dashes(const std::vector<const OpenLine*>& rows, std::vector<double>& borders) {
  for (std::size_t b = 1; b < borders.size();) {
    std::size_t dashes[2] = {0, 0}, texts[2] = {0, 0}, both = 0;
    for (const OpenLine* row : rows) {
      bool has[2] = {false, false};
      for (const Piece& piece : row->pieces) {
        const double x = piece.centre();
        if (x < borders[b - 1] || (b + 1 < borders.size() && x > borders[b + 1])) continue;
        const std::size_t side = x < borders[b] ? 0 : 1;
        has[side] = true;
        ++(is_dash(piece) ? dashes : texts)[side];
      }
      both += has[0] && has[1] ? 1 : 0;
    }
    const bool one = both == 0 && ((dashes[0] > 0 && texts[0] == 0 && texts[1] > 0) || (dashes[1] > 0 && texts[1] == 0 && texts[0] > 0));
    if (one) {
      borders.erase(borders.begin() + static_cast<std::ptrdiff_t>(b));
    } else {
      ++b;
    }
  }
}

// One row of figures below its headings, as many of them: each heading and its figure are a column, though one is centred and the other
// flush right. Nothing where two neighbours overlap.
std::vector<double> borders_of_the_only_row(const std::vector<OpenLine>& lines) {
  constexpr std::size_t kLeast = 3;
  std::optional<std::size_t> row;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<Piece>& pieces = lines[i].pieces;
    const auto figures = std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.figure; });
    if (figures == 0) continue;
    if (row || i == 0 || static_cast<std::size_t>(figures) + 1 < pieces.size()) return {};
    row = i;
  }
  if (!row) return {};
  const std::vector<Piece>&headings = lines[*row - 1].pieces, &figures = lines[*row].pieces;
  if (headings.size() != figures.size() || figures.size() < kLeast) return {};
  std::vector<double> borders;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const double end = std::max(headings[i].x1, figures[i].x1), begin = std::min(headings[i + 1].x0, figures[i + 1].x0);
    if (end >= begin) return {};
    borders.push_back((end + begin) / 2);
  }
  return borders;
}

}  // namespace

int OpenColumns::at(double x) const { return static_cast<int>(std::upper_bound(borders.begin(), borders.end(), x) - borders.begin()); }

// A row of figures: half of what stands behind its first piece. Headers and notes have words there.
std::vector<bool> body_lines(const std::vector<OpenLine>& lines, bool& of_figures) {
  std::vector<bool> figures(lines.size(), false), several(lines.size(), false);
  std::size_t with_figures = 0, with_several = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<Piece>& pieces = lines[i].pieces;
    if (pieces.size() < 2) continue;
    several[i] = true;
    ++with_several;
    const auto count = std::count_if(pieces.begin() + 1, pieces.end(), [](const Piece& piece) { return piece.figure; });
    figures[i] = count > 0 && 2 * count >= static_cast<std::ptrdiff_t>(pieces.size()) - 1;
    with_figures += figures[i] ? 1 : 0;
  }
  of_figures = with_figures >= 2 && 2 * with_figures >= with_several;
  return of_figures ? figures : several;
}

// Rows that tell, their profile, corridors, borders; last the extent of each column's text.
OpenColumns open_columns(const std::vector<OpenLine>& lines) {
  OpenColumns columns;
  const std::vector<bool> body = body_lines(lines, columns.of_figures);
  std::vector<const OpenLine*> rows;
  double from = 1e18, to = -1e18, size = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!body[i]) continue;
    rows.push_back(&lines[i]);
    from = std::min(from, lines[i].pieces.front().x0);
    to = std::max(to, lines[i].pieces.back().x1);
    size += lines[i].size;
  }
  std::vector<double> paired = borders_of_the_only_row(lines);
  // Two lines keep a corridor by chance, unless both have as many pieces.
  const bool enough =
      rows.size() > 2 || (rows.size() == 2 && rows[0]->pieces.size() == rows[1]->pieces.size() && rows[0]->pieces.size() > 2);
  if (!paired.empty()) {
    columns.borders = std::move(paired);
    columns.of_figures = true;
  } else if (enough && to > from) {
    const double count = static_cast<double>(rows.size());
    size /= count;
    // One row may cross where there are four or more; in smaller tables none.
    const double allowed = std::max(rows.size() >= 4 ? 1.0 : 0.0, std::floor(kMostCrossings * count));
    const double needed = std::max(2.0, std::floor(kFewestGaps * count));
    // In bins.
    const double narrowest = (columns.of_figures ? kCorridor : kTextCorridor) * size / kBin;
    const std::vector<Bin> bins = profile_of(rows, from, to);
    const auto open = [&](std::size_t b) { return bins[b].text <= allowed && bins[b].gap >= needed; };
    for (std::size_t b = 0; b < bins.size();) {
      if (!open(b)) {
        ++b;
        continue;
      }
      std::size_t end = b;
      int fewest = bins[b].text;
      for (; end < bins.size() && open(end); ++end) fewest = std::min(fewest, bins[end].text);
      // The border: the middle of the widest stretch with the fewest crossings, so that it passes beside the label
      // that reaches into the corridor.
      std::size_t best_begin = b, best_end = b;
      for (std::size_t i = b; i < end;) {
        std::size_t j = i;
        while (j < end && bins[j].text == fewest) ++j;
        if (j - i > best_end - best_begin) {
          best_begin = i;
          best_end = j;
        }
        i = std::max(j, i + 1);
      }
      if (static_cast<double>(end - b) + 1 >= narrowest) {
        columns.borders.push_back(from + kBin * (static_cast<double>(best_begin) + static_cast<double>(best_end)) / 2);
      }
      b = end;
    }
  }
  drop_columns_of_dashes(rows, columns.borders);
  // Labels on lines of their own, beside figures that stand between those lines.
  if (columns.of_figures && to > from) {
    double labels = -1e18;
    std::size_t beside = 0;
    bool first = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      first = first || body[i];
      const bool left = lines[i].pieces.back().x1 < from - kTextCorridor * lines[i].size;
      if (!left || lines[i].pieces.size() > 1) continue;
      const auto level = [&](std::size_t other) {
        return body[other] && std::min(lines[i].box.y1, lines[other].box.y1) - std::max(lines[i].box.y0, lines[other].box.y0) > 0;
      };
      if ((i > 0 && level(i - 1)) || (i + 1 < lines.size() && level(i + 1))) ++beside;
      labels = std::max(labels, lines[i].pieces.back().x1);
    }
    if (beside >= 2) {
      columns.borders.insert(columns.borders.begin(), (labels + from) / 2);
      from = labels;
    }
  }
  // More borders than any table has columns: letter-spaced or justified text. No columns then.
  if (columns.borders.size() >= kMostColumns) columns.borders.clear();
  columns.extents.assign(columns.borders.size() + 1, Box{1e18, 0, -1e18, 0});
  // Where text stands in each column; a piece over two columns tells nothing of either.
  for (const OpenLine* line : rows) {
    for (const Piece& piece : line->pieces) {
      const int first = columns.at(piece.x0 + 1), last = columns.at(piece.x1 - 1);
      if (first != last) continue;
      Box& extent = columns.extents[static_cast<std::size_t>(first)];
      extent.x0 = std::min(extent.x0, piece.x0);
      extent.x1 = std::max(extent.x1, piece.x1);
    }
  }
  // A label that stands alone on its line may reach farther than those beside figures: the border gives way up to the figures.
  if (columns.of_figures && columns.count() > 1) {
    double reach = columns.borders[0];
    const double room = columns.extents[1].x0;
    bool below = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      below = below || body[i];
      const Piece& label = lines[i].pieces.front();
      if (!below || body[i] || lines[i].pieces.size() > 1 || label.x0 > columns.borders[0] || label.x1 > room - kBin) continue;
      reach = std::max(reach, label.x1);
    }
    if (reach > columns.borders[0]) columns.borders[0] = (reach + room) / 2;
  }
  // So may a text of another column beside or between the lines of figures.
  if (columns.of_figures) {
    constexpr double kBeside = 2;  // points that a line half beside the next one reaches below its upper edge
    for (std::size_t c = 1; c < columns.borders.size(); ++c) {
      double reach = columns.borders[c];
      const double room = columns.extents[c + 1].x0;
      bool below = false;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        below = below || body[i] || (i + 1 < lines.size() && body[i + 1] && lines[i].box.y1 - lines[i + 1].box.y0 > kBeside);
        if (!below || body[i]) continue;
        for (const Piece& piece : lines[i].pieces) {
          if (!piece.figure && piece.x0 > columns.borders[c - 1] && piece.x0 < columns.borders[c] && piece.x1 < room - kBin)
            reach = std::max(reach, piece.x1);
        }
      }
      if (reach > columns.borders[c]) columns.borders[c] = (reach + room) / 2;
    }
  }
  // A column in which nothing stands alone reaches from border to border.
  for (std::size_t c = 0; c < columns.extents.size(); ++c) {
    Box& extent = columns.extents[c];
    if (extent.x1 >= extent.x0) continue;
    extent.x0 = c == 0 ? from : columns.borders[c - 1];
    extent.x1 = c < columns.borders.size() ? columns.borders[c] : to;
  }
  return columns;
}

}  // namespace jangbu
