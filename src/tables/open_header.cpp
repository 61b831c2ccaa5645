// Which columns each heading of an open table stands over. Lines of header text go in, blocks with their columns
// come out. First, pieces on neighbouring lines become one block where they stand levelled and close (`예산` above
// `현액`). Then blocks with nothing below head single columns: the assignment in order with the least sum of
// distances. Last, from the bottom line up, groups take the columns of the blocks below them, what a rule right
// below them covers, or the run of free columns that they are centred over.
// The hard case is a short heading above several columns: it may be the first line of the middle column's own
// heading, or a group. An even number of columns, a gap between the lines, or a width far above the column's speaks
// for a group (groups_by_place).
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "tables/header_pieces.h"
#include "tables/open_columns.h"

namespace jangbu {
namespace {

// Shares of the font size.
constexpr double kLevelled = 0.6;  // centres, or edges, of one heading's lines are no farther apart
constexpr double kLeading = 0.9;   // between two lines of one heading
constexpr double kCentred = 1.2;   // a group is centred over its columns
constexpr double kFar = std::numeric_limits<double>::infinity();

// One of left edge, right edge and centre agrees: headings are set flush left, flush right, or centred.
bool levelled(double a0, double a1, double b0, double b1, double size) {
  const double tolerance = kLevelled * size;
  return std::abs((a0 + a1) - (b0 + b1)) / 2 <= tolerance || std::abs(a0 - b0) <= tolerance || std::abs(a1 - b1) <= tolerance;
}

bool overlap(double a0, double a1, double b0, double b1) { return std::min(a1, b1) - std::max(a0, b0) > 0; }

class Header {
 public:
  Header(const std::vector<OpenLine>& lines, std::size_t count, const OpenColumns& columns, const std::vector<Rule>& rules)
      : columns_(columns), rules_(rules), extents_(columns.extents) {
    const double blank = blank_of(lines);
    for (std::size_t i = 0; i < count; ++i) pieces_.push_back(cut_at_borders(lines[i], columns, blank, rules));
    for (std::size_t i = 0; i < count; ++i) boxes_.push_back(lines[i].box);
  }

  std::vector<HeaderBlock> blocks() {
    build();
    place_leaves();
    for (int line = static_cast<int>(pieces_.size()) - 1; line >= 0; --line) place_groups(line);
    return std::move(blocks_);
  }

 private:
  // Is a horizontal rule drawn at x, between two heights?
  bool rule_between(double y0, double y1, double x) const {
    return std::any_of(rules_.begin(), rules_.end(),
                       [&](const Rule& rule) { return rule.box.y0 > y0 && rule.box.y0 < y1 && rule.box.x0 <= x && x <= rule.box.x1; });
  }

  // By column: where the headings on the lines below stand; without width where there is none.
  std::vector<Box> headings_below(std::size_t line) const {
    std::vector<Box> out(static_cast<std::size_t>(columns_.count()), Box{kFar, 0, -kFar, 0});
    for (std::size_t below = line + 1; below < pieces_.size(); ++below) {
      for (const Piece& piece : pieces_[below]) {
        Box& box = out[static_cast<std::size_t>(columns_.at(piece.centre()))];
        box.x0 = std::min(box.x0, piece.x0);
        box.x1 = std::max(box.x1, piece.x1);
      }
    }
    return out;
  }

  // By column: is its only heading one that stands in the middle between two lines, as one of two lines' height does?
  std::vector<bool> in_the_middle() const {
    std::vector<int> lines(static_cast<std::size_t>(columns_.count()), 0);
    std::vector<bool> out(lines.size(), false);
    for (std::size_t line = 0; line < pieces_.size(); ++line) {
      const bool middle = line > 0 && line + 1 < pieces_.size() && boxes_[line + 1].y0 - boxes_[line - 1].y1 < boxes_[line].height();
      for (const Piece& piece : pieces_[line]) {
        const auto column = static_cast<std::size_t>(columns_.at(piece.centre()));
        out[column] = ++lines[column] == 1 && middle;
      }
    }
    return out;
  }

