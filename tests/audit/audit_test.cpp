// Each check on a table drawn in text. A figure that contradicts the others is named; what rounding explains is not.
#include "audit/audit.h"

#include <gtest/gtest.h>

#include <set>

#include "audit/checked.h"
#include "dump.h"

namespace jangbu {
namespace {

TEST(Audit, AnHonestTableRaisesNothing) {
  EXPECT_EQ(finding_lines(checked(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 집행액     | <       | 집행률   | <      |
    | ^    | ^        | 원인행위액 | 지출액  | 원인행위 | 지출액 |
    | ---- |
    | 합계 | 829,200  | 583,230    | 435,786 | 70.3%    | 52.6%  |
    | 교육 | 800,000  | 580,000    | 435,000 | 72.5%    | 54.4%  |
    | 상담 | 29,200   | 3,230      | 786     | 11.1%    | 2.7%   |
  )")
                              .findings),
            "");
}

// One misprinted figure, wherever it stands in its row: one finding.
TEST(Audit, AMisprintedBalanceIsToldOnceAndNotByItsTotal) {
  const Processed report = checked(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 집행액 | 집행잔액 | 집행률 |
    | ---- |
    | 합계 | 1,400    | 1,000  | 400      | 71.4%  |
    | 교육 | 800      | 600    | 200      | 75.0%  |
    | 상담 | 600      | 400    | 260      | 66.7%  |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "difference error t001 row 3 unspent_balance: prints 260000, computed 200000\n");
}

TEST(Audit, AMisprintedExecutionIsToldByItsTotalAndNotByWhatIsWorkedOutOfIt) {
  const Processed report = checked(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 집행액 | 집행잔액 | 집행률 |
    | ---- |
    | 합계 | 1,400    | 1,000  | 400      | 71.4%  |
    | 교육 | 800      | 600    | 200      | 75.0%  |
    | 상담 | 600      | 460    | 200      | 66.7%  |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "sum error t001 row 1 execution: prints 1000000, computed 1060000\n");
  EXPECT_NE(report.findings.at(0).message_ko.find("「상담」"), std::string::npos);
}

TEST(Audit, AMisprintedTotalIsToldOnceThoughItsOwnRowFailsAsWell) {
  const Processed report = checked(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 집행액 | 집행잔액 | 집행률 |
    | ---- |
    | 합계 | 1,400    | 1,090  | 400      | 71.4%  |
    | 교육 | 800      | 600    | 200      | 75.0%  |
    | 상담 | 600      | 400    | 200      | 66.7%  |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "sum error t001 row 1 execution: prints 1090000, computed 1000000\n");
}

// The subtotal misses its own items, and the total above misses by as much: one misprint, told where it stands.
TEST(Audit, AMisprintedSubtotalIsToldOnceAndNotByTheTotalAbove) {
  const char* table = R"(
    (단위: 천원)
    | 정책사업 | 세부사업 | 예산현액 | 집행액 |
    | ---- |
    | 합계 | < | 1,900 | 1,500 |
    | 교육 | 소계 | 1,000 | %SUBTOTAL% |
    | ^ | 가나 교육 | 600 | 500 |
    | ^ | 다라 교육 | 400 | 300 |
    | 상담 | 소계 | 900 | 700 |
    | ^ | 마바 상담 | 500 | 400 |
    | ^ | 사아 상담 | 400 | 300 |
  )";
  EXPECT_TEXT(finding_lines(checked(drawing::replaced(table, "%SUBTOTAL%", "800")).findings), "");
  EXPECT_TEXT(finding_lines(checked(drawing::replaced(table, "%SUBTOTAL%", "880")).findings),
              "sum error t001 row 2 execution: prints 880000, computed 800000\n");
  // Another slip in the total: two causes.
  EXPECT_TEXT(finding_lines(checked(drawing::replaced(drawing::replaced(table, "%SUBTOTAL%", "880"), "1,500", "1,610")).findings),
              "sum warning t001 row 1 execution: prints 1610000, computed 1580000\n"
              "sum warning t001 row 2 execution: prints 880000, computed 800000\n");
}

// The same where the part is parted by kinds, as columns.
TEST(Audit, AMisprintedUnitOfABreakdownIsToldOnce) {
  EXPECT_TEXT(finding_lines(checked(R"(
    (단위: 명)
    | 구분 | 계 | 4급 | 5급 |
    | ^ | 현원 | 현원 | 현원 |
    | ---- |
    | 합계 | 60 | 20 | 40 |
    | 가나과 | 30 | 10 | 20 |
    | 다라과 | 37 | 10 | 20 |
  )")
                                .findings),
              "sum error t001 row 4 actual_headcount: prints 37, computed 30\n");
}

// 증감 175 for 185: the rate beside it was worked out of the right one.
TEST(Audit, AMisprintedChangeIsToldOnceAndNotByItsRate) {
  EXPECT_TEXT(finding_lines(checked(R"(
    (단위: 억원)
    | 구분 | ’20년 예산(A) | ’21년 예산(B) | 증감(B-A) | 증감률 |
    | ---- |
    | 국토계정 | 4,125 | 3,940 | △175 | △4.5 |
    | 수계계정 | 9,068 | 9,715 | 647 | 7.1 |
  )")
                                .findings),
              "difference error t001 row 1 change_amount: prints -17500000000, computed -18500000000\n");
}

TEST(Audit, TwoMisprintsAreTwoFindings) {
  const Processed report = checked(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 집행액 | 집행잔액 | 집행률 |
    | ---- |
    | 합계 | 1,400    | 1,000  | 450      | 71.4%  |
    | 교육 | 800      | 600    | 200      | 75.0%  |
    | 상담 | 600      | 400    | 260      | 66.7%  |
  )");
  EXPECT_EQ(report.findings.size(), 3u);  // 상담's balance, the total's balance, and the sum, which neither of the two mends by itself
}

TEST(Audit, TwoTablesOfOneReport) {
  const Processed report = checked(R"(
    Ⅰ. 총괄
    (단위: 천원, ’21.8.13. 기준)
    | 구분   | 예산현액 | 원인행위액 | 지출액  |
    | ----   |
    | 합계   | 829,200  | 583,230    | 435,786 |
    | 가나과 | 800,000  | 580,000    | 435,000 |
    | 다라과 | 29,200   | 3,230      | 786     |

    Ⅱ. 세부
    (단위: 천원, ’21.8.13. 기준)
    | 구분   | 예산현액 | 원인행위액 | 지출액  |
    | ----   |
    | 가나과 | 800,000  | 580,000    | 453,000 |
    | 교육   | 500,000  | 300,000    | 253,000 |
    | 상담   | 300,000  | 280,000    | 200,000 |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "cross_table error t002 row 1 payment: prints 453000000, computed 435000000\n");
  // Both records are flagged: either may be the wrong one.
  EXPECT_TRUE(report.records[1].flagged);
  EXPECT_TRUE(report.records[3].flagged);
}

TEST(Audit, TablesInDifferentUnitsAgreeWithinTheCoarser) {
  constexpr const char* kFine = R"(
    Ⅰ. 총괄
    (단위: 천원, ’21.8.13. 기준)
    | 구분   | 예산현액 | 지출액  |
    | ----   |
    | 합계   | 829,200  | 435,786 |
    | 가나과 | 800,400  | 435,000 |
    | 다라과 | 28,800   | 786     |

    Ⅱ. 세부
    (단위: 백만원, ’21.8.13. 기준)
    | 구분   | 예산현액 | 지출액  |
    | ----   |
  )";
  EXPECT_EQ(finding_lines(checked(std::string(kFine) + "| 가나과 | 800 | 435 |\n| 다라과 | 29 | 1 |\n").findings), "");
  EXPECT_EQ(finding_lines(checked(std::string(kFine) + "| 가나과 | 800 | 435 |\n| 다라과 | 28 | 0 |\n").findings), "");  // cut off
  EXPECT_TEXT(finding_lines(checked(std::string(kFine) + "| 가나과 | 803 | 435 |\n| 다라과 | 29 | 1 |\n").findings),
              "cross_table warning t002 row 1 current_appropriation: prints 803000000, computed 800400000\n");
}

