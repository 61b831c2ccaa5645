// Pairs of rows of two tables that print one programme under two names, told by their figures.
// Rows are grouped by an amount that they print; the pairs within a group are judged by how many amounts agree and by edit distance of the
// names. The best pairs are taken first, and a row has one partner in each other table. A pair with a rival as good (within kClear) is
// given up: a wrong pair would rename a programme.
//
//   가꾸기 사업   500 | 300    in one table,  가꾸기사업 추진   500 | 300   in another: likeness above kAlike, one amount would do
//   사민와일정 지원   500 | 300                시민의사결정 지원   500 | 300                above kDamaged: both amounts must agree
#include "records/same_programme.h"
#include "records/hierarchy.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "arithmetic/interval.h"
#include "text/label.h"
#include "text/unicode.h"

namespace jangbu {
namespace {

constexpr std::size_t kMostOfOneAmount = 40;  // rows that print one amount; beyond it the amount tells nothing (10,000천원)
constexpr double kAlike = 0.7;                // likeness that needs one amount in common
constexpr double kDamaged = 0.4;              // likeness that needs two, and none that differs
constexpr double kClear = 0.1;                // by so much the best candidate is better than the next
constexpr std::size_t kShortestName = 4;      // code points of a key: shorter names are alike by chance
constexpr std::size_t kLongestName = 400;     // beyond it stands prose; comparing takes the product of two lengths

struct Name {
  std::string key;
  std::u32string points;
  std::string parent;  // empty: the total, or not told
};

// Fields that mean one amount share a key (amount_meant): 예산현액 here and 예산액 there are compared.
std::map<std::string, Printed> printed_amounts_of(const Record& record, const std::vector<Profile>& profiles) {
  std::map<std::string, Printed> out;
  for (const Figure& value : record.values) {
    if (value.measure != Measure::kAmount || !value.value || value.value->digits == 0) continue;
    out.emplace(amount_meant(profiles, record.type, value.field), Printed::of(*value.value, value.step));
  }
  return out;
}

// Pairs are found by what they have in common: only rows that print one amount are compared, so that a report of thousands of programmes
// costs what its amounts share, and not the square of its rows.
class Matcher {
 public:
  // Keys, parents and how often each name stands in its table, worked out once.
  Matcher(const std::vector<Record>& records, const std::vector<Profile>& profiles) : records_(records), profiles_(profiles) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      const Record& record = records[i];
      begin_.emplace(record.table_index, i);
      Name name{label_key(row_subject(record)), {}, {}};
      name.points = to_code_points(name.key);
      if (record.parent) {
        const Record& parent = records[begin_[record.table_index] + static_cast<std::size_t>(*record.parent)];
        if (parent.role != RowRole::kTotal) name.parent = label_key(row_subject(parent));
      }
      ++times_[{record.table_index, name.key}];
      names_.push_back(std::move(name));
    }
  }