  // Are the pieces of this line (those over the stub aside) groups, each centred over a run of the columns that have headings below?
  bool groups_by_place(std::size_t line) const {
    return groups_by_place(line, 1) || (columns_.count() > 2 && groups_by_place(line, 0));  // 세입 over 구분 | 금액
  }

  // `stub`: the first column that a group may stand over.
  bool groups_by_place(std::size_t line, int stub) const {
    std::vector<const Piece*> over;
    for (const Piece& piece : pieces_[line]) {
      if (columns_.at(piece.centre()) > 0 || columns_.count() == 1) over.push_back(&piece);
    }
    // Which columns have headings on the lines below, and how wide these make them.
    const std::vector<bool> whole = in_the_middle();
    std::vector<bool> headed(static_cast<std::size_t>(columns_.count()), false);
    std::vector<Box> extents = columns_.extents, headings = headings_below(line);
    double below_y = kFar;
    for (std::size_t below = line + 1; below < pieces_.size(); ++below) {
      for (const Piece& piece : pieces_[below]) {
        const auto column = static_cast<std::size_t>(columns_.at(piece.centre()));
        if (whole[column]) continue;
        headed[column] = true;
        if (column > 0) below_y = std::min(below_y, boxes_[below].y0);
        extents[column].x0 = std::min(extents[column].x0, piece.x0);
        extents[column].x1 = std::max(extents[column].x1, piece.x1);
      }
    }
    std::vector<int> children;
    for (int c = stub; c < columns_.count(); ++c) {
      if (headed[static_cast<std::size_t>(c)]) children.push_back(c);
    }
    // One group at least has two children; one alone over all columns is a title.
    if (over.empty() || (stub == 0 && over.size() < 2) || children.size() < over.size() + 1) return false;
    const double gap = below_y - boxes_[line].y1;
    std::size_t next = 0;
    bool odd_only = true;
    // From left to right: the shortest run of children, leaving one for each group to come, that the piece is centred over; right over the
    // only one.
    for (std::size_t i = 0; i < over.size(); ++i) {
      const Piece& piece = *over[i];
      bool found = false;
      for (std::size_t end = next + 1; end <= children.size() - std::min(children.size(), over.size() - 1 - i); ++end) {
        if (i + 1 == over.size() && end != children.size()) continue;
        if (end == next + 1 && over.size() == 1) continue;
        const auto a = static_cast<std::size_t>(children[next]), b = static_cast<std::size_t>(children[end - 1]);
        const double columns_off = std::abs((extents[a].x0 + extents[b].x1) / 2 - piece.centre());
        // Figures flush right reach beyond headings that are centred: then the headings tell.
        const double headings_off = std::abs((headings[a].x0 + headings[a].x1 + headings[b].x0 + headings[b].x1) / 4 - piece.centre());
        const double allowed = end == next + 1 ? kLevelled : kCentred;
        if (std::min(columns_off, headings_off) > allowed * piece.size) continue;
        odd_only = odd_only && (end - next) % 2 == 1;
        next = end;
        found = true;
        break;
      }
      if (!found) return false;
    }
    if (next != children.size()) return false;
    if (over.size() > 1 || !odd_only || gap > 0.45 * over.front()->size) return true;
    // One heading over the middle one of an odd number of columns may be that column's own first line, unless it is far wider.
    const Box& middle = extents[static_cast<std::size_t>(columns_.at(over.front()->centre()))];
    return over.front()->x1 - over.front()->x0 > 1.3 * middle.width();
  }

  // Do the pieces of this line number the columns: (1) (2) (3)? Such a line is a row of its own.
  bool numbers_columns(std::size_t line) const {
    int next = 0;
    std::size_t count = 0;
    for (const Piece& piece : pieces_[line]) {
      std::string digits;
      for (const Run* run : piece.runs) {
        for (const char c : run->text) {
          if (c == '(' || c == ')' || c == '[' || c == ']') continue;
          if (c < '0' || c > '9' || digits.size() > 1) return false;
          digits += c;
        }
      }
      if (digits.empty()) return false;
      const int number = std::stoi(digits);
      if (count > 0 && number != next) return false;
      next = number + 1;
      ++count;
    }
    return count >= 3;
  }