TEST(Audit, FiguresOfDifferentDatesAreNotCompared) {
  EXPECT_EQ(finding_lines(checked(R"(
    Ⅰ. 총괄
    (단위: 천원, ’21.8.13. 기준)
    | 구분   | 예산현액 | 지출액  |
    | ----   |
    | 가나과 | 800,000  | 435,000 |
    | 다라과 | 29,200   | 786     |

    Ⅱ. 세부
    (단위: 천원, ’20.12.31. 기준)
    | 구분   | 예산현액 | 지출액  |
    | ----   |
    | 가나과 | 700,000  | 635,000 |
    | 다라과 | 19,200   | 986     |
  )")
                              .findings),
            "");
}

TEST(Audit, CellsThatDoNotTileTheirGrid) {
  Document document = drawing::drawn_document("| 가 | 나 |\n| 다 | 라 |\n글\n| 가 | 나 |\n글\n| 가 | 나 |\n");
  document.tables[0].cells.pop_back();
  document.tables[1].cells[0].column_span = 2;
  document.tables[2].cells[1].row_span = 2;
  name_tables(document);
  std::vector<Finding> findings;
  check_structure(document, findings);
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].message_en, "The cells of table t001 do not tile its grid: 1 gaps, 0 overlaps, 0 outside.");
  EXPECT_EQ(findings[1].message_en, "The cells of table t002 do not tile its grid: 0 gaps, 1 overlaps, 0 outside.");
  EXPECT_EQ(findings[2].message_en, "The cells of table t003 do not tile its grid: 0 gaps, 0 overlaps, 1 outside.");
}

TEST(Audit, TextThatCouldNotBeRead) {
  const Processed report = checked("| 부서 | 업무 |\n| --- |\n| 가과 | 교\xEF\xBF\xBD |\n");
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].kind, FindingKind::kUnreadable);
  EXPECT_EQ(report.findings[0].row, 1);
}

TEST(Audit, FindingsHaveIdsOfTheirOwn) {
  const Processed report = checked(R"(
    (단위: 명)
    | 구분 | 정원 | 현원 | 과부족 |
    | ---- |
    | 합계 | 47   | 43   | △5     |
    | 가과 | 22   | 22   | -      |
    | 나과 | 24   | 21   | △2     |
  )");
  std::set<std::string> ids;
  for (const Finding& finding : report.findings) EXPECT_TRUE(ids.insert(finding.id).second);
  EXPECT_GE(ids.size(), 3u);
}

}  // namespace
}  // namespace jangbu
