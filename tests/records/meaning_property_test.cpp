// What must hold of the meaning of tables, over thousands of made-up ones: each figure is read as what it is, or has no field; never as
// another. The seeds are fixed: a run tells the same every time.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <set>

#include "audit/checked.h"
#include "dump.h"
#include "effort.h"
#include "records/made_up_table.h"
#include "records/mapped.h"

namespace jangbu {
namespace {

const int kTables = draws(3'000, 600);

// The figures of a record under the names that made_up::Meaning has for them.
std::map<std::string, std::optional<double>> figures_of(const Record& record) {
  std::map<std::string, std::optional<double>> out;
  const auto number = [](const std::optional<Decimal>& value) { return value ? std::optional(value->to_double()) : std::nullopt; };
  for (const Figure& value : record.values) out[value.field] = number(value.value);
  for (const Figure& value : record.yearly) out["yearly:" + value.period] = number(value.value);
  for (const Figure& part : record.breakdown) out["breakdown:" + part.member] = number(part.value);
  return out;
}

bool same(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return std::fabs(*a - *b) <= 1e-9 * std::max(1.0, std::fabs(*b));
}

struct Tally {
  int right = 0, untyped = 0;
  std::string wrong;  // a line each
};

// `skip`: a field whose heading is not understood, and which no record may have.
Tally compared(const std::vector<Record>& records, const made_up::Meaning& expected, const std::string& skip = {}) {
  Tally tally;
  made_up::Meaning left = expected;
  for (const Record& record : records) {
    const std::string label = record.role == RowRole::kTotal ? "합계" : record.name;
    const auto row = expected.find(label);
    for (const auto& [field, value] : figures_of(record)) {
      const auto want = row == expected.end() ? std::map<std::string, std::optional<double>>::const_iterator{} : row->second.find(field);
      if (row != expected.end() && want != row->second.end() && field != skip && same(value, want->second)) {
        tally.right += left[label].erase(field) > 0;
        continue;
      }
      tally.wrong += record.type + " [" + label + "] " + field + "=" + (value ? std::to_string(*value) : "null") + "\n";
    }
  }
  for (const auto& [label, fields] : left) {
    for (const auto& [field, value] : fields) tally.untyped += field != skip;
  }
  return tally;
}

TEST(Meaning, OfAMadeUpTableIsReadRightOrNotAtAll) {
  int right = 0, untyped = 0, shown = 0;
  std::map<std::string, std::pair<int, int>> by_type;
  for (int seed = 0; seed < kTables; ++seed) {
    const made_up::Table table = made_up::table(static_cast<std::uint64_t>(seed));
    const std::string drawing = made_up::drawn(table);
    const Mapped m = mapped(drawing);
    const Tally tally = compared(m.records, made_up::expected(table));
    right += tally.right;
    untyped += tally.untyped;
    by_type[table.type].first += tally.right;
    by_type[table.type].second += tally.untyped;
    if (!tally.wrong.empty() && ++shown <= 5) ADD_FAILURE() << "seed " << seed << "\n" << drawing << tally.wrong << record_lines(m.records);
  }
  std::printf("%d made-up tables: %d figures right, %d untyped\n", kTables, right, untyped);
  for (const auto& [type, counts] : by_type) std::printf("  %-14s %6d right %6d untyped\n", type.c_str(), counts.first, counts.second);
  EXPECT_EQ(untyped, 0);
  EXPECT_GT(right, 10 * kTables);
}

// One heading that no list knows: its column has no field, and the others have theirs.
TEST(Meaning, AnUnknownHeadingCostsItsOwnColumnOnly) {
  int shown = 0, tables = 0, whole = 0;
  for (int seed = 0; seed < kTables; ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed) + 500'000);
    made_up::Table table = made_up::table(static_cast<std::uint64_t>(seed));
    const auto before = compared(mapped(made_up::drawn(table)).records, made_up::expected(table));
    if (before.untyped > 0) continue;
    const auto at = static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(table.measures.size()) - 1));
    made_up::Measure& measure = table.measures[at];
    const std::string field = measure.field;
    measure.heading.back() = made_up::one_of(dice, {"두레박", "너울가지", "칼집내기", "모꼬지"});
    const std::string drawing = made_up::drawn(table);
    const Mapped m = mapped(drawing);
    const Tally tally = compared(m.records, made_up::expected(table), field);
    ++tables;
    if (tally.right == 0) {
      ++whole;  // without that column the table is of no kind
      continue;
    }
    // Where the one heading that reached the report's year is lost, those that name none may be of any.
    const bool year_lost = (table.title == "세출예산 현황" && field == "budget_amount") || field == "fund_closing_balance";
    if ((!tally.wrong.empty() || (tally.untyped > 0 && !year_lost)) && ++shown <= 5) {
      ADD_FAILURE() << "seed " << seed << ", without " << field << "\n"
                    << drawing << tally.wrong << tally.untyped << " untyped\n"
                    << record_lines(m.records);
    }
  }
  std::printf("%d made-up tables with one unknown heading: %d left whole without a type\n", tables, whole);
  EXPECT_LT(whole, tables / 8);
}

// One figure changed: told at its place or in its row, and nothing else is.
TEST(Meaning, AChangedFigureIsFoundAndOnlyThat) {
  int shown = 0, honest_findings = 0, tables = 0, found = 0;
  for (int seed = 0; seed < kTables; ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed) + 900'000);
    made_up::Table table = made_up::table(static_cast<std::uint64_t>(seed));
    const Processed honest = checked(made_up::drawn(table));
    honest_findings += static_cast<int>(honest.findings.size());
    if (!honest.findings.empty() && ++shown <= 5)
      ADD_FAILURE() << "seed " << seed << ", honest\n" << made_up::drawn(table) << finding_lines(honest.findings);
    bool total = false;
    for (const made_up::Row& row : table.rows) total = total || made_up::is_total(row.label);
    if (!total || table.rows.size() < 3) continue;  // nothing says what its figures should be
    const auto r = static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(table.rows.size()) - 1));
    const auto m = static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(table.measures.size()) - 1));
    auto& number = table.rows[r].numbers[m];
    if (!number || table.measures[m].kind == made_up::Kind::kRate) continue;
    *number += *number / 7 + 3;
    const std::string drawing = made_up::drawn(table);
    const Processed report = checked(drawing);
    ++tables;
    bool named = false, elsewhere = false;
    for (const Finding& finding : report.findings) {
      bool here = false;
      for (const Record& record : report.records) {
        const bool mine = (record.role == RowRole::kTotal ? "합계" : record.name) == table.rows[r].label || record.role == RowRole::kTotal;
        here = here || (mine && std::find(finding.record_ids.begin(), finding.record_ids.end(), record.id) != finding.record_ids.end());
      }
      (here ? named : elsewhere) = true;
    }
    found += named;
    if (elsewhere && ++shown <= 5)
      ADD_FAILURE() << "seed " << seed << ", changed " << table.rows[r].label << " " << table.measures[m].field << "\n"
                    << drawing << finding_lines(report.findings);
  }
  std::printf("one figure changed in each of %d made-up tables: %d found\n", tables, found);
  EXPECT_EQ(honest_findings, 0);
  EXPECT_GT(found, 99 * tables / 100);
}

}  // namespace
}  // namespace jangbu