  // Blocks from top to bottom. A piece extends the block above it only if it overlaps that one alone and nothing
  // beside it does.
  void build() {
    std::vector<std::size_t> open;  // blocks that end on the line before
    std::vector<bool>
        of_groups;  // by block: it begins on a line of groups; a label in the middle of its rows may stand between that and the line below
    for (std::size_t line = 0; line < pieces_.size(); ++line) {
      const bool groups = line + 1 < pieces_.size() && groups_by_place(line);
      const bool numbers = numbers_columns(line);
      std::vector<std::size_t> now;
      for (const Piece& piece : pieces_[line]) {
        std::size_t above = blocks_.size();
        int over = 0, beside = 0;
        for (const std::size_t block : open) {
          if (!overlap(blocks_[block].x0, blocks_[block].x1, piece.x0, piece.x1)) continue;
          ++over;
          above = block;
        }
        bool extends = over == 1 && !numbers;
        if (extends) {
          const HeaderBlock& block = blocks_[above];
          for (const Piece& other : pieces_[line]) beside += overlap(block.x0, block.x1, other.x0, other.x1) ? 1 : 0;
          // `stub`: both stand over the labels, where a wrapped heading is no child of a group.
          const bool stub = columns_.at((block.x0 + block.x1) / 2) == 0 && columns_.at(piece.centre()) == 0;
          extends = beside == 1 && levelled(block.x0, block.x1, piece.x0, piece.x1, piece.size) && (!of_groups[above] || stub) &&
                    boxes_[line].y0 - block.y1 <= kLeading * piece.size && !rule_between(block.y1 - 1, boxes_[line].y0 + 2, piece.centre());
        }
        if (extends) {
          HeaderBlock& block = blocks_[above];
          block.last_line = static_cast<int>(line);
          block.x0 = std::min(block.x0, piece.x0);
          block.x1 = std::max(block.x1, piece.x1);
          block.y1 = boxes_[line].y1;
          block.runs.insert(block.runs.end(), piece.runs.begin(), piece.runs.end());
          now.push_back(above);
        } else {
          HeaderBlock block;
          block.first_line = block.last_line = static_cast<int>(line);
          block.x0 = piece.x0;
          block.x1 = piece.x1;
          block.y0 = boxes_[line].y0;
          block.y1 = boxes_[line].y1;
          block.size = piece.size;
          block.runs = piece.runs;
          now.push_back(blocks_.size());
          blocks_.push_back(std::move(block));
          of_groups.push_back(groups);
        }
      }
      // Headings of unlike numbers of lines, centred, stand half a line apart: what ended just above this line may still go on below it.
      for (const std::size_t block : open) {
        const bool half = line + 1 < pieces_.size() && boxes_[line + 1].y0 - blocks_[block].y1 <= kLeading * blocks_[block].size;
        const bool covered = std::any_of(pieces_[line].begin(), pieces_[line].end(), [&](const Piece& piece) {
          return overlap(blocks_[block].x0, blocks_[block].x1, piece.x0, piece.x1);
        });
        if (half && !covered) now.push_back(block);
      }
      open = std::move(now);
    }
    placed_.assign(blocks_.size(), false);
  }

  // How far a heading stands from a column, or a run of them: centred over it, or flush with one of its sides.
  double distance(const HeaderBlock& block, int first, int last) const {
    const double x0 = extents_[static_cast<std::size_t>(first)].x0, x1 = extents_[static_cast<std::size_t>(last)].x1;
    const double centre = std::abs((block.x0 + block.x1) / 2 - (x0 + x1) / 2);
    return std::min({centre, std::abs(block.x0 - x0), std::abs(block.x1 - x1)});
  }

