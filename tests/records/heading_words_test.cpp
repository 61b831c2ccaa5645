// What headings say is told of every column of figures, whether a profile knows the table or not.
#include <gtest/gtest.h>

#include "records/mapped.h"

namespace jangbu {
namespace {

std::string heading_lines(const Table& table) {
  std::string out;
  for (const HeadingWords& heading : table.headings) {
    out += heading.row >= 0 ? "row " + std::to_string(heading.row) : "column " + std::to_string(heading.column);
    for (const std::string& atom : heading.says) out += " " + atom;
    if (!heading.period.empty()) out += " @" + heading.period;
    if (!heading.phase.empty()) out += " ~" + heading.phase;
    for (const std::string& member : heading.members) out += " " + member;
    if (!heading.unit.empty()) out += " [" + heading.unit + "]";
    for (const std::string& word : heading.unknown) out += " ?" + word;
    if (heading.first != table.header_rows) out += " from " + std::to_string(heading.first);
    out += "\n";
  }
  return out;
}

TEST(HeadingWords, OfATableThatNoProfileKnows) {
  const Mapped m = mapped(R"(
    | 구분 | 2019년 | 2020년 | 두레박 | 방문객(명) |
    | ---- |
    | 가람 | 10     | 12     | 7      | 1,200      |
    | 나래 | 11     | 14     | 9      | 1,300      |
  )");
  EXPECT_TRUE(m.records.empty());
  EXPECT_TEXT(heading_lines(m.document.tables[0]), R"(
    column 1 @2019
    column 2 @2020
    column 3 ?두레박
    column 4 [명] ?방문객
  )");
}

TEST(HeadingWords, OfTypedColumnsAndOfRows) {
  EXPECT_TEXT(heading_lines(mapped(R"(
    (단위: 천원)
    | 부서   | 2020년 최종예산 | 2021년 당초예산(백만원) | 증감률(%) | 비고 |
    | ---- |
    | 가나과 | 1,000           | 2                       | 100.0     | 신규 |
    | 다라과 | 2,000           | 2                       | 0.0       |      |
  )")
                                .document.tables[0]),
              R"(
    column 1 budget final @2020 ~final
    column 2 budget original @2021 ~original [백만원]
    column 3 change rate [%]
  )");
  EXPECT_TEXT(heading_lines(mapped(R"(
    | 구분 | 가나과 | 다라과 |
    | ---- |
    | 정원 | 10     | 12     |
    | 현원 | 9      | 12     |
  )")
                                .document.tables[0]),
              R"(
    row 1 authorized
    row 2 actual
  )");
  EXPECT_TEXT(heading_lines(mapped(R"(
    | 부서   | 정원 | <       | <     |
    | ^      | 계   | 3․4급   | 5급   |
    | ---- |
    | 가나과 | 10   | 4       | 6     |
  )")
                                .document.tables[0]),
              R"(
    column 1 authorized total
    column 2 authorized 직급별=3·4급
    column 3 authorized 직급별=5급
  )");
}

// One header below the other: each holds for its own rows.
TEST(HeadingWords, OfHeadersOneBelowTheOther) {
  const Mapped m = mapped(R"(
    | 구분 | 3급 | 4급 |
    | ---- |
    | 정원 | 1   | 2   |
    | 현원 | 1   | 1   |
    | 구분 | 5급 | 6급 |
    | 정원 | 10  | 12  |
    | 현원 | 9   | 12  |
  )");
  for (const HeadingWords& heading : m.document.tables[0].headings) {
    const bool upper = heading.column >= 0 ? heading.last <= 2 : heading.row <= 2;
    const bool lower = heading.column >= 0 ? heading.first >= 4 : heading.row >= 4;
    EXPECT_TRUE(upper || lower) << heading.column << " " << heading.row << " " << heading.first << " " << heading.last;
  }
}

// (a), (a-b), (b/a) are letters as (A), (A-B), (B/A) are; (g) and (m) are units.
TEST(HeadingWords, SmallLetters) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위: 백만원)
    | 정책사업 | 예산액(a) | 집행액(b) | 집행잔액(a-b) | 집행률(b/a) |
    | ---- |
    | 계   | 2,000 | 1,500 | 500 | 75.0% |
    | 가나 | 1,200 | 900 | 300 | 75.0% |
    | 다라 | 800 | 600 | 200 | 75.0% |
  )")
                               .records),
              R"(
    budget total total [] budget_amount=2000000000 execution=1500000000 unspent_balance=500000000 execution_rate=0.75
    budget item program [가나] budget_amount=1200000000 execution=900000000 unspent_balance=300000000 execution_rate=0.75
    budget item program [다라] budget_amount=800000000 execution=600000000 unspent_balance=200000000 execution_rate=0.75
  )");
}

// 비율 below the side of a half, where the figures are shares of their total.
TEST(HeadingWords, RatesOfAHalfThatAreShares) {
  EXPECT_TEXT(record_lines(mapped(R"(
    ○ 2021년 일반회계 세입·세출 현황 (단위 : 백만원)
    | 세 입 | < | < | 세 출 | < | < |
    | 구 분 | 금액 | 비율 | 분 야 | 금액 | 비율 |
    | ---- |
    | 합 계 | 1,000 | 100.0 | 합 계 | 1,000 | 100.0 |
    | 지방세수입 | 600 | 60.0 | 일반공공행정 | 250 | 25.0 |
    | 세외수입 | 400 | 40.0 | 사회복지 | 750 | 75.0 |
  )")
                               .records),
              R"(
    revenue total total [] budget_amount=1000000000 composition_rate=1
    revenue item account [지방세수입] budget_amount=600000000 composition_rate=0.6
    revenue item account [세외수입] budget_amount=400000000 composition_rate=0.4
    budget total total [] budget_amount=1000000000 composition_rate=1
    budget item program [일반공공행정] budget_amount=250000000 composition_rate=0.25
    budget item program [사회복지] budget_amount=750000000 composition_rate=0.75
  )");
}

// What falls due of loans by years is no project's cost; 세입 and 세출 of years to come no budget of each.
TEST(HeadingWords, RepaymentsAndForecasts) {
  EXPECT_TEXT(record_lines(mapped(R"(
    5. 지방채 상환계획
    (단위 : 백만원)
    | 구분 | 계 | 2021 | 2022 | 2023 이후 |
    | ---- |
    | 상환액 | 300 | 110 | 110 | 80 |
    | 원금 | 270 | 100 | 100 | 70 |
    | 이자 | 30 | 10 | 10 | 10 |

    ○ 연차별 재정 전망
    | 구분(십억원) | 2021 | 2022 | 2023 |
    | ---- |
    | 세 입 | 661.2 | 678.4 | 694.9 |
    | 세 출 | 661.2 | 676.1 | 690.3 |
  )")
                               .records),
              "");
}

// What a supplementary budget changes is told by its field, and by another name only where the new total stands beside it.
TEST(HeadingWords, ChangesOfASupplementaryBudget) {
  EXPECT_TEXT(record_lines(mapped(R"(
    (단위 : 천원)
    | 세부사업명 | 기정예산액 | 추경(증감) | 최종예산액 |
    | ---- |
    | 가나 조성 | 2,860 | 350 | 3,210 |
    | 다라 진흥 | 486 | △32 | 454 |
  )")
                               .records),
              R"(
    budget item program [가나 조성] pre_amendment_budget=2860000 supplementary_budget=350000 final_budget=3210000
    budget item program [다라 진흥] pre_amendment_budget=486000 supplementary_budget=-32000 final_budget=454000
  )");
}

}  // namespace
}  // namespace jangbu
