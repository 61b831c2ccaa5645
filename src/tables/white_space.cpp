// Finds columns that nobody drew. The lines are laid over each other in bins of one point, each with how many lines
// have text there and how many have a gap; a stretch of bins with little text and enough gaps is a corridor. See
// open_columns.cpp for tables without any line, where the figures tell the rows; here all lines count, as they stand
// in cells already.
// The hard case are letter-spaced words (`합   계`): a gap beside a lone Hangul letter is no gap between columns where
// half are so.
#include "tables/white_space.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/unicode.h"

namespace jangbu {
namespace {

// Shares of the font size.
constexpr double kSegmentGap = 0.70;
constexpr double kCorridorWidth = 0.6;
// Shares of the lines.
constexpr double kMostCrossings = 0.2;
constexpr double kFewestGaps = 0.3;
constexpr std::size_t kMostColumns = 64;
constexpr double kMostBins = 4000;  // wider pages are posters, and hostile

// A dash alone stands in the place of a figure.
bool figure_text(const std::u32string& text) {
  bool digit = false;
  for (const char32_t c : text) {
    if (c >= U'0' && c <= U'9') {
      digit = true;
    } else if (std::u32string_view(U".,%+-–—−()[]△▲▽▼*/:~'’€$£ ").find(c) == std::u32string_view::npos) {
      return false;
    }
  }
  return digit || text == U"-" || text == U"–" || text == U"—" || text == U"−";
}

// For each point across the band: lines with text there, and lines with text on both sides but not there.
struct Profile {
  double from = 0;
  std::vector<int> text, gap;
  // Of the lines with a gap there: how many have a lone Hangul letter beside it (`합   계`).
  std::vector<int> lone;
};

// Gaps are counted between pieces only: what lies left of a line's first or right of its last is no gap.
Profile profile_of(const std::vector<std::vector<Segment>>& lines, double from, double to) {
  Profile profile;
  profile.from = from;
  const auto bins = static_cast<std::size_t>(std::min(kMostBins, std::ceil(to - from) + 1));
  profile.text.assign(bins, 0);
  profile.gap.assign(bins, 0);
  profile.lone.assign(bins, 0);
  const auto bin = [&](double x) { return static_cast<std::size_t>(std::clamp(x - from, 0.0, static_cast<double>(bins - 1))); };
  for (const std::vector<Segment>& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      for (std::size_t b = bin(line[i].x0); b <= bin(line[i].x1); ++b) ++profile.text[b];
      if (i + 1 == line.size()) continue;
      const bool lone = (line[i].letters == 1 && line[i].hangul) || (line[i + 1].letters == 1 && line[i + 1].hangul);
      for (std::size_t b = bin(line[i].x1) + 1; b < bin(line[i + 1].x0); ++b) {
        ++profile.gap[b];
        profile.lone[b] += lone ? 1 : 0;
      }
    }
  }
  return profile;
}

}  // namespace

// Runs that stand close are one piece, whatever their words.
std::vector<Segment> segments_of(const RunLine& line) {
  std::vector<Segment> segments;
  std::u32string text;
  const auto finish = [&] {
    if (segments.empty()) return;
    segments.back().letters = text.size();
    segments.back().figure = figure_text(text);
    segments.back().hangul = std::any_of(text.begin(), text.end(), is_hangul);
    text.clear();
  };
  for (const Run* run : line.runs) {
    const std::u32string points = to_code_points(run->text);
    // Runs that stand within 70 % of the font size are one piece.
    if (!segments.empty() && run->box.x0 - segments.back().x1 <= kSegmentGap * run->font_size) {
      segments.back().x1 = std::max(segments.back().x1, run->box.x1);
    } else {
      finish();
      segments.push_back({run->box.x0, run->box.x1, run->font_size, 0, false, false});
    }
    text += points;
  }
  finish();
  return segments;
}

std::vector<double> corridors(const std::vector<RunLine>& lines, const std::vector<double>& preferred) {
  std::vector<std::vector<Segment>> segments;
  double from = 1e18, to = -1e18, size = 0;
  for (const RunLine& line : lines) {
    segments.push_back(segments_of(line));
    from = std::min(from, line.box.x0);
    to = std::max(to, line.box.x1);
    size += line.font_size;
  }
  std::vector<double> found;
  if (lines.size() < 2 || !(to > from)) return found;
  size /= static_cast<double>(lines.size());
  const double count = static_cast<double>(lines.size());
  const double allowed = std::max(lines.size() >= 4 ? 1.0 : 0.0, std::floor(kMostCrossings * count));
  const double needed = std::max(2.0, kFewestGaps * count);
  const Profile profile = profile_of(segments, from, to);
  const auto open = [&](std::size_t b) {
    return profile.text[b] <= allowed && profile.gap[b] >= needed && 2 * profile.lone[b] <= profile.gap[b];
  };
  for (std::size_t b = 0; b < profile.text.size();) {
    if (!open(b)) {
      ++b;
      continue;
    }
    std::size_t end = b;
    int fewest = profile.text[b];
    for (; end < profile.text.size() && open(end); ++end) fewest = std::min(fewest, profile.text[end]);
    // The middle of the widest stretch with the fewest crossings.
    std::size_t best_begin = b, best_end = b;
    for (std::size_t i = b; i < end;) {
      std::size_t j = i;
      while (j < end && profile.text[j] == fewest) ++j;
      if (j - i > best_end - best_begin) {
        best_begin = i;
        best_end = j;
      }
      i = std::max(j, i + 1);
    }
    const double x0 = profile.from + static_cast<double>(best_begin), x1 = profile.from + static_cast<double>(best_end);
    // A border drawn elsewhere in the table is better than the middle of the corridor.
    if (static_cast<double>(end - b) >= kCorridorWidth * size) {
      const auto line = std::lower_bound(preferred.begin(), preferred.end(), profile.from + static_cast<double>(b) - 1);
      const bool drawn = line != preferred.end() && *line <= profile.from + static_cast<double>(end) + 1;
      found.push_back(drawn ? *line : (x0 + x1) / 2);
    }
    b = end;
  }
  if (found.size() > kMostColumns) found.clear();
  return found;
}

// Gaps of the first line that all other lines have at the same place.
std::vector<double> aligned_gaps(const std::vector<RunLine>& lines) {
  // Points, and shares of the font size.
  constexpr double kSameEdge = 0.5, kBlank = 0.2, kField = 1.0;
  std::vector<double> found;
  if (lines.size() < 2) return found;
  double widest = 0;
  const std::vector<const Run*>& first = lines.front().runs;
  for (std::size_t i = 0; i + 1 < first.size(); ++i) {
    const double from = first[i]->box.x1, to = first[i + 1]->box.x0;
    if (to - from < kBlank * lines.front().font_size) continue;
    const bool everywhere = std::all_of(lines.begin() + 1, lines.end(), [&](const RunLine& line) {
      for (std::size_t j = 0; j + 1 < line.runs.size(); ++j) {
        if (std::abs(line.runs[j]->box.x1 - from) < kSameEdge && std::abs(line.runs[j + 1]->box.x0 - to) < kSameEdge) return true;
      }
      return false;
    });
    if (!everywhere) continue;
    found.push_back((from + to) / 2);
    widest = std::max(widest, (to - from) / lines.front().font_size);
  }
  if (found.size() < 2 || widest < kField) found.clear();
  return found;
}

}  // namespace jangbu
