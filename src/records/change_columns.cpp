// Tries a change or its rate against the figures beside it, row by row, within the rounding of what is printed.
// A rate without % is taken in per cent (4.2 means 0.042), and a growth rate r of `before` is checked as now / before = 1 + r.
//
//   2025 예산 | 2026 예산 | 증감 |  %          % is 증감 / 2025 예산 if that holds in most rows: 500 | 550 | 50 | 10.0
//
// Columns of evidence go in, with the figure of each row or none; whether the column can be what is asked comes out. Rows that lack a
// figure have no vote. Hard case: few rows, in which another base fits by chance. A majority is asked for, never a single row that fits.
#include "records/change_columns.h"

#include <algorithm>
#include <string>

#include "arithmetic/interval.h"

namespace jangbu {
namespace {

// 구성비: each share is its amount by the whole. The whole is the row of 100 %, or what the rows add up to where their shares make one.
bool shares_of_the_whole(const std::vector<ColumnEvidence>& evidence, std::size_t share, std::size_t amount) {
  const auto &shares = evidence[share].figures, &amounts = evidence[amount].figures;
  std::vector<Printed> fractions;
  std::optional<Printed> whole;
  long double sum = 0;
  Printed total{};
  for (std::size_t r = 0; r < shares.size(); ++r) {
    Printed fraction = shares[r] ? *shares[r] : Printed{};
    if (shares[r] && evidence[share].percents == 0) {
      fraction.value /= 100;
      fraction.step /= 100;
    }
    fractions.push_back(fraction);
    if (!shares[r] || !amounts[r]) continue;
    // The row of the total; further rows of 100 % are parts of one part.
    if (fraction.value == 1) {
      if (!whole) whole = amounts[r];
      continue;
    }
    sum += fraction.value;
    total.value += amounts[r]->value;
    total.step = std::max(total.step, amounts[r]->step);
  }
  if (!whole && (sum < 0.99L || sum > 1.01L)) return false;
  if (!whole) whole = total;
  if (whole->value == 0) return false;
  int held = 0;
  for (std::size_t r = 0; r < shares.size(); ++r) {
    if (!shares[r] || !amounts[r] || fractions[r].value == 1) continue;
    const auto verdict = check_ratio(fractions[r], *amounts[r], *whole);
    if (!verdict || !verdict->explained) return false;
    ++held;
  }
  return held >= 2;
}

}  // namespace

// Any amount of the view may be the base: the heading says nothing of it. Two to one, as one base in many may fit by chance.
bool is_share_of_some(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence, std::size_t rate,
                      std::size_t change) {
  for (std::size_t base = 0; base < columns.size(); ++base) {
    const TypedColumn& column = columns[base];
    if (base == change || !column.typed() || column.member || column.field->measure != Measure::kAmount) continue;
    int held = 0, failed = 0;
    for (std::size_t r = 0; r < evidence[rate].figures.size(); ++r) {
      const auto &x = evidence[rate].figures[r], &y = evidence[change].figures[r], &b = evidence[base].figures[r];
      // A change of nought has the rate nought on any base.
      if (!x || !y || !b || y->value == 0) continue;
      Printed share = *x;
      if (evidence[rate].percents == 0) {
        share.value /= 100;
        share.step /= 100;
      }
      if (const auto verdict = check_ratio(share, *y, *b)) ++(verdict->explained ? held : failed);
    }
    if (held > 0 && held > failed * 2) return true;
  }
  return false;
}

// What a share can be of: an amount of the table's own year that parts add up to.
std::optional<std::size_t> amount_of_shares(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence,
                                            std::size_t rates) {
  std::optional<std::size_t> only;
  for (std::size_t c = rates; c-- > 0;) {
    const TypedColumn& column = columns[c];
    const bool own = column.field && !column.member && column.field->measure == Measure::kAmount && column.field->additive &&
                     !column.yearly() && column.field->period == ProfileField::Period::kThis && !column.facets.has("change");
    const bool part = std::any_of(column.facets.atoms.begin(), column.facets.atoms.end(),
                                  [](const std::string& atom) { return atom.starts_with("source."); });
    if (!own || (part && c + 1 < rates) || !shares_of_the_whole(evidence, rates, c)) continue;
    if (c + 1 == rates) return c;
    if (only) return std::nullopt;
    only = c;
  }
  return only;
}

// Only figures of the table's own year can be what the change leads to.
bool changes_from(const std::vector<TypedColumn>& columns, const std::vector<ColumnEvidence>& evidence, std::size_t change,
                  std::size_t prior, const ProfileField& field) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const TypedColumn& column = columns[c];
    if (!column.field || column.yearly() || column.member || !column.field->additive ||
        column.field->period != ProfileField::Period::kThis || column.facets.has("change"))
      continue;
    int held = 0, failed = 0;
    for (std::size_t r = 0; r < evidence[change].figures.size(); ++r) {
      const auto &x = evidence[change].figures[r], &now = evidence[c].figures[r], &before = evidence[prior].figures[r];
      if (!x || !now || !before) continue;
      if (field.measure == Measure::kRate) {
        if (before->value == 0) continue;
        Printed rate = *x;
        if (evidence[change].percents == 0) {  // 4.2 under (%)
          rate.value /= 100;
          rate.step /= 100;
        }
        rate.value += 1;
        const auto verdict = check_ratio(rate, *now, *before);
        if (verdict) ++(verdict->explained ? held : failed);
      } else {
        ++(check_sum(*x, {{1, *now}, {-1, *before}}).explained ? held : failed);
      }
    }
    if (held > 0 && held > failed) return true;
  }
  return false;
}

}  // namespace jangbu
