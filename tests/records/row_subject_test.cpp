// Rows that sum up what they are printed beside are called as they are printed, and are of what stands beside them.
#include <gtest/gtest.h>

#include "records/hierarchy.h"
#include "records/mapped.h"

namespace jangbu {
namespace {

// path | name | subject | role, a line each.
std::string rows_of(std::string_view drawing) {
  std::string out;
  for (const Record& record : mapped(drawing).records) {
    std::string path;
    for (const std::string& step : record.path) path += (path.empty() ? "" : ">") + step;
    out += path + "|" + record.name + "|" + row_subject(record) + "|" + std::string(row_role_name(record.role)) + "\n";
  }
  return out;
}

TEST(RowSubject, OfASumBesideItsGroup) {
  EXPECT_TEXT(rows_of(R"(
    (단위: 백만원)
    | 회계 | 사업명 | 2020년 예산 | 2021년 예산 |
    | ---- |
    | 총계 | < | 280 | 300 |
    | 일반회계 | 소계 | 190 | 200 |
    | ^ | 가나사업 | 100 | 110 |
    | ^ | 다라사업 | 90 | 90 |
    | 특별회계 | 계 | 90 | 100 |
    | ^ | 마바사업 | 50 | 60 |
    | ^ | 사아사업 | 40 | 40 |
  )"),
              R"(
    |총계|총계|total
    일반회계|소계|일반회계|subtotal
    일반회계>가나사업|가나사업|가나사업|item
    일반회계>다라사업|다라사업|다라사업|item
    특별회계|계|특별회계|subtotal
    특별회계>마바사업|마바사업|마바사업|item
    특별회계>사아사업|사아사업|사아사업|item
  )");
}

TEST(RowSubject, OfTheSidesOfAnAccount) {
  EXPECT_TEXT(rows_of(R"(
    □ 예산 현황 (단위: 백만원)
    | 구분 | < | 2020년 | 2021년 |
    | ---- |
    | 세입 | 소계 | 280 | 300 |
    | ^ | 가나과 | 190 | 200 |
    | ^ | 다라과 | 90 | 100 |
    | 세출 | 합계 | 380 | 400 |
    | ^ | 가나과 | 240 | 250 |
    | ^ | 다라과 | 140 | 150 |
  )"),
              R"(
    세입|소계|세입|subtotal
    세입>가나과|가나과|가나과|item
    세입>다라과|다라과|다라과|item
    |합계|합계|total
    가나과|가나과|가나과|item
    다라과|다라과|다라과|item
  )");
}

TEST(RowSubject, OfALabelThatNamesItsSum) {
  EXPECT_TEXT(rows_of(R"(
    (단위: 백만원)
    | 구분 | 항목 | 2020년 예산 | 2021년 예산 |
    | ---- |
    | 합계 | < | 280 | 300 |
    | 인건비 | 인건비 소계 | 190 | 200 |
    | ^ | 급여 | 100 | 110 |
    | ^ | 수당 | 90 | 90 |
    | 경비 | 여비 | 90 | 100 |
  )"),
              R"(
    |합계|합계|total
    인건비>인건비 소계|인건비 소계|인건비 소계|subtotal
    인건비>급여|급여|급여|item
    인건비>수당|수당|수당|item
    경비>여비|여비|여비|item
  )");
}

// What a body gets beside what it earns is revenue, whatever the title says of a budget.
TEST(RowSubject, WhatABodyGets) {
  const auto types = [](const char* first, const char* second) {
    std::string out;
    for (const Record& record :
         mapped(std::string("    나. 최근 예산 추이\n    (단위: 백만원)\n    | 구분 | 2020년 | 2021년 |\n    | ---- |\n    | ") + first +
                " | 2,800 | 3,000 |\n    | " + second + " | 1,000 | 900 |\n    | 계 | 3,800 | 3,900 |\n")
             .records)
      out = record.type;
    return out;
  };
  EXPECT_EQ(types("출연금", "자체수입"), "revenue");
  EXPECT_EQ(types("가나도 보조금", "사업수입"), "revenue");
  EXPECT_EQ(types("출연금", "인건비"), "budget");
  EXPECT_EQ(types("민간위탁금", "출연금"), "budget");
  EXPECT_EQ(types("시·도 분담금", "순세계잉여금"), "revenue");
}

}  // namespace
}  // namespace jangbu
