// Totals and what they add up.
#include "audit/audit.h"

#include <gtest/gtest.h>

#include "audit/checked.h"
#include "dump.h"

namespace jangbu {
namespace {

TEST(AuditSums, ATotalThatMissesItsParts) {
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
TEST(AuditSums, ATotalThatAgreesInNoColumn) {
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
TEST(AuditSums, WhatIsLeftIsNoSubject) {
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

TEST(AuditSums, WhatATotalTakesOut) {
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

TEST(AuditSums, ATotalPartedInTwoWays) {
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

TEST(AuditSums, RowsThatSpeakOfTheRowAboveThem) {
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

TEST(AuditSums, SharesOfAccountsAreNoPartsOfAShare) {
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

TEST(AuditSums, ASumThatRoundingExplains) {
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

// 소계 beside its own parts, where a page parted them: nothing is wrong where the total holds without the parts.
TEST(AuditSums, ATotalHoldsBesideARowAndItsOwnParts) {
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

// 총사업비 over years that are all there are, as most rows show: the row that does not add up is told, and not the total of its column.
TEST(AuditSums, YearsThatAreAllThereAre) {
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

}  // namespace
}  // namespace jangbu
