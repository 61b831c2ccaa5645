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

// 집행잔액 is what was not spent, or what is left of that once some of it is carried over.
TEST(Audit, ABalanceMayLeaveOutWhatIsCarriedOver) {
  const auto findings = [](const std::string& rest) {
    return checked(
               "(단위: 천원)\n| 사업명 | 예산현액 | 집행액 | 이월액 | 집행잔액 |\n| --- |\n| 교육 | 600 | 500 | 80 | 20 |\n"
               "| 상담 | 400 | 300 | 70 | " +
               rest + " |\n")
        .findings.size();
  };
  EXPECT_EQ(findings("30"), 0u);
  EXPECT_EQ(findings("100"), 0u);
  EXPECT_EQ(findings("41"), 1u);
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

TEST(Audit, ANewBudgetLessTheOneBeforeIsTheChange) {
  EXPECT_TEXT(finding_lines(checked(R"(
    (단위: 천원)
    | 부서별 | 예산액 | 기정예산액 | 비교증감 |
    | ---- |
    | 가나과 | 241,873 | 236,480 | 6,393 |
    | 다라과 | 164,290 | 165,874 | △1,584 |
  )")
                                .findings),
              "difference warning t001 row 1 change_amount: prints 6393000, computed 5393000\n");
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

TEST(Audit, ATotalThatMissesItsParts) {
  const Processed report = checked(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 원인행위액 | 지출액  |
    | ---- |
    | 합계 | 829,200  | 583,230    | 444,786 |
    | 교육 | 800,000  | 580,000    | 435,000 |
    | 상담 | 29,200   | 3,230      | 786     |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "sum warning t001 row 1 payment: prints 444786000, computed 435786000\n");
  const Finding& finding = report.findings.at(0);
  EXPECT_EQ(finding.record_ids, (std::vector<std::string>{report.records[0].id, report.records[1].id, report.records[2].id}));
  EXPECT_EQ(finding.message_ko,
            "「합계」(표 t001)의 지출액은 444,786천원으로 적혀 있으나, 아래 2개 항목의 합은 435,786천원입니다 (차이 9,000천원).");
  EXPECT_EQ(finding.message_en,
            "\"합계\" (table t001) prints payment 444,786 thousand won, but its 2 parts add up to 435,786 thousand won (difference 9,000 "
            "thousand won).");
  EXPECT_EQ(finding.tolerance->to_string(), "1500");
  // The total is flagged, its parts are not.
  EXPECT_TRUE(report.records[0].flagged);
  EXPECT_FALSE(report.records[1].flagged);
}

// Its rows are more than it in each column: they are counted twice, and the reading is doubted. Less than it, and a row is missing.
TEST(Audit, ATotalThatAgreesInNoColumn) {
  for (const char* total : {"합계", "총계", "계"}) {
    const auto findings = [&](const std::string& figures) {
      return checked(std::string(R"(
    (단위: 천원)
    | 구분 | 예산현액 | 원인행위액 | 지출액  |
    | ---- |
    | )") + total + figures +
                     R"(
    | 교육 | 800,000  | 580,000    | 435,000 |
    | 상담 | 29,200   | 3,230      | 786     |
  )")
          .findings;
    };
    const auto more = findings(" | 729,200  | 483,230    | 335,786 |");
    ASSERT_EQ(more.size(), 1u) << total;
    EXPECT_EQ(more[0].kind, FindingKind::kDoubt);
    EXPECT_EQ(more[0].severity, Severity::kInfo);
    EXPECT_NE(more[0].message_ko.find("3개 열이 모두 맞지 않습니다"), std::string::npos);
    const auto less = findings(" | 929,200  | 683,230    | 535,786 |");
    ASSERT_EQ(less.size(), 1u) << total;
    EXPECT_EQ(less[0].kind, FindingKind::kSum);
    EXPECT_NE(less[0].message_ko.find("3개 열이 모두 맞지 않습니다"), std::string::npos);
  }
}

// The rest of two tables is two things.
TEST(Audit, WhatIsLeftIsNoSubject) {
  for (const char* rest : {"기타", "그 밖의 사업", "나머지", "기타경비"}) {
    const Processed report = checked(std::string(R"(
    □ 일반회계
    (단위: 백만원)
    | 구분 | 예산현액 | 지출액 |
    | ---- |
    | 교육 | 800      | 435    |
    | )") + rest + R"( | 240      | 230    |

    □ 특별회계
    (단위: 백만원)
    | 구분 | 예산현액 | 지출액 |
    | ---- |
    | 도로 | 300      | 200    |
    | )" + rest + R"( | 580      | 497    |
  )");
    EXPECT_GE(report.records.size(), 4u) << rest;
    EXPECT_TEXT(finding_lines(report.findings), "");
  }
}

TEST(Audit, WhatATotalTakesOut) {
  for (const char* label : {"내부거래 제거", "회계간 전출입(공제)", "이중계상 차감액"}) {
    const std::string table =
        std::string("(단위: 백만원)\n| 구분 | 예산액 | 집행액 |\n| ---- |\n| 가계정 | 580 | 371 |\n| 나계정 | 369 | 214 |\n| ") + label +
        " | 12 | 12 |\n| 합계 | 937 | 573 |\n";
    EXPECT_EQ(finding_lines(checked(table).findings), "") << label;
  }
  // Taken out or not, the total of one column is another.
  EXPECT_TEXT(finding_lines(checked(R"(
    (단위: 백만원)
    | 구분          | 예산액 | 집행액 |
    | ---- |
    | 가계정        | 580           | 371    |
    | 나계정        | 369           | 214    |
    | 내부거래 제거 | 12            | 12     |
    | 합계          | 917           | 573    |
  )")
                                .findings),
              "sum warning t001 row 4 budget_amount: prints 917000000, computed 961000000\n");
}

TEST(Audit, ATotalPartedInTwoWays) {
  EXPECT_EQ(finding_lines(checked(R"(
    (단위: 억원)
    | 구분   | 2020년 예산 | 2021년 예산 |
    | ---- |
    | 총계   | 3,342       | 3,571       |
    | 예산   | 2,105       | 2,305       |
    | 기금   | 1,237       | 1,266       |
    | 복지   | 2,931       | 3,040       |
    | 보건   | 411         | 531         |
  )")
                              .findings),
            "");
  // The second way misses it.
  EXPECT_NE(finding_lines(checked(R"(
    (단위: 억원)
    | 구분   | 2020년 예산 | 2021년 예산 |
    | ---- |
    | 총계   | 3,342       | 3,571       |
    | 예산   | 2,105       | 2,305       |
    | 기금   | 1,237       | 1,266       |
    | 복지   | 2,931       | 3,040       |
    | 보건   | 411         | 521         |
  )")
                              .findings),
            "");
}

TEST(Audit, RowsThatSpeakOfTheRowAboveThem) {
  EXPECT_EQ(finding_lines(checked(R"(
    (단위: 억원)
    | 분야      | 2021년 예산 | 2020년 예산 |
    | ---- |
    | 합계      | 3,571       | 3,342       |
    | 복지      | 2,305       | 2,105       |
    | ※ 일자리 | 255         | 206         |
    | 교육      | 1,266       | 1,237       |
  )")
                              .findings),
            "");
}

TEST(Audit, SharesOfAccountsAreNoPartsOfAShare) {
  const Processed report = checked(R"(
    □ 세입예산 현황 (단위: 백만원)
    | 구분     | 계      | 구성비 | 일반회계 | <      | 특별회계 | <      |
    | ^        | ^       | ^      | 예산액   | 구성비 | 예산액   | 구성비 |
    | ---- |
    | 합계     | 829,351 | 100    | 818,111  | 100    | 11,240   | 100    |
    | 세외수입 | 43,947  | 5.30   | 38,643   | 4.72   | 5,304    | 47.19  |
    | 경상적   | 35,169  | 4.24   | 32,041   | 3.92   | 3,128    | 27.83  |
    | 임시적   | 8,778   | 1.06   | 6,602    | 0.81   | 2,176    | 19.36  |
    | 보조금   | 785,404 | 94.70  | 779,468  | 95.28  | 5,936    | 52.81  |
  )");
  EXPECT_EQ(finding_lines(report.findings), "");
  ASSERT_EQ(report.records.size(), 5U);
  EXPECT_EQ(report.records[2].path, (std::vector<std::string>{"세외수입", "경상적"}));
  for (const Record& record : report.records) EXPECT_EQ(record.breakdown.size(), 2U);
  EXPECT_EQ(report.records[1].others.size(), 2U);  // printed, and kept beside
}

TEST(Audit, ASumThatRoundingExplains) {
  EXPECT_EQ(finding_lines(checked(R"(
    (단위: 백만원)
    | 구분 | 예산현액 | 원인행위액 | 지출액 |
    | ---- |
    | 합계 | 100      | 80         | 61     |
    | 교육 | 33       | 27         | 20     |
    | 상담 | 33       | 27         | 20     |
    | 시설 | 33       | 27         | 20     |
  )")
                              .findings),
            "");
}

TEST(Audit, ADifference) {
  const Processed report = checked(R"(
    (단위: 백만원)
    | 구분 | ’20년 예산 | ’21년 예산 | 증감   | <      |
    | ^    | ^          | ^          | 증감액 | 증감률 |
    | ---- |
    | 교육 | 22,142     | 19,618     | △2,524 | △11.4% |
    | 상담 | 1,757      | 1,520      | △257   | △13.5% |
    | 시설 | 895        | 1,470      | 575    | 64.2%  |
  )");
  EXPECT_TEXT(finding_lines(report.findings), R"(
    difference warning t001 row 3 change_amount: prints -257000000, computed -237000000
  )");
}

TEST(Audit, ARate) {
  const Processed report = checked(R"(
    (단위: 천원)
    | 사업명 | 예산현액 | 집행액   | <       | 집행률   | <      | ’21년말 집행예상액 | <      |
    | ^      | ^        | 원인행위 | 지출액  | 원인행위 | 지출액 | 예상액             | 집행률 |
    | ------ |
    | 행복   | 464,000  | 295,350  | 135,650 | 63.7%    | 29.2%  | 349,700            | 80.5%  |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "ratio warning t001 row 2 projected_execution_rate: prints 0.805, computed 0.753664\n");
  EXPECT_NE(report.findings.at(0).message_ko.find("75.37%"), std::string::npos) << report.findings.at(0).message_ko;
}

TEST(Audit, HeadsAreCountedNotRounded) {
  const Processed report = checked(R"(
    (단위: 명)
    | 구분 | 정원 | 현원 | 과부족 |
    | ---- |
    | 합계 | 47   | 43   | △4     |
    | 가과 | 22   | 22   | -      |
    | 나과 | 24   | 21   | △2     |
  )");
  EXPECT_TEXT(finding_lines(report.findings), R"(
    sum warning t001 row 1 authorized_headcount: prints 47, computed 46
    sum warning t001 row 1 headcount_variance: prints -4, computed -2
    difference warning t001 row 3 headcount_variance: prints -2, computed -3
  )");
}

TEST(Audit, ADashIsNoneWhereHeadsAreSubtracted) {
  EXPECT_TEXT(finding_lines(checked(R"(
    (단위: 명)
    | 직급 | 정원 | 현원 | 과부족 |
    | ---- |
    | 합계 | 8    | 7    | △1     |
    | 5급  | 4    | 4    | -      |
    | 6급  | 2    | 2    |        |
    | 7급  | 1    | -    | 1      |
    | 8급  | 1    | -    | △1     |
    | 9급  | -    | 1    | 1      |
  )")
                                .findings),
              R"(
    difference error t001 row 4 headcount_variance: prints 1, computed -1
  )");
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

TEST(Audit, AnIdentityThatTheTableDoesNotKeepIsOneDoubt) {
  const Processed report = checked(R"(
    (단위: 천원)
    | 사업명 | 예산현액 | 집행액 | 집행률 |
    | ------ |
    | 교육   | 1,000    | 500    | 91.0%  |
    | 상담   | 2,000    | 900    | 73.0%  |
    | 시설   | 3,000    | 600    | 88.0%  |
    | 안전   | 4,000    | 800    | 12.0%  |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "doubt info t001 row 1 execution_rate: prints null, computed null\n");
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

// 소계 beside its own parts, where a page parted them: nothing is wrong where the total holds without the parts.
TEST(Audit, ATotalHoldsBesideARowAndItsOwnParts) {
  const auto findings = [](const std::string& last) {
    return checked(
               "(단위: 천원)\n| 기관 | 구분 | 예산액 |\n| --- |\n| 합계 | | 1,300 |\n| 본청 | 소계 | 900 |\n| ^ | 인건비 | 511 |\n| ^ | "
               "사업비 | 389 |\n"
               "| 한빛 | 소계 | 400 |\n| 양묘사업소 | 인건비 | 213 |\n| ^ | 사업비 | " +
               last + " |\n")
        .findings.size();
  };
  EXPECT_EQ(findings("187"), 0u);
  EXPECT_EQ(findings("178"), 1u);  // neither the rows' total nor the whole's
}

// 수입(B) over 계 | 출연금 | 이자: the letter is of the whole. Where none is the whole, nothing can be said.
TEST(Audit, ALetterOverAWholeAndItsParts) {
  const auto findings = [](const std::string& first) {
    return checked(
               "기금 현황 (단위: 천원)\n| 기금명 | 전년도말 현재액(A) | 수입(B) | < | < | 지출(C) | 연도말 현재액(A+B-C) |\n| ^ | ^ | " +
               first +
               " | 출연금 | 이자 | ^ | ^ |\n| ---- |\n| 가기금 | 8,420 | 852 | 600 | 252 | 730 | 8,452 |\n"
               "| 나기금 | 3,150 | 94 | 40 | 54 | 4 | 3,240 |\n")
        .findings.size();
  };
  EXPECT_EQ(findings("계"), 1u);
  EXPECT_EQ(findings("보전금"), 0u);
}

// 예산현액 − 집행액 misses 집행잔액 by a figure whose heading nobody understood: the report takes it in, and is not wrong.
TEST(Audit, WhatAnUnreadColumnExplains) {
  const auto findings = [](const char* carried, const char* rest) {
    return finding_lines(checked(std::string(R"(
    □ 2021년 예산집행 (단위: 천원)
    | 부서 | 예산현액 | 집행액 | 다랄 | 집행잔액 |
    | ---- |
    | 가과 | 300 | 240 | -  | 60 |
    | 나과 | 270 | 200 | )") + carried +
                                 " | " + rest + R"( |
    | 다과 | 490 | 370 | 64 | 56 |
    | 라과 | 100 | 70 | - | 30 |
  )")
                             .findings);
  };
  EXPECT_EQ(findings("20", "50"), "");
  EXPECT_NE(findings("20", "53"), "");  // by nothing that is printed
}

// 총사업비 over years that are all there are, as most rows show: the row that does not add up is told, and not the total of its column.
TEST(Audit, YearsThatAreAllThereAre) {
  const auto findings = [](const char* cost) {
    return finding_lines(checked(std::string(R"(
    □ 가나 정비사업 투자계획 (단위: 백만원)
    | 재원 | 총사업비 | ’20~’21년 | ’22년 | ’23년 |
    | ---- |
    | 계   | 220 | 40 | 80 | 100 |
    | 국비 | 100 | 15 | 35 | 50 |
    | 도비 | )") + cost + R"( | 15 | 35 | 50 |
    | 자체 | 20 | 10 | 10 | - |
  )")
                             .findings);
  };
  EXPECT_EQ(findings("100"), "");
  EXPECT_TEXT(findings("110"), "difference error t001 row 3 total_project_cost: prints 110000000, computed 100000000\n");
}

// 집행잔액 is what is left of the budget that the table names, after what it carries over.
TEST(Audit, WhatIsLeftOfTheBudgetOfTheTable) {
  const auto findings = [](const char* columns, const char* row) {
    return finding_lines(checked(std::string("□ 2021년 집행실적 (단위: 천원)\n    | 사업별 | ") + columns +
                                 " |\n    | ---- |\n    | 주차장 | " + row + " |\n")
                             .findings);
  };
  for (const char* budget : {"최종예산액", "예산액", "예산현액", "당초예산"})
    EXPECT_NE(findings((std::string(budget) + " | 집행액 | 집행잔액").c_str(), "2,904 | 2,816 | 78").find("unspent_balance"),
              std::string::npos)
        << budget;
  EXPECT_EQ(findings("최종예산액 | 집행액 | 집행잔액", "2,904 | 2,816 | 88"), "");
  EXPECT_EQ(findings("예산현액 | 지출액 | 계속비이월액 | 잔액", "6,240 | 3,118 | 2,415 | 707"), "");
  EXPECT_NE(findings("예산현액 | 지출액 | 계속비이월액 | 잔액", "6,240 | 3,118 | 2,415 | 907"), "");
}

// 12.4 for 14.2 is, by chance, the change by this year's budget. All other rows go by last year's, and so must this one.
TEST(Audit, ARateThatFitsAnotherBaseByChance) {
  const auto findings = [](const char* rate) {
    return finding_lines(checked(std::string(R"(
    (단위: 백만원)
    | 부서별 | ’21년 당초예산(A) | ’20년 당초예산(B) | 증감 | < |
    | ^ | ^ | ^ | 금액(A-B) | 비율 |
    | ---- |
    | 합계   | 422,572 | 401,646 | 20,926 | 5.2 |
    | 가나과 | 52,436  | 48,910  | 3,526  | 7.2 |
    | 다라과 | 168,752 | 147,770 | 20,982 | )") +
                                 rate + R"( |
    | 마바과 | 201,384 | 204,966 | △3,582 | △1.7 |
  )")
                             .findings);
  };
  EXPECT_EQ(findings("14.2"), "");
  EXPECT_NE(findings("12.4").find("change_rate: prints 0.124, computed 0.14199"), std::string::npos) << findings("12.4");
}

}  // namespace
}  // namespace jangbu