  std::vector<SameProgramme> run() {
    std::vector<SameProgramme> candidates = pairs();
    std::sort(candidates.begin(), candidates.end(), [](const SameProgramme& x, const SameProgramme& y) {
      return std::tie(y.agreeing, y.likeness, x.a, x.b) < std::tie(x.agreeing, x.likeness, y.a, y.b);
    });
    std::map<std::size_t, std::vector<std::size_t>> with_a, with_b;  // record → candidates that it is part of
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      with_a[candidates[i].a].push_back(i);
      with_b[candidates[i].b].push_back(i);
    }
    std::vector<SameProgramme> out;
    std::set<std::pair<std::size_t, std::size_t>> taken;  // record and the table of its partner
    for (const SameProgramme& pair : candidates) {
      const std::size_t ta = records_[pair.a].table_index, tb = records_[pair.b].table_index;
      if (taken.contains({pair.a, tb}) || taken.contains({pair.b, ta})) continue;
      taken.insert({pair.a, tb});
      taken.insert({pair.b, ta});
      // Another pair of the same two tables that shares one of the rows and fits as well.
      const auto rivals = [&](std::size_t i) {
        const SameProgramme& other = candidates[i];
        if (other.a == pair.a && other.b == pair.b) return false;  // the pair itself
        const bool same_tables = records_[other.a].table_index == ta && records_[other.b].table_index == tb;
        return same_tables && other.agreeing >= pair.agreeing && other.likeness > pair.likeness - kClear;
      };
      const auto &of_a = with_a[pair.a], &of_b = with_b[pair.b];
      if (std::none_of(of_a.begin(), of_a.end(), rivals) && std::none_of(of_b.begin(), of_b.end(), rivals)) out.push_back(pair);
    }
    std::sort(out.begin(), out.end(),
              [](const SameProgramme& x, const SameProgramme& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return out;
  }

 private:
  // Only single programmes with names long enough to tell them apart, each name once in its table.
  std::vector<SameProgramme> pairs() const {
    std::map<std::tuple<std::string, std::string, std::string, long double>, std::vector<std::size_t>> printing;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const Record& record = records_[i];
      if (record.role != RowRole::kItem || names_[i].points.size() < kShortestName || names_[i].points.size() > kLongestName ||
          times_.at({record.table_index, names_[i].key}) > 1)
        continue;
      for (const auto& [amount, figure] : printed_amounts_of(record, profiles_))
        printing[{record.type, record.as_of, amount, figure.value}].push_back(i);
    }
    std::set<std::pair<std::size_t, std::size_t>> seen;
    std::vector<SameProgramme> out;
    for (const auto& [key, rows] : printing) {
      if (rows.size() > kMostOfOneAmount) continue;
      for (std::size_t x = 0; x < rows.size(); ++x) {
        for (std::size_t y = x + 1; y < rows.size(); ++y) {
          if (!seen.insert({rows[x], rows[y]}).second) continue;
          if (const auto pair = judged(rows[x], rows[y])) out.push_back(*pair);
        }
      }
    }
    return out;
  }

  // Figures first, since comparing letters costs more.
  std::optional<SameProgramme> judged(std::size_t a, std::size_t b) const {
    const std::size_t ta = records_[a].table_index, tb = records_[b].table_index;
    // A name that also stands in the other table has its partner there.
    if (ta == tb || times_.contains({tb, names_[a].key}) || times_.contains({ta, names_[b].key})) return std::nullopt;
    if (!names_[a].parent.empty() && !names_[b].parent.empty() && names_[a].parent != names_[b].parent) return std::nullopt;
    SameProgramme pair{a, b, 0, 0, 0};
    const auto mine = printed_amounts_of(records_[a], profiles_), theirs = printed_amounts_of(records_[b], profiles_);
    for (const auto& [amount, figure] : mine) {
      const auto other = theirs.find(amount);
      if (other == theirs.end()) continue;
      ++pair.compared;
      pair.agreeing += agree(figure, other->second);
    }
    if (pair.agreeing == 0 || pair.agreeing * 2 < pair.compared) return std::nullopt;
    const std::u32string &x = names_[a].points, &y = names_[b].points;
    const std::size_t longest = std::max(x.size(), y.size());
    const int distance = edit_distance(x, y, static_cast<int>(longest));
    pair.likeness = 1 - static_cast<double>(distance) / static_cast<double>(longest);
    if (pair.likeness < kAlike && (pair.likeness < kDamaged || pair.agreeing < 2 || pair.agreeing < pair.compared)) return std::nullopt;
    return pair;
  }

  const std::vector<Record>& records_;
  const std::vector<Profile>& profiles_;
  std::vector<Name> names_;
  std::map<std::size_t, std::size_t> begin_;                  // table → its first record
  std::map<std::pair<std::size_t, std::string>, int> times_;  // table and name → rows
};

}  // namespace

// The letters of the shorter name, in order, inside of the longer.
bool one_shortens_other(std::string_view a, std::string_view b) {
  std::u32string shorter = to_code_points(a), longer = to_code_points(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  std::size_t at = 0;
  for (const char32_t c : longer) at += at < shorter.size() && shorter[at] == c;
  return at == shorter.size();
}

std::vector<SameProgramme> same_programmes(const std::vector<Record>& records, const std::vector<Profile>& profiles) {
  return Matcher(records, profiles).run();
}

}  // namespace jangbu
