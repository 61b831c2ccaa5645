#include "records/table_reading.h"

#include <algorithm>

#include "records/table_views.h"
#include "records/year_columns.h"
#include "text/label.h"
#include "text/pattern.h"

namespace jangbu {
namespace {

// The year that tells ’21년 from ’20년 in headers: the fiscal year, or the next one where the headers reach to it (a report of
// late 2025 prints 2025 beside 2026); where no fiscal year is known, the latest that the headers name.
std::optional<int> year_of(const Table& table, const Document& document) {
  static const Pattern year(R"(20\d\d)");
  int latest = 0;
  for (const Cell& cell : table.cells) {
    if (cell.row >= table.header_rows) continue;
    const std::string key = header_key(cell.best_text());
    for (std::string_view match : year.all(key)) latest = std::max(latest, std::stoi(std::string(match)));
  }
  if (!document.fiscal_year) return latest > 0 ? std::optional(latest) : std::nullopt;
  return latest == *document.fiscal_year + 1 ? latest : *document.fiscal_year;
}

struct Candidate {
  const Profile* profile = nullptr;
  ColumnReading columns;
};

Candidate best_profile(PrintedColumns& printed, const std::vector<Profile>& profiles, const TableContext& context, HeaderMeaningsByProfile& meanings) {
  Candidate best;
  for (const Profile& profile : profiles) {
    if (profile.fields.empty()) continue;  // read from lines
    ColumnReading columns = read_columns(printed, profile, context, meanings.of(profile, context.year));
    if (columns.score > best.columns.score) best = {&profile, std::move(columns)};
  }
  return best;
}

// Has every column of figures its meaning, as ’20년 예산 beside ’21년 예산 has?
bool all_read(const GridView& view, const ColumnReading& reading) {
  return std::all_of(reading.columns.begin(), reading.columns.end(), [&](const Column& column) {
    const bool of_a_year = std::any_of(column.path.begin(), column.path.end(), [](const HeaderCell& cell) { return only_year(cell.key).has_value(); });
    return column.field || !of_a_year || column.index < view.label_columns();
  });
}

std::optional<PartReading> read_view(const GridView& view, const std::vector<Profile>& profiles, const TableContext& context, HeaderMeaningsByProfile& meanings) {
  if (view.rows() <= view.header_rows() || view.columns() <= view.label_columns()) return std::nullopt;
  PrintedColumns printed(view);
  Candidate whole = best_profile(printed, profiles, context, meanings);
  const std::vector<YearColumns> years = year_columns(printed);
  if (!years.empty() && !(whole.profile && all_read(view, whole.columns))) {
    const Profile* profile = whole.profile;
    PartReading by_year{nullptr, view, context.year, {}, {}};
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
      TableContext of_year{year->year, context.titles, year->hidden};
      if (!profile) profile = best_profile(printed, profiles, of_year, meanings).profile;
      if (!profile) break;
      ColumnReading columns = read_columns(printed, *profile, of_year, meanings.of(*profile, of_year.year));
      if (columns.score <= 0) break;
      by_year.columns.insert(by_year.columns.begin(), std::move(columns));
      by_year.years.insert(by_year.years.begin(), year->year);
    }
    if (by_year.columns.size() == years.size()) {
      by_year.profile = profile;
      return by_year;
    }
  }
  if (!whole.profile) return std::nullopt;
  PartReading reading{whole.profile, view, context.year, {}, {context.year}};
  reading.columns.push_back(std::move(whole.columns));
  return reading;
}

}  // namespace

std::vector<PartReading> read_table(const Table& table, const Document& document, const std::vector<Profile>& profiles, const HeaderLexicon& lexicon,
                                    HeaderMeaningsByProfile& meanings) {
  TableContext context{year_of(table, document), {}, {}};
  context.titles.push_back(label_key(table.caption));
  for (auto heading = table.section.rbegin(); heading != table.section.rend() && context.titles.size() < 3; ++heading) {
    context.titles.push_back(label_key(*heading));
  }
  std::vector<PartReading> readings;
  for (const GridView& part : parts_of(table, lexicon)) {
    std::optional<PartReading> reading;
    if (const auto unfolded = with_measures_as_columns(part, lexicon)) reading = read_view(*unfolded, profiles, context, meanings);
    if (!reading) reading = read_view(part, profiles, context, meanings);
    if (!reading && part.rows() >= 2 && part.columns() >= 3) reading = read_view(part.transposed(), profiles, context, meanings);
    if (reading) readings.push_back(std::move(*reading));
  }
  return readings;
}

}  // namespace jangbu
