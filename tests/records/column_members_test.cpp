// Grades, classes and accounts as columns: parts of a record, not fields of it.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

// ---- head counts by class and grade ------------------------------------------------------------------------------------

constexpr const char* kByGrade = R"(
  headcount total total [] authorized_headcount=30 actual_headcount=28 직급별:4급:authorized_headcount=3 직급별:4급:actual_headcount=3 직급별:5급:authorized_headcount=27 직급별:5급:actual_headcount=25
  headcount item department [가나과] authorized_headcount=20 actual_headcount=18 직급별:4급:authorized_headcount=2 직급별:4급:actual_headcount=2 직급별:5급:authorized_headcount=18 직급별:5급:actual_headcount=16
  headcount item department [다라과] authorized_headcount=10 actual_headcount=10 직급별:4급:authorized_headcount=1 직급별:4급:actual_headcount=1 직급별:5급:authorized_headcount=9 직급별:5급:actual_headcount=9
)";

TEST(ColumnMembers, GradesAboveMeasures) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 계   | <    | 4급  | <    | 5급  | <    |
    | ^      | 정원 | 현원 | 정원 | 현원 | 정원 | 현원 |
    | ---- |
    | 합계   | 30   | 28   | 3    | 3    | 27   | 25   |
    | 가나과 | 20   | 18   | 2    | 2    | 18   | 16   |
    | 다라과 | 10   | 10   | 1    | 1    | 9    | 9    |
  )").records), kByGrade);
}

TEST(ColumnMembers, GradesAsColumnsMeasuresAsRows) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 부서   | 구분 | 계 | 4급 | 5급 |
    | ---- |
    | 합계   | 정원 | 30 | 3   | 27  |
    | ^      | 현원 | 28 | 3   | 25  |
    | 가나과 | 정원 | 20 | 2   | 18  |
    | ^      | 현원 | 18 | 2   | 16  |
    | 다라과 | 정원 | 10 | 1   | 9   |
    | ^      | 현원 | 10 | 1   | 9   |
  )").records), kByGrade);
}

TEST(ColumnMembers, GradesUnderMeasures) {
  const Mapped m = mapped(R"(
    | 부서   | 정원 | <   | <   | 현원 | <   | <   |
    | ^      | 계   | 4급 | 5급 | 계   | 4급 | 5급 |
    | ---- |
    | 합계   | 30   | 3   | 27  | 28   | 3   | 25  |
    | 가나과 | 20   | 2   | 18  | 18   | 2   | 16  |
    | 다라과 | 10   | 1   | 9   | 10   | 1   | 9   |
  )");
  ASSERT_EQ(m.records.size(), 3u);
  EXPECT_EQ(record_line(m.records[1]),
            "headcount item department [가나과] authorized_headcount=20 actual_headcount=18 직급별:4급:authorized_headcount=2 "
            "직급별:5급:authorized_headcount=18 직급별:4급:actual_headcount=2 직급별:5급:actual_headcount=16");
}

TEST(ColumnMembers, ClassesBesideTheOneMeasureTheyAddUpTo) {
  const Mapped m = mapped(R"(
    | 부서   | 현원 | 일반직 | 임기제 | 공무직 |
    | ---- |
    | 가나과 | 20   | 15     | 3      | 2      |
    | 다라과 | 10   | 8      | -      | 2      |
  )");
  EXPECT_TEXT(record_lines(m.records), R"(
    headcount item department [가나과] actual_headcount=20 직종별:일반직:actual_headcount=15 직종별:임기제:actual_headcount=3 직종별:공무직:actual_headcount=2
    headcount item department [다라과] actual_headcount=10 직종별:일반직:actual_headcount=8 직종별:임기제:actual_headcount=null 직종별:공무직:actual_headcount=2
  )");
  // Columns that do not add up to it are something else, and stay as they are.
  const Mapped other = mapped(R"(
    | 부서   | 현원 | 일반직 | 임기제 |
    | ---- |
    | 가나과 | 20   | 1      | 1      |
    | 다라과 | 10   | 1      | -      |
  )");
  EXPECT_TRUE(other.records[0].breakdown.empty());
  EXPECT_EQ(other.records[0].others.size(), 2u);
}

TEST(ColumnMembers, GroupsWithoutAWholeGiveNoValueAtAll) {
  // Neither 본청 nor 사업소 is the unit's head count: parts, but no figure that one could take for the whole.
  const Mapped m = mapped(R"(
    | 구분 | 본청 | <    | 사업소 | <    |
    | ^    | 정원 | 현원 | 정원   | 현원 |
    | ---- |
    | 가국 | 20   | 18   | 7      | 7    |
    | 나국 | 10   | 10   | 5      | 4    |
  )");
  ASSERT_EQ(m.records.size(), 2u);
  EXPECT_EQ(record_line(m.records[0]),
            "headcount item department [가국] 소속별:본청:authorized_headcount=20 소속별:본청:actual_headcount=18 "
            "소속별:사업소:authorized_headcount=7 소속별:사업소:actual_headcount=7");
}

// ---- years -------------------------------------------------------------------------------------------------------------

}  // namespace
}  // namespace jangbu
