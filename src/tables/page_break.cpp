// Joins two pieces of a table at a page break. Both are put on one set of columns; each pair of cells that face each
// other over the break is asked for its sign (break_signs.h); then it is decided whether the break cuts a row, and
// if not, which spanning cells go on.
// The hard case is the blank half: a label that stands on one side only may be the label of a cut row, or of a group
// whose rows go on below. Where several columns have one line of text on both sides of the break, these are two
// rows. Cost: proportional to the second piece, so that a table over thousands of pages is joined in linear time.
#include "tables/page_break.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "text/pattern.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostLooked = 400;  // cells of the piece above: joining thousands of pages stays linear

// Puts both tables on one set of columns.
class ColumnUnion {
 public:
  ColumnUnion(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> all = a;
    for (const double x : b) {
      if (border_at(a, x) < 0) all.push_back(x);
    }
    std::sort(all.begin(), all.end());
    xs_ = std::move(all);
  }
  const std::vector<double>& xs() const { return xs_; }

  // Columns of a cell after the union; `own` are the borders of its table before.
  void apply(Table& table, const std::vector<double>& own) const {
    for (Cell& cell : table.cells) {
      const int left = border_at(xs_, own[static_cast<std::size_t>(cell.column)]);
      const int right = border_at(xs_, own[static_cast<std::size_t>(cell.column + cell.column_span)]);
      cell.column = left;
      cell.column_span = right - left;
    }
    table.columns = static_cast<int>(xs_.size()) - 1;
  }

 private:
  std::vector<double> xs_;
};

// A pair of cells that face each other across the page break, over the same columns.
struct Facing {
  std::size_t above, below;
};

class Joiner {
 public:
  Joiner(PlacedTable& first, PlacedTable& second, const BreakPlace& place)
      : first_(first.table), second_(second.table), placed_(first), next_(second), place_(place) {}

  // Columns first, then the repeated header goes, then the rows are put together; the page of the piece is added at
  // last.
  void join(int skipped_rows) {
    // `first` may have been joined from pieces with other columns: its own borders are in placed_.xs.
    const ColumnUnion columns(placed_.xs, next_.xs);
    // A table over thousands of pages is touched for each of them: what stays as it is must cost nothing.
    if (columns.xs() != placed_.xs) columns.apply(first_, placed_.xs);
    columns.apply(second_, next_.xs);
    placed_.xs = columns.xs();

    // Cells are in order of rows, so that the repeated header is a prefix.
    const auto kept = std::find_if(second_.cells.begin(), second_.cells.end(), [&](const Cell& cell) { return cell.row >= skipped_rows; });
    next_.slack.erase(next_.slack.begin(), next_.slack.begin() + (kept - second_.cells.begin()));
    second_.cells.erase(second_.cells.begin(), kept);
    for (Cell& cell : second_.cells) cell.row -= skipped_rows;
    second_.rows -= skipped_rows;
    if (second_.rows > 0) append(facing_cells());
    if (second_.pages.size() && (first_.pages.empty() || first_.pages.back() != second_.pages.back())) {
      first_.pages.insert(first_.pages.end(), second_.pages.begin(), second_.pages.end());
    }
  }

 private:
  // Pairs in order of columns. Only cells over the same columns face each other.
  std::vector<Facing> facing_cells() const {
    // The cells that reach the last row, from the end, until all columns are seen.
    std::map<int, std::size_t> bottom;
    int columns = 0;
    for (std::size_t i = first_.cells.size(); i-- > 0 && columns < first_.columns;) {
      const Cell& cell = first_.cells[i];
      if (cell.row + cell.row_span != first_.rows) continue;
      bottom.emplace(cell.column, i);
      columns += cell.column_span;
    }
    std::vector<Facing> facing;
    for (std::size_t j = 0; j < second_.cells.size() && second_.cells[j].row == 0; ++j) {
      const Cell& below = second_.cells[j];
      const auto above = bottom.find(below.column);
      if (above != bottom.end() && first_.cells[above->second].column_span == below.column_span) facing.push_back({above->second, j});
    }
    cells_above_ = bottom.size();
    return facing;
  }

  BreakSign sign_of(const Facing& pair) const {
    return break_sign({first_.cells[pair.above], placed_.slack[pair.above]}, {second_.cells[pair.below], next_.slack[pair.below]}, place_);
  }

  bool spans(const Facing& pair) const { return first_.cells[pair.above].row_span > 1 || second_.cells[pair.below].row_span > 1; }

  // Signs that do not make one cell of two by themselves.
  static bool parts(BreakSign sign) { return sign == BreakSign::kNothing || sign == BreakSign::kTwoCells || sign == BreakSign::kMayGoOn; }

