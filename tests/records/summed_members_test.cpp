// Parts whose names no list knows, where the sums of the table say that they are parts.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(SummedMembers, ColumnsThatAddUpToTheWholeWithKnownParts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분   | 정원 | < | < | 현원 | < | < |
    | ^      | 계 | 별의별 | 일반직 | 계 | 별의별 | 일반직 |
    | ---- |
    | 본청   | 10 | 7 | 3 | 9 | 6 | 3 |
    | 가나서 | 8  | 5 | 3 | 8 | 6 | 2 |
  )")
                               .records),
              R"(
    headcount item category [본청] authorized_headcount=10 actual_headcount=9 직종별:별의별:authorized_headcount=7 직종별:일반직:authorized_headcount=3 직종별:별의별:actual_headcount=6 직종별:일반직:actual_headcount=3
    headcount item category [가나서] authorized_headcount=8 actual_headcount=8 직종별:별의별:authorized_headcount=5 직종별:일반직:authorized_headcount=3 직종별:별의별:actual_headcount=6 직종별:일반직:actual_headcount=2
  )");
}

TEST(SummedMembers, KindsOverTheirMeasures) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 부서 | 계 | < | 일반직 | < | 별의별 | < |
    | ^ | 정원 | 현원 | 정원 | 현원 | 정원 | 현원 |
    | ---- |
    | 가나과 | 10 | 9 | 7 | 6 | 3 | 3 |
    | 다라과 | 8  | 8 | 5 | 5 | 3 | 3 |
  )")
                               .records),
              R"(
    headcount item department [가나과] authorized_headcount=10 actual_headcount=9 직종별:일반직:authorized_headcount=7 직종별:일반직:actual_headcount=6 직종별:별의별:authorized_headcount=3 직종별:별의별:actual_headcount=3
    headcount item department [다라과] authorized_headcount=8 actual_headcount=8 직종별:일반직:authorized_headcount=5 직종별:일반직:actual_headcount=5 직종별:별의별:authorized_headcount=3 직종별:별의별:actual_headcount=3
  )");
}

TEST(SummedMembers, RowsOfMeasuresOverKinds) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분   | 계 | 별의별 | 행정직 | 기술직 | 연구직 |
    | ---- |
    | 정원   | 20 | 7 | 6 | 4 | 3 |
    | 현원   | 18 | 6 | 6 | 4 | 2 |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=20 actual_headcount=18 직종별:별의별:authorized_headcount=7 직종별:별의별:actual_headcount=6 직종별:행정직:authorized_headcount=6 직종별:행정직:actual_headcount=6 직종별:기술직:authorized_headcount=4 직종별:기술직:actual_headcount=4 직종별:연구직:authorized_headcount=3 직종별:연구직:actual_headcount=2
  )");
}

// One sum that fails, and the unknown word stays one.
TEST(SummedMembers, NothingIsTakenThatDoesNotAddUp) {
  const auto lines = record_lines(mapped(R"(
    (단위: 명)
    | 구분   | 정원 | < | < | 현원 | < | < |
    | ^      | 계 | 별의별 | 일반직 | 계 | 별의별 | 일반직 |
    | ---- |
    | 본청   | 10 | 7 | 3 | 9 | 6 | 3 |
    | 가나서 | 8  | 5 | 4 | 8 | 7 | 2 |
  )")
                                      .records);
  EXPECT_EQ(lines.find("직종별:별의별"), std::string::npos) << lines;
}

TEST(SummedMembers, GradesAsRowsBelowTheirTotalAreItsParts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ❸ 직급별 정·현원 (단위: 명)
    | 직급 | 정원 | 현원 | 과부족 |
    | ---- |
    | 계     | 20 | 18 | △2 |
    | 4급    | 2  | 2  | -  |
    | 5급    | 6  | 5  | △1 |
    | 6급 이하 | 12 | 11 | △1 |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=20 actual_headcount=18 headcount_variance=-2 직급별:4급:authorized_headcount=2 직급별:4급:actual_headcount=2 직급별:4급:headcount_variance=null 직급별:5급:authorized_headcount=6 직급별:5급:actual_headcount=5 직급별:5급:headcount_variance=-1 직급별:6급이하:authorized_headcount=12 직급별:6급이하:actual_headcount=11 직급별:6급이하:headcount_variance=-1
  )");
}

// Without a total, or where it is another sum, each row stands for itself.
TEST(SummedMembers, GradesThatNoTotalAddsUpAreRows) {
  EXPECT_EQ(mapped("(단위: 명)\n| 직급 | 정원 | 현원 |\n| ---- |\n| 4급 | 2 | 2 |\n| 5급 | 6 | 5 |\n").records.size(), 2U);
  EXPECT_EQ(mapped("(단위: 명)\n| 직급 | 정원 | 현원 |\n| ---- |\n| 계 | 9 | 7 |\n| 4급 | 2 | 2 |\n| 5급 | 6 | 5 |\n").records.size(), 3U);
}

