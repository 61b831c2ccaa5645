// Members of a breakdown against the measure that they are parts of.
#include <gtest/gtest.h>

#include "audit/checked.h"
#include "dump.h"

namespace jangbu {
namespace {

TEST(Breakdowns, AddUp) {
  const Processed report = checked(R"(
    (단위: 명)
    | 구분 | 정원 | 현원 | 과부족 | 직종별 현원 | <      |
    | ^    | ^    | ^    | ^      | 행정직      | 기술직 |
    | ---- |
    | 합계 | 30   | 28   | △2     | 22          | 6      |
    | 가과 | 20   | 18   | △2     | 13          | 4      |
    | 나과 | 10   | 10   | -      | 9           | 1      |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "sum warning t001 row 3 actual_headcount: prints 18, computed 17\n");
}

// The parts add up nowhere: whoever reads the figures is told, though nobody can say which of them is wrong.
TEST(Breakdowns, ThatNeverAddUpAreDoubted) {
  const Processed report = checked(R"(
    (단위: 명)
    | 부서 | 정원 | <   | <   | <   |
    | ^    | 계   | 5급 | 6급 | 7급 |
    | ---- |
    | 가과 | 20   | 3   | 4   | 5   |
    | 나과 | 10   | 1   | 2   | 3   |
    | 다과 | 30   | 4   | 5   | 6   |
  )");
  EXPECT_TEXT(finding_lines(report.findings), "doubt info t001 row 2 authorized_headcount: prints null, computed null\n");
  // Two dimensions, neither of which does.
  const Processed two = checked(R"(
    (단위: 명)
    | 부서 | 현원 | 5급 | 6급 | 남 | 여 |
    | ---- |
    | 가과 | 20   | 3   | 4   | 5  | 6  |
    | 나과 | 10   | 1   | 2   | 3  | 5  |
  )");
  ASSERT_FALSE(two.findings.empty());
  for (const Finding& finding : two.findings) EXPECT_EQ(finding.kind, FindingKind::kDoubt);
}

// Grades and 공무직 together are the whole; rows without 공무직 show the grades alone, which is the same sum in them.
TEST(Breakdowns, OfTwoDimensionsThatAreTheWholeTogether) {
  EXPECT_TEXT(finding_lines(checked(R"(
    (단위: 명)
    | 팀명 | 정원 | 현원 | 직급별 현원 | < | < | < |
    | ^ | ^ | ^ | 5급 | 6급 | 7급 | 공무직 |
    | ---- |
    | 계 | 15 | 14 | 1 | 6 | 6 | 1 |
    | 가나팀 | 6 | 6 | 1 | 3 | 2 |  |
    | 다라팀 | 5 | 4 |  | 1 | 2 | 1 |
    | 마바팀 | 4 | 4 |  | 2 | 2 |  |
  )")
                                .findings),
              "");
  // The same with one figure changed is found.
  EXPECT_TEXT(finding_lines(checked(R"(
    (단위: 명)
    | 팀명 | 정원 | 현원 | 직급별 현원 | < | < | < |
    | ^ | ^ | ^ | 5급 | 6급 | 7급 | 공무직 |
    | ---- |
    | 가나팀 | 6 | 6 | 1 | 3 | 2 |  |
    | 다라팀 | 5 | 4 |  | 1 | 2 | 1 |
    | 마바팀 | 4 | 5 |  | 2 | 2 |  |
    | 사아팀 | 7 | 6 |  | 2 | 2 | 2 |
  )")
                                .findings),
              R"(
    sum warning t001 row 4 actual_headcount: prints 5, computed 4
  )");
}

// 공무직 △2 beside a wrong whole of △2: one part among others parts no whole, and does not hold by chance.
TEST(Breakdowns, OnePartIsNoWay) {
  const Processed report = checked(R"(
    □ 정원 및 현원 (단위: 명)
    | 구분   | 합계 | 임원 | 3급 | 4급 | 5급 | 6급 | 공무직 |
    | ---- |
    | 정원   | 92   | 2    | 1   | 13  | 17  | 21  | 38     |
    | 현원   | 89   | 2    | 1   | 12  | 15  | 23  | 36     |
    | 과부족 | △2   | -    | -   | △1  | △2  | 2   | △2     |
  )");
  // The row tells it, and the parts that agree say no more.
  EXPECT_TEXT(finding_lines(report.findings), "difference error t001 row 3 headcount_variance: prints -2, computed -3\n");
}

}  // namespace
}  // namespace jangbu
