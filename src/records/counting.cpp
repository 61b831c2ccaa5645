// Records of a document → which of them count, and which repeat another.
// Tables are taken from the longest to the shortest, and each row looks for its like only among rows that were taken before: so the most
// detailed table stands for the figure, and no two rows can repeat each other. Candidates come from two indexes, by name and by amount.
// Hard case: an overview in 백만원 beside details in 천원. Amounts agree within the coarser unit.
// Cost: linear but for rows that share a name or an amount, at most kMostSharing each.
//
//   table 1, overview    합계 900 | 가사업 500 | 나사업 400       repeats the rows of table 2: not counted
//   table 2, longer      합계 900 | 가과 > 가사업 500 …           its leaves count; the total and offices are sums of them
//   table 3, no total    가사업의 내역 300 | 200                  covered by the total of table 2: not counted
#include "records/counting.h"
#include "records/hierarchy.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "records/same_programme.h"
#include "text/label.h"

namespace jangbu {
namespace {

// Rows that share a name or an amount beyond this are told by neither, and comparing them would take the square of their number.
constexpr std::size_t kMostSharing = 40;

using Amounts = std::map<std::string, long double>;  // what is added up, by the field that is meant

// Noughts are left out: they agree with everything. Rates do not add up.
Amounts amounts_of(const Record& record, const std::vector<Profile>& profiles) {
  Amounts out;
  for (const Figure& value : record.values) {
    if (value.measure == Measure::kRate || !value.value || value.value->digits == 0) continue;
    out.emplace(amount_meant(profiles, record.type, value.field), static_cast<long double>(value.value->to_double()));
  }
  return out;
}

bool has_figures(const Record& record) {
  const auto printed = [](const auto& list) {
    return std::any_of(list.begin(), list.end(), [](const auto& one) { return one.value.has_value(); });
  };
  return printed(record.values) || printed(record.yearly) || printed(record.breakdown);
}

// A record as it is compared.
struct Row {
  const Record* record = nullptr;
  std::string name;
  Amounts amounts;
  std::size_t table = 0;              // rank: longer tables first, then in reading order
  std::optional<std::size_t> parent;  // index of the row above it
  bool has_rows_below = false;
  std::optional<std::size_t> repeats;  // index
};

class Counter {
 public:
  // Tables by length, the longest first; of equal ones the earlier.
  Counter(std::vector<Record>& records, const std::vector<Profile>& profiles) : records_(records), rows_(records.size()) {
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> tables;  // one may hold several types
    for (std::size_t i = 0; i < records.size(); ++i) {
      rows_[i].record = &records[i];
      if (!records[i].in_table()) continue;
      rows_[i].name = label_key(row_subject(records[i]));
      rows_[i].amounts = amounts_of(records[i], profiles);
      tables[{records[i].table_index, records[i].type}].push_back(i);
    }
    for (auto& [table, rows] : tables) {
      find_parents(rows);
      tables_.push_back(std::move(rows));
    }
    std::stable_sort(tables_.begin(), tables_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      for (const std::size_t i : tables_[t]) rows_[i].table = t;
    }
  }

  // First all repeats, then what counts: whether a row counts depends on rows above it and on other tables.
  void run() {
    for (const auto& rows : tables_) {
      for (const std::size_t i : rows) rows_[i].repeats = stands_for(i);
      for (const std::size_t i : rows) remember(i);  // rows of one table are not each other's
    }
    for (Record& record : records_) {
      record.counted = false;
      record.repeats.clear();
    }
    for (const auto& rows : tables_) {
      const bool covered = is_covered(rows);
      for (const std::size_t i : rows) {
        const Row& row = rows_[i];
        if (row.repeats) records_[i].repeats = records_[*row.repeats].id;
        // A subtotal or total counts only where it is all that its table prints.
        const bool sum_of_others = row.record->role != RowRole::kItem && rows.size() > 1;
        records_[i].counted =
            !covered && !row.repeats && !row.has_rows_below && !sum_of_others && !below_a_repeat(row) && has_figures(*row.record);
      }
    }
  }

 private:
  // By their paths: a row stands below the one whose path is the longest beginning of its own, a total above all.
  void find_parents(const std::vector<std::size_t>& rows) {
    std::map<std::vector<std::string>, std::size_t> by_path;
    for (const std::size_t i : rows) {
      if (!records_[i].path.empty() || records_[i].role == RowRole::kTotal) by_path.emplace(records_[i].path, i);
    }
    for (const std::size_t i : rows) {
      std::vector<std::string> path = records_[i].path;
      while (!path.empty()) {
        path.pop_back();
        const auto found = by_path.find(path);
        if (found == by_path.end() || found->second == i) continue;
        rows_[i].parent = found->second;
        rows_[found->second].has_rows_below = true;
        break;
      }
    }
  }

  using Kind = std::pair<std::string, int>;  // type and year
  static Kind kind_of(const Record& record) { return {record.type, record.fiscal_year.value_or(0)}; }