  // The columns that a rule right below a heading covers; none without such a rule.
  bool by_rule(const HeaderBlock& block, int& first, int& last) const {
    const double middle = (block.x0 + block.x1) / 2;
    for (const Rule& rule : rules_) {
      if (rule.box.y0 < block.y1 - 2 || rule.box.y0 > block.y1 + 1.2 * block.size) continue;
      if (rule.box.x0 > block.x0 + block.size || rule.box.x1 < block.x1 - block.size || middle < rule.box.x0 || middle > rule.box.x1)
        continue;
      int a = -1, b = -1;
      for (int c = 0; c < columns_.count(); ++c) {
        const Box& extent = extents_[static_cast<std::size_t>(c)];
        const double centre = (extent.x0 + extent.x1) / 2;
        if (centre < rule.box.x0 - 1 || centre > rule.box.x1 + 1) continue;
        a = a < 0 ? c : a;
        b = c;
      }
      if (a < 0 || (a == 0 && b > 0)) continue;
      // A rule below several headings is none of one.
      const bool others = std::any_of(blocks_.begin(), blocks_.end(), [&](const HeaderBlock& other) {
        return &other != &block && other.last_line == block.last_line && rule.box.x0 < (other.x0 + other.x1) / 2 &&
               (other.x0 + other.x1) / 2 < rule.box.x1;
      });
      if (others) continue;
      first = a;
      last = b;
      return true;
    }
    return false;
  }

  bool anything_below(std::size_t index) const {
    const HeaderBlock& block = blocks_[index];
    // A short one may stand over the gap between two: what heads the column at its middle is below it.
    const int column = columns_.at((block.x0 + block.x1) / 2);
    return std::any_of(blocks_.begin(), blocks_.end(), [&](const HeaderBlock& other) {
      return other.first_line > block.last_line &&
             (overlap(block.x0, block.x1, other.x0, other.x1) || (column > 0 && columns_.at((other.x0 + other.x1) / 2) == column));
    });
  }

  // Puts a block over its columns. A heading over a single one widens that column's extent for the groups above.
  void place(std::size_t index, int first, int last) {
    HeaderBlock& block = blocks_[index];
    block.first_column = first;
    block.last_column = last;
    placed_[index] = true;
    if (first != last) return;
    Box& extent = extents_[static_cast<std::size_t>(first)];
    extent.x0 = std::min(extent.x0, block.x0);
    extent.x1 = std::max(extent.x1, block.x1);
  }

