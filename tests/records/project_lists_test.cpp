// Lists of projects: one record a project, what it costs as total_project_cost.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

TEST(ProjectLists, NumberedWithTimeAndSize) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 2026년 시설개선 대상 사업 (단위 : 백만원)
    | 연번 | 사업명   | 기간    | 사업비 | 사업량  |
    | ---- |
    | 1    | 바닥 방수 | 2026. 3월~6월   | 642    | 5,300㎡   |
    | 2    | 냉동기 교체    | 2026. 4월~9월   | 880    | 4기   |
    | 합계 | <  | < | 1,522 |  |
  )")
                               .records),
              R"(
    project_cost item source [바닥 방수] total_project_cost=642000000 {기간}="2026. 3월~6월" {사업량}="5,300㎡"
    project_cost item source [냉동기 교체] total_project_cost=880000000 {기간}="2026. 4월~9월" {사업량}="4기"
    project_cost total total [] total_project_cost=1522000000
  )");
}

TEST(ProjectLists, WithoutNumbers) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 억원)
    | 사업명   | 위치 | 사업기간 | 총사업비 | 비고 |
    | ---- |
    | 가나길 정비 | 가나동 | ’24~’26 | 120 | 공사중 |
    | 다라공원 조성 | 다라동 | ’25~’27 | 80 |  |
    | 계 | | | 200 | |
  )")
                               .records),
              R"(
    project_cost item source [가나길 정비] total_project_cost=12000000000 {위치}="가나동" {사업기간}="’24~’26" remarks="공사중"
    project_cost item source [다라공원 조성] total_project_cost=8000000000 {위치}="다라동" {사업기간}="’25~’27"
    project_cost total total [] total_project_cost=20000000000
  )");
}

TEST(ProjectLists, MoneyInTheHeading) {
  EXPECT_TEXT(record_lines(mapped(R"(
    | 순번 | 과제명 | 주요내용 | 소요예산(백만원) | 추진시기 |
    | ---- |
    | 1 | 가나 체계 구축 | 표준 마련 | 350 | 3월 |
    | 2 | 다라 시범사업 | 2개소 | 120 | 하반기 |
  )")
                               .records),
              R"(
    budget item program [가나 체계 구축] budget_amount=350000000 {주요내용}="표준 마련" {추진시기}="3월"
    budget item program [다라 시범사업] budget_amount=120000000 {주요내용}="2개소" {추진시기}="하반기"
  )");
}

// Whose the projects are stands before them: a fund, an office. It is a level above them, and no project.
TEST(ProjectLists, WhoseTheyAre) {
  for (const char* owner : {"기금명", "부서명", "사업소"}) {
    EXPECT_TEXT(record_lines(mapped(std::string("    3. 2022년도 기금 주요사업\n    (단위: 백만원)\n    | ") + owner +
                                    R"( | 사업명 | 사업비 | 사업내용 |
    | ---- |
    | 계       | <          | 3,420 |          |
    | 가나기금 | 하천 정비  | 1,240 | 14개소   |
    | ^        | 비탈 보강  | 2,180 | 6개소    |
  )")
                                 .records),
                R"(
    project_cost total total [] total_project_cost=3420000000
    project_cost item source [가나기금 > 하천 정비] total_project_cost=1240000000 {사업내용}="14개소"
    project_cost item source [가나기금 > 비탈 보강] total_project_cost=2180000000 {사업내용}="6개소"
  )") << owner;
  }
}

}  // namespace
}  // namespace jangbu
