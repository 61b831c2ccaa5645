// Columns first, which are nearest to the figures; what stands above the table speaks only where no column of figures names a time.
#include "records/table_year.h"

#include <algorithm>
#include <set>
#include <string>

namespace jangbu {
namespace {

using Kind = FacetPeriod::Kind;

bool any_column(const ViewWords& words, const auto& says) {
  return std::any_of(words.columns.begin(), words.columns.end(),
                     [&](const TypedColumn& column) { return column.numeric && says(column.facets); });
}

// Budgets and results are of one year; who works in an office is told as it stands.
bool of_a_year(const Profile& profile, const ViewWords& words) {
  return profile.money || any_column(words, [](const Facets& facets) { return facets.soft.contains("result"); });
}

// Figures that only a year that has begun can have.
bool tells_what_was_done(const ViewWords& words) {
  static const std::set<std::string> kDone{"execution", "recipient_execution", "spending",  "commitment",
                                           "assessed",  "collected",           "settlement"};
  return any_column(words, [](const Facets& facets) {
    return std::any_of(kDone.begin(), kDone.end(), [&](const std::string& atom) { return facets.has(atom); });
  });
}

// Is there a budget that no time is named of?
bool leaves_budgets_undated(const ViewWords& words) {
  static const std::set<std::string> kBudgets{"budget", "original", "final", "supplementary", "pre_amendment"};
  return any_column(words, [](const Facets& facets) {
    return !facets.period && !facets.has("change") && facets.understood() &&
           std::any_of(kBudgets.begin(), kBudgets.end(), [&](const std::string& atom) { return facets.has(atom); });
  });
}

bool compares(const ViewWords& words) {
  return any_column(words, [](const Facets& facets) { return facets.understood() && facets.has("change"); });
}

// Of what stands above the table. A year far ahead is a plan's and not that of the figures.
std::optional<int> year_above(const Profile& profile, const ViewWords& words, const TableContext& context) {
  const std::optional<int> report = context.document_year;
  if (context.figures_year && of_a_year(profile, words) && (!report || *context.figures_year <= *report + 1)) return context.figures_year;
  // 2026년도 이월사업 in a chapter of what 2025 brought: of what it was carried over from.
  if (context.done_year && context.title_year == *context.done_year + 1 && context.substance.contains("carry_over") &&
      tells_what_was_done(words))
    return context.done_year;
  // 2024년도 이월사업 over 전년도이월액 | 집행액: what 2024 left over, and 2025 spent.
  const bool from_last_year = any_column(
      words, [](const Facets& facets) { return facets.has("carry_over") && facets.period && facets.period->kind == Kind::kLast; });
  if (report && from_last_year && context.substance.contains("carry_over") && context.title_year == *report - 1) return report;
  // 2024년도 이월사업, as it stood in August 2025: what 2024 left over, and 2025 spends.
  if (context.stands_at && context.substance.contains("carry_over") && context.title_year == *context.stands_at - 1 &&
      tells_what_was_done(words))
    return context.stands_at;
  if (context.title_year && (!report || *context.title_year <= *report + 1)) return context.title_year;
  // 2025. 8. 31. 현재 in a plan for 2026 of September 2025, or in accounts of 2024: who works there is told of the year in which it is
  // told.
  if (report && !profile.money && context.stands_at && context.stands_at == context.dated_year) return context.stands_at;
  if (!report || !of_a_year(profile, words)) return report;
  if (context.done_year) return *context.done_year < *report ? context.done_year : report;
  return context.as_of_year && *context.as_of_year < *report && tells_what_was_done(words) ? context.as_of_year : report;
}

}  // namespace

TableYear table_year(const Profile& profile, const ViewWords& words, const TableContext& context) {
  const std::optional<int> report = context.document_year;
  // A plan of a project's costs lists years on purpose: its own year is the report's, or the next one that a title names, where the plan
  // goes on from it (2026년도 투자사업: 2025년까지 | 2026년 | 2027년 이후).
  if (!profile.yearly.empty() && report) {
    const bool next = context.title_year == *report + 1 && any_column(words, [&](const Facets& facets) {
                        return facets.period && facets.period->kind == Kind::kBefore && facets.period->year == *report;
                      });
    return {next ? context.title_year : report};
  }
  int latest = 0;
  bool reached = false, any = false, unread = false;
  for (const TypedColumn& column : words.columns) {
    if (!column.numeric) continue;
    unread = unread || !column.facets.understood();
    const auto& period = column.facets.period;
    reached = reached || (period && period->kind == Kind::kThis);  // 당해연도
    if (!period || period->kind == Kind::kNext || period->kind == Kind::kLast || period->kind == Kind::kThis) continue;
    any = true;
    if (period->kind != Kind::kYear && period->kind != Kind::kEnd) {
      reached = true;  // ’23년 이전, ’26년 이후: seen from the report's year
      continue;
    }
    latest = std::max(latest, period->year);
    reached = reached || period->year == report;
  }
  if (!any) {
    const auto above = year_above(profile, words, context);
    const bool report_runs = report && context.dated_year && *context.dated_year <= *report;
    const bool named = context.title_year || context.figures_year || context.done_year || context.stands_at || words.dated_rows;
    const bool assumed = report_runs && above == report && !named;
    // A settlement that names no year: not of the report's while that still runs, but nobody says of which one.
    if (profile.closed_year && assumed) return {std::nullopt};
    return {above, assumed};
  }
  // Only spans are named (’23년 이전): they are seen from the report's year.
  if (latest == 0) return {report};
  if (!report) return {latest};
  // 본예산 | 최종예산 | ’24년 최종예산 | 증감 below ○ 2025년 예산: what names no time is of the report's year, since only last year is
  // named.
  if (!reached && latest + 1 == *report && leaves_budgets_undated(words) && (context.title_year == report || compares(words)))
    return {report};
  // 2023 | 2024 | ???: the unread column may be 2025, so the columns without a year belong to no year that is known.
  if (!reached && unread && latest < *report) return {report, false, true};
  if (!reached || latest == *report + 1) return {latest <= *report + 1 ? latest : *report};
  return {report};
}

}  // namespace jangbu
