// Profiles compete for the columns of one view: the one that has typed most of them comes first, and takes them; the next one gets what it
// shares with none before (세입 | 세출 beside each other). A column that another profile has taken is no `other` of this one's records.
// Hard case: 총사업비 | 기투자 | 본예산 | 추경 | 향후. The budgets are those parts of the project's cost that fall to the year, and make no
// records of budgets beside those of costs.
#include "records/profile_choice.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "records/column_settling.h"
#include "records/damaged_headings.h"

namespace jangbu {
namespace {

// 총사업비 | 집행액 | 2025예산: what has been spent is of the whole project, and no execution of the year's budget. So a profile of figures
// over years that has found the whole of a project comes before the budget's, which types as many of these columns.
int rank_of(const ColumnTyping& typing) {
  constexpr int kWholeProject = 2;  // project costs stand one behind the budget (rank -1), and here one before it
  const bool whole =
      !typing.profile->yearly.empty() && std::any_of(typing.columns.begin(), typing.columns.end(), [](const TypedColumn& column) {
        return column.typed() && !column.yearly() && column.facets.has("project_cost") && column.facets.has("total");
      });
  return typing.profile->rank + (whole ? kWholeProject : 0);
}

// A budget of a year, which a spread of a project's cost over the years has already.
bool is_part_of_a_spread(const ColumnTyping& typing) {
  const Profile& profile = *typing.profile;
  return profile.money && profile.yearly.empty() && profile.may_say.contains("expenditure");
}

}  // namespace

// Each profile types the view by itself. The one that has typed most columns comes first; a further one is taken only where every column
// of it is still free.
std::vector<ColumnTyping> type_columns(const ViewWords& words, const TableContext& context, const std::vector<Profile>& profiles,
                                       const std::optional<std::string>& flow, bool& unit_missing) {
  std::vector<ColumnTyping> all;
  for (const Profile& profile : profiles) {
    // Profiles of outlines and duties have no columns.
    if (profile.fields.empty()) continue;
    ColumnTyping typing = typed_by(profile, words, context, flow);
    const auto numeric =
        std::count_if(words.columns.begin(), words.columns.end(), [](const TypedColumn& column) { return column.numeric; });
    // Only a grid that was guessed from text may have damaged words; lines of a format are trusted.
    if (context.guessed_grid && typing.typed < numeric) {
      if (auto damaged = read_damaged(words, context, profile)) typing = std::move(*damaged);
    }
    unit_missing = unit_missing || typing.unit_missing;
    if (typing.typed > 0) all.push_back(std::move(typing));
  }
  if (std::any_of(all.begin(), all.end(), [](const ColumnTyping& typing) { return spreads_over_years(typing); }))
    std::erase_if(all, is_part_of_a_spread);
  // Most columns typed wins, then the profile's rank, then the more specific words.
  std::stable_sort(all.begin(), all.end(), [](const ColumnTyping& a, const ColumnTyping& b) {
    return std::tuple(a.typed, rank_of(a), a.needed) > std::tuple(b.typed, rank_of(b), b.needed);
  });
  std::vector<ColumnTyping> out;
  std::set<int> taken;
  for (ColumnTyping& typing : all) {
    // Two profiles may share a view only if they share no column: 세입 columns and 세출 columns beside each other.
    const bool free = std::none_of(typing.columns.begin(), typing.columns.end(),
                                   [&](const TypedColumn& column) { return column.typed() && taken.contains(column.index); });
    if (!free) continue;
    for (const TypedColumn& column : typing.columns) {
      if (column.typed()) taken.insert(column.index);
    }
    out.push_back(std::move(typing));
  }
  // A column that another profile has taken is not repeated among the `others` of this one's records.
  for (ColumnTyping& typing : out) {
    for (TypedColumn& column : typing.columns) column.elsewhere = !column.typed() && taken.contains(column.index);
  }
  return out;
}

}  // namespace jangbu