// Departments add up too, and are no members.
TEST(SummedMembers, DepartmentsStayRows) {
  EXPECT_EQ(mapped("(단위: 명)\n| 부서 | 정원 | 현원 |\n| ---- |\n| 계 | 8 | 7 |\n| 가나과 | 2 | 2 |\n| 다라과 | 6 | 5 |\n").records.size(),
            3U);
}

// 정원 adds up and names the kind; of 현원 one sum is misprinted, which the audit tells.
TEST(SummedMembers, WhatOneMeasureProvesHoldsInAnother) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분   | 정원 | < | < | 현원 | < | < |
    | ^      | 계 | 별의별 | 일반직 | 계 | 별의별 | 일반직 |
    | ---- |
    | 본청   | 10 | 7 | 3 | 9 | 6 | 3 |
    | 가나서 | 8  | 5 | 3 | 9 | 6 | 2 |
  )")
                               .records),
              R"(
    headcount item category [본청] authorized_headcount=10 actual_headcount=9 직종별:별의별:authorized_headcount=7 직종별:일반직:authorized_headcount=3 직종별:별의별:actual_headcount=6 직종별:일반직:actual_headcount=3
    headcount item category [가나서] authorized_headcount=8 actual_headcount=9 직종별:별의별:authorized_headcount=5 직종별:일반직:authorized_headcount=3 직종별:별의별:actual_headcount=6 직종별:일반직:actual_headcount=2
  )");
}

// Of rows of measures: a misprint in one of them does not hide what two others prove.
TEST(SummedMembers, OneMisprintAmongRowsOfMeasures) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 구분   | 계 | 별의별 | 행정직 | 기술직 |
    | ---- |
    | 정원   | 20 | 10 | 6 | 4 |
    | 현원   | 18 | 8 | 6 | 4 |
    | 과부족 | △3 | △2 | 0 | 0 |
  )")
                               .records),
              R"(
    headcount total total [] authorized_headcount=20 actual_headcount=18 headcount_variance=-3 직종별:별의별:authorized_headcount=10 직종별:별의별:actual_headcount=8 직종별:별의별:headcount_variance=-2 직종별:행정직:authorized_headcount=6 직종별:행정직:actual_headcount=6 직종별:행정직:headcount_variance=0 직종별:기술직:authorized_headcount=4 직종별:기술직:actual_headcount=4 직종별:기술직:headcount_variance=0
  )");
}

// A word for people is a part where the sums say so; kinds under 직렬별 are parts whatever they are called.
TEST(SummedMembers, PeopleBesideTheirKinds) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 명)
    | 소속 | 계 | < | 전임교원 | < | 직원 | < |
    | ^ | 정원 | 현원 | 정원 | 현원 | 정원 | 현원 |
    | ---- |
    | 가나대학 | 10 | 9 | 7 | 6 | 3 | 3 |
    | 다라대학 | 8  | 8 | 5 | 5 | 3 | 3 |
  )")
                               .records),
              R"(
    headcount item category [가나대학] authorized_headcount=10 actual_headcount=9 직종별:전임교원:authorized_headcount=7 직종별:전임교원:actual_headcount=6 직종별:직원:authorized_headcount=3 직종별:직원:actual_headcount=3
    headcount item category [다라대학] authorized_headcount=8 actual_headcount=8 직종별:전임교원:authorized_headcount=5 직종별:전임교원:actual_headcount=5 직종별:직원:authorized_headcount=3 직종별:직원:actual_headcount=3
  )");
}

TEST(SummedMembers, KindsUnderAHeadingThatSaysSo) {
  for (const char* head : {"직 렬 별", "직종별", "직렬별"}) {
    EXPECT_TEXT(record_lines(mapped(std::string(R"(
    (단위: 명)
    | 구분 | 계 | )") + head + R"( | < | < |
    | ^ | ^ | 의무 | 보건 | 행정 |
    | ---- |
    | 정원 | 9 | 2 | 3 | 4 |
    | 현원 | 8 | 2 | 3 | 3 |
  )")
                                 .records),
                R"(
    headcount total total [] authorized_headcount=9 actual_headcount=8 직종별:의무:authorized_headcount=2 직종별:의무:actual_headcount=2 직종별:보건:authorized_headcount=3 직종별:보건:actual_headcount=3 직종별:행정:authorized_headcount=4 직종별:행정:actual_headcount=3
  )") << head;
  }
}

}  // namespace
}  // namespace jangbu