  // Headings with none below head single columns, in order, nearest in sum; but those as wide as several head these.
  void place_leaves() {
    std::vector<std::size_t> leaves;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (anything_below(i)) continue;
      // First the columns that the block covers for at least half of their width.
      const HeaderBlock& block = blocks_[i];
      int first = -1, last = -1;
      for (int c = 0; c < columns_.count(); ++c) {
        const Box& extent = columns_.extents[static_cast<std::size_t>(c)];
        const double covered = std::min(extent.x1, block.x1) - std::max(extent.x0, block.x0);
        if (covered < 0.5 * (extent.x1 - extent.x0)) continue;
        first = first < 0 ? c : first;
        last = c;
      }
      int a = 0, b = 0;
      const bool last_line = block.last_line + 1 == static_cast<int>(pieces_.size());
      if (!last_line && by_rule(block, a, b) && b > a) {
        continue;  // a group
      }
      if (first >= 0 && last > first && (first > 0 || block.x0 > columns_.extents[0].x0 + block.size)) {
        place(i, first, last);
        continue;
      }
      leaves.push_back(i);
    }
    std::stable_sort(leaves.begin(), leaves.end(),
                     [&](std::size_t a, std::size_t b) { return blocks_[a].x0 + blocks_[a].x1 < blocks_[b].x0 + blocks_[b].x1; });
    const std::size_t n = leaves.size(), m = static_cast<std::size_t>(columns_.count());
    if (n == 0) return;
    // cost[f][c]: the least sum for the first f headings within the first c columns; taken_[f][c]: the same with
    // heading f over column c. Headings may share a column if they stand on different lines (shares[f][c]).
    std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1, kFar));
    std::vector<std::vector<char>> shares(n + 1, std::vector<char>(m + 1, 0));
    for (std::size_t c = 0; c <= m; ++c) cost[0][c] = 0;
    for (std::size_t f = 1; f <= n; ++f) {
      for (std::size_t c = 1; c <= m; ++c) {
        const int column = static_cast<int>(c) - 1;
        const double here = distance(blocks_[leaves[f - 1]], column, column);
        const bool may_share = f > 1 && blocks_[leaves[f - 1]].first_line != blocks_[leaves[f - 2]].first_line;
        double best = cost[f - 1][c - 1] + here;
        if (may_share && taken_[f - 1][c] + here < best) {
          best = taken_[f - 1][c] + here;
          shares[f][c] = 1;
        }
        if (taken_.size() <= f) taken_.resize(f + 1, std::vector<double>(m + 1, kFar));
        taken_[f][c] = best;
        cost[f][c] = std::min(cost[f][c - 1], best);
      }
    }
    // More headings than columns on some line: each goes to the column below its middle, and open_layout.cpp joins
    // texts that claim one place.
    if (cost[n][m] == kFar) {
      for (const std::size_t leaf : leaves) {
        const int column = columns_.at((blocks_[leaf].x0 + blocks_[leaf].x1) / 2);
        place(leaf, column, column);
      }
      return;
    }
    // Back from the last heading: all that share a column are placed with it.
    for (std::size_t f = n, c = m; f > 0;) {
      while (cost[f][c] != taken_[f][c]) --c;
      while (true) {
        place(leaves[f - 1], static_cast<int>(c) - 1, static_cast<int>(c) - 1);
        const bool share = shares[f][c] != 0;
        --f;
        if (!share || f == 0) break;
      }
      --c;
    }
  }

  // Does the column of labels have its only heading on the last line, beside those of the columns: 구분 | 금액 below 세입?
  bool stub_is_below(int line) const {
    int first = -1;
    for (const HeaderBlock& block : blocks_) {
      if (columns_.at((block.x0 + block.x1) / 2) == 0) first = first < 0 ? block.first_line : std::min(first, block.first_line);
    }
    return first > line && first + 1 == static_cast<int>(pieces_.size());
  }

  // Headings of one line with others below: each over those below it, and over what its place says besides.
  void place_groups(int line) {
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!placed_[i] && blocks_[i].last_line == line) groups.push_back(i);
    }
    // One that began on a line above comes first in `blocks_`, wherever it stands.
    std::stable_sort(groups.begin(), groups.end(),
                     [&](std::size_t a, std::size_t b) { return blocks_[a].x0 + blocks_[a].x1 < blocks_[b].x0 + blocks_[b].x1; });
    // Columns that this line may not use: a placed block already passes through it.
    std::vector<bool> taken(static_cast<std::size_t>(columns_.count()), false);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!placed_[i] || blocks_[i].last_line < line || blocks_[i].first_line > line) continue;
      for (int c = blocks_[i].first_column; c <= blocks_[i].last_column; ++c) taken[static_cast<std::size_t>(c)] = true;
    }
    // The columns of the headings below each; one that two overlap is that of the group it lies under more.
    std::vector<std::pair<int, int>> own(groups.size(), {-1, -1});
    std::vector<int> owner(static_cast<std::size_t>(columns_.count()), -1);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const HeaderBlock& block = blocks_[groups[g]];
      int first = 0, last = 0;
      if (by_rule(block, first, last)) {
        own[g] = {first, last};
        for (int c = first; c <= last; ++c) owner[static_cast<std::size_t>(c)] = static_cast<int>(g);
      }
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!placed_[i] || blocks_[i].first_line <= line) continue;
      int best = -1;
      double most = 0;
      for (std::size_t g = 0; g < groups.size(); ++g) {
        const HeaderBlock& block = blocks_[groups[g]];
        const double over = std::min(block.x1, blocks_[i].x1) - std::max(block.x0, blocks_[i].x0);
        if (over <= most) continue;
        most = over;
        best = static_cast<int>(g);
      }
      if (best < 0) continue;
      for (int c = blocks_[i].first_column; c <= blocks_[i].last_column; ++c) {
        if (owner[static_cast<std::size_t>(c)] < 0) owner[static_cast<std::size_t>(c)] = best;
      }
    }
    // Groups from left to right; `from` is the first column that is still free.
    int from = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const HeaderBlock& block = blocks_[groups[g]];
      int first = own[g].first, last = own[g].second;
      if (first < 0) {
        const auto free = [&](int c) {
          const int of = owner[static_cast<std::size_t>(c)];
          return !taken[static_cast<std::size_t>(c)] && (of < 0 || of == static_cast<int>(g));
        };
        for (int c = from; c < columns_.count(); ++c) {
          if (owner[static_cast<std::size_t>(c)] != static_cast<int>(g)) continue;
          first = first < 0 ? c : first;
          last = c;
        }
        if (first < 0) first = last = std::max(from, columns_.at((block.x0 + block.x1) / 2));
        // The run of free columns around them that it is centred over; of several the widest, since groups leave no column out.
        const int must_first = first, must_last = last;
        double best = kFar;
        const std::vector<Box> headings = headings_below(static_cast<std::size_t>(line));
        const bool over_stub = groups.size() > 1 && must_first == 1 && stub_is_below(line);  // one alone is a title
        // Over all runs that hold its own columns. Up to 1.2 font sizes off the centre count as centred; then the
        // wider run wins.
        for (int a = must_first; a >= from && (a == must_first || (free(a) && (a > 0 || must_first == 0 || over_stub))); --a) {
          for (int b = must_last; b < columns_.count() && (b == must_last || free(b)); ++b) {
            const double x0 = extents_[static_cast<std::size_t>(a)].x0, x1 = extents_[static_cast<std::size_t>(b)].x1;
            double off = std::abs((x0 + x1) / 2 - (block.x0 + block.x1) / 2);
            bool all_headed = true;
            for (int c = a; c <= b; ++c)
              all_headed = all_headed && headings[static_cast<std::size_t>(c)].x1 > headings[static_cast<std::size_t>(c)].x0;
            // Centred over the headings themselves, each of which is centred: figures flush right say nothing against it.
            if (all_headed && b > a) {
              const Box &left = headings[static_cast<std::size_t>(a)], &right = headings[static_cast<std::size_t>(b)];
              off = std::min(off, std::abs((left.x0 + left.x1 + right.x0 + right.x1) / 2 - block.x0 - block.x1) / 2);
            }
            if (a == 0 && must_first > 0 && off > kLevelled * block.size) continue;
            const double score = std::max(0.0, off / std::max(block.size, 0.1) - kCentred) - 0.01 * (b - a);
            if (score >= best) continue;
            best = score;
            first = a;
            last = b;
          }
        }
      }
      place(groups[g], first, last);
      for (int c = first; c <= last; ++c) taken[static_cast<std::size_t>(c)] = true;
      from = std::min(std::max(from, last + 1), columns_.count() - 1);
    }
  }

  const OpenColumns& columns_;
  const std::vector<Rule>& rules_;
  std::vector<Box> extents_;  // of columns with the headings that stand over them alone
  std::vector<std::vector<Piece>> pieces_;
  std::vector<Box> boxes_;
  std::vector<HeaderBlock> blocks_;
  std::vector<bool> placed_;
  std::vector<std::vector<double>> taken_ = std::vector<std::vector<double>>(1);
};

}  // namespace

std::vector<HeaderBlock> header_blocks(const std::vector<OpenLine>& lines, std::size_t count, const OpenColumns& columns,
                                       const std::vector<Rule>& rules) {
  return Header(lines, count, columns, rules).blocks();
}

}  // namespace jangbu
