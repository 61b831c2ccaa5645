// Differences and ratios inside of one row.
#include "audit/audit.h"

#include <gtest/gtest.h>

#include "audit/checked.h"
#include "dump.h"

namespace jangbu {
namespace {

// 집행잔액 is what was not spent, or what is left of that once some of it is carried over.
TEST(AuditIdentities, ABalanceMayLeaveOutWhatIsCarriedOver) {
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

TEST(AuditIdentities, ANewBudgetLessTheOneBeforeIsTheChange) {
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

TEST(AuditIdentities, ADifference) {
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

TEST(AuditIdentities, ARate) {
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

// 12.4 for 14.2 is, by chance, the change by this year's budget. All other rows go by last year's, and so must this one.
TEST(AuditIdentities, ARateThatFitsAnotherBaseByChance) {
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

TEST(AuditIdentities, HeadsAreCountedNotRounded) {
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

TEST(AuditIdentities, ADashIsNoneWhereHeadsAreSubtracted) {
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

TEST(AuditIdentities, AnIdentityThatTheTableDoesNotKeepIsOneDoubt) {
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

// 예산현액 − 집행액 misses 집행잔액 by a figure whose heading nobody understood: the report takes it in, and is not wrong.
TEST(AuditIdentities, WhatAnUnreadColumnExplains) {
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

// 집행잔액 is what is left of the budget that the table names, after what it carries over.
TEST(AuditIdentities, WhatIsLeftOfTheBudgetOfTheTable) {
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

// 수입(B) over 계 | 출연금 | 이자: the letter is of the whole. Where none is the whole, nothing can be said.
TEST(AuditIdentities, ALetterOverAWholeAndItsParts) {
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

}  // namespace
}  // namespace jangbu
