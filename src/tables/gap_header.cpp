// Header lines are placed over columns that the rows of figures have told. The last line heads single columns: the
// assignment in order with the least sum of distances between centres (dynamic programming). On lines above, a piece
// over a column without a heading of its own is that column's; every other piece is a group, and each group gets a
// run of neighbouring children so that the sum of distances to the runs' middles is least.
// The hard case is a group that is narrower than its columns (`집행액` over `원인행위 | 지출액`): overlap alone would give it
// one child.
#include "tables/gap_header.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jangbu {
namespace {

using Span = std::pair<std::size_t, std::size_t>;
constexpr double kFar = std::numeric_limits<double>::infinity();

// One column for each field, in order, nearest in sum.
std::vector<std::size_t> nearest_columns(const std::vector<GapField>& fields, const std::vector<ColumnExtent>& columns) {
  // cost[f][c]: the least sum for the first f fields within the first c columns.
  const std::size_t n = fields.size(), m = columns.size();
  std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1, kFar));
  for (std::size_t c = 0; c <= m; ++c) cost[0][c] = 0;
  for (std::size_t f = 1; f <= n; ++f) {
    for (std::size_t c = f; c <= m; ++c) {
      const double here = cost[f - 1][c - 1] + std::abs(fields[f - 1].centre() - columns[c - 1].centre());
      cost[f][c] = std::min(cost[f][c - 1], here);
    }
  }
  std::vector<std::size_t> chosen(n);
  for (std::size_t f = n, c = m; f > 0; --c) {
    if (c == f || cost[f][c] != cost[f][c - 1]) chosen[--f] = c - 1;
  }
  return chosen;
}

// Groups over all of `children` (ascending), a run for each field, each centred over its run as well as can be.
std::vector<Span> over_children(const std::vector<GapField>& fields, const std::vector<std::size_t>& children,
                                const std::vector<ColumnExtent>& columns) {
  // cost[f][end]: the first f groups over the first `end` children; size[f][end]: how many of these the last group
  // takes.
  const std::size_t n = fields.size(), m = children.size();
  std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1, kFar));
  std::vector<std::vector<std::size_t>> size(n + 1, std::vector<std::size_t>(m + 1, 0));
  cost[0][0] = 0;
  for (std::size_t f = 1; f <= n; ++f) {
    for (std::size_t end = f; end <= m; ++end) {
      for (std::size_t k = 1; k <= end; ++k) {
        const std::size_t first = children[end - k], last = children[end - 1];
        if (cost[f - 1][end - k] == kFar || last - first + 1 != k) continue;  // a run has no column of another kind inside
        const double middle = (columns[first].begin + columns[last].end) / 2.0;
        const double here = cost[f - 1][end - k] + std::abs(fields[f - 1].centre() - middle);
        if (here < cost[f][end]) {
          cost[f][end] = here;
          size[f][end] = k;
        }
      }
    }
  }
  std::vector<Span> spans(n);
  if (cost[n][m] == kFar) return {};
  for (std::size_t f = n, end = m; f > 0; --f) {
    spans[f - 1] = {children[end - size[f][end]], children[end - 1]};
    end -= size[f][end];
  }
  return spans;
}

}  // namespace

// The last line first, since groups above are placed over the columns that it heads; then the others from the top
// down.
std::optional<std::vector<std::vector<Span>>> place_headers(const std::vector<std::vector<GapField>>& lines,
                                                            const std::vector<ColumnExtent>& given) {
  std::vector<std::vector<Span>> placed(lines.size());
  if (lines.empty()) return placed;
  std::vector<ColumnExtent> columns = given;
  // A heading wider than the figures below it widens its column, so that headings on lines above overlap it as they
  // do on the page.
  const auto widen = [&](std::size_t c, const GapField& field) {
    columns[c].begin = std::min(columns[c].begin, field.begin);
    columns[c].end = std::max(columns[c].end, field.end);
  };
  const std::vector<GapField>& last = lines.back();
  if (last.size() > columns.size()) return std::nullopt;
  std::vector<std::size_t> children = nearest_columns(last, columns);
  for (std::size_t f = 0; f < last.size(); ++f) {
    placed.back().push_back({children[f], children[f]});
    widen(children[f], last[f]);
  }
  for (std::size_t line = 0; line + 1 < lines.size(); ++line) {
    const std::vector<GapField>& fields = lines[line];
    placed[line].assign(fields.size(), Span{0, 0});
    std::vector<GapField> groups;
    std::vector<std::size_t> group_at;
    std::vector<bool> taken(columns.size(), false);
    for (std::size_t f = 0; f < fields.size(); ++f) {
      // Over a column that the last line does not head: that column's own header.
      std::size_t own = columns.size();
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (std::find(children.begin(), children.end(), c) != children.end() || taken[c]) continue;
        const bool overlaps = fields[f].begin < columns[c].end && columns[c].begin < fields[f].end;
        // The row label may stand left of all labels that are printed: whatever lies before the second column heads
        // the first.
        const bool first_column = c == 0 && fields[f].end <= (columns.size() > 1 ? columns[1].begin : fields[f].end);
        if (overlaps || first_column) {
          own = c;
          break;
        }
      }
      if (own < columns.size()) {
        placed[line][f] = {own, own};
        taken[own] = true;
      } else {
        groups.push_back(fields[f]);
        group_at.push_back(f);
      }
    }
    if (groups.empty()) continue;
    const std::vector<Span> spans = over_children(groups, children, columns);
    if (spans.size() != groups.size()) return std::nullopt;
    for (std::size_t g = 0; g < groups.size(); ++g) placed[line][group_at[g]] = spans[g];
  }
  return placed;
}

}  // namespace jangbu
