// Figures that OCR misread: read another way where the arithmetic proves it, left alone where it does not.
#include <gtest/gtest.h>

#include "audit/checked.h"
#include "audit/seeded_table.h"
#include "dump.h"
#include "effort.h"

namespace jangbu {
namespace {

// A table of three rows; `figure` stands for 435,000, the payment of the first programme.
Processed read_with(const std::string& figure, const std::string& rate = "54.4%") {
  return checked(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 집행액     | <       | 집행률   | <      |
    | ^    | ^        | 원인행위액 | 지출액  | 원인행위 | 지출액 |
    | ---- |
    | 합계 | 829,200  | 583,230    | 435,786 | 70.3%    | 52.6%  |
    | 교육 | 800,000  | 580,000    | )" +
                 figure + " | 72.5% | " + rate + R"( |
    | 상담 | 29,200   | 3,230      | 786     | 11.1%    | 2.7%   |
  )");
}

std::string figure_repairs(const Document& document) {
  std::string out;
  for (const Repair& repair : document.repairs) {
    if (repair.rule == "figure_proved") out += repair.field + " " + drawing::as_lines({repair});
  }
  return out;
}

TEST(FigureRepair, LettersForDigits) {
  for (const char* misread : {"43S,000", "435,OOO", "435,0oo", "435.000", "435, 000", "43S.0oO"}) {
    const Processed report = read_with(misread);
    EXPECT_TEXT(figure_repairs(report.document), std::string("payment figure_proved: ") + misread + " → 435,000\n");
    EXPECT_EQ(shown(report.records[1].find("payment")->value), "435000000") << misread;
    EXPECT_EQ(finding_lines(report.findings), "") << misread;
    EXPECT_TRUE(report.records[1].others.empty()) << misread;
    ASSERT_FALSE(report.records[1].repairs.empty());
    EXPECT_EQ(report.records[1].repairs.back().rule, "figure_proved");
    EXPECT_EQ(report.records[1].find("payment")->place.text, misread);  // what stands in the source stays
  }
}

TEST(FigureRepair, SharesToo) {
  const Processed report = read_with("435,000", "S4.4%");
  EXPECT_TEXT(figure_repairs(report.document), "payment_rate figure_proved: S4.4% → 54.4%\n");
  EXPECT_TEXT(figure_repairs(read_with("435,000", "54,4%").document), "payment_rate figure_proved: 54,4% → 54.4%\n");
}

TEST(FigureRepair, NotWithoutProof) {
  // Neither the sum nor the share holds with what the letters allow.
  for (const char* misread : {"48S,000", "abc", "약 400", "SSS,SSS"}) {
    const Processed report = read_with(misread);
    EXPECT_EQ(figure_repairs(report.document), "") << misread;
    EXPECT_EQ(report.records[1].find("payment")->value, std::nullopt) << misread;
    EXPECT_FALSE(report.records[1].others.empty()) << misread;  // and is not dropped
  }
}

TEST(FigureRepair, NotWhereNothingIsWrong) {
  // A readable figure that contradicts the others is a finding, not a repair.
  const Processed report = read_with("453,000");
  EXPECT_EQ(figure_repairs(report.document), "");
  EXPECT_FALSE(report.findings.empty());
}

TEST(FigureRepair, AloneInItsTableItProvesNothing) {
  EXPECT_EQ(figure_repairs(
                checked("(단위: 천원)\n| 구분 | 예산현액 | 지출액 |\n| ---- |\n| 교육 | 800,000 | 43S,000 |\n| 상담 | 29,200 | 786 |\n")
                    .document),
            "");
}

// One figure of an honest table misread as OCR does: put right, or left unread; never another figure.
TEST(FigureRepairProperty, WhatIsRepairedIsWhatStoodThere) {
  int repaired = 0, unread = 0;
  const int kTables = draws(2'000, 2'000);
  for (int seed = 0; seed < kTables; ++seed) {
    Dice dice(static_cast<std::uint64_t>(seed) + 4'000'000);
    const auto exact = seeded_rows(dice);
    auto cells = printed_cells(exact, {1'000, dice.once_in(2), 1});
    const auto row = static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(cells.size()) - 1));
    const auto column = static_cast<std::size_t>(dice.between(1, 5));
    const std::string was = cells[row][column];
    std::string& cell = cells[row][column];
    for (const auto& [digit, letter] : {std::pair{'1', 'l'}, {'0', 'O'}, {'5', 'S'}, {'8', 'B'}}) {
      std::replace(cell.begin(), cell.end(), digit, letter);
    }
    if (column <= 3 && dice.once_in(2)) std::replace(cell.begin(), cell.end(), ',', '.');
    const Processed report = checked(budget_document(cells, "천원"));
    for (const Repair& repair : report.document.repairs) {
      if (repair.rule != "figure_proved") continue;
      ASSERT_EQ(repair.after, was) << "seed " << seed << ": " << repair.before;
      ++repaired;
    }
    unread += cell != was && report.document.repairs.empty();
  }
  std::printf("%d tables with one misread figure: %d put right, %d left as printed\n", kTables, repaired, unread);
  EXPECT_GE(repaired, kTables / 2);
}

}  // namespace
}  // namespace jangbu
