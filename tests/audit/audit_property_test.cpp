// What must hold of any report, over thousands of made-up ones. The seeds are fixed: a run tells the same every time.
#include <gtest/gtest.h>

#include <cstdio>
#include <set>

#include "audit/checked.h"
#include "audit/seeded_table.h"
#include "dump.h"
#include "effort.h"

namespace jangbu {
namespace {

const int kHonestTables = draws(5'000, 1'500), kDamagedTables = draws(5'000, 1'000);

// 95 % on these tables; what is missed are last digits that rounding explains. Other seeds give the same within a point.
constexpr double kLeastDetected = 0.94;

TEST(AuditProperty, AnHonestTableRaisesNothingHoweverItIsPrinted) {
  int findings = 0, rows = 0;
  for (int seed = 0; seed < kHonestTables; ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed));
    const auto exact = seeded_rows(dice);
    const Printing how{dice.once_in(4) ? 1'000 : 1'000'000, dice.once_in(2), static_cast<int>(dice.between(0, 2))};
    const Processed report = checked(budget_document(printed_cells(exact, how), how.unit == 1'000 ? "천원" : "백만원"));
    ASSERT_EQ(report.records.size(), exact.size()) << "seed " << seed;
    rows += static_cast<int>(exact.size());
    findings += static_cast<int>(report.findings.size());
    ASSERT_EQ(finding_lines(report.findings), "") << "seed " << seed << (how.cut ? ", cut off" : ", rounded") << "\n"
                                                  << drawing::as_drawn(report.document.tables[0]);
  }
  std::printf("%d honest tables, %d rows: %d findings\n", kHonestTables, rows, findings);
  RecordProperty("honest_tables", kHonestTables);
}

// Another figure of as many digits: what a slip of the hand prints.
std::string with_one_digit_changed(const std::string& figure, Dice& dice) {
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i < figure.size(); ++i) {
    if (figure[i] >= '0' && figure[i] <= '9') digits.push_back(i);
  }
  std::string out = figure;
  const std::size_t at = digits[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(digits.size()) - 1))];
  const char was = out[at];
  do {
    out[at] = static_cast<char>('0' + dice.between(at == digits.front() && digits.size() > 1 ? 1 : 0, 9));
  } while (out[at] == was);
  return out;
}

TEST(AuditProperty, AFigureChangedByOneDigitIsFound) {
  int found = 0, total = 0;
  std::map<std::string, std::pair<int, int>> by_column;
  static const char* const kColumns[] = {"", "current_appropriation", "commitment", "payment", "commitment_rate", "payment_rate"};
  for (int seed = 0; seed < kDamagedTables; ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed) + 1'000'000);
    const auto exact = seeded_rows(dice);
    const Printing how{1'000, dice.once_in(2), 1};
    auto cells = printed_cells(exact, how);
    const auto row = static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(cells.size()) - 1));
    const auto column = static_cast<std::size_t>(dice.between(1, 5));
    cells[row][column] = with_one_digit_changed(cells[row][column], dice);
    const Processed report = checked(budget_document(cells, "천원"));
    const bool named = std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
      // The changed figure itself, or a figure that it takes part in: its column's sums and its row's rates.
      return finding.row == static_cast<int>(row) + 2 || finding.field == kColumns[column];
    });
    ++total;
    found += named;
    auto& [hits, all] = by_column[kColumns[column]];
    hits += named;
    ++all;
  }
  const double rate = static_cast<double>(found) / total;
  std::printf("one digit changed in each of %d tables: %d found (%.1f %%)\n", total, found, rate * 100);
  for (const auto& [column, counts] : by_column) {
    std::printf("  %-22s %4d of %4d (%.1f %%)\n", column.c_str(), counts.first, counts.second, 100.0 * counts.first / counts.second);
  }
  RecordProperty("detected_per_thousand", static_cast<int>(rate * 1000));
  EXPECT_GE(rate, kLeastDetected);
}

TEST(AuditProperty, RowsInAnotherOrderHaveTheSameValues) {
  for (int seed = 0; seed < draws(300, 300); ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed) + 2'000'000);
    std::vector<SeededRow> rows = seeded_rows(dice);
    // A flat table: the total and its programmes.
    std::erase_if(rows, [](const SeededRow& row) { return row.level == 1; });
    const Printing how{1'000, false, 1};
    const auto lines_of = [&](const std::vector<SeededRow>& order) {
      std::multiset<std::string> lines;
      const Processed report = checked(budget_document(printed_cells(order, how), "천원"));
      for (const Record& record : report.records) lines.insert(record.id + " " + record_line(record));
      EXPECT_EQ(finding_lines(report.findings), "");
      return lines;
    };
    const auto before = lines_of(rows);
    for (std::size_t i = rows.size() - 1; i > 1; --i)
      std::swap(rows[i], rows[static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(i)))]);
    ASSERT_EQ(lines_of(rows), before) << "seed " << seed;
  }
}

// Digits of all cells as they stand in the source, or as repair left them.
std::string digits_of(const Document& document, bool repaired) {
  std::string out;
  for (const Table& table : document.tables) {
    for (const Cell& cell : table.cells) {
      for (const char c : repaired ? cell.best_text() : cell.text) {
        if (c >= '0' && c <= '9') out.push_back(c);
      }
    }
  }
  return out;
}

Document read_text(const std::string& text) {
  Document document;
  for (std::string& line : drawing::lines_of(text)) document.lines.push_back(std::move(line));
  EXPECT_TRUE(find_text_tables(document, built_in().lexicon, {}));
  return document;
}

class OfAFixture : public testing::TestWithParam<const char*> {
 protected:
  std::string path() const { return std::string(GetParam()) + " 주요업무보고.txt"; }
  std::string text() const { return file_text(fixture("inbox/" + path())); }
};

std::string state_of(const Document& document) {
  std::string out;
  for (const Table& table : document.tables) {
    out += drawing::as_drawn(table, true) + drawing::as_drawn(table) + table.unit + "|" + table.as_of + "|" + table.caption + "|" +
           joined(table.section, "/") + "\n";
  }
  return out + document.title + document.organization + document.report_date;
}

TEST_P(OfAFixture, NormalisingTwiceChangesNothing) {
  Document document = read_text(text());
  document.source.path = path();
  normalize(document);
  const std::string once = state_of(document);
  const std::size_t repairs = document.repairs.size();
  document.sections.clear();
  normalize(document);
  EXPECT_EQ(state_of(document), once);
  // Repairs of text that a rule changed in place are logged once; those beside it are found again, the same.
  EXPECT_LE(document.repairs.size(), 2 * repairs);
}

TEST_P(OfAFixture, NoDigitAppearsOrVanishesButAsALoggedRepair) {
  Document document = read_text(text());
  std::string before = digits_of(document, false);
  normalize(document);
  std::string after = digits_of(document, true);
  for (const Repair& repair : document.repairs) {
    // Cells put back in order are the same cells; labels lose blanks and marks. None may change a digit.
    std::string a, b;
    for (char c : repair.before) {
      if (c >= '0' && c <= '9') a.push_back(c);
    }
    for (char c : repair.after) {
      if (c >= '0' && c <= '9') b.push_back(c);
    }
    if (repair.rule == "row_split") continue;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    EXPECT_EQ(a, b) << repair.rule << ": " << repair.before;
  }
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  EXPECT_EQ(after, before);
}

INSTANTIATE_TEST_SUITE_P(Reports, OfAFixture, testing::Values("2019-09 서울혁신기획관", "2021-08 시민협력국"),
                         [](const auto& report) { return std::string(report.param).substr(0, 4); });

}  // namespace
}  // namespace jangbu
