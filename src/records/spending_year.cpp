#include "records/spending_year.h"

#include <optional>
#include <string>

#include "arithmetic/interval.h"

namespace jangbu {
namespace {

using Columns = std::vector<std::size_t>;

bool is_undated(const TypedColumn& column) { return column.typed() && !column.yearly() && !column.member && !column.facets.period; }

// 집행률, 집행잔액: worked out of what was spent.
bool tells_of_spending(const TypedColumn& column) { return is_undated(column) && !column.field->of.empty(); }

// Does `told` say of the amount spent that it is of this budget, in more than two rows for each that denies it?
bool fits(const ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence, std::size_t told, std::size_t spent, std::size_t base) {
  const bool rate = typing.columns[told].field->measure == Measure::kRate;
  int held = 0, failed = 0;
  for (std::size_t r = 0; r < evidence[told].figures.size(); ++r) {
    const auto &x = evidence[told].figures[r], &part = evidence[spent].figures[r], &whole = evidence[base].figures[r];
    if (!x || !part || !whole || whole->value == 0) continue;
    if (!rate) {
      ++(check_sum(*x, {{1, *whole}, {-1, *part}}).explained ? held : failed);
      continue;
    }
    Printed share = *x;
    if (evidence[told].percents == 0) {
      share.value /= 100;
      share.step /= 100;
    }
    if (const auto verdict = check_ratio(share, *part, *whole)) ++(verdict->explained ? held : failed);
  }
  return held > 0 && held > failed * 2;
}

}  // namespace

void settle_years_of_spending(ColumnTyping& typing, const std::vector<ColumnEvidence>& evidence) {
  if (!typing.year) return;
  Columns last, now, told;
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    const TypedColumn& column = typing.columns[c];
    if (!column.typed() || column.yearly() || column.member) continue;
    if (!column.field->prior_of.empty() && column.field->measure == Measure::kAmount) last.push_back(c);
    if (column.field->role == "base") now.push_back(c);
    if (tells_of_spending(column)) told.push_back(c);
  }
  if (last.empty() || now.empty()) return;
  const auto any_fits = [&](std::size_t spent, const Columns& budgets, std::size_t by) {
    for (const std::size_t base : budgets) {
      if (fits(typing, evidence, by, spent, base)) return true;
    }
    return false;
  };
  for (std::size_t c = 0; c < typing.columns.size(); ++c) {
    TypedColumn& spent = typing.columns[c];
    if (!is_undated(spent) || spent.field->role != "spent") continue;
    Columns of_last;  // what tells that it is of last year
    bool of_now = false;
    for (const std::size_t by : told) {
      if (any_fits(c, now, by)) {
        of_now = true;
      } else if (any_fits(c, last, by)) {
        of_last.push_back(by);
      }
    }
    if (of_now) continue;
    if (!of_last.empty()) {
      spent.period = std::to_string(*typing.year - 1);
      spent.phase = "execution";
      for (const std::size_t by : of_last) {
        if (typing.columns[by].field->of != spent.field->name) typing.columns[by].field = nullptr;
      }
    } else if (told.empty() && last.back() < c && c < now.front()) {
      spent.field = nullptr;
    }
  }
}

}  // namespace jangbu
