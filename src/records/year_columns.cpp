#include "records/year_columns.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "text/pattern.h"

namespace jangbu {
namespace {

constexpr std::size_t kFewestYears = 3;  // as leaves: two are this year and the last

// 2019년, 2019년결산, 2020년예산: a leaf that is of a year. Not 2019년대비, which compares two, nor 2021년말, a date.
std::optional<int> year_of_leaf(const std::string& key) {
  static const Pattern leaf(R"((20\d\d)년?도?(예산|결산)?액?)");
  return leaf.matches(key) ? std::optional(std::stoi(key.substr(0, 4))) : std::nullopt;
}

}  // namespace

std::optional<int> only_year(const std::string& header_key) {
  static const Pattern year(R"(20\d\d(년도?)?)");
  return year.matches(header_key) ? std::optional(std::stoi(header_key.substr(0, 4))) : std::nullopt;
}

std::vector<YearColumns> year_columns(const PrintedColumns& printed) {
  const GridView& view = printed.grid();
  const auto columns = static_cast<std::size_t>(view.columns());
  std::vector<std::optional<int>> grouped(columns), leaves(columns);
  std::map<int, std::set<std::string>> headers;  // below each year
  std::set<int> leaf_years;
  for (int c = view.label_columns(); c < view.columns(); ++c) {
    const auto& path = printed.path(c);
    if (path.empty()) continue;
    const auto at = static_cast<std::size_t>(c);
    for (std::size_t i = 0; i + 1 < path.size() && !grouped[at]; ++i) grouped[at] = only_year(path[i].key);
    if (grouped[at]) headers[*grouped[at]].insert(path.back().key);
    leaves[at] = year_of_leaf(path.back().key);
    if (leaves[at]) leaf_years.insert(*leaves[at]);
  }
  bool repeats = false;
  for (auto a = headers.begin(); a != headers.end(); ++a) {
    for (auto b = std::next(a); b != headers.end(); ++b) {
      repeats = repeats || std::any_of(a->second.begin(), a->second.end(), [&](const std::string& key) { return b->second.contains(key); });
    }
  }
  const bool by_group = repeats;
  if (!by_group && leaf_years.size() < kFewestYears) return {};
  const auto& year_of = by_group ? grouped : leaves;
  std::set<int> years;
  for (const auto& year : year_of) {
    if (year) years.insert(*year);
  }
  std::vector<YearColumns> out;
  for (const int year : years) {
    YearColumns one{year, std::vector<bool>(columns, false)};
    const bool latest = year == *years.rbegin();
    for (std::size_t c = static_cast<std::size_t>(view.label_columns()); c < columns; ++c) {
      // What changed since the year before stands beside the latest year, and needs both.
      const bool compared = latest && !by_group && year_of[c] == year - 1;
      one.hidden[c] = year_of[c] ? *year_of[c] != year && !compared : !latest;
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace jangbu