  // 213,400 at the page's end and (41.7) on the next page, where the cells of other rows print both: one row, whatever else faces it.
  bool only_brackets_below(const std::vector<Facing>& facing) const {
    static const Pattern bracketed(R"(\s*[(\[][^()\[\]]*\d[^()\[\]]*[)\]]\s*)"),
        both(R"(\s*[^()\[\]\n]*\d\s*\n\s*[(\[][^()\[\]]*\d[^()\[\]]*[)\]]\s*)");
    int pairs = 0;
    for (const Facing& pair : facing) {
      const Cell &above = first_.cells[pair.above], &below = second_.cells[pair.below];
      if (blank_cell(below)) continue;
      if (!bracketed.matches(below.text) || blank_cell(above) || above.text.find('\n') != std::string::npos ||
          bracketed.matches(above.text))
        return false;
      const auto prints_both = [&](const Cell& cell) { return cell.column == below.column && both.matches(cell.text); };
      // Cells are in order of rows: the last of the piece above tell, and so do those of the piece below.
      const std::size_t looked = std::min(first_.cells.size(), kMostLooked), first = first_.cells.size() - looked;
      if (std::none_of(first_.cells.begin() + static_cast<std::ptrdiff_t>(first), first_.cells.end(), prints_both) &&
          std::none_of(second_.cells.begin(), second_.cells.end(), prints_both))
        return false;
      ++pairs;
    }
    return pairs > 0;
  }

  // Does the break go through one row, rather than between two?
  bool row_is_cut(const std::vector<Facing>& facing) const {
    // Each cell of one side needs one of the other: a row that the break cuts has the same cells on both sides.
    std::size_t cells_below = 0;
    while (cells_below < second_.cells.size() && second_.cells[cells_below].row == 0) ++cells_below;
    if (facing.size() != cells_below || facing.size() != cells_above_) return false;
    if (only_brackets_below(facing)) return true;
    if (std::any_of(facing.begin(), facing.end(), [&](const Facing& pair) { return !spans(pair) && sign_of(pair) == BreakSign::kReadsOn; }))
      return true;
    // `full`: columns with text on both sides. `cut`: what the first column with any sign says; labels stand first.
    int full = 0;
    bool several_lines = false, first_sign = true, cut = false, may_go_on = false, one_sided = false;
    for (const Facing& pair : facing) {
      if (spans(pair)) continue;
      const Cell &above = first_.cells[pair.above], &below = second_.cells[pair.below];
      const BreakSign sign = sign_of(pair);
      if (sign == BreakSign::kTwoCells) return false;
      may_go_on = may_go_on || sign == BreakSign::kMayGoOn;
      one_sided = one_sided || sign == BreakSign::kOneSided;
      if (!blank_cell(above) && !blank_cell(below)) {
        ++full;
        several_lines = several_lines || above.text.find('\n') != std::string::npos || below.text.find('\n') != std::string::npos;
        if (first_sign) cut = sign == BreakSign::kFlowsOn || facing.size() == 1;
        first_sign = false;
      } else if (sign != BreakSign::kNothing) {
        if (first_sign) cut = true;
        first_sign = false;
      }
    }
    // A number above, words below and a blank cell beside (`3. 정비 | 120` above `계획 |`): the row goes on.
    if (may_go_on && one_sided && full == 1) return true;
    // Several columns with one line of text each on both sides are two rows, even where a label spans them.
    return cut && (full < 2 || several_lines);
  }

  // Are all columns left of this one taken by cells that go on over the break?
  bool labels_before(const std::vector<Facing>& facing, const Facing& pair) const {
    for (const Facing& other : facing) {
      if (other.below >= pair.below) break;
      if (parts(sign_of(other))) return false;
    }
    return true;
  }

  // Which cells go on over a break that falls between two rows.
  std::vector<char> spans_that_go_on(const std::vector<Facing>& facing) const {
    std::vector<char> goes_on(facing.size(), 0);
    const bool nothing_cut = place_.stretching && !place_.stretched;
    for (std::size_t i = 0; i < facing.size(); ++i) {
      const BreakSign sign = sign_of(facing[i]);
      if (parts(sign)) continue;
      // A program that parts a cell puts its first line above the break.
      if (place_.stretching && sign == BreakSign::kBelowOnly) continue;
      if (nothing_cut && sign != BreakSign::kReadsOn) continue;
      if (spans(facing[i]) || labels_before(facing, facing[i])) goes_on[i] = 1;
    }
    add_cells_around(facing, goes_on);
    if (place_.stretched && place_.stretching && std::count(goes_on.begin(), goes_on.end(), 1) == 0) add_stretched(facing, goes_on);
    return goes_on;
  }

  int above_span(const Facing& pair) const { return first_.cells[pair.above].row_span; }
  int below_span(const Facing& pair) const { return second_.cells[pair.below].row_span; }

  bool anew(const Facing& pair) const { return begins_anew(first_.cells[pair.above].text, second_.cells[pair.below].text); }

