// The identities of one record: those that the table prints (증감(B-A)) before those of the profile; and its figures as arithmetic takes
// them. A printed `-` is a nought that may stand for anything below one unit; a blank or a word is nothing. Hard case: several rows glued
// into one cell, whose value would be of none of them.
//
//   budget_amount 550 | prior_year_budget 500 | change_amount 50      forms: 50 = 550 − 500 (by letters or by the profile)
#include "records/row_identities.h"

#include <algorithm>
#include <set>

#include "arithmetic/printed_figure.h"
#include "text/pattern.h"
#include "text/period.h"

namespace jangbu {
namespace {

constexpr int kMostYears = 30;  // of a span that is added up

// A dash becomes 0 with the unit as its step: it may hide less than one 백만원.
std::optional<RowFigure> as_row_figure(const Figure& figure, std::int64_t unit) {
  if (figure.value) {
    const auto printed = printed_figure(figure);
    return printed ? std::optional(RowFigure{*printed, true}) : std::nullopt;
  }
  if (figure.imprint != Imprint::kDash) return std::nullopt;
  return RowFigure{Printed{0, figure.measure == Measure::kCount ? 0 : static_cast<long double>(unit)}, false};
}

// The total over the years that a table lists: their plans and budgets, not what was spent of them. Only a table that begins with the
// years before and ends with those after lists all. A year counts with the first, the last or all of the figures that it prints (본예산,
// 추경: the new total, or what is added); last year's budget may be a part of what was invested up to now (기투자). These are alternatives.
void add_over_years(const Record& record, const Identity& identity, std::vector<IdentityForm>& out) {
  enum class Counted { kLast, kFirst, kAll };
  struct Year {
    std::string period;
    std::vector<std::string> keys;
  };
  // A year whose column has no field is missing from the sum.
  for (const OtherValue& other : record.others) {
    if (other.value && !periods_in(other.header, record.fiscal_year).empty()) return;
  }
  std::vector<Year> years;
  bool before = false, after = false, figures = false;
  for (const Figure& value : record.yearly) {
    if (value.phase == "execution" || value.phase == "settlement") continue;
    before = before || value.period.starts_with("../");
    after = after || value.period.ends_with("/..");
    figures = figures || value.value;
    if (!value.value && value.imprint == Imprint::kWords) return;  // 미정: not told
    if (!value.value) continue;
    const auto same = [&](const Year& year) { return year.period == value.period; };
    const auto at = std::find_if(years.begin(), years.end(), same);
    if (at == years.end()) {
      years.push_back({value.period, {value.key()}});
    } else {
      at->keys.push_back(value.key());
    }
  }
  // 기투자 and 향후 are what lies before and behind the years.
  SignedFields ends;
  const auto end = [&](const std::string& field, bool& told) {
    const Figure* value = field.empty() ? nullptr : record.find(field);
    if (!value || (!value->value && value->imprint == Imprint::kNothing)) return true;
    if (!value->value && value->imprint == Imprint::kWords) return false;
    told = true;
    ends.emplace_back(1, field);
    return true;
  };
  const bool dated_before = before;
  if (!end(identity.before, before) || !end(identity.after, after)) return;
  if (!before || !after || !figures || (years.empty() && ends.empty())) return;
  const std::string last_year = record.fiscal_year ? std::to_string(*record.fiscal_year - 1) : std::string();
  const auto is_last_year = [&](const Year& year) { return year.period == last_year; };
  const bool last_year_told = !dated_before && std::any_of(years.begin(), years.end(), is_last_year);
  for (const bool without_last_year : {false, true}) {
    if (without_last_year && !last_year_told) continue;
    for (const Counted counted : {Counted::kLast, Counted::kFirst, Counted::kAll}) {
      IdentityForm form{identity.result, {}, {}, false};
      for (const Year& year : years) {
        if (without_last_year && is_last_year(year)) continue;
        for (std::size_t i = 0; i < year.keys.size(); ++i) {
          if ((counted == Counted::kLast && i + 1 < year.keys.size()) || (counted == Counted::kFirst && i > 0)) continue;
          form.terms.emplace_back(1, year.keys[i]);
        }
      }
      form.terms.insert(form.terms.end(), ends.begin(), ends.end());
      const auto same = [&](const IdentityForm& other) { return other.result == form.result && other.terms == form.terms; };
      if (std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(form));
    }
  }
}

// 2026/2030 is what its years add up to, where all of them are printed; that of the record's own year is its field.
void add_totals_of_years(const Record& record, std::vector<IdentityForm>& out) {
  static const Pattern span(R"((\d{4})/(\d{4}))");
  for (const Figure& total : record.yearly) {
    const auto ends = span.groups(total.period);
    if (ends.empty() || !span.matches(total.period)) continue;
    const int first = std::stoi(std::string(ends[1])), last = std::stoi(std::string(ends[2]));
    if (last <= first || last - first > kMostYears) continue;
    IdentityForm form{total.key(), {}, {}, false};
    for (int year = first; year <= last; ++year) {
      const auto of_year = std::find_if(record.yearly.begin(), record.yearly.end(), [&](const Figure& value) {
        return value.period == std::to_string(year) && value.phase == total.phase && value.field == total.field;
      });
      if (of_year != record.yearly.end()) {
        form.terms.emplace_back(1, of_year->key());
      } else if (year == record.fiscal_year && record.find(total.field)) {
        form.terms.emplace_back(1, total.field);
      }
    }
    if (static_cast<int>(form.terms.size()) == last - first + 1) out.push_back(std::move(form));
  }
}

// 집행잔액 = 예산현액 − 집행액, less 이월액 or 반납금 or both, where the row prints them: alternatives, the plain one first.
void add_differences(const Record& record, const Profile& profile, const Identity& identity, std::vector<IdentityForm>& out) {
  std::vector<std::string> less;
  if (const ProfileField* result = profile.field(identity.result)) {
    for (const std::string& field : result->less) {
      const Figure* figure = record.find(field);
      const bool named = std::any_of(identity.terms.begin(), identity.terms.end(), [&](const auto& term) { return term.second == field; });
      if (figure && figure->value && !figure->value->is_zero() && !named) less.push_back(field);
    }
  }
  for (unsigned chosen = 0; chosen < (1U << less.size()); ++chosen) {
    IdentityForm form{identity.result, identity.terms, {}, false};
    for (std::size_t i = 0; i < less.size(); ++i) {
      if ((chosen >> i & 1U) != 0) form.terms.emplace_back(-1, less[i]);
    }
    out.push_back(std::move(form));
  }
}

}  // namespace

// `2025:budget` is looked up among the yearly values.
std::optional<RowFigure> figure_of(const Record& record, const std::string& field) {
  const Figure* figure = record.find_key(field);
  return figure ? as_row_figure(*figure, record.unit_factor) : std::nullopt;
}

// What the table prints of a result replaces what the profile knows of it: 집행률(B/A) tells its base, the profile only guesses at several.
std::vector<IdentityForm> identities_of(const Document& document, const Profile& profile, const Record& record) {
  std::vector<IdentityForm> out;
  std::set<std::string> printed;
  for (const PrintedIdentity& identity : document.identities) {
    if (identity.table != record.table_index || identity.record_type != record.type) continue;
    printed.insert(identity.result);
    if (!identity.terms.empty()) out.push_back({identity.result, identity.terms, identity.base, true});
  }
  for (const Identity& identity : profile.identities) {
    if (printed.contains(identity.result)) continue;
    if (identity.over_years) {
      add_over_years(record, identity, out);
    } else if (identity.kind == Identity::Kind::kDifference) {
      add_differences(record, profile, identity, out);
    } else {
      for (const std::string& base : identity.bases) {
        SignedFields terms = identity.numerator.empty() ? identity.terms : SignedFields{{1, identity.numerator}};
        out.push_back({identity.result, std::move(terms), {{1, base}}, false});
      }
    }
  }
  add_totals_of_years(record, out);
  return out;
}

}  // namespace jangbu
