// Takes columns of prose out of the runs before tables are looked for. Lines are chained to columns by their margin
// and distance; a column is prose where its lines are long, hold few digits, and are full: the next word would not
// have fitted.
// The hard case are short paragraphs and headings of the same column, which are no prose by themselves: they go
// along where they stand within the column found and nothing stands beside them in it. Thresholds are shares of
// lines and font sizes; ragged text passes with 72 % of full lines.
#include "tables/prose_beside.h"

#include <algorithm>
#include <cmath>

#include "tables/run_lines.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

// Shares of the font size.
constexpr double kColumnGap = 1.0, kSameMargin = 0.6, kIndent = 3.5, kStep = 2.0, kBlank = 0.3, kSlack = 0.4;
constexpr std::size_t kFewestLines = 5;
constexpr double kFewestLetters = 18, kFewestWords = 3;  // in a line, on average
constexpr double kFull = 0.72, kMostDigits = 0.3;
constexpr double kInk = 0.72;  // of a column's width
constexpr std::size_t kNeighbours = 6;
constexpr std::size_t kMostLines = 2000;  // of a page; more is no page of text

struct Column {
  std::vector<std::size_t> lines;
  double x0 = 0, size = 0;
};

// Letters and digits, Hangul for two: dots that lead to a figure are none.
std::size_t letters_of(const RunLine& line, std::size_t& digits) {
  std::size_t letters = 0;
  for (const char32_t c : to_code_points(line.text)) {
    if (c == U' ' || c == U'.' || c == U'·' || c == U'…' || c == U'-') continue;
    letters += static_cast<std::size_t>(std::max(1, display_width(c)));
    digits += c >= U'0' && c <= U'9' ? 1 : 0;
  }
  return letters;
}

// Enough lines, long ones, of words, with few digits, and most of them full.
bool prose(const std::vector<RunLine>& lines, const std::vector<std::size_t>& column) {
  if (column.size() < kFewestLines) return false;
  double right = -1e18;
  std::size_t letters = 0, digits = 0, words = 0, full = 0;
  for (const std::size_t i : column) {
    // Leaders: a list of contents or of prices.
    if (lines[i].text.find("....") != std::string::npos) return false;
    right = std::max(right, lines[i].box.x1);
    letters += letters_of(lines[i], digits);
    words += lines[i].runs.size();
  }
  const double count = static_cast<double>(column.size());
  if (static_cast<double>(letters) < kFewestLetters * count || static_cast<double>(words) < kFewestWords * count) return false;
  if (static_cast<double>(digits) > kMostDigits * static_cast<double>(letters)) return false;
  for (std::size_t i = 0; i + 1 < column.size(); ++i) {
    const RunLine &line = lines[column[i]], &next = lines[column[i + 1]];
    full += line.box.x1 + kBlank * line.font_size + next.runs.front()->box.width() > right - kSlack * line.font_size ? 1 : 0;
  }
  return static_cast<double>(full) >= kFull * (count - 1);
}

// Chains of lines that begin at one margin, one below the other. A first line may be indented, either way, up to
// kIndent.
std::vector<Column> columns_of(const std::vector<RunLine>& lines) {
  std::vector<Column> done, open;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const RunLine& line = lines[i];
    Column* best = nullptr;
    // Columns that ended more than two lines above are closed.
    for (std::size_t c = 0; c < open.size();) {
      const RunLine& last = lines[open[c].lines.back()];
      if (line.box.y0 - last.box.y0 > kStep * last.font_size) {
        done.push_back(std::move(open[c]));
        if (c + 1 < open.size()) open[c] = std::move(open.back());
        open.pop_back();
        best = nullptr;
        c = 0;
        continue;
      }
      ++c;
    }
    for (Column& column : open) {
      const RunLine& last = lines[column.lines.back()];
      // A line at the height of the column's last line stands beside it.
      if (line.box.y0 < last.box.y1 - 0.4 * last.font_size) continue;
      if (std::abs(line.font_size - column.size) > 0.12 * column.size) continue;
      const double off = line.box.x0 - column.x0, size = line.font_size;
      const bool first = column.lines.size() == 1 && off < 0 && off >= -kIndent * size;
      if (std::abs(off) > kSameMargin * size && !(off > 0 && off <= kIndent * size) && !first) continue;
      if (best == nullptr || std::abs(best->x0 - line.box.x0) > std::abs(off)) best = &column;
    }
    if (best != nullptr) {
      best->x0 = std::min(best->x0, line.box.x0);
      best->lines.push_back(i);
    } else {
      open.push_back({{i}, line.box.x0, line.font_size});
    }
  }
  for (Column& column : open) done.push_back(std::move(column));
  return done;
}

}  // namespace

// Pages in one column cost no more than a walk over their lines.
std::vector<const Run*> without_prose_beside(const std::vector<const Run*>& runs) {
  const std::vector<RunLine> lines = lines_of(runs, kColumnGap);
  if (lines.size() < 2 * kFewestLines || lines.size() > kMostLines) return runs;
  // Only where lines stand beside others.
  std::size_t beside = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Box &a = lines[i - 1].box, &b = lines[i].box;
    beside += std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0 && (a.x1 < b.x0 || b.x1 < a.x0) ? 1 : 0;
  }
  if (beside < 2) return runs;
  std::vector<Box> areas;
  std::vector<bool> taken(lines.size(), false);
  for (const Column& column : columns_of(lines)) {
    if (!prose(lines, column.lines)) continue;
    Box box = lines[column.lines.front()].box;
    for (const std::size_t i : column.lines) box = united(box, lines[i].box);
    // Text in a single column is the body's own affair: only what has something beside it disturbs the search for
    // tables.
    const bool alone = std::none_of(lines.begin(), lines.end(), [&](const RunLine& line) {
      return line.box.y0 < box.y1 && line.box.y1 > box.y0 && (line.box.x1 <= box.x0 || line.box.x0 >= box.x1);
    });
    if (alone) continue;
    areas.push_back(box);
    for (const std::size_t i : column.lines) taken[i] = true;
  }
  if (areas.empty()) return runs;
  // Lines of the same column that chance left out: short paragraphs, headings. Not what has something else beside it in the column.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (taken[i]) continue;
    const RunLine& line = lines[i];
    for (const Box& area : areas) {
      const double size = line.font_size;
      if (line.box.x0 < area.x0 - size || line.box.x1 > area.x1 + size) continue;
      if (line.box.y0 < area.y0 - 4 * size || line.box.y1 > area.y1 + 4 * size) continue;
      // A justified line may fall into several; it fills its column all the same.
      bool alone = true;
      double ink = 0;
      for (std::size_t j = i > kNeighbours ? i - kNeighbours : 0; j < lines.size() && j <= i + kNeighbours; ++j) {
        const Box& other = lines[j].box;
        if (std::min(other.y1, line.box.y1) - std::max(other.y0, line.box.y0) <= 0 || other.x1 <= area.x0 || other.x0 >= area.x1) continue;
        alone = alone && j == i;
        ink += other.width();
      }
      if (!alone && ink < kInk * area.width()) continue;
      taken[i] = true;
      break;
    }
  }
  std::vector<const Run*> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!taken[i]) out.insert(out.end(), lines[i].runs.begin(), lines[i].runs.end());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_prose(const std::vector<const Run*>& runs) {
  const std::vector<RunLine> lines = lines_of(runs);
  std::vector<std::size_t> all(lines.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return prose(lines, all);
}

}  // namespace jangbu