  // A cell goes on where one beside it does that covers no row beyond its own: what is finer than a cell goes not further.
  void add_cells_around(const std::vector<Facing>& facing, std::vector<char>& goes_on) const {
    const std::vector<char> sure = goes_on;
    for (std::size_t i = 0; i < facing.size(); ++i) {
      if (sure[i] == 0 || !spans(facing[i])) continue;
      for (std::size_t j = 0; j < facing.size(); ++j) {
        if (goes_on[j] != 0 || !spans(facing[j])) continue;
        const bool around = above_span(facing[i]) <= above_span(facing[j]) && below_span(facing[i]) <= below_span(facing[j]);
        const bool same = above_span(facing[i]) == above_span(facing[j]) && below_span(facing[i]) == below_span(facing[j]);
        const bool told = place_.stretching ? around && place_.stretched && sign_of(facing[j]) != BreakSign::kBelowOnly
                                            : same && j < i && blank_cell(second_.cells[facing[i].below]);
        if (told && !anew(facing[j])) goes_on[j] = 1;
      }
    }
  }

  // A stretched piece means that something was cut: the label, and the cells that cover the same rows.
  void add_stretched(const std::vector<Facing>& facing, std::vector<char>& goes_on) const {
    std::vector<std::size_t> alike;
    for (std::size_t i = 0; i < facing.size(); ++i) {
      if (!spans(facing[i])) continue;
      if (!alike.empty() &&
          (above_span(facing[alike[0]]) != above_span(facing[i]) || below_span(facing[alike[0]]) != below_span(facing[i])))
        return;
      if (anew(facing[i]) || sign_of(facing[i]) == BreakSign::kBelowOnly) return;
      alike.push_back(i);
    }
    if (alike.size() < 2) return;
    for (const std::size_t i : alike) goes_on[i] = 1;
  }

  // offset: the row of the first piece in which the first row of the second one begins.
  void append(const std::vector<Facing>& facing) {
    const bool cut = row_is_cut(facing);
    const int offset = cut ? first_.rows - 1 : first_.rows;
    const std::vector<char> goes_on = cut ? std::vector<char>(facing.size(), 1) : spans_that_go_on(facing);
    std::vector<char> taken(second_.cells.size(), 0);
    for (std::size_t i = 0; i < facing.size(); ++i) {
      if (goes_on[i] == 0) continue;
      Cell &above = first_.cells[facing[i].above], &below = second_.cells[facing[i].below];
      // The upper cell reaches down through the rows of the lower one.
      above.row_span = offset + below.row + below.row_span - above.row;
      if (!blank_cell(below)) above.text += (above.text.empty() ? "" : "\n") + below.text;
      above.tables.insert(above.tables.end(), below.tables.begin(), below.tables.end());
      // The joined cell ends where its lower part ends, for the next break.
      placed_.slack[facing[i].above] = next_.slack[facing[i].below];
      taken[facing[i].below] = 1;
    }
    for (std::size_t j = 0; j < second_.cells.size(); ++j) {
      if (taken[j] != 0) continue;
      second_.cells[j].row += offset;
      first_.cells.push_back(std::move(second_.cells[j]));
      placed_.slack.push_back(next_.slack[j]);
    }
    first_.rows = offset + second_.rows;
    sort_from(offset);
  }

  // Puts the cells from this row on in order; those above are.
  void sort_from(int row) {
    const auto begin = std::partition_point(first_.cells.begin(), first_.cells.end(), [&](const Cell& cell) { return cell.row < row; });
    const auto from = static_cast<std::size_t>(begin - first_.cells.begin());
    std::vector<std::size_t> order(first_.cells.size() - from);
    std::iota(order.begin(), order.end(), from);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const Cell &p = first_.cells[a], &q = first_.cells[b];
      return p.row != q.row ? p.row < q.row : p.column < q.column;
    });
    std::vector<Cell> cells;
    std::vector<Slack> slack;
    for (const std::size_t i : order) {
      cells.push_back(std::move(first_.cells[i]));
      slack.push_back(placed_.slack[i]);
    }
    std::move(cells.begin(), cells.end(), first_.cells.begin() + static_cast<std::ptrdiff_t>(from));
    std::copy(slack.begin(), slack.end(), placed_.slack.begin() + static_cast<std::ptrdiff_t>(from));
  }

  Table& first_;
  Table& second_;
  PlacedTable& placed_;
  PlacedTable& next_;
  const BreakPlace& place_;
  mutable std::size_t cells_above_ = 0;  // that reach the break
};

}  // namespace

int border_at(const std::vector<double>& xs, double x) {
  const auto next = std::lower_bound(xs.begin(), xs.end(), x);
  int best = -1;
  // The nearer one of the neighbours of x.
  for (const auto candidate : {next, next == xs.begin() ? next : next - 1}) {
    if (candidate == xs.end() || std::abs(*candidate - x) > kSameBorder / 2) continue;
    if (best < 0 || std::abs(*candidate - x) < std::abs(xs[static_cast<std::size_t>(best)] - x))
      best = static_cast<int>(candidate - xs.begin());
  }
  return best;
}

void join_at_break(PlacedTable& table, PlacedTable& next, int skipped_rows, const BreakPlace& place) {
  Joiner(table, next, place).join(skipped_rows);
}

}  // namespace jangbu