  // Totals are not told by name: 합계 stands in every table.
  void remember(std::size_t i) {
    const Record& record = *rows_[i].record;
    if (record.role == RowRole::kTotal) {
      totals_[kind_of(record)].push_back(i);
      return;
    }
    named_[{kind_of(record), rows_[i].name}].push_back(i);
    for (const auto& [field, value] : rows_[i].amounts) amounting_[{kind_of(record), field, value}].push_back(i);
  }

  // The row of a longer table that says what this one says.
  std::optional<std::size_t> stands_for(std::size_t i) const {
    const Row& row = rows_[i];
    if (row.amounts.empty()) return std::nullopt;
    std::set<std::size_t> candidates;
    const auto add = [&](const auto& index, const auto& key) {
      const auto found = index.find(key);
      if (found != index.end() && found->second.size() <= kMostSharing) candidates.insert(found->second.begin(), found->second.end());
    };
    const Kind kind = kind_of(*row.record);
    if (row.record->role == RowRole::kTotal) {
      add(totals_, kind);
    } else {
      add(named_, std::pair(kind, row.name));
      for (const auto& [field, value] : row.amounts) add(amounting_, std::tuple(kind, field, value));
    }
    std::optional<std::tuple<bool, std::size_t, int, std::size_t>> best;  // the same letters first, the longest table, what agrees most
    for (const std::size_t j : candidates) {
      const int agreeing = agreement(row, rows_[j]);
      if (agreeing <= 0 || !same_name(row, rows_[j])) continue;
      const std::tuple mine(row.name != rows_[j].name, rows_[j].table, -agreeing, j);
      if (!best || mine < *best) best = mine;
    }
    if (!best) return std::nullopt;
    const std::size_t found = std::get<3>(*best);
    // A repeat of a repeat points at the one that counts.
    return rows_[found].repeats ? rows_[found].repeats : found;
  }

  // 조성 and 조성사업 are one name (one_shortens_other). Below two different offices the same name is two programmes: 일반운영비 stands
  // below each.
  bool same_name(const Row& a, const Row& b) const {
    if (a.record->role == RowRole::kTotal) return true;
    if (a.name != b.name && !one_shortens_other(a.name, b.name) && !one_shortens_other(b.name, a.name)) return false;
    const std::string *above = parent_name(a), *other = parent_name(b);
    return !above || !other || *above == *other || one_shortens_other(*above, *other) || one_shortens_other(*other, *above);
  }

  // A total is no office: it tells nothing of where its parts belong.
  const std::string* parent_name(const Row& row) const {
    if (!row.parent || rows_[*row.parent].record->role == RowRole::kTotal) return nullptr;
    return &rows_[*row.parent].name;
  }

  // How many amounts that both print agree, if these are more than differ and none of another date; else 0.
  static int agreement(const Row& a, const Row& b) {
    if (!a.record->as_of.empty() && !b.record->as_of.empty() && a.record->as_of != b.record->as_of) return 0;
    const bool one_unit = a.record->unit_factor == b.record->unit_factor;
    const auto coarser = static_cast<long double>(std::max(a.record->unit_factor, b.record->unit_factor));
    int agreeing = 0, differing = 0;
    for (const auto& [field, value] : a.amounts) {
      const auto found = b.amounts.find(field);
      if (found == b.amounts.end()) continue;
      ++(std::fabs(value - found->second) <= (one_unit ? 0 : coarser) ? agreeing : differing);
    }
    return agreeing > differing ? agreeing : 0;
  }

  // The parts of a repeated row are parts of a figure that counts elsewhere.
  bool below_a_repeat(const Row& row) const {
    for (std::optional<std::size_t> above = row.parent; above; above = rows_[*above].parent) {
      if (rows_[*above].repeats) return true;
    }
    return false;
  }

  // Has a table without a total one beside it that adds up all there is of its kind?
  bool is_covered(const std::vector<std::size_t>& rows) const {
    if (std::any_of(rows.begin(), rows.end(), [&](std::size_t i) { return records_[i].role == RowRole::kTotal; })) return false;
    const auto totals = totals_.find(kind_of(records_[rows.front()]));
    if (totals == totals_.end()) return false;
    return std::any_of(totals->second.begin(), totals->second.end(), [&](std::size_t total) {
      return rows_[total].has_rows_below && records_[total].project.empty() && std::all_of(rows.begin(), rows.end(), [&](std::size_t i) {
               return rows_[i].amounts.empty() || std::any_of(rows_[i].amounts.begin(), rows_[i].amounts.end(), [&](const auto& amount) {
                        return rows_[total].amounts.contains(amount.first);
                      });
             });
    });
  }

  std::vector<Record>& records_;
  std::vector<Row> rows_;
  std::vector<std::vector<std::size_t>> tables_;
  std::map<Kind, std::vector<std::size_t>> totals_;
  std::map<std::pair<Kind, std::string>, std::vector<std::size_t>> named_;
  std::map<std::tuple<Kind, std::string, long double>, std::vector<std::size_t>> amounting_;
};

}  // namespace

void count_once(std::vector<Record>& records, const std::vector<Profile>& profiles) { Counter(records, profiles).run(); }

}  // namespace jangbu
